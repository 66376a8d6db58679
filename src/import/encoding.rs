//! The bytes of a file as text.

/// A longer line is no line of a plan.
const LONGEST_LINE: usize = 20_000;
/// A larger source is no plan.
const LARGEST: usize = 16 * 1024 * 1024;

/// Reads the bytes of a file as text.
///
/// # Errors
/// When it is no text, as a sentence that says what to do.
pub fn decode(bytes: &[u8]) -> Result<String, String> {
    if bytes.len() > LARGEST {
        return Err(format!("it has {} bytes, more than the {LARGEST} that planbook imports", bytes.len()));
    }
    let wide = |read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| read([pair[0], pair[1]])).collect();
        String::from_utf16(&units)
            .map_err(|_| "it starts like UTF-16 text but is not: save it as UTF-8".to_owned())
    };
    let text = match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes)?,
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes)?,
        _ => String::from_utf8(bytes.to_vec()).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            format!("line {line} is not UTF-8 text: save the file with the encoding UTF-8")
        })?,
    };
    match text.lines().position(|line| line.len() > LONGEST_LINE) {
        Some(at) => Err(format!("line {} has more than {LONGEST_LINE} bytes: break it into lines", at + 1)),
        None => Ok(text),
    }
}
