//! One way to set a résumé, and the ladder of such ways from the ideal to the densest or loosest.

use crate::geom::Em;
use crate::layout::{Elastic, Factors, Layout};

/// A way to set a résumé: the factors of its elastic keys, and how many paragraphs have a line fewer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Setting {
    /// The elastic keys.
    pub factors: Factors,
    /// How many paragraphs have a line fewer, starting with those that bear it best.
    pub tight: usize,
}

/// As many paragraphs as can have a line fewer.
pub(super) const ALL: usize = usize::MAX;

/// The most steps that one key has.
const STEPS: usize = 16;
/// The steps of spaces, as a part of the declared value.
const PERCENT: f64 = 0.05;
/// The steps of the type size: a tenth of a point.
const TENTH: f64 = 0.1;
/// The steps of the leading, as a factor of the type size.
const HUNDREDTH: f64 = 0.01;

/// The keys whose giving is seen at once: paragraphs lose lines before these keys give.
const SEEN: [&str; 4] = ["type.leading", "regions.pad", "page.margin", "type.size"];

/// Returns whether it is seen at once that a key gave.
pub(super) fn seen(key: &str) -> bool {
    SEEN.contains(&key)
}

/// A thing that gives, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    /// A key: its factor after each step.
    Key(String, Vec<Em>),
    /// Paragraphs, with how many have a line fewer after each step.
    Lines(Vec<usize>),
}

impl Step {
    fn steps(&self) -> usize {
        match self {
            Step::Key(_, factors) => factors.len(),
            Step::Lines(counts) => counts.len(),
        }
    }

    fn apply(&self, steps: usize, setting: &mut Setting) {
        let Some(last) = steps.min(self.steps()).checked_sub(1) else { return };
        match self {
            Step::Key(key, factors) => setting.factors.set(key, factors[last]),
            Step::Lines(counts) => setting.tight = counts[last],
        }
    }
}

/// From the ideal to the densest: one thing after the other gives, the least visible first.
#[derive(Debug)]
pub(super) struct Tightening {
    gives: Vec<Step>,
}

impl Tightening {
    /// Returns the steps that a layout allows with this number of paragraphs that could have a line fewer.
    pub fn new(layout: &Layout, paragraphs: usize) -> Tightening {
        Tightening::of(&layout.fit, paragraphs, type_of(layout))
    }

    fn of(ranges: &[Elastic], paragraphs: usize, set_in: (f64, f64)) -> Tightening {
        let mut gives: Vec<Step> = ranges.iter().map(|range| give(range, range.least, set_in)).collect();
        let visible = |give: &Step| matches!(give, Step::Key(key, _) if seen(key));
        let at = gives.iter().position(visible).unwrap_or(gives.len());
        gives.insert(at, lines(paragraphs));
        Tightening { gives }
    }

    /// Returns the number of steps down to the densest.
    pub fn steps(&self) -> usize {
        self.gives.iter().map(Step::steps).sum()
    }

    /// Returns the setting after a number of steps.
    pub fn at(&self, steps: usize) -> Setting {
        let mut setting = Setting::default();
        let mut left = steps;
        for give in &self.gives {
            give.apply(left, &mut setting);
            left = left.saturating_sub(give.steps());
        }
        setting
    }

    /// Returns how many of `steps` were taken before the last thing to give began.
    pub fn before_last(&self, steps: usize) -> usize {
        let mut before = 0;
        for give in &self.gives {
            if before + give.steps() >= steps {
                break;
            }
            before += give.steps();
        }
        before
    }

    /// Returns the setting in which the last thing to give gives as much as after `steps`, while only
    /// `others` of the steps before it are taken.
    pub fn with_fewer(&self, steps: usize, others: usize) -> Setting {
        let before = self.before_last(steps);
        let mut setting = self.at(others.min(before));
        let mut sum = 0;
        for give in &self.gives {
            if sum == before && give.steps() > 0 {
                give.apply(steps - before, &mut setting);
                break;
            }
            sum += give.steps();
        }
        setting
    }
}

/// From the ideal to the loosest: everything grows together, so that it looks even; then the type size.
#[derive(Debug)]
pub(super) struct Loosening {
    together: Vec<Step>,
    size: Option<Step>,
}

impl Loosening {
    /// Returns the steps that a layout allows.
    pub fn new(layout: &Layout) -> Loosening {
        Loosening::of(&layout.fit, type_of(layout))
    }

    fn of(ranges: &[Elastic], set_in: (f64, f64)) -> Loosening {
        let gives = ranges.iter().map(|range| give(range, range.most, set_in));
        let (size, together) =
            gives.partition(|give| matches!(give, Step::Key(key, _) if key == "type.size"));
        let mut size: Vec<Step> = size;
        Loosening { together, size: size.pop() }
    }

    /// The number of steps before the type begins to grow.
    pub const TOGETHER: usize = STEPS;

    /// Returns the number of steps up to the loosest.
    pub fn steps(&self) -> usize {
        STEPS + self.size.as_ref().map_or(0, Step::steps)
    }

    /// Returns the setting after a number of steps.
    pub fn at(&self, steps: usize) -> Setting {
        self.grown(steps.min(STEPS), steps.saturating_sub(STEPS))
    }

    /// Returns the setting in which the type grows as after `steps`, and the rest by `others`.
    pub fn with_fewer(&self, steps: usize, others: usize) -> Setting {
        self.grown(others.min(STEPS), steps.saturating_sub(STEPS))
    }

    fn grown(&self, together: usize, size: usize) -> Setting {
        let mut setting = Setting::default();
        for give in &self.together {
            give.apply((give.steps() * together).div_ceil(STEPS), &mut setting);
        }
        if let Some(give) = &self.size {
            give.apply(size, &mut setting);
        }
        setting
    }
}

/// Returns the size and the leading of a layout in points.
fn type_of(layout: &Layout) -> (f64, f64) {
    (layout.setting.size.to_f64().max(1.0), layout.setting.leading.to_f64().max(1.0))
}

/// Returns the steps of a key from its ideal to an end of its range, given the type size and the
/// leading. They are round numbers, and the last is the end itself.
fn give(range: &Elastic, end: Em, (size, leading): (f64, f64)) -> Step {
    let step = match range.key.as_str() {
        "type.size" => TENTH / size,
        "type.leading" => HUNDREDTH * size / leading,
        _ => PERCENT,
    };
    let way = end.to_f64() - 1.0;
    // A remainder left by rounding is not a step of its own.
    let count = |step: f64| (way.abs() / step - 0.1).ceil();
    let wide = (1..).map(|times| step * f64::from(times)).find(|wide| count(*wide) <= STEPS as f64);
    let wide = wide.unwrap_or(1.0);
    let steps = if end == Em::ONE { 0 } else { count(wide).max(1.0) as u32 };
    let factor = |k| if k == steps { end } else { Em::from_f64(1.0 + way.signum() * wide * f64::from(k)) };
    Step::Key(range.key.clone(), (1..=steps).map(factor).collect())
}

fn lines(paragraphs: usize) -> Step {
    let steps = paragraphs.min(STEPS);
    let count = |k: usize| if k == steps { ALL } else { (paragraphs * k).div_ceil(steps) };
    Step::Lines((1..=steps).map(count).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn range(key: &str, least: f64, most: f64) -> Elastic {
        Elastic { key: key.to_owned(), least: Em::from_f64(least), most: Em::from_f64(most) }
    }

    /// The factors of a key, in thousandths.
    fn factors(give: &Step) -> Vec<i64> {
        match give {
            Step::Key(_, factors) => factors.iter().map(|f| (f.to_f64() * 1000.0).round() as i64).collect(),
            Step::Lines(_) => Vec::new(),
        }
    }

    #[test]
    fn steps_are_round_and_end_at_the_limit() {
        let (size, leading) = (9.6, 1.56);
        let of = |key: &str, least: f64| {
            give(&range(key, least, 2.0), Em::from_f64(least), (size, size * leading))
        };
        assert_eq!(factors(&of("section.space", 0.8)), [950, 900, 850, 800]);
        assert_eq!(factors(&of("section.space", 0.83)), [950, 900, 850, 830]);
        assert_eq!(factors(&of("list.item", 0.0)).len(), 10, "of a tenth");
        let sizes: Vec<String> = factors(&of("type.size", 9.3 / 9.6))
            .iter()
            .map(|factor| format!("{:.1}", *factor as f64 * 9.6 / 1000.0))
            .collect();
        assert_eq!(sizes, ["9.5", "9.4", "9.3"]);
        assert_eq!(factors(&of("type.leading", 1.54 / 1.56)), [994, 987]);
        assert_eq!(factors(&of("type.size", 1.0)), [0_i64; 0]);
        assert_eq!(factors(&of("entry.space", 0.999)), [999]);
    }

    #[test]
    fn the_denser_ladder_goes_one_rung_at_a_time_and_lines_before_what_is_seen() {
        let ranges = [range("section.space", 0.8, 1.0), range("page.margin", 0.9, 1.0)];
        let ladder = Tightening::of(&ranges, 3, (10.0, 16.0));
        assert_eq!(ladder.steps(), 4 + 3 + 2);
        let at = |steps: usize| {
            let setting = ladder.at(steps);
            let factor = |key: &str| (setting.factors.of(key).to_f64() * 100.0).round() as i64;
            (factor("section.space"), setting.tight, factor("page.margin"))
        };
        assert_eq!((at(0), at(1), at(4)), ((100, 0, 100), (95, 0, 100), (80, 0, 100)));
        assert_eq!((at(5), at(7)), ((80, 1, 100), (80, ALL, 100)));
        assert_eq!((at(8), at(9), at(99)), ((80, ALL, 95), (80, ALL, 90), (80, ALL, 90)));
        assert_eq!((ladder.before_last(4), ladder.before_last(6), ladder.before_last(8)), (0, 4, 7));
        let fewer = ladder.with_fewer(8, 2);
        assert_eq!(fewer.factors.of("page.margin"), ladder.at(8).factors.of("page.margin"));
        assert_eq!(
            (fewer.factors.of("section.space"), fewer.tight),
            (ladder.at(2).factors.of("section.space"), 0)
        );
    }

    #[test]
    fn the_looser_ladder_moves_all_together_and_the_size_last() {
        let ranges =
            [range("section.space", 0.8, 1.8), range("type.size", 0.9, 1.1), range("list.item", 0.0, 1.1)];
        let ladder = Loosening::of(&ranges, (10.0, 16.0));
        assert_eq!(ladder.steps(), STEPS + 10);
        let half = ladder.at(STEPS / 2).factors;
        assert!(half.of("section.space") > Em::ONE && half.of("list.item") > Em::ONE);
        assert_eq!(half.of("type.size"), Em::ONE);
        let all = ladder.at(STEPS + 10).factors;
        assert!(ranges.iter().all(|range| all.of(&range.key) == range.most));
        let fewer = ladder.with_fewer(STEPS + 3, 0).factors;
        assert_eq!((fewer.of("section.space"), fewer.of("type.size")), (Em::ONE, Em::from_f64(1.03)));
    }
}
