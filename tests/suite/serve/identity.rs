//! What is served is what would be built.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use planbook::build;
use planbook::publish::Options;
use planbook::serve::{Shown, script};
use planbook::vocabulary::Audience;

use super::{Preview, today};
use crate::book::FROZEN;

/// The files of a site, as a build of the same folder makes them.
pub fn built(root: &Path, audience: Audience) -> BTreeMap<String, Vec<u8>> {
    let (tree, found) = planbook::source::load(root, planbook::config::limits).unwrap();
    let tree = Arc::new(tree);
    let mut book = build::read(&tree, found, today());
    let options = Options { as_of: today(), audience, base_url: None, repository: None };
    let (context, site) = build::site(&mut book, &tree, &options).unwrap();
    let files: Mutex<BTreeMap<String, Vec<u8>>> = Mutex::default();
    let take = |path: &str, bytes: &[u8]| {
        files.lock().unwrap().insert(path.to_owned(), bytes.to_vec());
        Ok(())
    };
    let problems = build::render(&context, &site, take).unwrap();
    assert_eq!(problems, []);
    files.into_inner().unwrap()
}

/// Asks for every file, and compares it with the one that was built.
pub fn compare(preview: &Preview, files: &BTreeMap<String, Vec<u8>>) {
    let generation = preview.current();
    let shown: &Shown = generation.shown.as_ref().unwrap();
    // The parts of the search are known by name only when they are made.
    let (named, parts): (Vec<&str>, Vec<&str>) =
        files.keys().map(String::as_str).partition(|path| shown.has(path));
    assert_eq!(shown.paths().collect::<Vec<_>>(), named);
    assert!(parts.iter().all(|path| path.contains("search/") && path.ends_with(".js")), "{parts:?}");
    let mut client = preview.client();
    let script = script(generation.number);
    for (path, bytes) in files {
        // A page is asked for as readers do.
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let answer = client.get(&format!("{}{}", shown.base, address.replace(' ', "%20")));
        assert_eq!(answer.status, 200, "{path}");
        let mut body = answer.body;
        if path.ends_with(".html") {
            let text = String::from_utf8(body).unwrap();
            assert_eq!(text.matches(&script).count(), 1, "{path}");
            body = text.replacen(&script, "", 1).into_bytes();
        }
        assert!(body == *bytes, "{path} is served otherwise than it is built");
    }
}

#[test]
fn every_file_of_a_large_site_is_as_it_is_built() {
    let root = Path::new(FROZEN);
    let files = built(root, Audience::Public);
    assert!(files.len() > 500);
    compare(&Preview::at(root, |_| {}), &files);
}

#[test]
fn every_file_of_the_plan_with_everything_is_as_it_is_built() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything");
    for audience in [Audience::Public, Audience::Internal] {
        compare(&Preview::at(&root, |settings| settings.audience = audience), &built(&root, audience));
    }
}
