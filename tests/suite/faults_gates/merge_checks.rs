//! What excuses a change fits the change, and ids mean what they meant.

use crate::book::Book;

const ITEM: &str = "content/areas/01-trade/1.2-item.md";

fn item(due: &str) -> Book {
    Book::new().item("1.2", &format!("lead: [ar-trade]\n{due}"))
}

fn change(id: &str, items: &str, due: &str) -> impl Fn(Book) -> Book {
    let front_matter = format!("kind: date-change\nnew-due: {due}\nreason: The ship was late.\n");
    let (id, items) = (id.to_owned(), items.to_owned());
    move |book| book.update(&id, &items, &front_matter)
}

#[test]
fn a_date_change_excuses_exactly_one_move() {
    let stops = format!("due-changed-without-date-change {ITEM}:5");
    let none: Vec<String> = Vec::new();
    let stopped = vec![stops];
    // (case, the due date before, date-changes before, the due date after, new date-changes, what is stopped)
    type Case<'a> = (&'a str, &'a str, &'a [&'a str], &'a str, &'a [(&'a str, &'a str)], &'a [String]);
    let cases: &[Case<'_>] = &[
        ("31 leads elsewhere", "2030-12", &[], "2035-12", &[("[\"1.2\"]", "2031-12")], &stopped),
        ("31 leads there", "2030-12", &[], "2031-12", &[("[\"1.2\"]", "2031-12")], &none),
        ("31 the same days", "2030-12", &[], "2031-12", &[("[\"1.2\"]", "2031-12-01/2031-12-31")], &none),
        ("31 of another item", "2030-12", &[], "2031-12", &[("[\"1.1\"]", "2031-12")], &stopped),
        ("31 of both items", "2030-12", &[], "2031-12", &[("[\"1.1\", \"1.2\"]", "2031-12")], &none),
        ("31 from a later date", "2030-12", &["2031-12"], "2032-12", &[("[\"1.2\"]", "2032-12")], &stopped),
        ("31 an old one", "2030-12", &["2031-12"], "2031-12", &[], &stopped),
        (
            "31 the second of two",
            "2030-12",
            &[],
            "2032",
            &[("[\"1.2\"]", "2031"), ("[\"1.2\"]", "2032")],
            &none,
        ),
        (
            "31 the first of two",
            "2030-12",
            &[],
            "2031",
            &[("[\"1.2\"]", "2031"), ("[\"1.2\"]", "2032")],
            &stopped,
        ),
        ("31 brought forward", "2030-12", &[], "2029", &[("[\"1.2\"]", "2031")], &stopped),
        ("31 not edited", "2030-12", &[], "2030-12", &[("[\"1.2\"]", "2031-12")], &none),
    ];
    for (case, before, moved, after, new, expected) in cases {
        let state = |due: &str| {
            let book = item(&format!("due: {due}\n"));
            moved.iter().enumerate().fold(book, |book, (at, to)| {
                change(&format!("2022-01-0{}-moved", at + 1), "[\"1.2\"]", to)(book)
            })
        };
        let changed = new.iter().enumerate().fold(state(after), |book, (at, (items, to))| {
            change(&format!("2023-01-0{}-moved", at + 1), items, to)(book)
        });
        assert_eq!(changed.stopped_since(&state(before)), *expected, "{case}");
    }
    // Taken away, no date-change leads to it.
    let removed = change("2023-01-01-moved", "[\"1.2\"]", "2031-12")(item(""));
    assert_eq!(
        removed.stopped_since(&item("due: 2030-12\n")),
        ["due-changed-without-date-change content/areas/01-trade/1.2-item.md:1"]
    );
}

#[test]
fn what_does_not_fit_is_named() {
    let after = change("2023-01-01-moved", "[\"1.2\"]", "2031-12")(item("due: 2035-12\n"));
    let stopped = after.since(&item("due: 2030-12\n")).stopped;
    let message = &stopped[0].message;
    assert!(message.contains("the update 2023-01-01-moved does not explain that"), "{message}");
}

fn short(entries: &str) -> Book {
    Book::new().item("1.2", &format!("updates:\n{entries}"))
}

const CAME: &str = "  - date: 2022-01\n    note: The ship came.\n";
const LEFT: &str = "  - date: 2022-01\n    note: The ship left.\n";
const SECRET: &str = "  - date: 2022-01\n    note: The ship was late.\n    audience: internal\n";

#[test]
fn a_short_update_keeps_its_id_when_another_one_comes() {
    let cases: [(&str, String, String, &[&str]); 8] = [
        (
            "22 above",
            LEFT.into(),
            [CAME, LEFT].concat(),
            &["id-vanished content/areas/01-trade/1.2-item.md:7"],
        ),
        ("22 below", LEFT.into(), [LEFT, CAME].concat(), &[]),
        (
            "22 they change places",
            [CAME, LEFT].concat(),
            [LEFT, CAME].concat(),
            &[
                "id-vanished content/areas/01-trade/1.2-item.md:5",
                "id-vanished content/areas/01-trade/1.2-item.md:7",
            ],
        ),
        ("22 of another day", LEFT.into(), [&CAME.replace("2022-01", "2022-02"), LEFT].concat(), &[]),
        (
            "22 an internal one above",
            LEFT.into(),
            [SECRET, LEFT].concat(),
            &["id-vanished content/areas/01-trade/1.2-item.md:8"],
        ),
        (
            "22 an internal one above becomes public: readers see another id",
            [SECRET, LEFT].concat(),
            [&SECRET.replace("    audience: internal\n", ""), LEFT].concat(),
            &[
                "made-public content/areas/01-trade/1.2-item.md:5",
                "id-vanished content/areas/01-trade/1.2-item.md:7",
            ],
        ),
        (
            "22 the first one goes",
            [CAME, LEFT].concat(),
            LEFT.into(),
            &[
                "id-vanished content/areas/01-trade/1.2-item.md:5",
                "update-rewritten was:content/areas/01-trade/1.2-item.md:5",
            ],
        ),
        ("22 nothing", [CAME, LEFT].concat(), [CAME, LEFT].concat(), &[]),
    ];
    for (case, before, after, expected) in cases {
        assert_eq!(short(&after).stopped_since(&short(&before)), expected, "{case}");
    }
}

#[test]
fn a_short_update_that_becomes_a_file_keeps_its_id() {
    let file = |front_matter: &str, text: &str| {
        let text = format!(
            "---\ntitle: The ship came\ndate: 2022-01\nitems: [\"1.2\"]\n{front_matter}---\n\n{text}\n"
        );
        Book::new().item("1.2", "").file("content/updates/2022-01-ship.md", text)
    };
    let alias = "aliases: [\"1.2/2022-01\"]\n";
    let before = short(CAME);
    let none: [&str; 0] = [];
    // 24
    let after = file(alias, "The ship came.");
    assert_eq!(after.problems(), none);
    assert_eq!(after.stopped_since(&before), none);
    // Without its id, or with other words, it is another one.
    let gone = "update-rewritten was:content/areas/01-trade/1.2-item.md:5";
    assert_eq!(file("", "The ship came.").stopped_since(&before), [gone]);
    let edited = file(alias, "The ship sank.").stopped_since(&before);
    assert_eq!(edited, ["update-rewritten content/updates/2022-01-ship.md:8"]);
    let status = file(&format!("status: completed\n{alias}"), "The ship came.").stopped_since(&before);
    assert_eq!(status, ["update-rewritten content/updates/2022-01-ship.md:5"]);
    let items = file(alias, "The ship came.").file(
        "content/updates/2022-01-ship.md",
        format!("---\ntitle: The ship came\ndate: 2022-01\nitems: [\"1.1\"]\n{alias}---\n\nThe ship came.\n"),
    );
    assert_eq!(items.stopped_since(&before), ["update-rewritten content/updates/2022-01-ship.md:4"]);
    // Texts, feeds, calendars and addresses know it as before.
    let site = |book: Book| {
        book.file("book.toml", "[book]\ntitle = \"Harbour plan\"\nlanguages = [\"en\"]\n[site]\nbase-url = \"https://plan.example/\"\n")
            .file("content/pages/ships.md", "---\ntitle: Ships\n---\n\nSee [[1.2/2022-01]].\n")
    };
    let (was, is) = (site(before), site(after));
    assert_eq!(is.problems(), none);
    let id = "<id>https://plan.example/items/1.2/#update_1.2-2022-01</id>";
    for book in [&was, &is] {
        assert!(book.page("atom.xml").contains(id), "{}", book.page("atom.xml"));
        assert!(book.page("items/1.2/index.html").contains("id=\"update_1.2-2022-01\""));
    }
    assert!(is.page("ships/index.html").contains("updates/2022-01-ship/"));
    // Two of one id are an error.
    let both = short(CAME).file(
        "content/updates/2022-01-ship.md",
        format!("---\ntitle: The ship came\ndate: 2022-01\nitems: [\"1.2\"]\n{alias}---\n\nThe ship came.\n"),
    );
    assert_eq!(both.problems(), ["duplicate-id content/updates/2022-01-ship.md:5"]);
    // No other record can have been a short update.
    let agency = Book::new().file("content/agencies/a.md", format!("---\nname: A\n{alias}---\n"));
    assert_eq!(agency.problems(), ["bad-id content/agencies/a.md:3"]);
}
