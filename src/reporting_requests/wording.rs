//! The words of a workbook: in the language of the plan, and in the others of the site.

use crate::language_marks::unmarked;
use crate::page::Context;
use crate::render::Messages;
use crate::update_file::{Field, Piece, Wording, closed_lists};
use crate::vocabulary::Status;

/// What stands between two languages in a list.
const BESIDE: &str = " / ";

/// The message of a word of a list.
fn key(field: Field, word: &str) -> String {
    match field {
        Field::Nothing => word.to_owned(),
        field => format!("{}-{word}", field.word()),
    }
}

/// A message as a file shows it that is no page: without the signs of its language, which only pages can show.
pub fn word(messages: &Messages, key: &str) -> String {
    unmarked(messages.get(key))
}

/// A text in each of some languages, each once, without such signs.
pub(super) fn in_all(all: &[&Messages], between: &str, text: impl Fn(&Messages) -> String) -> String {
    let mut texts: Vec<String> = Vec::new();
    for messages in all {
        let text = unmarked(&text(messages));
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join(between)
}

/// A word of a list as it is shown.
pub fn label(all: &[&Messages], field: Field, word: &str) -> String {
    in_all(all, BESIDE, |messages| messages.get(&key(field, word)).to_owned())
}

/// The words that answers are read with: those of all languages together, and those of each.
pub fn wording(context: &Context, languages: &[&Context]) -> Wording {
    let messages = &context.theme.messages;
    let all = messages_of(context, languages);
    let mut shown = Vec::new();
    for (field, words) in closed_lists() {
        for word in words {
            // The first is how it is called where it has to be corrected.
            for messages in &all {
                shown.push((field, self::word(messages, &key(field, word)), word));
            }
            shown.push((field, label(&all, field, word), word));
        }
    }
    let closed = key(Field::Status, Status::Closed.word());
    Wording {
        shown,
        closed: all.iter().map(|messages| word(messages, &closed)).collect(),
        nothing_title: word(messages, "reply-title-nothing"),
        status_title: word(messages, "reply-title-status"),
        other_title: word(messages, "reply-title-other"),
        languages: context.config.languages.clone(),
    }
}

/// What stands in a sentence about an answer, in one language.
pub fn piece(piece: &Piece, messages: &Messages) -> String {
    let word = |field: Field, of: &str| word(messages, &key(field, of));
    match piece {
        Piece::Text(text) => text.clone(),
        Piece::Word(field, of) => word(*field, of),
        Piece::Words(field) => {
            let lists = closed_lists();
            let words = lists.iter().find(|(of, _)| of == field).map_or(&[][..], |(_, words)| words);
            let words: Vec<String> = words.iter().map(|of| word(*field, of)).collect();
            words.join(&self::word(messages, "sign-comma"))
        }
    }
}

fn messages_of<'a>(context: &'a Context, languages: &[&'a Context]) -> Vec<&'a Messages> {
    std::iter::once(context).chain(languages.iter().copied()).map(|context| &context.theme.messages).collect()
}
