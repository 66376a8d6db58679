//! Canaries: words that stand nowhere but where they were put, each under a name that says where.

use std::collections::BTreeMap;

/// All words begin like this, so one search finds any of them, whole or cut short.
pub const WORD: &str = "zqcanary";

/// The names and what stands for them.
#[derive(Debug, Default)]
pub struct Canaries {
    pub words: BTreeMap<String, String>,
}

impl Canaries {
    /// Puts the canaries into a text: `@agency.name@` becomes the word for it, `@year.source.date@` a year to
    /// come, `@early.forum.from@` one long ago, `@number.meeting@` a number, `@lang.source@` a language code.
    pub fn plant(&mut self, text: &str) -> String {
        let mut planted = String::new();
        for (index, part) in text.split('@').enumerate() {
            match index % 2 {
                0 => planted.push_str(part),
                _ => planted.push_str(self.word(part)),
            }
        }
        planted
    }

    pub fn word(&mut self, name: &str) -> &str {
        let next = self.words.len() + 1;
        self.words.entry(name.to_owned()).or_insert_with(|| match name.split('.').next() {
            Some("year") => (7100 + next).to_string(),
            // Not a number that the style sheet has among its decimals.
            Some("early") => (1200 + next).to_string(),
            Some("number") => (73_000 + next).to_string(),
            Some("lang") => format!("en-{WORD}-{next:04}"),
            _ => format!("{WORD}{next:04}"),
        })
    }

    /// The years and numbers, which do not begin like the others.
    pub fn figures(&self) -> impl Iterator<Item = (&String, &String)> {
        self.words.iter().filter(|(_, word)| !word.starts_with(WORD))
    }
}
