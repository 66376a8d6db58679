//! What users read: documentation, help, messages, templates, schemas, and the sentences in the code.

use std::path::Path;

use clap::CommandFactory as _;

use crate::book::Book;

/// A text, where it is from, and how many lines of the file are before it.
pub struct Text {
    pub name: String,
    pub line: usize,
    pub text: String,
}

pub fn all() -> Vec<Text> {
    let mut texts = Vec::new();
    for file in [
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CODE_OF_CONDUCT.md",
        "CONTRIBUTING.md",
        "README.md",
        "SECURITY.md",
    ] {
        texts.push(read(file));
    }
    texts.extend(files(".github", &["md", "yml"]));
    texts.extend(files("docs", &["md", "json", "yml", "yaml"]));
    texts.extend(files("src/scaffold/examples", &["md", "toml"]));
    texts.extend(files("src/scaffold/theme", &["md", "toml", "css"]));
    texts.extend(files("themes/default/messages", &["toml"]));
    texts.extend(files("themes/default/templates", &["html", "xml", "svg"]).into_iter().map(without_code));
    texts.extend(help(&mut planbook::cli::Cli::command(), "planbook"));
    let schema = &Book::new().build().files["data/plan.schema.json"];
    texts.push(Text {
        name: "data/plan.schema.json".to_owned(),
        line: 0,
        text: String::from_utf8_lossy(schema).into_owned(),
    });
    for folder in ["src", "themes/default/static"] {
        texts.extend(files(folder, &["rs", "js"]).iter().flat_map(sentences));
    }
    texts
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> Text {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    Text { name: path.to_owned(), line: 0, text }
}

/// The files of a folder and of the folders in it, by how their names end.
fn files(folder: &str, ends: &[&str]) -> Vec<Text> {
    let mut paths: Vec<_> =
        std::fs::read_dir(root().join(folder)).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    let mut texts = Vec::new();
    for path in paths {
        let name = format!("{folder}/{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            texts.extend(files(&name, ends));
        } else if path.extension().is_some_and(|end| ends.iter().any(|it| end == *it)) {
            texts.push(read(&name));
        }
    }
    texts
}

/// A template without what is between `{{` and `}}` or `{%` and `%}`: names of fields are not words for readers.
fn without_code(template: Text) -> Text {
    let mut text = String::new();
    let mut rest = template.text.as_str();
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let end = if rest[start..].starts_with("{{") { "}}" } else { "%}" };
        let length = rest[start..].find(end).map_or(rest.len() - start, |length| length + 2);
        text.push_str(&rest[..start]);
        let lines = rest[start..start + length].matches('\n').count();
        text.push_str(&"\n".repeat(lines));
        rest = &rest[start + length..];
    }
    Text { text: text + rest, ..template }
}

/// The long help of a command and of those below it.
fn help(command: &mut clap::Command, name: &str) -> Vec<Text> {
    let long = command.clone().term_width(0).render_long_help().to_string();
    let mut texts = vec![Text { name: format!("{name} --help"), line: 0, text: long }];
    for below in command.get_subcommands_mut() {
        let name = format!("{name} {}", below.get_name());
        texts.extend(help(below, &name));
    }
    texts
}

/// The texts between quotation marks that have a space in them: messages, and not keys. Comments and tests are left out.
fn sentences(file: &Text) -> Vec<Text> {
    let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_test = file.name.ends_with("/tests.rs");
    let mut found = Vec::new();
    let mut rest = if is_test { "" } else { code };
    let here = |rest: &str| code[..code.len() - rest.len()].matches('\n').count();
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let from = &rest[at..];
        let (text, length) = piece(from, &rest[..at]);
        if let Some(text) = text.filter(|text| text.trim().contains(' ')) {
            let plain = text.replace("\\n", " ").replace("\\\"", "\"");
            found.push(Text { name: file.name.clone(), line: here(from), text: plain });
        }
        rest = &from[length..];
    }
    found
}

/// What begins here: a text, a comment, a character or nothing, and how long it is.
fn piece<'a>(from: &'a str, before: &str) -> (Option<&'a str>, usize) {
    if from.starts_with("//") {
        return (None, from.find('\n').unwrap_or(from.len()));
    }
    if let Some(character) = ["'\"'", "'/'", "'\\''"].iter().find(|it| from.starts_with(**it)) {
        return (None, character.len());
    }
    if !from.starts_with('"') {
        return (None, 1);
    }
    let hashes = before.len() - before.trim_end_matches('#').len();
    let is_raw = before[..before.len() - hashes].ends_with('r');
    let end = if is_raw {
        from[1..].find(&format!("\"{}", "#".repeat(hashes)))
    } else {
        let mut escaped = false;
        from[1..].find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })
    };
    end.map_or((None, 1), |end| (Some(&from[1..=end]), end + 2))
}
