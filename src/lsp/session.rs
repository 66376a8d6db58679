//! A conversation with an editor: messages in, messages out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response, ResponseError};
use lsp_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, PublishDiagnosticsParams, Uri,
};
use serde_json::{Value, json};

use super::answers::{self, Answer, read, refusal};
use super::book::{Extent, Settings};
use super::client::{Client, folder};
use super::uri::{path_of, with_normal_uris};
use super::wire::Incoming;
use super::workspace::Workspace;

/// How far the conversation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Running,
    /// The editor asked to end, and nothing more is answered.
    Ending,
}

/// A conversation with an editor.
pub struct Session {
    state: State,
    workspace: Workspace,
}

/// What came of the messages.
#[derive(Debug, Default)]
pub struct Reaction {
    /// The answers, in order, as JSON: what could not be read is answered without an id, which no message type can say.
    pub messages: Vec<Value>,
    /// With which code the program ends, if it does.
    pub exit: Option<u8>,
}

/// What answers a request.
type Handler = fn(&mut Workspace, Value) -> Answer;

/// What can be asked about a file.
const REQUESTS: &[(&str, Handler)] = &[
    ("textDocument/completion", answers::completion),
    ("textDocument/hover", answers::hover_at),
    ("textDocument/definition", answers::definition_at),
    (CODE_ACTION, answers::code_actions),
];
/// The request that is about the problems of the texts as they are now. All others need only some state of the book, and whoever
/// types does not want to wait for the next.
const CODE_ACTION: &str = "textDocument/codeAction";
/// The files whose changes on the disk are to be reported.
const WATCHED: [&str; 3] = ["**/book.toml", "**/content/**", "**/themes/**"];

/// What opens a list of choices by itself, besides letters.
const TRIGGERS: [&str; 8] = ["[", "(", "\"", "'", ":", "=", " ", "/"];

impl Session {
    /// A conversation that has not begun.
    pub fn new(settings: Settings) -> Self {
        Self { state: State::New, workspace: Workspace::new(settings) }
    }

    /// Takes all messages that wait, in their order. The books are checked once, after the last of them.
    pub fn handle(&mut self, messages: impl IntoIterator<Item = Incoming>) -> Reaction {
        let mut reaction = Reaction::default();
        for message in messages {
            match message {
                Incoming::Unreadable(why) => reaction.messages.push(unreadable(&why)),
                Incoming::Message(Message::Request(request)) => self.request(request, &mut reaction),
                Incoming::Message(Message::Notification(notification)) => {
                    if notification.method == "exit" {
                        reaction.exit = Some(u8::from(self.state != State::Ending));
                        return reaction;
                    }
                    self.notification(notification, &mut reaction);
                }
                // We ask for nothing whose answer matters.
                Incoming::Message(Message::Response(_)) => {}
            }
        }
        self.check(&mut reaction);
        reaction
    }

    fn request(&mut self, request: Request, reaction: &mut Reaction) {
        let Request { id, method, params } = request;
        let params = with_normal_uris(params);
        let answer = match (self.state, method.as_str()) {
            (State::New, "initialize") => {
                self.state = State::Running;
                Ok(self.initialize(&params))
            }
            (State::New, _) => Err(refusal(
                ErrorCode::ServerNotInitialized,
                "the first request must be `initialize`".to_owned(),
            )),
            (State::Running, "initialize") => {
                Err(refusal(ErrorCode::InvalidRequest, "`initialize` was sent twice".to_owned()))
            }
            (State::Running, "shutdown") => {
                self.state = State::Ending;
                Ok(Value::Null)
            }
            (State::Running, method) => match REQUESTS.iter().find(|(name, _)| *name == method) {
                Some((_, handler)) => {
                    if method == CODE_ACTION || self.workspace.has_unread() {
                        self.check(reaction);
                    }
                    self.ask(*handler, params)
                }
                None => Err(refusal(ErrorCode::MethodNotFound, format!("planbook has no `{method}`"))),
            },
            (State::Ending, _) => {
                Err(refusal(ErrorCode::InvalidRequest, "nothing can be asked after `shutdown`".to_owned()))
            }
        };
        reaction.messages.push(message(response(id, answer)));
    }

    /// Asks for an answer. A failure of ours ends neither the conversation nor the editor.
    fn ask(&mut self, handler: Handler, params: Value) -> Answer {
        catch_unwind(AssertUnwindSafe(|| handler(&mut self.workspace, params))).unwrap_or_else(|_| {
            let sentence = "planbook failed: this is an error in planbook, please report it";
            Err(refusal(ErrorCode::InternalError, sentence.to_owned()))
        })
    }

    fn initialize(&mut self, params: &Value) -> Value {
        self.workspace.client = Client::of(params);
        let folders = self.workspace.client.folders.clone();
        folders.into_iter().for_each(|folder| self.workspace.add_folder(folder));
        json!({
            "capabilities": {
                "positionEncoding": self.workspace.client.encoding.kind(),
                "textDocumentSync": { "openClose": true, "change": 2, "save": {} },
                "completionProvider": { "triggerCharacters": TRIGGERS },
                "hoverProvider": true,
                "definitionProvider": true,
                "codeActionProvider": { "codeActionKinds": ["quickfix"] },
                "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } },
            },
            "serverInfo": { "name": "planbook", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    /// Takes a notification. What cannot be read or is not known is passed over, as the protocol asks.
    fn notification(&mut self, notification: Notification, reaction: &mut Reaction) {
        if self.state != State::Running {
            return;
        }
        let params = with_normal_uris(notification.params);
        let _: Result<(), ResponseError> = match notification.method.as_str() {
            "initialized" => {
                reaction.messages.extend(self.workspace.client.can_watch.then(watch));
                Ok(())
            }
            "textDocument/didOpen" => read(params).map(|it| self.open(it)),
            "textDocument/didChange" => read(params).map(|it| self.change(it)),
            "textDocument/didClose" => read(params).map(|it| self.close(&it)),
            "textDocument/didSave" => read(params).map(|it: DidSaveTextDocumentParams| {
                self.with_path(&it.text_document.uri, |workspace, path| {
                    workspace.mark_file(&path, Extent::Disk)
                });
            }),
            "workspace/didChangeWatchedFiles" => read(params).map(|it: DidChangeWatchedFilesParams| {
                for change in it.changes {
                    self.with_path(&change.uri, |workspace, path| workspace.mark_disk(&path));
                }
            }),
            "workspace/didChangeWorkspaceFolders" => {
                self.change_folders(&params);
                Ok(())
            }
            _ => Ok(()),
        };
    }

    /// Does something with a file of this machine; anything else, such as a text that was never saved, is in no book.
    fn with_path(&mut self, uri: &Uri, then: impl FnOnce(&mut Workspace, PathBuf)) {
        if let Some(path) = path_of(uri) {
            then(&mut self.workspace, path);
        }
    }

    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let item = params.text_document;
        self.with_path(&item.uri.clone(), |workspace, path| {
            workspace.documents.open(path.clone(), item.uri, item.version, item.text);
            workspace.mark_file(&path, Extent::Disk);
        });
    }

    fn change(&mut self, params: DidChangeTextDocumentParams) {
        let of = params.text_document;
        self.with_path(&of.uri, |workspace, path| {
            let encoding = workspace.client.encoding;
            let is_open =
                workspace.documents.change(&path, of.version, params.content_changes, encoding).is_some();
            if is_open {
                workspace.mark_file(&path, Extent::Texts);
            }
        });
    }

    fn close(&mut self, params: &DidCloseTextDocumentParams) {
        self.with_path(&params.text_document.uri, |workspace, path| {
            workspace.documents.close(&path);
            workspace.mark_file(&path, Extent::Disk);
        });
    }

    fn change_folders(&mut self, params: &Value) {
        let folders = |name: &str| {
            let of = params.pointer(&format!("/event/{name}")).and_then(Value::as_array);
            of.into_iter().flatten().filter_map(folder).collect::<Vec<PathBuf>>()
        };
        for gone in folders("removed") {
            self.workspace.remove_folder(&gone);
            self.workspace.mark_disk(&gone);
        }
        folders("added").into_iter().for_each(|new| self.workspace.add_folder(new));
    }

    /// Checks what changed, and says what is wrong.
    fn check(&mut self, reaction: &mut Reaction) {
        if self.state != State::Running {
            return;
        }
        let news = self.workspace.check();
        let params = news.problems.into_iter().map(|it: PublishDiagnosticsParams| json!(it));
        reaction.messages.extend(params.map(|params| notice("textDocument/publishDiagnostics", params)));
        let said = news
            .refused
            .into_iter()
            .map(|sentence| json!({ "type": 1, "message": format!("planbook: {sentence}") }));
        reaction.messages.extend(said.map(|params| notice("window/showMessage", params)));
    }
}

fn response(id: RequestId, answer: Answer) -> Message {
    Message::Response(Response { id, response_result: answer })
}

/// A message as JSON, with the name of the protocol.
fn message(message: Message) -> Value {
    let mut value = serde_json::to_value(message).unwrap_or_default();
    value["jsonrpc"] = json!("2.0");
    value
}

fn notice(method: &str, params: Value) -> Value {
    message(Message::Notification(Notification { method: method.to_owned(), params }))
}

/// Asks the editor to report changes of files.
fn watch() -> Value {
    let watchers: Vec<Value> = WATCHED.iter().map(|pattern| json!({ "globPattern": pattern })).collect();
    let registration = json!({
        "id": "files",
        "method": "workspace/didChangeWatchedFiles",
        "registerOptions": { "watchers": watchers },
    });
    message(Message::Request(Request {
        id: "watch".to_owned().into(),
        method: "client/registerCapability".to_owned(),
        params: json!({ "registrations": [registration] }),
    }))
}

fn unreadable(why: &str) -> Value {
    json!({ "jsonrpc": "2.0", "id": null, "error": { "code": ErrorCode::ParseError as i32, "message": why } })
}
