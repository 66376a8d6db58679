//! The books: a payload wherever words can stand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use planbook::config;
use planbook::diag::FileId;
use planbook::render::Messages;
use planbook::source;

use crate::Outcome;

/// The files of a book by path.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

const ENGLISH: &str = include_str!("../../../themes/default/messages/en.toml");
const EVERYTHING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/everything");
/// A picture of one pixel.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\xdac\x68\0\0\0\x82\0\x81\x77\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";
/// Files that a text may refer to, and others that must not be published: they are not what their names say.
const ATTACHMENTS: [(&str, &[u8]); 9] = [
    ("map.png", PICTURE),
    ("map.pdf", b"%PDF-1.7\n"),
    ("web.png", b"<!doctype html><script>alert(1)</script>"),
    ("web.pdf", b"<!doctype html><script>alert(1)</script>%PDF-1.7"),
    ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    ("map.png.html", PICTURE),
    ("page.html", b"<script>alert(1)</script>"),
    ("page.js", b"alert(1)"),
];
const THEME: &str = "themes/hostile/theme.toml";
const MESSAGES: &str = "themes/hostile/messages/en.toml";

fn add(files: &mut Files, path: impl Into<String>, text: impl Into<String>) {
    files.insert(path.into(), text.into().into_bytes());
}

/// A string in double quotes, for YAML and for TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match u32::from(c) {
            _ if matches!(c, '"' | '\\') => out.extend(['\\', c]),
            0x20..0x7f => out.push(c),
            // Writing to a String does not fail.
            number @ ..=0xffff => drop(write!(out, "\\u{number:04X}")),
            number => drop(write!(out, "\\U{number:08X}")),
        }
    }
    out + "\""
}

/// A payload in every construct of Markdown; at the end as it is, because it may swallow what follows.
fn everywhere(payload: &str) -> String {
    let p = payload.replace(['\n', '\r'], " ");
    // From the plan, from a record directly in its folder, from one a folder further down.
    let files: String = ["files", "../files", "../../files"]
        .iter()
        .map(|folder| format!("![{p}]({folder}/map.png \"{p}\")\n[{p}]({folder}/map.pdf \"{p}\")\n"))
        .collect();
    format!(
        "{p}\n\nQX1 is the short name of a forum, AX1 that of an agency.\n\n\
         [[a1]] [[f1|{p}]] [[{p}]] [[{p}|x]]\n\n\
         [{p}](https://x.example/)\n[x](https://x.example/{p})\n[x](<https://x.example/{p}>)\n[x](https://x.example/ \"{p}\")\n\
         [x]({p})\n[x](<{p}>)\n<{p}>\n<https://x.example/{p}>\n\n\
         ![{p}](https://x.example/x.png \"{p}\")\n![x]({p})\n![x](files/{p}.png)\n[x](files/{p}.pdf)\n\n\
         {files}\n[x][{p}]\n[x](#{p})\n[x](plan.md#{p})\n[x](<../forums/f1.md#{p}>)\n\n[{p}]: {p} \"{p}\"\n\n\
         - {p}\n\n> {p}\n\n1. {p}\n\n**{p}** *{p}* ~~{p}~~ `{p}`\n\n| {p} |\n|---|\n| {p} |\n\n\
         {p}\n: {p}\n\nx[^n] y[^{p}]\n\n[^n]: {p}\n\n[^{p}]: y\n\n\
         # {p}\n\n## x {{#{p}}}\n\n## x {{#y {p}}}\n\n~~~{p}\n{p}\n~~~\n\n```plan-text\n{p}\n```\n\n\
         :::internal\n{p}\n:::\n\n{payload}\n"
    )
}

/// A book that says nothing but payloads: for each of them a record of each kind. With `word`, so does the interface.
pub(crate) fn records(payloads: &[String], word: Option<&str>) -> Files {
    let mut files = Files::new();
    let first = payloads.first().map_or("", String::as_str);
    let p = quoted(first);
    let theme = if word.is_some() { "hostile" } else { "default" };
    let book = format!(
        "[book]\ntitle = {p}\ndescription = {p}\n[site]\ntheme = \"{theme}\"\n\
         [outputs]\ncards = true\n\
         [repository]\nurl = \"https://git.example/plan\"\nnew = {p}\n"
    );
    add(&mut files, "book.toml", book);
    if let Some(word) = word {
        add(&mut files, THEME, "api = 2\n");
        add(&mut files, MESSAGES, messages(|_| word));
    }
    let plan = format!(
        "---\ntitle: {p}\nparties: [{p}, {p}]\nadopted: 2020-01-01\nedition: {p}\nlicence: {p}\ncontact: {p}\n\
         summary: {p}\nsource: s1\nx-own: {{{p}: [{p}]}}\n---\n{}\n\n{}",
        ATTACHMENTS.map(|(name, _)| format!("![x](files/{name}) [x](files/{name})")).join("\n"),
        everywhere(first)
    );
    for path in ["content/plan.md", "content/editions/whole/plan.md"] {
        add(&mut files, path, plan.clone());
    }
    for (name, bytes) in ATTACHMENTS {
        files.insert(format!("content/files/{name}"), bytes.to_vec());
    }
    for (index, payload) in payloads.iter().enumerate() {
        add_records(&mut files, index + 1, payload);
    }
    files
}

fn add_records(files: &mut Files, n: usize, payload: &str) {
    let p = quoted(payload);
    let address = quoted(&format!("https://x.example/{payload}"));
    // The folder of an area and the end of an item's file name may be anything; both go into the address for editing.
    let name = payload.replace('/', "\u{2215}");
    let mut record = |path: &str, front_matter: String| {
        // The page of this item is looked at in each book of one payload; elsewhere it is enough that there is a text.
        let body =
            if n == 1 && path.starts_with("areas/") { everywhere(payload) } else { payload.to_owned() };
        add(files, format!("content/{path}.md"), format!("---\n{front_matter}\n---\n{body}"));
    };

    let facts = format!(
        "by: [a{n}], forum: f{n}, status: in-progress, reason: {p}, challenges: {p}, next-steps: {p}, conflicts: {p}, \
         meeting: {{state: held, number: {n}, place: {p}}}, x-own: {p}, \
         assessment: {{assessor: {p}, verdict: limited, scale: {p}, method: {p}, url: {address}}}, \
         evidence: [{{title: {p}, url: \"https://x.example/\", audience: internal}}, \
         {{title: {p}, url: {p}, audience: {p}}}, {{title: {p}, url: {address}}}, \
         {{title: {p}, url: \"https://x.example/\", archived: {p}, lang: {p}}}, \
         {{title: {p}, url: \"https://x.example/\", archived: {address}, lang: ja}}]"
    );
    record(
        &format!("areas/{name}/area"),
        format!("number: {n}\ntitle: {p}\nsummary: {p}\nlead: [a{n}]\naliases: [{p}]\nx-own: {p}"),
    );
    // Of a book with one payload this is the page that is looked at.
    let note = quoted(&if n == 1 { everywhere(payload) } else { payload.to_owned() });
    let old = if n <= 5 { format!("old-{n}, ") } else { String::new() };
    record(
        &format!("areas/{name}/{n}.1-{name}"),
        format!(
            "title: {p}\nkind: deliverable\ntext: {p}\nsource: s{n}\nlocator: {p}\nsummary: {p}\n\
             indicators: [{p}, {{value: {p}, audience: internal}}]\n\
             lead: [a{n}]\nsupporting: [{{agency: b{n}, basis: inferred}}]\nrelated: [\"{n}.1\", {p}]\n\
             aliases: [{old}{p}]\ncontinues: [{{edition: whole, item: \"{n}.1\"}}, {{edition: {p}, item: {p}}}]\n\
             updates:\n- {{date: 2021-01-01, note: {note}, {facts}}}\n- {{date: 2019-01-01, note: {p}}}\nx-own: {p}"
        ),
    );
    record(
        &format!("updates/{name}/2021-02-03-u{n}"),
        format!(
            "{{title: {p}, date: 2021-02-03, items: [\"{n}.1\"], areas: [\"{n}\"], summary: {p}, {facts}}}"
        ),
    );
    // One of the two has a short name that texts use, the other a payload for one.
    record(
        &format!("agencies/a{n}"),
        format!(
            "name: {p}\nabbreviation: AX{n}\nnative-name: {p}\nnative-lang: ja\nparty: {p}\nurl: {address}\nsummary: {p}"
        ),
    );
    record(
        &format!("agencies/b{n}"),
        format!(
            "name: {p}\nabbreviation: {p}\nnative-name: {p}\nnative-lang: {p}\nparty: {p}\nurl: {p}\nparent: a{n}"
        ),
    );
    record(
        &format!("forums/f{n}"),
        format!(
            "name: {p}\nabbreviation: QX{n}\nnative-name: {p}\nkind: treaty\nparties: [{p}, {p}]\nurl: {address}\n\
             items: [\"{n}.1\"]\nsummary: {p}"
        ),
    );
    record(
        &format!("sources/s{n}"),
        format!(
            "title: {p}\ndate: 2020-01-01\ntype: {p}\nadopted-by: [{p}, {p}]\nlang: ja\nlicence: {p}\nsha256: {p}\n\
             url: {address}\narchived: {address}\nsummary: {p}"
        ),
    );
    record(&format!("pages/page-{n}"), format!("title: {p}\norder: 1\nsummary: {p}"));
    record(
        &format!("editions/e{n}/plan"),
        format!("title: {p}\nedition: {p}\nparties: [{p}]\nadopted: 2016"),
    );
    record(&format!("editions/whole/areas/{name}/area"), format!("number: {n}\ntitle: {p}"));
    record(
        &format!("editions/whole/areas/{name}/{n}.1-{name}"),
        format!("title: {p}\nkind: event\ntext: {p}"),
    );
}

/// The test plan, which has pages of all kinds, in a theme that has payloads for words.
pub(crate) fn words(payloads: &[String]) -> Outcome<Files> {
    let (tree, _) = source::load(Path::new(EVERYTHING), config::limits)?;
    let mut files: Files =
        tree.files().map(|(_, found)| (found.path.clone(), found.content.bytes().to_vec())).collect();
    let book = "[book]\ntitle = \"Words\"\n[site]\ntheme = \"hostile\"\nstyle-guide = true\n\
                [outputs]\ncards = true\n\
                [repository]\nurl = \"https://git.example/plan\"\n";
    add(&mut files, "book.toml", book);
    add(&mut files, THEME, "api = 2\n");
    add(&mut files, MESSAGES, messages(|index| &payloads[index % payloads.len()]));
    Ok(files)
}

/// Every word of the interface, by its place in the list. What is filled into it stays, so that there is something to fill.
fn messages<'a>(word: impl Fn(usize) -> &'a str) -> String {
    let mut english = Messages::default();
    english.add(ENGLISH, FileId(u32::MAX));
    let mut text = String::new();
    for (index, key) in english.keys().enumerate() {
        let named = english.get(key).split('{').skip(1).filter_map(|part| part.split_once('}'));
        let filled: String = named.map(|(name, _)| format!(" {{{name}}}")).collect();
        text.push_str(&format!("{key} = {}\n", quoted(&format!("{}{filled}", word(index)))));
    }
    text
}

/// Files that have payloads as their names, and ids that are payloads. None of them can be an id.
pub(crate) fn names(payloads: &[String]) -> Files {
    let mut files = Files::new();
    for (index, payload) in payloads.iter().enumerate() {
        let mut record = |path: String, keys: &str| {
            add(&mut files, format!("content/{path}.md"), format!("---\n{keys}\n---\n"));
        };
        let p = quoted(payload);
        record(format!("pages/{payload}"), "title: X");
        record(format!("agencies/{payload}"), "name: X");
        record(format!("forums/{payload}"), "name: X");
        record(format!("sources/{payload}"), "title: X\ndate: 2021");
        record(format!("updates/{payload}"), "title: X\ndate: 2021-01-01\nplan: true");
        record(format!("areas/plain/{payload}"), "title: X\nkind: event");
        record(format!("areas/number-{index}/area"), &format!("title: X\nnumber: {p}"));
        record(format!("editions/{payload}/plan"), "title: X\nparties: [X]\nadopted: 2016");
        record(format!("pages/alias-{index}"), &format!("title: X\naliases: [{p}]"));
    }
    files
}
