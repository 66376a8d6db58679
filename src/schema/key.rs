//! A key of a mapping: what it is called, what it takes and what it means.

use super::Shape;
use crate::vocabulary::{Audience, Choice, Status};

/// A mapping and what holds for its keys.
#[derive(Debug)]
pub struct Mapping {
    /// The keys in groups, in the order of the documentation.
    pub keys: &'static [&'static [Key]],
    /// Keys of which at least one must be there.
    pub one_of: &'static [&'static str],
    /// What one key asks of others.
    pub rules: &'static [Rule],
}

impl Mapping {
    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &'static Key> + use<> {
        self.keys.iter().copied().flatten()
    }
}

/// A mapping without more rules than its required keys.
pub(super) const fn plain(keys: &'static [&'static [Key]]) -> Mapping {
    Mapping { keys, one_of: &[], rules: &[] }
}

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// Whether it has to be there.
    pub need: Need,
    /// What it means, in a few words without a full stop.
    pub meaning: &'static str,
    /// A value as it is written.
    pub example: &'static str,
}

/// How much a key is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Without it the file is wrong.
    Required,
    /// Most files have it, so a new one shows it.
    Usual,
    /// Some have it.
    Seldom,
}

/// What one key asks of others.
#[derive(Debug)]
pub enum Rule {
    /// Where the key has one of the words, the other must be there.
    Asks(&'static str, &'static [&'static str], &'static str),
    /// The key may be there only where the other has this word.
    Only(&'static str, &'static str, &'static str),
}

/// What an id leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// An area.
    Area,
    /// An item or part.
    Item,
    /// An update.
    Update,
    /// An agency.
    Agency,
    /// A forum.
    Forum,
    /// A source document.
    Source,
    /// Another edition of the plan.
    Edition,
    /// An item of another edition.
    ItemOfEdition,
}

/// A word that may be chosen, and what it means.
pub type Word = (&'static str, &'static str);

/// The words of a closed list.
pub(super) fn words<T: Choice>() -> Vec<Word> {
    T::CHOICES.iter().zip(T::MEANINGS).map(|((word, _), meaning)| (*word, meaning.trim())).collect()
}

/// The statuses that an update can claim.
pub(super) fn claimed() -> Vec<Word> {
    let unclaimed = [Status::NotReported.word(), Status::NotStated.word()];
    words::<Status>().into_iter().filter(|(word, _)| !unclaimed.contains(word)).collect()
}

pub(super) const fn required(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Required, meaning, example }
}

pub(super) const fn usual(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Usual, meaning, example }
}

pub(super) const fn seldom(
    name: &'static str,
    shape: Shape,
    meaning: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, need: Need::Seldom, meaning, example }
}

const SUMMARY: Key = usual(
    "summary",
    Shape::Text,
    "one sentence, for lists and search engines",
    "What it is about, in one sentence",
);

/// Who may see what a mapping describes. Every mapping of a record may have it.
pub(super) const AUDIENCE: Key = seldom(
    "audience",
    Shape::Word(words::<Audience>),
    "who may see it [default: everybody, or the default audience in book.toml]",
    "internal",
);

/// What every record has.
pub(super) const COMMON: &[Key] = &[
    SUMMARY,
    seldom(
        "aliases",
        Shape::List(&Shape::Id),
        "former ids: their addresses redirect to the new one",
        "[old-id]",
    ),
    AUDIENCE,
];
