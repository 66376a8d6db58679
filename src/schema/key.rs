//! A key of a mapping: what it is called, what it takes and what it means.

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

    /// Whether one of its keys may hold a text that can be translated.
    fn may_have_words(&self) -> bool {
        self.keys().any(|key| key.shape.may_have_words())
    }
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
    Optional,
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

/// What a text names that is part of the book, and no record with an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// A free page, by its id.
    Page,
    /// A theme.
    Theme,
    /// A group of the menu.
    MenuGroup,
    /// A picture, by its path in `content/static/`.
    StaticPicture,
    /// A font, by its path in the book.
    Font,
    /// A picture, by its path from the file.
    Picture,
    /// A CSV file, by its path from the file.
    Figures,
    /// An indicator of an item, by its id.
    Indicator,
}

/// A value of a closed list, and what it means.
pub type EnumValue = (&'static str, &'static str);

/// The shape of a value.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// A text that is not empty.
    Name,
    /// A text in Markdown, mostly of several words.
    Markdown,
    /// A text of another shape that is the same in every language: a path, or words that were searched.
    Verbatim(&'static Shape),
    /// A whole number between two.
    Number(i64, i64),
    /// A number with or without decimals.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// One value of a closed list.
    Enum(fn() -> Vec<EnumValue>),
    /// A date, or `ongoing`.
    Date,
    /// A date, and not `ongoing`.
    OwnDate,
    /// An interval.
    Cadence,
    /// An address with `https://` or `http://`.
    Address,
    /// An address of another site, or of a mailbox with `mailto:`.
    Link,
    /// An address of a contact: `mailto:`, `tel:` or `https://`.
    Contact,
    /// A language code.
    Language,
    /// What can be an id.
    Id,
    /// The plan's own code of an item.
    Code,
    /// A tag: its group, a `/` and its key.
    Tag,
    /// An id that a record had, also that of a short update; or its address on an old site.
    FormerId,
    /// The id of an area: one step of an outline; of an area in an area often more.
    AreaNumber,
    /// The id of a record that is there.
    Reference(Target),
    /// The name of something else that is there, which is the same in every language.
    NameOf(Naming),
    /// A list; a single value is a list of one.
    List(&'static Shape),
    /// A list of mappings; a single one is a list of one.
    Maps(&'static Mapping),
    /// A list of mappings that are records of their own.
    Records(&'static Mapping),
    /// A mapping.
    Map(&'static Mapping),
    /// A single value, or a mapping with more.
    ValueOrMap(&'static Shape, &'static Mapping),
    /// A mapping whose keys are the contributor's own words: each value is one word of a list, or a mapping with more.
    Words(fn() -> Vec<EnumValue>, &'static Mapping),
    /// A mapping whose keys are the contributor's own words, with values of one shape.
    Own(&'static Shape),
    /// A text, or one for each language.
    Label,
    /// A level for each check, and keys that are no checks.
    Levels(&'static [Key]),
}

impl Shape {
    /// The pattern that a text of this shape has, where it has one.
    pub fn pattern(&self) -> Option<String> {
        let month = "(0[1-9]|1[0-2])";
        let day = "(0[1-9]|[12][0-9]|3[01])";
        let calendar = format!("[0-9]{{4}}(-{month}(-{day})?|-Q[1-4]|-H[12])?");
        let one = format!("({calendar}|FY[0-9]{{4}}(-Q[1-4])?)");
        let own = format!("{one}(\\s*/\\s*{one})?");
        match self {
            Self::Verbatim(shape) => shape.pattern(),
            Self::Name | Self::NameOf(Naming::Picture) => Some("\\S".to_owned()),
            Self::OwnDate => Some(format!("^{own}$")),
            Self::Date => Some(format!("^({own}|ongoing)$")),
            Self::Cadence => Some("^(every )?([1-9][0-9]{0,3} )?(month|quarter|year)s?$".to_owned()),
            Self::Address => Some("^https?://[^\\s\"<>`]+$".to_owned()),
            Self::Link => {
                Some("^(https?://[^\\s\"<>`]+|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9._+-]+)$".to_owned())
            }
            Self::Decimal => Some("^-?[0-9]{1,15}(\\.[0-9]{1,6})?$".to_owned()),
            Self::Contact => Some("^(mailto:|tel:|https://)[^\\s\"<>`]+$".to_owned()),
            Self::Language => Some("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$".to_owned()),
            Self::FormerId => Some(
                "^([a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?|(/[A-Za-z0-9~_-][A-Za-z0-9._~-]*)+/?)$"
                    .to_owned(),
            ),
            Self::Code => Some("^[^\\[\\]{}|#,;\"<>`\\\\]{1,40}$".to_owned()),
            Self::Tag => Some("^[a-z0-9][a-z0-9._-]*/[a-z0-9][a-z0-9._-]*$".to_owned()),
            Self::Id | Self::NameOf(Naming::Indicator) => Some("^[a-z0-9][a-z0-9._-]*$".to_owned()),
            Self::AreaNumber => Some("^[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*$".to_owned()),
            _ => None,
        }
    }

    /// What a single value of it is; of a list, an entry.
    pub fn single(&self) -> Option<&Self> {
        match self {
            Self::List(entry) => entry.single(),
            Self::ValueOrMap(value, _) => value.single(),
            Self::Verbatim(shape) => shape.single(),
            Self::Maps(_)
            | Self::Records(_)
            | Self::Map(_)
            | Self::Words(..)
            | Self::Own(_)
            | Self::Levels(_) => None,
            shape => Some(shape),
        }
    }

    /// Whether it may hold several values.
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(_) | Self::Maps(_) | Self::Records(_))
    }

    /// Whether it is a list whose entries can be mappings.
    pub fn has_mappings(&self) -> bool {
        matches!(self, Self::List(Self::ValueOrMap(..)))
    }

    /// Whether a translation may have words in the place of a text of it.
    pub fn may_have_words(&self) -> bool {
        match self {
            Self::Text | Self::Name | Self::Markdown => true,
            Self::List(shape) | Self::Own(shape) => shape.may_have_words(),
            Self::Maps(mapping) | Self::Records(mapping) | Self::Map(mapping) => mapping.may_have_words(),
            Self::ValueOrMap(shape, mapping) => shape.may_have_words() || mapping.may_have_words(),
            _ => false,
        }
    }

    /// The mapping in it.
    pub fn mapping(&self) -> Option<&'static Mapping> {
        match self {
            Self::Maps(mapping)
            | Self::Records(mapping)
            | Self::Map(mapping)
            | Self::ValueOrMap(_, mapping) => Some(mapping),
            Self::List(entry) => entry.mapping(),
            _ => None,
        }
    }
}
