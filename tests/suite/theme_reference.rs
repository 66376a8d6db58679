//! The reference of the template context in docs/themes.md is made from the views, field by field. When they differ,
//! `PLANBOOK_UPDATE=1 cargo test theme_reference` writes it anew.

use std::fmt::Write as _;

/// Where the made part begins.
const START: &str = "### `site`\n";

/// A public struct: its name, its documentation, its fields.
struct View {
    name: String,
    doc: String,
    fields: Vec<(String, String, String)>,
}

fn views(source: &str) -> Vec<View> {
    let mut found: Vec<View> = Vec::new();
    let mut doc = String::new();
    let mut inside = false;
    for line in source.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            doc.push_str(if doc.is_empty() { "" } else { " " });
            doc.push_str(text.trim());
        } else if let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) {
            found.push(View { name: name.to_owned(), doc: std::mem::take(&mut doc), fields: Vec::new() });
            inside = true;
        } else if line == "}" {
            inside = false;
        } else if let (true, Some((name, kind))) =
            (inside, line.strip_prefix("pub ").and_then(|rest| rest.split_once(": ")))
        {
            let kind = kind.trim_end_matches(',').to_owned();
            found.last_mut().unwrap().fields.push((name.to_owned(), kind, std::mem::take(&mut doc)));
        } else if !line.starts_with("#[") {
            doc.clear();
        }
    }
    found
}

/// A Rust type in the words of someone who writes templates.
fn kind(rust: &str) -> String {
    let inside = |name: &str| rust.strip_prefix(name).and_then(|rest| rest.strip_suffix('>'));
    if let Some(inner) = inside("Option<") {
        return format!("{}, or absent", kind(inner));
    }
    if let Some(inner) = inside("Vec<") {
        return if inner == "String" {
            "list of texts".to_owned()
        } else {
            format!("list of {}", kind(inner))
        };
    }
    match rust {
        "String" => "text".to_owned(),
        "bool" => "true/false".to_owned(),
        "usize" | "i16" | "i64" => "number".to_owned(),
        "BTreeMap<String, String>" => "texts by key".to_owned(),
        view => format!("[`{view}`](#{})", view.to_lowercase()),
    }
}

fn table(view: &View) -> String {
    let mut text = String::from("| field | type | meaning |\n|---|---|---|\n");
    for (name, rust, doc) in view.fields.iter().filter(|(name, ..)| name != "head") {
        let _ = writeln!(text, "| `{name}` | {} | {doc} |", kind(rust));
    }
    if text.lines().count() == 2 { "Nothing beyond `head`.\n".to_owned() } else { text }
}

/// The views of every template: one line a file.
fn all_views() -> Vec<View> {
    [
        include_str!("../../src/page/views/parts.rs"),
        include_str!("../../src/page/views/head.rs"),
        include_str!("../../src/page/views/rows.rs"),
        include_str!("../../src/page/views/home.rs"),
        include_str!("../../src/page/views/areas.rs"),
        include_str!("../../src/page/views/items.rs"),
        include_str!("../../src/page/views/bodies.rs"),
        include_str!("../../src/page/views/agency.rs"),
        include_str!("../../src/page/views/forum.rs"),
        include_str!("../../src/page/views/updates.rs"),
        include_str!("../../src/page/views/sources.rs"),
        include_str!("../../src/page/views/glossary.rs"),
        include_str!("../../src/page/views/whole_plan.rs"),
        include_str!("../../src/page/views/editions.rs"),
        include_str!("../../src/page/views/free_page.rs"),
        include_str!("../../src/page/views/accessibility.rs"),
        include_str!("../../src/page/views/style_guide.rs"),
        include_str!("../../src/page/views/calendar.rs"),
        include_str!("../../src/page/views/card.rs"),
        include_str!("../../src/page/views/not_found.rs"),
        include_str!("../../src/page/views/redirect.rs"),
        include_str!("../../src/page/views/series.rs"),
        include_str!("../../src/page/views/item_history.rs"),
        include_str!("../../src/page/views/progress_list.rs"),
        include_str!("../../src/page/views/progress.rs"),
        include_str!("../../src/page/views/data.rs"),
        include_str!("../../src/page/views/progress_matrix.rs"),
        include_str!("../../src/page/views/progress_slips.rs"),
    ]
    .into_iter()
    .flat_map(views)
    .collect()
}

fn reference() -> String {
    let site = views(include_str!("../../src/page/views/site.rs"));
    let (pages, parts): (Vec<View>, Vec<View>) =
        all_views().into_iter().partition(|view| view.name.ends_with("Page"));
    let mut text = String::new();
    for view in &site {
        let heading =
            if view.name == "SiteView" { START.to_owned() } else { format!("#### `{}`\n", view.name) };
        let _ = write!(text, "{heading}\n{}\n\n{}\n", view.doc, table(view));
    }
    text.push_str(
        "### `page`, by template\n\nEvery page has `head`, a [`HeadView`](#headview). The other fields:\n\n",
    );
    for view in &pages {
        let _ = write!(text, "#### {} ({})\n\n{}\n", view.doc, view.name, table(view));
    }
    text.push_str("### Parts\n\n");
    for view in &parts {
        let _ = write!(text, "#### `{}`\n\n{}\n\n{}\n", view.name, view.doc, table(view));
    }
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
    let views = all_views();
    let mut seen = 0;
    for view in views.iter().filter(|view| view.name.ends_with("Page")) {
        let templates: Vec<&str> = view.doc.split('`').filter(|part| part.ends_with(".html")).collect();
        assert!(!templates.is_empty(), "{} does not name its template", view.name);
        for template in templates {
            let path = format!("{}/themes/default/templates/{template}", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(&path).unwrap();
            for rest in text.split("page.").skip(1) {
                let field: String = rest
                    .chars()
                    .take_while(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '_')
                    .collect();
                seen += 1;
                let known = view.fields.iter().any(|(name, ..)| *name == field);
                assert!(known, "{template} asks for page.{field}, which {} does not have", view.name);
            }
        }
    }
    assert!(seen > 150, "only {seen} fields were seen");
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
