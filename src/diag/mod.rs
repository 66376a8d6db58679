//! Diagnostics: mistakes in content, config and themes as values with a place in the source.
//!
//! Writing one with a good hint must be less work than writing a bare one:
//!
//! ```
//! use planbook::diag::{code, Diagnostic, FileId, Span};
//! let span = Span::new(FileId(0), 12..20);
//! let problem = Diagnostic::new(code::UNKNOWN_AGENCY, span, "there is no agency `jp-mofo`")
//!     .suggest("jp-mofa")
//!     .help("agencies are the files in content/agencies/");
//! assert_eq!(problem.code.name, "unknown-agency");
//! ```

pub mod code;
mod diagnostic;
pub mod explain;
mod opposites;
mod severity;
mod span;
mod suggestion;

pub use code::Code;
pub use diagnostic::{Diagnostic, Label, and_others};
pub use severity::Severity;
pub use span::{FileId, Span, Spanned};
pub use suggestion::{Guess, as_written, closest, guess, guess_id, guess_key, question, replacement};
