//! A crashing file system and a failing allocator, for tests only.
