//! The times of the stages.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Measures the stages one after the other.
#[derive(Clone, Debug)]
pub struct Clock {
    start: Instant,
    last: Instant,
    laps: Vec<(&'static str, Duration)>,
}

impl Clock {
    /// Starts now.
    pub fn start() -> Clock {
        let start = Instant::now();
        Clock { start, last: start, laps: Vec::new() }
    }

    /// Starts the clock with the event that made the work necessary: the first stage is the time until now.
    pub fn since(start: Instant) -> Clock {
        let mut clock = Clock { start, last: start, laps: Vec::new() };
        clock.lap("change");
        clock
    }

    /// Counts the time since the last stage as this one's.
    pub fn lap(&mut self, stage: &'static str) {
        let now = Instant::now();
        self.laps.push((stage, now - self.last));
        self.last = now;
    }

    /// Returns the time since the start.
    pub fn total(&self) -> Duration {
        self.start.elapsed()
    }

    /// Returns a line for each stage, in milliseconds, and their sum.
    pub fn table(&self) -> String {
        let sum = self.laps.iter().map(|(_, time)| *time).sum();
        let rows = self.laps.iter().copied().chain([("total", sum)]);
        rows.fold(String::new(), |mut table, (stage, time): (_, Duration)| {
            let _ = writeln!(table, "  {stage:<8}{:>9.2} ms", time.as_secs_f64() * 1000.0);
            table
        })
    }
}
