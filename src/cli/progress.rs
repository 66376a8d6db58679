//! How far long work is, in a terminal.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::stages::Stage;

/// Work that is done sooner shows nothing.
pub(super) const PATIENCE: Duration = Duration::from_millis(500);
/// How often it is drawn.
const TICK: Duration = Duration::from_millis(100);

/// A line that says which stage runs. It is there only while one does, so that it is never in the way of what is printed.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// The stages that run, and the parts of the last one: how many, and how many are done.
    running: Vec<Stage>,
    parts: (u64, u64),
    /// Whether the command has run for long.
    is_long: bool,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub(super) fn begin(&mut self, stage: Stage) {
        self.running.push(stage);
        self.parts = (0, 0);
        self.draw();
    }

    pub(super) fn end(&mut self, stage: Stage) {
        if let Some(at) = self.running.iter().rposition(|running| *running == stage) {
            self.running.remove(at);
        }
        self.parts = (0, 0);
        self.draw();
    }

    pub(super) fn parts(&mut self, parts: usize) {
        self.parts = (parts as u64, 0);
        self.draw();
    }

    pub(super) fn part_done(&mut self) {
        self.parts.1 += 1;
        if let Some(bar) = &self.bar {
            bar.set_position(self.parts.1);
        }
    }

    /// It takes long enough now for somebody to wonder.
    pub(super) fn is_long(&mut self) {
        self.is_long = true;
        self.draw();
    }

    fn draw(&mut self) {
        let Some(stage) = self.running.last().filter(|_| self.is_long) else {
            if let Some(bar) = self.bar.take() {
                bar.finish_and_clear();
            }
            return;
        };
        let is_new = self.bar.is_none();
        // What is no terminal is not drawn to.
        let new = || ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
        let bar = self.bar.get_or_insert_with(new);
        let (parts, done) = self.parts;
        let template =
            if parts > 0 { "{spinner} {msg}: {human_pos} of {human_len}" } else { "{spinner} {msg}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_length(parts);
        bar.set_position(done);
        bar.set_message(stage.name());
        if is_new {
            bar.enable_steady_tick(TICK);
        }
    }
}
