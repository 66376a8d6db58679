//! Records as data, in the types of the files.

mod areas;
mod bodies;
mod fields;
mod ids;
mod items;
mod mapper;
mod numbers;
mod updates;

pub(super) use mapper::Mapper;
