//! Files of office programs: archives of XML. What is in them is not trusted.

mod package;
mod xml;

pub(super) use package::Package;
pub(super) use xml::{Event, Events, attribute};
