//! A device's request for the secret of an escrow: what was said for and against it, and what follows.

use pocketchart_wire::escrow::{self as wire, REQUEST_TIME};

/// Sets of contacts have a bit for each; times are 0 until something happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) device: [u8; 32],
    /// When enough contacts had approved.
    pub(super) at: u64,
    pub(super) approvals: u16,
    /// Those who approved even against a veto.
    pub(super) despite: u16,
    pub(super) vetoed: u64,
    /// When all had approved even against a veto.
    pub(super) unanimous: u64,
    pub(super) taken: bool,
}

impl Asked {
    /// A request that begins.
    pub(super) fn new(device: [u8; 32], now: u64) -> Self {
        Self {
            device,
            at: now,
            approvals: 0,
            despite: 0,
            vetoed: 0,
            unanimous: 0,
            taken: false,
        }
    }

    /// Adds approvals, of `all` contacts together.
    pub(super) fn approve(&mut self, approvals: u16, despite: u16, all: u16, now: u64) {
        self.approvals |= approvals;
        self.despite |= despite;
        if self.despite == all && self.unanimous == 0 {
            self.unanimous = now;
        }
    }

    /// The owner objects; once is enough.
    pub(super) fn veto(&mut self, now: u64) {
        if self.vetoed == 0 {
            self.vetoed = now;
        }
    }

    /// Whether the owner objected and all contacts together overrode it.
    pub(super) fn is_overridden(&self) -> bool {
        self.vetoed != 0 && self.unanimous != 0
    }

    /// From when on the device is given the secret: after the wait, which begins anew where a veto was overridden. None while
    /// a veto stands.
    pub(super) fn ready(&self, wait: u64) -> Option<u64> {
        match self.vetoed {
            0 => Some(self.at + wait),
            _ if self.is_overridden() => Some(self.last() + wait),
            _ => None,
        }
    }

    /// Whether nothing can come of it any more. It stands longer than any approval that began it.
    pub(super) fn is_over(&self, wait: u64, now: u64) -> bool {
        now >= self.last() + wait + REQUEST_TIME
    }

    /// As its owner and the contacts are told.
    pub(super) fn told(&self, wait: u64) -> wire::Asked {
        wire::Asked {
            device: self.device,
            at: self.at,
            approvals: self.approvals.count_ones() as u8,
            despite: self.despite.count_ones() as u8,
            vetoed: self.vetoed != 0,
            ready: self.ready(wait),
            taken: self.taken,
        }
    }

    /// When something last happened that the wait begins with.
    fn last(&self) -> u64 {
        if self.vetoed == 0 {
            self.at
        } else {
            self.at.max(self.vetoed).max(self.unanimous)
        }
    }
}
