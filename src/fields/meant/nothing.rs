//! Words that people put where they have nothing to write.

/// What a text says that is no report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoReport {
    /// That there is nothing.
    Nothing,
    /// Perhaps that, perhaps that the question does not apply, or that nobody knows: whoever wrote it has to say.
    Unclear,
}

/// What says that there is nothing, in small letters.
const NOTHING: &[&str] = &[
    // English
    "none",
    "nil",
    "nothing",
    "nothing new",
    "nothing to add",
    "nothing to report",
    "no change",
    "no changes",
    "no news",
    "no update",
    "no updates",
    "unchanged",
    // Japanese
    "なし",
    "無し",
    "無",
    "特になし",
    "特に無し",
    "特にありません",
    "ありません",
    "該当なし",
    "該当無し",
    "報告なし",
    "報告事項なし",
    "変更なし",
    "変化なし",
    // French
    "aucun",
    "aucune",
    "aucun changement",
    "néant",
    "pas de changement",
    "ras",
    "rien",
    "rien à signaler",
    "rien de nouveau",
    "sans changement",
    // German
    "fehlanzeige",
    "keine",
    "keine änderung",
    "keine änderungen",
    "nichts",
    "nichts neues",
    "nichts zu berichten",
    "unverändert",
    // Spanish
    "nada",
    "nada que comunicar",
    "nada que informar",
    "nada que reportar",
    "ninguna",
    "ninguno",
    "sin cambios",
    "sin novedad",
    "sin novedades",
];

/// What may say that, or something else.
const UNCLEAR: &[&str] = &[
    // English
    "n/a",
    "as above",
    "ditto",
    "not applicable",
    "not available",
    "not known",
    "same as above",
    "see above",
    "tba",
    "tbc",
    "tbd",
    "to be confirmed",
    "unknown",
    // Japanese
    "同上",
    "非該当",
    "不明",
    "未定",
    // French
    "inconnu",
    "non applicable",
    "sans objet",
    "s. o.",
    // German
    "entfällt",
    "k. a.",
    "keine angabe",
    "keine angaben",
    "nicht zutreffend",
    "trifft nicht zu",
    "unbekannt",
    // Spanish
    "desconocido",
    "n/d",
    "no aplica",
    "no procede",
];

/// What a text says, where it is no report. Signs alone, such as a dash, are unclear; no text is none of this.
pub fn no_report(written: &str) -> Option<NoReport> {
    let text = letters(written);
    if text.is_empty() {
        return (!written.trim().is_empty()).then_some(NoReport::Unclear);
    }
    let is_one = |words: &[&str]| words.iter().any(|word| letters(word) == text);
    match (is_one(NOTHING), is_one(UNCLEAR)) {
        (true, _) => Some(NoReport::Nothing),
        (false, true) => Some(NoReport::Unclear),
        (false, false) => None,
    }
}

/// Words that stand for a report somebody meant to write, or agree to something.
const NO_SENTENCE: &[&str] = &[
    "ok",
    "okay",
    "yes",
    "no",
    "draft",
    "test",
    "todo",
    "tbc",
    "see above",
    "see attached",
    "finished",
    "same",
    "no change",
    "unchanged",
    "はい",
    "済",
    "済み",
    "了",
    "下書き",
    "確認中",
    "変更なし",
    "変更無し",
    "oui",
    "non",
    "brouillon",
    "fait",
    "ja",
    "nein",
    "entwurf",
    "erledigt",
    "sí",
    "hecho",
    "borrador",
];

/// Whether a text alone is no sentence that can be published, such as "OK" and "DRAFT".
pub fn is_no_sentence(written: &str) -> bool {
    is_among(written, NO_SENTENCE)
}

/// Those of them that say that a report is elsewhere, or still to come: it must not be lost.
const ANNOUNCING: &[&str] = &[
    "draft",
    "test",
    "todo",
    "tbc",
    "see above",
    "see attached",
    "下書き",
    "確認中",
    "brouillon",
    "entwurf",
    "borrador",
];

/// Whether a word that is no sentence says that there is a report in another place, or will be.
pub fn announces(written: &str) -> bool {
    is_among(written, ANNOUNCING)
}

/// Those that say that something is done.
const DONE: &[&str] = &["finished", "済", "済み", "了", "fait", "erledigt", "hecho"];

/// Whether a word that is no sentence says that something is done.
pub fn is_done_word(written: &str) -> bool {
    is_among(written, DONE)
}

fn is_among(written: &str, words: &[&str]) -> bool {
    let text = letters(written);
    words.iter().any(|word| letters(word) == text)
}

/// A text as it is compared: full stops, spaces and bars stand in these words or not.
fn letters(text: &str) -> String {
    let (plain, _) = super::characters::plain(text);
    plain.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{NoReport, no_report};

    #[test]
    fn words_that_are_no_report_are_known_however_they_are_written() {
        for text in [
            "None",
            "nil.",
            "Nothing to report!",
            "特になし。",
            "特に なし",
            "該当なし",
            "（なし）",
            "Néant",
            "R.A.S.",
            "Keine.",
            "sin  novedad",
        ] {
            assert_eq!(no_report(text), Some(NoReport::Nothing), "{text}");
        }
        for text in
            ["N/A", "n.a.", "NA", "Ｎ／Ａ", "–", "-", "…", "?", "TBD", "同上", "k.A.", "S.O.", "no aplica"]
        {
            assert_eq!(no_report(text), Some(NoReport::Unclear), "{text}");
        }
        for text in [
            "",
            "  ",
            "No",
            "None of the wells was closed",
            "特になしとの報告",
            "Nothing to report to the council",
            "Nilgiri",
            "1",
        ] {
            assert_eq!(no_report(text), None, "{text}");
        }
    }
}
