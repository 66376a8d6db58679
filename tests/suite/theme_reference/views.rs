//! The views of the templates, found in the code: a structure that is written for templates and whose comment begins with
//! the name of a template is what that template gets as `page`; with `site`, what all of them get. What their fields hold
//! are views too.

use std::collections::BTreeSet;
use std::path::Path;

/// A field: its name, its type in Rust, its documentation.
pub struct Field {
    pub name: String,
    pub rust: String,
    pub doc: String,
}

/// A structure that templates see.
pub struct View {
    /// Where it is, from `src`.
    pub file: String,
    pub name: String,
    pub doc: String,
    pub fields: Vec<Field>,
}

impl View {
    /// The templates that it is for, as its comment names them.
    pub fn templates(&self) -> Vec<&str> {
        let is_template = |part: &&str| TEMPLATES.iter().any(|end| part.ends_with(end));
        self.doc.split('`').skip(1).step_by(2).filter(is_template).collect()
    }

    fn begins_with_a_template(&self) -> bool {
        self.doc.strip_prefix('`').is_some_and(|rest| {
            let name = rest.split('`').next().unwrap();
            TEMPLATES.iter().any(|end| name.ends_with(end))
        })
    }
}

/// How the names of templates end.
const TEMPLATES: [&str; 3] = [".html", ".svg", ".xml"];

/// All views: what is known to every template, what one gets, and what these are made of.
pub struct Views {
    all: Vec<View>,
    site: usize,
    pages: Vec<usize>,
}

impl Views {
    pub fn find() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut all = Vec::new();
        for entry in walkdir::WalkDir::new(&source).sort_by_file_name() {
            let path = entry.unwrap().into_path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let file = path.strip_prefix(&source).unwrap().to_str().unwrap().to_owned();
                all.extend(structures(&file, &std::fs::read_to_string(&path).unwrap()));
            }
        }
        let site = all.iter().position(|view| view.doc.starts_with("`site`")).expect("a view of the site");
        let mut pages: Vec<usize> = (0..all.len()).filter(|ix| all[*ix].begins_with_a_template()).collect();
        pages.sort_by(|a, b| all[*a].doc.cmp(&all[*b].doc));
        Self { all, site, pages }
    }

    pub fn site(&self) -> &View {
        &self.all[self.site]
    }

    pub fn pages(&self) -> impl Iterator<Item = &View> {
        self.pages.iter().map(|ix| &self.all[*ix])
    }

    /// What the view of the site is made of, by name.
    pub fn parts_of_site(&self) -> Vec<&View> {
        let reached = self.reached(&[self.site]);
        self.by_name(reached.into_iter().filter(|ix| *ix != self.site))
    }

    /// What the views of pages are made of and that of the site is not, by name.
    pub fn parts_of_pages(&self) -> Vec<&View> {
        let of_site = self.reached(&[self.site]);
        let reached = self.reached(&self.pages);
        self.by_name(reached.into_iter().filter(|ix| !self.pages.contains(ix) && !of_site.contains(ix)))
    }

    fn by_name(&self, views: impl Iterator<Item = usize>) -> Vec<&View> {
        let mut views: Vec<&View> = views.map(|ix| &self.all[ix]).collect();
        views.sort_by_key(|view| (&view.name, &view.file));
        views
    }

    fn reached(&self, from: &[usize]) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        let mut open = from.to_vec();
        while let Some(ix) = open.pop() {
            if reached.insert(ix) {
                let view = &self.all[ix];
                let inner = view.fields.iter().filter_map(|field| inner(&field.rust));
                open.extend(inner.map(|name| self.nearest(name, &view.file)));
            }
        }
        reached
    }

    /// The view that a type of a field is, if it is one.
    pub fn of(&self, rust: &str, file: &str) -> Option<&View> {
        inner(rust).map(|name| &self.all[self.nearest(name, file)])
    }

    /// Of two views with one name, a file means its own.
    fn nearest(&self, name: &str, file: &str) -> usize {
        let named: Vec<usize> = (0..self.all.len()).filter(|ix| self.all[*ix].name == name).collect();
        match named[..] {
            [only] => only,
            [] => panic!("{file}: no structure for templates is called {name}"),
            _ => *named.iter().find(|ix| self.all[**ix].file == file).unwrap_or_else(|| {
                panic!("{file}: there is more than one view {name}; give one of them another name")
            }),
        }
    }
}

/// The view that a type is, is absent or is a list of.
fn inner(rust: &str) -> Option<&str> {
    let within = |name: &str| rust.strip_prefix(name).and_then(|rest| rest.strip_suffix('>'));
    match within("Option<").or_else(|| within("Vec<")) {
        Some(rust) => inner(rust),
        None => (!super::SIMPLE.iter().any(|(simple, _)| *simple == rust)).then_some(rust),
    }
}

/// The structures of a file that are written for templates.
fn structures(file: &str, source: &str) -> Vec<View> {
    let mut found: Vec<View> = Vec::new();
    let (mut doc, mut serialized, mut inside) = (String::new(), false, false);
    for line in source.lines().map(str::trim) {
        let bare = line.strip_prefix("pub").map_or(line, |rest| {
            rest.strip_prefix('(')
                .and_then(|rest| rest.split_once(") "))
                .map_or(rest, |(_, rest)| rest)
                .trim_start()
        });
        if let Some(text) = line.strip_prefix("///") {
            doc.push_str(if doc.is_empty() { "" } else { " " });
            doc.push_str(text.trim());
        } else if line.starts_with("#[derive(") {
            serialized = line.contains("Serialize");
        } else if let Some(name) = bare.strip_prefix("struct ").and_then(|rest| rest.strip_suffix(" {")) {
            let doc = std::mem::take(&mut doc);
            if serialized {
                found.push(View { file: file.to_owned(), name: name.to_owned(), doc, fields: Vec::new() });
            }
            (inside, serialized) = (serialized, false);
        } else if line == "}" {
            inside = false;
        } else if let (true, Some((name, rust))) = (inside, bare.split_once(": ")) {
            let rust = rust.trim_end_matches(',').to_owned();
            let field = Field { name: name.to_owned(), rust, doc: std::mem::take(&mut doc) };
            found.last_mut().unwrap().fields.push(field);
        } else if !line.starts_with("#[") {
            doc.clear();
        }
    }
    found
}
