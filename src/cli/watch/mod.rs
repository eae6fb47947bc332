//! `jianli watch`: a build for each change of anything that the last one read.

mod follow;
mod places;
mod poll;
mod stamp;

pub use follow::Follower;
