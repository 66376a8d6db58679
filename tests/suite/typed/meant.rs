//! What looks alike and means something else, and one report for one cause.

use super::{ITEM, Row, UPDATE, check, fixes, item, row, sentences, update};

const AGENCY: &str = "content/agencies/ar-trade.md";
const PLAN: &str = "content/plan.md";

fn plan(lines: &str) -> String {
    format!("---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n{lines}---\n")
}

fn agency(lines: &str) -> String {
    format!("---\nname: Ministry of Defence\nabbreviation: MOFA\n{lines}---\n")
}

/// All that is said of the book with one file more.
fn said(path: &str, text: &str) -> Vec<String> {
    fixes(&[(path, text)]).1.before.iter().map(sentences).collect()
}

#[test]
fn another_record_is_never_taken_for_a_misspelt_one() {
    for (key, value, near) in [
        ("by", "[ar-crade]", "ar-trade"),
        ("meeting", "{state: hold}", "held"),
        ("meeting", "{state: help}", "held"),
        ("status", "closes", "closed"),
    ] {
        let (_, fixes) = fixes(&[(UPDATE, &update(&format!("{key}: {value}\n")))]);
        assert!(fixes.files.is_empty(), "{value}: {:?}", fixes.files);
        let suggestions: Vec<_> =
            fixes.before.iter().filter_map(|problem| problem.suggestion.as_deref()).collect();
        assert!(suggestions.contains(&near), "{value}: {suggestions:?}");
    }
    // Nor is the opposite of a word, or another number.
    for (key, value) in [
        ("status", "uncompleted"),
        ("status", "unclosed"),
        ("status", "discontinuing"),
        ("status", "in-progress\ndegree: insubstantial"),
        ("status", "in-progress\noutlook: untrack"),
    ] {
        let (_, fixes) = fixes(&[(UPDATE, &update(&format!("{key}: {value}\n")))]);
        assert!(
            fixes.before.iter().all(|problem| problem.suggestion.is_none()),
            "{value}: {:?}",
            fixes.before
        );
    }
    let link = |link: &str| said(ITEM, &format!("{}\nSee [[{link}]].\n", item("")));
    for number in ["1.2a", "q", "1.10"] {
        let said = link(number);
        assert!(said.len() == 1 && !said[0].contains('→') && !said[0].contains("did you mean"), "{said:?}");
    }
    check(&[
        row(UPDATE, update("status: incomplete\n"), &[&["unknown-value", "→ in-progress"]], None),
        row(UPDATE, update("audience: nonpublic\n"), &[&["unknown-value", "→ internal"]], None),
        row(
            UPDATE,
            update("by: [Ministry of Defence (MOFA)]\n"),
            &[&["unknown-agency", "→ ar-trade"]],
            "by: [ar-trade]",
        ),
    ]);
}

#[test]
fn words_behind_a_number_sign_are_told() {
    let one = |lines: &str, words: &'static [&'static [&'static str]]| -> Row<'static> {
        row(ITEM, item(lines), words, None)
    };
    check(&[
        one(
            "text: Light the quay by June 2024\n  #2 and more\n",
            &[&["lost-text", "`#2 and more`", "\"Light the quay by June 2024 #2 and more\""]],
        ),
        one("partners: [Board, #2 Union,\n  Third]\n", &[&["lost-text", "\"#2 Union\""]]),
        one(
            "partners: [Board #2, Union]\n",
            &[&["yaml-syntax", "a remark begins at `#2", "→ [\"Board #2\", Union]"]],
        ),
        one("locator: #1 annex\n", &[&["wrong-type", "`#1 annex` is a remark", "\"#1 annex\""]]),
        one(
            "status: in-progress #check\n",
            &[&["unknown-key"], &["lost-text", "no other words can stand in `status`"]],
        ),
        one("see:\n  - title: Minutes\n    #the url\n    url: https://kk.example/x\n", &[]),
        one("partners:\n  - Board\n    #2 Union\n", &[&["lost-text", "\"Board #2 Union\""]]),
        one("summary: [Light, Water]\n", &[&["wrong-type", "`summary: \"Light; Water\"`"]]),
        one("summary: The __quay__\n", &[&["literal-markup"]]),
        one("summary: The file plan__of__quays.pdf\n", &[]),
        one("see:\n  - title: The **quay**\n    url: https://kk.example/x\n", &[]),
        // Remarks, and an entry that was taken out.
        one("partners:\n  - Board\n  #Union\n", &[]),
        one("locator: Annex 1\n#due: 2030\n", &[]),
        one("locator: Annex 1\n  # not sure\n", &[]),
    ]);
}

#[test]
fn a_period_that_cannot_be_is_an_error() {
    check(&[
        row(
            PLAN,
            plan("period: 2009-10\n"),
            &[&["bad-date", "before it was adopted", "two years are `2009/2010`"]],
            None,
        ),
        row(PLAN, plan("period: 2019/2020\n"), &[], None),
        row(
            AGENCY,
            agency("party: Arland\nvalid: {from: 2010, to: 2001}\n"),
            &[&["bad-date", "`to` is before `from`: `2001` and `2010`"]],
            None,
        ),
        row(AGENCY, agency("party: Arland\nvalid: {from: 2010, to: 2010}\n"), &[], None),
    ]);
}

#[test]
fn a_party_is_compared_with_those_of_the_plan() {
    check(&[
        row(AGENCY, agency("party: arland\n"), &[&["similar-party", "→ Arland"]], "party: Arland"),
        row(AGENCY, agency("party: \"Arland \"\n"), &[&["similar-party", "→ Arland"]], "party: \"Arland\""),
        row(AGENCY, agency("party: Arlnd\n"), &[&["similar-party", "→ Arland"]], None),
        row(AGENCY, agency("party: Ireland\n"), &[], None),
        row(AGENCY, agency("party: Coria\n"), &[], None),
    ]);
    let both = plan("").replace("[Arland, Boria]", "Arland and Boria");
    let boria = ("content/agencies/bo-ports.md", "---\nname: Ports\nparty: Boria\n---\n");
    let (_, fixes) = fixes(&[(PLAN, &both), boria]);
    let said: Vec<String> = fixes.before.iter().map(sentences).collect();
    assert!(said.len() == 1 && said[0].contains("parties: [Arland, Boria]"), "{said:?}");
}

#[test]
fn one_cause_has_one_report() {
    let evidence = |lines: &str| {
        update(&format!("evidence:\n  - title: Report\n    url: https://kk.example/x\n{lines}"))
    };
    let text = |line: &str| format!("{}\nA.\n\n{line}\n\nB.\n\n:::\n\nC.\n", item(""));
    let below = "---\ntitle: Talks\n---\nkind: recurring\nlead: [ar-trade]\n---\n";
    check(&[
        row(
            UPDATE,
            update("meeting: {state:held, number:1}\n"),
            &[&["wrong-type", "→ state: held, number: 1"]],
            "{state: held, number: 1}",
        ),
        row(UPDATE, update("meeting: {state = held}\n"), &[&["wrong-type", "not a `=`"]], "{state: held}"),
        row(
            ITEM,
            item("updates:\n  - 2025-02: They met.\n"),
            &[&["wrong-type", "has its date as a key", "note: \"They met.\""]],
            None,
        ),
        row(ITEM, below, &[&["no-front-matter", "delete the line `---`"]], None),
        row(UPDATE, evidence("\tlang: en\n"), &[&["yaml-syntax", "begins with a tab"]], None),
        row(UPDATE, update("note: |\n\tSome words\n"), &[&["yaml-syntax", "begins with a tab"]], None),
        row(UPDATE, evidence("   lang: en\n"), &[&["yaml-syntax", "write 4 spaces"]], "\n    lang: en\n"),
        row(UPDATE, evidence("     lang: en\n"), &[&["yaml-syntax", "write 4 spaces"]], "\n    lang: en\n"),
        row(
            UPDATE,
            evidence("class: news\n    lang: en\n"),
            &[&["yaml-syntax", "write 4 spaces before `class`"]],
            None,
        ),
        row(
            UPDATE,
            evidence("\u{a0}\u{a0}\u{a0}\u{a0}lang: en\n"),
            &[&["yaml-syntax", "none of a keyboard"]],
            "\n    lang: en\n",
        ),
        row(ITEM, text(":::Internal"), &[&["internal-block", "→ :::internal"]], "\n:::internal\n"),
        row(ITEM, text(":::{internal}"), &[&["internal-block", "→ :::internal"]], "\n:::internal\n"),
        row(ITEM, text(":::\u{a0}internal"), &[&["internal-block", "→ :::internal"]], "\n:::internal\n"),
    ]);
    let wide: Vec<u8> = item("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let problems = crate::book::Book::new().file("content/areas/01-trade/1.3-wide.md", wide).problems();
    assert_eq!(problems, ["not-utf8 content/areas/01-trade/1.3-wide.md:1"]);
}

#[test]
fn codes_of_languages_are_checked() {
    let evidence = |lang: &str| {
        update(&format!("evidence: [{{title: Report, url: \"https://kk.example/x\", lang: {lang}}}]\n"))
    };
    let text = format!("{}\nThe [会談](lang:Japanese).\n", item(""));
    check(&[
        row(UPDATE, evidence("English"), &[&["unknown-value", "→ en"]], None),
        row(UPDATE, evidence("jp"), &[&["unknown-value", "→ ja"]], None),
        row(UPDATE, evidence("xx"), &[&["unknown-value", "write `en`, `ja`"]], None),
        row(UPDATE, evidence("en-AU"), &[], None),
        row(ITEM, text, &[&["unknown-value", "write `lang:ja`"]], None),
    ]);
    let file = |name: &str| said(&format!("content/areas/01-trade/{name}"), "---\ntitle: 協議\n---\n");
    for (name, right) in [("1.1-talks.jp.md", "1.1-talks.ja.md"), ("1.1-talks.JA.md", "1.1-talks.ja.md")] {
        let said = file(name);
        assert!(
            said.len() == 1 && said[0].contains(&format!("rename it to content/areas/01-trade/{right}")),
            "{said:?}"
        );
    }
}

#[test]
fn markup_where_no_page_reads_it_is_told() {
    let with_text = |text: &str| format!("{}\n{text}\n\nThe end.\n", item(""));
    let one = |text: &str, words: &'static [&'static [&'static str]]| row(ITEM, with_text(text), words, None);
    check(&[
        row(
            UPDATE,
            update("summary: The [[1.1]] **ministry** [x](https://x.example/)\n"),
            &[&["literal-markup", "`summary` is plain text", "`[[1.1]]`"]],
            None,
        ),
        row(ITEM, item("summary: 2 ** 3 and a note*\n"), &[], None),
        one("```\ncode", &[&["literal-markup", "this block of code does not end"]]),
        one("```\ncode\n```", &[]),
        one("First line\nsecond line\n---", &[&["literal-markup", "becomes a heading"]]),
        one("Words\n---", &[]),
        one("## ", &[&["literal-markup", "has no words"]]),
        one("– one\n– two\n– three", &[&["literal-markup", "entry of a list"]]),
        one("① 一\n② 二", &[&["literal-markup", "entry of a list"]]),
        one("① 一  \n② 二", &[]),
        one("a. one\nb. two", &[&["literal-markup", "entry of a list"]]),
        one("See ［i］(https://a.example/).", &[&["literal-markup", "full-width"]]),
        one("See ［［1.1］］.", &[&["literal-markup", "full-width"]]),
        one("See ![a] (x.png) here.", &[&["literal-markup", "looks like a picture"]]),
        one("| a | b |\n| 1 | 2 |\n| 3 | 4 |", &[&["literal-markup", "row of a table"]]),
        one(
            "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 | 6 |",
            &[&["lost-text", "this row and another one of the table have more cells"]],
        ),
        one("![A map](map.png)", &[&["dangling-reference", "into a folder `files`"]]),
        one("See [it](g.example).", &[&["dangling-reference", "write the full URL with https://"]]),
        one("See [it](www.g.example/a).", &[&["unsafe-link", "with https://"]]),
    ]);
}

#[test]
fn corrections_work_when_they_are_followed() {
    let due = |line: &str| item(&format!("{line}\n")).replace("kind: recurring", "kind: deliverable");
    let form = |line: &str, words: &'static [&'static [&'static str]]| {
        row(ITEM, item(&format!("{line}\n")), words, None)
    };
    check(&[
        row(ITEM, due("due: !!str 2030-06"), &[&["unsupported-yaml", "→ 2030-06"]], None),
        row(ITEM, due("due: 2030-06\nDue: 2030-07"), &[&["unknown-key", "`due` already exists here"]], None),
        row(
            ITEM,
            item("").replace("[ar-trade]", "\n  - ar-trade #2"),
            &[&["lost-text", "an id has no `#`"]],
            None,
        ),
        row(
            ITEM,
            item("").replace("[ar-trade]", "\n  -ar-trade\n  -ar-trade"),
            &[&["wrong-type", "the entries of `lead` lack `- `"], &["duplicate-entry"]],
            "[\"ar-trade\", \"ar-trade\"]",
        ),
        row(
            UPDATE,
            update("values: [{indicator: a, period: 2024, value: 1,000}]\n"),
            &[&["unknown-indicator"], &["unknown-key", "write a number without commas"]],
            None,
        ),
        row(
            ITEM,
            item("audience: [public, internal]\n"),
            &[&["wrong-type", "write `audience: internal`"]],
            None,
        ),
        form("see: https://a.example/x", &[&["wrong-type", "write `see: [{title:"]]),
        form("image: files/x.png", &[&["wrong-type", "write `image: {file:"]]),
        form("searched: 2026-11-28", &[&["wrong-type", "write `searched: [{date:"]]),
        form("milestones:\n  - Contract signed", &[&["wrong-type", "write `milestones: [{id:"]]),
        row(
            AGENCY,
            agency("party: Arland\nvalid: 2001/2010\n"),
            &[&["wrong-type", "write `valid: {from: 2001, to: 2010}`"]],
            None,
        ),
    ]);
    // Nobody wrote that it is internal, so nothing follows from it elsewhere.
    let item = item("audience: nobody\n");
    let (_, fixes) = fixes(&[(ITEM, &item), (UPDATE, &update("by: [ar-trade]\n"))]);
    let said: Vec<String> = fixes.before.iter().map(sentences).collect();
    assert!(said.len() == 1 && said[0].contains("`nobody` is not a value of `audience`"), "{said:?}");
}

#[test]
fn each_of_two_mistakes_of_syntax_is_fixed() {
    let two = update("summary: Now: soon\n").replace("Talks held", "Talks: held");
    let (_, both) = fixes(&[(UPDATE, &two)]);
    assert!(both.after.is_empty() && both.words == 2, "{:?}", both.after);
    let settings = ("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\", \"ja\"]\n");
    let words = ("content/areas/01-trade/1.1-talks.ja.md", "---\ntitle：協議\n---\n");
    let (_, translated) = fixes(&[settings, words]);
    let new = translated.files.first().map(|file| file.new.as_str());
    assert_eq!(new, Some("---\ntitle: 協議\n---\n"), "{:?}", translated.before);
}
