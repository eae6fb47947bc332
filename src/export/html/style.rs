//! The style of the page: colours, faces and paper of the layout, in a column that fits any screen.

use super::faces;
use crate::export::inks::{Inks, PAPER, contrast};
use crate::export::letter::{Manner, PARTS, Side, manner};
use crate::layout::{Layout, role};
use crate::model::{Letter, Resume};

const NIGHT: [u8; 3] = [22, 24, 28];

/// Returns the style sheet.
pub fn sheet(layout: &Layout, resume: &Resume) -> String {
    let lang = resume.meta.lang.as_str();
    let Inks { ink, accent, link, quiet } = Inks::of(layout);
    let by_day =
        Shades { ink, accent, link, quiet, paper: PAPER, line: [208, 211, 216], tint: [243, 244, 246] };
    let by_night = Shades {
        ink: [230, 231, 233],
        accent: lightened(by_day.accent),
        link: lightened(by_day.link),
        quiet: [168, 172, 179],
        paper: NIGHT,
        line: [62, 66, 73],
        tint: [35, 38, 44],
    };
    let (width, height) = (layout.page.size.width.to_f64(), layout.page.size.height.to_f64());
    let ratio =
        |role: &str| layout.style(role).size.to_f64() / layout.style(role::BODY).size.to_f64().max(1.0);
    let size = |role: &str, most: f64| format!("{:.2}rem", ratio(role).clamp(1.0, most));
    let letter = resume.letter.as_ref().map(|letter| letters(letter, layout)).unwrap_or_default();
    RULES
        .replace("@day@", &by_day.variables())
        .replace("@night@", &by_night.variables())
        .replace("@faces@", &faces::rules(layout, lang))
        .replace("@body@", &faces::body(layout, lang))
        .replace("@mono@", &faces::mono(layout))
        .replace("@name@", &size(role::NAME, 2.6))
        .replace("@section@", &size(role::SECTION_TITLE, 1.5))
        .replace("@entry@", &size(role::ENTRY_TITLE, 1.2))
        .replace("@paper@", &format!("{:.2}mm {:.2}mm", width / 72.0 * 25.4, height / 72.0 * 25.4))
        .replace("@letter@", &letter)
}

/// Returns the class of a part of a letter.
pub fn class(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

/// Returns the rules of a letter: the places of its parts.
fn letters(letter: &Letter, layout: &Layout) -> String {
    let mut out = ".sender{text-align:right;margin-top:.8rem}.sender h1{font-size:1rem}\
                   .sender .contacts{flex-direction:column;align-items:flex-end;margin-top:0}\n\
                   .signature-picture img{max-width:60mm;max-height:16mm;width:auto}\n"
        .to_owned();
    for (part, name) in PARTS {
        let Manner { side, bold, large, first, before } = manner(letter, layout, part);
        // A line is 1.65 rem high.
        let mut rule = format!("margin-top:{:.2}rem", f64::from(before) * 0.165);
        rule.push_str(match side {
            Side::Start => "",
            Side::Center => ";text-align:center",
            Side::End => ";text-align:right",
        });
        rule.push_str(if bold { ";font-weight:700" } else { "" });
        rule.push_str(if large { ";font-size:1.3rem;margin-bottom:1rem" } else { "" });
        if first > 0 {
            rule.push_str(&format!(";text-indent:{first}em"));
        }
        out.push_str(&format!(".letter .{}{{{rule}}}\n", class(name)));
    }
    out
}

struct Shades {
    ink: [u8; 3],
    accent: [u8; 3],
    link: [u8; 3],
    quiet: [u8; 3],
    paper: [u8; 3],
    line: [u8; 3],
    tint: [u8; 3],
}

impl Shades {
    fn variables(&self) -> String {
        let Shades { ink, accent, link, quiet, paper, line, tint } = self;
        let named = [
            ("ink", ink),
            ("accent", accent),
            ("link", link),
            ("quiet", quiet),
            ("paper", paper),
            ("line", line),
            ("tint", tint),
        ];
        named.iter().map(|(name, [r, g, b])| format!("--{name}:#{r:02x}{g:02x}{b:02x};")).collect()
    }
}

/// Returns an ink of the same hue, light enough for dark mode.
fn lightened(ink: [u8; 3]) -> [u8; 3] {
    let mixed = |part: u32| ink.map(|c| (u32::from(c) + (255 - u32::from(c)) * part / 20) as u8);
    (0..=20).map(mixed).find(|ink| contrast(*ink, NIGHT) >= 6.0).unwrap_or([255, 255, 255])
}

const RULES: &str = "\
:root{color-scheme:light dark;@day@}
@media (prefers-color-scheme:dark){:root{@night@}}
@faces@*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.65 @body@;\
line-break:strict;text-autospace:normal;text-spacing-trim:trim-start;overflow-wrap:break-word}
main{max-width:46rem;margin:0 auto;padding:clamp(1.25rem,5vw,3.5rem) clamp(1rem,5vw,2.5rem)}
h1,h2,h3,h4,h5,h6,p,ul,ol,dl,dd,blockquote,pre,table{margin:0}
h1{font-size:@name@;line-height:1.25}
h2{font-size:@section@;line-height:1.35;color:var(--accent);border-bottom:1px solid var(--line);\
padding-bottom:.2em;margin:1.9rem 0 .8rem}
h3,h4,h5,h6{font-size:1rem;line-height:1.5}
h3{font-size:@entry@}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.top{display:flow-root}
.u-photo{float:right;width:6.25rem;height:auto;margin:0 0 .75rem 1.25rem;border-radius:4px}
.p-job-title{font-size:1.1rem}
.contacts,.facts{list-style:none;padding:0;margin-top:.6rem;display:flex;flex-wrap:wrap;gap:.15rem 1.4rem}
.facts div,.pairs div{display:flex;flex-wrap:wrap}
.contacts>*,.facts>*,.line>*,.tags>*,dt,dd,.key{min-width:0;overflow-wrap:anywhere}
dt{font-weight:700}
.key,.when,.place{color:var(--quiet)}
article,.block{margin-top:.6rem}
article+article{margin-top:1.3rem}
.line{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5rem;align-items:baseline}
.when{white-space:nowrap;margin-left:auto;font-variant-numeric:tabular-nums}
.org{font-weight:700}
:lang(zh) em,:lang(ja) em,:lang(ko) em{font-style:normal}
.block .dots,li .dots{text-emphasis:filled dot;text-emphasis-position:under right}
h3 .role,h3 .more,h4 .role,h4 .more,h5 .role,h5 .more,h6 .role,h6 .more{font-weight:400}
ul,ol{padding-left:1.4em}
li{margin-top:.25rem}
li>.block:first-child{margin-top:0}
.tags{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem;margin-top:.35rem}
.tags li{margin:0;padding:0 .5em;background:var(--tint);border-radius:4px;font-size:.9rem}
code,pre{font-family:@mono@;font-size:.92em}
code{background:var(--tint);padding:.05em .3em;border-radius:3px}
pre{background:var(--tint);padding:.7em 1em;white-space:pre-wrap}
pre code{padding:0;background:none}
blockquote{padding-left:1em;border-left:3px solid var(--line);color:var(--quiet)}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid var(--line);padding:.3em .6em;text-align:start;vertical-align:top}
th{background:var(--tint)}
.c{text-align:center}
.e{text-align:end}
hr{border:0;border-top:1px solid var(--line);margin:1.2rem 0}
img{max-width:100%;height:auto}
@letter@@media (max-width:34rem){.when{margin-left:0;width:100%;white-space:normal}.u-photo{width:4.75rem}
table{font-size:.875rem}th,td{padding:.25em .35em;overflow-wrap:anywhere}}
@page{size:@paper@;margin:16mm 17mm}
@media print{
:root{@day@color-scheme:light}
html{font-size:9.75pt}
body{line-height:1.5;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:none;padding:0}
h2{margin:1.3rem 0 .5rem}
article+article{margin-top:.9rem}
article,.block{margin-top:.4rem}
h2,.line{break-after:avoid}
li,tr,blockquote{break-inside:avoid-page}
p,li{orphans:2;widows:2}
a{color:inherit;text-decoration:none}
.break{break-after:page}
}
";
