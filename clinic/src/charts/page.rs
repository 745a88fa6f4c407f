//! Which part of something long is shown.

/// At most `limit` after the first `offset`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) offset: usize,
    pub(crate) limit: usize,
}

impl Part {
    /// Of these, and whether there are more after them.
    pub(super) fn of<T>(self, all: impl ExactSizeIterator<Item = T>) -> (Vec<T>, bool) {
        let more = all.len() > self.offset.saturating_add(self.limit);
        (all.skip(self.offset).take(self.limit).collect(), more)
    }
}
