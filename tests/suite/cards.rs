//! Preview images for where pages are shared.

use crate::book::{Book, Outcome};

const SETTINGS: &str = "[book]\ntitle = \"Harbour plan\"\n[site]\nbase-url = \"https://plan.example/\"\n[outputs]\ncards = true\n";

fn book(settings: &str) -> Book {
    Book::new().file("book.toml", format!("{SETTINGS}{settings}"))
}

/// The value of a `meta` element of a page.
fn meta(site: &Outcome, page: &str, name: &str) -> Option<String> {
    let html = String::from_utf8_lossy(&site.files[page]);
    let rest = html.split_once(&format!("\"{name}\" content=\""))?.1;
    Some(rest.split('"').next().unwrap_or_default().to_owned())
}

fn cards(site: &Outcome) -> Vec<&str> {
    site.files.keys().filter(|path| path.contains("card.")).map(String::as_str).collect()
}

/// A font in which the character of the sea, and no other, is a square.
fn font_of_the_sea() -> Vec<u8> {
    let words = |words: &[u16]| words.iter().flat_map(|word| word.to_be_bytes()).collect::<Vec<u8>>();
    let longs = |longs: &[u32]| longs.iter().flat_map(|long| long.to_be_bytes()).collect::<Vec<u8>>();
    let letter = u32::from('海');
    let name: Vec<u16> = "Sea".encode_utf16().collect();
    let (minus_800, minus_200) = (800_u16.wrapping_neg(), 200_u16.wrapping_neg());
    let cmap = [words(&[0, 1, 3, 10]), longs(&[12]), words(&[12, 0]), longs(&[28, 0, 1, letter, letter, 1])];
    // One contour of four points: the box around them, the last point, no instructions, four flags, steps across and up.
    let glyf = words(&[1, 100, 0, 900, 800, 3, 0, 0x0101, 0x0101, 100, 0, 800, 0, 0, 800, 0, minus_800, 0]);
    let head = [
        longs(&[0x0001_0000, 0x0001_0000, 0, 0x5f0f_3cf5]),
        words(&[0, 1000]),
        longs(&[0, 0, 0, 0]),
        words(&[0, 0, 1000, 1000, 0, 8, 2, 1, 0]),
    ];
    let hhea =
        [longs(&[0x0001_0000]), words(&[800, minus_200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 2])];
    let names = words(&[0, 2, 30, 3, 1, 0x409, 1, 6, 0, 3, 1, 0x409, 6, 6, 0]);
    let tables: [(&[u8; 4], Vec<u8>); 8] = [
        (b"cmap", cmap.concat()),
        (b"glyf", glyf),
        (b"head", head.concat()),
        (b"hhea", hhea.concat()),
        (b"hmtx", words(&[1000, 0, 1000, 0])),
        (b"loca", longs(&[0, 0, 36])),
        (b"maxp", [longs(&[0x5000]), words(&[2])].concat()),
        (b"name", [names, words(&name)].concat()),
    ];
    let mut font = [longs(&[0x0001_0000]), words(&[8, 128, 3, 0])].concat();
    let mut data = Vec::new();
    for (tag, mut table) in tables {
        font.extend(*tag);
        font.extend(longs(&[0, 12 + 8 * 16 + data.len() as u32, table.len() as u32]));
        table.resize(table.len().next_multiple_of(4), 0);
        data.extend(table);
    }
    [font, data].concat()
}

#[test]
fn cards_are_made_when_the_book_asks_and_named_by_whole_addresses() {
    assert_eq!(cards(&Book::new().build()), Vec::<&str>::new());
    let site = book("").item("1.2", "").build();
    let png = &site.files["items/1.1/card.png"];
    let number = |at: usize| png[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    assert_eq!((&png[..8], number(16), number(20)), (b"\x89PNG\r\n\x1a\n".as_slice(), 1200, 630));
    assert!(png.len() < 60_000, "{} bytes", png.len());
    assert_ne!(png, &site.files["items/1.2/card.png"]);
    assert_eq!(site.files, book("").item("1.2", "").build().files);
    let item = |name: &str| meta(&site, "items/1.1/index.html", name).unwrap_or_default();
    assert_eq!(item("og:image"), "https://plan.example/items/1.1/card.png");
    assert_eq!(item("og:image:type"), "image/png");
    assert_eq!((item("og:image:width").as_str(), item("og:image:height").as_str()), ("1200", "630"));
    assert_eq!(item("og:image:alt"), "Item 1.1, Hold talks, No public information found");
    assert_eq!(item("twitter:card"), "summary_large_image");
    let list = |name: &str| meta(&site, "items/index.html", name).unwrap_or_default();
    assert_eq!(list("og:image"), "https://plan.example/card.png");
    assert!(!list("og:image:alt").is_empty());
    // Without an address there are pictures, and no page names them.
    let settings = SETTINGS.replace("base-url", "banner");
    let site = Book::new().file("book.toml", settings).build();
    assert!(site.files.contains_key("items/1.1/card.png"));
    assert_eq!(meta(&site, "items/1.1/index.html", "og:image"), None);
}

#[test]
fn a_card_has_the_words_and_the_look_that_it_is_of() {
    let card = |book: &Book| book.build().files["items/1.1/card.png"].clone();
    let plain = card(&book(""));
    for (what, changed) in [
        ("title", book("").file("content/areas/01-trade/1.1-talks.md", "---\ntitle: Other talks\nkind: recurring\n---\n")),
        ("site", book("").file("book.toml", SETTINGS.replace("Harbour", "Fishing"))),
        ("day", book("").as_of("2024-06-29")),
        ("theme", book("").file("themes/default/templates/card.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"315\"><text y=\"99\">{{ page.label }}</text></svg>")),
    ] {
        assert!(plain != card(&changed), "{what}");
    }
}

#[test]
fn a_card_with_a_letter_that_no_font_has_is_left_out_and_reported_once() {
    let in_japanese = |book: Book| {
        book.item("1.2", "")
            .file("content/areas/01-trade/1.3-x.md", "---\ntitle: Sea 海\nkind: event\n---\n")
            .file("content/areas/01-trade/1.4-x.md", "---\ntitle: 海海\nkind: event\n---\n")
    };
    let found = |outcome: &Outcome| -> Vec<String> {
        outcome.places().into_iter().filter(|place| place.starts_with("card-")).collect()
    };
    let without = in_japanese(book(""));
    let site = without.build();
    assert_eq!(found(&site), ["card-without-font book.toml:6"]);
    let report = without.report();
    assert!(report.contains("2 preview images are left out"), "{report}");
    assert!(report.contains("the page /items/1.3/ has `海`") && report.contains("card-font = "), "{report}");
    for item in ["1.3", "1.4"] {
        assert!(!site.files.contains_key(&format!("items/{item}/card.png")));
        let page = format!("items/{item}/index.html");
        for name in ["og:image", "og:image:alt", "twitter:card"] {
            assert_eq!(meta(&site, &page, name), None, "{item} {name}");
        }
    }
    assert!(meta(&site, "items/1.1/index.html", "og:image").is_some());
    // With a font that has the letter, there are all cards, and they show it.
    let setting = "card-font = \"themes/default/fonts/sea.ttf\"\n";
    let font = "themes/default/fonts/sea.ttf";
    let site = in_japanese(book(setting)).file(font, font_of_the_sea()).build();
    assert_eq!(found(&site), Vec::<String>::new());
    assert!(!site.files.keys().any(|path| path.ends_with(".ttf")), "the font is not published");
    let (one, two) = (&site.files["items/1.3/card.png"], &site.files["items/1.4/card.png"]);
    assert!(one != two && meta(&site, "items/1.4/index.html", "og:image").is_some());
    let blank = in_japanese(book(setting)).file(font, font_of_the_sea());
    let blank = blank.file("content/areas/01-trade/1.3-x.md", "---\ntitle: Sea\nkind: event\n---\n").build();
    assert!(one != &blank.files["items/1.3/card.png"], "the letter is drawn");
    // One that has other letters changes nothing, and the report stands where it is named.
    let other = in_japanese(book(setting)).file(font, font_of_the_sea());
    let other = other.file("content/areas/01-trade/1.4-x.md", "---\ntitle: 空\nkind: event\n---\n");
    assert_eq!(found(&other.build()), ["card-without-font book.toml:7"]);
    let report = other.report();
    assert!(report.contains("the preview image of the page /items/1.4/ is left out"), "{report}");
}

#[test]
fn the_font_of_cards_must_be_one() {
    let at = |path: &str| book(&format!("card-font = \"{path}\"\n"));
    let font = "themes/default/fonts/sea.ttf";
    assert_eq!(at(font).file(font, font_of_the_sea()).build().places(), Vec::<String>::new());
    for (wanted, book) in [
        ("is not a file of the book", at("themes/default/fonts/see.ttf").file(font, font_of_the_sea())),
        ("did you mean", at("themes/default/fonts/see.ttf").file(font, font_of_the_sea())),
        ("is not a file of the book", at("/etc/passwd")),
        ("is not a file of the book", at("../sea.ttf")),
        ("cannot be read", at(font).file(font, &font_of_the_sea()[..40])),
        ("cannot be read", at(font).file(font, "wOF2")),
        ("cannot be read", at("content/plan.md")),
        ("`card-font` is empty", at("")),
    ] {
        assert_eq!(book.problems(), ["wrong-type book.toml:7"], "{wanted}");
        let report = book.report();
        assert!(report.contains(wanted), "{report}");
    }
}

#[test]
fn a_template_that_makes_no_picture_is_reported_where_it_stands() {
    for text in ["x", "<svg", "<p>x</p>", "<svg xmlns=\"http://www.w3.org/2000/svg\">{{ page.x }}</svg>"] {
        let book = book("").file("themes/default/templates/card.svg", text);
        assert_eq!(book.build().places(), ["template-error themes/default/templates/card.svg:1"], "{text}");
    }
}

#[test]
fn a_card_says_that_its_plan_has_ended_and_draws_signs_by_others_that_mean_the_same() {
    let plan =
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nperiod: 2020/2022\n---\n";
    let item = "---\ntitle: Cut CO\u{2082} by half\nkind: deliverable\n---\n";
    let book = book("").file("content/areas/01-trade/1.3-co2.md", item);
    let ended = book.clone().file("content/plan.md", plan).build();
    let alt = meta(&ended, "items/1.3/index.html", "og:image:alt").unwrap();
    assert!(
        alt.contains("CO\u{2082} by half")
            && alt.ends_with("The plan ended on 31 December 2022. This is its last known state."),
        "{alt}"
    );
    let card = |site: &Outcome| site.files["items/1.3/card.png"].clone();
    let plain = book
        .file("content/areas/01-trade/1.3-co2.md", item.replace('\u{2082}', "2"))
        .file("content/plan.md", plan)
        .build();
    assert_eq!(card(&ended), card(&plain));
    let current = plan.replace("2022", "2032");
    assert_ne!(
        card(&plain),
        card(
            &self::book("")
                .file("content/areas/01-trade/1.3-co2.md", item)
                .file("content/plan.md", current)
                .build()
        )
    );
}

#[test]
fn a_card_says_what_its_status_would_be_false_without() {
    let source = "evidence: [{title: S, url: \"https://s.example/\"}]\n";
    let audit = format!("assessment: {{assessor: Audit Office, verdict: not-started}}\n{source}");
    let settings = SETTINGS.replace("[site]\n", "[site]\nbanner = \"For comment\"\n");
    let with = |update: &str| {
        Book::new()
            .file("book.toml", &settings)
            .item("1.2", "")
            .update("2021-02-03-x", "[\"1.2\"]", &format!("status: completed\n{source}"))
            .update("2021-06-01-y", "[\"1.2\"]", update)
            .internal()
            .build()
    };
    let (disputed, plain) = (with(&audit), with(source));
    let alt = |site: &Outcome| meta(site, "items/1.2/index.html", "og:image:alt").unwrap();
    assert_eq!(alt(&plain), "Item 1.2, Item 1.2, Completed, Internal: not for publication, For comment");
    assert_eq!(
        alt(&disputed),
        "Item 1.2, Item 1.2, Completed, Internal: not for publication, Audit Office judged: not started (1 June 2021). The assessor found less than was reported, For comment"
    );
    assert_ne!(disputed.files["items/1.2/card.png"], plain.files["items/1.2/card.png"]);
    // What was found of an earlier status says nothing of the one that was reported since.
    let since = Book::new()
        .file("book.toml", &settings)
        .item("1.2", "")
        .update("2021-02-03-x", "[\"1.2\"]", &format!("status: in-progress\n{source}"))
        .update("2021-06-01-y", "[\"1.2\"]", &audit)
        .update("2021-12-01-z", "[\"1.2\"]", &format!("status: completed\n{source}"));
    assert_eq!(alt(&since.build()), "Item 1.2, Item 1.2, Completed, For comment");
    let public = Book::new().file("book.toml", &settings).build();
    let internal = Book::new().file("book.toml", &settings).internal().build();
    assert_ne!(public.files["card.png"], internal.files["card.png"]);
}
