//! How problems are shown: drawn over their source for people, and in the formats of other programs; and which of them a
//! book had before.

mod baseline;
mod fingerprint;
mod formats;
mod github;
mod gitlab;
mod human;
mod json;
mod place;
mod problems;
mod sarif;
mod window;

pub use baseline::{Baseline, BaselineComparison};
pub use fingerprint::fingerprint;
pub use formats::{FORMATS, ReportFormat, format};
pub use human::{Detail, Style, for_terminal, printable, render, summary};
pub use json::schema as problem_schema;
pub use place::{Place, Places, WAS};
pub use problems::ProblemReport;
