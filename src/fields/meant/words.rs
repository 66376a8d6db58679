//! Words for the words of a list.

use super::characters::plain;
use super::meaning::Meant;

/// Words of a status in reports: the status, and what to write beside it.
const STATUSES: &[(&[&str], &str, &str)] = &[
    (
        &[
            "done",
            "achieved",
            "implemented",
            "finished",
            "fulfilled",
            "delivered",
            "accomplished",
            "met",
            "success",
            "完了",
            "達成",
            "達成済",
            "達成済み",
            "実施済",
            "実施済み",
            "完了済み",
        ],
        "completed",
        "write `completed`, with `evidence` that shows it",
    ),
    (
        &[
            "on-track",
            "underway",
            "under-way",
            "started",
            "active",
            "in-hand",
            "partial",
            "partially-completed",
            "progressing",
            "進行中",
            "実施中",
            "取組中",
            "着手済み",
            "一部実施",
        ],
        "in-progress",
        "write `in-progress`; `degree: limited` or `degree: substantial` says how far it has come",
    ),
    (
        &["ongoing", "on-going", "continuous", "permanent", "継続", "継続中", "継続実施"],
        "continuing",
        "write `continuing` for work that has no end, or `in-progress`",
    ),
    (
        &[
            "delayed",
            "late",
            "behind",
            "behind-schedule",
            "overdue",
            "at-risk",
            "postponed",
            "off-track",
            "遅延",
            "遅れ",
        ],
        "in-progress",
        "a delay is no status: write `status: in-progress` with `challenges`, and for a new due date an update with `kind: date-change`",
    ),
    (
        &[
            "cancelled",
            "canceled",
            "withdrawn",
            "abandoned",
            "dropped",
            "terminated",
            "discontinued",
            "stopped",
            "中止",
            "取消",
            "取り消し",
            "終了",
        ],
        "closed",
        "write `status: closed` with `outcome: withdrawn`",
    ),
    (&["superseded", "replaced"], "closed", "write `status: closed` with `outcome: superseded`"),
    (&["expired", "lapsed", "obsolete"], "closed", "write `status: closed` with `outcome: lapsed`"),
    (
        &["broken", "failed", "missed", "not-done", "not-achieved", "not-implemented", "unfulfilled"],
        "closed",
        "write `status: closed` with an `outcome` when it ended; that a promise was not kept is an `assessment`, with its `assessor`",
    ),
    (
        &["paused", "suspended", "stalled", "frozen", "interrupted", "deferred", "保留", "中断", "休止"],
        "on-hold",
        "write `on-hold`",
    ),
    (
        &[
            "planned",
            "pending",
            "open",
            "todo",
            "to-do",
            "not-yet-started",
            "new",
            "proposed",
            "未着手",
            "未実施",
            "未開始",
            "予定",
        ],
        "not-started",
        "write `not-started`",
    ),
    (
        &["unknown", "no-information", "not-reported", "not-stated", "none", "n/a", "tbd", "不明", "未定"],
        "",
        "remove `status`: the site shows that an item has no reported status",
    ),
];

/// Words for types of items and updates.
const KINDS: &[(&[&str], &str, &str)] = &[
    (
        &["ongoing", "on-going", "continuous", "permanent"],
        "continuing",
        "write `continuing` for work that has no end",
    ),
    (
        &["regular", "repeated", "periodic", "annual"],
        "recurring",
        "write `recurring` for what repeats at an interval",
    ),
    (&["news", "update", "report"], "progress", "write `progress` for news about the work"),
    (&["amendment"], "text-amendment", "write `text-amendment` for a change of the plan's text"),
    (
        &["delay", "postponement", "extension"],
        "date-change",
        "write `date-change` for a change of the due date",
    ),
];

/// A word of a list as it is usually spelt: `In Progress` is `in-progress`.
fn spelt(written: &str) -> String {
    let (text, _) = plain(written);
    text.to_lowercase().trim_end_matches('.').replace([' ', '_'], "-")
}

/// What was meant by a word that is none of `words`, the value of `key`.
pub(in crate::fields) fn choice(key: &str, written: &str, words: &[&str]) -> Option<Meant> {
    let word = spelt(written);
    if words.contains(&word.as_str()) {
        return Some(Meant { why: format!("write `{word}`"), ..Meant::certainly(word) });
    }
    let table = match key {
        "status" => STATUSES,
        "kind" => KINDS,
        _ => return None,
    };
    let (_, instead, why) = table.iter().find(|(synonyms, ..)| synonyms.contains(&word.as_str()))?;
    match instead.is_empty() {
        true => Some(Meant::unclear(*why)),
        false => words.contains(instead).then(|| Meant::perhaps(*instead, *why)),
    }
}

/// `yes` and `no` in some spellings.
pub(in crate::fields) fn truth(written: &str) -> Option<&'static str> {
    match spelt(written).as_str() {
        "true" | "yes" | "y" | "on" => Some("true"),
        "false" | "no" | "n" | "off" => Some("false"),
        _ => None,
    }
}

/// A number in full-width digits, or as an ordinal.
pub(in crate::fields) fn number(written: &str) -> Option<String> {
    let word = spelt(written);
    let digits = word.trim_end_matches(char::is_alphabetic);
    let ending = &word[digits.len()..];
    let plain = !digits.is_empty() && digits.len() < 10 && digits.chars().all(|c| c.is_ascii_digit());
    (plain && matches!(ending, "" | "st" | "nd" | "rd" | "th")).then(|| digits.to_owned())
}
