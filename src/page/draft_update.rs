//! The file that somebody begins when a page makes them want to add something: an update with what the page knows filled
//! in. Its headline and its source are empty, so `check` refuses it until somebody has filled them in.

use std::fmt::Write as _;

use super::builder::ViewBuilder;
use super::views::ProposeView;
use crate::language_marks::unmarked;
use crate::plan::{Index as _, Item, Ix, RecordIx};
use crate::vocabulary::Kind;

/// A new file: where it goes, and what is in it.
struct Draft {
    path: String,
    text: String,
}

impl ViewBuilder<'_> {
    /// Where an update on what the page shows is proposed, when the book says where its files are kept.
    pub(super) fn propose(&self, record: Option<RecordIx>) -> Option<ProposeView> {
        let repository = self.context.config.repository.as_ref()?;
        let mut draft = self.draft(record);
        draft.text = unmarked(&draft.text);
        Some(ProposeView {
            href: repository.new_url(&draft.path, &draft.text),
            copy: (!repository.takes_text()).then_some(draft.text),
            path: draft.path,
        })
    }

    /// Where a reader who cannot edit says what is missing or wrong.
    pub(super) fn report(&self, title: &str) -> Option<String> {
        let title = unmarked(title);
        let page = self.context.address(&self.route).unwrap_or_else(|| title.clone());
        self.context.config.repository.as_ref()?.report_url(&title, &page)
    }

    fn draft(&self, record: Option<RecordIx>) -> Draft {
        let (plan, day) = (self.plan(), self.as_of());
        let mut text = format!("---\n# {}\ntitle:\n", self.word("propose-form-title"));
        let _ = writeln!(text, "# {}\ndate: {day}", self.word("request-form-date"));
        let mut suffix = "update".to_owned();
        match record {
            Some(RecordIx::Item(ix)) => {
                suffix = plan.items.at(ix).document.id.as_str().to_owned();
                self.on_items(&mut text, &[ix]);
            }
            Some(RecordIx::Update(ix)) if !plan.updates.at(ix).items.is_empty() => {
                let items = &plan.updates.at(ix).items;
                suffix = plan.items.at(items[0]).document.id.as_str().to_owned();
                self.on_items(&mut text, items);
            }
            Some(RecordIx::Area(ix)) => {
                let number = plan.areas.at(ix).document.number.value.as_str();
                suffix = format!("area-{number}");
                let _ = writeln!(text, "areas: [\"{number}\"]");
            }
            Some(RecordIx::Agency(ix)) => {
                suffix.clone_from(&plan.agencies.at(ix).document.id);
                let _ = writeln!(text, "items: []\nby: [\"{suffix}\"]");
            }
            Some(RecordIx::Forum(ix)) => {
                suffix.clone_from(&plan.forums.at(ix).document.id);
                let _ =
                    writeln!(text, "items: []\nkind: meeting\nforum: \"{suffix}\"\nmeeting: {{state: held}}");
            }
            _ => text.push_str("items: []\n"),
        }
        let _ = writeln!(text, "evidence:\n  # {}", self.word("request-form-evidence"));
        text.push_str("  - title:\n    url:\n---\n");
        Draft { path: format!("{}updates/{}/{day}-{suffix}.md", plan.folder(), day.year()), text }
    }

    fn on_items(&self, text: &mut String, items: &[Ix<Item>]) {
        let plan = self.plan();
        let ids: Vec<String> =
            items.iter().map(|ix| format!("\"{}\"", plan.items.at(*ix).document.id.as_str())).collect();
        let _ = writeln!(text, "items: [{}]", ids.join(", "));
        if items.iter().any(|ix| plan.items.at(*ix).document.kind != Kind::CatchAll) {
            let _ = writeln!(text, "# status: in-progress");
        }
        let measured = items.iter().flat_map(|ix| &plan.items.at(*ix).document.measured);
        for indicator in measured {
            let _ = writeln!(text, "# values: [{{indicator: {}, period: , value: }}]", indicator.id.value);
        }
    }
}
