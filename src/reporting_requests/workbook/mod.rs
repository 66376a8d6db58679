//! The workbook that an agency fills in: what it leads with what is known of it, and cells for its answers.
//!
//! 1. `plain` makes texts without marks, in all languages. `rows` says what stands in the cells of an item, or of an indicator.
//! 2. `style` says how cells look, `lists` writes the words that can be chosen.
//! 3. `sheet` writes a table, `instructions` how it is filled in.

mod height;
mod instructions;
mod lists;
mod plain;
mod rows;
mod sheet;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::job::{Job, name_in};
use super::layout::{Sent, Table};
use crate::render::Messages;
use crate::rounds::Request;
use crate::vocabulary::Audience;
pub use instructions::{SHEET as INSTRUCTIONS, words as instruction_words};
use plain::{in_languages, plain};
use style::Style;

/// The bytes of the workbook for an agency.
pub(super) fn write(job: &Job<'_>, request: &Request) -> Result<Vec<u8>, XlsxError> {
    let all: Vec<&Messages> = job.all().map(|builder| builder.messages()).collect();
    let mut workbook = Workbook::new();
    let day = job.as_of();
    let year = u16::try_from(day.year()).unwrap_or(1900).max(1900);
    let month = u8::try_from(day.month()).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(year, month, u8::try_from(day.day()).unwrap_or(1))?;
    let title = in_languages(job, |builder| {
        let agency = name_in(builder, request.agency);
        builder.messages().with("request-title", &[("period", &job.period.text), ("agency", &agency)])
    });
    let title = plain(&title).replace('\n', "  ·  ");
    let properties = DocProperties::new().set_title(&title).set_author("planbook");
    workbook.set_properties(&properties.set_creation_datetime(&created));
    let style = Style::new();
    let lists = lists::of(&all);
    let sent = |table| Sent {
        table,
        agency: job.id(request.agency).to_owned(),
        period: job.period.text.clone(),
        as_of: day.to_string(),
        date: job.day_of_answers(request.agency).to_string(),
        audience: job.builder.context.published.audience.word().to_owned(),
        edition: job.builder.plan().edition.clone(),
    };
    let head = sheet::Head {
        title,
        note: super::wording::in_all(&all, "\n", |messages| messages.get("reply-note").to_owned()),
        is_internal: job.builder.context.published.audience == Audience::Internal,
    };
    let items = rows::items(job, request);
    let indicators = rows::indicators(job, request);
    let table = sheet::Page { all: &all, style: &style, lists: &lists, head: &head };
    table.write(workbook.add_worksheet(), &sent(Table::Items), &items)?;
    if !indicators.is_empty() {
        table.write(workbook.add_worksheet(), &sent(Table::Indicators), &indicators)?;
    }
    instructions::write(workbook.add_worksheet(), job, &all, !indicators.is_empty())?;
    lists::write(workbook.add_worksheet(), &lists)?;
    workbook.save_to_buffer()
}
