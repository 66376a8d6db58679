//! Ids of areas, items and parts: `3`, `3.2`, `3.2.a`. They are places in an outline, so they sort as one.

/// One step of an outline id. Numbers sort as numbers, before words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Step {
    Number(u64),
    Word(String),
}

/// What the last step of an id counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// `2` of `3.2`.
    Number(u64),
    /// `a` of `3.2.a`, as its code. `i` may be a letter or a Roman number.
    Letter(u64),
}

/// `xviii`, the eighteenth part of something.
const LONGEST_NUMERAL: usize = 5;

/// Words that stand before a number in a text.
const BEFORE_A_NUMBER: [&str; 6] = ["item ", "area ", "part ", "no. ", "section ", "no "];

/// The id of an area, item or part.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OutlineId {
    steps: Vec<Step>,
    text: String,
}

/// How numbers are shown. Ids and addresses stay the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbering {
    /// `3.2.a`
    #[default]
    Dots,
    /// `3 (2) (a)`
    Parentheses,
}

impl OutlineId {
    /// Reads `3.2.a`: letters and digits, joined by full stops. Numbers have no leading zero.
    pub fn parse(text: &str) -> Option<Self> {
        let steps = text.split('.').map(step).collect::<Option<Vec<_>>>()?;
        Some(Self { steps, text: text.to_owned() })
    }

    /// Reads an id that nobody takes for a word: digits first, and after them no more letters than a numeral has.
    pub fn parse_number(text: &str) -> Option<Self> {
        let short = |step: &Step| !matches!(step, Step::Word(word) if word.len() > LONGEST_NUMERAL);
        Self::parse(text)
            .filter(|id| matches!(id.steps.first(), Some(Step::Number(_))) && id.steps.iter().all(short))
    }

    /// Reads a number as plans print it: `3 (2) (a)`, `3(2)a`, `3.2a`, `Item 3.2.`. Whoever copies it from a page writes this.
    pub fn from_shown(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let bare = BEFORE_A_NUMBER.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(&text);
        let mut plain = String::new();
        for c in bare.chars().filter(|c| !c.is_whitespace() && *c != ')') {
            let c = if c == '(' { '.' } else { c };
            let last = plain.chars().next_back();
            let turns = last.is_some_and(|last| {
                last.is_ascii_alphanumeric()
                    && c.is_ascii_alphanumeric()
                    && last.is_ascii_digit() != c.is_ascii_digit()
            });
            if turns {
                plain.push('.');
            }
            if c != '.' || last.is_some_and(|last| last != '.') {
                plain.push(c);
            }
        }
        Self::parse_number(plain.trim_end_matches('.'))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How deep: 1 for an area, 2 for an item, more for a part.
    pub fn depth(&self) -> usize {
        self.steps.len()
    }

    /// The id one step up.
    pub fn parent(&self) -> Option<Self> {
        let (text, _) = self.text.rsplit_once('.')?;
        Some(Self { steps: self.steps[..self.steps.len() - 1].to_vec(), text: text.to_owned() })
    }

    /// What the last step counts, when it is a number or a single letter.
    pub fn count(&self) -> Option<Count> {
        match self.steps.last()? {
            Step::Number(number) => Some(Count::Number(*number)),
            Step::Word(word) => match word.as_bytes() {
                [letter @ b'a'..=b'z'] => Some(Count::Letter(u64::from(*letter))),
                _ => None,
            },
        }
    }

    /// Whether another begins with it and has more steps: `3.2` is before `3.2.a`.
    pub fn is_before(&self, other: &Self) -> bool {
        other.text.strip_prefix(&self.text).is_some_and(|rest| rest.starts_with('.'))
    }

    /// The first step: the area's number.
    pub fn area(&self) -> &str {
        self.text.split('.').next().unwrap_or(&self.text)
    }

    /// The number as it is shown.
    pub fn number(&self, numbering: Numbering) -> String {
        let mut steps = self.text.split('.');
        match numbering {
            Numbering::Dots => self.text.clone(),
            Numbering::Parentheses => {
                let mut shown = steps.next().unwrap_or_default().to_owned();
                for step in steps {
                    shown.push_str(&format!(" ({step})"));
                }
                shown
            }
        }
    }
}

impl Ord for OutlineId {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.steps.cmp(&other.steps)
    }
}

impl PartialOrd for OutlineId {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

fn step(text: &str) -> Option<Step> {
    if text.is_empty() || !text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()) {
        return None;
    }
    if text.chars().all(|c| c.is_ascii_digit()) {
        let number: u64 = text.parse().ok()?;
        return (text.len() == 1 || !text.starts_with('0')).then_some(Step::Number(number));
    }
    Some(Step::Word(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Numbering, OutlineId};

    #[test]
    fn ids_sort_as_an_outline() {
        let mut ids: Vec<OutlineId> = ["10.1", "3.10", "3.9", "3.2.b", "3.2", "3.2.a"]
            .iter()
            .filter_map(|id| OutlineId::parse(id))
            .collect();
        ids.sort();
        let texts: Vec<&str> = ids.iter().map(OutlineId::as_str).collect();
        assert_eq!(texts, ["3.2", "3.2.a", "3.2.b", "3.9", "3.10", "10.1"]);
    }

    #[test]
    fn only_plain_steps_make_an_id() {
        for text in ["", ".", "3.", "3..1", "3.A", "03.1", "3 1", "３.1", "99999999999999999999"] {
            assert_eq!(OutlineId::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_is_read_as_it_is_printed() {
        for (text, id) in [
            ("3 (2) (a)", "3.2.a"),
            ("3(2)(a)", "3.2.a"),
            ("3(2)a", "3.2.a"),
            ("3.2a", "3.2.a"),
            ("3.2(a)", "3.2.a"),
            ("Item 3.2", "3.2"),
            ("3.2.", "3.2"),
            ("3)", "3"),
            ("3", "3"),
        ] {
            assert_eq!(OutlineId::from_shown(text).as_ref().map(OutlineId::as_str), Some(id), "{text}");
        }
        for text in ["", "(", "a", "Talks", "3-4", "3/4", "item "] {
            assert_eq!(OutlineId::from_shown(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_shown_as_the_plan_writes_them() {
        let id = OutlineId::parse("3.2.a").unwrap();
        assert_eq!(id.number(Numbering::Parentheses), "3 (2) (a)");
        assert_eq!(id.number(Numbering::Dots), "3.2.a");
        assert_eq!(id.parent().unwrap().as_str(), "3.2");
        assert_eq!(id.area(), "3");
    }
}
