//! All integration tests in one binary: whatever links the faces weighs as much as they do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(clippy::disallowed_methods, reason = "tests read files, set variables and watch the clock")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a failing test says why")]
#![allow(missing_docs, reason = "nobody links to a test")]

mod agents;
mod applications;
mod arch;
mod batch;
mod book;
mod by_hand;
mod cli;
mod columns;
mod coverage;
mod diff;
mod drift;
mod dump;
mod emoji;
mod exchange;
mod export;
mod extract;
mod fields;
mod fit;
mod fix;
mod font;
mod foot;
mod gallery;
mod golden;
mod html;
mod include;
mod language;
mod languages;
mod layout;
mod letters;
mod licences;
mod locales;
mod looks;
mod model;
mod pdf;
mod pieces;
mod png;
mod preview;
mod props;
mod readback;
mod readme;
mod rebuild;
mod redact;
mod redact_attack;
mod reflow;
mod repo;
mod resumx;
mod rhythm;
mod safety;
mod session;
mod setup;
mod sheets;
mod source;
mod speech;
mod spread;
mod tables;
mod views;
mod views_cli;
mod views_law;
mod visible_text;
mod watch;
