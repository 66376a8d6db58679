//! What the editor can do, as it says at the beginning.

use std::path::PathBuf;

use serde_json::Value;

use super::position::Encoding;
use super::uri::path_of_text;

/// What the editor can do.
#[derive(Debug, Clone, Default)]
pub(super) struct Client {
    pub(super) encoding: Encoding,
    /// Whether it shows other places of a problem.
    pub(super) has_related: bool,
    /// Whether it shows Markdown.
    pub(super) has_markdown: bool,
    /// Whether it can be asked to report changes of files.
    pub(super) can_watch: bool,
    /// The folders that are open.
    pub(super) folders: Vec<PathBuf>,
    /// Where the pages of the checks are on the web, with a `/` at the end.
    pub(super) checks: Option<String>,
}

impl Client {
    /// Reads what `initialize` says. What is missing or something else cannot be done.
    pub(super) fn of(params: &Value) -> Self {
        let can = |path: &str| params.pointer(&format!("/capabilities{path}"));
        let words =
            |path: &str| can(path).and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
        let is = |path: &str| can(path).and_then(Value::as_bool).unwrap_or_default();
        let text = |path: &str| params.pointer(path).and_then(Value::as_str);
        let folders: Vec<PathBuf> = match params.get("workspaceFolders").and_then(Value::as_array) {
            Some(folders) => folders.iter().filter_map(folder).collect(),
            None => {
                let root = text("/rootUri").and_then(path_of_text);
                root.or_else(|| text("/rootPath").map(PathBuf::from)).into_iter().collect()
            }
        };
        Self {
            encoding: Encoding::among(words("/general/positionEncodings")),
            has_related: is("/textDocument/publishDiagnostics/relatedInformation"),
            has_markdown: words("/textDocument/hover/contentFormat").any(|format| format == "markdown"),
            can_watch: is("/workspace/didChangeWatchedFiles/dynamicRegistration"),
            folders,
            checks: text("/initializationOptions/checks").map(str::to_owned).or_else(published_checks),
        }
    }
}

/// The path of a folder of the workspace.
pub(super) fn folder(value: &Value) -> Option<PathBuf> {
    path_of_text(value.get("uri")?.as_str()?)
}

/// Where the pages of the checks of this version are, when the program knows its repository.
fn published_checks() -> Option<String> {
    let repository = Some(env!("CARGO_PKG_REPOSITORY")).filter(|url| !url.is_empty())?;
    Some(format!("{repository}/blob/v{}/docs/checks/", env!("CARGO_PKG_VERSION")))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_editor_may_say_anything() {
        for params in
            [json!(null), json!([]), json!({ "capabilities": [], "workspaceFolders": 3, "rootUri": {} })]
        {
            let client = Client::of(&params);
            assert_eq!((client.encoding, client.folders.len()), (Encoding::Utf16, 0), "{params}");
        }
        let (old, new) = if cfg!(windows) { ("C:/old", "C:/a") } else { ("/old", "/a") };
        let uri = |path: &str| format!("file:///{}", path.trim_start_matches('/'));
        let client = Client::of(&json!({
            "rootUri": uri(old),
            "workspaceFolders": [{ "uri": uri(new) }, { "uri": "untitled:b" }, { "name": "c" }],
            "capabilities": { "general": { "positionEncodings": ["utf-8", "utf-16"] } },
            "initializationOptions": { "checks": "https://docs.example/checks/" },
        }));
        assert_eq!(client.encoding, Encoding::Utf8);
        assert_eq!(client.folders, [PathBuf::from(new)]);
        assert_eq!(client.checks.as_deref(), Some("https://docs.example/checks/"));
        let client = Client::of(&json!({ "rootUri": uri(old), "workspaceFolders": null }));
        assert_eq!(client.folders, [PathBuf::from(old)]);
    }
}
