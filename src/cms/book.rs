//! The settings of the forms for a book.

use serde_json::{Value, json};

use super::backend::Host;
use super::choices::Choices;
use super::collections::Maker;
use super::written::Written;
use crate::config::Config;
use crate::plan::Plan;
use crate::source::Tree;

/// A book, as far as the forms need it.
#[derive(Debug, Clone, Copy)]
pub struct Project<'a> {
    /// Its settings.
    pub config: &'a Config,
    /// The plan as the audience of the page may see it: its items are listed by name.
    pub plan: &'a Plan,
    /// Its files.
    pub tree: &'a Tree,
}

/// The settings as JSON. `None` where the host needs the address of the repository, and book.toml has none.
pub fn settings(project: Project<'_>, host: Host) -> Option<Value> {
    let Project { config, plan, tree } = project;
    let choices = Choices::of(plan, config);
    let written = Written::of(tree, config.translations());
    let maker = Maker {
        choices: &choices,
        written: &written,
        translated: !config.translations().is_empty(),
        has_default_kind: !written.forms("plan", "kinds").is_empty(),
        language: config.language(),
    };
    let mut settings = json!({
        "backend": host.backend(config.repository.as_ref())?,
        "app_title": config.title,
        "load_config_file": true,
        // Pictures go where texts can refer to them.
        "media_folder": "content/files",
        "public_folder": "/files",
        // Names keep the full stops of numbers, such as 3.1.
        "slug": { "encoding": "unicode", "clean_accents": true, "maxlength": 100 },
        "output": { "omit_empty_optional_fields": true, "yaml": { "quote": "none" } },
        "show_preview_links": false,
    });
    if let Some(base) = &config.base_url {
        settings["site_url"] = json!(base);
    }
    if host.has_review() {
        settings["publish_mode"] = json!("editorial_workflow");
    }
    if maker.translated {
        settings["i18n"] = json!({
            "structure": "multiple_files",
            "locales": config.languages,
            "default_locale": config.language(),
            "initial_locales": "default",
            "omit_default_locale_from_filename": true,
        });
    }
    settings["collections"] = json!(maker.collections());
    if let Some(plan) = maker.plan() {
        settings["singletons"] = json!([plan]);
    }
    Some(settings)
}
