//! The fonts of social cards: those of the program, and one that the book brings along. None of the machine is among them: each
//! machine draws the same card.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, roxmltree};
use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// The family that is inside the program, with letters for Latin, Greek and Cyrillic.
const FAMILY: &str = "Noto Sans";

const SVG: &str = "http://www.w3.org/2000/svg";

/// What the text of a card can be drawn with.
pub struct CardFonts {
    pub(super) options: Options<'static>,
    /// Those of the program, to measure texts: regular and bold.
    regular: Option<Face<'static>>,
    bold: Option<Face<'static>>,
    /// That of the book.
    own: Option<Arc<[u8]>>,
}

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardWeight {
    /// As in texts.
    Regular,
    /// As in titles.
    Bold,
}

impl CardFonts {
    /// The fonts of the program and, for letters that these do not have, that of the book.
    pub fn new(own: Option<Arc<[u8]>>) -> Self {
        let mut fonts = Database::new();
        for file in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            fonts.load_font_source(Source::Binary(Arc::new(classed_by_unicode(file))));
        }
        if let Some(file) = own.clone() {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        // A template may ask for any family: where it is not there, the text is in that of the program.
        fonts.set_sans_serif_family(FAMILY);
        fonts.set_serif_family(FAMILY);
        fonts.set_monospace_family(FAMILY);
        fonts.set_cursive_family(FAMILY);
        fonts.set_fantasy_family(FAMILY);
        let options = Options {
            font_family: FAMILY.to_owned(),
            font_resolver: FontResolver::default(),
            // A card shows no file of the machine that builds the site; pictures stand in the template.
            image_href_resolver: ImageHrefResolver {
                resolve_data: ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|_, _| None),
            },
            fontdb: Arc::new(fonts),
            ..Options::default()
        };
        let [regular, bold] =
            [notosans::REGULAR_TTF, notosans::BOLD_TTF].map(|file| Face::parse(file, 0).ok());
        Self { options, regular, bold, own }
    }

    /// How wide a text is in letters of a size. Letters that stand closer together in pairs make it narrower by a little.
    pub fn width(&self, text: &str, size: f32, weight: CardWeight) -> f32 {
        let built_in = match weight {
            CardWeight::Regular => &self.regular,
            CardWeight::Bold => &self.bold,
        };
        let own = self.own.as_ref().and_then(|file| Face::parse(file, 0).ok());
        let of_letter = |letter: char| {
            let found = built_in.iter().chain(&own).find_map(|face| advance(face, letter));
            found.unwrap_or(if needs_font(letter) { 1.0 } else { 0.0 })
        };
        text.chars().map(of_letter).sum::<f32>() * size
    }

    /// A card with other signs for those that no font has, where they mean the same: `CO₂` as `CO2`.
    pub(super) fn drawable<'t>(&self, svg: &'t str) -> Cow<'t, str> {
        if svg.is_ascii() {
            return Cow::Borrowed(svg);
        }
        let mut drawable = String::with_capacity(svg.len());
        for letter in svg.chars() {
            let other = match letter {
                // The font of the program has these without room of their own.
                '\u{2be}' => Some('’'),
                '\u{2bf}' => Some('‘'),
                _ if needs_font(letter) && !self.have(letter) => plain(letter),
                _ => None,
            };
            match other {
                Some('<') => drawable.push_str("&lt;"),
                Some('&') => drawable.push_str("&amp;"),
                other => drawable.push(other.unwrap_or(letter)),
            }
        }
        Cow::Owned(drawable)
    }

    /// The first letter of a card that no font has.
    ///
    /// # Errors
    /// A card that is no SVG; the sentence says why.
    pub fn lacking(&self, svg: &str) -> Result<Option<char>, String> {
        let svg = self.drawable(svg);
        let document = roxmltree::Document::parse(&svg).map_err(|error| error.to_string())?;
        if !document.root_element().has_tag_name((SVG, "svg")) {
            return Err("its first element is not `svg`".to_owned());
        }
        let is_shown = |node: &roxmltree::Node<'_, '_>| {
            node.is_text() && node.ancestors().any(|around| around.tag_name().name() == "text")
        };
        let texts = document.descendants().filter(is_shown).filter_map(|node| node.text());
        let mut seen = BTreeSet::new();
        let mut letters = texts.flat_map(|text| text.nfc()).filter(|letter| needs_font(*letter));
        Ok(letters.find(|letter| seen.insert(*letter) && !self.have(*letter)))
    }

    fn have(&self, letter: char) -> bool {
        let fonts = &self.options.fontdb;
        let has =
            |data: &[u8], face| Face::parse(data, face).is_ok_and(|face| face.glyph_index(letter).is_some());
        fonts.faces().any(|face| fonts.with_face_data(face.id, has) == Some(true))
    }
}

/// A font without its own table of which glyphs are accents, so that Unicode says which are. That of Noto Sans counts `` ` ``, `´`
/// and `ʻ` among them, and they would be drawn over the next letter.
fn classed_by_unicode(file: &[u8]) -> Vec<u8> {
    let mut font = file.to_vec();
    let tables = font.get(4..6).map_or(0, |count| usize::from(u16::from_be_bytes([count[0], count[1]])));
    for record in font.chunks_exact_mut(4).skip(3).step_by(4).take(tables).filter(|tag| *tag == b"GDEF") {
        // Nobody looks for a table of this name, and it keeps its place in the order of the names.
        record.copy_from_slice(b"GDEG");
    }
    font
}

/// How far the next letter stands behind a letter, in sizes of letters; `None` where the font does not have it.
fn advance(face: &Face<'_>, letter: char) -> Option<f32> {
    let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
    Some(f32::from(advance) / f32::from(face.units_per_em()))
}

/// The letter or sign that means the same as another one, without its form: `2` for `₂`, `(` for a wide bracket.
fn plain(letter: char) -> Option<char> {
    let mut same = letter.nfkc();
    let one = same.next().filter(|_| same.next().is_none())?;
    match one {
        // A hyphen at which no line breaks is one without that rule.
        '\u{2010}' => Some('-'),
        _ => (one.is_ascii_graphic() || one.is_alphanumeric()).then_some(one),
    }
}

/// Whether a character is drawn, and may be absent. All of ASCII is in the fonts of the program.
fn needs_font(letter: char) -> bool {
    let chooses_variant = matches!(letter, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}');
    let has_no_picture = letter.is_whitespace()
        || matches!(letter.general_category(), GeneralCategory::Format | GeneralCategory::Control);
    !(letter.is_ascii() || chooses_variant || has_no_picture)
}

#[cfg(test)]
mod tests {
    use super::{CardFonts, CardWeight, SVG};

    #[test]
    fn signs_that_are_no_accents_have_room_of_their_own() {
        let fonts = CardFonts::new(None);
        let drawn = |text: &str, second: &str, x: f32| {
            let text = format!(
                "<svg xmlns=\"{SVG}\" width=\"1200\" height=\"630\"><g font-size=\"40\"><text x=\"9\" y=\"90\">{text}</text><text x=\"{x}\" y=\"90\">{second}</text></g></svg>"
            );
            fonts.png(&text).expect("a picture")
        };
        for sign in ["`", "´", "¨", "¸", "ʻ", "ʼ"] {
            let width = fonts.width(sign, 40.0, CardWeight::Regular);
            assert!(width > 5.0, "{sign}: {width}");
            assert!(drawn(&format!("{sign}I"), "", 0.0) == drawn(sign, "I", 9.0 + width), "{sign}");
        }
        // An accent has none.
        assert!(drawn("e\u{301}I", "", 0.0) == drawn("éI", "", 0.0));
    }

    #[test]
    fn letters_are_looked_for_where_they_are_shown() {
        let fonts = CardFonts::new(None);
        let lacking =
            |text: &str| fonts.lacking(&format!("<svg xmlns=\"{SVG}\"><title>日</title>{text}</svg>"));
        for text in
            ["", "<text>Ærø, Ελλάδα, Россия – “…”</text>", "<text>e\u{301}\u{200d}\u{fe0f}\u{a0}</text>"]
        {
            assert_eq!(lacking(text), Ok(None), "{text}");
        }
        assert_eq!(lacking("<text>CO₂ e\u{2011}mail</text>"), Ok(None));
        assert_eq!(fonts.drawable("CO₂ \u{2011} ² 海 ＜：＆"), "CO2 - ² 海 &lt;:&amp;");
        assert_eq!(lacking("<text>Old <tspan>海と空</tspan></text>"), Ok(Some('海')));
        assert_eq!(lacking("<text>ال</text>"), Ok(Some('ا')));
        assert_eq!(fonts.drawable("Qurʾān ʿAbd"), "Qur’ān ‘Abd");
        assert!(lacking("<text>").is_err() && fonts.lacking("<p>x</p>").is_err());
    }
}
