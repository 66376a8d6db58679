//! `planbook requests`: each agency is asked what is its own, and what it answers passes the check.

use std::path::Path;
use std::process::Command;

use planbook::reporting_requests::Pack;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::book::{Book, frozen};

fn large() -> Book {
    frozen().today("2026-11-25")
}

fn everything() -> Book {
    Book::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything"))
}

/// A part of a pack by its path.
fn text<'a>(pack: &'a Pack, path: &str) -> &'a str {
    let found = pack.files.iter().find(|(known, _)| known == path);
    &found.unwrap_or_else(|| panic!("no {path} among {:?}", paths(pack))).1
}

fn paths(pack: &Pack) -> Vec<&str> {
    pack.files.iter().map(|(path, _)| path.as_str()).collect()
}

/// The files to be filled in, with their names.
fn forms(pack: &Pack) -> Vec<(&str, &str)> {
    let forms = pack.files.iter().filter_map(|(path, text)| Some((path.split_once("/updates/")?.1, text)));
    forms.map(|(name, text)| (name, text.as_str())).collect()
}

/// The book with each form, changed by `fill`, in the folder of its updates.
fn answered(book: Book, pack: &Pack, fill: impl Fn(&str) -> String) -> Book {
    forms(pack)
        .into_iter()
        .fold(book, |book, (name, text)| book.file(&format!("content/updates/{name}"), fill(text)))
}

fn without_change(form: &str) -> String {
    form.replace("\ntitle:\n", "\ntitle: Nothing to report\n")
}

/// As the text says: the line `kind: no-change` deleted, the `#` and the space taken from the lines with these keys.
fn with_news(form: &str, keys: &[&str]) -> String {
    let mut text = String::new();
    for line in form.lines() {
        let bare = line.strip_prefix("# ").unwrap_or("");
        let wanted = keys.iter().any(|key| bare.trim_start().trim_start_matches("- ").starts_with(key));
        match line {
            "title:" => text.push_str("title: 'We did it: \"all\" of it'"),
            "kind: no-change" => continue,
            _ if wanted => text.push_str(bare),
            _ => text.push_str(line),
        }
        text.push('\n');
    }
    text + "\nThis is what happened.\n"
}

/// What one book reports more than another.
fn new_problems(book: &Book, than: &Book) -> Vec<String> {
    let old = than.problems();
    book.problems().into_iter().filter(|problem| !old.contains(problem)).collect()
}

#[test]
fn every_file_passes_the_check_when_it_is_filled_in() {
    for (book, period) in
        [(large as fn() -> Book, "2026-H1"), (everything, "FY2024-Q1"), (everything, "2024-12")]
    {
        let pack = book().requests(period);
        assert!(pack.forms > 10 && forms(&pack).len() == pack.forms);
        let silent = answered(book(), &pack, without_change);
        assert_eq!(new_problems(&silent, &book()), Vec::<String>::new());
        let common = ["challenges:", "next-steps:", "evidence:", "title: \"", "url:"];
        let progress = answered(book(), &pack, |form| with_news(form, &[&common[..], &["status:"]].concat()));
        assert_eq!(new_problems(&progress, &book()), Vec::<String>::new());
        let moved = answered(book(), &pack, |form| {
            let keys: &[&str] = if form.contains("# kind: date-change") {
                &["kind: date-change", "new-due:", "reason:"]
            } else {
                &["kind: meeting", "meeting:"]
            };
            with_news(form, &[&common[..], keys].concat())
        });
        // Several agencies answer for one item, and here all of them move its date to the same year.
        let mut problems = new_problems(&moved, &book());
        problems.retain(|problem| !problem.starts_with("due-not-moved "));
        assert_eq!(problems, Vec::<String>::new());
    }
}

#[test]
fn a_file_that_nobody_filled_in_is_refused() {
    let pack = everything().requests("FY2024-Q1");
    let untouched = answered(everything(), &pack, str::to_owned);
    let problems = new_problems(&untouched, &everything());
    assert_eq!(problems.len(), pack.forms, "{problems:?}");
    let refused =
        |problem: &String| problem.starts_with("wrong-type content/updates/") && problem.ends_with(":5");
    assert!(problems.iter().all(refused), "{problems:?}");
}

#[test]
fn nothing_to_report_is_an_answer() {
    let pack = large().requests("2026-H1");
    let after = answered(large(), &pack, without_change).requests("2026-H1");
    assert_eq!(after.forms, 0, "{:?}", paths(&after));
    let request = text(&after, "jp-isa/request.md");
    assert!(
        request.contains("You are not asked to report on any item")
            && request.contains("Reported in the period"),
        "{request}"
    );
}

#[test]
fn the_requests_of_a_large_plan_read_well() {
    let pack = large().requests("2026-H1");
    assert_eq!((pack.agencies, pack.forms), (23, 114));
    insta::assert_snapshot!("frozen-index", text(&pack, "README.md"));
    insta::assert_snapshot!("frozen-defence", text(&pack, "au-defence/request.md"));
    insta::assert_snapshot!("frozen-form", text(&pack, "jp-isa/updates/2026-06-30-5.2-jp-isa.md"));
}

#[test]
fn the_form_in_the_documentation_is_one_of_them() {
    let page = include_str!("../../docs/reporting.md");
    let example = page.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let pack = large().requests("2026-H1");
    let form = text(&pack, "jp-isa/updates/2026-06-30-5.2-jp-isa.md");
    assert!(form.starts_with(example), "{form}");
}

#[test]
fn the_requests_of_the_test_plan_show_every_reason() {
    let pack = everything().requests("FY2024-Q1");
    insta::assert_snapshot!("everything-paths", paths(&pack).join("\n"));
    insta::assert_snapshot!("everything-ports", text(&pack, "ar-ports/request.md"));
    insta::assert_snapshot!("everything-form", text(&pack, "ar-ports/updates/2024-06-30-1.8-ar-ports.md"));
    let all: String = pack.files.iter().map(|(_, text)| text.as_str()).collect();
    for heading in [
        "Overdue",
        "Due in the period",
        "A report is due",
        "No report so far",
        "Nothing reported in the period",
    ] {
        assert!(all.contains(&format!("\n## {heading} (")), "nothing is {heading}");
    }
}

#[test]
fn who_took_the_work_over_is_asked() {
    let asked = |day: &str, period: &str, item: &str| -> Vec<String> {
        let pack = large().as_of(day).requests(period);
        let end = format!("-{item}-");
        let of = |(path, _): &(String, String)| {
            path.contains(&end).then(|| path.split('/').next().unwrap().to_owned())
        };
        pack.files.iter().filter_map(of).collect()
    };
    // Customs became the Border Force in July 2015; the department of immigration changed its name twice.
    assert_eq!(asked("2012-06-30", "2012-H1", "5.1"), ["au-customs", "jp-customs"]);
    assert_eq!(asked("2016-06-30", "2016-H1", "5.1"), ["au-abf", "jp-customs"]);
    assert_eq!(asked("2012-06-30", "2012-H1", "5.2"), ["au-diac", "jp-immigration"]);
    assert_eq!(asked("2016-06-30", "2016-H1", "5.2"), ["au-dibp", "jp-immigration"]);
    assert_eq!(asked("2026-06-30", "2026-H1", "5.2"), ["au-home-affairs", "jp-isa"]);
    let now = large().requests("2026-H1");
    let request = text(&now, "au-home-affairs/request.md");
    assert!(
        request.contains("whose work you took over: Department of Immigration and Citizenship"),
        "{request}"
    );
}

#[test]
fn an_answer_is_never_dated_before_the_agency_was_there() {
    let book = || {
        Book::new()
            .file("content/agencies/ar-trade.md", "---\nname: T\nvalid: {to: 2023}\nsuccessor: ar-new\n---\n")
            .file("content/agencies/ar-new.md", "---\nname: New\nvalid: {from: 2024-01}\n---\n")
    };
    let pack = book().requests("2023-H1");
    assert_eq!(paths(&pack), ["README.md", "ar-new/request.md", "ar-new/updates/2024-06-30-1.1-ar-new.md"]);
    assert_eq!(new_problems(&answered(book(), &pack, without_change), &book()), Vec::<String>::new());
    // The period is still going on, so what is asked about cannot be dated at its end.
    let pack = book().requests("2024");
    assert!(paths(&pack).contains(&"ar-new/updates/2024-06-30-1.1-ar-new.md"), "{:?}", paths(&pack));
}

#[test]
fn a_second_request_for_the_same_period_takes_another_name() {
    let book = || Book::new().item("1.2", "lead: [ar-trade]\ndue: 2021\n");
    let first = book().requests("2024-H1");
    let after = || answered(book(), &first, without_change);
    let second = after().requests("2024-H1");
    assert_eq!(
        paths(&second),
        ["README.md", "ar-trade/request.md", "ar-trade/updates/2024-06-30-1.2-ar-trade-2.md"]
    );
    assert_eq!(new_problems(&answered(after(), &second, without_change), &after()), Vec::<String>::new());
}

#[test]
fn parts_without_a_lead_are_asked_of_the_lead_of_the_whole() {
    let book = Book::new()
        .file("content/agencies/ar-port.md", "---\nname: Port\n---\n")
        .file("content/areas/01-trade/1.2-group.md", "---\ntitle: G\nkind: container\nlead: [ar-port]\n---\n")
        .item("1.2.a", "")
        .item("1.3", "");
    let pack = book.requests("2024-H1");
    assert!(paths(&pack).contains(&"ar-port/updates/2024-06-30-1.2.a-ar-port.md"), "{:?}", paths(&pack));
    assert!(text(&pack, "ar-port/request.md").contains("## Groups: report on their parts (1)"));
    let index = text(&pack, "README.md");
    assert!(
        index.contains("## Items without a responsible agency\n") && index.ends_with("- 1.3 Item 1.3\n"),
        "{index}"
    );
}

#[test]
fn a_plan_in_which_nobody_leads_says_so() {
    let book =
        Book::new().file("content/areas/01-trade/1.1-talks.md", "---\ntitle: Hold talks\nkind: event\n---\n");
    let pack = book.requests("2024-H1");
    assert_eq!(paths(&pack), ["README.md"]);
    assert!(text(&pack, "README.md").contains("planbook cannot write a request"), "{:?}", pack.files);
}

#[test]
fn titles_and_names_are_shown_and_not_obeyed() {
    let evil =
        r#""[a](https://evil.example) <b> | `x` *y* # z https://evil.example www.evil.example\n\n---\n# w""#;
    let book = || {
        Book::new()
            .file("content/agencies/ar-trade.md", format!("---\nname: {evil}\n---\n"))
            .file("content/plan.md", format!("---\ntitle: {evil}\nparties: [A]\nadopted: 2020\n---\n"))
            .file(
                "content/areas/01-trade/1.1-talks.md",
                format!("---\ntitle: {evil}\nkind: event\ndue: 2021\nlead: [ar-trade]\ntext: {evil}\n---\n"),
            )
    };
    let pack = book().requests("2024-H1");
    for path in ["README.md", "ar-trade/request.md"] {
        for event in Parser::new_ext(text(&pack, path), Options::all()) {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => assert!(!dest_url.contains("evil"), "{dest_url}"),
                Event::Html(html) | Event::InlineHtml(html) => panic!("{html}"),
                Event::Rule => panic!("a line"),
                _ => {}
            }
        }
    }
    assert_eq!(new_problems(&answered(book(), &pack, without_change), &book()), Vec::<String>::new());
}

#[test]
fn requests_for_the_public_plan_are_those_of_a_plan_without_what_is_internal() {
    let plain = Book::new().requests("2024-H1");
    let book = || {
        Book::new()
            .file("content/agencies/zz-secret.md", "---\nname: SECRET\naudience: internal\n---\n")
            .file(
                "content/areas/01-trade/1.1-talks.md",
                "---\ntitle: Hold talks\nkind: recurring\nlead:\n  - ar-trade\n  - {agency: zz-secret, audience: internal}\n---\n",
            )
            .item("1.2", "lead: [ar-trade]\ndue: 2021\naudience: internal\n")
            .update("2024-02-01-secret", "[\"1.1\"]", "audience: internal\n")
            .update("2024-06-30-1.1-ar-trade", "[\"1.2\"]", "audience: internal\n")
    };
    assert_eq!(book().requests("2024-H1"), plain);
    let internal = book().internal().requests("2024-H1");
    assert!(text(&internal, "README.md").contains("**Internal: not for publication**"));
    assert!(text(&internal, "ar-trade/request.md").contains("Overdue (1)"), "{internal:?}");
    assert!(paths(&internal).contains(&"zz-secret/request.md"), "{:?}", paths(&internal));
}

#[test]
fn requests_that_are_there_are_left_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("book.toml", "[book]\ntitle = \"Harbour plan\"\n");
    write("content/plan.md", "---\ntitle: P\nparties: [A]\nadopted: 2020\n---\n");
    write("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: Trade\n---\n");
    write("content/areas/01-trade/1.1-talks.md", "---\ntitle: Talks\nkind: event\nlead: [ar-trade]\n---\n");
    write("content/agencies/ar-trade.md", "---\nname: Ministry of Trade\n---\n");
    let root = folder.path().to_str().unwrap();
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_planbook"))
            .args(["requests", "--root", root, "--as-of", "2024-06-30"])
            .args(arguments)
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        format!("exit code: {}\n{}", output.status.code().unwrap(), String::from_utf8(said).unwrap())
    };
    let mut settings = insta::Settings::clone_current();
    settings.add_filter(&root.replace('.', "\\."), "[BOOK]");
    settings.bind(|| {
        insta::assert_snapshot!("written", run(&["--period", "2024-H1"]));
        let form = "requests/2024-H1/ar-trade/updates/2024-06-30-1.1-ar-trade.md";
        write(form, "filled in");
        insta::assert_snapshot!("there-already", run(&["--period", "2024-H1"]));
        assert_eq!(std::fs::read_to_string(folder.path().join(form)).unwrap(), "filled in");
        let inside = format!("{root}/content/updates/requests");
        insta::assert_snapshot!("in-the-book", run(&["--period", "2024-H1", "--out", &inside]));
        insta::assert_snapshot!("no-period", run(&["--period", "ongoing"]));
        insta::assert_snapshot!("before-the-plan", run(&["--period", "2019-H2"]));
        write("content/agencies/ar-trade.md", "---\nnam: Ministry of Trade\n---\n");
        assert!(run(&["--period", "2024-H2"]).starts_with("exit code: 1"));
        assert!(!folder.path().join("requests/2024-H2").exists());
    });
}

#[test]
fn a_japanese_book_asks_in_japanese() {
    let toml = "[book]\ntitle = \"港湾計画\"\nlanguages = [\"ja\", \"en\"]\n\n[repository]\nurl = \"https://github.com/example/plan\"\n";
    let item = |more: &str| format!("---\ntitle: 協議を開催する\n{more}---\n");
    let update = |title: &str, items: &str| {
        let day = if items.starts_with("1.2") { "2023-02-01" } else { "2024-02-01" };
        format!(
            "---\ntitle: {title}\ndate: {day}\nitems: [\"{items}\nevidence: [{{title: 発表, url: \"https://a.example/{day}\"}}]\n---\n"
        )
    };
    let measured = "kind: recurring\nlead: [ar-trade]\ndue: 2021-03\nindicators: [{id: n, title: 開催回数, unit: 回}]\nmilestones: [{id: m, title: 会場を決める, due: 2020-05}]\n";
    let book = Book::new()
        .file("book.toml", toml)
        .file(
            "content/plan.md",
            "---\ntitle: 港湾計画\nparties: [甲国, 乙国]\nadopted: 2020-01-01\ncontact: 計画課\n---\n",
        )
        .file("content/areas/01-trade/area.md", "---\nnumber: 1\ntitle: 貿易\n---\n")
        .file("content/agencies/ar-trade.md", "---\nname: 貿易省\nparty: 甲国\n---\n")
        .file("content/areas/01-trade/1.1-talks.md", item(measured))
        .file(
            "content/areas/01-trade/1.2-store.md",
            item("kind: deliverable\nlead: [ar-trade]\ndue: 2024-03-01\n"),
        )
        .file("content/areas/01-trade/1.3-sign.md", item("kind: deliverable\nlead: [ar-trade]\n"))
        .file("content/areas/01-trade/1.2-store.en.md", item("").replace("協議を開催する", "Build a store"))
        .file("content/updates/2023-02-01-land.md", update("用地を取得した", "1.2\"]\nstatus: in-progress"))
        .file("content/updates/2024-02-01-done.md", update("標識を直した", "1.3\"]\nstatus: completed"))
        .today("2024-06-30");
    let pack = book.requests("2024-H1");
    let letter = text(&pack, "ar-trade/request.md");
    for shown in [
        "# 報告依頼（2024-H1）：貿易省（甲国）",
        "実施中（2023年2月1日から）",
        "完了（2024年2月1日から）",
        "2024年1月1日～2024年6月30日",
    ] {
        assert!(letter.contains(shown), "{shown}: {letter}");
    }
    // Words of files stand between backticks, in brackets or in the lines of a form that are no remarks.
    for (path, text) in &pack.files {
        let plain: String = text.split('`').step_by(2).collect();
        let lines = plain.lines().filter(|line| !path.contains("/updates/") || line.starts_with("# 報"));
        for line in lines {
            let line = line.replace(['(', '<', '[', '|', '）'], " ");
            let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
            let english: Vec<&str> = line.split_whitespace().filter(is_word).collect();
            assert_eq!(english, [""; 0], "{path}: {line}");
        }
    }
}
