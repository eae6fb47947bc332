//! The place where the worker puts what it has built, and where the clients see it.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::state::State;

/// Holds the latest state. Its lock is never held during work, and states are never changed.
#[derive(Debug)]
pub struct LatestState {
    state: Mutex<Arc<State>>,
    changed: Condvar,
}

impl LatestState {
    /// Returns a holder with a first state.
    pub fn new(state: State) -> LatestState {
        LatestState { state: Mutex::new(Arc::new(state)), changed: Condvar::new() }
    }

    /// Returns the state.
    pub fn state(&self) -> Arc<State> {
        Arc::clone(&self.lock())
    }

    /// Replaces the state.
    pub fn put(&self, state: State) {
        *self.lock() = Arc::new(state);
        self.changed.notify_all();
    }

    /// Returns the state once it is not the one with that number; `None` if it still is after this time.
    pub fn other_than(&self, seen: Option<u64>, long: Duration) -> Option<Arc<State>> {
        let same = |state: &mut Arc<State>| Some(state.number) == seen;
        let (state, _) =
            self.changed.wait_timeout_while(self.lock(), long, same).unwrap_or_else(PoisonError::into_inner);
        (Some(state.number) != seen).then(|| Arc::clone(&state))
    }

    fn lock(&self) -> MutexGuard<'_, Arc<State>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
