//! The contents of layout files → a [`Layout`]: units, ranges, names; rows are parsed, geometry is checked.
//!
//! Every problem is reported and replaced by something harmless, so that one run finds them all.

mod color;
mod elastic;
mod element;
mod fit;
mod font;
mod options;
mod page;
mod regions;
mod row;
mod row_scope;
mod scope;
mod sections;
mod shapes;
mod slots;
mod style;

use std::collections::{BTreeMap, BTreeSet};

use super::file::schema::{Family, File};
use super::file::{Choice, Key};
use super::kinds::kind;
use super::{Element, Factors, Layout, role};
use crate::diag::Sink;
use crate::geom::Pt;
use crate::model::{EntryKind, SectionKind};
use scope::{Limit, Scope};
use slots::Where;

/// The range of `body`'s type size.
const TYPE_SIZE: Limit = Limit::pt(4.0, 36.0);

/// Returns the layout that a file describes, its elastic keys multiplied. Errors are reported;
/// the result is then useless.
pub fn resolve(file: &File, choice: &Choice, factors: &Factors, sink: &mut Sink) -> Layout {
    let mut scope = Scope {
        sink,
        factors,
        size: Pt::new(10),
        colors: BTreeMap::new(),
        stacks: Vec::new(),
        roles: BTreeSet::new(),
        measure: Pt::ZERO,
    };
    scope.size = scope.length_or(&file.setting.size, TYPE_SIZE, scope.size);
    scope.size = scope.moved("type.size", scope.size, TYPE_SIZE);
    scope.colors = color::palette(&file.color, &mut scope);
    let stacks = font::stacks(&file.font, choice.families, &mut scope);
    scope.roles = role::ALL.iter().map(|&role| role.to_owned()).chain(file.style.keys().cloned()).collect();
    let setting = style::setting(&file.setting, &mut scope);
    let styles = style::styles(&file.style, &setting, &mut scope);
    let mut page = page::page(&file.page, &mut scope);
    let header = header(&file.header);
    let mut regions = page::regions(&file.regions, &page, &header, &mut scope);
    for region in &mut regions {
        region.styles = style::regional(file, &region.name, &setting, &mut scope);
    }
    scope.measure = regions.iter().map(|region| region.measure()).max().unwrap_or_default();
    page::running(&file.page, &mut page, &mut scope);
    let elastic = element::elasticity(&file.page, &mut scope);
    let elements = &mut element::Elements { scope: &mut scope, elastic };
    let mut layout = Layout {
        name: choice.name.to_owned(),
        title: text(&file.title),
        summary: text(&file.summary),
        page,
        setting,
        stacks,
        styles,
        regions,
        header: header
            .into_iter()
            .map(|(name, part)| (name, elements.element(part, Where::Header)))
            .collect(),
        facts: elements.grid(&file.facts),
        sections: sections(&file.section, elements),
        entries: entries(file, elements),
        list: elements.list(&file.list),
        table: elements.table(&file.table),
        paragraph: elements.space(&file.paragraph.space),
        image: elements.image(&file.image),
        letter: elements.letter(&file.letter),
        chip: elements.chip(&file.chip),
        rating: elements.rating(&file.rating),
        arrangement: sections::sections(&file.sections, elements.scope),
        fit: fit::ranges(file, &mut scope),
    };
    elastic::spaces(&mut layout, factors);
    layout
}

fn text(key: &Key<String>) -> String {
    key.value().cloned().unwrap_or_default()
}

/// Returns the parts of the header by name; the whole of it as `""` if it is not divided.
fn header(file: &Family) -> BTreeMap<String, &super::file::schema::Element> {
    if file.named.is_empty() {
        return BTreeMap::from([(String::new(), &file.own)]);
    }
    file.named.iter().map(|(name, part)| (name.clone(), part)).collect()
}

/// Returns the sections by kind; the common one as `None`.
fn sections(
    family: &Family,
    elements: &mut element::Elements<'_, '_>,
) -> BTreeMap<Option<SectionKind>, Element> {
    let named = family.named.iter().map(|(name, element)| (kind(name), element));
    let all = std::iter::once((None, &family.own)).chain(named);
    all.map(|(kind, element)| (kind, elements.element(element, Where::Section))).collect()
}

fn entries(
    file: &File,
    elements: &mut element::Elements<'_, '_>,
) -> BTreeMap<(EntryKind, Option<SectionKind>), Element> {
    let families =
        [(EntryKind::Entry, &file.entry), (EntryKind::Role, &file.role), (EntryKind::Project, &file.project)];
    let mut entries = BTreeMap::new();
    for (of, family) in families {
        entries.insert((of, None), elements.element(&family.own, Where::Entry));
        for (name, element) in &family.named {
            entries.insert((of, kind(name)), elements.element(element, Where::Entry));
        }
    }
    entries
}
