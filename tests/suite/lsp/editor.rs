//! An editor without a window, in the same process: it sends messages and keeps what it is told to show.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use planbook::lsp::{Incoming, Reaction, Session, Settings};
use serde_json::{Value, json};
use url::Url;

use crate::book::day;

/// The files of a book with a name in each script, in the order of their paths.
pub const BOOK: &[(&str, &str)] = &[
    (
        "book.toml",
        "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n\n[fields.x-budget]\nlabel = \"Budget\"\non = [\"item\"]\ntype = \"choice\"\nvalues = [\"secured\", \"not secured\"]\n",
    ),
    ("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\nabbreviation: MoT\nparty: Arland\n---\n"),
    ("content/agencies/ar-water.md", "---\nname: 水道庁 🚢\nparty: Arland\n---\n"),
    (
        "content/areas/01-trade/1.1-talks.md",
        "---\ntitle: Hold talks\nkind: recurring\nlead: [ar-trade]\n---\nEvery year.\n",
    ),
    (
        "content/areas/01-trade/1.2-plant.md",
        "---\ntitle: Build a plant\nkind: deliverable\nlead: [ar-water]\ndue: 2027-06\ntags: [place/north]\n---\nSee [[1.1]].\n",
    ),
    ("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n"),
    (
        "content/forums/round.md",
        "---\nname: Harbour round\nkind: bilateral\nparties: [Arland, Boria]\nitems: [\"1.1\"]\n---\n",
    ),
    (
        "content/plan.md",
        "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\ntags: {place: {title: Where, values: {north: North shore}}}\n---\nThe plan. See [[about]].\n",
    ),
    ("content/pages/about.md", "---\ntitle: About\n---\nWords.\n"),
    ("content/sources/plan-2020.md", "---\ntitle: The plan\ndate: 2020-01-01\n---\n"),
    (
        "content/updates/2024/2024-05-01-begun.md",
        "---\ntitle: Work begun\ndate: 2024-05-01\nitems: [\"1.2\"]\nstatus: in-progress\nevidence: [{title: News, url: \"https://a.example/\"}]\n---\n",
    ),
];

/// What an editor says that it can do.
pub fn capabilities() -> Value {
    json!({
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "publishDiagnostics": { "relatedInformation": true },
        },
    })
}

/// Writes a file below a folder.
pub fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    std::fs::write(file, text).unwrap();
}

/// A folder with the book in it, below a name that a URI has to encode.
pub fn book() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = std::fs::canonicalize(folder.path()).unwrap().join("計画 [1]");
    BOOK.iter().for_each(|(path, text)| write(&root, path, text));
    (folder, root)
}

pub fn uri(path: &Path) -> String {
    Url::from_file_path(path).unwrap().as_str().replace('[', "%5B").replace(']', "%5D")
}

pub fn settings() -> Settings {
    Settings { today: |_| day("2024-06-30"), as_of: None }
}

pub fn session() -> Session {
    Session::new(settings())
}

pub fn incoming(message: Value) -> Incoming {
    Incoming::Message(serde_json::from_value(message).unwrap())
}

/// An editor with a folder open.
pub struct Editor {
    pub root: PathBuf,
    session: Session,
    requests: i32,
    versions: i32,
    /// What it shows of each file, by its URI.
    pub shown: BTreeMap<String, Vec<Value>>,
}

impl Editor {
    /// An editor that opened a folder.
    pub fn at(root: &Path) -> Self {
        Self::with(root, json!({ "rootUri": uri(root), "capabilities": capabilities() }))
    }

    /// The same with all that it says at the beginning. `root` is what paths are of.
    pub fn with(root: &Path, params: Value) -> Self {
        let mut editor = Self {
            root: root.to_owned(),
            session: session(),
            requests: 0,
            versions: 0,
            shown: BTreeMap::new(),
        };
        editor.ask("initialize", params);
        editor.tell("initialized", json!({}));
        editor
    }

    pub fn uri(&self, path: &str) -> String {
        uri(&self.root.join(path))
    }

    /// Sends messages that the server finds together.
    pub fn send(&mut self, messages: impl IntoIterator<Item = Value>) -> Reaction {
        let reaction = self.session.handle(messages.into_iter().map(incoming));
        for message in &reaction.messages {
            if message["method"] == "textDocument/publishDiagnostics" {
                let problems = message["params"]["diagnostics"].as_array().unwrap().clone();
                self.shown.insert(message["params"]["uri"].as_str().unwrap().to_owned(), problems);
            }
        }
        reaction
    }

    pub fn tell(&mut self, method: &str, params: Value) -> Reaction {
        self.send([json!({ "method": method, "params": params })])
    }

    /// The result of a request, or its error.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        let reaction = self.send([json!({ "id": id, "method": method, "params": params })]);
        let answer =
            reaction.messages.iter().find(|message| message["id"] == id && message["method"].is_null());
        let answer = answer.unwrap_or_else(|| panic!("{method} has no answer"));
        answer.get("result").or_else(|| answer.get("error")).unwrap().clone()
    }

    pub fn open(&mut self, path: &str, text: &str) {
        let document = json!({ "uri": self.uri(path), "languageId": "markdown", "version": 1, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": document }));
    }

    /// Opens a file as it is on the disk.
    pub fn open_saved(&mut self, path: &str) {
        let text = std::fs::read_to_string(self.root.join(path)).unwrap();
        self.open(path, &text);
    }

    pub fn change(&mut self, path: &str, changes: Value) {
        self.versions += 1;
        let document = json!({ "uri": self.uri(path), "version": self.versions + 1 });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    pub fn replace(&mut self, path: &str, text: &str) {
        self.change(path, json!([{ "text": text }]));
    }

    pub fn close(&mut self, path: &str) {
        let document = json!({ "uri": self.uri(path) });
        self.tell("textDocument/didClose", json!({ "textDocument": document }));
    }

    pub fn save(&mut self, path: &str, text: &str) {
        write(&self.root, path, text);
        let document = json!({ "uri": self.uri(path) });
        self.tell("textDocument/didSave", json!({ "textDocument": document }));
    }

    /// A request about the bar in a text, which becomes the text of the file.
    pub fn at_bar(&mut self, method: &str, path: &str, marked: &str) -> Value {
        let at = marked.find('¦').unwrap();
        let line = marked[..at].matches('\n').count();
        let column = marked[..at].rsplit('\n').next().unwrap().encode_utf16().count();
        let text = marked.replace('¦', "");
        self.open(path, &text);
        let place = json!({ "line": line, "character": column });
        let params = match method {
            "codeAction" => json!({
                "textDocument": { "uri": self.uri(path) },
                "range": { "start": place, "end": place },
                "context": { "diagnostics": [] },
            }),
            _ => json!({ "textDocument": { "uri": self.uri(path) }, "position": place }),
        };
        self.ask(&format!("textDocument/{method}"), params)
    }

    /// What is offered at the bar, and what is written for the first.
    pub fn offers(&mut self, path: &str, marked: &str) -> (Vec<String>, String) {
        let list = self.at_bar("completion", path, marked);
        let items: Vec<Value> = list["items"].as_array().cloned().unwrap_or_default();
        let labels = items.iter().map(|item| item["label"].as_str().unwrap().to_owned()).collect();
        let first = items.first().map(|item| item["textEdit"]["newText"].as_str().unwrap().to_owned());
        (labels, first.unwrap_or_default())
    }

    /// The problems of a file as `line:column code`.
    pub fn problems(&self, path: &str) -> Vec<String> {
        let shown = self.shown.get(&self.uri(path)).cloned().unwrap_or_default();
        let mut problems: Vec<String> = shown
            .iter()
            .map(|it| {
                let start = &it["range"]["start"];
                format!("{}:{} {}", start["line"], start["character"], it["code"].as_str().unwrap())
            })
            .collect();
        problems.sort();
        problems
    }
}
