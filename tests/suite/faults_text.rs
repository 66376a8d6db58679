//! Faults that public reports of other programs led to, each one of a kind: characters, Markdown, front matter. The number of the
//! case stands before each test.

use planbook::diag::Severity;

use crate::book::Book;

const PATH: &str = "content/pages/about.md";

fn text(body: &str) -> Book {
    Book::new().file(PATH, format!("---\ntitle: About\norder: 1\n---\n\n{body}\n"))
}

fn page(body: &str) -> String {
    text(body).page("about/index.html")
}

/// The codes that a text reports.
fn codes(body: &str) -> Vec<String> {
    text(body).problems().iter().map(|problem| problem.split(' ').next().unwrap().to_owned()).collect()
}

/// A page without its tags, and nothing in their place.
fn without_tags(html: &str) -> String {
    html.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect()
}

/// Case 1: what a text becomes after decoding is judged.
#[test]
fn characters_from_references_escapes_and_encodings_are_judged() {
    for code in [0x8, 0x1b, 0x202e, 0xffff, 0xe000, 0xe0061, 0x2067] {
        for reference in [format!("&#{code};"), format!("&#x{code:X};")] {
            assert_eq!(codes(&format!("A {reference} b.")), ["control-character"], "{reference}");
            assert_eq!(
                codes(&format!("[a {reference} b](https://example.org/)")),
                ["control-character"],
                "{reference}"
            );
        }
    }
    assert_eq!(codes("[words](https://example.org/%E2%80%AE)"), ["control-character"]);
    assert_eq!(codes("`&#8;` is the name of a character."), Vec::<String>::new());
    let settings = |line: &str| {
        Book::new().file("book.toml", format!("[book]\ntitle = \"Harbour plan\"\n{line}\n")).problems()
    };
    assert_eq!(settings("description = \"a \\u202e b\""), ["control-character book.toml:3"]);
    let theme = |template: &str| {
        Book::new()
            .file("book.toml", "[book]\ntitle = \"P\"\n[site]\ntheme = \"own\"\n")
            .file("themes/own/theme.toml", "api = 2\n")
            .file("themes/own/templates/partials/x.html", template)
            .problems()
    };
    assert_eq!(theme("<p>a &#x202e; b</p>"), ["control-character themes/own/templates/partials/x.html:1"]);
    assert_eq!(theme("<p>a &#38; b</p>"), Vec::<String>::new());
    let update = "---\ntitle: Talks\ndate: 2021-05-01\nitems: [\"1.1\"]\nevidence: [{title: A, url: \"https://example.org/%1b\"}]\n---\n\nText.\n";
    let problems = Book::new().file("content/updates/2021-05-01-talks.md", update).problems();
    assert_eq!(problems, ["control-character content/updates/2021-05-01-talks.md:5"]);
}

/// Case 2: characters that hide or turn text, complete by property; balanced isolates are allowed.
#[test]
fn characters_that_hide_or_turn_text_are_refused() {
    for c in [
        '\u{2067}',
        '\u{2068}',
        '\u{2069}',
        '\u{202a}',
        '\u{e0061}',
        '\u{e007f}',
        '\u{f8ff}',
        '\u{fdd0}',
        '\u{378}',
        '\u{206f}',
    ] {
        assert_eq!(codes(&format!("A {c} b.")), ["control-character"], "{c:?}");
        let title = Book::new().file(PATH, format!("---\ntitle: \"A {c} b\"\norder: 1\n---\n")).problems();
        assert_eq!(title.len(), 1, "{title:?}");
        let escaped = format!("---\ntitle: \"A \\U{:08X} b\"\norder: 1\n---\n", u32::from(c));
        assert_eq!(
            Book::new().file(PATH, escaped).problems(),
            ["control-character content/pages/about.md:2"],
            "{c:?}"
        );
    }
    for allowed in ["A \u{2067}שלום\u{2069} b.", "A\u{200d}b", "a\u{ad}b", "葛\u{e0100}", "👍🏽"] {
        assert!(!codes(allowed).contains(&"control-character".to_owned()), "{allowed}");
    }
}

/// Point 3: whether a text is empty is judged by what can be seen.
#[test]
fn a_text_without_anything_to_see_is_empty() {
    for blank in ["\u{200b}", "\u{2060}\u{3000}", "\u{3164}", "\u{ad}"] {
        let title = Book::new().file(PATH, format!("---\ntitle: \"{blank}\"\norder: 1\n---\n")).problems();
        assert_eq!(title, ["wrong-type content/pages/about.md:2"], "{blank:?}");
        let summary = Book::new()
            .file(PATH, format!("---\ntitle: A\norder: 1\nsummary: \"{blank}\"\n---\n"))
            .problems();
        assert_eq!(summary.len(), if blank.trim().is_empty() { 0 } else { 1 }, "{blank:?}: {summary:?}");
        let update = format!("---\ntitle: Talks\ndate: 2021-05-01\nitems: [\"1.1\"]\n---\n\n{blank}\n");
        let update = Book::new().file("content/updates/2021-05-01-talks.md", update).strict().problems();
        assert!(
            update.iter().any(|problem| problem.starts_with("update-says-nothing")),
            "{blank:?}: {update:?}"
        );
    }
}

/// Cases 3 and 5: the same word has the same id, whichever way it is written.
#[test]
fn ids_and_fragments_are_compared_in_one_form() {
    let body = "[a](#cafe\u{301}) [b](#caf%C3%A9) [c](#日豪協力) [d](#%E6%97%A5%E8%B1%AA%E5%8D%94%E5%8A%9B) [e](#ガス)\n\n## Café\n\n## 日豪協力\n\n## カ\u{3099}ス\n";
    let html = page(body);
    for id in ["id=\"café\"", "id=\"日豪協力\"", "id=\"ガス\"", "href=\"#日豪協力\""] {
        assert!(html.contains(id), "{id} in {html}");
    }
    let other = text("## 日豪協力\n").file(
        "content/pages/other.md",
        "---\ntitle: Other\norder: 2\n---\n\nSee [the section](about.md#%E6%97%A5%E8%B1%AA%E5%8D%94%E5%8A%9B).\n",
    );
    assert_eq!(other.problems(), Vec::<String>::new());
}

/// Cases 6 and 7: an id that an author wrote stays, and wins over a made one.
#[test]
fn an_own_id_of_a_heading_stays_as_it_is() {
    let html = page("## Dup\n\n## Own {#dup}\n\n[x](#dup) [y](#dup-2)\n");
    assert!(html.contains("id=\"dup\"") && html.contains("id=\"dup-2\""), "{html}");
    let own = html.find("id=\"dup\"").unwrap();
    assert!(
        html[own..].starts_with("id=\"dup\"") && html[own..own + 80].contains("Own"),
        "{}",
        &html[own..own + 80]
    );
    let html = page("## A {#My_Id}\n\n## B {#a.b:c}\n\n[x](#My_Id) [y](#a.b:c)\n");
    assert!(html.contains("id=\"My_Id\"") && html.contains("id=\"a.b:c\""), "{html}");
    assert_eq!(codes("## A {#x}\n\n## B {#x}"), ["heading-attribute"]);
    assert_eq!(codes("## A {#My_Id}\n\n[x](#my_id)"), ["dangling-reference"]);
}

/// Cases 8, 10 and 18, with others of their kind: what somebody wrote and no page shows is reported where it stands.
#[test]
fn words_that_no_page_shows_are_reported() {
    for (body, line) in [
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |", 8),
        ("| a | b |\n|---|---|\n| `x | y` | 2 |", 8),
        ("> | a |\n> |---|\n> | 1 | 2 |", 8),
        ("[name]: https://example.org/", 6),
        ("[a] b\n\n[a]: https://example.org/\n[a]: https://example.net/", 9),
        ("[a](https://example.org/ \"more words\")", 6),
        ("```toml title\nx = 1\n```", 6),
        ("a[^1]\n\n[^1]: one\n\n[^1]: two", 10),
    ] {
        assert_eq!(text(body).problems(), [format!("lost-text {PATH}:{line}")], "{body}");
    }
    assert_eq!(codes("a[^1]\n\n[^1]: one\n\n[^9]: nobody"), ["literal-markup"]);
    assert_eq!(codes("some [words][ref] here"), ["literal-markup"]);
    for right in [
        "[a] b\n\n[a]: https://example.org/",
        "| a |\n|---|\n| x \\| y |",
        "```toml\nx = 1\n```",
        "a[^1] b[^1]\n\n[^1]: one",
    ] {
        assert_eq!(codes(right), Vec::<String>::new(), "{right}");
    }
    let title =
        |title: &str| Book::new().file(PATH, format!("---\ntitle: {title}\norder: 1\n---\n")).problems();
    assert_eq!(title("Meeting #3 held"), ["lost-text content/pages/about.md:2"]);
    assert_eq!(title("Meeting  # the third"), Vec::<String>::new());
    assert_eq!(title("Meeting#3"), Vec::<String>::new());
    assert_eq!(title("\"Meeting #3\""), Vec::<String>::new());
}

/// Case 9: each reference to a note has a way back.
#[test]
fn a_note_leads_back_to_each_of_its_references() {
    let html = page("a[^1] b[^1] c[^1]\n\n[^1]: Why.");
    for id in ["note_1-in-text", "note_1-in-text-2", "note_1-in-text-3"] {
        assert!(
            html.contains(&format!("id=\"{id}\"")) && html.contains(&format!("href=\"#{id}\"")),
            "{id} in {html}"
        );
    }
}

/// Case 11: any line of a conflict is one.
#[test]
fn a_mark_of_a_conflict_alone_is_reported() {
    for body in
        ["<<<<<<< HEAD", "text\n>>>>>>> feat", "||||||| base", "one version of the text\n=======\nanother"]
    {
        assert_eq!(codes(body), ["conflict-marker"], "{body}");
    }
    for path in ["book.toml", "themes/own/templates/partials/x.html"] {
        let text = "[book]\ntitle = \"P\"\n>>>>>>> theirs\n";
        let problems = Book::new().file(path, text).problems();
        assert!(problems.contains(&format!("conflict-marker {path}:3")), "{problems:?}");
    }
    assert_eq!(codes("Harbour\n=======\n\nText"), Vec::<String>::new());
}

/// Case 12: a line break between East Asian letters is nothing, also beside markup.
#[test]
fn a_line_break_in_japanese_is_no_blank_beside_markup() {
    for body in [
        "日本は\n**強調**して",
        "日本は**強調**\nして",
        "日本は\n`符号`\nを",
        "日本と[協議](lang:ja)\nした",
        "日本と\n[協議](lang:ja)した",
        "日本[^1]\n語\n\n[^1]: 注。",
        "日本と~~豪州~~\nが",
        "[外務省](https://example.org/)\nは",
        "日本は\n*「強調」*\nと",
        "日本\n語",
        "日本\\\n語",
    ] {
        let html = page(body);
        let start = html.rfind("<main").unwrap();
        let shown = without_tags(&html[start..].replace("<br>\n", ""));
        let expected = body.split("\n\n").next().unwrap();
        let expected: String = expected
            .replace("(lang:ja)", "")
            .replace("(https://example.org/)", "")
            .replace("[^1]", "[1]")
            .chars()
            .filter(|c| !matches!(c, '\n' | '*' | '`' | '~' | '\\' | '[' | ']'))
            .collect();
        assert!(shown.replace(['[', ']'], "").contains(&expected), "{body}: {expected} is not in {shown}");
    }
    assert!(page("see\n**the** plan").contains("see\n<strong>"));
    assert!(page("日本と\nAustralia").contains("日本と\nAustralia"));
    assert!(page("국방\n교류").contains("국방\n교류"));
    let html = page("日本は\n**強調**\nする。");
    assert!(html.contains("content=\"日本は強調する。\""), "{html}");
}

/// Case 13: the comparison with the plan's words uses the same rule.
#[test]
fn a_japanese_text_on_two_lines_is_compared_as_it_is_shown() {
    let plan = "---\ntitle: 計画\nparties: [日本, 豪州]\nadopted: 2020-01-01\nsource: full\n---\n";
    let source = "---\ntitle: 全文\ndate: 2020-01-01\n---\n\n```plan-text\n1. Trade\n  (1) 防衛交流を\n      進める。\n```\n";
    let item =
        |text: &str| format!("---\ntitle: 交流\nkind: continuing\nlead: [ar-trade]\ntext: {text}\n---\n");
    let book = |text: &str| {
        Book::new()
            .file("content/plan.md", plan)
            .file("content/sources/full.md", source)
            .file("content/areas/01-trade/1.1-talks.md", item(text))
            .problems()
    };
    assert_eq!(book("防衛交流を進める。"), Vec::<String>::new());
    assert_eq!(book("防衛交流を 進める。"), ["source-text-altered content/areas/01-trade/1.1-talks.md:5"]);
}

/// Point 6: what is shown as equal is no change.
#[test]
fn moving_a_line_break_is_no_change() {
    let item = |body: &str| text(body);
    for (before, after) in [
        ("防衛交流を進める。", "防衛交流を\n進める。"),
        ("see the plan", "see\nthe plan"),
        ("국방 교류", "국방\n교류"),
        ("日本は**強調**する", "日本は\n**強調**\nする"),
    ] {
        let review = item(after).since(&item(before));
        assert!(review.changes.reworded.is_empty(), "{before}: {:?}", review.changes.reworded);
    }
}

/// Case 14: emphasis beside brackets, where CommonMark leaves the asterisks.
#[test]
fn east_asian_emphasis_beside_brackets_is_emphasis() {
    for (body, html) in [
        ("これは**「報告」**です。", "これは<strong>「報告」</strong>です。"),
        ("**報告（案）**は", "<strong>報告（案）</strong>は"),
        ("協定**（仮称）**を結ぶ。", "協定<strong>（仮称）</strong>を結ぶ。"),
        ("これは*「報告」*です。", "これは<em>「報告」</em>です。"),
        ("이것은 **‘보고서’**입니다", "이것은 <strong>‘보고서’</strong>입니다"),
    ] {
        assert!(page(body).contains(html), "{body}: {}", page(body));
        assert!(!codes(body).contains(&"literal-markup".to_owned()), "{body}");
    }
    assert!(page("5 \\*\\*（案）\\*\\*は").contains("**（案）**"));
    assert!(page("`**「報告」**です`").contains("**「報告」**"));
    assert!(!page("2 * 3 * 4").contains("<em>"));
}

/// Case 16: notes are no part of the description.
#[test]
fn a_description_has_no_notes() {
    let html = page("The first sentence.[^1]\n\n[^1]: The note.");
    assert!(html.contains("content=\"The first sentence.\""), "{html}");
}

/// Case 20: a number is not taken for another.
#[test]
fn a_number_is_not_suggested_for_another() {
    let outcome = Book::new().update("2021-05-01-talks", "[1.10]", "").build();
    let problem = outcome.diagnostics.iter().find(|problem| problem.code.name == "unknown-item").unwrap();
    assert_eq!(problem.suggestion, None);
}

/// Case 27: names that Windows keeps for itself.
#[test]
fn reserved_names_of_windows_are_refused_for_every_file() {
    let record = "---\ntitle: A\norder: 1\n---\n";
    for path in
        ["content/pages/con.md", "content/pages/nul.md", "content/pages/com1.md", "content/pages/aux.x.md"]
    {
        assert_eq!(Book::new().file(path, record).problems(), [format!("bad-id {path}:1")], "{path}");
    }
    for path in ["themes/own/static/nul.css", "themes/aux/theme.toml", "content/updates/con/2021-05-01-x.md"]
    {
        let problems = Book::new().file(path, "").problems();
        assert!(problems.contains(&format!("bad-id {path}:1")), "{path}: {problems:?}");
    }
    assert_eq!(planbook::slug::slug("con", 40), "con-1");
    let alias = "---\nname: Ministry of Trade\nparty: Arland\naliases: [prn]\n---\n";
    assert_eq!(
        Book::new().file("content/agencies/ar-trade.md", alias).problems(),
        ["bad-id content/agencies/ar-trade.md:4"]
    );
    assert_eq!(Book::new().file("content/pages/console.md", record).problems(), Vec::<String>::new());
}

/// Case 39: a limit of nesting is tested on what is read.
#[test]
fn signs_in_a_block_of_code_open_nothing() {
    let deep = "> ".repeat(500);
    assert_eq!(codes(&format!("```\n{deep}\n```")), Vec::<String>::new());
    assert_eq!(codes(&deep), ["too-deep"]);
    assert_eq!(codes(&format!("```\nx\n```\n\n{deep}")), ["too-deep"]);
    assert_eq!(codes(&format!("[a]:\n```\n{deep}\n```")), ["too-deep"]);
}

/// Point 4: files that the site leaves out.
#[test]
fn a_record_with_a_wrong_ending_is_reported_with_its_name() {
    for ending in ["markdown", "txt", "MD", "md.txt", "mdx"] {
        let path = format!("content/updates/2021-05-01-talks.{ending}");
        let outcome = Book::new().file(&path, "---\ntitle: T\n---\n").build();
        let problem = outcome
            .diagnostics
            .iter()
            .find(|problem| problem.code.name == "stray-file")
            .unwrap_or_else(|| panic!("{path}"));
        assert_eq!(problem.severity, Severity::Warning);
        assert_eq!(problem.help.as_deref(), Some("rename the file to 2021-05-01-talks.md"), "{path}");
    }
}

#[test]
fn what_stands_before_the_ending_is_a_language_or_marks_a_copy() {
    for (name, help) in [
        ("old", "remove the file, or keep it outside content/"),
        ("zh-TW", "add \"zh-TW\" to `languages` in book.toml, or remove the file"),
        (
            "jp",
            "rename it to content/pages/note.ja.md and add \"ja\" to `languages` in book.toml, or remove the file",
        ),
        ("abc", "if `abc` is a language, add \"abc\" to `languages` in book.toml; if not, remove the file"),
    ] {
        let record = "---\ntitle: T\n---\n";
        let book = Book::new().file("content/pages/note.md", record);
        let outcome = book.file(&format!("content/pages/note.{name}.md"), record).build();
        let problem = outcome.diagnostics.iter().find(|problem| problem.code.name == "stray-file");
        assert_eq!(problem.and_then(|problem| problem.help.as_deref()), Some(help), "{name}");
    }
}

/// Case 15: a language that is written from right to left says so.
#[test]
fn what_runs_from_right_to_left_says_so() {
    let settings = "[book]\ntitle = \"خطة\"\nlanguages = [\"ar\"]\n";
    let arabic = text("كلمة").file("book.toml", settings);
    assert!(arabic.page("about/index.html").contains("<html lang=\"ar\" dir=\"rtl\">"));
    let html = page("[עברית](lang:he) and [日本語](lang:ja)");
    assert!(html.contains("<html lang=\"en\">"), "{html}");
    assert!(
        html.contains("<span lang=\"he\" dir=\"rtl\">עברית</span> and <span lang=\"ja\">日本語</span>"),
        "{html}"
    );
    for sheet in std::fs::read_dir("themes/default/style").unwrap() {
        let path = sheet.unwrap().path();
        let css = std::fs::read_to_string(&path).unwrap();
        for physical in
            ["-left:", "-right:", " left:", " right:", "{left:", "{right:", "align: left", "align: right"]
        {
            assert!(!css.contains(physical), "{physical} in {}", path.display());
        }
    }
}

/// Case 17: a fragment that another page does not have is told where it was written, once for all pages that show the text.
#[test]
fn a_wrong_fragment_of_another_page_has_its_place() {
    let other = text("## Here\n")
        .file("content/pages/other.md", "---\ntitle: Other\norder: 2\n---\n\n[x](about.md#nope) [y](about.md#here)\n")
        .update("2024-05-01", "[\"1.1\"]", "summary: Held.\n")
        .file(
            "content/updates/2024-05-02.md",
            "---\ntitle: Held\ndate: 2024-05-02\nitems: [\"1.1\"]\n---\n\nSee [there](../pages/about.md#gone).\n",
        );
    let mut told = other.build().places();
    told.sort();
    assert_eq!(told, ["broken-link content/pages/other.md:6", "broken-link content/updates/2024-05-02.md:7"]);
}

/// Case 40: a working task that only the internal site shows need not be in the plan's text.
#[test]
fn an_internal_item_need_not_be_in_the_plans_text() {
    let source = "---\ntitle: Text\ndate: 2020\n---\n```plan-text\n1. Trade\n  (1) Hold talks\n```\n";
    let book = || {
        Book::new().file("content/sources/text.md", source).file(
            "content/plan.md",
            "---\ntitle: Harbour plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\nsource: text\n---\n",
        )
    };
    let extra = |front_matter: &str| {
        let problems = book().item("1.2", front_matter).problems();
        problems.iter().filter(|problem| problem.starts_with("source-text-extra")).count()
    };
    assert_eq!((extra("audience: internal\n"), extra("")), (0, 1));
}

#[test]
fn keys_below_the_front_matter_stop_a_build_before_they_are_shown() {
    let item = |below: &str| {
        let text = format!("---\ntitle: Talks\nkind: recurring\nlead: [ar-trade]\n---\n{below}");
        Book::new().file("content/areas/01-trade/1.1-talks.md", text)
    };
    for below in [
        "see:\n  - {title: Acme, url: \"https://x.example/\", audience: internal}\n---\n\nText.\n",
        "audience: internal\n\n---\n\nText.\n",
        "title: Talks\naudience: internal\n---\n",
        "Text.\n\n- audience: internal\n",
    ] {
        let outcome = item(below).build();
        let found: Vec<&str> = outcome.diagnostics.iter().map(|problem| problem.code.name).collect();
        assert_eq!(found, ["no-front-matter"], "{below}");
        assert!(outcome.files.is_empty(), "{below}");
    }
    assert_eq!(item("Text with `audience: internal`.\n\n---\n\nMore.\n").problems(), [""; 0]);
}
