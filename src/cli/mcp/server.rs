//! What a connection to an agent knows.

use super::files::Root;
use crate::session::Session;

/// An agent being served.
pub struct Server {
    pub(super) root: Root,
    pub(super) session: Session,
}
