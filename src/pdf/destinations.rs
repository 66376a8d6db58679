//! On which page of a PDF each of its named places is. Only what Chromium writes is read: plain dictionaries, one object
//! after the other. Of any other PDF nothing is known, and a table of contents then has no numbers. A library that reads every
//! PDF would be many times as large as what is needed here.

use std::collections::BTreeMap;

use memchr::memmem;

/// How deep the tree of pages may be.
const DEPTH: usize = 16;

/// The pages of all named places, from 1.
pub(super) fn pages(pdf: &[u8]) -> BTreeMap<String, usize> {
    read(pdf).unwrap_or_default()
}

fn read(pdf: &[u8]) -> Option<BTreeMap<String, usize>> {
    let catalog_at = memmem::rfind(pdf, b"/Type /Catalog")?;
    let catalog = object_around(pdf, catalog_at)?;
    let mut order = Vec::new();
    walk(pdf, reference(after(catalog, "/Pages ")?)?, &mut order, DEPTH);
    let named = object(pdf, reference(after(catalog, "/Dests ")?)?)?;
    let places = named.split(']').filter_map(|entry| {
        let (name, place) = entry.rsplit_once('[')?;
        let page = reference(place)?;
        let number = order.iter().position(|number| *number == page)? + 1;
        Some((name.rsplit_once('/')?.1.trim().to_owned(), number))
    });
    Some(places.collect())
}

/// The pages below a node of the tree of pages, in order.
fn walk(pdf: &[u8], node: usize, order: &mut Vec<usize>, depth: usize) {
    let kids = object(pdf, node).and_then(|text| after(text, "/Kids [")?.split(']').next());
    match kids {
        Some(kids) if depth > 0 => {
            kids.split(" R").filter_map(reference).for_each(|kid| walk(pdf, kid, order, depth - 1));
        }
        _ => order.push(node),
    }
}

/// The text of an object up to its end.
fn object(pdf: &[u8], number: usize) -> Option<&str> {
    let head = format!("\n{number} 0 obj\n");
    let start = memmem::find(pdf, head.as_bytes())? + head.len();
    until_end(pdf, start)
}

fn object_around(pdf: &[u8], at: usize) -> Option<&str> {
    let start = memmem::rfind(&pdf[..at], b" 0 obj\n")?;
    until_end(pdf, start)
}

fn until_end(pdf: &[u8], start: usize) -> Option<&str> {
    let rest = pdf.get(start..)?;
    std::str::from_utf8(rest.get(..memmem::find(rest, b"endobj")?)?).ok()
}

fn after<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    text.split_once(key).map(|(_, rest)| rest)
}

/// The number of an object that is referred to, as in `12 0 R`.
fn reference(text: &str) -> Option<usize> {
    text.split_ascii_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_named_places_are_read_through_the_tree() {
        let pdf = concat!(
            "%PDF-1.4\n",
            "2 0 obj\n<</Type /Page>>\nendobj\n",
            "7 0 obj\n<</Type /Page>>\nendobj\n",
            "9 0 obj\n<</area-1 [7 0 R /XYZ 5 7.5 0]\n/area-2 [2 0 R /XYZ 0 0 0]\n/x [3 0 R /XYZ 0 0 0]>>\nendobj\n",
            "10 0 obj\n<</Type /Pages\n/Kids [11 0 R 2 0 R]>>\nendobj\n",
            "11 0 obj\n<</Type /Pages\n/Kids [7 0 R]>>\nendobj\n",
            "12 0 obj\n<</Type /Catalog\n/Pages 10 0 R\n/Dests 9 0 R>>\nendobj\n",
        );
        let expected = BTreeMap::from([("area-1".to_owned(), 1), ("area-2".to_owned(), 2)]);
        assert_eq!(pages(pdf.as_bytes()), expected);
    }

    #[test]
    fn of_another_pdf_nothing_is_known() {
        for pdf in ["", "%PDF-1.4\n", "1 0 obj\n<</Type /Catalog>>\nendobj\n", "/Type /Catalog"] {
            assert_eq!(pages(pdf.as_bytes()), BTreeMap::new());
        }
    }
}
