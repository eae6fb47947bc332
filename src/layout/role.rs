//! The roles for which every layout has a style.

/// Running text.
pub const BODY: &str = "body";
/// The person's name.
pub const NAME: &str = "name";
/// The line under the name.
pub const HEADLINE: &str = "headline";
/// Ways to reach the person.
pub const CONTACT: &str = "contact";
/// Section titles.
pub const SECTION_TITLE: &str = "section-title";
/// The first part of an entry's line.
pub const ENTRY_TITLE: &str = "entry-title";
/// The title of a role or a project inside an entry.
pub const MINOR_TITLE: &str = "minor-title";
/// The head of a part of a project.
pub const CAPTION: &str = "caption";
/// The position in an entry.
pub const ENTRY_ROLE: &str = "entry-role";
/// Dates.
pub const DATE: &str = "date";
/// Places.
pub const PLACE: &str = "place";
/// Keys of key–value lists, run-in keys, hand-written numbers of titles.
pub const LABEL: &str = "label";
/// The words of a tag line.
pub const TAG: &str = "tag";
/// List markers.
pub const MARKER: &str = "marker";
/// Code spans and code blocks.
pub const CODE: &str = "code";
/// Links.
pub const LINK: &str = "link";
/// Table headers.
pub const TABLE_HEAD: &str = "table-head";
/// Page numbers and running lines.
pub const FOLIO: &str = "folio";
/// All of the roles.
pub const ALL: &[&str] = &[
    BODY,
    NAME,
    HEADLINE,
    CONTACT,
    SECTION_TITLE,
    ENTRY_TITLE,
    MINOR_TITLE,
    CAPTION,
    ENTRY_ROLE,
    DATE,
    PLACE,
    LABEL,
    TAG,
    MARKER,
    CODE,
    LINK,
    TABLE_HEAD,
    FOLIO,
];
