//! What to show, and what there is to say of it.

use std::path::PathBuf;
use std::time::Duration;

use super::generation::Generation;
use crate::config::RepositoryAt;
use crate::date::Day;
use crate::source::Tree;
use crate::vocabulary::Audience;

/// What to show, where and how.
pub struct Settings {
    /// The folder with `book.toml`.
    pub root: PathBuf,
    /// The name or number of the machine's address to listen at.
    pub host: String,
    /// The port to listen at; of the system's choice when it is 0.
    pub port: u16,
    /// Whether another port will do.
    pub any_port: bool,
    /// For whom the site is.
    pub audience: Audience,
    /// The as-of date, when it is not today.
    pub as_of: Option<Day>,
    /// Where the site will stand, when that is not what `book.toml` says.
    pub base_url: Option<String>,
    /// Where the files of the book are kept, when that is not what `book.toml` says.
    pub repository: Option<RepositoryAt>,
    /// The address that opens a place in an editor, when that is not what `book.toml` says.
    pub editor: Option<String>,
    /// Whether to look for changes instead of waiting to hear of them.
    pub poll: bool,
    /// What day it is for those who write these files.
    pub today: fn(&Tree) -> Day,
    /// Tells the person at the terminal.
    pub notify: Box<dyn Fn(&Notice<'_>) + Send + Sync>,
}

/// What there is to report at the terminal.
pub enum Notice<'a> {
    /// A generation, and how long it took.
    Generation(&'a Generation, Duration),
    /// Something else that went wrong.
    Trouble(&'a str),
}
