//! What the settings of the site name must be there: pages of the menu and the foot, the files of the logo, a font.

use super::LintContext;
use crate::config::{LinkTarget, SiteLink};
use crate::diag::{Diagnostic, FileId, Span, Spanned, code};
use crate::parse::{
    PageDocument, STATIC_FOLDER, is_hidden_file, is_logo_type, is_right_static_file, why_no_drawing,
};
use crate::source::Content;

pub(super) fn check(context: &LintContext<'_>, found: &mut Vec<Diagnostic>) {
    let config = context.config;
    let of_menu = config.navigation.add.iter().map(|(link, _)| link);
    let links: Vec<&SiteLink> = of_menu.chain(&config.look.links).collect();
    found.extend(links.iter().filter_map(|link| no_page(context, link)));
    found.extend(empty_pages(context, &links));
    found.extend(logo_files(context).filter_map(|file| no_picture(context, file)));
    found.extend(config.outputs.card_font().and_then(|file| no_font(context, file)));
}

/// A font for cards that is not there, or is none.
fn no_font(context: &LintContext<'_>, file: &Spanned<String>) -> Option<Diagnostic> {
    let path = &file.value;
    let problem = |message: String| Diagnostic::new(code::WRONG_TYPE, file.span, message);
    let is_font = |path: &str| [".ttf", ".otf", ".ttc", ".otc"].iter().any(|end| path.ends_with(end));
    let Some(id) = context.tree.find(path) else {
        let fonts = context.tree.files().map(|(_, file)| file.path.as_str()).filter(|path| is_font(path));
        let problem = problem(format!("the font of the preview images, {path}, is not a file of the book"));
        return Some(problem.suggest_from(path, fonts).help(
            "put the font into the folder `fonts` of your theme, and write its path from the book's folder, as in `card-font = \"themes/default/fonts/NotoSansJP-Bold.otf\"`",
        ));
    };
    match context.tree.content(id) {
        // It was too large, or is none of a kind that is read; why was reported.
        Some(Content::Refused) => return None,
        Some(Content::Bytes(bytes)) if ttf_parser::Face::parse(bytes, 0).is_ok() => return None,
        _ => {}
    }
    let problem = problem(format!("the font of the preview images, {path}, cannot be read"));
    Some(problem.help("take it as TrueType or OpenType (.ttf, .otf or .ttc); fonts for websites (.woff, .woff2) are compressed"))
}

fn no_page(context: &LintContext<'_>, link: &SiteLink) -> Option<Diagnostic> {
    let LinkTarget::Page(id) = &link.target else { return None };
    let ids = || context.plan.pages.iter().map(|page| page.document.id.as_str());
    if ids().any(|known| known == id.value) {
        return internal_page(context, id);
    }
    let message = format!("there is no page `{}`", id.value);
    let name = id.value.trim_matches('/').rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.strip_suffix(".md").unwrap_or(name);
    let problem = Diagnostic::new(code::UNKNOWN_VALUE, id.span, message).suggest_from(name, ids());
    Some(problem.help(
        "write the id of a file in content/pages/, without .md; for a list of the site or another site, write `url` with its full address",
    ))
}

/// A page that the public site does not have, so that nothing leads there in its menu or at the foot of its pages.
fn internal_page(context: &LintContext<'_>, id: &Spanned<String>) -> Option<Diagnostic> {
    let is_public = context.public.pages.iter().any(|page| page.document.id == id.value);
    // Where the plan itself is internal, there is no public site.
    if is_public || context.public.items.is_empty() {
        return None;
    }
    let message = format!("the page `{}` is internal, so the public site has no link to it here", id.value);
    let help = format!(
        "lead to a public page, or make content/pages/{}.md public; the internal site has the link",
        id.value
    );
    Some(Diagnostic::new(code::LINK_TO_INTERNAL, id.span, message).help(help))
}

/// Pages to which the menu or the foot of the pages leads, and which say nothing: an imprint is begun with its title.
fn empty_pages(context: &LintContext<'_>, links: &[&SiteLink]) -> Vec<Diagnostic> {
    let is_named = |id: &str| links.iter().any(|link| link.page() == Some(id));
    let pages = context.plan.pages.iter().map(|page| &page.document);
    let empty = pages.filter(|page| is_named(&page.id) && page.record.body.is_empty());
    let problem = |page: &PageDocument| {
        let message = format!("the page `{}` has no text, and all pages lead to it", page.id);
        let help = "write its text below the second line of `---`, or take it out of `[nav]` and `[footer]`";
        Diagnostic::new(code::FILL_IN, page.record.span, message).help(help)
    };
    empty.map(|page| problem(page)).collect()
}

fn no_picture(context: &LintContext<'_>, file: &Spanned<String>) -> Option<Diagnostic> {
    let path = [STATIC_FOLDER, file.value.as_str()].concat();
    let problem = |message: String| Diagnostic::new(code::WRONG_TYPE, file.span, message);
    let Some(id) = context.tree.find(&path) else {
        let problem = problem(format!("the file of the logo, {path}, does not exist"));
        let problem = match static_file(context, &file.value) {
            Some(meant) => problem.suggest(meant),
            None => problem.suggest_from(&file.value, static_files(context)),
        };
        return Some(problem.help("put the picture into content/static/, and write its path in that folder"));
    };
    if is_hidden_file(&file.value) {
        let problem = problem(format!("the file of the logo, {path}, is hidden, so the site leaves it out"));
        return Some(problem.help("give the file a name that does not begin with a full stop"));
    }
    // A file that no site can have was reported as such; whether other pictures are whole was looked at then.
    if !is_right_static_file(context.tree, id) {
        return None;
    }
    let problem = problem(format!("the file of the logo, {path}, is not a picture"));
    if !is_logo_type(&path) {
        return Some(
            problem
                .help("save it as SVG, PNG, JPEG, GIF, WebP or AVIF, with that file extension in lower case"),
        );
    }
    let drawing = context.tree.text(id).filter(|_| path.ends_with(".svg"));
    drawing.and_then(why_no_drawing).map(|help| problem.help(help))
}

/// Takes out what else was said of the files of a logo: that a hidden one is left out, which the settings say where they name it;
/// and that one does not exist which is a link out of the book.
pub fn say_once(context: &LintContext<'_>, problems: &mut Vec<Diagnostic>) {
    let path = |file: &Spanned<String>| [STATIC_FOLDER, file.value.as_str()].concat();
    let hidden = logo_files(context).filter(|file| is_hidden_file(&file.value));
    let hidden: Vec<FileId> = hidden.filter_map(|file| context.tree.find(&path(file))).collect();
    let out_of_book = problems.iter().filter(|problem| problem.code == code::OUTSIDE_TREE);
    let links: Vec<String> = out_of_book.filter_map(|problem| problem.path.clone()).collect();
    let is_link = |path: &str| {
        let behind = |link: &String| path.strip_prefix(link.as_str());
        links.iter().filter_map(behind).any(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let of_links: Vec<Span> =
        logo_files(context).filter(|file| is_link(&path(file))).map(|file| file.span).collect();
    problems.retain(|problem| match (problem.code, problem.span) {
        (code::STRAY_FILE, Some(span)) => !hidden.contains(&span.file),
        (code::WRONG_TYPE, Some(span)) => !of_links.contains(&span),
        _ => true,
    });
}

/// The files that are named as the logo.
fn logo_files<'a>(context: &'a LintContext<'_>) -> impl Iterator<Item = &'a Spanned<String>> {
    let logo = context.config.look.logo.iter();
    logo.flat_map(|logo| std::iter::once(&logo.file).chain(&logo.dark))
}

/// The files for the root of the site, by their paths there.
fn static_files<'a>(context: &'a LintContext<'_>) -> impl Iterator<Item = &'a str> {
    let files = context.tree.below(STATIC_FOLDER).map(|(_, file)| file.path.as_str());
    files.filter_map(|path| path.strip_prefix(STATIC_FOLDER))
}

/// The one of these files that was named by its path from somewhere else, or by its name alone.
fn static_file<'a>(context: &'a LintContext<'_>, written: &str) -> Option<&'a str> {
    let name = written.rsplit(['/', '\\']).next().filter(|name| !name.is_empty())?;
    let mut same = static_files(context).filter(|path| path.rsplit('/').next() == Some(name));
    same.next().filter(|_| same.next().is_none())
}
