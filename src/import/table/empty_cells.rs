//! Cells that stand for nothing: `-`, `n/a`, `TBD`.

use unicode_normalization::UnicodeNormalization as _;

use super::row::Row;

/// What people write into a cell that has no value, as it is compared: without signs of full width, in lower case.
const NOTHING: &[&str] = &[
    "-",
    "--",
    "---",
    "–",
    "—",
    "―",
    "‐",
    "ー",
    "...",
    "…",
    "n/a",
    "n.a.",
    "n. a.",
    "tbd",
    "t.b.d.",
    "tbc",
    "t.b.c.",
    "k.a.",
    "k. a.",
    "なし",
    "該当なし",
];

/// Whether a cell says that there is no value.
fn says_nothing(cell: &str) -> bool {
    const LONGEST: usize = 24;
    let cell = cell.trim();
    cell.len() <= LONGEST && {
        let plain = cell.nfkc().collect::<String>().to_lowercase();
        NOTHING.contains(&plain.as_str()) || NOTHING.contains(&cell)
    }
}

/// Makes such cells empty, and says so once.
pub(super) fn clear(rows: &mut [Row]) -> Option<String> {
    const SHOWN: usize = 4;
    let (mut count, mut place, mut said) = (0_usize, None, Vec::<String>::new());
    for row in rows {
        for (at, cell) in row.values.iter_mut().enumerate().filter(|(_, cell)| says_nothing(cell)) {
            count += 1;
            place.get_or_insert_with(|| row.place.cell(at));
            let words = format!("`{}`", cell.trim());
            if said.len() < SHOWN && !said.contains(&words) {
                said.push(words);
            }
            cell.clear();
        }
    }
    let cells = if count == 1 { "1 cell says".to_owned() } else { format!("{count} cells of the table say") };
    place.map(|place| {
        format!(
            "{place}: {cells} that there is no value ({}), so planbook reads nothing there",
            said.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::says_nothing;

    #[test]
    fn only_whole_cells_stand_for_nothing() {
        for cell in ["-", "—", "–", "－", "n/a", "N/A", "Ｎ／Ａ", "TBD", "tbc", "k. A.", "なし", " - ", "…"]
        {
            assert!(says_nothing(cell), "{cell}");
        }
        for cell in ["", "-5", "n/a until 2027", "Na", "なしの木", "TBD Office", "- Fence"] {
            assert!(!says_nothing(cell), "{cell}");
        }
    }
}
