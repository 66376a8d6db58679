//! What an answer means: said at once, before the whole record is checked, and in the words of the check.

mod meaning;
mod number;
mod one;
mod reader;
mod reference;
mod separate;
mod values;

pub use meaning::{One, Unclear};
pub(super) use one::check_file_name;
pub use reader::Reader;
pub use reference::{called, known};
pub use separate::separate;
pub use values::Answer;

use crate::plan::Plan;
use crate::schema::Shape;

/// What can be completed while a value of this shape is typed.
pub fn completions(shape: &Shape, plan: &Plan) -> Vec<String> {
    match shape.single() {
        Some(Shape::Reference(target)) => known(plan, *target),
        Some(Shape::Enum(words)) => words().into_iter().map(|(word, _)| word.to_owned()).collect(),
        _ => Vec::new(),
    }
}
