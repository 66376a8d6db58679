//! Indicators with numbers, as several pages show them: a section of an item, a line of the list.

mod chart;
mod points;
mod section;
mod sentences;

pub(super) use section::{file_link, target_before, views};
pub(super) use sentences::distance;
