//! Source accounting: every numbered line of the plan's full text is in exactly one area, item or part, letter for
//! letter, flaws included.

use std::collections::{BTreeMap, BTreeSet};

use super::LintContext;
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::plan::{Index as _, Ix, Plan, Source};
use crate::plan_text::{self, NumberedLine};

/// A line of the text and its place in the source record.
struct Placed {
    line: NumberedLine,
    span: Span,
}

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let source = context.plan.about.as_ref().and_then(|about| about.source);
    let Some(source) = source else { return };
    without_text(context.plan, source, found);
    let spans = context.plan.sources.at(source).document.record.body.plan_text();
    let mut lines: BTreeMap<String, Placed> = BTreeMap::new();
    for block in spans {
        let Some(text) = context.tree.text(block.file).and_then(|text| text.get(block.range())) else {
            continue;
        };
        for line in plan_text::parse(text) {
            let base = block.range().start;
            let span = Span::new(block.file, base + line.range.start..base + line.range.end);
            match lines.get(&line.id) {
                Some(first) => found.push(doubled(&line, span, first)),
                None => {
                    lines.insert(line.id.clone(), Placed { line, span });
                }
            }
        }
    }
    if !lines.is_empty() {
        compare(context, source, &lines, found);
    }
}

/// A typing error in one word must not switch the comparison off unseen: a plan's text that the plan does not name as its source,
/// or a source without the text.
pub(super) fn unchecked(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let plan = context.plan;
    let plans = std::iter::once(plan).chain(plan.editions.iter().map(|edition| &*edition.plan));
    let named: BTreeSet<&str> = plans.filter_map(source_of).collect();
    for source in plan.sources.iter().filter(|source| !named.contains(source.document.id.as_str())) {
        if let Some(span) = source.document.record.body.plan_text().first() {
            let message = format!(
                "no check uses this text, because the plan does not name `{}` as its source",
                source.document.id
            );
            found.push(
                Diagnostic::new(code::SOURCE_TEXT_UNCHECKED, *span, message)
                    .help("write `source:` with the id of this record into content/plan.md, or start the block with ```text"),
            );
        }
    }
}

/// The source that a plan names, by its id.
fn source_of(plan: &Plan) -> Option<&str> {
    let source = plan.about.as_ref()?.source?;
    Some(plan.sources.at(source).document.id.as_str())
}

/// A source that the plan names, and that has no text to compare with.
fn without_text(plan: &Plan, source: Ix<Source>, found: &mut Vec<Diagnostic>) {
    let record = plan.sources.at(source);
    let texts = plan.items.iter().filter(|item| item.document.text.is_some()).count();
    if texts > 0 && record.document.record.body.plan_text().is_empty() {
        let items = if texts == 1 { "1 item has".to_owned() } else { format!("{texts} items have") };
        let message =
            format!("{items} a `text`, but this source has no ```plan-text block to compare them with");
        found.push(
            Diagnostic::new(code::SOURCE_TEXT_UNCHECKED, record.document.record.span, message)
                .help("put the plan's full text into this record between ```plan-text and ```; if you cannot get the text, turn the check off in book.toml"),
        );
    }
}

fn doubled(line: &NumberedLine, span: Span, first: &Placed) -> Diagnostic {
    Diagnostic::new(code::SOURCE_TEXT_DOUBLED, span, format!("the plan's text has the number {} twice", line.id))
        .label(first.span, "first here")
        .help("if the original has the number twice, give the second line its own number in this record and explain it in the text above the block")
}

fn compare(
    context: &LintContext<'_>,
    source: Ix<Source>,
    lines: &BTreeMap<String, Placed>,
    found: &mut Vec<Diagnostic>,
) {
    let (plan, public) = (context.plan, context.public);
    let source = plan.sources.at(source).document.record.path.as_str();
    let areas = plan.areas.iter().map(|area| (area.document.number.value.as_str(), &area.document.title));
    let items = plan
        .items
        .iter()
        .map(|item| (item.document.id.as_str(), item.document.text.as_ref().unwrap_or(&item.document.title)));
    let records: BTreeMap<&str, &Spanned<String>> = areas.chain(items).collect();
    // What only the internal site shows, such as a task of the secretariat, need not be in the plan.
    let published = public.items.iter().map(|item| item.document.id.as_str());
    let areas = public.areas.iter().map(|area| area.document.number.value.as_str());
    let published: BTreeSet<&str> = published.chain(areas).collect();
    let is_internal = |id: &str| !published.is_empty() && !published.contains(id) && id.contains('.');
    for (id, text) in &records {
        match lines.get(*id) {
            None if is_internal(id) => {}
            None => found.push(
                Diagnostic::new(code::SOURCE_TEXT_EXTRA, text.span, format!("the plan's text does not have the number {id}"))
                    .help(format!("correct the number in the file name, or first add the line to the ```plan-text block of {source}; a plan that is not compared with its text has no `source` in content/plan.md")),
            ),
            Some(placed) if placed.line.text != text.value => found.push(altered(id, text, placed)),
            Some(_) => {}
        }
    }
    for (id, placed) in lines.iter().filter(|(id, _)| !records.contains_key(id.as_str())) {
        found.push(
            Diagnostic::new(
                code::SOURCE_TEXT_MISSING,
                placed.span,
                format!("no record has the number {id} of the plan's text"),
            )
            .help(format!(
                "add a file {id}-….md with this line as its `text`, or an area.md with it as its `title`"
            )),
        );
    }
}

/// Shows the two texts from the first letter in which they differ.
fn altered(id: &str, text: &Spanned<String>, placed: &Placed) -> Diagnostic {
    let differs = text.value.chars().zip(placed.line.text.chars()).take_while(|(a, b)| a == b).count();
    let tail = |text: &str| text.chars().skip(differs.saturating_sub(12)).take(40).collect::<String>();
    Diagnostic::new(
        code::SOURCE_TEXT_ALTERED,
        text.span,
        format!("the text of {id} is not the plan's, letter for letter"),
    )
    .note(format!("here: …{}", tail(&text.value)))
    .label(placed.span, format!("the plan: …{}", tail(&placed.line.text)))
    .help(
        "copy the line from the source record, including its mistakes; write a clearer wording into `title`",
    )
}
