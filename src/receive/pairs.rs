//! The two sheets of a workbook that came back as two files, because a CSV file has one sheet only: they are one answer.

use super::place::Place;
use super::reply::{Answered, Reply};
use crate::reporting_requests::Table;
use crate::update_file::Field;

/// For each reply with the items of a workbook, that with its indicators, by their places among the replies: where there is one of
/// each.
pub fn pairs(replies: &[&Reply]) -> Vec<(usize, usize)> {
    let of = |reply: &Reply, table: Table| {
        let is_its = |other: &&&Reply| other.sent == reply.sent && other.tables == [table];
        replies.iter().filter(is_its).count()
    };
    let is_single = |reply: &Reply| of(reply, Table::Items) == 1 && of(reply, Table::Indicators) == 1;
    let items =
        replies.iter().enumerate().filter(|(_, reply)| reply.tables == [Table::Items] && is_single(reply));
    let pair = |(at, items): (usize, &&Reply)| {
        let is_other = |other: &&Reply| other.sent == items.sent && other.tables == [Table::Indicators];
        Some((at, replies.iter().position(is_other)?))
    };
    items.filter_map(pair).collect()
}

impl Reply {
    /// Both sheets as one reply; a file without sheets is called as the sheet was.
    #[must_use]
    pub fn with_indicators(mut self, mut indicators: Self, [items, values]: [&str; 2]) -> Self {
        self.call(items);
        indicators.call(values);
        for other in indicators.answers {
            match self.answers.iter_mut().find(|own| !own.item.is_empty() && own.item == other.item) {
                Some(own) => own.add(other),
                None => self.answers.push(other),
            }
        }
        self.tables.extend(indicators.tables);
        self.rows.extend(indicators.rows);
        self.strays.extend(indicators.strays);
        self.comments.extend(indicators.comments);
        self.headings.extend(indicators.headings);
        self.others.extend(indicators.others);
        self
    }

    /// Gives a name to the sheet of a file that has none.
    fn call(&mut self, name: &str) {
        let answers = self.answers.iter_mut().flat_map(|answered| {
            let own = answered.places.iter_mut().map(|(_, place)| place);
            own.chain(answered.damaged.iter_mut().map(|(place, _)| place)).chain([&mut answered.start])
        });
        let rows = self.rows.iter_mut().flat_map(|row| row.cells.iter_mut().map(|(_, _, place)| place));
        let strays = self.strays.iter_mut().map(|stray| &mut stray.place);
        let comments = self.comments.iter_mut().map(|(place, _)| place);
        let headings = self.headings.iter_mut().map(|(_, place, _)| place);
        let all: Vec<&mut Place> =
            answers.chain(rows).chain(strays).chain(comments).chain(headings).collect();
        for place in all.into_iter().filter(|place| place.sheet.is_none()) {
            place.sheet = Some(name.to_owned());
        }
    }
}

impl Answered {
    /// The values of another sheet.
    fn add(&mut self, values: Self) {
        let before = self.answer.values.len();
        let moved = |field: Field| match field {
            Field::Period(at) => Field::Period(before + at),
            Field::Value(at) => Field::Value(before + at),
            field => field,
        };
        self.answer.values.extend(values.answer.values);
        self.sent_values.extend(values.sent_values);
        self.places.extend(values.places.into_iter().map(|(field, place)| (moved(field), place)));
        self.damaged.extend(values.damaged);
    }
}
