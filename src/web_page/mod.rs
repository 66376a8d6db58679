//! A finished page as browsers read it: a tree of elements and texts.

mod document;
mod read;
mod sink;

pub(crate) use document::{Document, Node, NodeId};
pub(crate) use read::read;
pub(crate) use sink::{Complaint, Handle, Sink};
