//! Hashes of files, as the manifest holds them.

use sha2::{Digest as _, Sha256};

/// The SHA-256 of a file's bytes, in lower case digits.
pub(super) fn of(bytes: &[u8]) -> String {
    hex(&digest(bytes))
}

/// The same, as bytes.
pub(super) fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from(if nibble < 10 { b'0' + nibble } else { b'a' + nibble - 10 });
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_written_in_lower_case_digits() {
        assert_eq!(super::hex(&[0x00, 0x9f, 0xa0, 0xff]), "009fa0ff");
    }
}
