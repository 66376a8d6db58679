//! The reference of the template context in docs/themes.md is made from the views, field by field. When they differ,
//! `PLANBOOK_UPDATE=1 cargo test theme_reference` writes it anew.

mod views;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use views::{View, Views};

/// Where the made part begins.
const START: &str = "### `site`\n";

/// The types of fields that are no views, in the words of someone who writes templates.
const SIMPLE: [(&str, &str); 6] = [
    ("String", "text"),
    ("bool", "true/false"),
    ("usize", "number"),
    ("i16", "number"),
    ("i64", "number"),
    ("BTreeMap<String, String>", "texts by key"),
];

/// The reference, while it is written: the headings of views, which are what links lead to.
struct Reference<'a> {
    views: &'a Views,
    /// The anchor of each view, by file and name.
    anchors: BTreeMap<(&'a str, &'a str), String>,
}

impl<'a> Reference<'a> {
    fn new(views: &'a Views) -> Self {
        let mut anchors = BTreeMap::new();
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for view in views.parts_of_site().into_iter().chain(views.parts_of_pages()) {
            let name = view.name.to_lowercase();
            let before = seen.entry(name.clone()).or_default();
            let anchor = if *before == 0 { name } else { format!("{name}-{before}") };
            *before += 1;
            anchors.insert((view.file.as_str(), view.name.as_str()), anchor);
        }
        Self { views, anchors }
    }

    /// A Rust type in the words of someone who writes templates.
    fn kind(&self, rust: &str, file: &str) -> String {
        let inside = |name: &str| rust.strip_prefix(name).and_then(|rest| rest.strip_suffix('>'));
        if let Some(inner) = inside("Option<") {
            return format!("{}, or absent", self.kind(inner, file));
        }
        if let Some(inner) = inside("Vec<") {
            let of = self.kind(inner, file);
            return format!("list of {}", if of == "text" { "texts" } else { &of });
        }
        match SIMPLE.iter().find(|(simple, _)| *simple == rust) {
            Some((_, words)) => (*words).to_owned(),
            None => {
                let view = self.views.of(rust, file).unwrap();
                let anchor = &self.anchors[&(view.file.as_str(), view.name.as_str())];
                format!("[`{}`](#{anchor})", view.name)
            }
        }
    }

    fn table(&self, view: &View) -> String {
        let mut text = String::from("| field | type | meaning |\n|---|---|---|\n");
        for field in view.fields.iter().filter(|field| field.name != "head") {
            let kind = self.kind(&field.rust, &view.file);
            let _ = writeln!(text, "| `{}` | {kind} | {} |", field.name, field.doc);
        }
        if text.lines().count() == 2 { "Nothing beyond `head`.\n".to_owned() } else { text }
    }

    fn part(&self, view: &View) -> String {
        format!("#### `{}`\n\n{}\n\n{}\n", view.name, view.doc, self.table(view))
    }
}

fn reference() -> String {
    let views = Views::find();
    let reference = Reference::new(&views);
    let site = views.site();
    let mut text = format!("{START}\n{}\n\n{}\n", site.doc, reference.table(site));
    views.parts_of_site().iter().for_each(|view| text.push_str(&reference.part(view)));
    text.push_str(
        "### `page`, by template\n\nEach template whose name ends in `.html` has `head`, a [`HeadView`](#headview). The other fields:\n\n",
    );
    for view in views.pages() {
        let _ = write!(text, "#### {} ({})\n\n{}\n", view.doc, view.name, reference.table(view));
    }
    text.push_str("### Parts\n\n");
    views.parts_of_pages().iter().for_each(|view| text.push_str(&reference.part(view)));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[test]
fn theme_reference_is_up_to_date() {
    let path = format!("{}/docs/themes.md", env!("CARGO_MANIFEST_DIR"));
    let written = std::fs::read_to_string(&path).unwrap();
    let (before, made) = written.split_at(written.find(START).expect("the made part"));
    let reference = reference();
    if std::env::var_os("PLANBOOK_UPDATE").is_some() {
        std::fs::write(&path, format!("{before}{reference}")).unwrap();
    } else {
        assert!(
            made == reference,
            "docs/themes.md is not up to date: PLANBOOK_UPDATE=1 cargo test theme_reference"
        );
    }
}

/// `{% if page.titel %}` is no error in the template engine, so the names are held against the views here.
#[test]
fn templates_ask_only_for_fields_that_their_views_have() {
    let views = Views::find();
    let mut seen = 0;
    for view in views.pages() {
        for template in view.templates() {
            let path = format!("{}/themes/default/templates/{template}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).unwrap();
            for rest in text.split("page.").skip(1) {
                let field: String = rest
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_')
                    .collect();
                seen += 1;
                let known = view.fields.iter().any(|known| known.name == field);
                assert!(known, "{template} asks for page.{field}, which {} does not have", view.name);
            }
        }
    }
    assert!(seen > 150, "only {seen} fields were seen");
}

#[test]
fn each_template_of_a_file_has_a_view() {
    let folder = format!("{}/themes/default/templates", env!("CARGO_MANIFEST_DIR"));
    let views = Views::find();
    let named: Vec<&str> = views.pages().flat_map(View::templates).collect();
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files = files.filter(|entry| entry.file_type().unwrap().is_file());
    let names: Vec<String> = files.map(|entry| entry.file_name().into_string().unwrap()).collect();
    // All others extend it.
    let without = names.iter().filter(|name| *name != "base.html" && !named.contains(&name.as_str()));
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(names.len() > 30);
}

#[test]
fn ids_of_templates_never_meet_those_of_headings() {
    let folder = format!("{}/themes/default/templates", env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for folder in [folder.clone(), format!("{folder}/partials")] {
        for path in std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
        {
            let text = std::fs::read_to_string(&path).unwrap();
            for id in text
                .split(" id=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .filter(|id| !id.contains("{{"))
            {
                seen += 1;
                assert!(id.contains('_'), "{} has the id {id}", path.display());
            }
        }
    }
    assert!(seen >= 3);
}
