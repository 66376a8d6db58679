//! Indices that know what they point into, so that an agency cannot be taken for a forum.

use std::fmt;
use std::marker::PhantomData;

/// The place of a `T` in its list.
pub struct Ix<T> {
    index: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Ix<T> {
    pub(super) fn new(index: usize) -> Self {
        Self { index: u32::try_from(index).unwrap_or(u32::MAX), kind: PhantomData }
    }

    /// The place, from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// A list that is looked into with [`Ix`].
pub trait Index<T> {
    /// The record at a place.
    fn at(&self, index: Ix<T>) -> &T;
    /// The record at a place, to be completed while the plan is put together.
    fn at_mut(&mut self, index: Ix<T>) -> &mut T;
    /// The place before, if there is one.
    fn before(&self, index: Ix<T>) -> Option<Ix<T>>;
    /// The place after, if there is one.
    fn after(&self, index: Ix<T>) -> Option<Ix<T>>;
    /// Every record with its place.
    fn indexed<'a>(&'a self) -> impl DoubleEndedIterator<Item = (Ix<T>, &'a T)>
    where
        T: 'a;
    /// The place of every record.
    fn indices(&self) -> impl DoubleEndedIterator<Item = Ix<T>>;
}

impl<T> Index<T> for Vec<T> {
    fn at(&self, index: Ix<T>) -> &T {
        &self[index.index()]
    }
    fn at_mut(&mut self, index: Ix<T>) -> &mut T {
        &mut self[index.index()]
    }
    fn before(&self, index: Ix<T>) -> Option<Ix<T>> {
        index.index().checked_sub(1).map(Ix::new)
    }
    fn after(&self, index: Ix<T>) -> Option<Ix<T>> {
        Some(index.index() + 1).filter(|next| *next < self.len()).map(Ix::new)
    }
    fn indexed<'a>(&'a self) -> impl DoubleEndedIterator<Item = (Ix<T>, &'a T)>
    where
        T: 'a,
    {
        self.iter().enumerate().map(|(index, value)| (Ix::new(index), value))
    }
    fn indices(&self) -> impl DoubleEndedIterator<Item = Ix<T>> {
        (0..self.len()).map(Ix::new)
    }
}
