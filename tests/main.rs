//! The tests of the finished program and of whole stages, in one binary.

mod layout;
