//! A line that is typed into the terminal, as in a shell: Tab completes an id as far as all agree that begin like it and lists
//! them, Ctrl+U clears the line.

use anyhow::bail;
use rustyline::completion::Completer;
use rustyline::config::{Behavior, CompletionType, Config};
use rustyline::error::ReadlineError;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Context, Editor, Helper};

/// Asks for lines, with what may be completed in them.
pub(super) struct Line {
    editor: Editor<Ids, MemHistory>,
}

impl Line {
    /// # Errors
    /// When the terminal refuses.
    pub(super) fn new(ids: Vec<String>) -> rustyline::Result<Self> {
        // What is printed may go to a file: the terminal is asked.
        let config = Config::builder().completion_type(CompletionType::List).behavior(Behavior::PreferTerm);
        let mut editor = Editor::with_history(config.build(), MemHistory::new())?;
        editor.set_helper(Some(Ids(ids)));
        Ok(Self { editor })
    }

    /// # Errors
    /// When whoever is asked breaks off, or the terminal is gone.
    pub(super) fn ask(&mut self, prompt: &str, offer: &str) -> anyhow::Result<String> {
        let typed = match self.editor.readline_with_initial(&format!("{prompt}: "), (offer, "")) {
            Err(ReadlineError::Interrupted | ReadlineError::Eof) => bail!("stopped; nothing was written"),
            typed => typed?,
        };
        // The arrow up brings back what was not understood.
        let _ = self.editor.add_history_entry(&typed);
        Ok(typed)
    }
}

/// What Tab completes: the last of several ids.
struct Ids(Vec<String>);

impl Completer for Ids {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        let typed = last(line.get(..at).unwrap_or(line));
        Ok((at - typed.len(), self.fitting(typed)))
    }
}

impl Helper for Ids {}
impl Highlighter for Ids {}
impl Validator for Ids {}
impl Hinter for Ids {
    type Hint = String;
}

impl Ids {
    fn fitting(&self, typed: &str) -> Vec<String> {
        let typed = typed.to_lowercase();
        self.0.iter().filter(|id| id.to_lowercase().starts_with(&typed)).cloned().collect()
    }
}

/// What was typed of the last of several ids.
fn last(line: &str) -> &str {
    line.rsplit([',', ';', '、', '，', '；']).next().unwrap_or(line).trim_start()
}

#[cfg(test)]
mod tests {
    use super::{Ids, last};

    #[test]
    fn those_fit_that_begin_like_the_last_id() {
        let ids = Ids(["ar-water", "ar-waterways", "bo-ports"].map(str::to_owned).into());
        assert_eq!(ids.fitting(last("bo-ports, a")), ["ar-water", "ar-waterways"]);
        assert_eq!(ids.fitting(last("B")), ["bo-ports"]);
        assert_eq!(ids.fitting(last("ar-water、bo")), ["bo-ports"]);
        assert_eq!(ids.fitting(last("x")), Vec::<String>::new());
        assert_eq!(ids.fitting(last("bo-ports,")).len(), 3);
    }
}
