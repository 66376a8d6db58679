//! Whether a picture is all there: a file can begin as one, and be cut off behind its size.

use imagesize::ImageType;
use memchr::memmem;

/// How a PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Whether a file that begins as a picture of this kind also ends as one. What lies between is for browsers to read.
pub(super) fn is_whole(bytes: &[u8], kind: ImageType) -> bool {
    match kind {
        ImageType::Png => bytes.strip_prefix(PNG).is_some_and(has_png_parts),
        // The beginning of what is shown, and the end of it; some programs write more behind.
        ImageType::Jpeg => {
            let shown = memmem::find(bytes, b"\xff\xda").map_or(&[][..], |at| &bytes[at..]);
            memmem::find(shown, b"\xff\xd9").is_some()
        }
        // The same, behind its last part.
        ImageType::Gif => has_gif_end(bytes) || bytes.iter().rev().find(|byte| **byte != 0) == Some(&b';'),
        ImageType::Webp => {
            let length = bytes.get(4..8).and_then(|four| four.try_into().ok()).map(u32::from_le_bytes);
            length.is_some_and(|length| length as usize + 8 <= bytes.len())
        }
        _ => true,
    }
}

/// The parts of a PNG: each has a length, a name, that many bytes, and a checksum.
fn has_png_parts(mut rest: &[u8]) -> bool {
    let (mut is_first, mut has_picture) = (true, false);
    while let Some((head, behind)) = rest.split_first_chunk::<8>() {
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let name = &head[4..];
        let Some(next) = length.checked_add(4).and_then(|end| behind.get(end..)) else { return false };
        if is_first && (name != b"IHDR" || length != 13) {
            return false;
        }
        has_picture |= name == b"IDAT" && length > 0;
        if name == b"IEND" {
            return has_picture;
        }
        (is_first, rest) = (false, next);
    }
    false
}

/// Whether the parts of a GIF come to its end: each begins with a sign, and has blocks, each with its length.
fn has_gif_end(bytes: &[u8]) -> bool {
    let colors = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let Some(mut at) = bytes.get(10).map(|flags| 13 + colors(*flags)) else { return false };
    loop {
        let blocks = match bytes.get(at) {
            Some(b';') => return true,
            // Some programs fill up with these.
            Some(0) => {
                at += 1;
                continue;
            }
            Some(b'!') => at + 2,
            Some(b',') => match bytes.get(at + 9) {
                Some(flags) => at + 11 + colors(*flags),
                None => return false,
            },
            _ => return false,
        };
        at = blocks;
        while let Some(length) = bytes.get(at).filter(|length| **length != 0) {
            at += 1 + usize::from(*length);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use imagesize::ImageType::{Gif, Jpeg, Png, Webp};

    use super::is_whole;

    const WHOLE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\xdac\x68\0\0\0\x82\0\x81\x77\xcdr\xb6\0\0\0\0IEND\xaeB`\x82";

    #[test]
    fn a_picture_that_is_cut_off_is_none() {
        assert!(is_whole(WHOLE, Png));
        for end in 0..WHOLE.len() {
            assert!(!is_whole(&WHOLE[..end], Png), "{end}");
        }
        assert!(!is_whole(b"\x89PNG\r\n\x1a\njunk that has no parts at all", Png));
        assert!(!is_whole(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDRx", Png));
        assert!(is_whole(b"GIF89a;", Gif) && is_whole(b"GIF89a;\0\0", Gif) && !is_whole(b"GIF89a", Gif));
        // With a table of two colours, a remark and a picture.
        let gif =
            b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff!\xfe\x03a,b\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
        assert!(is_whole(gif, Gif) && is_whole(&[&gif[..], b"\0<?xpacket end=\"w\"?>\n"].concat(), Gif));
        for end in 0..gif.len() {
            assert!(!is_whole(&gif[..end], Gif), "{end}");
            assert!(!is_whole(&[&gif[..end], b"<?xpacket end=\"w\"?>"].concat(), Gif), "{end}");
        }
        assert!(is_whole(b"\xff\xd8\xff\xda12\xff\xd9", Jpeg));
        assert!(!is_whole(b"\xff\xd8\xff\xda12", Jpeg) && !is_whole(b"\xff\xd8\xff\xd9", Jpeg));
        assert!(is_whole(b"RIFF\x04\0\0\0WEBP", Webp));
        assert!(!is_whole(b"RIFF\x05\0\0\0WEBP", Webp) && !is_whole(b"RIFF", Webp));
    }
}
