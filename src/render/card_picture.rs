//! A social card as PNG.

use std::collections::BTreeMap;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::Tree;

use super::card_fonts::CardFonts;

/// How large the picture is, in pixels: what services for sharing ask for.
pub const CARD_WIDTH: u32 = 1200;
/// How high it is.
pub const CARD_HEIGHT: u32 = 630;

/// With more colours than these a card has pictures or gradients, of which each shade counts.
const FEW_COLORS: usize = 4096;
/// How many colours a palette has at most.
const PALETTE: usize = 256;

type Rgb = [u8; 3];

impl CardFonts {
    /// The picture of a card. What is not as wide and high as a card is made larger or smaller.
    ///
    /// # Errors
    /// A card that is no SVG; the sentence says why.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(&self.drawable(svg), &self.options).map_err(|error| error.to_string())?;
        let mut picture = Pixmap::new(CARD_WIDTH, CARD_HEIGHT).ok_or("the picture is too large")?;
        // Where a card draws nothing, services would show black.
        picture.fill(Color::WHITE);
        let across = CARD_WIDTH as f32 / tree.size().width();
        let scale = across.min(CARD_HEIGHT as f32 / tree.size().height());
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        encoded(picture.data()).map_err(|error| error.to_string())
    }
}

/// How many bytes a row of a picture has before it is written: four for each pixel.
const ROW: usize = CARD_WIDTH as usize * 4;

/// As PNG, with a palette where that is possible: it makes a card of text a third as large.
fn encoded(pixels: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, CARD_WIDTH, CARD_HEIGHT);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Default);
    let counts = counts(pixels);
    if counts.len() > FEW_COLORS {
        let colors: Vec<Rgb> = runs(pixels).flat_map(|(color, length)| vec![color; length]).collect();
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(colors.as_flattened())?;
        return Ok(bytes);
    }
    let (palette, places) = palette(counts);
    let mut indexes: Vec<u8> = Vec::with_capacity(pixels.len() / 4);
    let mut above: &[u8] = &[];
    for row in pixels.chunks_exact(ROW) {
        // Most rows are those of the paper, like the one above.
        if row == above {
            indexes.extend_from_within(indexes.len() - CARD_WIDTH as usize..);
            continue;
        }
        for (color, length) in runs(row) {
            let place = places.get(&color).copied().unwrap_or_default();
            indexes.resize(indexes.len() + length, place);
        }
        above = row;
    }
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_filter(png::FilterType::NoFilter);
    encoder.set_palette(palette.concat());
    encoder.write_header()?.write_image_data(&indexes)?;
    Ok(bytes)
}

/// The colour and the number of pixels beside each other that have one: most of a card is a few of these.
fn runs(pixels: &[u8]) -> impl Iterator<Item = (Rgb, usize)> {
    let runs = pixels.as_chunks::<4>().0.chunk_by(|one, next| one == next);
    runs.map(|run| ([run[0][0], run[0][1], run[0][2]], run.len()))
}

/// How often there is each colour, in rows that differ from the one above.
fn counts(pixels: &[u8]) -> BTreeMap<Rgb, usize> {
    let mut counts = BTreeMap::new();
    let rows = pixels.chunks_exact(ROW).scan(&[] as &[u8], |above, row| {
        let is_new = *above != row;
        *above = row;
        Some(is_new.then_some(row))
    });
    for (color, length) in rows.flatten().flat_map(runs) {
        *counts.entry(color).or_insert(0) += length;
    }
    counts
}

/// The colours that there are most of, and the place of each colour among them: of others, that of the nearest. What has
/// no place are shades at the edges of letters.
fn palette(counts: BTreeMap<Rgb, usize>) -> (Vec<Rgb>, BTreeMap<Rgb, u8>) {
    let mut colors: Vec<(Rgb, usize)> = counts.into_iter().collect();
    colors.sort_by_key(|(color, count)| (std::cmp::Reverse(*count), *color));
    let palette: Vec<Rgb> = colors.iter().take(PALETTE).map(|(color, _)| *color).collect();
    let apart = |one: &Rgb, other: &Rgb| -> u32 {
        one.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    let mut places: BTreeMap<Rgb, u8> = palette.iter().copied().zip(0..=u8::MAX).collect();
    for (color, _) in colors.iter().skip(PALETTE) {
        let nearest = (0..=u8::MAX).zip(&palette).min_by_key(|(_, known)| apart(color, known));
        places.extend(nearest.map(|(place, _)| (*color, place)));
    }
    (palette, places)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{CardFonts, Rgb, palette};

    /// Width, height, bits, kind of colour.
    fn header(png: &[u8]) -> (u32, u32, u8, u8) {
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        let number = |at: usize| png[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
        (number(16), number(20), png[24], png[25])
    }

    #[test]
    fn a_picture_has_one_size_and_few_colours_where_it_can() {
        let fonts = CardFonts::new(None);
        let drawn = |inside: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"200\">{inside}</svg>"
            );
            fonts.png(&svg).expect("a picture")
        };
        let text = drawn(
            "<text x=\"9\" y=\"90\" font-family=\"Nowhere Sans\" font-size=\"40\" fill=\"#0b3d73\">Talks</text>",
        );
        assert_eq!(header(&text), (1200, 630, 8, 3));
        assert_ne!(text, drawn(""), "text is drawn, in whichever font");
        assert_eq!(
            text,
            drawn(
                "<text x=\"9\" y=\"90\" font-family=\"serif\" font-size=\"40\" fill=\"#0b3d73\">Talks</text>"
            )
        );
        let shades = "<linearGradient id=\"g\"><stop stop-color=\"red\"/><stop offset=\"1\" stop-color=\"blue\"/></linearGradient><linearGradient id=\"h\" x2=\"0\" y2=\"1\"><stop stop-opacity=\"0\"/><stop offset=\"1\"/></linearGradient><rect width=\"600\" height=\"200\" fill=\"url(#g)\"/><rect width=\"600\" height=\"200\" fill=\"url(#h)\"/>";
        assert_eq!(header(&drawn(shades)), (1200, 630, 8, 2));
        assert!(fonts.png("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\"/>").is_err());
        assert!(fonts.png("x").is_err());
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "tests look at the disk")]
    fn a_card_shows_no_file_of_the_machine() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.svg");
        let inner = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
        std::fs::write(&file, inner).unwrap();
        let drawn = |inside: &str| {
            let svg =
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inside}</svg>");
            CardFonts::new(None).png(&svg).unwrap()
        };
        let image = format!("<image width=\"9\" height=\"9\" href=\"{}\"/>", file.display());
        assert_eq!(drawn(&image), drawn(""));
        assert_ne!(drawn(inner), drawn(""));
    }

    #[test]
    fn the_most_common_colours_stay_and_others_become_the_nearest() {
        let mut counts: BTreeMap<Rgb, usize> = (0..=255).map(|grey| ([grey; 3], 2)).collect();
        counts.insert([255, 254, 255], 1);
        counts.insert([9, 9, 200], 3);
        let (colors, places) = palette(counts);
        assert_eq!((colors.len(), colors[0]), (256, [9, 9, 200]));
        assert_eq!(colors[usize::from(places[&[255, 254, 255]])], [254, 254, 254]);
        assert!(colors.iter().all(|color| colors[usize::from(places[color])] == *color));
    }
}
