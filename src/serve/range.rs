//! A part of a file, which readers of PDF and players of films ask for.

use std::ops::Range;

/// What a `Range` header comes to for a file of some length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ByteRange {
    /// Send all of it: the header asks for several parts, or is none that we know.
    Whole,
    /// Send these bytes.
    Bytes(Range<usize>),
    /// There are no such bytes.
    Beyond,
}

/// Reads a `Range` header.
pub(super) fn byte_range(header: &str, length: usize) -> ByteRange {
    let Some((first, last)) = header.trim().strip_prefix("bytes=").and_then(|set| set.split_once('-')) else {
        return ByteRange::Whole;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, last) = (first.trim(), last.trim());
    if !digits(first) || !digits(last) || (first.is_empty() && last.is_empty()) {
        return ByteRange::Whole;
    }
    // A number that is too long for the machine lies beyond any file.
    let number = |text: &str| text.parse::<usize>().unwrap_or(usize::MAX);
    let range = match (first.is_empty(), last.is_empty()) {
        (true, _) => length.saturating_sub(number(last))..length,
        (false, true) => number(first)..length,
        (false, false) if number(last) < number(first) => return ByteRange::Whole,
        (false, false) => number(first)..number(last).saturating_add(1).min(length),
    };
    if range.start < range.end { ByteRange::Bytes(range) } else { ByteRange::Beyond }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_part_is_cut_out_and_all_else_is_whole() {
        let cut = |header: &str| byte_range(header, 10);
        assert_eq!(cut("bytes=0-3"), ByteRange::Bytes(0..4));
        assert_eq!(cut("bytes=4-"), ByteRange::Bytes(4..10));
        assert_eq!(cut("bytes=-3"), ByteRange::Bytes(7..10));
        assert_eq!(cut("bytes=-30"), ByteRange::Bytes(0..10));
        assert_eq!(cut("bytes=8-99999999999999999999999"), ByteRange::Bytes(8..10));
        for beyond in ["bytes=10-", "bytes=-0", "bytes=99999999999999999999999-"] {
            assert_eq!(cut(beyond), ByteRange::Beyond, "{beyond}");
        }
        for whole in ["bytes=0-1,4-5", "bytes=5-2", "bytes=-", "items=0-1", "bytes=+1-2", ""] {
            assert_eq!(cut(whole), ByteRange::Whole, "{whole}");
        }
        assert_eq!(byte_range("bytes=0-", 0), ByteRange::Beyond);
    }
}
