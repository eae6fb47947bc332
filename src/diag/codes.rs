//! The codes of all diagnostics. A code never changes its meaning; J1 source, J2 structure,
//! J3 wording, J4 layout file, J5 fonts, J6 lines, J7 pages, J8 the finished PDF.

use super::Severity::{self, Error, Note, Warning};

/// A stable name for one kind of finding.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    /// What is printed: `J203`.
    pub id: &'static str,
    /// Its severity unless the document changes it.
    pub severity: Severity,
    /// The finding in a few words.
    pub title: &'static str,
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

impl Code {
    /// Returns the code that a text names, whatever its case.
    pub fn named(id: &str) -> Option<Code> {
        ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id.trim()))
    }

    /// Returns the code whose name is nearest to a text; the first if there are several.
    pub fn nearest(id: &str) -> Code {
        let id = id.trim().to_ascii_uppercase();
        let distance = |code: &&Code| strsim::damerau_levenshtein(code.id, &id);
        ALL.iter().min_by_key(distance).copied().unwrap_or(NOT_UTF8)
    }
}

macro_rules! codes {
    ($($name:ident $id:literal $severity:ident $title:literal;)*) => {
        $(#[doc = $title] pub const $name: Code = Code { id: $id, severity: $severity, title: $title };)*
        /// Every code, in order.
        pub const ALL: &[Code] = &[$($name),*];
    };
}

codes! {
    NOT_UTF8 "J101" Warning "the file is not UTF-8 text";
    FRONT_MATTER "J102" Warning "the front matter cannot be read";
    FRONT_MATTER_KEY "J103" Warning "unknown front-matter key";
    DIRECTIVE "J104" Warning "malformed directive";
    SETEXT "J105" Warning "accidental setext heading";
    ELSEWHERE "J106" Note "GitHub shows this differently";
    RAW_HTML "J107" Warning "raw HTML not understood";
    IMAGE "J108" Warning "image missing, remote, or outside the folder";
    TOO_DEEP "J109" Warning "nested too deeply";
    CONTROL "J110" Warning "a control character was replaced";
    LINK "J111" Warning "a link target was dropped";
    TOO_LARGE "J112" Error "the document is too large";
    FOREIGN_LAYOUT "J113" Warning "the layout in the front matter is another tool's";
    VIEW "J114" Error "a view cannot be read";
    UNKNOWN_TAG "J115" Error "a view names something that does not exist";
    TAGGED "J116" Note "tagged text is printed all the same";
    TIGHT_HEADING "J117" Warning "a heading without a space after its #";
    LEFTOVER "J118" Warning "something for another tool was left out";
    UNKNOWN_VIEW "J119" Error "unknown view or language";
    DRIFT_MISSING "J120" Warning "something is in only one of two versions";
    DRIFT_DATE "J121" Warning "two versions have different dates";
    DRIFT_NUMBER "J122" Warning "two versions have different numbers";
    DRIFT_CONTACT "J123" Warning "two versions have different contacts or links";
    DRIFT_COUNT "J124" Warning "two versions have different numbers of bullets";
    DRIFT_WORD "J125" Note "a name is in only one of two versions";
    VARIABLE "J126" Error "a variable without a value";
    FILE_NAME "J127" Note "a value for the file name is missing";
    INCLUDE "J128" Error "a file cannot be included";
    LETTER "J129" Note "this looks like a letter";
    NO_NAME "J201" Warning "no name";
    NO_CONTACT "J202" Warning "no e-mail and no phone";
    EMPTY "J203" Warning "empty section or entry";
    NUMBERING "J204" Note "hand-written numbers out of sequence";
    DATE "J205" Warning "date not understood, or end before start";
    DATE_STYLE "J206" Note "dates are written in several forms";
    ORDER "J207" Note "entries not in reverse chronological order";
    OVERLAP "J208" Note "two jobs overlap, or have a gap between them";
    LEVEL_SKIPPED "J209" Warning "heading level skipped";
    SAME_TITLE "J210" Warning "two sections with the same title";
    SINGLE_BULLET "J211" Note "a section with a single bullet";
    NO_SECTION "J212" Warning "no section found";
    PLAIN_TITLE "J213" Warning "a plain line is taken as a title";
    NO_ENTRY "J214" Warning "a line with dates did not become an entry";
    MARKUP "J215" Warning "markup is printed";
    PAPER_NAME "J216" Warning "the name contains the title of the document";
    STRAY_KEY "J217" Warning "a key of one character";
    UNLINKED "J218" Warning "a contact without a link";
    FULL_WIDTH "J219" Warning "a contact in full-width characters";
    GUESSED "J220" Note "the name or the headline is a guess";
    PARTS "J221" Note "a part of an entry may be something else";
    BRAND "J301" Note "a name that its owners write differently";
    WIDTH "J302" Note "punctuation of the wrong width";
    WORDS "J303" Note "words that weaken a résumé, or do not belong in it";
    BARE_URL "J304" Note "a long URL in running text";
    LONG_BULLET "J305" Warning "a bullet with too many lines";
    SENTENCE_END "J306" Note "items of a list end differently";
    INVISIBLE "J307" Error "invisible text";
    LAYOUT_SYNTAX "J401" Error "the layout file cannot be read";
    LAYOUT_KEY "J402" Error "unknown key in a layout";
    LAYOUT_VALUE "J403" Error "a value that the layout key does not take";
    LAYOUT_ROW "J404" Error "a row of a layout cannot be read";
    LAYOUT_NAME "J405" Error "unknown layout, style, colour or font family";
    LAYOUT_CYCLE "J406" Error "a layout extends itself";
    HIDDEN "J407" Note "the layout hides a section";
    NO_GLYPH "J501" Warning "no font has a character";
    FALLBACK "J502" Note "a character was taken from a fallback face";
    BOLD "J503" Warning "bold face missing";
    REGION "J504" Warning "a face lacks the forms of the language";
    RIGHT_TO_LEFT "J505" Warning "right-to-left words";
    OVERFULL "J601" Warning "a line is too long for its column";
    TORN "J602" Note "a line breaks where it should not";
    STRANDED "J702" Warning "a heading is stranded at the foot of a page";
    LAST_PAGE "J703" Note "the last page is nearly empty";
    TOO_LONG "J704" Error "the text is too long for the pages asked for";
    TOO_SHORT "J705" Error "the text is too short for the pages asked for";
    TOO_MANY_PAGES "J706" Warning "there are more pages than jianli makes";
    WINDOW "J707" Note "the address of a letter is not in the window";
    UNREADABLE "J800" Error "the finished PDF cannot be read";
    TEXT_LOST "J801" Error "text of the résumé is not in the PDF";
    TEXT_ALTERED "J802" Error "text is read from the PDF as different text";
    READ_ORDER "J803" Error "the PDF is read in a different order";
    GLUED "J804" Warning "words of the PDF are read as one, or one as two";
    UNTAGGED "J805" Error "text of the résumé is not in the tags";
    OVERLAPPING "J806" Warning "glyphs of the PDF overlap";
    PARTED "J807" Warning "a word of the PDF is split";
    COARSE "J811" Error "an image is too coarse to be printed";
    SECRET_LEFT "J812" Error "what was to be left out is still there";
    PICTURE "J813" Note "a picture may reveal the person's identity";
    CARRIED "J814" Note "the PDF carries text that is not printed";
    NAMED_AFTER "J815" Warning "the file is named after what was left out";
    OTHERWISE "J821" Warning "an export says something different, or less";
    UNSEEN "J822" Note "a format has no place for something";
    WANTED "J823" Warning "a format requires something the résumé does not say";
    FILLED "J824" Warning "an export says what the résumé does not";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_once_and_in_order() {
        assert!(ALL.windows(2).all(|pair| pair[0].id < pair[1].id));
    }
}
