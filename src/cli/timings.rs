//! How long each stage took: `--timings`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use crate::stages::Stage;

/// What the first column says of time that belongs to no stage.
const OTHER: &str = "everything else";
const TOTAL: &str = "total";

/// The time of each stage that ran.
#[derive(Debug, Default)]
pub(super) struct Timings(BTreeMap<Stage, Duration>);

impl Timings {
    /// A stage took so long, perhaps not for the first time.
    pub(super) fn add(&mut self, stage: Stage, took: Duration) {
        *self.0.entry(stage).or_default() += took;
    }

    /// The table, for a command that took `total`.
    pub(super) fn table(&self, total: Duration) -> String {
        let known: Duration = self.0.values().sum();
        let stages = self.0.iter().map(|(stage, took)| (stage.name(), *took));
        let rest = [(OTHER, total.saturating_sub(known)), (TOTAL, total)];
        let rows: Vec<(&str, Duration)> = stages.chain(rest).collect();
        let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
        let mut table = format!("{:width$}  {:>9}  {:>5}\n", "stage", "ms", "share");
        for (name, took) in rows {
            let share = took.as_secs_f64() / total.as_secs_f64().max(f64::MIN_POSITIVE) * 100.0;
            let ms = took.as_secs_f64() * 1000.0;
            let _ = writeln!(table, "{name:width$}  {ms:>9.1}  {share:>3.0} %");
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Timings;
    use crate::stages::Stage;

    #[test]
    fn stages_are_in_their_order_and_add_up() {
        let mut timings = Timings::default();
        timings.add(Stage::Check, Duration::from_micros(1_500));
        timings.add(Stage::Read, Duration::from_millis(40));
        timings.add(Stage::Read, Duration::from_millis(10));
        assert_eq!(
            timings.table(Duration::from_millis(100)),
            "stage                   ms  share\n\
             read the files        50.0   50 %\n\
             check the plan         1.5    2 %\n\
             everything else       48.5   48 %\n\
             total                100.0  100 %\n"
        );
        assert!(Timings::default().table(Duration::ZERO).ends_with("0 %\n"));
    }
}
