//! The program: everything is in the library.

use std::process::ExitCode;

/// A tenth of a build is memory asked for and given back; the system's allocators, that of musl above
/// all, take longer for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jianli::cli::run()
}
