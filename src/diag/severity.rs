//! How much a problem weighs.

/// How much a problem weighs: errors stop a build, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site would be wrong: nothing is written.
    Error,
    /// Worth a look.
    Warning,
    /// Not reported, unless `book.toml` asks for it.
    Off,
}

impl Severity {
    /// The word for it, as written in `book.toml`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Off => "off",
        }
    }
}
