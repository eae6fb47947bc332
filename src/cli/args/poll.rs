//! How often files are polled, where the system does not report changes.

use std::time::Duration;

use clap::Args;

/// How changes are noticed where the system does not report them.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct PollArgs {
    /// Look for changes every MS milliseconds [default: 500], where the system does not report them: in
    /// folders on another machine or on a container's host
    #[arg(
        long,
        value_name = "MS",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "500",
        value_parser = clap::value_parser!(u64).range(10..=60_000)
    )]
    poll: Option<u64>,
}

impl PollArgs {
    /// Returns the polling interval; `None` if the system reports changes.
    pub fn every(self) -> Option<Duration> {
        self.poll.map(Duration::from_millis)
    }
}
