//! Characters that no page may hold. The HTML standard names them as four ranges, which do not grow with Unicode: no table of
//! character classes is needed for them.

/// Whether no HTML page may hold this character: no page can show it, or it turns the order of what stands around it,
/// so that a reader, and a reviewer, sees something other than what is written.
pub fn is_control(c: char) -> bool {
    let space = matches!(c, '\n' | '\r' | '\t');
    let turns = ('\u{202a}'..='\u{202e}').contains(&c);
    (c.is_control() && !space)
        || turns
        || (u32::from(c) & 0xfffe) == 0xfffe
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}

/// What to say of such a character.
pub fn control_message(c: char) -> String {
    format!("a page cannot show the character U+{:04X}", u32::from(c))
}
