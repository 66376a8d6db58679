//! Spreadsheets: the cells of a sheet as people see them.

mod currency;
mod grid;
mod number_format;
mod ods;
mod ods_styles;
mod xlsx;

use super::office::Package;
pub(super) use grid::{Book, Sheet, place};

/// The sheets of an Excel file.
pub(super) fn xlsx(package: &mut Package<'_>) -> Result<Book, String> {
    xlsx::read(package)
}

/// The sheets of an OpenDocument file.
pub(super) fn ods(package: &mut Package<'_>) -> Result<Book, String> {
    ods::read(package)
}
