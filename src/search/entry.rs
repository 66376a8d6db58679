//! What a search can find.

/// How much the words of a text say of what a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Its title or name.
    Title,
    /// Abbreviations, former and native names.
    OtherName,
    /// One sentence about it.
    Summary,
    /// The plan's own words.
    Wording,
    /// The same in another language.
    OtherLanguage,
    /// What became of it: the headlines of its updates.
    History,
    /// Its text, and everything else.
    Text,
    /// What stands beside it: where it is in a source, who does what, how something was looked for.
    Aside,
}

impl Weight {
    /// How many there are.
    pub(super) const COUNT: usize = 8;

    /// How much a word counts that stands there once.
    pub(super) fn factor(self) -> f32 {
        match self {
            Self::Title => 6.0,
            Self::OtherName => 5.0,
            Self::Summary => 2.5,
            Self::Wording => 2.5,
            Self::OtherLanguage => 2.0,
            Self::History => 1.2,
            Self::Text => 1.0,
            Self::Aside => 0.5,
        }
    }

    /// How much less a word counts where such texts are longer than the usual one: from 0, not at all, to 1.
    pub(super) fn dilution(self) -> f32 {
        match self {
            Self::Title | Self::OtherName => 0.3,
            Self::Summary | Self::Wording | Self::OtherLanguage => 0.5,
            Self::History | Self::Text | Self::Aside => 0.75,
        }
    }
}

/// A record, or a page, that can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its address, from where the site of its language stands.
    pub address: String,
    /// The file in which it is written, from the book's root; no reader of the site is shown it.
    pub file: Option<String>,
    /// The place of its kind in the list of kinds.
    pub kind: usize,
    /// How much rather it is meant than another with the same words: 1 is neither.
    pub likely: f32,
    /// Its number or code, as shown.
    pub number: Option<String>,
    /// Its title.
    pub title: String,
    /// Whether the title is in the language that the plan was written in, because nobody translated it.
    pub is_title_original: bool,
    /// Its status: the word of the vocabulary, and the words that are shown.
    pub status: Option<(String, String)>,
    /// A word on where it belongs: a date, an area.
    pub place: Option<String>,
    /// Numbers and codes that lead to it, and with a point behind them to its parts.
    pub numbers: Vec<String>,
    /// What else it is called, as a whole.
    pub names: Vec<String>,
    /// What is shown to say why it was found.
    pub excerpt: String,
    /// The same of what is not translated, in the language that the plan was written in.
    pub original: String,
    /// Its texts.
    pub texts: Vec<(Weight, String)>,
    /// What it can be chosen by: the place of the filter, and its value there.
    pub marks: Vec<(usize, String)>,
}

/// A kind of what can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryKind {
    /// Its word in addresses of a search.
    pub key: &'static str,
    /// What many of it are called.
    pub title: String,
}

/// What results can be chosen by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Its word in addresses of a search.
    pub key: &'static str,
    /// What it is called.
    pub title: String,
    /// The values that can be chosen and their names, in the order in which they are offered.
    pub values: Vec<(String, String)>,
}

/// Everything that a site lets be found, in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// The code of the language.
    pub language: String,
    /// The code of the language that the plan was written in.
    pub original: String,
    /// The kinds.
    pub kinds: Vec<EntryKind>,
    /// The filters.
    pub filters: Vec<Filter>,
    /// The entries; those of one kind stand together, in the order of the kinds.
    pub entries: Vec<Entry>,
}
