//! Words that stand beside a date in a cell and say no more than a date does: the day of the week, `end of`, and for a deadline
//! `by`. Any other word can change what is meant: `after June 2027` is not June 2027.

use jiff::civil::Weekday;

/// Days of the week from Monday on: English, French, German, Spanish, Italian, Portuguese and Japanese, in full and short.
const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (
        Weekday::Monday,
        &[
            "monday",
            "mon",
            "lundi",
            "lun",
            "montag",
            "mo",
            "lunes",
            "lunedì",
            "segunda-feira",
            "月曜日",
            "月曜",
            "月",
        ],
    ),
    (
        Weekday::Tuesday,
        &[
            "tuesday",
            "tue",
            "tues",
            "mardi",
            "mar",
            "dienstag",
            "di",
            "martes",
            "martedì",
            "terça-feira",
            "火曜日",
            "火曜",
            "火",
        ],
    ),
    (
        Weekday::Wednesday,
        &[
            "wednesday",
            "wed",
            "mercredi",
            "mer",
            "mittwoch",
            "mi",
            "miércoles",
            "mercoledì",
            "quarta-feira",
            "水曜日",
            "水曜",
            "水",
        ],
    ),
    (
        Weekday::Thursday,
        &[
            "thursday",
            "thu",
            "thur",
            "thurs",
            "jeudi",
            "jeu",
            "donnerstag",
            "do",
            "jueves",
            "giovedì",
            "quinta-feira",
            "木曜日",
            "木曜",
            "木",
        ],
    ),
    (
        Weekday::Friday,
        &[
            "friday",
            "fri",
            "vendredi",
            "ven",
            "freitag",
            "fr",
            "viernes",
            "venerdì",
            "sexta-feira",
            "金曜日",
            "金曜",
            "金",
        ],
    ),
    (
        Weekday::Saturday,
        &[
            "saturday",
            "sat",
            "samedi",
            "sam",
            "samstag",
            "sa",
            "sonnabend",
            "sábado",
            "sabato",
            "土曜日",
            "土曜",
            "土",
        ],
    ),
    (
        Weekday::Sunday,
        &["sunday", "sun", "dimanche", "dim", "sonntag", "so", "domingo", "domenica", "日曜日", "日曜"],
    ),
];

/// What a deadline begins with. Articles are read by whoever reads the date.
const LIMITS: &[&str] = &[
    "by",
    "by the",
    "due",
    "due by",
    "until",
    "till",
    "no later than",
    "not later than",
    "at the latest by",
    "bis",
    "bis zum",
    "bis zu",
    "bis spätestens",
    "spätestens",
    "spätestens bis",
    "d'ici",
    "d'ici à",
    "d'ici au",
    "d'ici la",
    "d'ici le",
    "jusqu'à",
    "jusqu'au",
    "jusqu'en",
    "au plus tard",
    "au plus tard en",
    "au plus tard le",
    "hasta",
    "hasta el",
    "a más tardar",
    "a más tardar el",
    "a más tardar en",
    "entro",
    "entro il",
    "entro la",
    "até",
    "até o",
    "até ao",
    "o mais tardar",
    "遅くとも",
];
/// What a deadline ends with.
const LIMITS_BEHIND: &[&str] = &["at the latest", "latest", "spätestens", "au plus tard", "までに", "まで"];

/// What says which part of a month is meant. A date is not more exact than its month, so the month is what is written.
const PARTS: &[&str] = &[
    "end",
    "end of",
    "the end of",
    "early",
    "mid",
    "mid-",
    "late",
    "middle of",
    "the middle of",
    "beginning of",
    "the beginning of",
    "start of",
    "the start of",
    "ende",
    "anfang",
    "mitte",
    "fin",
    "la fin de",
    "fin de",
    "début",
    "début de",
    "mi-",
    "fines de",
    "finales de",
    "mediados de",
    "principios de",
    "inicio de",
    "fine",
    "fine di",
    "inizio",
    "inizio di",
    "metà",
    "fim de",
    "o fim de",
    "final de",
    "início de",
    "meados de",
];
/// The same behind it.
const PARTS_BEHIND: &[&str] = &["上旬", "初旬", "中旬", "下旬", "初め", "半ば", "末"];

/// A deadline, in small letters, without the words that say that it is one.
pub(super) fn without_limit(text: &str) -> Option<&str> {
    without(text, LIMITS, LIMITS_BEHIND)
}

/// A month, in small letters, without the words that say which part of it.
pub(super) fn without_part(text: &str) -> Option<&str> {
    without(text, PARTS, PARTS_BEHIND)
}

/// The day of the week that a text, in small letters, begins or ends with, and the rest.
pub(super) fn weekday(text: &str) -> Option<(Weekday, &str)> {
    let ends = |rest: &str| rest.starts_with([' ', ',', '.']);
    WEEKDAYS.iter().find_map(|(day, names)| {
        let rest = names.iter().find_map(|name| {
            let before = text.strip_prefix(name).filter(|rest| ends(rest));
            let within = text.strip_suffix(')').and_then(|text| text.strip_suffix(name)?.strip_suffix('('));
            before.map(|rest| rest.trim_start_matches([' ', ',', '.'])).or(within.map(str::trim_end))
        })?;
        Some((*day, rest))
    })
}

fn without<'t>(text: &'t str, before: &[&str], behind: &[&str]) -> Option<&'t str> {
    let begun = before.iter().filter_map(|words| {
        let rest = text.strip_prefix(words)?;
        let is_whole =
            rest.starts_with(char::is_whitespace) || words.ends_with('-') || words.ends_with(is_kanji);
        is_whole.then(|| rest.trim_start())
    });
    let ended = behind.iter().filter_map(|words| {
        let rest = text.strip_suffix(words)?;
        (rest.ends_with([' ', ',']) || words.ends_with(is_kanji)).then(|| rest.trim_end_matches([' ', ',']))
    });
    // The longest words are those that were meant.
    begun.chain(ended).min_by_key(|rest| rest.len()).filter(|rest| !rest.is_empty())
}

/// Whether a sign is of a script without spaces.
fn is_kanji(sign: char) -> bool {
    ('\u{3040}'..='\u{9fff}').contains(&sign)
}
