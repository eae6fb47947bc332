//! All numbers by which breaks are judged, each with its reason (typography.md §3). They are
//! judgements, tested on the specimen paragraphs.

use crate::geom::Em;

/// The stretch between two Han that counts as ratio 1: tracking of a twentieth is just invisible.
pub(super) const HAN_STRETCH: Em = Em::ratio(1, 20);
/// The widest tracking of Han (rule 43), in such stretches: beyond an eighth of an em characters drift apart, and
/// the line is set ragged.
pub(super) const WIDEST_TRACKING: (i64, i64) = (5, 2);
/// Before the Han are tracked, the gap between Han and Latin is widened by the first half of its stretch only: at
/// three eighths of an em it is still a gap, at a half it is a hole among even Han.
pub(super) const GAP_FIRST: i64 = 2;

/// Badness of a line at ratio 1. With TeX's cube, in narrow columns, one line that cannot be saved
/// drags others along; with the square the specimen's root mean square falls from 1.18 to 1.05.
pub(super) const BADNESS: i64 = 200;
/// Badness of a line that is ragged among filled ones, however little it lacks: that of ratio 2.7.
pub(super) const RAGGED: i64 = 1_500;
/// The increase in that if all of the line were empty. With a quarter of it empty it is as bad as ratio 5, and two
/// lines as ragged as that are hardly worse than one that is 40 % empty.
pub(super) const EMPTY: i64 = 14_000;

/// A line in which nothing gives has the ratio 150, and one more for each such part of its measure that
/// it lacks: a fifth of an em in a column of fifty.
pub(super) const RAGGED_STEPS: i64 = 256;

/// An ordinary line end.
pub(super) const FREE: u16 = 0;
/// After a hyphen that the author wrote: cheaper than one that we add.
pub(super) const COMPOUND: u16 = 50;
/// At a soft hyphen: the author expects it.
pub(super) const SOFT_HYPHEN: u16 = 50;
/// A hyphen that we add; TeX's 50 hyphenates too eagerly next to Han, which offers breaks everywhere.
pub(super) const HYPHEN: u16 = 135;
/// One where the layout wants few: avoiding a slightly loose line is not worth it.
pub(super) const RARE_HYPHEN: u16 = 1_200;
/// After 约 and its like.
pub(super) const AFTER_ABOUT: u16 = 50;
/// After the solidus between two words.
pub(super) const SLASH: u16 = 150;
/// After the slash of a URL (rule 16).
pub(super) const URL_SLASH: u16 = 150;
/// Elsewhere in a URL (rule 16).
pub(super) const URL: u16 = 300;
/// In an identifier (rule 17): a fifth of the line may stay empty before one is split.
pub(super) const NAME: u16 = 4_500;
/// In a stretch of a URL that is long and has no separator (rule 16): nearly half a line may stay empty before a name
/// is torn apart.
pub(super) const LONG: u16 = 8_000;
/// After the sign of a product, as TeX breaks formulas after binary operators.
pub(super) const TIMES: u16 = 700;
/// Before the dot of a URL or an identifier (rules 16, 17): where Chicago puts it, but a line that
/// begins with a stop looks like a mistake among Han.
pub(super) const DOT: i32 = 900;
/// After the connector of a range of dates (rule 12).
pub(super) const RANGE: u16 = 200;
/// The same where the whole range fits on a line: then on the next one.
pub(super) const WHOLE_RANGE: u16 = 12_000;
/// After 年 or 月 in a date.
pub(super) const DATE_PART: u16 = 300;
/// Between a number and its counter, in narrow columns (rule 10).
pub(super) const COUNTER: u16 = 300;
/// The price from which a reader notices that a line ends where none should, and the author is told.
pub(super) const SEEN: i32 = 1_000;
/// These are dear because a line that is not full looks better, but they are legitimate joints all the same.
pub(super) const JOINTS: [u16; 2] = [NAME, WHOLE_RANGE];
/// Inside a telephone number, a version, a date, when nothing else helps (rule 13).
pub(super) const TOKEN: i32 = 1_000;
/// Anywhere in a token wider than the measure (rule 19).
pub(super) const EMERGENCY: i32 = 2_000;
/// A line start or end against the rules, when there is no legal one (rule 6).
pub(super) const VIOLATION: i32 = 20_000;

/// After a Han of a title, where a word of Chinese may be torn apart.
pub(super) const IN_TITLE: i32 = 150;

/// The last line has one Han alone (rule 46).
pub(super) const LONE_HAN: i32 = 3_000;
/// The last line has one short Latin word: worth a slightly looser line, no more.
pub(super) const LONE_WORD: i32 = 350;
/// The last line is under two ems (rule 46).
pub(super) const SHORT_LAST: i32 = 600;

/// Two lines in a row end in hyphens: added to the demerits, like all that follow.
pub(super) const HYPHEN_PAIR: i64 = 3_000;
/// The last line but one ends in a hyphen: the last one may be short, and needs no such help.
pub(super) const HYPHEN_LAST: i64 = 1_000;
/// A tight line next to a loose one.
pub(super) const FITNESS_JUMP: i64 = 1_500;
/// The tracking of Han differs by a twentieth of an em from that of the line above; four times as
/// much for twice that. Neighbours reveal a difference that goes unnoticed in a line by itself.
pub(super) const TRACKING_JUMP: i64 = 400;
/// The same word or character begins, or ends, two lines in a row: the eye skips a line.
pub(super) const STACK: i64 = 200;
/// A space is under a space: a tie-breaker, for rivers take several lines.
pub(super) const RIVER: i64 = 50;
/// More than the line above can make of a difference: of two ways to one line end, the one that is
/// dearer by this much has lost, whatever follows.
pub(super) const SWAY: i64 = FITNESS_JUMP + 25 * TRACKING_JUMP + 2 * STACK + 40 * RIVER;
/// The ratio up to which lines may be stretched to have one line more, in 1/1 024: looser ones are noticed.
pub(super) const LOOSE_ON_PURPOSE: i64 = 2_048;
/// The ratio above which a line counts as bad and the next pass is tried, in 1/1 024 (rule 17).
pub(super) const BAD_RATIO: i64 = 1_536;
