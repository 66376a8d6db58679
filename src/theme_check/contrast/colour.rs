//! Colours: from CSS text to the contrast of two.

use super::scheme::{Scheme, split};

/// A colour as red, green, blue and opacity from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Colour([f64; 4]);

/// The paper behind a colour that lets something through, when nothing else is known.
pub(super) const WHITE: Colour = Colour([1.0, 1.0, 1.0, 1.0]);

impl Colour {
    /// Reads a colour; `light-dark()` gives the one for the scheme. `None` when only a browser can know it.
    pub(super) fn read(text: &str, scheme: Scheme) -> Option<Self> {
        let text = text.trim();
        if let Some(inner) = text.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')) {
            let choices = split(inner, ",");
            return Self::read_plain(choices.get(usize::from(scheme.is_dark()))?.trim());
        }
        Self::read_plain(text)
    }

    fn read_plain(text: &str) -> Option<Self> {
        let colour = csscolorparser::parse(text).ok()?;
        Some(Self([colour.r, colour.g, colour.b, colour.a].map(|part| f64::from(part).clamp(0.0, 1.0))))
    }

    /// This colour as it is seen over another.
    pub(super) fn over(self, behind: Self) -> Self {
        let alpha = self.0[3];
        let mix = |part: usize| self.0[part] * alpha + behind.0[part] * (1.0 - alpha);
        Self([mix(0), mix(1), mix(2), 1.0])
    }

    /// The contrast of two colours, from 1 to 21, as WCAG 2.2 has it.
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: f64| {
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0[0]) + 0.7152 * linear(self.0[1]) + 0.0722 * linear(self.0[2])
    }
}

#[cfg(test)]
mod tests {
    use super::super::SCHEMES;
    use super::*;

    fn contrast(a: &str, b: &str) -> String {
        let read = |text| Colour::read(text, SCHEMES[1]).expect(text);
        format!("{:.2}", read(a).over(read(b)).contrast(read(b)))
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        assert_eq!(contrast("#000", "white"), "21.00");
        assert_eq!(contrast("#777", "#fff"), "4.48");
        assert_eq!(contrast("rgb(0 0 0 / 50%)", "#fff"), "3.98");
        assert_eq!(contrast("light-dark(red, hsl(0 0% 0%))", "oklch(1 0 0)"), "21.00");
    }

    #[test]
    fn what_only_a_browser_knows_is_no_colour() {
        for text in ["currentColor", "color-mix(in srgb, red, blue)", "12px", "light-dark(red)", ""] {
            assert_eq!(Colour::read(text, SCHEMES[1]), None, "{text}");
        }
    }
}
