//! How the cells of an OpenDocument spreadsheet show their numbers and dates: a date whose format has no day shows a month.

use std::collections::BTreeMap;

use super::super::office::{Event, Events, Package, attribute};
use super::number_format::Format;

/// A style has a parent, which has a parent; no program nests them deeper.
const DEEPEST: usize = 16;

/// The styles of a file by their names.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// How numbers are written.
    formats: BTreeMap<String, Format>,
    /// Styles of cells: the name of how its numbers are written, and of the style that it comes from.
    cells: BTreeMap<String, [Option<String>; 2]>,
    /// Styles that say whether words are struck out.
    struck: BTreeMap<String, bool>,
}

impl Styles {
    /// Reads the styles of a file. Those of its content have precedence over those that it has for all content.
    pub(super) fn read(package: &mut Package<'_>) -> Result<Self, String> {
        let mut styles = Self::default();
        if let Some(text) = package.text("styles.xml")? {
            styles.add(&text)?;
        }
        styles.add(&package.required("content.xml")?)?;
        Ok(styles)
    }

    /// How a style of cells writes numbers; `None` when it does not say.
    pub(super) fn format(&self, style: &str) -> Option<Format> {
        let mut style = style;
        for _ in 0..DEEPEST {
            let [format, parent] = self.cells.get(style)?;
            if let Some(format) = format {
                return self.formats.get(format).copied();
            }
            style = parent.as_deref()?;
        }
        None
    }

    /// Whether a style strikes words out, or one that it comes from.
    pub(super) fn is_struck(&self, style: &str) -> bool {
        let mut style = style;
        for _ in 0..DEEPEST {
            if let Some(own) = self.struck.get(style) {
                return *own;
            }
            let Some([_, Some(parent)]) = self.cells.get(style) else { return false };
            style = parent;
        }
        false
    }

    fn add(&mut self, text: &str) -> Result<(), String> {
        let mut number: Option<Number> = None;
        let mut style = String::new();
        for event in Events::of(text) {
            match event? {
                // The cells follow, which can be many.
                Event::Open(name, _) if name == "body" => break,
                Event::Open(name, attributes) => {
                    let value = |key| attribute(&attributes, key).map(str::to_owned);
                    if name == "text-properties" {
                        let line = value("text-line-through-style").or(value("text-line-through-type"));
                        self.struck.extend(line.map(|line| (style.clone(), line != "none")));
                    } else if name == "style" {
                        style = value("name").unwrap_or_default();
                        let of = [value("data-style-name"), value("parent-style-name")];
                        self.cells.extend(value("name").map(|name| (name, of)));
                    } else if let Some(kind) = Kind::of(&name) {
                        number = Some(Number {
                            name: value("name").unwrap_or_default(),
                            kind,
                            ..Number::default()
                        });
                    } else if let Some(number) = &mut number {
                        number.part(&name, &attributes);
                    }
                }
                Event::Close(name) if Kind::of(&name).is_some() => {
                    self.formats.extend(number.take().map(|number| (number.name.clone(), number.format())));
                }
                Event::Close(_) | Event::Text(_) => {}
            }
        }
        Ok(())
    }
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Percentage,
    Date,
}

impl Kind {
    fn of(element: &str) -> Option<Self> {
        match element {
            "number-style" | "currency-style" => Some(Self::Number),
            "percentage-style" => Some(Self::Percentage),
            "date-style" => Some(Self::Date),
            _ => None,
        }
    }
}

/// A way to write numbers that is being read.
#[derive(Default)]
struct Number {
    name: String,
    kind: Kind,
    has_day: bool,
    has_month: bool,
    has_year: bool,
    digits: Option<usize>,
    is_grouped: bool,
    /// Whether it shows another number: so many thousands, a fraction, a power.
    is_other: bool,
}

impl Number {
    fn part(&mut self, element: &str, attributes: &[(String, String)]) {
        let value = |key| attribute(attributes, key);
        match element {
            "day" | "day-of-week" => self.has_day = true,
            "month" => self.has_month = true,
            "year" => self.has_year = true,
            "number" => {
                self.digits = value("decimal-places").and_then(|digits| digits.parse().ok());
                self.is_grouped = value("grouping") == Some("true");
                self.is_other = value("display-factor").is_some_and(|factor| factor != "1");
            }
            "scientific-number" | "fraction" => self.is_other = true,
            _ => {}
        }
    }

    fn format(&self) -> Format {
        let digits = self.digits.filter(|_| !self.is_other);
        match self.kind {
            Kind::Date if !self.has_day && self.has_year => {
                if self.has_month {
                    Format::Month
                } else {
                    Format::Year
                }
            }
            Kind::Date => Format::Day,
            Kind::Percentage => Format::Percent(digits),
            Kind::Number => {
                digits.map_or(Format::Plain, |digits| Format::Decimals { digits, pads: !self.is_grouped })
            }
        }
    }
}
