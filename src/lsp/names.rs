//! What a key can name that is part of the book, and no record with an id: themes, pictures, indicators and so on.

use super::book::Checked;
use super::records::{Entry, plan_of};
use crate::diag::Span;
use crate::markdown::path_from;
use crate::parse::{Indicator, STATIC_FOLDER, is_logo_type};
use crate::plan::{Index as _, Item, Ix, Plan, Titled as _};
use crate::render;
use crate::schema::Naming;
use crate::vocabulary::{Choice as _, MenuGroup};

/// All that a key of a file can name.
pub(super) fn all(checked: &Checked, path: &str, naming: Naming) -> Vec<Entry> {
    let plan = plan_of(checked.book.plan(), path);
    match naming {
        Naming::Page => {
            let pages = plan.pages.iter();
            pages.map(|page| Entry::of(&page.document.id, page.title(), "page")).collect()
        }
        Naming::Theme => {
            let themes = render::themes(&checked.tree, &checked.book.config);
            let usable = themes.iter().filter(|theme| theme.problem.is_none());
            usable
                .map(|theme| Entry::of(&theme.name, theme.title.as_deref().unwrap_or_default(), "theme"))
                .collect()
        }
        Naming::MenuGroup => {
            let own = checked.book.config.navigation.groups.iter().map(|group| group.title.own.as_str());
            let known = MenuGroup::CHOICES.iter().map(|(word, _)| *word);
            own.chain(known).map(|name| Entry::of(name, "", "group")).collect()
        }
        Naming::StaticPicture | Naming::Font | Naming::Picture | Naming::Figures => {
            let files = checked.tree.files().map(|(_, file)| file.path.as_str());
            let names =
                files.filter(|file| is_kind(file, naming)).filter_map(|file| name(file, path, naming));
            names.map(|name| Entry::of(name, "", "file")).collect()
        }
        Naming::Indicator => {
            let indicators = indicators(plan, path);
            indicators.into_iter().map(|it| Entry::of(&it.id.value, &it.title, "indicator")).collect()
        }
    }
}

/// Where that is written which a key names.
pub(super) fn place(checked: &Checked, path: &str, naming: Naming, name: &str) -> Option<Span> {
    let plan = plan_of(checked.book.plan(), path);
    let file = match naming {
        Naming::Page => {
            let page = plan.pages.iter().find(|page| page.document.id == name)?;
            return Some(page.document.record.span);
        }
        Naming::Indicator => {
            let found = indicators(plan, path).into_iter().find(|it| it.id.value == name)?;
            return Some(found.id.span);
        }
        Naming::Theme => format!("themes/{name}/theme.toml"),
        Naming::MenuGroup => return None,
        Naming::StaticPicture => format!("{STATIC_FOLDER}{name}"),
        Naming::Font => name.to_owned(),
        Naming::Picture | Naming::Figures => path_from(path, name)?,
    };
    Some(Span::new(checked.tree.find(&file)?, 0..0))
}

fn is_kind(file: &str, naming: Naming) -> bool {
    let ends = |endings: &[&str]| endings.iter().any(|ending| file.to_lowercase().ends_with(ending));
    match naming {
        Naming::Font => ends(&[".ttf", ".otf", ".ttc", ".otc"]),
        Naming::Figures => ends(&[".csv"]),
        _ => is_logo_type(file),
    }
}

/// What a file is called where it is named, if it can be.
fn name<'f>(file: &'f str, from: &str, naming: Naming) -> Option<&'f str> {
    match naming {
        Naming::StaticPicture => file.strip_prefix(STATIC_FOLDER),
        Naming::Font => Some(file),
        _ => file.strip_prefix(&from[..from.rfind('/').map_or(0, |at| at + 1)]),
    }
}

/// The indicators that an update in a file can have values of: those of its items; of all, where these are not known yet.
fn indicators<'p>(plan: &'p Plan, path: &str) -> Vec<&'p Indicator> {
    let own = plan.items.indices().filter(|ix| plan.items.at(*ix).document.record.path == path);
    let about = plan.updates.iter().filter(|update| update.document.record.path == path);
    let mut items: Vec<Ix<Item>> = own.chain(about.flat_map(|update| update.items.iter().copied())).collect();
    items.sort_unstable();
    items.dedup();
    let of = |items: &[Ix<Item>]| {
        items.iter().flat_map(|ix| &plan.items.at(*ix).document.measured).collect::<Vec<_>>()
    };
    if items.is_empty() { of(&plan.items.indices().collect::<Vec<_>>()) } else { of(&items) }
}
