//! The time zone in which a day begins. The data are part of the program, so that each machine has the same.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

use crate::date::Day;
use crate::diag::{Diagnostic, Spanned, closest, code};

/// The zone of books that name none.
pub(super) const UTC: &str = "UTC";

/// Abbreviations that most people use for one zone.
const ABBREVIATIONS: [(&str, &str); 9] = [
    ("JST", "Asia/Tokyo"),
    ("UTC+9", "Asia/Tokyo"),
    ("KST", "Asia/Seoul"),
    ("AEST", "Australia/Sydney"),
    ("AEDT", "Australia/Sydney"),
    ("AWST", "Australia/Perth"),
    ("ACST", "Australia/Adelaide"),
    ("NZST", "Pacific/Auckland"),
    ("BST", "Europe/London"),
];

/// The name of a zone as its list has it: a name is the same in capital letters.
pub(super) fn known(name: &str) -> Option<String> {
    let zone = TimeZoneDatabase::bundled().get(name).ok()?;
    zone.iana_name().map(str::to_owned)
}

/// The day in a zone.
pub(super) fn day(zone: &str, now: Timestamp) -> Day {
    TimeZoneDatabase::bundled().get(zone).unwrap_or(TimeZone::UTC).to_datetime(now).date()
}

/// What to say of another name.
pub(super) fn unknown(written: &Spanned<String>) -> Diagnostic {
    let message = format!("`{}` is not the name of a time zone", written.value);
    let problem = Diagnostic::new(code::UNKNOWN_VALUE, written.span, message).help(
        "write the continent and the largest city of the zone, as in \"Asia/Tokyo\", \"Australia/Sydney\" or \"Europe/Paris\"",
    );
    let names: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
    // Who writes only the city means the zone of that city.
    let city = written.value.replace(' ', "_").to_lowercase();
    let of_city =
        names.iter().find(|name| name.rsplit_once('/').is_some_and(|(_, last)| last.to_lowercase() == city));
    if let Some((_, name)) = ABBREVIATIONS.iter().find(|(short, _)| written.value.eq_ignore_ascii_case(short))
    {
        return problem.suggest(*name);
    }
    // Short names are too near to each other: the list has EST, and nobody who writes JST means it.
    let alike = || {
        let long = written.value.len() > 5;
        long.then(|| closest(&written.value, names.iter().map(String::as_str))).flatten()
    };
    match of_city.map(String::as_str).or_else(alike) {
        Some(name) => problem.suggest(name),
        None => problem,
    }
}

#[cfg(test)]
mod tests {
    use super::{day, known};

    #[test]
    fn a_day_begins_where_people_are() {
        // Eight in the evening in Greenwich.
        let evening = "2024-06-30T20:00:00Z".parse().unwrap();
        for (zone, today) in [
            ("UTC", "2024-06-30"),
            ("Asia/Tokyo", "2024-07-01"),
            ("Australia/Sydney", "2024-07-01"),
            ("America/New_York", "2024-06-30"),
            ("Pacific/Kiritimati", "2024-07-01"),
        ] {
            assert_eq!(day(zone, evening).to_string(), today, "{zone}");
        }
        // Canberra is an hour further from Greenwich in January.
        assert_eq!(
            day("Australia/Canberra", "2024-01-14T13:30:00Z".parse().unwrap()).to_string(),
            "2024-01-15"
        );
        assert_eq!(
            day("Australia/Canberra", "2024-07-14T13:30:00Z".parse().unwrap()).to_string(),
            "2024-07-14"
        );
        assert_eq!(known("asia/tokyo").as_deref(), Some("Asia/Tokyo"));
        assert_eq!(known("Asia/Tokio"), None);
        for none in ["", "JST-9", "Local", "/etc/localtime", "../UTC"] {
            assert_eq!(known(none), None, "{none}");
        }
    }
}
