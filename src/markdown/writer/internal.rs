//! Internal blocks, as the internal site shows them. The public site never meets them: its texts were cut before.

use std::ops::Range;

use super::state::Writer;
use crate::diag::code;
use crate::markdown::fragment::Placeholder;

impl Writer<'_> {
    /// A thematic break, or the bound that became one.
    pub(super) fn rule(&mut self, range: Range<usize>) {
        // In order, so that a text of many breaks and bounds is not looked through for each of them.
        let at = self.blocks.bounds.partition_point(|bound| bound.line.end < range.start);
        let is_bound = self.blocks.bounds.get(at).is_some_and(|bound| bound.line.start <= range.start);
        if !is_bound || at < self.blocks.met {
            return self.push("<hr>\n");
        }
        self.report_unmet(at);
        self.blocks.met = at + 1;
        if self.depth > 0 {
            self.report(
                code::INTERNAL_BLOCK,
                range,
                "an internal block cannot start or end in a list, a quotation or a note",
                "put the line `:::internal` or `:::` outside the list, with an empty line before it",
            );
            return;
        }
        match self.blocks.bounds.get(at).is_some_and(|bound| bound.opens) {
            true => self.open_block(),
            false => self.close_block(),
        }
    }

    /// At the end of the text: reports bounds that were not met, and closes what is open.
    pub(super) fn end_blocks(&mut self) {
        if !self.stopped {
            self.report_unmet(self.blocks.bounds.len());
        }
        self.close_block();
    }

    /// Bounds up to `end` that no break came of: they stand in code.
    fn report_unmet(&mut self, end: usize) {
        for at in self.blocks.met..end {
            let Some(line) = self.blocks.bounds.get(at).map(|bound| bound.line.clone()) else { continue };
            self.report(
                code::INTERNAL_BLOCK,
                line,
                "an internal block cannot start or end in a block of code",
                "end the code before this line; to mention such a line in a text, put it between backticks in a sentence",
            );
        }
        self.blocks.met = self.blocks.met.max(end);
    }

    fn open_block(&mut self) {
        // One is still open when its end stands in a list, which was reported.
        self.close_block();
        self.blocks.open = true;
        self.push("<div class=\"internal-block\">\n<p class=\"internal-mark\">");
        self.output().placeholder(Placeholder::InternalMark);
        self.push("</p>\n");
    }

    fn close_block(&mut self) {
        if std::mem::take(&mut self.blocks.open) {
            self.push("</div>\n");
        }
    }
}
