//! All values of an answer.

use super::meaning::{One, Unclear};
use super::reader::Reader;
use super::separate::is_mapping;
use crate::schema::Shape;

/// What an answer says.
#[derive(Debug, Default)]
pub struct Answer {
    /// The values to write; one that is not understood stays as it is.
    pub values: Vec<String>,
    /// What was corrected with certainty: as typed, and as taken.
    pub taken: Vec<(String, String)>,
    /// What is not understood.
    pub unclear: Vec<Unclear>,
}

impl Reader<'_> {
    /// Reads the values of a key.
    pub fn read(&self, key: &'static str, shape: &Shape, texts: &[String]) -> Answer {
        let mut answer = Answer::default();
        let Some(single) = shape.single() else { return answer };
        for text in texts {
            // The check of the whole record reads what a mapping says.
            if shape.has_mappings() && is_mapping(text) {
                answer.add(text.clone());
                continue;
            }
            match self.one(key, single, text) {
                One::Right => answer.add(text.clone()),
                One::Taken(value) => {
                    answer.taken.push((text.clone(), value.clone()));
                    answer.add(value);
                }
                One::Unclear(unclear) => {
                    answer.unclear.push(unclear);
                    answer.add(text.clone());
                }
            }
        }
        answer
    }
}

impl Answer {
    fn add(&mut self, value: String) {
        if !self.values.contains(&value) {
            self.values.push(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Reader};
    use crate::plan::Plan;
    use crate::schema::{Shape, Target};
    use crate::vocabulary::{Choice, Kind};

    fn kinds() -> Vec<(&'static str, &'static str)> {
        Kind::CHOICES.iter().map(|(word, _)| (*word, "")).collect()
    }

    fn read(key: &'static str, shape: &Shape, text: &str) -> Answer {
        let plan = Plan::default();
        Reader::new(&plan, &[]).read(key, shape, &[text.to_owned()])
    }

    #[test]
    fn answers_are_looked_at_by_what_is_asked() {
        let right = |shape: &Shape, text: &str| {
            let answer = read("kind", shape, text);
            answer.unclear.is_empty() && answer.taken.is_empty()
        };
        assert!(right(&Shape::OwnDate, "2024-05") && !right(&Shape::OwnDate, "ongoing"));
        assert!(right(&Shape::Date, "ongoing") && !right(&Shape::Date, "May"));
        assert!(right(&Shape::Cadence, "every year") && !right(&Shape::Cadence, "often"));
        assert!(right(&Shape::Address, "https://a.example/") && !right(&Shape::Address, "a.example"));
        assert!(right(&Shape::Number(1, 3), "3") && !right(&Shape::Number(1, 3), "4"));
        assert!(right(&Shape::Enum(kinds), "event") && !right(&Shape::Enum(kinds), "evnt"));
        assert!(!right(&Shape::Reference(Target::Item), "1.1"));
    }

    #[test]
    fn what_is_certain_is_taken_and_what_is_not_is_explained() {
        for (shape, text, value) in [
            (&Shape::OwnDate, "3 March 2025", "2025-03-03"),
            (&Shape::OwnDate, "2025/3/3", "2025-03-03"),
            (&Shape::Date, "open-ended", "ongoing"),
            (&Shape::Cadence, "quarterly", "every 3 months"),
            (&Shape::Number(1, 9), "３", "3"),
            (&Shape::Enum(kinds), "Event.", "event"),
        ] {
            let answer = read("kind", shape, text);
            assert_eq!(answer.values, [value], "{text}");
            assert_eq!(answer.taken, [(text.to_owned(), value.to_owned())]);
        }
        for (key, shape, text, instead, said) in [
            ("date", &Shape::OwnDate, "03/04/2025", None, "which number is the day?"),
            ("cadence", &Shape::Cadence, "biannually", None, "the word is used for both"),
            ("kind", &Shape::Enum(kinds), "annual", Some("recurring"), "write `recurring`"),
            ("title", &Shape::Name, &"x".repeat(1_001), None, "at most 1000"),
        ] {
            let answer = read(key, shape, text);
            assert_eq!(answer.values, [text]);
            let [unclear] = &answer.unclear[..] else { panic!("{text}") };
            assert_eq!(unclear.instead.as_deref(), instead, "{text}");
            assert!(unclear.why.contains(said), "{}", unclear.why);
        }
    }
}
