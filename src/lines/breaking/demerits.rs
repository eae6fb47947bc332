//! The assessment of a line by itself.

use super::item::{ONE, Sums};
use crate::lines::prices;

/// The ratio beyond which all are the same.
const HUGE: i64 = 200 * ONE;
/// The ratio of a line in which nothing gives and which lacks next to nothing.
const STIFF: i64 = 150 * ONE;

/// Returns how far a line is stretched, or shrunk if negative, in 1/1 024. A line that gives nothing
/// stays ragged: the less it lacks, the better.
pub(super) fn ratio(room: i64, line: &Sums, (measure, last): (i64, bool)) -> i64 {
    match room {
        0 => 0,
        _ if room > 0 && last => 0,
        _ if room > 0 && line.stretch <= 0 => {
            (STIFF + room.saturating_mul(prices::RAGGED_STEPS * ONE) / measure.max(1)).min(HUGE)
        }
        _ if room > 0 => (room.saturating_mul(ONE) / line.stretch).min(HUGE),
        _ => -((-room).saturating_mul(ONE) / line.shrink.max(1)),
    }
}

/// Returns how far the tracking of a line goes once everything else has given what it can (rule 40), in
/// units of ratio; `None` if nothing in it can be tracked.
pub(super) fn tracking(room: i64, line: &Sums) -> Option<i64> {
    let beyond = (room - (line.stretch - line.tracking)).max(0).saturating_mul(ONE);
    (line.tracking > 0).then(|| (beyond / line.tracking).min(5 * ONE))
}

/// Returns the badness of a line with a ratio in 1/1 024 that lacks `room` of its measure: it grows with the
/// square of the ratio until the line is better left ragged. Then the eye sees how much of the
/// measure is empty, not how few spaces there would be to fill it.
pub(super) fn badness(ratio: i64, room: i64, measure: i64) -> i64 {
    let stretched = prices::BADNESS * ratio * ratio / (ONE * ONE);
    let ragged = prices::RAGGED + room.saturating_mul(prices::EMPTY) / measure.max(1);
    if room > 0 { stretched.min(ragged) } else { stretched }
}

/// Returns the class of looseness: 0 tight, 1 normal, 2 loose, 3 very loose.
pub(super) fn fitness(ratio: i64) -> u8 {
    match ratio {
        ..-512 => 0,
        -512..=512 => 1,
        513..=1024 => 2,
        _ => 3,
    }
}
