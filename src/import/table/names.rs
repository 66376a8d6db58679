//! The names that columns have for the keys of planbook, in the languages of plans.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What a column can be, each with the names that columns have for it: in English, French, German, Spanish and Japanese, in
/// the singular, between upright bars. They are written as [`fold`] makes them: in lower case and without accents. The likelier
/// names stand first.
pub(super) const KEYS: &[(&str, &str)] = &[
    (
        "id",
        "id|no|nr|number|ref|reference|ref no|item no|action no|code|numero|n|num|nummer\
         |laufende nummer|lfd nr|kennung|n o|s n|s no|sl no|sr no|serial no|serial number|番号|項番|no 番号|項目番号|整理番号",
    ),
    (
        "title",
        "title|short title|name|heading|headline|item|action title|titre|intitule|titre court\
         |titel|kurztitel|bezeichnung|uberschrift|titulo|nombre|titulo corto|denominacion|件名\
         |題名|タイトル|名称|施策名|事業名",
    ),
    (
        "text",
        "text|full text|wording|commitment|action|action item|action point|measure|activity\
         |recommendation|deliverable|description|texte|mesure|engagement|activite|recommandation\
         |libelle|massnahme|verpflichtung|aktion|aktivitat|empfehlung|beschreibung|wortlaut|texto\
         |medida|compromiso|accion|actividad|recomendacion|descripcion|内容|取組|施策|取組内容\
         |本文|行動",
    ),
    (
        "area",
        "area|theme|pillar|goal|objective|section|chapter|category|topic|priority area\
         |thematic area|work area|strategic objective|axe|domaine|thematique|pilier|objectif\
         |chapitre|categorie|volet|handlungsfeld|bereich|themenfeld|thema|ziel|kapitel|kategorie\
         |saule|eje|tema|pilar|objetivo|seccion|capitulo|categoria|ambito|分野|領域|柱|大項目\
         |テーマ|priority|priorite|prioritat|prioridad|優先分野",
    ),
    ("code", "code|action code|item code|id code|codigo|コード|管理番号"),
    ("kind", "kind|type|commitment type|種別"),
    (
        "lead",
        "lead|lead agency|lead body|lead department|lead ministry|lead institution\
         |lead organisation|lead organization|lead department institution\
         |lead implementing agency|responsible|responsible agency|responsible body\
         |responsible party|responsible department|responsible institution|responsible entity\
         |responsibility|owner|ministry|agency|department|implementing agency|responsable\
         |chef de file|pilote|organisme responsable|ministere|service responsable|porteur\
         |verantwortlich|zustandig|federfuhrung|federfuhrend|zustandigkeit|ministerium\
         |verantwortliche stelle|zustandige stelle|entidad responsable|organismo responsable\
         |ministerio|institucion responsable|lider|担当|担当府省|担当省庁|担当部局\
         |担当課|主管|所管",
    ),
    (
        "supporting",
        "supporting|support|supporting agency|supporting body|partner|supporting department\
         |partenaire|appui|mitwirkend|beteiligte|partnerinnen|socio|apoyo|entidad de apoyo|協力\
         |関係省庁|連携先",
    ),
    ("partners", "external partner|other partner|autre partenaire|weitere partner|otro socio|協力団体"),
    (
        "due",
        "due|due date|deadline|target date|end date|by when|timeline|completion date\
         |expected completion|planned completion|end|echeance|date limite|date de fin|delai\
         |calendrier|frist|fallig|falligkeit|termin|enddatum|bis wann|zeitrahmen|plazo\
         |fecha limite|fecha de termino|fecha de finalizacion|vencimiento|cronograma|期限|達成期限\
         |完了予定|終了",
    ),
    (
        "start",
        "start|start date|begin|from|beginning|debut|date de debut|beginn|startdatum|anfang\
         |inicio|fecha de inicio|開始|開始日|着手",
    ),
    (
        "cadence",
        "cadence|frequency|periodicity|frequence|periodicite|haufigkeit|turnus|frecuencia\
         |periodicidad|頻度",
    ),
    (
        "tags",
        "tag|label|keyword|topics|etiquette|mot cle|schlagwort|schlagworter|stichwort|stichworter\
         |etiqueta|palabra clave|タグ|キーワード",
    ),
    ("summary", "summary|in short|resume|zusammenfassung|resumen|要約|概要"),
    (
        "indicators",
        "indicator|kpi|performance indicator|indicateur|indikator|indikatoren|kennzahl|kennzahlen\
         |indicador|indicadores|指標",
    ),
    (
        "unit",
        "unit|unit of measure|unit of measurement|unite|einheit|einheiten|unidad|unidad de medida\
         |単位",
    ),
    (
        "baseline",
        "baseline|baseline value|base value|valeur de reference|valeur de base\
         |situation de reference|ausgangswert|basiswert|linea de base|linea base|valor base|基準値",
    ),
    ("target", "target|target value|cible|valeur cible|zielwert|zielwerte|meta|valor meta|目標値|目標"),
    (
        "value",
        "value|current value|latest value|actual|actual value|result|valeur|valeur actuelle|wert\
         |istwert|ist wert|aktueller wert|valor|valor actual|実績|実績値|現状値",
    ),
    ("milestones", "milestone|jalon|etape|meilenstein|meilensteine|hito|マイルストーン"),
    (
        "status",
        "status|state|current status|progress status|implementation status\
         |status of implementation|statut|etat|etat d avancement|avancement|stand|sachstand\
         |umsetzungsstand|bearbeitungsstand|stand der umsetzung|estado|situacion|estado de avance\
         |estado actual|状況|進捗|進捗状況|実施状況|ステータス|状態",
    ),
    (
        "status-date",
        "status date|date of status|status as of|as of|last update|last updated|updated\
         |updated on|update date|reporting date|report date|date du statut|mise a jour\
         |date de mise a jour|derniere mise a jour|stand vom|stand am|aktualisiert\
         |aktualisiert am|letzte aktualisierung|fecha del estado|fecha de actualizacion\
         |ultima actualizacion|更新日|時点|基準日",
    ),
    (
        "outlook",
        "outlook|rag|rag status|rag rating|traffic light|perspective|prevision|ampel|ampelstatus\
         |ausblick|perspectiva|semaforo|見通し",
    ),
    (
        "note",
        "comment|progress|note|remark|latest update|progress note|progress update|status note\
         |commentaire|remarque|observation|progres|bemerkung|bemerkungen|kommentar|kommentare\
         |anmerkung|anmerkungen|fortschritt|comentario|observacion|avance|nota|備考|コメント",
    ),
    (
        "challenges",
        "challenge|issue|obstacle|risk|barrier|reason for delay|difficulte|defi|herausforderung\
         |herausforderungen|hindernis|hindernisse|desafio|dificultad|課題",
    ),
    (
        "next-steps",
        "next step|prochaine etape|nachster schritt|nachste schritte|proximo paso|今後の予定\
         |今後の取組",
    ),
    ("evidence", "evidence|proof|preuve|justificatif|nachweis|nachweise|beleg|evidencia|根拠"),
    (
        "see",
        "see|link|url|website|web page|web site|lien|site web|webseite|enlace|sitio web|リンク\
         |参考url",
    ),
    (
        "contact",
        "contact|contact person|contact point|email|e mail|focal point|courriel|point de contact\
         |kontakt|ansprechpartner|ansprechperson|contacto|correo|correo electronico|連絡先\
         |問合せ先",
    ),
    (
        "aliases",
        "alias|old id|old number|old no|former id|previous number|ancien numero|alte nummer\
         |numero anterior|旧番号",
    ),
    (
        "budget",
        "budget|cost|estimated cost|budget allocation|cout|cout estime|budget prevu|kosten|mittel\
         |presupuesto|coste|costo|予算|予算額",
    ),
];

/// The keys that may have several columns: a target for each year.
pub(super) const SEVERAL: &[&str] = &["target", "value"];

/// The name of a column as names are compared, and what stands beside it: a unit or a year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Name {
    /// The words in lower case, without accents, brackets and signs.
    pub(super) words: String,
    /// What stands in brackets, as it was written.
    pub(super) beside: Option<String>,
    /// The year at the end: `Target 2030`.
    pub(super) year: Option<String>,
}

impl Name {
    /// Takes a name apart: `Échéance (mois)`, `Target 2030`, `title/en`.
    pub(super) fn of(written: &str) -> Self {
        let plain: String = written.nfkc().collect();
        let (before, beside) = brackets(&plain);
        let mut words = fold(&before);
        let mut year = beside.as_deref().and_then(year_in);
        if let Some((rest, last)) = words.rsplit_once(' ')
            && let Some(found) = year_in(last)
        {
            year = Some(found);
            words = rest.to_owned();
        }
        // `title/en`, `title_en`: the language of what is in the column.
        let marked = plain.rsplit_once(['/', '_']).map(|(_, last)| fold(last));
        let is_language =
            |word: &String| word.len() == 2 && word.chars().all(|sign| sign.is_ascii_lowercase());
        if let Some(language) = marked.filter(is_language)
            && let Some(rest) = words.strip_suffix(&format!(" {language}"))
        {
            words = rest.to_owned();
        }
        Self { words, beside, year }
    }

    /// Whether a name of the table is this one, in the singular or the plural.
    pub(super) fn is(&self, known: &str) -> bool {
        self.words == known || singular(&self.words) == singular(known)
    }
}

/// A name without what it has in brackets, and that.
fn brackets(name: &str) -> (String, Option<String>) {
    let inner = |open: char, close: char| {
        let (before, rest) = name.split_once(open)?;
        let (inner, after) = rest.split_once(close)?;
        Some((format!("{before} {after}"), Some(inner.trim().to_owned())))
    };
    // A name that is nothing but brackets has only them.
    inner('(', ')')
        .or_else(|| inner('[', ']'))
        .filter(|(rest, _)| !fold(rest).is_empty())
        .unwrap_or_else(|| (name.to_owned(), None))
}

/// Lower case, no accents, one space for each run of other signs.
pub(super) fn fold(text: &str) -> String {
    let sharp = text.to_lowercase().replace('ß', "ss").replace("n°", "no").replace('#', " no ");
    // The marks of Japanese letters are parts of them.
    let kept = |sign: &char| !is_combining_mark(*sign) || matches!(sign, '\u{3099}' | '\u{309a}');
    let plain: String = sharp.nfkd().filter(kept).nfc().collect();
    let spaced: String =
        plain.chars().map(|sign| if sign.is_alphanumeric() || sign == 'ー' { sign } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Each word without the ending of its plural, and of its grammar: `Maßnahme`, `Maßnahmen`; `acción`, `acciones`.
fn singular(words: &str) -> String {
    let one = |word: &str| {
        let many = word.trim_end_matches('s');
        match word.len() {
            _ if !word.is_ascii() || word.len() < 3 => word.to_owned(),
            _ if word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
            _ if many.len() < 6 => many.to_owned(),
            _ => many.trim_end_matches(['e', 'n', 'r']).to_owned(),
        }
    };
    words.split(' ').map(one).collect::<Vec<_>>().join(" ")
}

/// `2030`, `in 2022`, `FY2024`.
fn year_in(text: &str) -> Option<String> {
    let mut words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    let is_year = |word: &str| {
        let digits = word.strip_prefix("FY").or(word.strip_prefix("fy")).unwrap_or(word);
        digits.len() == 4 && digits.parse().is_ok_and(|year: u32| (1900..2200).contains(&year))
    };
    words.find(|word| is_year(word)).map(str::to_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(written: &str) -> Option<&'static str> {
        let name = Name::of(written);
        KEYS.iter().find(|(_, names)| names.split('|').any(|known| name.is(known))).map(|(key, _)| *key)
    }

    #[test]
    fn names_are_known_in_five_languages_in_the_singular_and_the_plural() {
        for (written, expected) in [
            ("No.", "id"),
            ("N°", "id"),
            ("Nº", "id"),
            ("#", "id"),
            ("Nr.", "id"),
            ("Numéro", "id"),
            ("番号", "id"),
            ("項目番号", "id"),
            ("N.º", "id"),
            ("S/N", "id"),
            ("Sl. No.", "id"),
            ("Sr. No", "id"),
            ("Commitments", "text"),
            ("Mesures", "text"),
            ("Maßnahmen", "text"),
            ("MASSNAHME", "text"),
            ("Compromisos", "text"),
            ("Acciones", "text"),
            ("Recommendations", "text"),
            ("取組内容", "text"),
            ("Activities", "text"),
            ("Échéance", "due"),
            ("Frist", "due"),
            ("Plazo", "due"),
            ("期限", "due"),
            ("Completion date", "due"),
            ("Lead department/institution", "lead"),
            ("Responsible agencies", "lead"),
            ("Responsables", "lead"),
            ("Zuständig", "lead"),
            ("担当省庁", "lead"),
            ("Objectifs", "area"),
            ("Handlungsfelder", "area"),
            ("Ejes", "area"),
            ("分野", "area"),
            ("Área", "area"),
            ("Indicateurs", "indicators"),
            ("Indikatoren", "indicators"),
            ("Milestones", "milestones"),
            ("Meilensteine", "milestones"),
            ("Hitos", "milestones"),
            ("Jalons", "milestones"),
            ("État d’avancement", "status"),
            ("Umsetzungsstand", "status"),
            ("Estado", "status"),
            ("進捗状況", "status"),
            ("Budget (EUR)", "budget"),
            ("Coût estimé", "budget"),
            ("Kosten [T€]", "budget"),
            ("予算（百万円）", "budget"),
            ("title/en", "title"),
            ("Text_fr", "text"),
            ("Target 2030", "target"),
            ("Baseline (2022)", "baseline"),
            ("ﾀｸﾞ", "tags"),
            ("E-Mail", "contact"),
        ] {
            assert_eq!(key(written).unwrap_or(""), expected, "{written}");
        }
    }

    #[test]
    fn units_and_years_stand_beside_the_words() {
        let name = Name::of("Budget (in EUR million)");
        assert_eq!((name.words.as_str(), name.beside.as_deref()), ("budget", Some("in EUR million")));
        assert_eq!(Name::of("Target 2030").year.as_deref(), Some("2030"));
        assert_eq!(Name::of("Baseline (FY2022)").year.as_deref(), Some("FY2022"));
        assert_eq!(Name::of("(note)").words, "note");
    }
}
