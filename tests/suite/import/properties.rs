//! Whatever a text holds, every line is accounted for, and the book that comes of it has no errors.

use planbook::import::{Bullets, Decisions, Restart, Roman, SourceFormat, Wrap, obey, open, outline, read};
use planbook::vocabulary::Kind;
use proptest::prelude::*;
use proptest::sample::select;

use super::{accounted, book};

/// Pieces of lines that mean something to the reader.
const PIECES: &[&str] = &[
    "1.",
    "2.",
    "(1)",
    "(2)",
    "(a)",
    "(b)",
    "(i)",
    "i.",
    "A.",
    "B.",
    "I.",
    "II.",
    "1.1",
    "1.2",
    "1.1.1",
    "2025.",
    "- ",
    "• ",
    "* ",
    "# ",
    "## ",
    "### ",
    "**",
    "Pillar One",
    "Goal 2:",
    "第一章",
    "１．",
    "（１）",
    "①",
    "一、",
    "A1 ",
    "HW-03",
    "(A2)",
    "[1]",
    "[^1]:",
    "Contents",
    "..... 3",
    "- 4 -",
    "12",
    "Back to Index",
    "|",
    "```",
    ":::internal",
    ":::",
    "---",
    "[[1.1]]",
    "<b>",
    "&amp;",
    "'",
    "\"",
    "\\",
    "#",
    "{#x}",
    " trade",
    " Hold talks",
    " the ports of",
    " others",
    " 港湾",
    "\u{c}",
    "\u{7}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{202e}",
    "\t",
    "  ",
    "    ",
    ":",
    ",",
    ";",
    "É",
    "\r",
    "\n",
    "\n",
    "\n",
    "\n\n",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => select(PIECES).prop_map(str::to_owned), 1 => ".{0,6}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn decisions() -> impl Strategy<Value = Decisions> {
    let restart = select(&[Restart::Keep, Restart::Continue][..]);
    let wrap = select(&[Wrap::Join, Wrap::Keep][..]);
    let bullets = select(&[Bullets::Records, Bullets::Text][..]);
    let roman = select(&[Roman::Auto, Roman::Keep, Roman::Numbers][..]);
    (restart, wrap, bullets, roman, any::<bool>()).prop_map(|(restart, wrap, bullets, roman, lead)| {
        Decisions {
            restart,
            wrap,
            bullets,
            roman,
            kind: Kind::Deliverable,
            lead: if lead { vec!["ar-trade".to_owned(), "1".to_owned()] } else { Vec::new() },
            ..Decisions::default()
        }
    })
}

proptest! {
    #![proptest_config(crate::random::config(200))]

    #[test]
    fn any_text_is_accounted_for_and_makes_a_book(text in text(), decisions in decisions(), table: bool) {
        let format = if table { SourceFormat::Table } else { SourceFormat::Text };
        let text = if table { format!("title,no\n{text}") } else { text };
        if let Ok(found) = read(&text, format, &decisions) {
            accounted(&found);
            let outcome = book(&found, &decisions).build();
            // The words of a plan may look like Markdown, and stay as they are.
            let problems: Vec<String> =
                outcome.places().into_iter().filter(|it| !it.starts_with("literal-markup ")).collect();
            prop_assert_eq!(problems, Vec::<String>::new());
            prop_assert_eq!(&read(&text, format, &decisions).unwrap().records, &found.records);
            if !table {
                let again = obey(&text, &outline(&text, &decisions).unwrap(), &decisions).unwrap();
                prop_assert_eq!(again.records, found.records);
                prop_assert_eq!(again.coverage, found.coverage);
            }
        }
    }

    #[test]
    fn any_bytes_are_a_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for is_table in [false, true] {
            if let Ok(source) = open(&bytes, is_table, &Decisions::default())
                && let Ok(found) = source.read(&Decisions::default())
            {
                accounted(&found);
            }
        }
    }
}

#[test]
fn a_text_in_utf_16_is_read() {
    let wide: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("1. A".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(open(&wide, false, &Decisions::default()).unwrap().text(), Some("1. A"));
}
