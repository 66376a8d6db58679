//! Which templates a page is made with: its own, those that it extends and includes, and those whose components it uses.
//!
//! The template engine keeps this to itself, so it is read from the texts.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostic, Span, code};
use crate::render::TemplateSource;

/// The templates of a theme and which of them use which.
pub(super) struct Templates<'a> {
    sources: &'a [TemplateSource],
    /// How the engine finds the built-in template when the theme has none of that name.
    prefixes: &'a [String],
    by_name: BTreeMap<&'a str, usize>,
    /// The template that defines each component; a theme's own wins.
    components: BTreeMap<&'a str, usize>,
}

impl<'a> Templates<'a> {
    /// All templates, the built-in ones first, with what the names of these begin with.
    pub(super) fn new(sources: &'a [TemplateSource], prefixes: &'a [String]) -> Self {
        let by_name =
            sources.iter().enumerate().map(|(index, source)| (source.name.as_str(), index)).collect();
        let mut components = BTreeMap::new();
        for (index, source) in sources.iter().enumerate() {
            for rest in tags(&source.text).filter_map(|tag| tag.strip_prefix("component ")) {
                components.insert(word(rest.trim_start()), index);
            }
        }
        Self { sources, prefixes, by_name, components }
    }

    /// The template of that name: the theme's own, or the built-in one.
    fn find(&self, name: &str) -> Option<usize> {
        let with = |prefix: &String| self.by_name.get([prefix, name].concat().as_str());
        // A built-in theme has the templates of those below it, under its own name too.
        let bare = self.prefixes.iter().find_map(|prefix| name.strip_prefix(prefix.as_str()));
        let built_in = || self.prefixes.iter().find_map(with);
        let below =
            || self.prefixes.iter().find_map(|prefix| self.by_name.get([prefix, bare?].concat().as_str()));
        self.by_name.get(name).or_else(built_in).or_else(below).copied()
    }

    /// All templates that a page of this one is made with.
    pub(super) fn behind(&self, template: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut open: Vec<usize> = self.find(template).into_iter().collect();
        while let Some(index) = open.pop() {
            if found.insert(index) {
                open.extend(self.used(&self.sources[index].text));
            }
        }
        found
    }

    fn used(&self, text: &str) -> Vec<usize> {
        let names = tags(text).filter_map(|tag| {
            let rest = tag.strip_prefix("extends ").or_else(|| tag.strip_prefix("include "))?;
            let name = rest.trim_start();
            let quote = name.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
            self.find(name[1..].split(quote).next()?)
        });
        let calls = tags(text).filter_map(|tag| self.components.get(word(tag.strip_prefix('<')?)).copied());
        names.chain(calls).collect()
    }

    /// Reports the templates of the theme that are behind none of those that were `rendered`.
    pub(super) fn unused<'t>(&self, rendered: impl Iterator<Item = &'t str>) -> Vec<Diagnostic> {
        let used: BTreeSet<usize> = rendered.flat_map(|template| self.behind(template)).collect();
        let unused = self.sources.iter().enumerate().filter(|(index, _)| !used.contains(index));
        unused
            .filter_map(|(_, source)| {
                let message = format!("no page uses {}", source.name);
                let help = if source.name.starts_with("partials/") {
                    format!("add `{{% include \"{}\" %}}` to a template, or remove the file", source.name)
                } else {
                    "extend it in the other templates, or remove the file".to_owned()
                };
                Some(
                    Diagnostic::new(code::UNUSED_TEMPLATE, Span::new(source.file?, 0..0), message).help(help),
                )
            })
            .collect()
    }
}

/// What stands in `{% … %}` and `{{ … }}`, without the white space before it.
fn tags(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find('{')?;
            let (opening, after) = rest[start..].split_at_checked(2)?;
            let end = match opening {
                "{%" => "%}",
                "{{" => "}}",
                "{#" => "#}",
                _ => {
                    rest = &rest[start + 1..];
                    continue;
                }
            };
            let length = after.find(end)?;
            rest = &after[length + 2..];
            if opening != "{#" {
                return Some(after[..length].trim_start_matches('-').trim_start());
            }
        }
    })
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(sources: &[(&str, &str)], template: &str) -> Vec<String> {
        let sources: Vec<TemplateSource> = sources
            .iter()
            .map(|(name, text)| TemplateSource {
                name: (*name).to_owned(),
                text: (*text).to_owned(),
                file: None,
            })
            .collect();
        let prefixes = ["city/".to_owned(), "default/".to_owned()];
        let found = Templates::new(&sources, &prefixes).behind(template);
        found.into_iter().map(|index| sources[index].name.clone()).collect()
    }

    #[test]
    fn all_that_is_behind_a_page_is_found() {
        let sources = [
            ("default/a.html", "{%- extends 'b.html' %}{{ <c x=1/> }}"),
            ("default/b.html", "{ {# {% include \"no.html\" %} #}{% include \"d.html\" %}"),
            ("default/c.html", "{% component c(x) %}{% endcomponent %}"),
            ("default/d.html", ""),
            ("default/no.html", ""),
            ("b.html", "{% extends \"default/b.html\" %}"),
            ("c.html", "{% component c(x) %}{% <e> %}{% </e> %}{% endcomponent %}"),
            ("e.html", "{% component e() %}{"),
        ];
        assert_eq!(
            behind(&sources, "a.html"),
            ["default/a.html", "default/b.html", "default/d.html", "b.html", "c.html", "e.html"]
        );
        assert_eq!(behind(&sources, "nope.html"), Vec::<String>::new());
        let layered = [
            ("default/a.html", ""),
            ("default/d.html", ""),
            ("city/a.html", "{% extends \"default/a.html\" %}"),
            ("a.html", "{% extends \"city/a.html\" %}{% include \"d.html\" %}"),
        ];
        assert_eq!(behind(&layered, "a.html"), ["default/a.html", "default/d.html", "city/a.html", "a.html"]);
        assert_eq!(behind(&layered[..3], "a.html"), ["default/a.html", "city/a.html"]);
        let of_layer = [("default/d.html", ""), ("d.html", "{% extends \"city/d.html\" %}")];
        assert_eq!(behind(&of_layer, "d.html"), ["default/d.html", "d.html"]);
    }
}
