//! Puts a site on the disk, whole or not at all.
//!
//! Everything is written into a new folder beside the output. Only when it is complete do the two change places, in one
//! step where the system has one. So a build that fails or is killed leaves the old site as it was. Nothing is deleted
//! that planbook did not write: a folder is replaced only if it holds planbook's manifest and no file beyond it.
//!
//! What did not change is not written again. A file that the old site has too becomes a part of the new one by a second name
//! (a hard link), and a site that did not change at all stays where it is. `stamp` says how a file is known without
//! reading it.
//!
//! What a site was made from is noted too (`origin`): when nothing is new, no page is made.
//!
//! A folder that cannot change places, because it is the root of a file system (a volume of a container) or because nothing
//! may be created beside it, is filled in place: `in_place`.

mod folder;
mod hash;
mod in_place;
mod leftovers;
mod manifest;
mod names;
mod old;
mod origin;
mod own_files;
mod place;
mod staging;
mod stamp;
mod swap;

pub use origin::Origin;
pub use own_files::{beside, file, is_there, new_file, new_files, new_folder, taken};
pub use place::outside_of_book;
pub use staging::{Staging, Written};
