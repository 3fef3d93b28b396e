//! Lists that mostly hold one thing or two, and then need no memory beside their own. Read as slices.

use smallvec::SmallVec;

/// Mostly one.
pub type Few<T> = SmallVec<[T; 1]>;

/// Mostly one or two.
pub type OneOrTwo<T> = SmallVec<[T; 2]>;
