//! A list that mostly holds one thing, and then needs no memory beside its own.

/// Read as a slice.
pub type Few<T> = smallvec::SmallVec<[T; 1]>;
