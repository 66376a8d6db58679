//! The language of a table, by the names of its columns. Its cells have few of the small words by which a text shows it.

use super::names::Name;

/// Names of columns that one language only has, as they are compared.
const NAMES: &[(&str, &str)] = &[
    (
        "en",
        "number|title|heading|commitment|measure|activity|area|theme|pillar|goal|lead|lead agency|responsible\
         |responsible agency|owner|supporting|due|due date|deadline|start|start date|tags|summary|unit|target|value\
         |actual|milestone|milestones|status date|last update|outlook|comments|challenges|next steps|evidence|link|cost",
    ),
    (
        "fr",
        "numero|titre|intitule|texte|mesure|mesures|axe|domaine|objectif|volet|chef de file|pilote|ministere\
         |organisme responsable|service responsable|partenaire|partenaires|echeance|delai|debut|indicateur|indicateurs\
         |unite|cible|valeur|jalon|jalons|etape|etapes|statut|etat|avancement|mise a jour|commentaire|commentaires\
         |remarque|remarques|lien|cout",
    ),
    (
        "de",
        "nr|nummer|titel|massnahme|massnahmen|verpflichtung|handlungsfeld|handlungsfelder|bereich|thema|ziel\
         |verantwortlich|zustandig|zustandigkeit|federfuhrung|frist|termin|beginn|indikator|indikatoren|einheit\
         |ausgangswert|zielwert|wert|meilenstein|meilensteine|stand|sachstand|umsetzungsstand|datum|ampel|bemerkung\
         |bemerkungen|kommentar|kosten",
    ),
    (
        "es",
        "titulo|nombre|texto|medida|medidas|compromiso|compromisos|accion|acciones|actividad|eje|ejes|objetivo|objetivos\
         |entidad responsable|ministerio|plazo|fecha limite|inicio|indicador|indicadores|unidad|hito|hitos|estado|fecha\
         |semaforo|comentario|comentarios|enlace|presupuesto|costo|coste",
    ),
];

/// The language that most names of columns are in; none when there is no such one.
pub(super) fn of(names: &[Name]) -> Option<&'static str> {
    let is_japanese = |name: &&Name| {
        name.words.chars().any(|sign| ('\u{3041}'..='\u{30ff}').contains(&sign) || is_han(sign))
    };
    if names.iter().filter(is_japanese).count() * 2 > names.len() {
        return Some("ja");
    }
    let count =
        |known: &str| names.iter().filter(|name| known.split('|').any(|known| name.words == known)).count();
    let counts: Vec<(&str, usize)> =
        NAMES.iter().map(|(language, known)| (*language, count(known))).collect();
    let most = counts.iter().map(|(_, count)| *count).max().filter(|most| *most > 0)?;
    let mut best = counts.iter().filter(|(_, count)| *count == most).map(|(language, _)| *language);
    let first = best.next();
    first.filter(|_| best.next().is_none())
}

fn is_han(sign: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::{Name, of};

    #[test]
    fn the_names_of_columns_show_the_language() {
        for (names, language) in [
            ("No,Action,Lead,Due date", Some("en")),
            ("N°,Mesure,Chef de file,Échéance,Statut", Some("fr")),
            ("Nr.,Maßnahme,Zuständig,Frist", Some("de")),
            ("N.º,Acción,Responsable,Plazo", Some("es")),
            ("番号,取組,担当府省,期限", Some("ja")),
            ("No,Action", None),
            ("", None),
        ] {
            let names: Vec<Name> = names.split(',').map(Name::of).collect();
            assert_eq!(of(&names), language, "{names:?}");
        }
    }
}
