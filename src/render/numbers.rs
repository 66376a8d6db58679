//! Numbers and units as a language writes them.

use crate::decimal::Decimal;

/// A space that does not break and is narrower than others.
const NARROW: &str = "\u{202f}";

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberFormat {
    /// What stands between thousands.
    group: &'static str,
    /// What stands before decimals.
    point: &'static str,
    /// What stands between a number and a percent sign.
    before_percent: &'static str,
}

impl NumberFormat {
    /// That of a language, by its code. Of a language that is not here, that of English.
    pub fn of(language: &str) -> Self {
        let main = language.split('-').next().unwrap_or(language).to_ascii_lowercase();
        let (group, point, before_percent) = match main.as_str() {
            "fr" | "cs" | "sk" | "fi" | "sv" | "nb" | "nn" | "no" | "ru" | "uk" | "be" | "bg" | "et"
            | "lt" | "lv" => (NARROW, ",", NARROW),
            "pl" | "pt" | "hu" => (NARROW, ",", ""),
            "de" | "es" | "da" | "ro" | "sl" | "hr" | "sr" | "ca" | "eu" | "gl" | "is" => (".", ",", NARROW),
            "it" | "nl" | "id" | "el" | "tr" | "vi" => (".", ",", ""),
            _ => (",", ".", ""),
        };
        Self { group, point, before_percent }
    }

    /// A number without a unit.
    pub fn number(self, number: &Decimal) -> String {
        number.shown(self.group, self.point)
    }

    /// A number with its unit.
    pub fn with_unit(self, number: &Decimal, unit: Option<&str>) -> String {
        let shown = self.number(number);
        match unit.map(str::trim).filter(|unit| !unit.is_empty()) {
            None => shown,
            Some(unit @ ("%" | "‰")) => format!("{shown}{}{unit}", self.before_percent),
            Some(unit @ ("°" | "′" | "″")) => format!("{shown}{unit}"),
            Some(unit) => format!("{shown}{NARROW}{}", unit_name(unit)),
        }
    }
}

/// A unit as it is printed: `t CO2e` and `km2` with small figures.
pub fn unit_name(unit: &str) -> String {
    const SMALL: [(&str, &str); 4] = [("CO2", "CO₂"), ("CH4", "CH₄"), ("N2O", "N₂O"), ("SF6", "SF₆")];
    let set = SMALL.iter().fold(unit.to_owned(), |unit, (plain, small)| unit.replace(plain, small));
    let power = |word: &str| {
        let length = ["mm", "cm", "dm", "km", "m"].into_iter().find_map(|length| {
            let small = match word.strip_prefix(length)? {
                "2" | "^2" => "²",
                "3" | "^3" => "³",
                _ => return None,
            };
            Some(format!("{length}{small}"))
        });
        length.unwrap_or_else(|| word.to_owned())
    };
    set.split('/')
        .map(|part| part.split(' ').map(power).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_set_as_print_sets_them() {
        let number = Decimal::parse("12345.5").unwrap();
        let set = |language: &str, unit: Option<&str>| NumberFormat::of(language).with_unit(&number, unit);
        assert_eq!(set("en", Some("%")), "12,345.5%");
        assert_eq!(set("en-AU", Some("t CO2e")), "12,345.5\u{202f}t CO₂e");
        assert_eq!(set("ja", Some("km2")), "12,345.5\u{202f}km²");
        assert_eq!(set("de", Some("%")), "12.345,5\u{202f}%");
        assert_eq!(set("fr", None), "12\u{202f}345,5");
        assert_eq!(unit_name("m3/km^2 of land"), "m³/km² of land");
        assert_eq!(unit_name("m25"), "m25");
    }
}
