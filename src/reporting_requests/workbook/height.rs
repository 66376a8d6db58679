//! How high a row has to be: spreadsheet programs do not all make rows as high as their texts.

/// The height of a line of ten points, and of what is around the lines.
const LINE: f64 = 13.5;
const AROUND: f64 = 4.0;
/// Excel knows no higher row.
const HIGHEST: f64 = 400.0;

/// The height of a row with these texts in columns of these widths, counted in digits.
pub(super) fn of<'t>(cells: impl Iterator<Item = (&'t str, f64)>) -> f64 {
    let lines = cells.map(|(text, width)| text.lines().map(|line| lines(line, width)).sum::<u32>());
    (f64::from(lines.max().unwrap_or(1).max(1)) * LINE + AROUND).min(HIGHEST)
}

/// How many lines a text takes when it is wrapped: words leave some room at the end of each, and a wide letter takes two places.
fn lines(text: &str, width: f64) -> u32 {
    let places: u32 = text.chars().map(|sign| if u32::from(sign) >= 0x1100 { 2 } else { 1 }).sum();
    let room = (width * 0.9).max(1.0);
    let mut lines = 1;
    while f64::from(lines) * room < f64::from(places) {
        lines += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_row_is_as_high_as_its_highest_text() {
        let of = |cells: &[(&str, f64)]| super::of(cells.iter().copied());
        let one = of(&[("short", 20.0), ("", 1.0)]);
        assert!(of(&[("short", 20.0), ("two\nlines", 20.0)]) > one);
        assert!(of(&[("a text that is longer than its column", 20.0)]) > one);
        assert!(of(&[("警察間の協力を行う", 12.0)]) > of(&[("abcdefghi", 12.0)]));
        assert!(of(&[(&"long ".repeat(3000), 10.0)]) <= 400.0);
    }
}
