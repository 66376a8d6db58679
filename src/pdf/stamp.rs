//! The dates in a PDF. A browser writes when it printed; the document says as of when it is.

use memchr::memmem;

use crate::date::Day;

/// Keys of the dictionary that describes a PDF, up to the digits of their dates.
const KEYS: [&[u8]; 2] = [b"/CreationDate (D:", b"/ModDate (D:"];

/// Sets the dates to the beginning of a day. The length stays, because a PDF names places in itself by their number.
pub(super) fn stamp(pdf: &mut [u8], day: Day) {
    let digits = format!("{:04}{:02}{:02}000000", day.year(), day.month(), day.day());
    for key in KEYS {
        let places: Vec<usize> = memmem::find_iter(pdf, key).map(|at| at + key.len()).collect();
        for place in places {
            // The digits of the zone, as in `+09'00'`, become those of UTC.
            let new = digits.bytes().chain(std::iter::repeat(b'0'));
            let old = pdf.iter_mut().skip(place).take_while(|byte| **byte != b')');
            for (old, new) in old.filter(|byte| byte.is_ascii_digit()).zip(new) {
                *old = new;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn dates_become_those_of_the_day() {
        let mut pdf = *b"<</CreationDate (D:20261124195407+09'00')\n/ModDate (D:20261124195407Z)>>(D:1)";
        super::stamp(&mut pdf, jiff::civil::date(2012, 3, 4));
        let text = String::from_utf8_lossy(&pdf);
        assert_eq!(text, "<</CreationDate (D:20120304000000+00'00')\n/ModDate (D:20120304000000Z)>>(D:1)");
    }
}
