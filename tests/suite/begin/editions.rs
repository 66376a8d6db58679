//! Records and requests of another plan of the book.

use super::{call, listing, well};

fn city() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    well(folder.path(), &["init", ".", "--example", "climate"]);
    folder
}

#[test]
fn records_of_an_edition_go_into_its_folder() {
    let folder = city();
    let at = folder.path();
    let said = well(at, &["new", "area", "--edition", "2019", "--number", "2", "--title", "Green roofs"]);
    assert!(said.out.starts_with("wrote content/editions/2019/areas/02-green-roofs/area.md"), "{}", said.out);
    // The area is one of that edition; the newest plan has one with that number, too.
    let item = [
        "new",
        "item",
        "--edition",
        "2019",
        "--id",
        "2.1",
        "--title",
        "Moss",
        "--kind",
        "deliverable",
        "--lead",
        "climate-office",
    ];
    let said = well(at, &item);
    assert!(
        said.out.starts_with("wrote content/editions/2019/areas/02-green-roofs/2.1-moss.md"),
        "{}",
        said.out
    );
    let update = [
        "new",
        "update",
        "--edition",
        "2019",
        "--date",
        "2020-05-02",
        "--items",
        "2.1",
        "--title",
        "Moss grows",
        "--status",
        "in-progress",
    ];
    let said = well(at, &update);
    assert!(
        said.out.starts_with("wrote content/editions/2019/updates/2020/2020-05-02-moss-grows.md"),
        "{}",
        said.out
    );
    assert_eq!(well(at, &["check", "--as-of", "2026-11-01"]).err, "");
    // What it refers to is looked up in that edition.
    let wrong = call(
        at,
        &["new", "update", "--edition", "2019", "--date", "2020-05-03", "--items", "5.3", "--title", "None"],
    );
    assert!(wrong.code == 1 && wrong.err.contains("5.3"), "{}", wrong.err);
    assert_eq!(call(at, &item).code, 2, "it is there");
}

#[test]
fn an_edition_that_is_not_there_and_a_record_of_all_plans_are_refused() {
    let folder = city();
    let wrong = call(folder.path(), &["new", "area", "--edition", "2018", "--number", "2", "--title", "X"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.err.contains("the edition `2018` does not exist") && wrong.err.contains("2019"),
        "{}",
        wrong.err
    );
    // Agencies are those of the book.
    let agency = call(folder.path(), &["new", "agency", "--edition", "2019", "--name", "X"]);
    assert!(agency.code == 2 && agency.err.contains("--edition"), "{}", agency.err);
}

#[test]
fn requests_of_two_plans_do_not_meet() {
    let folder = city();
    let at = folder.path();
    let day = ["--as-of", "2023-11-01"];
    let of_edition = [&["requests", "--period", "2023", "--edition", "2019"][..], &day].concat();
    let said = well(at, &of_edition);
    assert!(said.out.contains("requests/editions/2019/2023"), "{}", said.out);
    well(at, &["requests", "--period", "2026", "--as-of", "2026-11-01"]);
    let files = listing(&at.join("requests"));
    let drafts: Vec<&String> = files.iter().filter(|path| path.starts_with("editions/2019/2023/")).collect();
    let own = files.iter().filter(|path| path.starts_with("2026/")).count();
    assert!(drafts.len() > 2 && own > 2, "{files:?}");
    // They ask about the items of the edition, and lead to the folder of its updates.
    let texts: String =
        drafts.iter().map(|path| std::fs::read_to_string(at.join("requests").join(path)).unwrap()).collect();
    assert!(texts.contains("KP-1") && !texts.contains("EN-01"), "{texts}");
    assert!(texts.contains("content/editions/2019/updates"), "{texts}");
    assert_eq!(call(at, &of_edition).code, 2, "nothing is overwritten");
}
