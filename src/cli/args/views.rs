//! The parts of a résumé to print.

use clap::{Args, ValueEnum};

/// The parts of a résumé to print, and so the number of results.
#[derive(Clone, Debug, Default, Args)]
pub struct ViewArgs {
    /// Print only what a view in the front matter sees; may be repeated, and be a pattern in quotes: 'fe*'
    #[arg(long, value_name = "NAME")]
    pub view: Vec<String>,
    /// Produce one result for each view
    #[arg(long, conflicts_with = "view")]
    pub all_views: bool,
    /// Print what has one of these tags, and what has none
    #[arg(long, value_name = "TAGS", value_delimiter = ',', conflicts_with_all = ["view", "all_views"])]
    pub tags: Option<Vec<String>>,
    /// Produce one result for each language that the text is written in
    #[arg(long, conflicts_with = "lang")]
    pub all_langs: bool,
    /// Leave out personal details: phone, email, im, location, website, profiles, photo, name, birth, age,
    /// gender, …; the finished file is searched for them
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub redact: Vec<String>,
    /// Leave out the person's identity: name, photo, contacts, and facts such as age and gender; with --blind=strict, schools and
    /// employers, too [possible values: usual, strict]
    #[arg(long, value_name = "HOW", num_args = 0..=1, require_equals = true, default_missing_value = "usual", hide_possible_values = true)]
    pub blind: Option<Blindness>,
    /// Set a key of the front matter: name, headline, title, or one of your own that the layout prints; may be repeated
    #[arg(long, value_name = "KEY=VALUE", value_parser = field)]
    pub field: Vec<(String, String)>,
}

/// How much a blind reading leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Blindness {
    /// Who it is.
    Usual,
    /// Where they learned and worked as well.
    Strict,
}

/// Reads `KEY=VALUE`.
fn field(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("a field looks like KEY=VALUE")?;
    let key = key.trim();
    if key.is_empty() || value.contains(char::is_control) {
        return Err("a field looks like KEY=VALUE, in one line".to_owned());
    }
    Ok((key.to_owned(), value.trim().to_owned()))
}

impl ViewArgs {
    /// Returns the arguments for one view.
    #[must_use]
    pub fn of(&self, name: &str) -> ViewArgs {
        ViewArgs { view: vec![name.to_owned()], all_views: false, ..self.clone() }
    }

    /// Returns the facts about the person to leave out.
    pub fn redact(&self) -> Vec<String> {
        let blind = self.blind.map(|blind| match blind {
            Blindness::Usual => "blind".to_owned(),
            Blindness::Strict => "blind-strict".to_owned(),
        });
        self.redact.iter().cloned().chain(blind).collect()
    }

    /// Returns whether there may be more than one result.
    pub fn may_be_several(&self) -> bool {
        self.all_views
            || self.all_langs
            || self.view.len() > 1
            || self.view.iter().any(|name| is_pattern(name))
    }

    /// Returns the one view that is asked for; the first of several.
    pub fn one(&self) -> Option<String> {
        self.view.first().cloned()
    }

    /// Returns the tags that are asked for.
    pub fn tags(&self) -> Option<Vec<String>> {
        let tags = self.tags.as_ref()?;
        Some(tags.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect())
    }
}

/// Returns whether a name is a pattern for several.
pub fn is_pattern(name: &str) -> bool {
    name.contains(['*', '?', '['])
}
