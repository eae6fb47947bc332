//! The state of a connection to an agent.

use super::files::Root;
use crate::session::Session;

/// A connection to an agent.
pub struct Server {
    pub(super) root: Root,
    pub(super) session: Session,
}
