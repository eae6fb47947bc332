//! Codes silenced by the author.

use crate::diag::{Code, Message, Severity, message};

/// The reason why a code cannot be silenced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotSilenced {
    /// A message about the fault.
    pub message: Message,
    /// Advice.
    pub hint: Message,
}

/// Returns the code with a name, if an author may silence it.
///
/// # Errors
/// If there is no such code, or it is the code of an error.
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
