//! XML, written element by element.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part of a package under construction.
pub struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// Begins a part.
    pub fn new() -> Xml {
        let mut writer = Writer::new(Vec::new());
        // Writing to memory cannot fail.
        let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        Xml(writer)
    }

    fn event(&mut self, event: Event<'_>) {
        let _ = self.0.write_event(event);
    }

    fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
        BytesStart::new(name).with_attributes(attributes.iter().copied())
    }

    /// Opens an element.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(Xml::start(name, attributes)));
    }

    /// Closes the element opened last, which has to be the one named.
    pub fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(Xml::start(name, attributes)));
    }

    /// Writes an element of WordprocessingML that has only a value.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// Writes an element with text in it.
    pub fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        let text: String = text.chars().filter(|c| is_character(*c)).collect();
        self.event(Event::Text(BytesText::new(&text)));
        self.close(name);
    }

    /// Returns the bytes.
    pub fn bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// Returns whether XML can hold a character at all (XML 1.0, 2.2).
fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..='\u{10FFFF}')
}
