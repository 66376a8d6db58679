//! A book as a value, before it is written down: records with keys and texts, and what of them is internal.

/// The place of a record in the list of all records.
pub type Key = usize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Plan,
    Area,
    Item,
    Update,
    /// An update in the front matter of an item.
    Short,
    Agency,
    Forum,
    Source,
    Page,
    /// `plan.md` of another edition.
    EditionPlan,
    EditionArea,
    EditionItem,
    EditionUpdate,
    EditionShort,
}

impl Kind {
    /// Whether it is an update in the front matter of an item.
    pub fn is_short(self) -> bool {
        matches!(self, Self::Short | Self::EditionShort)
    }

    /// Whether it belongs to another edition.
    pub fn is_of_edition(self) -> bool {
        use Kind::{EditionArea, EditionItem, EditionPlan, EditionShort, EditionUpdate};
        matches!(self, EditionPlan | EditionArea | EditionItem | EditionUpdate | EditionShort)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Area => "area",
            Self::Item => "item",
            Self::Update => "update",
            Self::Short => "short update",
            Self::Agency => "agency",
            Self::Forum => "forum",
            Self::Source => "source",
            Self::Page => "page",
            Self::EditionPlan => "edition",
            Self::EditionArea => "area of an edition",
            Self::EditionItem => "item of an edition",
            Self::EditionUpdate => "update of an edition",
            Self::EditionShort => "short update of an edition",
        }
    }
}

#[derive(Debug, Clone)]
pub struct Record {
    pub kind: Kind,
    /// The file name or number; of a short update its date.
    pub id: String,
    /// The file; of a short update that of its item.
    pub path: String,
    /// What closes it when it is internal.
    pub within: Vec<Key>,
    pub internal: bool,
    /// Whether the mark is written where the default says the same.
    pub outspoken: bool,
    pub keys: Vec<(&'static str, Value)>,
    pub body: Text,
    /// Whether the lines of its file end as on Windows.
    pub windows: bool,
    /// Whether its file ends without a line end.
    pub open_end: bool,
}

/// The value of a key.
#[derive(Debug, Clone)]
pub enum Value {
    Plain(String),
    Ref(Pointer),
    /// The id of an indicator of an item, in an update.
    Indicator(IndicatorOf),
    Fields(Vec<(&'static str, Value)>),
    /// A single mapping, such as `assessment`.
    One(Box<Entry>),
    List(Vec<Entry>),
}

/// Something that may be internal by itself: an entry of a list, or a mapping.
#[derive(Debug, Clone)]
pub struct Entry {
    pub value: Value,
    pub internal: bool,
    /// Whether the book would be wrong without it.
    pub needed: bool,
}

/// The id of a record, or one of its aliases.
#[derive(Debug, Clone)]
pub struct Pointer {
    pub to: Key,
    pub alias: Option<String>,
}

/// An indicator, as an update names it.
#[derive(Debug, Clone)]
pub struct IndicatorOf {
    pub item: Key,
    pub id: String,
    /// The update that names it.
    pub update: Key,
}

#[derive(Debug, Clone, Default)]
pub struct Text {
    pub blocks: Vec<Block>,
    /// Whether neighbouring internal blocks have fences of their own.
    pub fences_apart: bool,
    /// How far a fence is indented where that is allowed.
    pub indent: usize,
}

#[derive(Debug, Clone)]
pub struct Block {
    pub shape: Shape,
    pub internal: bool,
    pub needed: bool,
    /// A list has several lines, a table several rows.
    pub lines: Vec<Vec<Piece>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Paragraph,
    Heading(usize),
    Bullets,
    Numbers,
    Quote,
    Table,
    Code,
    /// `[^note]: …`
    Footnote,
    /// `[label]: https://…`
    Label,
}

#[derive(Debug, Clone)]
pub enum Piece {
    Words(String),
    Link { to: Key, how: How },
    File { file: usize, picture: bool, words: String },
    FootnoteMark,
    LabelMark,
}

/// How a text names a record.
#[derive(Debug, Clone)]
pub enum How {
    /// `[[id]]`
    Bare,
    /// `[[id]]` with an old id.
    Alias(String),
    /// `[[id|words]]`
    Words(String),
    /// `[words](../folder/file.md)`
    Path(String),
}

/// A picture or a document.
#[derive(Debug, Clone)]
pub struct Attachment {
    pub path: String,
    /// The area whose folder it is in.
    pub area: Option<Key>,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Clone, Default)]
pub struct Model {
    pub records: Vec<Record>,
    pub files: Vec<Attachment>,
    /// Lines of `book.toml` besides the title and what concerns audiences.
    pub settings: String,
    /// Whether what is not marked is internal.
    pub default_internal: bool,
    /// Whether numbers are shown as `3 (2) (a)`.
    pub parentheses: bool,
    pub as_of: String,
    /// Which texts are translated into Japanese, and how: all follows from a number.
    pub translated: Option<u64>,
}

impl Model {
    pub fn of_kind(&self, kinds: &[Kind]) -> Vec<Key> {
        (0..self.records.len()).filter(|key| kinds.contains(&self.records[*key].kind)).collect()
    }

    /// What would not be there if everything internal had been deleted: internal records, what they close, and updates
    /// that are left without anything to bear on.
    pub fn hidden(&self) -> Vec<bool> {
        let mut hidden = vec![false; self.records.len()];
        // A record stands after those that close it, and updates after what they bear on.
        for key in 0..self.records.len() {
            let record = &self.records[key];
            let closed = record.internal || record.within.iter().any(|outer| hidden[*outer]);
            hidden[key] = closed
                || (matches!(record.kind, Kind::Update | Kind::EditionUpdate)
                    && !self.bears_on_something(record, &hidden));
        }
        hidden
    }

    fn bears_on_something(&self, update: &Record, hidden: &[bool]) -> bool {
        update.keys.iter().any(|(name, value)| match (*name, value) {
            ("plan", _) => true,
            ("items" | "areas", Value::List(entries)) => {
                entries.iter().any(|entry| !entry.internal && !self.names_hidden(&entry.value, hidden))
            }
            _ => false,
        })
    }

    /// Whether a value is the id of something hidden, or holds one that it cannot be without.
    pub fn names_hidden(&self, value: &Value, hidden: &[bool]) -> bool {
        match value {
            Value::Ref(pointer) => hidden[pointer.to],
            Value::Indicator(named) => self.is_hidden_indicator(named, hidden),
            Value::Fields(fields) => fields
                .iter()
                .any(|(name, value)| !OPTIONAL.contains(name) && self.names_hidden(value, hidden)),
            _ => false,
        }
    }

    /// Whether nobody can know which indicator is meant: it is hidden, or that the update is about its item.
    fn is_hidden_indicator(&self, named: &IndicatorOf, hidden: &[bool]) -> bool {
        let entries = |record: Key, key: &str| -> &[Entry] {
            let found = self.records[record].keys.iter().find(|(name, _)| *name == key);
            match found {
                Some((_, Value::List(entries))) => entries,
                _ => &[],
            }
        };
        let is_it = |entry: &&Entry| {
            let id = entry.value.fields().iter().find(|(name, _)| *name == "id");
            matches!(id, Some((_, Value::Plain(id))) if *id == named.id)
        };
        let indicator = entries(named.item, "indicators").iter().find(is_it).expect("it was made before");
        let is_item =
            |entry: &&Entry| matches!(&entry.value, Value::Ref(pointer) if pointer.to == named.item);
        // An update in the front matter of an item does not say which it is about.
        let about = entries(named.update, "items").iter().find(is_item);
        hidden[named.item] || indicator.internal || about.is_some_and(|entry| entry.internal)
    }
}

/// Keys of a mapping that can lead to something hidden: the mapping stays without them.
const OPTIONAL: [&str; 1] = ["source"];

impl Value {
    fn fields(&self) -> &[(&'static str, Self)] {
        match self {
            Self::Fields(fields) => fields,
            _ => &[],
        }
    }
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    pub fn one(fields: Vec<(&'static str, Value)>) -> Self {
        Self::One(Box::new(Entry::new(Self::Fields(fields))))
    }

    pub fn list(values: impl IntoIterator<Item = Value>) -> Self {
        Self::List(values.into_iter().map(Entry::new).collect())
    }

    /// A list whose first entry must stay.
    pub fn list_with_first(values: impl IntoIterator<Item = Value>) -> Self {
        let mut entries: Vec<Entry> = values.into_iter().map(Entry::new).collect();
        entries.iter_mut().take(1).for_each(|entry| entry.needed = true);
        Self::List(entries)
    }
}

impl Entry {
    pub fn new(value: Value) -> Self {
        Self { value, internal: false, needed: false }
    }
}
