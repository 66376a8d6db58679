//! What the files of a print are called, and what a PDF begins with.

/// The page that is printed.
pub(super) const PAGE: &str = "plan/index.html";

/// The style sheet beside it that sets the size of the paper.
pub(super) const PAPER: &str = "paper.css";

/// What every PDF begins with.
pub const MAGIC: &[u8] = b"%PDF-";
