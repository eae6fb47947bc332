//! The parts of a layout that an editable document uses: paper, inks, sizes, and faces that readers have.

use crate::export::inks::Inks;
use crate::layout::{Layout, role};
use crate::model::Resume;

/// The faces and sizes that styles are made of.
pub struct Look {
    pub latin: &'static str,
    pub wide: &'static str,
    pub is_serif: bool,
    pub inks: Inks,
    pub lang: String,
    /// The size of running text, in half points.
    pub body: u32,
    pub name: u32,
    pub headline: u32,
    pub section: u32,
    pub entry: u32,
    /// The line height of running text, in 240ths of a line.
    pub leading: u32,
    /// The width of the text, in twentieths of a point.
    pub measure: i64,
    /// Width and height of the paper, and the margins: left, right, top, bottom.
    pub page: [i64; 6],
}

impl Look {
    /// Returns the look of a layout: its paper, inks and sizes, and faces that readers have.
    pub fn of(layout: &Layout, resume: &Resume) -> Look {
        let lang = resume.meta.lang.clone();
        let first = layout.stacks.first().and_then(|stack| stack.latin.first().or(stack.body.first()));
        let serif = first.is_some_and(|name| name.contains("Serif") || name.contains("Song"));
        let half = |role: &str| ((layout.style(role).size.to_f64() * 2.0).round() as u32).clamp(12, 72);
        let body = half(role::BODY).max(18);
        let twips = |points: f64| (points * 20.0).round() as i64;
        let (width, height) =
            (twips(layout.page.size.width.to_f64()), twips(layout.page.size.height.to_f64()));
        let margin = layout.page.margin;
        // A layout with a band extends to the edge of the paper; an editable document does not.
        let inside = |side: crate::geom::Pt| twips(side.to_f64()).clamp(850, 1700);
        let sides = [inside(margin.left), inside(margin.right), inside(margin.top), inside(margin.bottom)];
        let style = layout.style(role::BODY);
        let ratio = style.leading.to_f64() / style.size.to_f64().max(1.0);
        Look {
            latin: if serif { "Georgia" } else { "Calibri" },
            wide: wide_face(&lang, serif),
            is_serif: serif,
            inks: Inks::of(layout),
            lang,
            body,
            name: half(role::NAME).clamp(body + 8, 64),
            headline: half(role::HEADLINE).clamp(body, body + 10),
            section: half(role::SECTION_TITLE).clamp(body + 2, body + 16),
            entry: half(role::ENTRY_TITLE).clamp(body, body + 8),
            // System fonts have room above and below already.
            leading: ((ratio - 0.35).clamp(1.0, 1.35) * 240.0).round() as u32,
            measure: width - sides[0] - sides[1],
            page: [width, height, sides[0], sides[1], sides[2], sides[3]],
        }
    }

    pub fn wide_lang(&self) -> &str {
        let wide = ["zh", "ja", "ko"].iter().any(|lang| self.lang.starts_with(lang));
        match self.lang.as_str() {
            "zh-Hans" | "zh" => "zh-CN",
            "zh-Hant" => "zh-TW",
            "ja" => "ja-JP",
            "ko" => "ko-KR",
            lang if wide => lang,
            _ => "zh-CN",
        }
    }

    pub fn latin_lang(&self) -> &str {
        let wide = ["zh", "ja", "ko"].iter().any(|lang| self.lang.starts_with(lang));
        if wide || self.lang == "en" { "en-US" } else { &self.lang }
    }
}

fn wide_face(lang: &str, serif: bool) -> &'static str {
    let traditional = lang.contains("Hant") || lang.ends_with("TW") || lang.ends_with("HK");
    match (lang.split('-').next().unwrap_or_default(), traditional, serif) {
        ("zh", true, false) => "Microsoft JhengHei",
        ("zh", true, true) => "PMingLiU",
        ("ja", _, false) => "Yu Gothic",
        ("ja", _, true) => "Yu Mincho",
        ("ko", _, false) => "Malgun Gothic",
        ("ko", _, true) => "Batang",
        (_, _, false) => "Microsoft YaHei",
        (_, _, true) => "SimSun",
    }
}
