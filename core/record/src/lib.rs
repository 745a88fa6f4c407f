//! Pocketchart's record engine: sealed log, merge and sync.
