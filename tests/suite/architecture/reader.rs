//! What one module says: the names that it defines and imports, and the paths in its code.

use std::collections::BTreeMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// The steps from the crate's root to a module; the root has none.
pub(super) type ModulePath = Vec<String>;

/// What a name of a module stands for.
pub(super) enum Binding {
    /// Something that the module defines and that may have names of its own, such as a type.
    Type,
    /// Something else that the module defines, such as a function.
    Value,
    /// A module within it.
    Module(ModulePath),
    /// What another path names.
    Import(Vec<String>),
}

/// A module as it is written. Code that only tests see is left out.
#[derive(Default)]
pub(super) struct Module {
    /// The file that it is in.
    pub(super) file: String,
    pub(super) names: BTreeMap<String, Vec<Binding>>,
    /// The paths before `::*`.
    pub(super) globs: Vec<Vec<String>>,
    /// Every path in the code.
    pub(super) paths: Vec<Vec<String>>,
}

impl Module {
    /// Reads the items of a module, but for the modules within it.
    pub(super) fn read(file: &str, items: &[syn::Item]) -> Self {
        let mut module = Self { file: file.to_owned(), ..Self::default() };
        let mut reader = Reader { module: &mut module };
        items.iter().for_each(|item| reader.visit_item(item));
        module
    }

    /// One more name.
    pub(super) fn bind(&mut self, name: String, binding: Binding) {
        self.names.entry(name).or_default().push(binding);
    }
}

/// Collects what is in a module.
struct Reader<'m> {
    module: &'m mut Module,
}

impl Reader<'_> {
    fn define(&mut self, name: &syn::Ident, binding: Binding) {
        self.module.bind(name.to_string(), binding);
    }

    fn mention(&mut self, path: Vec<String>) {
        self.module.paths.push(path);
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            if name != "self" || before.is_empty() {
                path.push(name.to_string());
            }
            path
        };
        match tree {
            syn::UseTree::Path(path) => self.import(&path.tree, &with(&path.ident)),
            syn::UseTree::Name(name) => {
                let path = with(&name.ident);
                let bound = path.last().cloned().unwrap_or_default();
                self.bind_import(bound, path);
            }
            syn::UseTree::Rename(rename) => {
                let path = with(&rename.ident);
                self.bind_import(rename.rename.to_string(), path);
            }
            syn::UseTree::Glob(_) => {
                self.module.globs.push(before.to_vec());
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.import(tree, before)),
        }
    }

    fn bind_import(&mut self, name: String, path: Vec<String>) {
        self.mention(path.clone());
        // `use self::name` and the like bind the name that is there.
        if path.len() > 1 {
            self.module.bind(name, Binding::Import(path));
        }
    }

    /// Paths in the arguments of a macro, or in what it becomes.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                TokenTree::Punct(mark) if mark.as_char() == '$' => {}
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.end(&mut path);
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                other => {
                    self.end(&mut path);
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.end(&mut path);
    }

    fn end(&mut self, path: &mut Vec<String>) {
        let path = std::mem::take(path);
        // `pub(super)` in what a macro makes says who may see it.
        if path.iter().any(|step| !matches!(step.as_str(), "crate" | "self" | "super")) {
            self.mention(path);
        }
    }

    /// What a macro is called with at the top of a module: each name in it may be one that it defines.
    fn generated(&mut self, tokens: &TokenStream) {
        for token in tokens.clone() {
            match token {
                TokenTree::Ident(name) => self.define(&name, Binding::Type),
                TokenTree::Group(group) => self.generated(&group.stream()),
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if is_test(item) {
            return;
        }
        match item {
            // Read as a module of its own.
            syn::Item::Mod(_) => return,
            syn::Item::Use(item) => return self.import(&item.tree, &[]),
            syn::Item::Const(item) => self.define(&item.ident, Binding::Value),
            syn::Item::Enum(item) => self.define(&item.ident, Binding::Type),
            syn::Item::Fn(item) => self.define(&item.sig.ident, Binding::Value),
            syn::Item::Static(item) => self.define(&item.ident, Binding::Value),
            syn::Item::Struct(item) => self.define(&item.ident, Binding::Type),
            syn::Item::Trait(item) => self.define(&item.ident, Binding::Type),
            syn::Item::Type(item) => self.define(&item.ident, Binding::Type),
            syn::Item::Macro(item) => {
                if let Some(name) = &item.ident {
                    self.define(name, Binding::Value);
                } else {
                    self.generated(&item.mac.tokens);
                }
            }
            _ => {}
        }
        visit::visit_item(self, item);
    }

    /// Who may see a name is no use of it.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            self.mention(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.tokens(called.tokens.clone());
        visit::visit_macro(self, called);
    }

    /// An attribute may name a function in a text, as those of serde do.
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone());
            for token in list.tokens.clone() {
                let text = token.to_string();
                let inner = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                if let Some(path) = inner.and_then(|text| syn::parse_str::<syn::Path>(text).ok()) {
                    self.visit_path(&path);
                }
            }
        }
        visit::visit_attribute(self, attribute);
    }
}

pub(super) fn is_test(item: &syn::Item) -> bool {
    let attributes = match item {
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}
