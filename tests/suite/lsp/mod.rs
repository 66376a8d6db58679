//! The language server, as editors talk to it.

mod agreement;
mod conversation;
mod editor;
mod explained;
mod names;
mod neovim;
mod process;
mod robust;
mod typing;
mod vs_code;
mod workspaces;
