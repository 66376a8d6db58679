//! Plans that are large in one direction. Each is the even plan of so many items with something that grows beside it, or that
//! all of its items share.

use crate::synthetic;

/// The files of a plan.
type Files = Vec<(String, String)>;

/// A shape: its name, and its files for so many items.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) files: fn(usize) -> Files,
}

/// All shapes. The first is what the others are compared with.
pub(crate) const TABLE: &[Shape] = &[
    Shape { name: "even", files: synthetic::plan },
    Shape { name: "one agency has all items", files: one_agency },
    Shape { name: "one update on half of the items", files: one_update },
    Shape { name: "an agency for each five items", files: many_agencies },
    Shape { name: "a forum with a meeting for each item", files: one_forum },
    Shape { name: "corrections of one update, for each two items", files: corrections },
    Shape { name: "a page of 100 bytes for each item", files: long_page },
    Shape { name: "five files for each item in one folder", files: one_folder },
];

/// The even plan with other agencies: `of` says which one the item at a position has.
fn with_agencies(items: usize, of: impl Fn(usize) -> usize) -> Files {
    let mut files = synthetic::plan(items);
    for (position, (_, text)) in files.iter_mut().enumerate() {
        if let (Some(start), Some(end)) = (text.find("lead: ["), text.find("updates:")) {
            text.replace_range(start..end, &format!("lead: [agency-{}]\n", of(position)));
        }
    }
    files
}

fn one_agency(items: usize) -> Files {
    with_agencies(items, |_| 0)
}

fn many_agencies(items: usize) -> Files {
    let agencies = (items / 5).max(1);
    let mut files = with_agencies(items, |position| position % agencies);
    files.retain(|(path, _)| !path.starts_with("content/agencies/"));
    // The texts of the even plan name forty abbreviations, so that many agencies are always there.
    files.extend((0..agencies.max(40)).map(|number| {
        let text = format!("---\nname: Agency {number}\nabbreviation: AG{number}\nparty: Arland\n---\n");
        (format!("content/agencies/agency-{number}.md"), text)
    }));
    files
}

fn one_update(items: usize) -> Files {
    let mut files = synthetic::plan(items);
    let numbers = (0..items / 2).map(|index| format!("\"{}.{}\"", index % 12 + 1, index / 12 + 1));
    let numbers = numbers.collect::<Vec<_>>().join(",\n  ");
    let text = format!(
        "---\ntitle: Progress of half of the plan\ndate: 2023-12-01\nstatus: in-progress\nitems: [\n  {numbers}]\n---\nAll of it goes on.\n"
    );
    files.push(("content/updates/2023/2023-12-01-all.md".to_owned(), text));
    files
}

fn one_forum(items: usize) -> Files {
    let mut files = synthetic::plan(items);
    files.extend((0..items).map(|meeting| {
        let (year, month, day) = (1900 + meeting / 336, meeting / 28 % 12 + 1, meeting % 28 + 1);
        let number = meeting + 1;
        let text = format!(
            "---\ntitle: Session {number}\ndate: {year}-{month:02}-{day:02}\nkind: meeting\nforum: forum-0\nmeeting: {{state: held, place: Port}}\nitems: [\"1.1\"]\n---\nThe two sides met.\n"
        );
        (format!("content/updates/{year}/{year}-{month:02}-{day:02}-session.md"), text)
    }));
    files
}

fn corrections(items: usize) -> Files {
    let mut files = synthetic::plan(items);
    files.extend((0..items / 2).map(|number| {
        let day = number % 28 + 1;
        let text = format!(
            "---\ntitle: Correction {number}\ndate: 2024-03-{day:02}\nitems: [\"2.1\"]\nkind: correction\nstatus: in-progress\ncorrects: 2.1/2023-05-02\nreason: The talks began later.\n---\n"
        );
        (format!("content/updates/2024/2024-03-{day:02}-fix-{number}.md"), text)
    }));
    files
}

fn long_page(items: usize) -> Files {
    let mut files = synthetic::plan(items);
    let paragraph =
        "The parties met and spoke about the next steps of AG1, as [[1.1]] says: they agree with it.\n\n";
    let text = format!("---\ntitle: A long page\n---\n{}", paragraph.repeat(items * 100 / paragraph.len()));
    files.push(("content/pages/long.md".to_owned(), text));
    files
}

fn one_folder(items: usize) -> Files {
    let mut files = synthetic::plan(items);
    files.extend((0..items * 5).map(|number| {
        let (area, item) = (number % items % 12 + 1, number % items / 12 + 1);
        let (month, day) = (number % 12 + 1, number % 28 + 1);
        let text = format!(
            "---\ntitle: Note {number}\ndate: 2022-{month:02}-{day:02}\nitems: [\"{area}.{item}\"]\nstatus: in-progress\n---\nThe talks went on.\n"
        );
        (format!("content/updates/2022/2022-{month:02}-{day:02}-note-{number}.md"), text)
    }));
    files
}
