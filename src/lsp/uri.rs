//! URIs of files, and paths.

use std::path::{Path, PathBuf};
use std::str::FromStr as _;

use lsp_types::Uri;
use serde_json::Value;
use url::Url;

/// The path of a file; `None` for what is no file of this machine, such as a text that was never saved.
pub(super) fn path_of(uri: &Uri) -> Option<PathBuf> {
    path_of_text(uri.as_str())
}

/// The same of a URI as it was written.
pub(super) fn path_of_text(uri: &str) -> Option<PathBuf> {
    let url = Url::parse(uri).ok().filter(|url| url.scheme() == "file")?;
    url.to_file_path().ok()
}

/// The URI of a file.
pub(super) fn uri_of(path: &Path) -> Option<Uri> {
    let url = Url::from_file_path(path).ok()?;
    Uri::from_str(&normal(url.as_str())).ok()
}

/// A message in which every URI is written as the protocol asks: some editors leave letters as they are that a URI has to
/// encode.
pub(super) fn with_normal_uris(mut message: Value) -> Value {
    normalize(&mut message);
    message
}

fn normalize(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(normalize),
        Value::Object(entries) => {
            for (key, value) in entries.iter_mut() {
                match value {
                    Value::String(text) if key == "uri" || key.ends_with("Uri") => *text = normal(text),
                    value => normalize(value),
                }
            }
        }
        _ => {}
    }
}

/// A URI with what none can hold encoded.
fn normal(uri: &str) -> String {
    let mut written = String::with_capacity(uri.len());
    for c in uri.chars() {
        let is_plain = c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c);
        // Only around the address of a machine.
        if is_plain && (!matches!(c, '[' | ']') || !uri.starts_with("file:")) {
            written.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Where paths begin.
    const ROOT: &str = if cfg!(windows) { "C:/" } else { "/" };

    #[test]
    fn names_in_any_script_lead_there_and_back() {
        for path in ["a b/計画.md", "100%/x#y.md", "a[1]/b.md", "é/\u{1f6a2}.md"] {
            let path = PathBuf::from(format!("{ROOT}{path}"));
            let uri = uri_of(&path).unwrap();
            assert!(uri.as_str().is_ascii(), "{}", uri.as_str());
            assert_eq!(path_of(&uri), Some(path));
        }
    }

    #[test]
    fn what_is_no_file_has_no_path() {
        for uri in ["untitled:Untitled-1", "git:/a/b.md", "http://a.example/b.md", "plan.md", ""] {
            assert_eq!(path_of_text(uri), None, "{uri}");
        }
    }

    #[test]
    fn a_uri_that_an_editor_did_not_encode_is_read() {
        let message =
            with_normal_uris(json!({ "textDocument": { "uri": "file:///計 画.md", "text": "計 画" } }));
        assert_eq!(message["textDocument"]["uri"], "file:///%E8%A8%88%20%E7%94%BB.md");
        assert_eq!(message["textDocument"]["text"], "計 画");
        let again = with_normal_uris(message.clone());
        assert_eq!(again, message);
    }
}
