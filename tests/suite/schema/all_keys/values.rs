//! What a key takes, in words.

use planbook::schema::{EnumValue, Naming, Shape, Target};

use super::lists::Lists;
use super::mappings::Mappings;

/// How many words of a list stand in a cell; of more there is a link.
const FEW: usize = 5;

pub(super) fn words(shape: &Shape, mappings: &Mappings, lists: &Lists) -> String {
    let inner = |shape: &Shape| words(shape, mappings, lists);
    let mapping = |of| format!("a [mapping](#{})", mappings.anchor(of));
    match shape {
        Shape::Text | Shape::Name | Shape::Label | Shape::Markdown | Shape::Decimal | Shape::Boolean => {
            simple(shape).to_owned()
        }
        Shape::Verbatim(of) => inner(of),
        Shape::Number(least, most) => format!("whole number from {least} to {most}"),
        Shape::Enum(list) => choice(&list(), lists),
        Shape::Reference(target) => reference(*target).to_owned(),
        Shape::List(of) => format!("list: {}", inner(of)),
        Shape::Maps(of) | Shape::Records(of) => format!("list of [mappings](#{})", mappings.anchor(of)),
        Shape::Map(of) => mapping(of),
        Shape::ValueOrMap(of, more) => format!("{}, or {}", inner(of), mapping(more)),
        Shape::Words(list, more) => {
            format!("your own words, each with {}, or with {}", choice(&list(), lists), mapping(more))
        }
        Shape::Own(of) => format!("your own names, each with {}", inner(of)),
        Shape::Levels(_) => {
            "[checks](checks/README.md), each with `\"error\"`, `\"warning\"` or `\"off\"`; and `baseline`"
                .to_owned()
        }
        shape => written(shape).to_owned(),
    }
}

fn simple(shape: &Shape) -> &'static str {
    match shape {
        Shape::Label => "text, or a text for each language",
        Shape::Markdown => "text in Markdown",
        Shape::Decimal => "number",
        Shape::Boolean => "`true` or `false`",
        _ => "text",
    }
}

/// Values that have a form.
fn written(shape: &Shape) -> &'static str {
    match shape {
        Shape::Date => "date, or `ongoing`",
        Shape::OwnDate => "date",
        Shape::Cadence => "interval, such as `2 years`",
        Shape::Address => "URL",
        Shape::Link => "URL, or `mailto:` and an address",
        Shape::Contact => "address of a contact",
        Shape::Language => "language code",
        Shape::Id | Shape::NameOf(Naming::Indicator) => "id",
        Shape::NameOf(_) => "text",
        Shape::Code => "code",
        Shape::Tag => "tag: `GROUP/TAG`",
        Shape::FormerId => "former id or address",
        Shape::AreaNumber => "number",
        other => panic!("no words for {other:?}"),
    }
}

fn reference(target: Target) -> &'static str {
    match target {
        Target::Area => "id of an area",
        Target::Item => "id of an item",
        Target::Update => "id of an update",
        Target::Agency => "id of an agency",
        Target::Forum => "id of a forum",
        Target::Source => "id of a source",
        Target::Edition => "id of an edition",
        Target::ItemOfEdition => "id of an item of that edition",
    }
}

fn choice(list: &[EnumValue], lists: &Lists) -> String {
    if list.len() > FEW {
        return format!("one of [{} words](#{})", list.len(), lists.anchor(list));
    }
    let words: Vec<String> = list.iter().map(|(word, _)| format!("`{word}`")).collect();
    format!("[one of](#{}) {}", lists.anchor(list), words.join(", "))
}
