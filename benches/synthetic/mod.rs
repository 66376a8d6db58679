//! The plans that are measured: a bit of everything that costs time, in the proportions of a plan that is kept.

use std::fmt::Write as _;

const AREAS: usize = 12;
const AGENCIES: usize = 40;
/// Every fourth item has a meeting, in one of these.
const FORUMS: usize = 8;

/// A plan of so many items in 12 areas, each with three updates, two agencies of 40, links and 150 words. Beside them
/// there are parts, meetings, corrections and internal records; with an address of the site there are feeds.
pub(crate) fn plan(items: usize) -> Vec<(String, String)> {
    let mut files = settings();
    files.extend((1..=AREAS).map(area));
    files.extend((0..AGENCIES).map(agency));
    files.extend((0..FORUMS).map(forum));
    for index in 0..items {
        files.push(item(index));
        if index % 10 == 0 {
            files.extend(["a", "b"].map(|letter| part(index, letter)));
        }
        if index % 4 == 0 {
            files.push(meeting(index / 4, index));
        }
        if index % 20 == 0 {
            files.extend([correction(index), internal_item(index / 20, items)]);
        }
    }
    files
}

fn settings() -> Vec<(String, String)> {
    let book = "[book]\ntitle = \"Plan\"\n[site]\nbase-url = \"https://plan.example/\"\n";
    let plan = "---\ntitle: Plan\nparties: [Arland, Boria]\nadopted: 2020-01-01\n---\n";
    [("book.toml", book), ("content/plan.md", plan)]
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into()
}

fn area(number: usize) -> (String, String) {
    let text = format!("---\nnumber: {number}\ntitle: Area {number}\n---\n");
    (format!("content/areas/{number:02}-area/area.md"), text)
}

fn agency(number: usize) -> (String, String) {
    let text = format!("---\nname: Agency {number}\nabbreviation: AG{number}\nparty: Arland\n---\n");
    (format!("content/agencies/agency-{number}.md"), text)
}

fn forum(number: usize) -> (String, String) {
    let text = format!("---\nname: Forum {number}\nkind: bilateral\nparties: [Arland, Boria]\n---\n");
    (format!("content/forums/forum-{number}.md"), text)
}

/// The number of an item in the plan: area and number within it.
fn address(index: usize) -> (usize, usize) {
    (index % AREAS + 1, index / AREAS + 1)
}

fn item(index: usize) -> (String, String) {
    let (area, number) = address(index);
    let kind = if index.is_multiple_of(10) { "container\nrollup: manual" } else { "continuing" };
    let mut text = format!(
        "---\ntitle: Item {index} of the plan\nkind: {kind}\nlead: [agency-{}]\nsupporting: [agency-{}]\nupdates:\n",
        index % AGENCIES,
        (index + 1) % AGENCIES
    );
    for year in 2021..2024 {
        let audience = if index % 20 == 1 && year == 2022 { "    audience: internal\n" } else { "" };
        let _ = writeln!(
            text,
            "  - date: {year}-05-{:02}\n    status: in-progress\n{audience}    note: The talks of {year} went on.",
            index % 28 + 1
        );
    }
    let inside = if index % 20 == 2 { "\n:::internal\nThe other side may ask for more.\n:::\n" } else { "" };
    let _ = write!(
        text,
        "---\n## About\n\nSee [[{}.1]] and AG{}.\n\n{}\n{inside}",
        index % AREAS + 1,
        index % AGENCIES,
        "The parties met to discuss the next steps. ".repeat(18)
    );
    (format!("content/areas/{area:02}-area/{area}.{number}-item.md"), text)
}

fn part(index: usize, letter: &str) -> (String, String) {
    let (area, number) = address(index);
    let update = "updates:\n  - date: 2022-03\n    status: in-progress\n    note: A first draft is there.\n";
    let text =
        format!("---\ntitle: Part {letter} of item {index}\nkind: deliverable\ndue: 2025\n{update}---\n");
    (format!("content/areas/{area:02}-area/{area}.{number}.{letter}-part.md"), text)
}

/// The day of a meeting: within a forum, one later than the other.
fn day(meeting: usize) -> (usize, usize, usize) {
    let turn = meeting / FORUMS;
    (2020 + turn / 336 % 4, turn / 28 % 12 + 1, turn % 28 + 1)
}

fn meeting_id(meeting: usize) -> String {
    let (year, month, day) = day(meeting);
    format!("{year}-{month:02}-{day:02}-meeting-{meeting}")
}

fn meeting(meeting: usize, index: usize) -> (String, String) {
    let ((area, item), (year, month, day)) = (address(index), day(meeting));
    let (forum, number) = (meeting % FORUMS, meeting / FORUMS + 1);
    let text = format!(
        "---\ntitle: Meeting {number} of forum {forum}\ndate: {year}-{month:02}-{day:02}\nitems: [\"{area}.{item}\"]\nkind: meeting\nforum: forum-{forum}\nmeeting: {{state: held, number: {number}, place: Port {forum}}}\nevidence:\n  - {{title: Minutes, url: \"https://plan.example/minutes-{meeting}\", class: meeting-record, date: {year}-{month:02}-{day:02}}}\n---\nThe two sides discussed the draft of [[{area}.{item}]].\n"
    );
    (format!("content/updates/{year}/{}.md", meeting_id(meeting)), text)
}

/// What the item said in its second year, corrected.
fn correction(index: usize) -> (String, String) {
    let ((area, item), day) = (address(index), index % 28 + 1);
    let text = format!(
        "---\ntitle: Talks of item {index} corrected\ndate: 2024-02-01\nitems: [\"{area}.{item}\"]\nkind: correction\nstatus: in-progress\ncorrects: {area}.{item}/2022-05-{day:02}\nreason: The talks began later.\n---\n"
    );
    (format!("content/updates/2024/2024-02-01-correction-{index}.md"), text)
}

/// An item that only those see who keep the plan, numbered after all others of its area.
fn internal_item(number: usize, items: usize) -> (String, String) {
    let (area, after) = (number % AREAS + 1, items / AREAS + number / AREAS + 2);
    let update =
        "updates:\n  - date: 2023-03\n    status: not-started\n    challenges: Money\n    note: Waits.\n";
    let text = format!(
        "---\ntitle: Internal item {number}\nkind: deliverable\naudience: internal\nlead: [agency-1]\n{update}---\n"
    );
    (format!("content/areas/{area:02}-area/{area}.{after}-internal.md"), text)
}
