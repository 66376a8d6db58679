//! Measures how well the colours that meet on a page can be distinguished, on every kind of screen.
//!
//! Which tokens meet is written in `theme.toml`: no program can see that in a style sheet. What they hold is read from
//! the joined sheets, so that a theme which sets one colour is held against all others that it did not set.

mod colour;
mod scheme;
mod sheet;
mod tokens;

pub use scheme::{SCHEMES, Scheme};

use crate::diag::{Diagnostic, Span, code};
use crate::render::{Meeting, Pair, Sources};
use colour::{Colour, WHITE};
use sheet::Declaration;
use tokens::{TokenValue, Tokens};

/// The token of what lies behind everything.
const PAPER: &str = "paper";

/// A pair and its contrast.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// The two tokens.
    pub pair: Pair,
    /// The contrast for each of the [`SCHEMES`]; `None` where it could not be measured.
    pub ratios: [Option<f64>; SCHEMES.len()],
}

/// Measures every pair of a theme, and reports those that are too alike.
pub fn measure(sources: &Sources) -> (Vec<Measured>, Vec<Diagnostic>) {
    let sheets = sources.sheets.iter().enumerate();
    let declarations: Vec<Declaration> =
        sheets.flat_map(|(index, source)| sheet::read(index, &source.text)).collect();
    let mut ruler = Ruler { sources, declarations: &declarations, diagnostics: Vec::new() };
    let mut measured: Vec<Measured> = Vec::new();
    for (pair, built_in) in &sources.pairs {
        let known = |m: &Measured| {
            (&m.pair.front, &m.pair.back, m.pair.meeting) == (&pair.front, &pair.back, pair.meeting)
        };
        if !measured.iter().any(known) {
            measured.push(ruler.pair(pair, *built_in));
        }
    }
    (measured, ruler.diagnostics)
}

/// A contrast as it is shown. Cut off, not rounded: what is shown as enough is enough.
pub fn shown(ratio: f64) -> String {
    format!("{:.2}", (ratio * 100.0).floor() / 100.0)
}

struct Ruler<'a> {
    sources: &'a Sources,
    declarations: &'a [Declaration],
    diagnostics: Vec<Diagnostic>,
}

/// The two colours of a pair on one kind of screen, and the declarations that they come from.
struct Seen<'a> {
    ratio: f64,
    from: [Vec<&'a Declaration>; 2],
}

impl<'a> Ruler<'a> {
    fn pair(&mut self, pair: &Pair, built_in: bool) -> Measured {
        let mut ratios = [None; SCHEMES.len()];
        // The same two colours may meet on several kinds of screen; that is one thing to fix.
        let mut too_low: Vec<(Diagnostic, Vec<&str>)> = Vec::new();
        for (scheme, ratio) in SCHEMES.into_iter().zip(&mut ratios) {
            let Some(seen) = self.see(pair, built_in, scheme) else { continue };
            *ratio = Some(seen.ratio);
            if seen.ratio < pair.meeting.needed() {
                let diagnostic = self.low(pair, &seen);
                match too_low.iter_mut().find(|(known, _)| *known == diagnostic) {
                    Some((_, schemes)) => schemes.push(scheme.name),
                    None => too_low.push((diagnostic, vec![scheme.name])),
                }
            }
        }
        for (mut diagnostic, schemes) in too_low {
            diagnostic.message = format!("{} ({})", diagnostic.message, schemes.join("; "));
            self.diagnostics.push(diagnostic);
        }
        Measured { pair: pair.clone(), ratios }
    }

    /// `None` when one of the colours is not known, which is reported.
    fn see(&mut self, pair: &Pair, built_in: bool, scheme: Scheme) -> Option<Seen<'a>> {
        let tokens = Tokens { declarations: self.declarations, scheme };
        let place = (!built_in).then_some(pair.span);
        let front = self.colour(tokens, &pair.front, place);
        let back = self.colour(tokens, &pair.back, place);
        let ((front, front_from), (back, back_from)) = (front?, back?);
        let paper = tokens.value(PAPER).and_then(|value| Colour::read(&value.text, scheme)).unwrap_or(WHITE);
        let back = back.over(paper.over(WHITE));
        Some(Seen { ratio: front.over(back).contrast(back), from: [front_from, back_from] })
    }

    fn colour(
        &mut self,
        tokens: Tokens<'a>,
        name: &str,
        pair: Option<Span>,
    ) -> Option<(Colour, Vec<&'a Declaration>)> {
        let Some(TokenValue { text, from }) = tokens.value(name) else {
            let diagnostic = self.unknown(name, pair);
            self.once(diagnostic);
            return None;
        };
        let colour = Colour::read(&text, tokens.scheme);
        if colour.is_none() {
            let diagnostic = self.unmeasured(name, &text, &from);
            self.once(diagnostic);
        }
        Some((colour?, from))
    }

    fn once(&mut self, diagnostic: Diagnostic) {
        if !self.diagnostics.contains(&diagnostic) {
            self.diagnostics.push(diagnostic);
        }
    }

    fn unknown(&self, name: &str, pair: Option<Span>) -> Diagnostic {
        let message = format!("no style sheet sets the token `--{name}` for every screen");
        let names: Vec<&str> = self.declarations.iter().map(|d| d.name.as_str()).collect();
        match pair {
            Some(span) => Diagnostic::new(code::UNKNOWN_TOKEN, span, message).help(
                match crate::diag::closest(name, names.iter().copied()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => "set the token in `:root`, as in `:root { --accent: #7a1f3d; }`".to_owned(),
                },
            ),
            None => Diagnostic::placeless(code::UNKNOWN_TOKEN, message)
                .help("the built-in style sheets use it: set it in `:root` in a sheet of the theme"),
        }
    }

    fn unmeasured(&self, name: &str, text: &str, from: &[&Declaration]) -> Diagnostic {
        let message = format!("`--{name}` is `{text}`, a colour that planbook cannot measure");
        let help = "write a plain colour, such as #7a1f3d or rgb(122 31 61), or measure it in a browser";
        self.placed(code::UNMEASURED_COLOR, from, message).help(help)
    }

    fn low(&self, pair: &Pair, seen: &Seen<'_>) -> Diagnostic {
        let kind = if pair.meeting == Meeting::Text { "text needs" } else { "shapes and lines need" };
        let message = format!(
            "`--{}` on `--{}` has a contrast of {}, and {kind} {:.1}",
            pair.front,
            pair.back,
            shown(seen.ratio),
            pair.meeting.needed()
        );
        let [front, back] = &seen.from;
        let both: Vec<&Declaration> = front.iter().chain(back).copied().collect();
        let diagnostic = self.placed(code::LOW_CONTRAST, &both, message);
        let help =
            "make one of the two darker or lighter; `planbook theme check --verbose` lists all contrasts";
        let other = back.iter().find_map(|d| self.place(d)).filter(|place| Some(*place) != diagnostic.span);
        match other {
            Some(other) => diagnostic.help(help).label(other, "this is the background"),
            None => diagnostic.help(help),
        }
    }

    /// A problem at the first of the declarations that is in the theme's own sheets.
    fn placed(&self, code: crate::diag::Code, from: &[&Declaration], message: String) -> Diagnostic {
        match from.iter().find_map(|declaration| self.place(declaration)) {
            Some(span) => Diagnostic::new(code, span, message),
            None => Diagnostic::placeless(code, message),
        }
    }

    fn place(&self, declaration: &Declaration) -> Option<Span> {
        let file = self.sources.sheets.get(declaration.sheet)?.file?;
        Some(Span::new(file, declaration.range.clone()))
    }
}
