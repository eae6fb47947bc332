//! What YAMLResume's own program accepts: the schema of `@yamlresume/core` 0.16, as data.

use crate::exchange::tree::Tree;

/// A member of a record.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Its key.
    pub name: &'static str,
    /// Whether a record without it is refused.
    pub required: bool,
    /// The values that it may have.
    pub rule: Rule,
}

/// The values that a member may have.
#[derive(Clone, Copy, Debug)]
pub enum Rule {
    /// Text of this many characters, at least and at most.
    Text(usize, usize),
    /// A list of texts of this many characters.
    Texts(usize, usize),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A date.
    Date,
    /// An address of mail.
    Mail,
    /// A telephone number.
    Phone,
    /// A URL.
    Url,
}

impl Rule {
    /// Returns whether a value obeys it.
    pub fn admits(self, value: &Tree) -> bool {
        let within = |text: &str, least, most| (least..=most).contains(&text.chars().count());
        match (self, value) {
            (Rule::Text(least, most), Tree::Text(text)) => within(text, least, most),
            (Rule::Texts(least, most), Tree::List(items)) => {
                items.iter().all(|item| item.as_text().is_some_and(|text| within(text, least, most)))
            }
            (Rule::Choice(words), Tree::Text(text)) => words.contains(&text.as_str()),
            (Rule::Date, Tree::Text(text)) => {
                within(text, 4, 32) && text.bytes().any(|byte| byte.is_ascii_digit())
            }
            (Rule::Mail, Tree::Text(text)) => is_mail(text),
            (Rule::Phone, Tree::Text(text)) => is_phone(text),
            (Rule::Url, Tree::Text(text)) => within(text, 1, 256) && is_url(text),
            _ => false,
        }
    }
}

/// A scheme and something behind it; what is wrong in there is for those who open it.
fn is_url(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, rest)| {
        !scheme.is_empty()
            && scheme.chars().all(|c| c.is_ascii_alphanumeric())
            && !rest.is_empty()
            && !text.contains(char::is_whitespace)
    })
}

/// `[+]?[(]?[0-9\s-]{1,15}[)]?[0-9\s-]{1,15}`
fn is_phone(text: &str) -> bool {
    let text = text.strip_prefix('+').unwrap_or(text);
    let text = text.strip_prefix('(').unwrap_or(text);
    let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || c == '-');
    let (before, behind) = text.split_once(')').unwrap_or(("", text));
    let lengths = [before, behind].map(|part| part.chars().count());
    let fits = match text.contains(')') {
        true => lengths.iter().all(|length| (1..=15).contains(length)),
        false => (2..=30).contains(&lengths[1]),
    };
    fits && is_digits(before) && is_digits(behind)
}

/// The pattern of zod, which the schema is written with: ASCII alone.
fn is_mail(text: &str) -> bool {
    let Some((user, domain)) = text.rsplit_once('@') else { return false };
    let is_user = |c: char| c.is_ascii_alphanumeric() || "_'+-.".contains(c);
    let labels: Vec<&str> = domain.split('.').collect();
    let is_label = |label: &&str| {
        label.starts_with(|c: char| c.is_ascii_alphanumeric())
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let (top, rest) = labels.split_last().unwrap_or((&"", &[]));
    !text.contains("..")
        && !user.starts_with('.')
        && user.chars().all(is_user)
        && user.ends_with(|c: char| c.is_ascii_alphanumeric() || "_+-".contains(c))
        && !rest.is_empty()
        && rest.iter().all(is_label)
        && top.len() >= 2
        && top.chars().all(|c| c.is_ascii_alphabetic())
}

const fn must(name: &'static str, rule: Rule) -> Member {
    Member { name, required: true, rule }
}

const fn may(name: &'static str, rule: Rule) -> Member {
    Member { name, required: false, rule }
}

const NAME: Rule = Rule::Text(2, 128);
const TITLE: Rule = Rule::Text(2, 64);
const SUMMARY: Rule = Rule::Text(16, 1024);
const KEYWORDS: Rule = Rule::Texts(1, 32);

/// Who it is.
pub const BASICS: &[Member] = &[
    must("name", NAME),
    may("headline", NAME),
    may("phone", Rule::Phone),
    may("email", Rule::Mail),
    may("url", Rule::Url),
    may("summary", SUMMARY),
];

/// Where somebody lives.
pub const LOCATION: &[Member] = &[
    must("city", TITLE),
    may("address", Rule::Text(4, 256)),
    may("postalCode", Rule::Text(2, 16)),
    may("region", TITLE),
];

/// The lists; `education` alone has to be there.
pub const LISTS: &[(&str, &[Member])] = &[
    ("profiles", &[must("network", Rule::Choice(NETWORKS)), must("username", TITLE), may("url", Rule::Url)]),
    (
        "education",
        &[
            must("institution", NAME),
            // Before the degree, whose words stand for it where there is none.
            must("area", TITLE),
            must("degree", Rule::Choice(DEGREES)),
            may("startDate", Rule::Date),
            may("endDate", Rule::Date),
            may("score", Rule::Text(2, 32)),
            may("courses", Rule::Texts(2, 128)),
            may("summary", SUMMARY),
            may("url", Rule::Url),
        ],
    ),
    (
        "work",
        &[
            must("name", NAME),
            must("position", TITLE),
            must("startDate", Rule::Date),
            may("endDate", Rule::Date),
            must("summary", SUMMARY),
            may("keywords", KEYWORDS),
            may("url", Rule::Url),
        ],
    ),
    (
        "volunteer",
        &[
            must("organization", NAME),
            must("position", TITLE),
            must("startDate", Rule::Date),
            may("endDate", Rule::Date),
            must("summary", SUMMARY),
            may("url", Rule::Url),
        ],
    ),
    (
        "projects",
        &[
            must("name", NAME),
            may("description", Rule::Text(4, 1024)),
            must("startDate", Rule::Date),
            may("endDate", Rule::Date),
            must("summary", SUMMARY),
            may("keywords", KEYWORDS),
            may("url", Rule::Url),
        ],
    ),
    ("skills", &[must("name", NAME), must("level", Rule::Choice(LEVELS)), may("keywords", KEYWORDS)]),
    (
        "languages",
        &[
            must("language", Rule::Choice(LANGUAGES)),
            must("fluency", Rule::Choice(FLUENCIES)),
            may("keywords", KEYWORDS),
        ],
    ),
    (
        "awards",
        &[must("title", NAME), must("awarder", NAME), may("date", Rule::Date), may("summary", SUMMARY)],
    ),
    (
        "certificates",
        &[must("name", NAME), must("issuer", NAME), may("date", Rule::Date), may("url", Rule::Url)],
    ),
    (
        "publications",
        &[
            must("name", NAME),
            must("publisher", NAME),
            may("releaseDate", Rule::Date),
            may("summary", SUMMARY),
            may("url", Rule::Url),
        ],
    ),
    ("interests", &[must("name", NAME), may("keywords", KEYWORDS)]),
    (
        "references",
        &[
            must("name", NAME),
            must("summary", SUMMARY),
            may("email", Rule::Mail),
            may("phone", Rule::Phone),
            may("relationship", NAME),
        ],
    ),
];

pub const DEGREES: &[&str] =
    &["Middle School", "High School", "Diploma", "Associate", "Bachelor", "Master", "Doctor"];

pub const LEVELS: &[&str] = &["Novice", "Beginner", "Intermediate", "Advanced", "Expert", "Master"];

pub const FLUENCIES: &[&str] = &[
    "Elementary Proficiency",
    "Limited Working Proficiency",
    "Minimum Professional Proficiency",
    "Full Professional Proficiency",
    "Native or Bilingual Proficiency",
];

pub const NETWORKS: &[&str] = &[
    "Behance",
    "Dribbble",
    "Facebook",
    "GitHub",
    "Gitlab",
    "Instagram",
    "Line",
    "LinkedIn",
    "Medium",
    "Pinterest",
    "Reddit",
    "Snapchat",
    "Stack Overflow",
    "Telegram",
    "TikTok",
    "Twitch",
    "Twitter",
    "Vimeo",
    "Weibo",
    "WeChat",
    "WhatsApp",
    "YouTube",
    "Zhihu",
];

#[rustfmt::skip]
pub const LANGUAGES: &[&str] = &[
    "Afrikaans", "Albanian", "Amharic", "Arabic", "Azerbaijani", "Belarusian", "Bengali", "Bhojpuri", "Bulgarian",
    "Burmese", "Cantonese", "Catalan", "Chinese", "Croatian", "Czech", "Danish", "Dutch", "English", "Estonian",
    "Farsi", "Filipino", "Finnish", "French", "German", "Greek", "Gujarati", "Hausa", "Hebrew", "Hindi", "Hungarian",
    "Icelandic", "Igbo", "Indonesian", "Irish", "Italian", "Japanese", "Javanese", "Kazakh", "Khmer", "Korean",
    "Lahnda", "Latvian", "Lithuanian", "Malay", "Mandarin", "Marathi", "Nepali", "Norwegian", "Oromo", "Pashto",
    "Polish", "Portuguese", "Romanian", "Russian", "Serbian", "Shona", "Sinhala", "Slovak", "Slovene", "Somali",
    "Spanish", "Sundanese", "Swahili", "Swedish", "Tagalog", "Tamil", "Telugu", "Thai", "Turkish", "Ukrainian",
    "Urdu", "Uzbek", "Vietnamese", "Yoruba", "Zulu",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_those_of_its_patterns() {
        for good in ["555-010-0143", "+44 20 7946 0958", "(555) 010-0143", "13800000000"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["+1 (555) 010-0142", "555 0100 ext. 3", "", "()", "0123456789012345678901234567890"] {
            assert!(!is_phone(bad), "{bad}");
        }
        for good in ["a@example.com", "first.last+tag@mail.example.co"] {
            assert!(is_mail(good), "{good}");
        }
        for bad in [
            "a@example",
            ".a@example.com",
            "a..b@example.com",
            "张@example.com",
            "a@例子.com",
            "a@b@example.com",
        ] {
            assert!(!is_mail(bad), "{bad}");
        }
    }
}
