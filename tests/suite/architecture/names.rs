//! Which names each module of a crate has, and where a path leads: over imports and re-exports, to the module that
//! defines what it names.

use std::collections::{BTreeMap, BTreeSet};

use super::reader::{Binding, Module, ModulePath, is_test};

/// All modules of a crate, and every path in them. Code that only tests see is left out.
#[derive(Default)]
pub(super) struct Names {
    modules: BTreeMap<ModulePath, Module>,
}

/// Where a path leads.
#[derive(Default, Clone)]
pub(super) struct Way {
    /// The modules that define what it names.
    pub(super) defined: BTreeSet<ModulePath>,
    /// The modules on the way, which hand it on.
    pub(super) passed: BTreeSet<ModulePath>,
}

impl Names {
    /// Reads a crate from its files by path below `src`.
    pub(super) fn read(files: &BTreeMap<String, String>) -> Self {
        let mut names = Self::default();
        names.file(files, "lib.rs", Vec::new());
        names
    }

    fn file(&mut self, files: &BTreeMap<String, String>, file: &str, at: ModulePath) {
        let parsed = syn::parse_file(&files[file]).unwrap_or_else(|error| panic!("{file}: {error}"));
        self.items(files, file, at, &parsed.items);
    }

    fn items(&mut self, files: &BTreeMap<String, String>, file: &str, at: ModulePath, items: &[syn::Item]) {
        let mut module = Module::read(file, items);
        for item in items.iter().filter(|item| !is_test(item)) {
            let syn::Item::Mod(child) = item else { continue };
            let name = child.ident.to_string();
            let inner: ModulePath = at.iter().cloned().chain([name.clone()]).collect();
            // Whoever has a module uses it.
            module.paths.push(vec!["self".to_owned(), name.clone()]);
            module.bind(name, Binding::Module(inner.clone()));
            match &child.content {
                Some((_, items)) => self.items(files, file, inner, items),
                None => {
                    let path = inner.join("/");
                    let names = [format!("{path}.rs"), format!("{path}/mod.rs")];
                    let file = names.iter().find(|name| files.contains_key(*name));
                    self.file(files, file.unwrap_or_else(|| panic!("no file of {inner:?}")), inner);
                }
            }
        }
        self.modules.insert(at, module);
    }

    /// The file of a module.
    pub(super) fn file_of(&self, module: &ModulePath) -> &str {
        &self.modules[module].file
    }

    /// The files of the modules.
    pub(super) fn files(&self) -> BTreeSet<&str> {
        self.modules.values().map(|module| module.file.as_str()).collect()
    }

    /// The modules right below the root.
    pub(super) fn top(&self) -> BTreeSet<String> {
        self.modules.keys().filter(|module| module.len() == 1).map(|module| module[0].clone()).collect()
    }

    /// Every path in the code, with the module that it stands in.
    fn paths(&self) -> impl Iterator<Item = (&ModulePath, &Vec<String>)> {
        self.modules.iter().flat_map(|(at, module)| module.paths.iter().map(move |path| (at, path)))
    }

    fn way(&self, within: &ModulePath, path: &[String]) -> Way {
        let mut way = Way::default();
        self.follow(within, path, &mut way, &mut BTreeSet::new());
        way
    }

    /// Every path in the code that leads somewhere in the crate: the module it stands in, the path, and the way.
    pub(super) fn ways(&self) -> impl Iterator<Item = (&ModulePath, String, Way)> {
        let ways = self.paths().map(|(within, path)| (within, path.join("::"), self.way(within, path)));
        ways.filter(|(.., way)| !way.defined.is_empty())
    }

    /// Paths within the crate that lead nowhere: what this reading does not understand.
    pub(super) fn lost(&self) -> Vec<String> {
        let begins =
            |path: &Vec<String>| path.len() > 1 && matches!(path[0].as_str(), "crate" | "self" | "super");
        let lost = self.paths().filter(|(_, path)| begins(path));
        let lost = lost.filter(|(within, path)| self.way(within, path).defined.is_empty());
        lost.map(|(within, path)| format!("{}: {}", self.file_of(within), path.join("::"))).collect()
    }

    fn follow(
        &self,
        from: &ModulePath,
        path: &[String],
        way: &mut Way,
        seen: &mut BTreeSet<(ModulePath, Vec<String>)>,
    ) {
        if !seen.insert((from.clone(), path.to_vec())) {
            return;
        }
        let mut at = from.clone();
        for (index, step) in path.iter().enumerate() {
            match step.as_str() {
                "crate" if index == 0 => at.clear(),
                "self" if index == 0 => {}
                "super" => drop(at.pop()),
                name => {
                    if at != *from && index > 0 {
                        way.passed.insert(at.clone());
                    }
                    return self.step(&at, name, &path[index + 1..], way, seen);
                }
            }
        }
        // A path that ends with a module.
        way.defined.insert(at);
    }

    /// Follows a name of a module, and what comes after it.
    fn step(
        &self,
        at: &ModulePath,
        name: &str,
        rest: &[String],
        way: &mut Way,
        seen: &mut BTreeSet<(ModulePath, Vec<String>)>,
    ) {
        let Some(module) = self.modules.get(at) else { return };
        for binding in module.names.get(name).into_iter().flatten() {
            match binding {
                Binding::Value if !rest.is_empty() => {}
                Binding::Type | Binding::Value => drop(way.defined.insert(at.clone())),
                Binding::Module(inner) => match rest.split_first() {
                    None => drop(way.defined.insert(inner.clone())),
                    Some((next, rest)) => {
                        way.passed.insert(inner.clone());
                        self.step(inner, next, rest, way, seen);
                    }
                },
                // `use toml::toml` binds a name of another crate that is called like it.
                Binding::Import(path) if path.first().is_some_and(|first| first == name) => {}
                Binding::Import(path) => {
                    let whole: Vec<String> = path.iter().chain(rest).cloned().collect();
                    self.follow(at, &whole, way, seen);
                }
            }
        }
        if !module.names.contains_key(name) {
            let is_own = |step: &String| {
                matches!(step.as_str(), "crate" | "self" | "super") || module.names.contains_key(step)
            };
            for glob in module.globs.iter().filter(|glob| glob.first().is_some_and(is_own)) {
                let mut whole = glob.clone();
                whole.push(name.to_owned());
                whole.extend_from_slice(rest);
                self.follow(at, &whole, way, seen);
            }
        }
    }
}
