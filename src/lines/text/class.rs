//! Character classes: one byte per character, the key of the pair table (typography.md §1).

use icu_properties::props::{
    DefaultIgnorableCodePoint, EastAsianWidth, EmojiPresentation, GeneralCategory, GeneralCategoryGroup,
    LineBreak,
};
use icu_properties::{CodePointMapData, CodePointSetData};

macro_rules! classes {
    ($($name:ident $what:literal,)*) => {
        /// The class of a character. `wide` ones are on the em grid, the others are proportional.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(in crate::lines) enum Class {
            $(#[doc = $what] $name,)*
        }
        impl Class {
            /// All classes with the names that the pair table uses.
            pub const ALL: &'static [(&'static str, Class)] = &[$((stringify!($name), Class::$name)),*];
            /// The number of classes.
            pub const COUNT: usize = Class::ALL.len();
        }
    };
}

classes! {
    Id "wide: Han of every plane, kana",
    If "wide: other signs that fill an em, full-width letters and digits, ①",
    Op "wide: opening bracket or quote",
    Cl "wide: closing bracket or quote",
    St "wide: inner stop ，、",
    Sc "wide: inner stop ：；, in the middle of its em in Japanese",
    Fs "wide: final stop 。．",
    Fq "wide: final stop ！？, in the middle of its em in Japanese",
    Fx "wide: ‼ ⁇ ⁈ ⁉, one em that no one trims",
    Md "wide: middle dot",
    Da "wide: dash, a unit with its like",
    El "wide: ellipsis, a unit with its like",
    Cn "wide: connector ～",
    Sl "wide: solidus ／",
    It "wide: iteration mark",
    Pr "wide: prolonged sound mark ー",
    Sk "wide: small kana",
    Po "wide: what follows its number ％ ℃",
    Px "wide: what precedes its number ￥",
    Hg "wide: hangul",
    Em "wide: emoji",
    Al "narrow: letters",
    Nu "narrow: digits",
    Nc "narrow: # & @ + and others that act as letters in Chinese (UTR #59 C)",
    Ns "narrow: stops . , : ; ? !",
    On "narrow: opening bracket or quote",
    Cq "narrow: closing bracket or quote",
    Hy "narrow: hyphen, en dash, single em dash",
    Sn "narrow: solidus",
    Pn "narrow: what follows its number %",
    Pc "narrow: what precedes its number $ € ±",
    Sy "narrow: all other signs",
    Ob "an icon or another object",
    Bl "a blank that the layout put there",
    Sp "a space between words",
    Gl "a space where no line ends",
    Zw "a place where a line may end",
    Sh "a place where a line may end with a hyphen",
    Cm "joined to what is before it; prints with it, or not at all",
}

impl Class {
    /// Returns the class of a character by itself; quotes, dashes, dots and ellipses, which are both
    /// Chinese and Latin, are classed as Latin (see `quotes.rs`).
    pub fn of(c: char) -> Class {
        match c {
            '\0'..='\x7f' => ASCII[c as usize],
            '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3fffd}' => Class::Id,
            _ => special(c).unwrap_or_else(|| by_properties(c)),
        }
    }

    /// Returns whether a character of this class is on the em grid.
    pub fn is_wide(self) -> bool {
        self <= Class::Em
    }

    /// Returns whether it is text that UAX #14 alone breaks: neither wide nor a blank nor an object.
    pub fn is_narrow(self) -> bool {
        Class::Al <= self && self <= Class::Sy
    }

    /// Returns whether it is a blank between words.
    pub fn is_space(self) -> bool {
        matches!(self, Class::Sp | Class::Gl)
    }

    /// Returns whether half of it is blank.
    pub fn is_mark(self) -> bool {
        matches!(self, Class::Op | Class::Cl | Class::St | Class::Sc | Class::Fs | Class::Fq)
    }

    /// Returns whether it counts as a character of the last line (rule 46): no punctuation.
    pub fn is_han(self) -> bool {
        matches!(self, Class::Id | Class::Sk | Class::Hg | Class::It | Class::If)
    }
}

/// ASCII, 16 characters per line.
#[rustfmt::skip]
static ASCII: [Class; 128] = {
    use Class::*;
    [
        Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Sp, Sp, Sp, Sp, Sp, Cm, Cm,
        Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm, Cm,
        Sp, Ns, Sy, Nc, Pc, Pn, Nc, Sy, On, Cq, Sy, Nc, Ns, Hy, Ns, Sn,
        Nu, Nu, Nu, Nu, Nu, Nu, Nu, Nu, Nu, Nu, Ns, Ns, Nc, Sy, Nc, Ns,
        Nc, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al,
        Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, On, Nc, Cq, Sy, Al,
        Sy, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al,
        Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, Al, On, Sy, Cq, Nc, Cm,
    ]
};

/// The characters that typography.md §1 names.
fn special(c: char) -> Option<Class> {
    use Class::*;
    Some(match c {
        '（' | '〔' | '［' | '｛' | '〈' | '《' | '「' | '『' | '【' | '〖' | '〘' | '〚' | '〝' | '｟' => {
            Op
        }
        '）' | '〕' | '］' | '｝' | '〉' | '》' | '」' | '』' | '】' | '〗' | '〙' | '〛' | '〞' | '〟'
        | '｠' => Cl,
        '，' | '、' => St,
        '：' | '；' => Sc,
        '。' | '．' => Fs,
        '！' | '？' => Fq,
        '‼' | '⁇' | '⁈' | '⁉' => Fx,
        '・' | '･' => Md,
        '⸺' | '⸻' | '―' => Da,
        '⋯' | '‥' | '․' => El,
        '～' | '〜' | '゠' | '－' => Cn,
        '／' => Sl,
        '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' => It,
        'ー' => Pr,
        'ぁ'
        | 'ぃ'
        | 'ぅ'
        | 'ぇ'
        | 'ぉ'
        | 'っ'
        | 'ゃ'
        | 'ゅ'
        | 'ょ'
        | 'ゎ'
        | 'ゕ'
        | 'ゖ'
        | 'ァ'
        | 'ィ'
        | 'ゥ'
        | 'ェ'
        | 'ォ'
        | 'ッ'
        | 'ャ'
        | 'ュ'
        | 'ョ'
        | 'ヮ'
        | 'ヵ'
        | 'ヶ'
        | 'ㇰ'..='ㇿ' => Sk,
        '％' | '℃' | '℉' | '￠' => Po,
        '￥' | '＄' | '￡' | '№' => Px,
        '‰' | '°' | '′' | '″' | '‵' => Pn,
        '¥' | '£' | '€' | '±' | '−' | '≤' | '≥' | '≈' => Pc,
        '¡' | '§' | '¶' => Nc,
        '‘' | '“' => On,
        '’' | '”' => Cq,
        '…' => Sy,
        '·' | '‧' => Sy,
        '–' | '—' | '‐' | '‑' => Hy,
        '\u{3000}' => Sp,
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Gl,
        '\u{200b}' => Zw,
        '\u{ad}' => Sh,
        '\u{fffc}' => Ob,
        '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => Cm,
        'ﾞ' | 'ﾟ' => Cm,
        '⓪' | '①'..='⓿' => If,
        '！'..='～' => If,
        '゛' | '゜' => Cn,
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ゟ' | 'ヿ' | '〇' | '○' => Id,
        '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' => Hg,
        _ => return None,
    })
}

/// All other characters, by their Unicode properties.
fn by_properties(c: char) -> Class {
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    let line = CodePointMapData::<LineBreak>::new().get(c);
    let wide = matches!(
        CodePointMapData::<EastAsianWidth>::new().get(c),
        EastAsianWidth::Wide | EastAsianWidth::Fullwidth
    );
    if GeneralCategoryGroup::Mark.contains(category) || is_invisible(c) {
        return Class::Cm;
    }
    match line {
        // ⭐ and ⚡ break as letters do where they are text.
        _ if wide && CodePointSetData::new::<EmojiPresentation>().contains(c) => Class::Em,
        LineBreak::Ideographic if wide && GeneralCategoryGroup::Letter.contains(category) => Class::Id,
        // The newer blocks contain only pictures, though those that few phones show are called narrow.
        LineBreak::Ideographic | LineBreak::EBase if wide || c >= '\u{1f000}' => Class::Em,
        LineBreak::RegionalIndicator => Class::Em,
        LineBreak::EModifier => Class::Cm,
        LineBreak::H2 | LineBreak::H3 | LineBreak::JL | LineBreak::JV | LineBreak::JT => Class::Hg,
        LineBreak::OpenPunctuation => {
            if wide {
                Class::Op
            } else {
                Class::On
            }
        }
        LineBreak::ClosePunctuation | LineBreak::CloseParenthesis => {
            if wide {
                Class::Cl
            } else {
                Class::Cq
            }
        }
        // Small and compatibility forms of marks: they behave as the marks do, but are never trimmed.
        LineBreak::Exclamation | LineBreak::Nonstarter | LineBreak::InfixNumeric if wide => Class::Fx,
        LineBreak::Inseparable => Class::El,
        LineBreak::PostfixNumeric if wide => Class::Po,
        LineBreak::PrefixNumeric if wide => Class::Px,
        LineBreak::Quotation if category == GeneralCategory::InitialPunctuation => Class::On,
        LineBreak::Quotation if category == GeneralCategory::FinalPunctuation => Class::Cq,
        LineBreak::Space => Class::Sp,
        LineBreak::Glue if category == GeneralCategory::SpaceSeparator => Class::Gl,
        LineBreak::Numeric => Class::Nu,
        LineBreak::ConditionalJapaneseStarter => Class::Sk,
        _ if category == GeneralCategory::SpaceSeparator => Class::Sp,
        _ if wide => {
            if GeneralCategoryGroup::Letter.contains(category) {
                Class::Id
            } else {
                Class::If
            }
        }
        _ if GeneralCategoryGroup::Letter.contains(category) => Class::Al,
        _ => Class::Sy,
    }
}

/// Returns whether a character has no ink and no width of its own: controls, joiners, direction marks,
/// variation selectors.
pub(in crate::lines) fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{2028}' | '\u{2029}' => true,
        _ => c.is_control() || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c),
    }
}
