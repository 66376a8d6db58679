//! Files that a book can show: the smallest picture and document that are what their names say.

/// A picture of one point, as bright as `shade`, with a comment in it.
pub fn png(shade: u8, comment: &str) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(&mut bytes, b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    if !comment.is_empty() {
        chunk(&mut bytes, b"tEXt", format!("Comment\0{comment}").as_bytes());
    }
    // One row in a zlib stream that is not compressed: no filter, and the point.
    let row = [0, shade];
    let mut data = vec![0x78, 0x01, 0x01, 2, 0, 0xfd, 0xff];
    data.extend(row);
    data.extend(adler32(&row).to_be_bytes());
    chunk(&mut bytes, b"IDAT", &data);
    chunk(&mut bytes, b"IEND", &[]);
    bytes
}

/// A document of one empty page, with a comment in it.
pub fn pdf(comment: &str) -> Vec<u8> {
    let mut text = format!("%PDF-1.4\n% {comment}\n");
    let mut places = Vec::new();
    for (number, object) in [
        (1, "<< /Type /Catalog /Pages 2 0 R >>"),
        (2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        (3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>"),
    ] {
        places.push(text.len());
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let start = text.len();
    text.push_str("xref\n0 4\n0000000000 65535 f \n");
    for place in places {
        text.push_str(&format!("{place:010} 00000 n \n"));
    }
    text.push_str(&format!("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    text.into_bytes()
}

fn chunk(bytes: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    bytes.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
    let start = bytes.len();
    bytes.extend(name);
    bytes.extend(data);
    let sum = crc32(&bytes[start..]);
    bytes.extend(sum.to_be_bytes());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum: u32, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg()))
    })
}

fn adler32(bytes: &[u8]) -> u32 {
    let (a, b) = bytes.iter().fold((1, 0), |(a, b), byte| {
        let a = (a + u32::from(*byte)) % 65521;
        (a, (b + a) % 65521)
    });
    b << 16 | a
}

#[test]
fn the_sums_are_those_of_the_standards() {
    assert_eq!((crc32(b"123456789"), adler32(b"Wikipedia")), (0xcbf4_3926, 0x11e6_0398));
    assert!(png(7, "A comment").starts_with(b"\x89PNG") && pdf("A comment").starts_with(b"%PDF-"));
}
