//! How cells look: quiet, and readable in black and white.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const NAVY: u32 = 0x001F_3864;
const GREY: u32 = 0x00F2_F2F2;
const CLOSED: u32 = 0x00E4_E4E4;
const YELLOW: u32 = 0x00FF_FBE6;
const LINE: u32 = 0x00BF_BFBF;

/// The formats of a workbook.
pub(super) struct Style {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) warning: Format,
    pub(super) band_known: Format,
    pub(super) band_answer: Format,
    pub(super) head: Format,
    pub(super) head_answer: Format,
    pub(super) known: Format,
    pub(super) closed: Format,
    pub(super) answer: Format,
    pub(super) answer_text: Format,
    pub(super) hidden: Format,
}

impl Style {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name("Calibri").set_font_size(10.0);
        let framed = || {
            let cell = base.clone().set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
            cell.set_text_wrap().set_align(FormatAlign::Top)
        };
        let band = || base.clone().set_bold().set_font_size(11.0).set_align(FormatAlign::VerticalCenter);
        let head = || framed().set_bold().set_align(FormatAlign::VerticalCenter);
        let answer = || framed().set_background_color(Color::RGB(YELLOW)).set_unlocked();
        Self {
            title: base.clone().set_bold().set_font_size(16.0).set_font_color(Color::RGB(NAVY)),
            note: base.clone().set_text_wrap().set_align(FormatAlign::Top),
            warning: base.clone().set_bold().set_font_color(Color::RGB(0x00C0_0000)),
            band_known: band().set_background_color(Color::RGB(0x00D9_D9D9)),
            band_answer: band().set_background_color(Color::RGB(NAVY)).set_font_color(Color::White),
            head: head().set_background_color(Color::RGB(0x00E9_E9E9)),
            head_answer: head().set_background_color(Color::RGB(0x00D6_DCE9)),
            known: framed().set_background_color(Color::RGB(GREY)),
            closed: framed().set_background_color(Color::RGB(CLOSED)),
            answer: answer(),
            answer_text: answer().set_num_format_index(49).set_align(FormatAlign::Left),
            hidden: base.set_font_color(Color::RGB(0x0080_8080)),
        }
    }
}
