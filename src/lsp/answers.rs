//! Answers to what an editor asks about a place of a file.

use std::ops::Range;
use std::path::PathBuf;

use lsp_server::{ErrorCode, ResponseError};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, CompletionParams, GotoDefinitionParams, Hover,
    HoverContents, HoverParams, Location, MarkupContent, MarkupKind, TextEdit, Uri, WorkspaceEdit,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::actions::{Correction, corrections};
use super::book::Checked;
use super::completion::{Completing, complete};
use super::definition::definition;
use super::described::{described, described_tag};
use super::documents::{BookFile, Document};
use super::hover::{Pointed, pointed};
use super::position::Lines;
use super::problems::Shower;
use super::uri::path_of;
use super::workspace::Workspace;
use crate::page::Context;

/// An answer, or why there is none.
pub(super) type Answer = Result<Value, ResponseError>;

/// A text that is open, with the book that it belongs to.
struct Asked<'w> {
    document: &'w Document,
    file: &'w BookFile,
    checked: &'w Checked,
    pages: Option<&'w Context>,
    lines: Lines<'w>,
}

/// What was asked about; `None` for a file of no book.
fn asked<'w>(workspace: &'w Workspace, uri: &Uri) -> Option<Asked<'w>> {
    let document = workspace.documents.at(&path_of(uri)?)?;
    let file = document.place.as_ref()?;
    let book = workspace.book(&file.root)?;
    let (checked, pages) = (book.checked()?, book.pages());
    let lines = Lines::of(&document.text, workspace.client.encoding);
    Some(Asked { document, file, checked, pages, lines })
}

/// The book of a text that is open.
fn root_of(workspace: &Workspace, uri: &Uri) -> Option<PathBuf> {
    Some(workspace.documents.at(&path_of(uri)?)?.place.as_ref()?.root.clone())
}

/// What can be written at a place.
pub(super) fn completion(workspace: &mut Workspace, params: Value) -> Answer {
    let params: CompletionParams = read(params)?;
    let place = params.text_document_position;
    let list = asked(workspace, &place.text_document.uri).map(|it| {
        let at = it.lines.offset(place.position);
        let (path, text) = (it.file.path.as_str(), &*it.document.text);
        complete(&Completing { checked: it.checked, path, text, lines: &it.lines, at })
    });
    write(&list)
}

/// What stands at a place.
pub(super) fn hover_at(workspace: &mut Workspace, params: Value) -> Answer {
    let params: HoverParams = read(params)?;
    let place = params.text_document_position_params;
    // Only few questions are about a record, and what its page says takes longer to make than all else.
    let is_of_pages = asked(workspace, &place.text_document.uri).is_some_and(|it| {
        let at = it.lines.offset(place.position);
        let found = pointed(it.checked, &it.file.path, &it.document.text, at);
        found.is_some_and(|(_, pointed)| !matches!(pointed, Pointed::Meaning(_)))
    });
    if is_of_pages
        && let Some(root) = root_of(workspace, &place.text_document.uri)
        && let Some(book) = workspace.book_mut(&root)
    {
        book.make_pages();
    }
    let found = asked(workspace, &place.text_document.uri).and_then(|it| {
        let at = it.lines.offset(place.position);
        let (range, pointed) = pointed(it.checked, &it.file.path, &it.document.text, at)?;
        let text = match pointed {
            Pointed::Record(found) => described(it.checked.book.plan(), found, it.pages?),
            Pointed::Tag(name) => described_tag(&name, it.pages?)?,
            Pointed::Meaning(text) => text,
        };
        let content = match workspace.client.has_markdown {
            true => MarkupContent { kind: MarkupKind::Markdown, value: text },
            false => MarkupContent { kind: MarkupKind::PlainText, value: without_marks(&text) },
        };
        Some(Hover { contents: HoverContents::Markup(content), range: Some(it.lines.range(&range)) })
    });
    write(&found)
}

/// Our own Markdown without its signs.
fn without_marks(text: &str) -> String {
    text.replace("**", "").replace(['`', '\\'], "")
}

/// Where a record is written.
pub(super) fn definition_at(workspace: &mut Workspace, params: Value) -> Answer {
    let params: GotoDefinitionParams = read(params)?;
    let place = params.text_document_position_params;
    let found = asked(workspace, &place.text_document.uri).and_then(|it| {
        let at = it.lines.offset(place.position);
        let span = definition(it.checked, &it.file.path, &it.document.text, at)?;
        let uri = |path: &str| workspace.uri(&it.file.root, path);
        let mut shower = Shower::of(it.checked, &workspace.client, &uri);
        Some(Location { uri: uri(it.checked.tree.path(span.file))?, range: shower.range(span) })
    });
    write(&found)
}

/// The corrections of the problems at a range. Those that `planbook fix` would write are preferred.
pub(super) fn code_actions(workspace: &mut Workspace, params: Value) -> Answer {
    let params: CodeActionParams = read(params)?;
    let wanted = params.context.only.as_ref();
    // `quickfix` is also what no name asks for, and what is within an empty one.
    if wanted.is_some_and(|only| !only.iter().any(|kind| ["", "quickfix"].contains(&kind.as_str()))) {
        return write(&Vec::<CodeAction>::new());
    }
    let uri = params.text_document.uri;
    let found = asked(workspace, &uri).map(|it| {
        let range = it.lines.bytes(params.range);
        (it.file.clone(), corrections(it.checked, &it.file.path, &range))
    });
    let Some((file, found)) = found else { return write(&Vec::<CodeAction>::new()) };
    let mut actions = Vec::new();
    for correction in found {
        let book = workspace.book_mut(&file.root);
        let is_certain = book.is_some_and(|book| book.is_certain(&correction.problem));
        actions.extend(action(workspace, &uri, &correction, is_certain));
    }
    write(&actions)
}

#[expect(clippy::mutable_key_type, reason = "the protocol's own type; nothing in it changes")]
fn action(workspace: &Workspace, uri: &Uri, correction: &Correction, is_certain: bool) -> Option<CodeAction> {
    let it = asked(workspace, uri)?;
    let written = it.document.text.get(Range::clone(&correction.place))?;
    let name = |path: &str| workspace.uri(&it.file.root, path);
    let shown = Shower::of(it.checked, &workspace.client, &name).shown(&correction.problem);
    let edit = TextEdit { range: it.lines.range(&correction.place), new_text: correction.text.clone() };
    let changes = std::iter::once((it.document.uri.clone(), vec![edit])).collect();
    Some(CodeAction {
        title: correction.title(written),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![shown]),
        edit: Some(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }),
        is_preferred: Some(is_certain),
        ..CodeAction::default()
    })
}

/// Reads what a message says.
pub(super) fn read<T: DeserializeOwned>(params: Value) -> Result<T, ResponseError> {
    serde_json::from_value(params).map_err(|error| refusal(ErrorCode::InvalidParams, error.to_string()))
}

fn write<T: Serialize>(answer: &T) -> Answer {
    serde_json::to_value(answer).map_err(|error| refusal(ErrorCode::InternalError, error.to_string()))
}

/// That there is no answer, and why.
pub(super) fn refusal(code: ErrorCode, message: String) -> ResponseError {
    ResponseError { code: code as i32, message, data: None }
}
