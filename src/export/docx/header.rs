//! The name, and the contacts and facts below it.

use super::letters::SENDER;
use super::pictures::Place;
use super::{Body, runs};
use crate::diag::Error;
use crate::export::walk::{Event, Step};
use crate::model::{Contact, Image, KeyValue, Rich};

impl<'a> Body<'a> {
    pub(super) fn title(&mut self, steps: &[Step<'a>], name: &Rich) -> Result<(), Error> {
        self.open_paragraph(if self.is_sender_below() { SENDER } else { "Title" }, false);
        for step in steps {
            if let Event::Photo(photo) = step.event {
                self.picture(photo, Place::Right)?;
            }
        }
        self.rich(name, None);
        self.xml.close("w:p");
        Ok(())
    }

    pub(super) fn photo(&mut self, photo: &Image) -> Result<(), Error> {
        self.open_paragraph("Contact", false);
        self.picture(photo, Place::Right)?;
        self.xml.close("w:p");
        Ok(())
    }

    /// Writes all contacts in one paragraph and all facts in another, at the first of each.
    pub(super) fn row(&mut self, steps: &[Step<'a>], at: usize) {
        let contacts = matches!(steps[at].event, Event::Contact(_));
        let alike = |step: &Step<'_>| match step.event {
            Event::Contact(_) => contacts,
            Event::Fact(_) => !contacts,
            _ => false,
        };
        if at.checked_sub(1).is_some_and(|before| alike(&steps[before])) {
            return;
        }
        let row: Vec<(Option<&Rich>, &Rich)> = steps[at..]
            .iter()
            .take_while(|step| alike(step))
            .filter_map(|step| match step.event {
                Event::Contact(Contact { key, value, .. }) => Some((key.as_ref(), value)),
                Event::Fact(KeyValue { key, value, .. }) => Some((key.as_ref(), value)),
                _ => None,
            })
            .collect();
        if self.is_sender_below() {
            return row.into_iter().for_each(|(key, value)| {
                self.paragraph(SENDER, false, |body| body.keyed(key, value, None));
            });
        }
        self.paragraph(if contacts { "Contact" } else { "Facts" }, false, |body| {
            for (nth, (key, value)) in row.into_iter().enumerate() {
                if nth > 0 {
                    runs::plain(&mut body.xml, " | ", None);
                }
                body.keyed(key, value, None);
            }
        });
    }

    pub(super) fn headline(&mut self, pair: &KeyValue, keep: bool) {
        let style = if self.is_sender_below() { SENDER } else { "Subtitle" };
        self.paragraph(style, keep, |body| body.pair(pair));
    }

    /// Writes a key, if there is one, in bold, and its value.
    pub(super) fn pair(&mut self, pair: &KeyValue) {
        self.keyed(pair.key.as_ref(), &pair.value, Some("Strong"));
    }

    /// Writes a key and its value; a halfwidth colon is followed by a blank.
    fn keyed(&mut self, key: Option<&Rich>, value: &Rich, style: Option<&str>) {
        if let Some(key) = key {
            let text = key.text();
            let len = text.trim_end().len();
            self.rich(&key.slice(0..len), style);
            match text[..len].chars().next_back() {
                Some('：') => {}
                Some(':') => runs::plain(&mut self.xml, " ", None),
                _ => runs::plain(&mut self.xml, ": ", None),
            }
        }
        self.rich(value, None);
    }
}
