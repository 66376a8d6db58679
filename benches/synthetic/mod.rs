//! The plans that are measured.

use std::fmt::Write as _;

/// A plan of so many items in 12 areas, each with three updates, two agencies of 40, links and 150 words.
pub(crate) fn plan(items: usize) -> Vec<(String, String)> {
    let mut files = vec![
        ("book.toml".to_owned(), "[book]\ntitle = \"Plan\"\n".to_owned()),
        (
            "content/plan.md".to_owned(),
            "---\ntitle: Plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n".to_owned(),
        ),
    ];
    for area in 1..=12 {
        files.push((
            format!("content/areas/{area:02}-area/area.md"),
            format!("---\nnumber: {area}\ntitle: Area {area}\n---\n"),
        ));
    }
    for agency in 0..40 {
        files.push((
            format!("content/agencies/agency-{agency}.md"),
            format!("---\nname: Agency {agency}\nabbreviation: AG{agency}\nparty: Arland\n---\n"),
        ));
    }
    for index in 0..items {
        let (area, number) = (index % 12 + 1, index / 12 + 1);
        let mut text = format!(
            "---\ntitle: Item {index} of the plan\nkind: continuing\nlead: [agency-{}]\nsupporting: [agency-{}]\nupdates:\n",
            index % 40,
            (index + 1) % 40
        );
        for year in 2021..2024 {
            let _ = writeln!(
                text,
                "  - date: {year}-05-{:02}\n    status: in-progress\n    note: The talks of {year} went on.",
                index % 28 + 1
            );
        }
        let _ = write!(
            text,
            "---\n## About\n\nSee [[{}.1]] and AG{}.\n\n{}\n",
            index % 12 + 1,
            index % 40,
            "The parties met to discuss the next steps. ".repeat(18)
        );
        files.push((format!("content/areas/{area:02}-area/{area}.{number}-item.md"), text));
    }
    files
}
