//! The parts of a Word document that say how it looks: styles, lists, settings.

use super::package::xml;

/// The declaration of every part, and the names of its parts.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What the prefix `w` stands for.
pub(super) const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// The font for Chinese characters: each language writes some of them in its own way.
fn east_asian_font(language: &str) -> &'static str {
    match language.split('-').next().unwrap_or_default() {
        "zh" if language.contains("Hant") || language.contains("TW") => "Microsoft JhengHei",
        "zh" => "Microsoft YaHei",
        "ko" => "Malgun Gothic",
        _ => "Yu Gothic",
    }
}

/// The styles, in a language.
pub(super) fn styles(language: &str, rtl: bool) -> String {
    let (code, east) = (xml(language), east_asian_font(language));
    // Words in Chinese characters are in the language of the document, or in Japanese where that has none.
    let east_code = if ["zh", "ko", "ja"].iter().any(|it| language.starts_with(it)) { &code } else { "ja" };
    let bidi = if rtl { "<w:bidi/>" } else { "" };
    let mut text = format!(
        "{HEAD}<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"{east}\" w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"{code}\" w:eastAsia=\"{east_code}\" w:bidi=\"{code}\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{bidi}<w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    );
    text.push_str(&style("Normal", "Normal", "", "", ""));
    text.push_str(&heading("Title", "Title", "<w:spacing w:after=\"240\"/>", 40));
    for (level, size) in [(1, 30), (2, 26), (3, 23)] {
        let place = format!(
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"{}\" w:after=\"80\"/><w:outlineLvl w:val=\"{}\"/>",
            size * 10,
            level - 1
        );
        text.push_str(&heading(&format!("Heading{level}"), &format!("heading {level}"), &place, size));
    }
    let list =
        |number: u8| format!("<w:numPr><w:numId w:val=\"{number}\"/></w:numPr><w:spacing w:after=\"60\"/>");
    text.push_str(&style("ListBullet", "List Bullet", "Normal", &list(1), ""));
    text.push_str(&style("ListNumber", "List Number", "Normal", "<w:spacing w:after=\"60\"/>", ""));
    text.push_str(&style("Quote", "Quote", "Normal", "<w:ind w:left=\"567\" w:right=\"567\"/>", "<w:i/>"));
    text.push_str(&style(
        "Caption",
        "caption",
        "Normal",
        "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"60\"/>",
        "<w:b/>",
    ));
    text.push_str("<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0B5394\"/><w:u w:val=\"single\"/></w:rPr></w:style>");
    text.push_str("<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        text.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>"));
    }
    text + "</w:tblBorders><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style></w:styles>"
}

fn heading(id: &str, name: &str, place: &str, size: u32) -> String {
    style(id, name, "Normal", place, &format!("<w:b/><w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"))
}

fn style(id: &str, name: &str, based_on: &str, place: &str, letters: &str) -> String {
    let based = if based_on.is_empty() {
        String::new()
    } else {
        format!("<w:basedOn w:val=\"{based_on}\"/><w:next w:val=\"Normal\"/>")
    };
    let default = if based_on.is_empty() { " w:default=\"1\"" } else { "" };
    format!(
        "<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based}<w:qFormat/><w:pPr>{place}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )
}

/// Two kinds of lists, and one instance with numbers for each of so many lists: each begins with 1.
pub(super) fn numbering(lists: usize) -> String {
    let level = |format: &str, sign: &str| {
        format!(
            "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{sign}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl>"
        )
    };
    let mut text = format!("{HEAD}<w:numbering {MAIN}>");
    for (id, level) in [(0, level("bullet", "\u{2022}")), (1, level("decimal", "%1."))] {
        text.push_str(&format!("<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/>{level}</w:abstractNum>"));
    }
    text.push_str("<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for list in 0..lists {
        text.push_str(&format!(
            "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            list + 2
        ));
    }
    text + "</w:numbering>"
}
