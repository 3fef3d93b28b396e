//! A list that mostly holds one thing, and then needs no memory beside its own.

use std::ops::{Deref, DerefMut};
use std::{fmt, iter, option, slice, vec};

/// Read as a slice.
#[derive(Clone)]
pub enum Few<T> {
    /// One thing.
    One(T),
    /// None, or several.
    Many(Vec<T>),
}

impl<T> Few<T> {
    /// An empty list.
    pub const fn new() -> Few<T> {
        Few::Many(Vec::new())
    }

    /// Adds a thing at the end.
    pub fn push(&mut self, thing: T) {
        match self {
            Few::Many(all) if all.is_empty() => *self = Few::One(thing),
            Few::Many(all) => all.push(thing),
            Few::One(_) => {
                if let Few::One(first) = std::mem::take(self) {
                    *self = Few::Many(vec![first, thing]);
                }
            }
        }
    }

    /// All of it.
    pub fn as_slice(&self) -> &[T] {
        self
    }
}

impl<T> Default for Few<T> {
    fn default() -> Few<T> {
        Few::new()
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Few::One(one) => slice::from_ref(one),
            Few::Many(all) => all,
        }
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        match self {
            Few::One(one) => slice::from_mut(one),
            Few::Many(all) => all,
        }
    }
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Few<T>) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Few<T> {}

impl<T: fmt::Debug> fmt::Debug for Few<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(out)
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(all: Vec<T>) -> Few<T> {
        Few::Many(all)
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(things: I) -> Few<T> {
        let mut things = things.into_iter();
        let Some(first) = things.next() else { return Few::new() };
        let Some(second) = things.next() else { return Few::One(first) };
        let mut all = Vec::with_capacity(2 + things.size_hint().0);
        all.push(first);
        all.push(second);
        all.extend(things);
        Few::Many(all)
    }
}

impl<T> Extend<T> for Few<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, things: I) {
        match self.is_empty() {
            true => *self = things.into_iter().collect(),
            false => things.into_iter().for_each(|thing| self.push(thing)),
        }
    }
}

impl<T> IntoIterator for Few<T> {
    type Item = T;
    type IntoIter = iter::Chain<option::IntoIter<T>, vec::IntoIter<T>>;

    fn into_iter(self) -> Self::IntoIter {
        let (one, all) = match self {
            Few::One(one) => (Some(one), Vec::new()),
            Few::Many(all) => (None, all),
        };
        one.into_iter().chain(all)
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> slice::Iter<'a, T> {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Few<T> {
    type Item = &'a mut T;
    type IntoIter = slice::IterMut<'a, T>;

    fn into_iter(self) -> slice::IterMut<'a, T> {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn it_is_the_list_that_a_vector_would_be() {
        for count in 0..4 {
            let all: Vec<u32> = (0..count).collect();
            let mut pushed = Few::new();
            all.iter().for_each(|thing| pushed.push(*thing));
            let mut extended: Few<u32> = all.iter().copied().take(1).collect();
            extended.extend(all.iter().copied().skip(1));
            for few in [all.iter().copied().collect(), pushed, extended, Few::from(all.clone())] {
                assert_eq!(*few, *all);
                assert_eq!(few, all.iter().copied().collect());
                assert_eq!(format!("{few:?}"), format!("{all:?}"));
                assert_eq!(few.into_iter().collect::<Vec<_>>(), all);
            }
        }
    }
}
