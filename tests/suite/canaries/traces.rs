//! Looks for a word in bytes, however it may have been written: in other letters, escaped, encoded, backwards.

use memchr::memmem;

/// What is searched for, in each form, with the name of the form.
pub struct Traces {
    /// Found in the bytes as they are.
    exact: Vec<(String, Vec<u8>)>,
    /// Found in the bytes with small letters.
    small: Vec<(String, Vec<u8>)>,
}

impl Traces {
    /// `word` is of ASCII small letters and digits.
    pub fn of(word: &str) -> Self {
        let joined = |each: fn(u8) -> String, word: &str| word.bytes().map(each).collect::<String>();
        let capitals = word.to_uppercase();
        let mut small = vec![
            ("plain".to_owned(), word.to_owned()),
            ("backwards".to_owned(), word.chars().rev().collect()),
        ];
        let mut exact: Vec<(String, Vec<u8>)> = Vec::new();
        for word in [word, capitals.as_str()] {
            small.extend([
                (format!("{word} in percent"), joined(|byte| format!("%{byte:02x}"), word)),
                (format!("{word} in hex"), joined(|byte| format!("{byte:02x}"), word)),
                (format!("{word} in decimal entities"), joined(|byte| format!("&#{byte};"), word)),
                (format!("{word} in hex entities"), joined(|byte| format!("&#x{byte:x};"), word)),
                (format!("{word} in escapes"), joined(|byte| format!("\\u{byte:04x}"), word)),
            ]);
            exact.extend((0..3).map(|before| {
                (format!("{word} in base64 after {before}"), base64_inside(word, before).into_bytes())
            }));
            let wide = |order: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(order).collect::<Vec<u8>>();
            exact.push((format!("{word} in UTF-16"), wide(u16::to_le_bytes)));
            exact.push((format!("{word} in UTF-16, big end first"), wide(u16::to_be_bytes)));
        }
        Self { exact, small: small.into_iter().map(|(name, form)| (name, form.into_bytes())).collect() }
    }

    /// The forms that are there, each with what stands around it.
    pub fn within(&self, bytes: &[u8]) -> Vec<String> {
        let small = bytes.to_ascii_lowercase();
        let found = |text: &[u8], forms: &[(String, Vec<u8>)]| -> Vec<String> {
            let hits = forms.iter().filter_map(|(name, form)| Some((name, memmem::find(text, form)?)));
            hits.map(|(name, at)| format!("{name}: …{}…", around(bytes, at))).collect()
        };
        [found(&small, &self.small), found(bytes, &self.exact)].concat()
    }
}

fn around(bytes: &[u8], at: usize) -> String {
    let (start, end) = (at.saturating_sub(60), (at + 100).min(bytes.len()));
    String::from_utf8_lossy(&bytes[start..end]).into_owned()
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The digits of the base64 of a text that `word` alone decides, when so many bytes (or three more …) stand before it.
fn base64_inside(word: &str, before: usize) -> String {
    let bytes: Vec<u8> = vec![0; before].into_iter().chain(word.bytes()).collect();
    let bit = |at: usize| bytes[at / 8] >> (7 - at % 8) & 1;
    let first = (before * 8).div_ceil(6);
    let end = bytes.len() * 8 / 6;
    let digit = |index: usize| (index * 6..index * 6 + 6).fold(0, |value, at| value << 1 | bit(at));
    (first..end).map(|index| char::from(DIGITS[usize::from(digit(index))])).collect()
}

#[test]
fn each_form_of_a_word_is_found() {
    let traces = Traces::of("zqcanary");
    // "A zqcanary0001!", "my zqcanary0001!", "the zqcanary0001!" in base64.
    for text in [
        "<p>ZQCanary0001</p>",
        "x/zqcanary0001/y",
        "1000yranacqz",
        "%7A%71%63%61%6E%61%72%79",
        "7A7163616e617279",
        "&#122;&#113;&#99;&#97;&#110;&#97;&#114;&#121;",
        "QSB6cWNhbmFyeTAwMDEh",
        "bXkgenFjYW5hcnkwMDAxIQ==",
        "dGhlIHpxY2FuYXJ5MDAwMSE=",
        "z\0q\0c\0a\0n\0a\0r\0y\0",
    ] {
        assert!(!traces.within(text.as_bytes()).is_empty(), "{text}");
    }
    assert!(traces.within(b"zq canary, canaryzq, enFjYW5hc").is_empty());
}
