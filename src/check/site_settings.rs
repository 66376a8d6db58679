//! What the settings of the site name must be there: pages of the menu and the foot, and the files of the logo.

use memchr::memmem;

use super::LintContext;
use crate::config::{LinkTarget, SiteLink};
use crate::diag::{Diagnostic, Spanned, code};
use crate::parse::{STATIC_FOLDER, is_picture};
use crate::source::Content;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let config = context.config;
    let of_menu = config.navigation.add.iter().map(|(link, _)| link);
    found.extend(of_menu.chain(&config.look.links).filter_map(|link| no_page(context, link)));
    let files = config.look.logo.iter().flat_map(|logo| std::iter::once(&logo.file).chain(&logo.dark));
    found.extend(files.filter_map(|file| no_picture(context, file)));
}

fn no_page(context: &LintContext<'_>, link: &SiteLink) -> Option<Diagnostic> {
    let LinkTarget::Page(id) = &link.target else { return None };
    let ids = || context.plan.pages.iter().map(|page| page.document.id.as_str());
    if ids().any(|known| known == id.value) {
        return None;
    }
    let message = format!("there is no page `{}`", id.value);
    let problem = Diagnostic::new(code::UNKNOWN_VALUE, id.span, message).suggest_from(&id.value, ids());
    Some(problem.help(
        "write the id of a file in content/pages/, without .md; lists of the site stand in the menu already",
    ))
}

fn no_picture(context: &LintContext<'_>, file: &Spanned<String>) -> Option<Diagnostic> {
    let path = [STATIC_FOLDER, file.value.as_str()].concat();
    let problem = |message: String| Diagnostic::new(code::WRONG_TYPE, file.span, message);
    let Some(id) = context.tree.find(&path) else {
        let files = context.tree.below(STATIC_FOLDER).map(|(_, file)| file.path.as_str());
        let names = files.filter_map(|path| path.strip_prefix(STATIC_FOLDER));
        let problem = problem(format!("the file of the logo, {path}, does not exist"));
        return Some(
            problem
                .suggest_from(&file.value, names)
                .help("put the picture into content/static/, and write its path in that folder"),
        );
    };
    // Of other pictures, their first bytes were looked at when they were read.
    let draws = |content: &Content| memmem::find(content.bytes(), b"<svg").is_some();
    let is_drawing = !path.ends_with(".svg") || context.tree.content(id).is_some_and(draws);
    if is_picture(&path) && is_drawing {
        return None;
    }
    let help = "save it as SVG, PNG, JPEG, GIF, WebP or AVIF, with that file extension in lower case";
    Some(problem(format!("the file of the logo, {path}, is not a picture")).help(help))
}
