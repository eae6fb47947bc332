use super::Slab;
use crate::boxes::Paragraph;
use crate::diag::Sink;
use crate::font::FontBook;
use crate::geom::Pt;
use crate::layout::Stack;
pub(crate) struct Setter<'a> {
    pub folio: (usize, usize),
    _m: std::marker::PhantomData<&'a ()>,
}
impl<'a> Setter<'a> {
    pub fn new(_: &'a FontBook, _: &'a [Stack], _: &str, _: &'a mut Sink) -> Self {
        Setter { folio: (0, 0), _m: std::marker::PhantomData }
    }
    pub fn paragraph(&mut self, _: &Paragraph, _: Pt) -> Vec<Slab> {
        Vec::new()
    }
    pub fn natural_width(&mut self, _: &Paragraph) -> Pt {
        Pt::ZERO
    }
    pub fn narrowest(&mut self, _: &Paragraph) -> Pt {
        Pt::ZERO
    }
}
