//! Icons by name: `<i class="fa fa-phone">`, `<iconify-icon icon="mdi:github">`, `:tabler-mail:`.

use super::tokens::Tag;
use crate::diag::Span;
use crate::source::chars::is_private_use;
use crate::source::markdown::{Inline, InlineKind};

/// Beginnings of classes that name an icon: Font Awesome, Bootstrap, Material Design, Remix …
const PREFIXES: [&str; 32] = [
    "fa-",
    "icon-",
    "iconfont-",
    "bi-",
    "mdi-",
    "zmdi-",
    "ri-",
    "ti-",
    "devicon-",
    "octicon-",
    "glyphicon-",
    "ion-md-",
    "ion-ios-",
    "ion-",
    "bxl-",
    "bxs-",
    "bx-",
    "la-",
    "lni-",
    "ai-",
    "si-",
    "uil-",
    "el-icon-",
    "anticon-",
    "layui-icon-",
    "feather-",
    "lucide-",
    "ph-",
    "tabler-",
    "socicon-",
    "typcn-",
    "i-",
];

/// Words after `fa-` for size, weight or movement.
const LOOKS: [&str; 24] = [
    "solid", "regular", "light", "thin", "brands", "duotone", "sharp", "fw", "lg", "sm", "xs", "xl", "2xl",
    "1x", "2x", "3x", "4x", "5x", "spin", "pulse", "li", "ul", "inverse", "border",
];

/// Collections before the name: `mdi:github`, `:devicon/react:`, `logo-github`.
const COLLECTIONS: [&str; 33] = [
    "fa",
    "fas",
    "far",
    "fab",
    "fal",
    "fontawesome",
    "fa-solid",
    "fa-brands",
    "fa-regular",
    "mdi",
    "material",
    "tabler",
    "devicon",
    "devicons",
    "octicon",
    "octicons",
    "bi",
    "ri",
    "ion",
    "lucide",
    "feather",
    "simple",
    "simple-icons",
    "logos",
    "logo",
    "brands",
    "brand",
    "solid",
    "regular",
    "carbon",
    "iconify",
    "skill-icons",
    "heroicons",
];

/// Endings after the name that say how it is drawn.
const ENDINGS: [&str; 16] = [
    "-fill",
    "-filled",
    "-line",
    "-outline",
    "-outlined",
    "-rounded",
    "-round",
    "-solid",
    "-original",
    "-plain",
    "-wordmark",
    "-12",
    "-16",
    "-20",
    "-24",
    "-logo",
];

/// Returns the name of the icon that an element stands for, whatever its content.
pub fn of_tag(tag: &Tag) -> Option<String> {
    let named = ["data-icon", "icon", "data-feather", "data-lucide", "xlink:href", "href"];
    let mut values = named.iter().filter(|name| !name.ends_with("href") || tag.name == "use");
    let value = values.find_map(|name| tag.attribute(name));
    let element =
        matches!(tag.name.as_str(), "ion-icon" | "box-icon" | "icon" | "v-icon" | "van-icon" | "svg-icon");
    let value = value.or_else(|| tag.attribute("name").filter(|_| element));
    let by_class = || {
        let marks = matches!(tag.name.as_str(), "i" | "span" | "em" | "b" | "svg" | "small" | "font");
        tag.classes().filter(|_| marks).find_map(of_class)
    };
    value.and_then(bare).or_else(by_class)
}

fn of_class(class: &str) -> Option<String> {
    let class = class.to_ascii_lowercase();
    let name = PREFIXES.iter().find_map(|prefix| class.strip_prefix(prefix))?;
    let looks = LOOKS.contains(&name)
        || ["flip-", "rotate-", "pull-", "stack"].iter().any(|look| name.starts_with(look));
    if looks { None } else { bare(name) }
}

/// Returns whether an element's text is the name of an icon, which a font draws.
pub fn is_ligature(tag: &Tag) -> bool {
    matches!(tag.name.as_str(), "v-icon" | "q-icon" | "mat-icon")
        || tag
            .classes()
            .any(|class| class.starts_with("material-icons") || class.starts_with("material-symbols"))
}

/// Returns a name without collection and ending, in lower case; `None` if it is not a name.
pub fn bare(name: &str) -> Option<String> {
    let name =
        name.trim().trim_start_matches('#').to_ascii_lowercase().replace(['_', ' '], "-").replace("--", ":");
    let mut name = name.rsplit([':', '/']).next().unwrap_or_default();
    while let Some((collection, rest)) = name.split_once('-')
        && (COLLECTIONS.contains(&collection) || collection == "icon")
        && !rest.is_empty()
    {
        name = rest;
    }
    while let Some(rest) =
        ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)).filter(|rest| !rest.is_empty())
    {
        name = rest;
    }
    let good =
        !name.is_empty() && name.len() <= 40 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    good.then(|| name.to_owned())
}

/// Returns whether a text is nothing but blanks and glyphs of an icon font.
pub fn is_glyphs(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_whitespace() || is_private_use(c) || matches!(c, '\u{200B}'..='\u{200D}' | '\u{FE0F}'))
}

/// Replaces the short codes of icons in running text.
pub fn short_codes(inlines: Vec<Inline>) -> Vec<Inline> {
    let has = |inline: &Inline| matches!(&inline.kind, InlineKind::Text(text) if first_code(text).is_some());
    if !inlines.iter().any(has) {
        return inlines;
    }
    let mut out = Vec::new();
    for inline in inlines {
        match inline.kind {
            InlineKind::Text(text) if text.len() == inline.span.len() => parted(&text, inline.span, &mut out),
            _ => out.push(inline),
        }
    }
    out
}

fn parted(text: &str, span: Span, out: &mut Vec<Inline>) {
    let place = |from: usize, to: usize| {
        let start = span.range().start;
        Span::new(span.file, start + from..start + to)
    };
    let mut done = 0;
    while let Some((from, to, name)) = first_code(&text[done..]) {
        if from > 0 {
            let kind = InlineKind::Text(text[done..done + from].to_owned());
            out.push(Inline { span: place(done, done + from), kind });
        }
        out.push(Inline { span: place(done + from, done + to), kind: InlineKind::Icon(name) });
        done += to;
    }
    if done < text.len() {
        out.push(Inline { span: place(done, text.len()), kind: InlineKind::Text(text[done..].to_owned()) });
    }
}

/// Returns the position of the first short code, and the icon it names.
fn first_code(text: &str) -> Option<(usize, usize, String)> {
    let mut from = 0;
    while let Some(at) = text[from..].find(':').map(|at| from + at) {
        let rest = &text[at + 1..];
        let word = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '/' | '_');
        let len = rest.find(|c| !word(c)).unwrap_or(rest.len());
        let before = text[..at].chars().next_back();
        let code = &rest[..len];
        let collection = code.split(['-', '/']).next().unwrap_or_default();
        let known = COLLECTIONS.contains(&collection) && code.len() > collection.len() + 1;
        if known && rest[len..].starts_with(':') && !before.is_some_and(char::is_alphanumeric) {
            let name = bare(&code[collection.len() + 1..])?;
            return Some((at, at + len + 2, name));
        }
        from = at + 1 + len;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::tokens::{Token, tokens};
    use super::*;

    fn icon(html: &str) -> Option<String> {
        match tokens(html).into_iter().next().map(|piece| piece.token) {
            Some(Token::Tag(tag)) => of_tag(&tag),
            other => panic!("{html}: {other:?}"),
        }
    }

    #[test]
    fn icons_have_their_bare_name() {
        for (html, want) in [
            ("<i class='fa fa-phone'>", "phone"),
            ("<i class='fas fa-fw fa-envelope fa-lg'>", "envelope"),
            ("<i class='fa-brands fa-github'>", "github"),
            ("<i class='bi bi-geo-alt-fill'>", "geo-alt"),
            ("<span class='iconify' data-icon='tabler:mail'>", "mail"),
            ("<iconify-icon icon='mdi:github'>", "github"),
            ("<Icon icon='tabler:brand-github'/>", "github"),
            ("<i class='iconfont icon-weixin'>", "weixin"),
            ("<ion-icon name='logo-wechat'>", "wechat"),
            ("<ion-icon name='call-outline'>", "call"),
            ("<i class='devicon-react-original colored'>", "react"),
            ("<i class='ri-phone-line'>", "phone"),
            ("<i data-feather='map-pin'>", "map-pin"),
            ("<use xlink:href='#icon-zhihu'>", "zhihu"),
        ] {
            assert_eq!(icon(html).as_deref(), Some(want), "{html}");
        }
        for html in
            ["<i>", "<i class='note'>", "<span class='date'>", "<a href='#icon-x'>", "<i icon='a b. c'>"]
        {
            assert_eq!(icon(html), None, "{html}");
        }
    }

    #[test]
    fn short_codes_of_collections_are_icons() {
        let codes = |text: &str| {
            let span = Span::new(crate::diag::FileId::RESUME, 0..text.len());
            let inlines = vec![Inline { span, kind: InlineKind::Text(text.to_owned()) }];
            let shown = |inline: &Inline| match &inline.kind {
                InlineKind::Text(words) => {
                    assert_eq!(&text[inline.span.range()], words);
                    words.clone()
                }
                InlineKind::Icon(name) => format!("({name})"),
                other => panic!("{other:?}"),
            };
            short_codes(inlines).iter().map(shown).collect::<String>()
        };
        assert_eq!(codes(":fa-phone: 138"), "(phone) 138");
        assert_eq!(codes("用 :devicon/react: 和 :tabler-mail:"), "用 (react) 和 (mail)");
        assert_eq!(codes(":fontawesome-brands-github: :octicons-mail-16:"), "(github) (mail)");
        for text in [":phone:", "10:fa-x: 9", "a :fast-food: b", ":fa-phone", "键:mdi-x", ":fa-:"] {
            assert_eq!(codes(text), text);
        }
    }
}
