//! The fonts of social cards: those of the program, and one that the book brings along. None of the machine is among them: each
//! machine draws the same card.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, roxmltree};
use unicode_normalization::UnicodeNormalization as _;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};

/// The family that is inside the program, with letters for Latin, Greek and Cyrillic.
const FAMILY: &str = "Noto Sans";

const SVG: &str = "http://www.w3.org/2000/svg";

/// What the text of a card can be drawn with.
pub struct CardFonts {
    pub(super) options: Options<'static>,
}

impl CardFonts {
    /// The fonts of the program and, for letters that these do not have, that of the book.
    pub fn new(own: Option<Arc<[u8]>>) -> Self {
        let mut fonts = Database::new();
        for file in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            fonts.load_font_source(Source::Binary(Arc::new(file)));
        }
        if let Some(file) = own {
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
        Self { options }
    }

    /// A card with other signs for those that no font has, where they mean the same: `CO₂` as `CO2`.
    pub(super) fn drawable<'t>(&self, svg: &'t str) -> Cow<'t, str> {
        if svg.is_ascii() {
            return Cow::Borrowed(svg);
        }
        let mut drawable = String::with_capacity(svg.len());
        for letter in svg.chars() {
            let other = if needs_font(letter) && !self.have(letter) { plain(letter) } else { None };
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
        let has = |data: &[u8], face| {
            ttf_parser::Face::parse(data, face).is_ok_and(|face| face.glyph_index(letter).is_some())
        };
        fonts.faces().any(|face| fonts.with_face_data(face.id, has) == Some(true))
    }
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
    use super::{CardFonts, SVG};

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
        assert!(lacking("<text>").is_err() && fonts.lacking("<p>x</p>").is_err());
    }
}
