//! `planbook receive`

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context as _, bail};

use super::edition::WhichPlan;
use super::site::{parse_audience, parse_day};
use super::{Root, load, say, say_error, say_problems, today};
use crate::build::{self, Book};
use crate::date::Day;
use crate::diag::{Diagnostic, Severity};
use crate::page::Context;
use crate::publish::Options;
use crate::receive::{self, Ground, Judged, Note, Outcome, Place, Reply, Together};
use crate::report::printable;
use crate::reporting_requests::{Table, word};
use crate::source::Tree;
use crate::vocabulary::{Audience, Choice as _};
use crate::write;

/// Turn workbooks that agencies filled in into updates.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  planbook receive reply.xlsx\n  planbook receive replies/*.xlsx --dry-run\n  planbook receive reply.ods --reply-to answer.txt\n\nReads workbooks of planbook requests --format xlsx that came back, also as .ods or .csv. Each answer becomes an update in content/updates/, or a problem with its cell, such as Reply!F12. What stands beside the answers is not read, and named. No existing file is changed, and an answer that was received before is not written again. The exit code is 1 when an answer has a problem, or a file cannot be read; all other answers are written. See docs/reporting-round.md."
)]
pub(super) struct Arguments {
    /// The files that came back: .xlsx, .ods or .csv
    #[arg(value_name = "REPLY", required = true)]
    replies: Vec<PathBuf>,
    #[command(flatten)]
    root: Root,
    /// Compare the answers with the plan as of this date [default: today, in the time zone of the book]
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Day>,
    /// Write a text to mail back to this file: what has to be corrected, cell by cell
    #[arg(long, value_name = "FILE")]
    reply_to: Option<PathBuf>,
    /// Also accept answers that differ from what the plan says by now: from what somebody else reported since, and from an earlier
    /// answer for the same period
    #[arg(long)]
    accept_changed: bool,
    /// The audience whose plan the workbooks show: letters name nothing internal unless it is internal [default: public]
    #[arg(long, value_name = "public|internal", value_parser = parse_audience)]
    asked: Option<Audience>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// A reply with what became of its answers.
struct Received {
    name: String,
    reply: Reply,
    judged: Vec<Judged>,
    /// The plan that it is about: its place among the sites, and its edition.
    site: usize,
    plan: WhichPlan,
}

/// The book, and the site of each audience that was asked.
struct Ready {
    tree: Arc<Tree>,
    book: Book,
    day: Day,
    sites: Vec<(Audience, Context)>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if let Some(path) = arguments.reply_to.as_ref().filter(|path| write::is_there(path)) {
        bail!("{} already exists\n  help: remove it, or choose another file", path.display());
    }
    // The order in which somebody names the files changes nothing.
    let paths: BTreeSet<PathBuf> = arguments.replies.iter().cloned().collect();
    let paths: Vec<PathBuf> = paths.into_iter().collect();
    let mut refused = Vec::new();
    let replies = read(&paths, arguments, &mut refused);
    if replies.is_empty() {
        say_refused(&refused);
        return Ok(ExitCode::from(1));
    }
    let Some(ready) = ready(arguments, &replies)? else { return Ok(ExitCode::from(1)) };
    let mut received = judged(arguments, &ready, replies, &mut refused)?;
    say_refused(&refused);
    if received.is_empty() {
        return Ok(ExitCode::from(1));
    }
    checked(&ready, &mut received)?;
    let files = new_files(&received);
    let mut letters = Vec::new();
    for one in &received {
        letters.push(receive::letter(
            &one.reply,
            &one.judged,
            &ground(arguments, &ready, one.site, &one.plan)?,
        ));
    }
    if !arguments.dry_run {
        write::new_files(&arguments.root.root, &files)?;
        if let Some(path) = &arguments.reply_to {
            write::new_file(path, letters.join("\n========\n\n"))?;
        }
    }
    say(&said(arguments, &ready, &received, &files)?);
    let is_wrong =
        received.iter().flat_map(|one| &one.judged).any(|one| matches!(one.outcome, Outcome::Wrong(_)));
    Ok(ExitCode::from(u8::from(is_wrong || !refused.is_empty())))
}

/// A file that is no reply to this book, and why: all others are received.
type Refused = (String, anyhow::Error);

fn say_refused(refused: &[Refused]) {
    for (name, why) in refused {
        say_error(&format!("error: {name} cannot be received: {why:#}\n"));
    }
}

fn read<'a>(
    paths: &'a [PathBuf],
    arguments: &Arguments,
    refused: &mut Vec<Refused>,
) -> Vec<(&'a Path, Reply)> {
    let mut replies = Vec::new();
    for path in paths {
        let reply = bytes(path).and_then(|bytes| {
            let reply = receive::read(&bytes).map_err(anyhow::Error::msg)?;
            audience(&reply, arguments).map(|_| reply)
        });
        match reply {
            Ok(reply) => replies.push((path.as_path(), reply)),
            Err(why) => refused.push((path.display().to_string(), why)),
        }
    }
    replies
}

/// The audience whose plan a workbook shows.
fn audience(reply: &Reply, arguments: &Arguments) -> anyhow::Result<Audience> {
    let audience =
        Audience::from_word(&reply.sent.audience).context("its hidden first cell has no audience")?;
    // A workbook comes from outside: what it says of its audience opens nothing.
    if audience == Audience::Internal && arguments.asked != Some(Audience::Internal) {
        bail!(
            "it says that it shows the internal plan\n  help: if you sent it with --audience internal, add --asked internal"
        );
    }
    Ok(audience)
}

#[expect(clippy::disallowed_methods, reason = "what came back is not a part of the book")]
fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(path).context("it cannot be read")
}

/// The book without errors, and the sites that the replies are about.
fn ready(arguments: &Arguments, replies: &[(&Path, Reply)]) -> anyhow::Result<Option<Ready>> {
    let (tree, found) = load(&arguments.root)?;
    let day = today(&tree);
    let mut book = build::read(&tree, found, day);
    let mut sites: Vec<(Audience, Context)> = Vec::new();
    for (_, reply) in replies {
        let audience = audience(reply, arguments)?;
        if sites.iter().any(|(known, _)| *known == audience) {
            continue;
        }
        let as_of = arguments.as_of.unwrap_or(day);
        let options = Options { as_of, audience, base_url: None, repository: None };
        let made = build::site(&mut book, &tree, &options).filter(|_| !book.has_errors());
        let Some((context, _)) = made else {
            say_problems(&book.diagnostics, &tree);
            say_error("the book has errors, so nothing was written; correct them first\n");
            return Ok(None);
        };
        sites.push((audience, context));
    }
    Ok(Some(Ready { day: arguments.as_of.unwrap_or(day), tree, book, sites }))
}

fn ground<'a>(
    arguments: &Arguments,
    ready: &'a Ready,
    site: usize,
    plan: &WhichPlan,
) -> anyhow::Result<Ground<'a>> {
    let site = &ready.sites[site].1;
    let languages = site.languages.iter().map(|site| plan.context(site)).collect::<Result<Vec<_>, _>>()?;
    Ok(Ground {
        plan: plan.plan(ready.book.plan())?,
        context: plan.context(site)?,
        languages,
        tree: &ready.tree,
        accept_changed: arguments.accept_changed,
    })
}

/// The files that are one workbook as one reply, each with its name.
fn in_pairs(ready: &Ready, replies: Vec<(&Path, Reply)>) -> Vec<(String, Reply)> {
    let pairs = receive::pairs(&replies.iter().map(|(_, reply)| reply).collect::<Vec<_>>());
    let mut replies: Vec<Option<(String, Reply)>> =
        replies.into_iter().map(|(path, reply)| Some((path.display().to_string(), reply))).collect();
    for (items, indicators) in pairs {
        let Some((other, values)) = replies[indicators].take() else { continue };
        let messages = &ready.sites[site_of(ready, &values)].1.theme.messages;
        let sheets = [word(messages, "reply-sheet-items"), word(messages, "reply-sheet-indicators")];
        replies[items] = replies[items].take().map(|(name, reply)| {
            let reply = reply.with_indicators(values, sheets.each_ref().map(String::as_str));
            (format!("{name} and {other}"), reply)
        });
    }
    replies.into_iter().flatten().collect()
}

/// The place of the site that a reply is about.
fn site_of(ready: &Ready, reply: &Reply) -> usize {
    ready.sites.iter().position(|(known, _)| known.word() == reply.sent.audience).unwrap_or(0)
}

fn judged(
    arguments: &Arguments,
    ready: &Ready,
    replies: Vec<(&Path, Reply)>,
    refused: &mut Vec<Refused>,
) -> anyhow::Result<Vec<Received>> {
    let mut received = Vec::new();
    for (name, reply) in in_pairs(ready, replies) {
        let site = site_of(ready, &reply);
        let plan = WhichPlan::named(reply.sent.edition.clone());
        let judged = ground(arguments, ready, site, &plan)
            .and_then(|ground| receive::judge(&reply, &ground, ready.day).map_err(anyhow::Error::msg));
        match judged {
            Ok(judged) => received.push(Received { name, reply, judged, site, plan }),
            Err(why) => refused.push((name, why)),
        }
    }
    let mut all = Vec::new();
    for one in &mut received {
        let plan = one.plan.plan(ready.book.plan())?;
        all.push(Together { name: one.name.clone(), reply: &one.reply, plan, judged: &mut one.judged });
    }
    receive::together(&mut all);
    Ok(received)
}

/// Takes back the files that the checks refuse, so that the book has no errors afterwards.
fn checked(ready: &Ready, received: &mut [Received]) -> anyhow::Result<()> {
    loop {
        let tree = with_files(&ready.tree, &new_files(received));
        let book = build::read(&tree, Vec::new(), ready.day);
        let errors: Vec<&Diagnostic> =
            book.diagnostics.iter().filter(|problem| problem.severity == Severity::Error).collect();
        let mut refused = false;
        for (path, problem) in errors.iter().filter_map(|one| Some((tree.path(one.span?.file), *one))) {
            let judged = received.iter_mut().map(|one| one.judged.as_mut_slice());
            for judged in judged {
                refused |= receive::refuse(judged, path, &problem.message);
            }
        }
        match (errors.is_empty(), refused) {
            (true, _) => return Ok(()),
            (false, true) => {}
            (false, false) => {
                say_problems(&book.diagnostics, &tree);
                bail!("with the replies, the book would have these errors, so nothing was written");
            }
        }
    }
}

pub(super) fn with_files(tree: &Tree, files: &[(String, String)]) -> Arc<Tree> {
    let old = tree.files().map(|(_, file)| (file.path.clone(), file.content.bytes().to_vec()));
    let new = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    Arc::new(Tree::within(old.chain(new), tree.limits().clone()).0)
}

fn new_files(received: &[Received]) -> Vec<(String, String)> {
    let judged = received.iter().flat_map(|one| &one.judged);
    let files = judged.filter_map(|one| match &one.outcome {
        Outcome::New(file) => Some((file.path.clone(), file.text.clone())),
        _ => None,
    });
    files.collect()
}

fn said(
    arguments: &Arguments,
    ready: &Ready,
    received: &[Received],
    files: &[(String, String)],
) -> anyhow::Result<String> {
    let mut text = String::new();
    for one in received {
        let ground = ground(arguments, ready, one.site, &one.plan)?;
        say_reply(&mut text, one, ground.context);
        say_notes(&mut text, &receive::notes(&one.reply, &one.judged, &ground), ground.context);
    }
    let known = received.iter().flat_map(|one| &one.judged).filter(|one| is_known(&one.outcome)).count();
    let _ = match (files.is_empty(), arguments.dry_run) {
        (true, _) if known > 0 => {
            writeln!(text, "nothing was written: there is no answer that was not received before")
        }
        (true, _) => writeln!(text, "nothing was written: there is no answer that can be used"),
        (false, true) => {
            for (path, content) in files {
                let _ = writeln!(text, "{path}");
                for line in content.lines() {
                    let _ = writeln!(text, "    + {}", printable(line));
                }
            }
            writeln!(text, "nothing was written; run the same command without --dry-run")
        }
        (false, false) => {
            let root = arguments.root.as_flag();
            writeln!(text, "read the new files, and run: planbook check{root}")
        }
    };
    if let Some(path) = arguments.reply_to.as_ref().filter(|_| !arguments.dry_run) {
        let _ = writeln!(text, "the text to mail back is in {}", path.display());
    }
    Ok(text)
}

fn is_known(outcome: &Outcome) -> bool {
    matches!(outcome, Outcome::Known(_) | Outcome::Edited(..) | Outcome::Has(..) | Outcome::Repeated(..))
}

/// No reply has more lines of what was not read.
const MOST_NOTES: usize = 20;
/// The longest text that such a line repeats, in characters.
const LONGEST_NOTE: usize = 80;

/// What a reply has beside its answers.
fn say_notes(text: &mut String, notes: &[Note], context: &Context) {
    let quoted = |words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let end = words.char_indices().nth(LONGEST_NOTE).map(|(end, _)| end);
        let shown = end.map_or_else(|| words.clone(), |end| format!("{}…", &words[..end]));
        printable(&shown).into_owned()
    };
    let cell = |place: &Place| printable(&place.to_string()).into_owned();
    for note in notes.iter().take(MOST_NOTES) {
        let _ = match note {
            Note::Cell(place, words) => {
                writeln!(text, "  not read: {}: “{}”", cell(place), quoted(words))
            }
            Note::Comment(place, words) => {
                writeln!(text, "  not read: the comment of {}: “{}”", cell(place), quoted(words))
            }
            Note::Changed(place, words) => {
                writeln!(
                    text,
                    "  not read: {}, which is not as it was sent: “{}”",
                    cell(place),
                    quoted(words)
                )
            }
            Note::Sheet(name, words) => {
                writeln!(
                    text,
                    "  not read: the sheet “{}”, which was added: “{}”",
                    quoted(name),
                    quoted(words)
                )
            }
            Note::NoTable(table) => {
                let name = match table {
                    Table::Items => "reply-sheet-items",
                    Table::Indicators => "reply-sheet-indicators",
                };
                let name = word(&context.theme.messages, name);
                writeln!(
                    text,
                    "  not in the file: the sheet “{name}”, which was sent; a CSV file has one sheet only"
                )
            }
            Note::NotLead(place, item) => {
                writeln!(text, "  {}: the agency is not responsible for {}", cell(place), printable(item))
            }
        };
    }
    if notes.len() > MOST_NOTES {
        let _ = writeln!(text, "  not read: {} more cells", notes.len() - MOST_NOTES);
    }
}

fn say_reply(text: &mut String, one: &Received, context: &Context) {
    let sent = &one.reply.sent;
    let count = |is: &dyn Fn(&Outcome) -> bool| one.judged.iter().filter(|one| is(&one.outcome)).count();
    let updates = count(&|outcome| matches!(outcome, Outcome::New(file) if !file.is_nothing));
    let nothing = count(&|outcome| matches!(outcome, Outcome::New(file) if file.is_nothing));
    let known = count(&is_known);
    let wrong = count(&|outcome| matches!(outcome, Outcome::Wrong(_)));
    let _ = writeln!(
        text,
        "{}: {} for {}: {updates} with a report, {nothing} with nothing to report, {known} received before, {wrong} with a problem",
        one.name,
        printable(&sent.agency),
        printable(&sent.period)
    );
    for judged in &one.judged {
        let place = &judged.start;
        let _ = match &judged.outcome {
            Outcome::New(file) => {
                let early = match judged.is_early {
                    true => format!(
                        " (dated {}, before the period: no answer for {})",
                        printable(&file.date),
                        printable(&sent.period)
                    ),
                    false => String::new(),
                };
                writeln!(text, "  {}: {}{early}", printable(&place.to_string()), file.path)
            }
            Outcome::Edited(_, path) => writeln!(
                text,
                "  {}: {path} has this answer already, and was changed since",
                printable(&place.to_string())
            ),
            Outcome::Has(_, path) => {
                writeln!(text, "  {}: {path} has this answer already", printable(&place.to_string()))
            }
            Outcome::Repeated(_, first) => {
                writeln!(text, "  {}: the same answer as {}", printable(&place.to_string()), printable(first))
            }
            Outcome::Known(file) => {
                writeln!(text, "  {}: {} already exists", printable(&place.to_string()), file.path)
            }
            Outcome::Blank => Ok(()),
            Outcome::Wrong(complaints) => complaints.iter().try_for_each(|complaint| {
                let place = complaint.place.to_string();
                writeln!(
                    text,
                    "  {}: {}",
                    printable(&place),
                    printable(&receive::sentence(complaint, context))
                )
            }),
        };
    }
}
