//! Words of an answer that are not in the language of the book. Pages must say in which language they are
//! (`unmarked-language`): in a text with `[言葉](lang:ja)`, for a document with `lang`.

use crate::direction::{can_be_in, has_letters_of};
use crate::markdown::in_other_script;

/// The language of words in another script than that of the book; none where nobody can say, or where the book has that script.
/// `languages` are those of the site, that of the book first.
pub(super) fn other_language<'l>(text: &str, languages: &'l [String]) -> Option<&'l str> {
    let words = &text
        [in_other_script(text).filter(|_| languages.first().is_none_or(|own| has_latin_letters(own)))?];
    // Letters that only one language has.
    let by_letters = text.chars().find_map(|sign| match sign {
        '\u{3041}'..='\u{30ff}' => Some("ja"),
        '\u{ac00}'..='\u{d7a3}' => Some("ko"),
        _ => None,
    });
    by_letters.or_else(|| {
        let mut others = languages.iter().skip(1).map(String::as_str);
        others.find(|other| !has_latin_letters(other) && has_letters_of(other, words))
    })
}

fn has_latin_letters(language: &str) -> bool {
    can_be_in(language, "a")
}

/// A paragraph of Markdown in which such words are marked: all of it where most letters are of the other script, else the words.
pub(super) fn marked(paragraph: &str, language: &str) -> String {
    let letters = paragraph.chars().filter(|sign| sign.is_alphabetic()).count();
    let latin = paragraph.chars().filter(|sign| sign.is_alphabetic() && *sign <= '\u{24f}').count();
    if latin * 2 <= letters {
        let (bullet, words) = match paragraph.strip_prefix("- ") {
            Some(words) => ("- ", words),
            None => ("", paragraph),
        };
        return format!("{bullet}[{words}](lang:{language})");
    }
    let mut text = String::new();
    let mut rest = paragraph;
    while let Some(words) = in_other_script(rest) {
        text.push_str(&rest[..words.start]);
        text.push_str(&format!("[{}](lang:{language})", &rest[words.clone()]));
        rest = &rest[words.end..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::{marked, other_language};

    #[test]
    fn words_in_another_script_have_their_language() {
        let of = |text: &str, languages: &[&str]| {
            let languages: Vec<String> = languages.iter().map(|one| (*one).to_owned()).collect();
            other_language(text, &languages).map(str::to_owned)
        };
        assert_eq!(of("会合を開いた。", &["en", "ja"]).as_deref(), Some("ja"));
        assert_eq!(of("会合を開いた。", &["en"]).as_deref(), Some("ja"), "kana are of one language only");
        assert_eq!(of("防衛省", &["en", "fr", "zh-Hans"]).as_deref(), Some("zh-Hans"));
        assert_eq!(of("Встреча состоялась", &["en"]), None, "several languages have these letters");
        assert_eq!(of("Встреча состоялась", &["en", "ja"]), None, "nobody writes Japanese in these letters");
        assert_eq!(of("عقد الاجتماع", &["en", "ja"]), None);
        assert_eq!(of("عقد الاجتماع", &["en", "ja", "ar"]).as_deref(), Some("ar"));
        assert_eq!(of("Встреча состоялась", &["en", "ja", "ru"]).as_deref(), Some("ru"));
        assert_eq!(of("회의를 열었다", &["fr", "ja"]).as_deref(), Some("ko"));
        assert_eq!(of("We met in Tōkyō: α, ½", &["en", "ja"]), None);
        assert_eq!(of("会合を開いた。", &["ja", "en"]), None);
    }

    #[test]
    fn a_paragraph_is_marked_and_a_word_in_it_where_the_others_are_of_the_book() {
        assert_eq!(marked("会合を開いた（ACSA）。", "ja"), "[会合を開いた（ACSA）。](lang:ja)");
        assert_eq!(marked("- 会合を開いた", "ja"), "- [会合を開いた](lang:ja)");
        assert_eq!(
            marked("The ministry (防衛省) and the agency (警察庁) met", "ja"),
            "The ministry ([防衛省](lang:ja)) and the agency ([警察庁](lang:ja)) met"
        );
    }
}
