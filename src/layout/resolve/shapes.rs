//! Shapes drawn at elements: rules, frames, markers, rails, chips; and the look of images and ratings.

use super::color;
use super::element::Elements;
use super::scope::{Limit, SPACE, STROKE, Scope};
use super::style::flag;
use crate::diag::message;
use crate::geom::{Em, Pt};
use crate::layout::file::schema::{self, Side};
use crate::layout::file::{At, Key, Many, Or, Unit};
use crate::layout::{Chip, Color, Frame, Image, Letter, Marker, Rail, Rating, Rule, Stroke};

/// The range of a rule's distance from the baseline next to it.
const RAISE: Limit = Limit::pt(-20.0, 100.0);
const MARK: Limit = Limit::pt(0.5, 40.0);
const PERCENT: Limit = Limit::factor(1.0, 100.0);
/// The range of the window: room for the head of the letter above it, and for the fold below.
const WINDOW: Limit = Limit::mm(15.0, 100.0);
const SIGNATURE: Limit = Limit::mm(3.0, 60.0);

impl Elements<'_, '_> {
    /// Returns a line at rows.
    pub fn rule(&mut self, key: &Key<Or<schema::Rule, bool>>) -> Option<Rule> {
        let file = self.scope.described(key, "{ width = \"0.6pt\", color = \"accent\" }")?;
        Some(Rule {
            width: self.scope.length(&file.width, STROKE),
            color: self.scope.ink(&file.color, "ink"),
            gap: self.scope.length(&file.gap, SPACE),
            place: file.place.value().copied().unwrap_or_default(),
            raise: file.raise.at().map(|_| self.scope.length_or(&file.raise, RAISE, Pt::ZERO)),
        })
    }

    /// Returns a box.
    pub fn frame(&mut self, key: &Key<Or<schema::Frame, bool>>) -> Option<Frame> {
        let file = self.scope.described(key, "{ fill = \"tint\", pad = \"3pt\" }")?;
        Some(Frame {
            fill: color::of(&file.fill, self.scope),
            stroke: self.stroke(&file.stroke),
            radius: self.scope.length(&file.radius, SPACE),
            pad: self.scope.sides(&file.pad, SPACE),
            around: file.around.value().copied().unwrap_or_default(),
            join: flag(&file.join, false),
            head: color::of(&file.head, self.scope),
        })
    }

    fn stroke(&mut self, key: &Key<Or<schema::Stroke, bool>>) -> Option<Stroke> {
        let file = self.scope.described(key, "{ width = \"0.5pt\", color = \"quiet\" }")?;
        let named = file.sides.value().map(|Many(sides)| sides.as_slice());
        let has = |side| named.is_none_or(|named| named.iter().any(|key| key.value() == Some(&side)));
        Some(Stroke {
            width: self.scope.length(&file.width, STROKE),
            color: self.scope.ink(&file.color, "ink"),
            sides: [Side::Top, Side::Right, Side::Bottom, Side::Left].map(has),
        })
    }

    /// Returns a mark before the first row.
    pub fn marker(&mut self, key: &Key<Or<schema::Marker, bool>>) -> Option<Marker> {
        let file = self.scope.described(key, "{ shape = \"dot\", size = \"5pt\", x = \"28mm\" }")?;
        Some(Marker {
            shape: file.shape.value().copied().unwrap_or_default(),
            size: self.scope.length_or(&file.size, MARK, self.scope.size / 2),
            color: self.scope.ink(&file.color, "accent"),
            paper: self.scope.ink(&Key::default(), "paper"),
            x: self.scope.length(&file.x, SPACE),
        })
    }

    /// Returns a vertical line.
    pub fn rail(&mut self, key: &Key<Or<schema::Rail, bool>>) -> Option<Rail> {
        let file = self.scope.described(key, "{ x = \"28mm\", width = \"0.8pt\", color = \"tint\" }")?;
        Some(Rail {
            x: self.scope.length(&file.x, SPACE),
            width: self.scope.length(&file.width, STROKE),
            color: self.scope.ink(&file.color, "quiet"),
        })
    }

    /// Returns the boxes of tags.
    pub fn chip(&mut self, file: &schema::Chip) -> Chip {
        let frame = Frame {
            fill: color::of(&file.fill, self.scope),
            stroke: self.stroke(&file.stroke),
            radius: self.scope.length(&file.radius, SPACE),
            pad: self.scope.sides(&file.pad, SPACE),
            ..Frame::default()
        };
        Chip { frame, gap: self.scope.length(&file.gap, SPACE) }
    }

    /// Returns the look of images in the text.
    pub fn image(&mut self, file: &schema::Image) -> Image {
        let percent = match file.most.at() {
            Some(at) if at.value.unit == Unit::Percent => {
                let value = crate::layout::file::Amount { unit: Unit::Factor, ..at.value };
                self.scope.factor(&Key(Some(At { value, ..at.clone() })), PERCENT)
            }
            Some(at) => {
                let message = message!(
                    "cannot be {value}: it has to be a part of the measure",
                    value = at.value.to_string()
                );
                self.scope.wrong(at, &message, "such as \"60%\"");
                100.0
            }
            None => 100.0,
        };
        Image {
            most: Em::from_f64(percent / 100.0),
            align: file.align.value().copied().unwrap_or_default(),
            radius: self.scope.length(&file.radius, SPACE),
            space: self.space(&file.space),
        }
    }

    /// Returns the settings for letters only.
    pub fn letter(&mut self, file: &schema::Letter) -> Letter {
        let form_b = Pt::hundredths_of_mm(4_500);
        Letter {
            window: self.scope.length_or(&file.window, WINDOW, form_b),
            date: file.date.value().copied(),
            signature: self.scope.length_or(&file.signature, SIGNATURE, Pt::hundredths_of_mm(1_200)),
            has_fold_marks: flag(&file.fold_marks, false),
        }
    }

    /// Returns the look of ratings.
    pub fn rating(&mut self, file: &schema::Rating) -> Rating {
        Rating {
            marks: file.marks.value().copied().unwrap_or_default(),
            color: self.scope.ink(&file.color, "ink"),
            empty: self.scope.ink(&file.empty, "quiet"),
        }
    }
}

impl Scope<'_> {
    /// Returns thickness and ink of a line at a region.
    pub fn line(&mut self, key: &Key<Or<schema::Line, bool>>) -> Option<(Pt, Color)> {
        let file = self.described(key, "{ width = \"0.5pt\", color = \"quiet\" }")?;
        Some((self.length(&file.width, STROKE), self.ink(&file.color, "quiet")))
    }

    /// Returns the table of a key that may also be `false`; `true` is not enough.
    fn described<'k, T>(&mut self, key: &'k Key<Or<T, bool>>, example: &str) -> Option<&'k T> {
        let at = key.at()?;
        match &at.value {
            Or::Table(table) => Some(table),
            Or::Plain(false) => None,
            Or::Plain(true) => {
                self.wrong(at, "cannot be `true`", message!("describe it: {example}", example));
                None
            }
        }
    }

    /// Returns the colour of a key, or that of the name `otherwise`.
    fn ink(&mut self, key: &schema::Ink, otherwise: &str) -> Color {
        color::of(key, self).or_else(|| self.colors.get(otherwise).copied()).unwrap_or_default()
    }
}
