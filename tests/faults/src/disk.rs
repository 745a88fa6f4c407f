//! What has been done to a file system, and what of it a disk is sure to hold.

use std::{collections::BTreeMap, sync::Arc};

use crate::content::Content;

/// A file, whatever its name is or was.
pub(crate) type Inode = u64;

/// What was done, in order. Reads leave no trace.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    Change(Inode, Change),
    /// The file's changes so far are on the disk.
    Sync(Inode),
    Name(NameChange),
    /// The folder's changes so far are on the disk.
    SyncNames,
}

/// A change to a file's bytes.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Write { offset: usize, bytes: Arc<[u8]> },
    SetLength(usize),
}

/// A change to the folder.
#[derive(Clone, Debug)]
pub(crate) enum NameChange {
    Create(Arc<str>, Inode),
    Unlink(Arc<str>),
}

impl NameChange {
    pub(crate) fn name(&self) -> &Arc<str> {
        match self {
            Self::Create(name, _) | Self::Unlink(name) => name,
        }
    }
}

/// The folder and the files in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Files {
    pub(crate) names: BTreeMap<Arc<str>, Inode>,
    pub(crate) contents: BTreeMap<Inode, Content>,
}

impl Files {
    pub(crate) fn change(&mut self, inode: Inode, change: &Change) {
        let content = self.contents.entry(inode).or_default();
        match change {
            Change::Write { offset, bytes } => content.write(*offset, bytes),
            Change::SetLength(length) => content.set_length(*length),
        }
    }

    pub(crate) fn rename(&mut self, change: &NameChange) {
        match change {
            NameChange::Create(name, inode) => {
                self.names.insert(Arc::clone(name), *inode);
                self.contents.entry(*inode).or_default();
            }
            NameChange::Unlink(name) => {
                self.names.remove(name);
            }
        }
    }

    /// Forgets files that have no name.
    pub(crate) fn forget_nameless(&mut self) {
        let named: Vec<_> = self.names.values().copied().collect();
        self.contents.retain(|inode, _| named.contains(inode));
    }
}

/// What the disk holds for sure, and what it may or may not hold.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    pub(crate) durable: Files,
    pub(crate) pending: Vec<(Inode, Change)>,
    pub(crate) pending_names: Vec<NameChange>,
}

impl Disk {
    pub(crate) fn holding(durable: Files) -> Self {
        Self {
            durable,
            ..Self::default()
        }
    }

    /// Follows what was done.
    pub(crate) fn follow(&mut self, event: &Event) {
        match event {
            Event::Change(inode, change) => self.pending.push((*inode, change.clone())),
            Event::Sync(inode) => {
                let durable = &mut self.durable;
                self.pending.retain(|(of, change)| {
                    if of == inode {
                        durable.change(*of, change);
                    }
                    of != inode
                });
            }
            Event::Name(change) => self.pending_names.push(change.clone()),
            Event::SyncNames => {
                for change in self.pending_names.drain(..) {
                    self.durable.rename(&change);
                }
            }
        }
    }
}
