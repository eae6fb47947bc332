//! What is printed of a résumé.

use clap::Args;

/// What is printed of a résumé, and so how many results there are.
#[derive(Clone, Debug, Default, Args)]
pub struct ViewArgs {
    /// Print what a view of the front matter sees; may be repeated, and be a pattern in quotes: 'fe*'
    #[arg(long, value_name = "NAME")]
    pub view: Vec<String>,
    /// Make a result of each view
    #[arg(long, conflicts_with = "view")]
    pub all_views: bool,
    /// Print what bears one of these tags, and what bears none
    #[arg(long, value_name = "TAGS", value_delimiter = ',', conflicts_with_all = ["view", "all_views"])]
    pub tags: Option<Vec<String>>,
}

impl ViewArgs {
    /// Returns the arguments for one view.
    pub fn of(name: &str) -> ViewArgs {
        ViewArgs { view: vec![name.to_owned()], ..ViewArgs::default() }
    }

    /// Tells whether there may be more than one result.
    pub fn may_be_several(&self) -> bool {
        self.all_views || self.view.len() > 1 || self.view.iter().any(|name| is_pattern(name))
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

/// Tells whether a name is meant for several.
pub fn is_pattern(name: &str) -> bool {
    name.contains(['*', '?', '['])
}
