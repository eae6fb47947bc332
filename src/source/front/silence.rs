//! Codes that an author does not want to hear of.

use crate::diag::{Code, Message, Severity, message};

/// Why a code cannot be silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSilenced {
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub hint: Message,
}

/// Returns the code that an author may silence by a name.
///
/// # Errors
/// If there is no such code, or it is an error's.
pub fn silenced(name: &str) -> Result<Code, NotSilenced> {
    let shown: String = name.chars().take(20).collect();
    let Some(code) = Code::named(name) else {
        let nearest = Code::nearest(&shown);
        let message = message!("there is no finding `{shown}`", shown);
        let hint =
            message!("did you mean {id} ({title})?", id = nearest.id, title = Message::from(nearest.title));
        return Err(NotSilenced { message, hint });
    };
    if code.severity == Severity::Error {
        let message = message!(
            "{id} is an error and cannot be silenced: {title}",
            id = code.id,
            title = Message::from(code.title)
        );
        return Err(NotSilenced {
            message,
            hint: "take it out of the list, and correct what it names".into(),
        });
    }
    Ok(code)
}
