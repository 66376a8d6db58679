//! How long an import of a long plan takes: `cargo bench --bench import`. 200 pages should take less than a second,
//! a table of 50,000 rows less than three.

use std::fmt::Write as _;

use planbook::import::{Decisions, SourceFormat, obey, outline, read};

fn main() {
    divan::main();
}

/// A text of so many pages, 45 lines each.
fn text(pages: usize) -> String {
    let mut text = "Harbour plan\n\n".to_owned();
    for page in 1..=pages {
        let _ = writeln!(text, "{page}. Area number {page}\n");
        for item in 1..=6 {
            let _ = writeln!(
                text,
                "({item}) Protect the springs of the valley and repair the mains of town {item} until the\n    end of the year, together with the ministry"
            );
            for part in ["a", "b"] {
                let _ = writeln!(text, "    ({part}) Hold talks with the towns about the bridge of the port");
            }
            let _ = writeln!(text, "\nThis paragraph says why this is done, and for whom.\n");
        }
    }
    text
}

#[divan::bench(args = [20, 200])]
fn a_text(bencher: divan::Bencher<'_, '_>, pages: usize) {
    let text = text(pages);
    bencher.bench(|| read(&text, SourceFormat::Text, &Decisions::default()).map(|found| found.records.len()));
}

#[divan::bench(args = [20, 200])]
fn an_outline_file(bencher: divan::Bencher<'_, '_>, pages: usize) {
    let text = text(pages);
    let rows = outline(&text, &Decisions::default()).unwrap_or_default();
    bencher.bench(|| obey(&text, &rows, &Decisions::default()).map(|found| found.records.len()));
}

/// A table of so many rows, in which every tenth number comes again.
fn table(rows: usize) -> String {
    let mut text = "No,Area,Action,Lead,Due,Status,As of,Rank\n".to_owned();
    for row in 1..=rows {
        let (number, area) = (row - usize::from(row % 10 == 0), row % 40);
        let _ = writeln!(
            text,
            "{number},Area {area},Repair the mains of town {row},Office {area},2027-01-31,In progress,2025-03-01,{row}"
        );
    }
    text
}

#[divan::bench(args = [5_000, 50_000])]
fn a_table(bencher: divan::Bencher<'_, '_>, rows: usize) {
    let text = table(rows);
    bencher
        .bench(|| read(&text, SourceFormat::Table, &Decisions::default()).map(|found| found.records.len()));
}

/// All rows have one number, so each but the first gets a mark.
#[divan::bench(args = [5_000, 50_000])]
fn a_table_with_one_number(bencher: divan::Bencher<'_, '_>, rows: usize) {
    let text = format!("No,Action\n{}", "1,Repair the mains\n".repeat(rows));
    bencher
        .bench(|| read(&text, SourceFormat::Table, &Decisions::default()).map(|found| found.records.len()));
}
