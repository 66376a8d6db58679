//! One change in one line.

use super::line::{Piece, RenderedLine, short};
use crate::diff::changes::{
    AssessmentChange, AudienceChange, AudienceOf, Change, Claim, DueMove, EvidenceChange, Fact, FileChange,
    FileMove, IndicatorChange, KnownBy, MilestoneChange, Named, OnlyChange, OutlookMove, Redirect,
    Renumbered, Reworded, RoleChange, RoleDetailChange, Run, Setting, StatusMove, TranslatedText,
    TranslationChange,
};
use crate::diff::look_alike;
use crate::item_code::id_and_code;

/// How much of the words that stayed is shown on either side of a change.
const AROUND: usize = 60;

impl RenderedLine {
    fn ours(mut self, words: &'static str) -> Self {
        self.pieces.push(Piece::Ours(words));
        self
    }

    fn text(mut self, text: &str) -> Self {
        self.pieces.push(Piece::Text(short(text)));
        self
    }

    fn name(mut self, name: &str) -> Self {
        self.pieces.push(Piece::Name(short(name)));
        self
    }

    fn record(self, record: &Named) -> Self {
        let line = match record.kind.word() {
            "item" => self,
            word => self.ours(word).ours(" "),
        };
        line.name(&id_and_code(&record.id, record.code.as_deref())).ours(" ").text(&record.title)
    }

    fn optional(self, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(value),
            None => self.ours("nothing"),
        }
    }

    /// What two texts that look alike differ in.
    fn only(self, only: Option<OnlyChange>) -> Self {
        match only {
            None => self,
            Some(OnlyChange::LetterForm) => self.ours(" (only the form of the letters differs)"),
            Some(OnlyChange::UnseenCharacters) => self.ours(" (only characters that nobody can see differ)"),
            Some(OnlyChange::Blocks) => {
                self.ours(" (the words are the same; paragraphs, lists, code or line breaks differ)")
            }
        }
    }

    /// A value that was, and the one that is.
    fn values(self, before: Option<&str>, after: Option<&str>) -> Self {
        let only = look_alike::only(before.unwrap_or_default(), after.unwrap_or_default());
        let shown = |value: Option<&str>| match only {
            Some(OnlyChange::UnseenCharacters) => value.map(look_alike::with_all_code_points),
            _ => value.map(str::to_owned),
        };
        let (before, after) = (shown(before), shown(after));
        self.optional(before.as_deref()).ours(" → ").optional(after.as_deref()).only(only)
    }

    /// ", by UPDATE (AGENCIES)"
    fn update(mut self, update: Option<&String>, by: &[String]) -> Self {
        if let Some(update) = update {
            self = self.ours(", by update ").name(update);
        }
        for (at, agency) in by.iter().enumerate() {
            self = self.ours(if at == 0 { " of " } else { ", " }).name(agency);
        }
        self
    }
}

pub(super) fn named(record: &Named) -> RenderedLine {
    let line = RenderedLine::default().record(record);
    if record.public { line } else { line.ours(" (internal)") }
}

pub(super) fn renumbered(change: &Renumbered) -> RenderedLine {
    let line = RenderedLine::default().record(&change.record).ours(", which was ").name(&change.from);
    let line = if change.moved { line.ours(", moved") } else { line };
    match change.known_by {
        KnownBy::Alias => line,
        KnownBy::Words => line.ours(" (it has the same text, but does not name the old id as an alias)"),
    }
}

pub(super) fn reworded(change: &Reworded) -> RenderedLine {
    let line = RenderedLine::default().record(&change.record).ours(", ").text(change.part).ours(": ");
    let last = change.words.len().saturating_sub(1);
    let line = change.words.iter().enumerate().fold(line, |mut line, (at, run)| {
        line.pieces.push(piece(run, at == 0, at == last));
        let before = at.checked_sub(1).and_then(|at| change.words.get(at));
        match before {
            // Beside other changes, the two that look alike are told apart where they stand.
            Some(before)
                if change.only.is_none()
                    && before.change == Change::Removed
                    && run.change == Change::Added =>
            {
                line.only(look_alike::only(&before.text, &run.text))
            }
            _ => line,
        }
    });
    line.only(change.only)
}

/// Of long passages that stayed only what is next to a change.
fn piece(run: &Run, first: bool, last: bool) -> Piece {
    match run.change {
        Change::Removed => Piece::Gone(short(&look_alike::with_code_points(&run.text))),
        Change::Added => Piece::New(short(&look_alike::with_code_points(&run.text))),
        Change::Same => {
            let letters: Vec<char> = run.text.chars().collect();
            let end = |count: usize| letters[letters.len() - count..].iter().collect::<String>();
            let start = |count: usize| letters[..count].iter().collect::<String>();
            let long = letters.len() > 2 * AROUND + 10;
            Piece::Text(match (first, last, long) {
                (true, false, true) => format!("…{}", end(AROUND)),
                (false, true, true) => format!("{}…", start(AROUND)),
                (false, false, true) => format!("{} … {}", start(AROUND), end(AROUND)),
                _ => run.text.clone(),
            })
        }
    }
}

pub(super) fn translation(change: &TranslationChange) -> Vec<RenderedLine> {
    let line =
        || RenderedLine::default().record(&change.record).ours(", translation into ").name(&change.language);
    match change.change {
        FileMove::Added => vec![line().ours(": new")],
        FileMove::Removed => vec![line().ours(": removed")],
        FileMove::Changed if change.texts.is_empty() => {
            vec![line().ours(": changed, but no text of it")]
        }
        FileMove::Changed => {
            let text = |text: &TranslatedText| {
                let line = line().ours(", ").name(&text.text).ours(": ");
                line.values(text.before.as_deref(), text.after.as_deref())
            };
            change.texts.iter().map(text).collect()
        }
    }
}

pub(super) fn status(change: &StatusMove) -> RenderedLine {
    let line = claim(RenderedLine::default().record(&change.item).ours(": "), &change.from);
    let mut line = claim(line.ours(" → "), &change.to);
    if change.backwards {
        line = line.ours(", lowered");
    }
    if change.from_parts {
        line = line.ours(" (follows from its parts)");
    }
    line.update(change.update.as_ref(), &change.by)
}

pub(super) fn outlook(change: &OutlookMove) -> RenderedLine {
    let line = RenderedLine::default().record(&change.item).ours(": ");
    line.values(change.from, change.to).update(change.update.as_ref(), &change.by)
}

fn claim(line: RenderedLine, claim: &Claim) -> RenderedLine {
    let mut line = line.ours(claim.status.unwrap_or("no status"));
    for word in [claim.degree, claim.outcome].into_iter().flatten() {
        line = line.ours(", ").ours(word);
    }
    line
}

pub(super) fn due(change: &DueMove) -> RenderedLine {
    let mut line = RenderedLine::default().record(&change.item).ours(": ").optional(change.from.as_deref());
    if change.had_passed {
        line = line.ours(" (which has passed)");
    }
    line = line.ours(" → ").optional(change.to.as_deref());
    if change.edited {
        line = line.ours(", edited in the item");
    }
    line = line.update(change.update.as_ref(), &change.by);
    match &change.reason {
        Some(reason) => line.ours(": ").text(reason),
        None => line,
    }
}

pub(super) fn indicator(change: &IndicatorChange) -> RenderedLine {
    let line = RenderedLine::default().record(&change.item).ours(", ").name(&change.indicator).ours(", ");
    let line = match (change.what, change.from.is_some()) {
        ("value", false) => line.ours("new value"),
        (what, _) => line.ours(what),
    };
    let line = match &change.period {
        Some(period) => line.ours(" for ").text(period),
        None => line,
    };
    let line = line.ours(": ");
    let line = match (change.what, &change.from, &change.to) {
        ("value", None, Some(to)) => line.text(to),
        _ => line.values(change.from.as_deref(), change.to.as_deref()),
    };
    line.update(change.update.as_ref(), &[])
}

pub(super) fn milestone(change: &MilestoneChange) -> RenderedLine {
    let line = RenderedLine::default().record(&change.item).ours(", ").name(&change.milestone).ours(", ");
    line.ours(change.what).ours(": ").values(change.from.as_deref(), change.to.as_deref())
}

pub(super) fn role(change: &RoleChange) -> RenderedLine {
    let line = RenderedLine::default().record(&change.record).ours(": ").name(&change.agency).ours(" ");
    match (change.from, change.to) {
        (None, to) => line.ours("new, ").ours(to.unwrap_or_default()),
        (Some(from), None) => line.ours("no longer ").ours(from),
        (Some(from), Some(to)) => line.ours(from).ours(" → ").ours(to),
    }
}

pub(super) fn role_detail(change: &RoleDetailChange) -> RenderedLine {
    let line = RenderedLine::default().record(&change.record).ours(": ").name(&change.agency).ours(", ");
    line.ours(change.what).ours(": ").values(change.from.as_deref(), change.to.as_deref())
}

pub(super) fn evidence(change: &EvidenceChange) -> RenderedLine {
    let mut line = RenderedLine::default().ours(sign(change.change));
    line.pieces.push(Piece::Link(short(&change.title), change.url.clone()));
    line.ours(", in ").record(&change.update)
}

pub(super) fn assessment(change: &AssessmentChange) -> RenderedLine {
    let line = RenderedLine::default()
        .ours(sign(change.change))
        .text(&change.assessor)
        .ours(": ")
        .ours(change.verdict);
    line.ours(", in ").record(&change.update)
}

fn sign(change: Change) -> &'static str {
    match change {
        Change::Added => "added: ",
        Change::Removed => "removed: ",
        Change::Same => "",
    }
}

pub(super) fn audience(change: &AudienceChange) -> RenderedLine {
    let line = match change.what {
        AudienceOf::Record => RenderedLine::default(),
        AudienceOf::Parts => RenderedLine::default().ours("a part of "),
    };
    line.record(&change.record).ours(match (change.what, change.public) {
        (AudienceOf::Record, false) => ": was public, is now internal",
        _ => ": was internal, is now public",
    })
}

pub(super) fn fact(change: &Fact) -> RenderedLine {
    let line = RenderedLine::default().record(&change.record).ours(", ").name(&change.key).ours(": ");
    line.values(change.before.as_deref(), change.after.as_deref())
}

pub(super) fn file(change: &FileChange) -> RenderedLine {
    let line = RenderedLine::default().name(&change.path);
    line.ours(match change.change {
        FileMove::Added => ": new",
        FileMove::Changed => ": changed",
        FileMove::Removed => ": removed",
    })
}

pub(super) fn setting(change: &Setting) -> RenderedLine {
    let line = RenderedLine::default().name(&change.key).ours(": ");
    line.values(change.before.as_deref(), change.after.as_deref())
}

pub(super) fn address(base: Option<&str>, words: &'static str, address: &str) -> RenderedLine {
    let mut line = RenderedLine::default().ours(words);
    let shown = format!("/{address}");
    match base {
        Some(base) => line.pieces.push(Piece::Link(shown, format!("{base}{address}"))),
        None => line = line.name(&shown),
    }
    line
}

pub(super) fn redirect(redirect: &Redirect) -> RenderedLine {
    let line = RenderedLine::default().ours("redirects: ").name(&format!("/{}", redirect.from));
    line.ours(" → ").name(&format!("/{}", redirect.to))
}
