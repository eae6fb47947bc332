//! The roles of HTML elements in a résumé, and what their attributes say about the place of text.

use super::tokens::Tag;

/// The effect of an element on its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `<h1>` to `<h6>`.
    Heading(u8),
    /// `<ul>`, or `<ol>` if `ordered`.
    List { ordered: bool },
    /// `<li>`
    Item,
    /// `<table>`
    Table,
    /// `<tr>`
    Row,
    /// `<td>`, or `<th>` if `head`.
    Cell { head: bool },
    /// `<thead>`, `<tbody>`, `<tfoot>`
    Rows,
    /// `<dl>`
    Definitions,
    /// `<dt>`
    Term,
    /// `<dd>`
    Detail,
    /// `<blockquote>`
    Quote,
    /// `<pre>`
    Verbatim,
    /// `<summary>`
    Summary,
    /// Only separates blocks: `<div>`, `<p>`.
    Part,
    /// `<hr>`
    Rule,
    /// Has no content and no meaning in print: `<wbr>`, `<col>`.
    Nothing,
    /// Not printed, for the given reason; `loud`: worth reporting to the author.
    Hidden { why: &'static str, loud: bool },
    /// Formats running text, or does no harm: `<b>`, `<span>`.
    Inline,
    /// Unknown.
    Unknown,
}

impl Kind {
    /// Returns whether it separates running text.
    pub fn is_block(self) -> bool {
        !matches!(self, Kind::Inline | Kind::Unknown | Kind::Nothing | Kind::Hidden { .. })
    }
}

/// Returns the kind of the element of a tag, taking its `hidden` and `style` attributes into account.
pub fn kind(tag: &Tag) -> Kind {
    match by_name(&tag.name) {
        hidden @ Kind::Hidden { .. } => hidden,
        kind if tag.closing => kind,
        kind => hidden_by(tag).map_or(kind, |why| Kind::Hidden { why, loud: true }),
    }
}

fn by_name(name: &str) -> Kind {
    match name {
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "ul" | "menu" | "dir" => Kind::List { ordered: false },
        "ol" => Kind::List { ordered: true },
        "li" => Kind::Item,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" => Kind::Cell { head: false },
        "th" => Kind::Cell { head: true },
        "thead" | "tbody" | "tfoot" => Kind::Rows,
        "dl" => Kind::Definitions,
        "dt" => Kind::Term,
        "dd" => Kind::Detail,
        "blockquote" => Kind::Quote,
        "pre" | "xmp" | "listing" => Kind::Verbatim,
        "summary" => Kind::Summary,
        "hr" => Kind::Rule,
        "div" | "p" | "center" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav"
        | "address" | "figure" | "figcaption" | "caption" | "details" | "fieldset" | "legend" | "form"
        | "hgroup" | "dialog" | "search" | "html" | "body" | "noscript" => Kind::Part,
        "wbr" | "col" | "colgroup" | "source" | "track" | "param" | "area" | "basefont" | "o:p" => {
            Kind::Nothing
        }
        // In drawings.
        "path" | "g" | "use" | "defs" | "rect" | "circle" | "ellipse" | "line" | "polyline" | "polygon"
        | "symbol" | "clippath" | "mask" | "pattern" | "lineargradient" | "radialgradient" | "stop"
        | "filter" | "fegaussianblur" | "animate" => Kind::Nothing,
        "script" | "style" | "link" | "meta" | "base" => quietly("part of a page's program or style"),
        "head" | "title" => Kind::Hidden { why: "title of an HTML page", loud: true },
        "template" => Kind::Hidden { why: "an HTML template", loud: true },
        "hidden" => Kind::Hidden { why: "hidden by <hidden>", loud: true },
        "button" => Kind::Hidden { why: "a button of a page", loud: true },
        "svg" => Kind::Hidden { why: "part of a drawing in HTML", loud: true },
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "br" | "cite" | "code" | "data" | "del"
        | "dfn" | "em" | "font" | "i" | "img" | "ins" | "kbd" | "label" | "mark" | "nobr" | "picture"
        | "q" | "rb" | "rp" | "rt" | "rtc" | "ruby" | "s" | "samp" | "small" | "span" | "strike"
        | "strong" | "sub" | "sup" | "time" | "text" | "tspan" | "tt" | "u" | "var" => Kind::Inline,
        _ => Kind::Unknown,
    }
}

fn quietly(why: &'static str) -> Kind {
    Kind::Hidden { why, loud: false }
}

/// Returns whether an element is understood but meant for interaction: its text is printed, and it is reported to
/// the author.
pub fn is_interactive(name: &str) -> bool {
    matches!(name, "nav" | "form" | "dialog")
}

/// Returns whether an element is not one of HTML's: a component of a site, which may show an attribute.
pub fn is_component(name: &str) -> bool {
    const OF_HTML: [&str; 18] = [
        "audio", "button", "canvas", "embed", "iframe", "input", "map", "math", "meter", "object", "option",
        "output", "picture", "progress", "select", "slot", "textarea", "video",
    ];
    by_name(name) == Kind::Unknown && !OF_HTML.contains(&name) && !name.contains("icon")
}

/// Returns whether an element never has content.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Returns why an element is not shown, if an attribute says so.
fn hidden_by(tag: &Tag) -> Option<&'static str> {
    const NOT_PRINTED: [&str; 6] =
        ["no-print", "noprint", "d-print-none", "hidden-print", "print-hidden", "print:hidden"];
    if tag.attribute("hidden").is_some_and(|value| !value.eq_ignore_ascii_case("false")) {
        return Some("hidden by the attribute `hidden`");
    }
    if tag.classes().any(|class| NOT_PRINTED.contains(&class)) {
        return Some("kept out of print by its class");
    }
    if tag.classes().any(|class| matches!(class, "topnav" | "navbar" | "site-nav" | "main-nav")) {
        return Some("navigation of a web page, by its class");
    }
    let button = |class: &str| class == "button" || class.starts_with("button-");
    if tag.name == "a" && (tag.attribute("download").is_some() && tag.classes().any(button)) {
        return Some("a button of a page");
    }
    let says = |property, value: &str| style(tag, property).is_some_and(|found| found == value);
    let nothing = says("opacity", "0") || says("font-size", "0") || says("font-size", "0px");
    (nothing || says("display", "none") || says("visibility", "hidden")).then_some("hidden by its style")
}

/// Returns the value of a property in a tag's `style`, in lower case.
pub fn style(tag: &Tag, property: &str) -> Option<String> {
    tag.attribute("style")?.split(';').rev().find_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.trim_end_matches("!important").trim_end().to_owned();
        name.trim().eq_ignore_ascii_case(property).then_some(value)
    })
}

/// The side of a line on which an element is placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// `float:left`
    Left,
    /// `float:right`, and classes that mean the same.
    Right,
    /// A class with `date`: authors' style sheets put it to the right.
    Date,
}

/// Returns the side of its line on which an element is placed, if given.
pub fn side(tag: &Tag) -> Option<Side> {
    let says = |property, value: &str| style(tag, property).is_some_and(|found| found == value);
    if says("float", "left") {
        return Some(Side::Left);
    }
    let placed = says("position", "absolute") && style(tag, "right").is_some();
    if placed || says("float", "right") || says("float", "inline-end") || says("margin-left", "auto") {
        return Some(Side::Right);
    }
    tag.classes().find_map(|class| {
        let class = class.to_ascii_lowercase();
        match class.as_str() {
            "right" | "pull-right" | "float-right" | "float-end" | "align-right" | "ms-auto" | "ml-auto" => {
                Some(Side::Right)
            }
            "pull-left" | "float-left" | "float-start" => Some(Side::Left),
            _ => {
                let mut words = class.split(['-', '_']);
                let last = words.next_back().unwrap_or_default();
                let dates = ["date", "dates", "period", "duration", "daterange"];
                dates.contains(&last).then_some(Side::Date)
            }
        }
    })
}

/// Returns whether a class says that an element is the name of an employer or a school: `company-name`.
pub fn names_organization(tag: &Tag) -> bool {
    const WORDS: [&str; 10] = [
        "company",
        "employer",
        "school",
        "institution",
        "organization",
        "organisation",
        "university",
        "college",
        "org",
        "firm",
    ];
    tag.classes().any(|class| {
        let class = class.to_ascii_lowercase();
        let name =
            ["-name", "_name", "name", "-title", "_title"].iter().find_map(|end| class.strip_suffix(end));
        WORDS.contains(&name.unwrap_or(&class)) && !(name.is_none() && class == "org")
    })
}

/// Returns whether a class says that an element is a part of an entry's title: its employer, post, place or dates.
pub fn names_part(tag: &Tag) -> bool {
    const POSTS: [&str; 12] = [
        "job-title",
        "job_title",
        "jobtitle",
        "position",
        "role",
        "job-position",
        "job-role",
        "degree",
        "location",
        "job-location",
        "job_location",
        "company-location",
    ];
    let post = |class: &str| POSTS.iter().any(|post| class.eq_ignore_ascii_case(post));
    names_organization(tag) || side(tag) == Some(Side::Date) || tag.classes().any(post)
}

/// Returns whether an element inside running text is set apart from it, as a date at the line's end.
pub fn is_apart(tag: &Tag) -> bool {
    side(tag).is_some()
        || style(tag, "text-align").is_some_and(|align| matches!(align.as_str(), "right" | "end"))
        || tag.classes().any(|class| matches!(class, "text-right" | "text-end"))
}

/// Returns whether an element sets its content side by side.
pub fn is_row(tag: &Tag) -> bool {
    let column = style(tag, "flex-direction").is_some_and(|way| way.starts_with("column"))
        || tag.classes().any(|class| matches!(class, "flex-col" | "flex-column"));
    let row = style(tag, "display").is_some_and(|display| display.ends_with("flex"))
        || tag.classes().any(|class| {
            matches!(
                class,
                "d-flex"
                    | "flex"
                    | "flex-row"
                    | "row"
                    | "justify-between"
                    | "justify-content-between"
                    | "space-between"
                    | "flex-between"
            ) || class.ends_with("-row")
                || class.ends_with("_row")
        });
    row && !column
}

/// Returns whether there is a page break before an element, and after it.
pub fn page_breaks(tag: &Tag) -> (bool, bool) {
    let says = |properties: [&str; 2]| {
        let value = properties.into_iter().find_map(|property| style(tag, property));
        value.is_some_and(|value| matches!(value.as_str(), "always" | "page" | "left" | "right"))
    };
    let class = tag.classes().any(|class| matches!(class, "pagebreak" | "page-break" | "newpage"));
    (class || says(["page-break-before", "break-before"]), says(["page-break-after", "break-after"]))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::{Token, tokens};
    use super::*;

    fn tag(html: &str) -> Tag {
        match tokens(html).into_iter().next().map(|piece| piece.token) {
            Some(Token::Tag(tag)) => tag,
            other => panic!("{html}: {other:?}"),
        }
    }

    #[test]
    fn what_is_hidden_is_told_by_name_attribute_style_and_class() {
        for html in [
            "<p hidden>",
            "<div HIDDEN='hidden'>",
            "<span style='color:red; DISPLAY : none !important'>",
            "<div style=visibility:hidden>",
            "<a class='btn no-print'>",
            "<template>",
            "<title>",
        ] {
            assert!(matches!(kind(&tag(html)), Kind::Hidden { loud: true, .. }), "{html}");
        }
        for html in
            ["<p hidden=false>", "<p style='display:block'>", "<p class=hide>", "<b aria-hidden=true>"]
        {
            assert!(!matches!(kind(&tag(html)), Kind::Hidden { .. }), "{html}");
        }
        assert!(matches!(kind(&tag("<style>")), Kind::Hidden { loud: false, .. }));
    }

    #[test]
    fn sides_rows_and_pages_are_told_by_style_and_class() {
        for (html, want) in [
            ("<span style='float:right'>", Some(Side::Right)),
            ("<div style='float: left; width: 50%'>", Some(Side::Left)),
            ("<span class='text pull-right'>", Some(Side::Right)),
            ("<span class=date>", Some(Side::Date)),
            ("<div class='entry-date mono'>", Some(Side::Date)),
            ("<p class=cv_period>", Some(Side::Date)),
            ("<span class=date-from>", None),
            ("<span class=update>", None),
            ("<p style='text-align:right'>", None),
        ] {
            assert_eq!(side(&tag(html)), want, "{html}");
        }
        for html in ["<div class=company-name>", "<p class='bold employer'>", "<span class=school_name>"] {
            assert!(names_organization(&tag(html)), "{html}");
        }
        for html in ["<div class=company-logo>", "<div class=job-title>", "<div class=name>", "<div>"] {
            assert!(!names_organization(&tag(html)), "{html}");
        }
        assert!(is_row(&tag("<div style='display:flex;justify-content:space-between'>")));
        assert!(is_row(&tag("<div class='row g-0'>")));
        assert!(is_row(&tag("<div class='skill-row'>")));
        assert!(!is_row(&tag("<div style='display:flex;flex-direction:column'>")));
        assert_eq!(page_breaks(&tag("<div style='page-break-before:always'>")), (true, false));
        assert_eq!(page_breaks(&tag("<p style='break-after: page'>")), (false, true));
        assert_eq!(page_breaks(&tag("<div style='page-break-inside: avoid'>")), (false, false));
    }
}
