//! Codes that an author does not want to hear of.

use crate::diag::{Code, Severity};

/// Why a code cannot be silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSilenced {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
}

/// Returns the code that an author may silence by a name.
///
/// # Errors
/// If there is no such code, or it is an error's.
pub fn silenced(name: &str) -> Result<Code, NotSilenced> {
    let shown: String = name.chars().take(20).collect();
    let Some(code) = Code::named(name) else {
        let nearest = Code::nearest(&shown);
        let message = format!("there is no finding `{shown}`");
        let hint = format!("did you mean {} ({})?", nearest.id, nearest.title);
        return Err(NotSilenced { message, hint });
    };
    if code.severity == Severity::Error {
        let message = format!("{} is an error and cannot be silenced: {}", code.id, code.title);
        return Err(NotSilenced {
            message,
            hint: "take it out of the list, and correct what it names".to_owned(),
        });
    }
    Ok(code)
}
