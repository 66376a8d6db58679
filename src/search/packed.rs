//! Numbers as letters, for files that are scripts: a few letters each, and none that a script would have to escape.

/// The letters, by their value.
const LETTERS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// How many values one letter has.
pub(super) const VALUES: u32 = 64;

/// Adds a value below 64.
pub(super) fn push_value(packed: &mut String, value: u32) {
    packed.push(char::from(LETTERS[(value % VALUES) as usize]));
}

/// Adds a number of any size: five bits a letter, the lowest first, and one bit that says whether more follow.
pub(super) fn push_number(packed: &mut String, mut number: u32) {
    while number >= VALUES / 2 {
        push_value(packed, VALUES / 2 + number % (VALUES / 2));
        number /= VALUES / 2;
    }
    push_value(packed, number);
}

/// Adds places in rising order, each as its distance from what comes after the one before.
pub(super) fn packed_places(places: impl IntoIterator<Item = u32>) -> String {
    let (mut packed, mut next) = (String::new(), 0);
    for place in places {
        push_number(&mut packed, place - next);
        next = place + 1;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::{packed_places, push_number};

    #[test]
    fn small_numbers_are_one_letter() {
        let packed = |number| {
            let mut packed = String::new();
            push_number(&mut packed, number);
            packed
        };
        assert_eq!([0, 9, 31, 32, 1023, 1024].map(packed), ["0", "9", "V", "W1", "_V", "WW1"]);
        assert_eq!(packed_places([0, 1, 5, 40]), "003Y1");
    }
}
