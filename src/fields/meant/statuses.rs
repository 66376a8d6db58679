//! Words of a status in reports.

use super::spelling::{bare, spelt};
use crate::vocabulary::{Choice as _, Status};

/// A row of the table: words for one status.
pub(super) struct StatusWords {
    /// As they are written, in lower case, with hyphens and without accents.
    words: &'static [&'static str],
    /// The status; empty when there is none.
    pub(super) status: &'static str,
    /// The keys that belong beside it.
    beside: &'static [(&'static str, &'static str)],
    /// What to write.
    pub(super) why: &'static str,
}

const DELAY: &str = "a delay is no status: write `status: in-progress` with `challenges`, and for a new due date an update with `kind: date-change`";

/// The words in English, French, German, Spanish and Japanese.
const STATUSES: &[StatusWords] = &[
    StatusWords {
        words: &[
            "done",
            "complete",
            "achieved",
            "implemented",
            "fully-implemented",
            "finished",
            "fulfilled",
            "delivered",
            "accomplished",
            "met",
            "success",
            "termine",
            "terminee",
            "acheve",
            "achevee",
            "realise",
            "realisee",
            "accompli",
            "mis-en-oeuvre",
            "fait",
            "abgeschlossen",
            "erledigt",
            "umgesetzt",
            "fertig",
            "erfullt",
            "completado",
            "completada",
            "terminado",
            "terminada",
            "realizado",
            "realizada",
            "cumplido",
            "cumplida",
            "finalizado",
            "finalizada",
            "完了",
            "達成",
            "達成済",
            "達成済み",
            "実施済",
            "実施済み",
            "完了済み",
        ],
        status: "completed",
        beside: &[],
        why: "write `completed`, with `evidence` that shows it",
    },
    StatusWords {
        words: &[
            "on-track",
            "on-schedule",
            "on-target",
            "en-bonne-voie",
            "im-plan",
            "im-zeitplan",
            "planmassig",
            "en-plazo",
            "segun-lo-previsto",
            "順調",
        ],
        status: "in-progress",
        beside: &[("outlook", "on-track")],
        why: "write `in-progress`, and `outlook: on-track` if that is what they say",
    },
    StatusWords {
        words: &[
            "underway",
            "under-way",
            "started",
            "active",
            "in-hand",
            "partial",
            "partially-completed",
            "partially-implemented",
            "incomplete",
            "unfinished",
            "progressing",
            "en-cours",
            "commence",
            "commencee",
            "demarre",
            "en-cours-de-realisation",
            "in-bearbeitung",
            "in-arbeit",
            "in-umsetzung",
            "begonnen",
            "lauft",
            "teilweise-umgesetzt",
            "en-curso",
            "en-proceso",
            "en-progreso",
            "en-marcha",
            "iniciado",
            "iniciada",
            "en-ejecucion",
            "進行中",
            "実施中",
            "取組中",
            "着手済み",
            "一部実施",
            "未完了",
        ],
        status: "in-progress",
        beside: &[],
        why: "write `in-progress`; `degree: limited` or `degree: substantial` says how far it has come",
    },
    StatusWords {
        words: &[
            "ongoing",
            "on-going",
            "continuous",
            "permanent",
            "permanente",
            "continu",
            "continue",
            "laufend",
            "daueraufgabe",
            "fortlaufend",
            "continuo",
            "continua",
            "継続",
            "継続中",
            "継続実施",
        ],
        status: "continuing",
        beside: &[],
        why: "write `continuing` for work that has no end, or `in-progress`",
    },
    StatusWords {
        words: &["at-risk", "a-risque", "gefahrdet", "en-riesgo"],
        status: "in-progress",
        beside: &[("outlook", "at-risk")],
        why: "a risk is no status: write `status: in-progress` and `outlook: at-risk`, with `challenges`",
    },
    StatusWords {
        words: &[
            "delayed",
            "late",
            "behind",
            "behind-schedule",
            "overdue",
            "postponed",
            "off-track",
            "en-retard",
            "retarde",
            "retardee",
            "reporte",
            "reportee",
            "verspatet",
            "verzogert",
            "in-verzug",
            "verschoben",
            "retrasado",
            "retrasada",
            "atrasado",
            "atrasada",
            "con-retraso",
            "aplazado",
            "aplazada",
            "遅延",
            "遅れ",
        ],
        status: "in-progress",
        beside: &[("outlook", "off-track")],
        why: DELAY,
    },
    StatusWords {
        words: &[
            "cancelled",
            "canceled",
            "withdrawn",
            "abandoned",
            "dropped",
            "terminated",
            "discontinued",
            "stopped",
            "annule",
            "annulee",
            "abandonne",
            "abandonnee",
            "retire",
            "retiree",
            "abgebrochen",
            "eingestellt",
            "zuruckgezogen",
            "storniert",
            "cancelado",
            "cancelada",
            "abandonado",
            "abandonada",
            "retirado",
            "retirada",
            "中止",
            "取消",
            "取り消し",
            "終了",
        ],
        status: "closed",
        beside: &[("outcome", "withdrawn")],
        why: "write `status: closed` with `outcome: withdrawn`",
    },
    StatusWords {
        words: &["superseded", "replaced", "remplace", "remplacee", "ersetzt", "sustituido", "sustituida"],
        status: "closed",
        beside: &[("outcome", "superseded")],
        why: "write `status: closed` with `outcome: superseded`",
    },
    StatusWords {
        words: &["expired", "lapsed", "obsolete", "caduc", "caduque", "obsolet", "caducado", "obsoleto"],
        status: "closed",
        beside: &[("outcome", "lapsed")],
        why: "write `status: closed` with `outcome: lapsed`",
    },
    StatusWords {
        words: &["broken", "failed", "missed", "not-done", "not-achieved", "not-implemented", "unfulfilled"],
        status: "closed",
        beside: &[],
        why: "write `status: closed` with an `outcome` when it ended; that a promise was not kept is an `assessment`, with its `assessor`",
    },
    StatusWords {
        words: &[
            "paused",
            "suspended",
            "stalled",
            "frozen",
            "interrupted",
            "deferred",
            "en-pause",
            "suspendu",
            "suspendue",
            "en-attente",
            "pausiert",
            "ausgesetzt",
            "ruht",
            "zuruckgestellt",
            "en-pausa",
            "suspendido",
            "suspendida",
            "detenido",
            "detenida",
            "保留",
            "中断",
            "休止",
        ],
        status: "on-hold",
        beside: &[],
        why: "write `on-hold`",
    },
    StatusWords {
        words: &[
            "planned",
            "pending",
            "open",
            "todo",
            "to-do",
            "not-yet-started",
            "new",
            "proposed",
            "non-commence",
            "non-commencee",
            "pas-commence",
            "non-demarre",
            "a-venir",
            "prevu",
            "prevue",
            "a-faire",
            "nicht-begonnen",
            "noch-nicht-begonnen",
            "offen",
            "geplant",
            "ausstehend",
            "no-iniciado",
            "no-iniciada",
            "sin-iniciar",
            "pendiente",
            "previsto",
            "prevista",
            "por-iniciar",
            "未着手",
            "未実施",
            "未開始",
            "予定",
        ],
        status: "not-started",
        beside: &[],
        why: "write `not-started`",
    },
    StatusWords {
        words: &[
            "unknown",
            "no-information",
            "not-reported",
            "not-stated",
            "none",
            "n/a",
            "tbd",
            "inconnu",
            "unbekannt",
            "desconocido",
            "不明",
            "未定",
        ],
        status: "",
        beside: &[],
        why: "remove `status`: the site shows that an item has no reported status",
    },
];

/// A status, and the keys that belong beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeantStatus {
    /// The word of the list of statuses.
    pub status: &'static str,
    /// Further keys of the update and their values.
    pub beside: &'static [(&'static str, &'static str)],
}

/// The status that a word of a report stands for, in the languages that planbook knows; `None` when it is none, or when a
/// person has to say what became of the item.
pub fn status(written: &str) -> Option<MeantStatus> {
    let word = bare(&spelt(written));
    if let Some((known, _)) = Status::CHOICES.iter().find(|(known, _)| *known == word) {
        let decided = !Status::NOT_WRITTEN.contains(known) && *known != CLOSED;
        return decided.then_some(MeantStatus { status: known, beside: &[] });
    }
    let found = find(&word)?;
    let decided = !found.status.is_empty() && (found.status != CLOSED || !found.beside.is_empty());
    decided.then_some(MeantStatus { status: found.status, beside: found.beside })
}

/// Whether a word of a report says that an item ended, however it did.
pub fn ends_item(written: &str) -> bool {
    let word = bare(&spelt(written));
    word == CLOSED || find(&word).is_some_and(|row| row.status == CLOSED)
}

/// Whether a word that says so is also used for what nobody began yet.
pub fn may_not_have_begun(written: &str) -> bool {
    ["not-done", "not-achieved", "not-implemented"].contains(&bare(&spelt(written)).as_str())
}

/// The status that needs an `outcome`.
const CLOSED: &str = "closed";

/// The row of the table that has a word, which is spelt and bare.
pub(super) fn find(word: &str) -> Option<&'static StatusWords> {
    STATUSES.iter().find(|row| row.words.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::meant::spelling::bare;

    #[test]
    fn every_word_stands_in_one_row_and_as_it_is_compared() {
        let all: Vec<&str> = STATUSES.iter().flat_map(|row| row.words).copied().collect();
        for word in &all {
            assert_eq!(bare(&spelt(word)), *word);
            assert_eq!(all.iter().filter(|other| *other == word).count(), 1, "{word}");
        }
    }

    #[test]
    fn words_of_reports_are_statuses_with_what_belongs_beside_them() {
        for (written, expected, beside) in [
            ("Completed", "completed", None),
            ("Terminée", "completed", None),
            ("In Bearbeitung", "in-progress", None),
            ("No iniciado", "not-started", None),
            ("実施中", "in-progress", None),
            ("ＡＴ　ＲＩＳＫ", "in-progress", Some(("outlook", "at-risk"))),
            ("Verzögert", "in-progress", Some(("outlook", "off-track"))),
            ("annulée", "closed", Some(("outcome", "withdrawn"))),
            ("on hold", "on-hold", None),
        ] {
            let found = status(written);
            assert_eq!(found.map(|found| found.status), Some(expected), "{written}");
            assert_eq!(found.and_then(|found| found.beside.first().copied()), beside, "{written}");
        }
        for written in ["closed", "failed", "unbekannt", "not-reported", "soon", ""] {
            assert_eq!(status(written), None, "{written}");
        }
        for (written, ends) in
            [("Closed", true), ("failed", true), ("中止", true), ("done", false), ("", false)]
        {
            assert_eq!(ends_item(written), ends, "{written}");
        }
    }
}
