//! What a disk may hold after the power went.

use std::{collections::BTreeSet, fmt, sync::Arc};

use fastrand::Rng;

use crate::disk::{Change, Disk, Files, Inode};

/// What a disk reads or writes at once, in bytes.
const SECTOR: usize = 512;

/// How much of what was not yet synced reached the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Nothing.
    DropAll,
    /// Everything.
    KeepAll,
    /// Some of the written sectors, in any combination; of the changes of names, the first few.
    RandomSubset,
    /// Everything up to a write, of which only the beginning arrived and ended inside a sector.
    TornSector,
    /// Some of the written sectors, and one that holds noise where it was being written.
    GarbageSector,
    /// Every written byte, but a deleted file is there again or a new one has no name.
    LostUnlink,
}

impl Mode {
    /// The six of them.
    pub const ALL: [Self; 6] = [
        Self::DropAll,
        Self::KeepAll,
        Self::RandomSubset,
        Self::TornSector,
        Self::GarbageSector,
        Self::LostUnlink,
    ];

    /// Whether another round of the same crash leaves another disk.
    pub(crate) fn is_random(self) -> bool {
        !matches!(self, Self::DropAll | Self::KeepAll)
    }
}

/// One crash. With the seed of its file system it can be told to another person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Crash {
    /// After how many operations, as [`operations`](crate::CrashFs::operations) counts them.
    pub at: u64,
    /// What reached the disk.
    pub mode: Mode,
    /// Which of the many outcomes of a random mode.
    pub round: u32,
}

impl fmt::Display for Crash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "crash after operation {}, {:?}, round {}",
            self.at, self.mode, self.round
        )
    }
}

impl Crash {
    /// The files after this crash of a disk; none if at that moment the mode has nothing to act on, or leaves
    /// what another mode leaves.
    pub(crate) fn strike(self, disk: &Disk, seed: u64) -> Option<Files> {
        let mut outcome = Outcome {
            files: disk.durable.clone(),
            random: self.randomness(seed),
        };
        let nothing_pending = disk.pending.is_empty() && disk.pending_names.is_empty();
        match self.mode {
            Mode::DropAll => {}
            _ if nothing_pending => return None,
            Mode::KeepAll => {
                outcome.keep(&disk.pending);
                outcome.rename(disk, disk.pending_names.len());
            }
            Mode::RandomSubset => {
                outcome.keep_some(&disk.pending);
                outcome.rename_some(disk);
            }
            Mode::TornSector => {
                let (at, offset, bytes) = outcome.choose_write(disk)?;
                // A cut at a sector's edge is what the random subset tries.
                let cuts: Vec<_> = (1..bytes.len())
                    .filter(|cut| (offset + cut) % SECTOR > 0)
                    .collect();
                let cut = *cuts.get(outcome.random.usize(..cuts.len().max(1)))?;
                outcome.keep(disk.pending.get(..at)?);
                outcome.write(disk.pending.get(at)?.0, offset, bytes.get(..cut)?);
                outcome.rename_some(disk);
            }
            Mode::GarbageSector => {
                let (at, offset, bytes) = outcome.choose_write(disk)?;
                outcome.keep_some(&disk.pending);
                let sectors = sectors(offset, bytes.len());
                let (from, to) = *sectors.get(outcome.random.usize(..sectors.len()))?;
                let noise: Vec<u8> = (from..to).map(|_| outcome.random.u8(..)).collect();
                outcome.write(disk.pending.get(at)?.0, offset + from, &noise);
                outcome.rename_some(disk);
            }
            Mode::LostUnlink => {
                outcome.keep(&disk.pending);
                outcome.lose_names(disk)?;
            }
        }
        outcome.files.forget_nameless();
        Some(outcome.files)
    }

    fn randomness(self, seed: u64) -> Rng {
        let mut state = seed;
        for part in [self.at, self.mode as u64, self.round.into()] {
            state = Rng::with_seed(state ^ part.wrapping_mul(0x9E37_79B9_7F4A_7C15)).u64(..);
        }
        Rng::with_seed(state)
    }
}

/// The files that a crash leaves, in the making.
struct Outcome {
    files: Files,
    random: Rng,
}

impl Outcome {
    fn keep(&mut self, changes: &[(Inode, Change)]) {
        for (inode, change) in changes {
            self.files.change(*inode, change);
        }
    }

    /// Keeps each sector of each change by chance; how likely differs from crash to crash.
    fn keep_some(&mut self, changes: &[(Inode, Change)]) {
        let likely = self.random.f64();
        for (inode, change) in changes {
            match change {
                Change::Write { offset, bytes } => {
                    for (from, to) in sectors(*offset, bytes.len()) {
                        if self.random.f64() < likely {
                            self.write(*inode, offset + from, bytes.get(from..to).unwrap_or_default());
                        }
                    }
                }
                Change::SetLength(_) if self.random.f64() < likely => self.files.change(*inode, change),
                Change::SetLength(_) => {}
            }
        }
    }

    fn write(&mut self, inode: Inode, offset: usize, bytes: &[u8]) {
        self.files.contents.entry(inode).or_default().write(offset, bytes);
    }

    fn choose_write<'a>(&mut self, disk: &'a Disk) -> Option<(usize, usize, &'a Arc<[u8]>)> {
        let writes: Vec<_> = (0..)
            .zip(&disk.pending)
            .filter_map(|(at, (_, change))| match change {
                Change::Write { offset, bytes } if !bytes.is_empty() => Some((at, *offset, bytes)),
                _ => None,
            })
            .collect();
        writes.get(self.random.usize(..writes.len().max(1))).copied()
    }

    fn rename(&mut self, disk: &Disk, count: usize) {
        for change in disk.pending_names.iter().take(count) {
            self.files.rename(change);
        }
    }

    fn rename_some(&mut self, disk: &Disk) {
        let count = self.random.usize(..=disk.pending_names.len());
        self.rename(disk, count);
    }

    /// Loses what happened to one name at least.
    fn lose_names(&mut self, disk: &Disk) -> Option<()> {
        let names: BTreeSet<_> = disk.pending_names.iter().map(|change| change.name()).collect();
        let names: Vec<_> = names.into_iter().collect();
        let certain = *names.get(self.random.usize(..names.len().max(1)))?;
        let lost: Vec<_> = names
            .into_iter()
            .filter(|name| *name == certain || self.random.bool())
            .collect();
        for change in disk
            .pending_names
            .iter()
            .filter(|change| !lost.contains(&change.name()))
        {
            self.files.rename(change);
        }
        Some(())
    }
}

/// The parts of a write that fall into one sector each, as ranges of its bytes.
fn sectors(offset: usize, length: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::with_capacity(length / SECTOR + 2);
    let mut from = 0;
    while from < length {
        let to = (from + SECTOR - (offset + from) % SECTOR).min(length);
        parts.push((from, to));
        from = to;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Event, NameChange};

    fn write(inode: Inode, offset: usize, bytes: &[u8]) -> Event {
        Event::Change(
            inode,
            Change::Write {
                offset,
                bytes: bytes.into(),
            },
        )
    }

    fn disk(events: &[Event]) -> Disk {
        let mut disk = Disk::default();
        events.iter().for_each(|event| disk.follow(event));
        disk
    }

    fn after(disk: &Disk, mode: Mode, round: u32) -> Option<Files> {
        Crash { at: 0, mode, round }.strike(disk, 1)
    }

    fn text(files: &Files, name: &str) -> Option<Vec<u8>> {
        let content = files.contents.get(files.names.get(name)?)?;
        let mut bytes = vec![0; content.length()];
        content.read(0, &mut bytes);
        Some(bytes)
    }

    #[test]
    fn what_was_synced_is_in_every_outcome() {
        let disk = disk(&[
            Event::Name(NameChange::Create("a".into(), 1)),
            write(1, 0, b"synced"),
            Event::Sync(1),
            Event::SyncNames,
            write(1, 1_000, &[1; 3_000]),
            Event::Change(1, Change::SetLength(3_500)),
        ]);
        for mode in Mode::ALL {
            for round in 0..50 {
                let Some(files) = after(&disk, mode, round) else {
                    continue;
                };
                assert!(text(&files, "a").unwrap().starts_with(b"synced"), "{mode:?}");
            }
        }
        assert_eq!(
            text(&after(&disk, Mode::DropAll, 0).unwrap(), "a").unwrap(),
            b"synced"
        );
        assert_eq!(
            text(&after(&disk, Mode::KeepAll, 0).unwrap(), "a").unwrap().len(),
            3_500
        );
        assert!(after(&disk, Mode::LostUnlink, 0).is_none());
    }

    #[test]
    fn each_mode_does_what_it_says() {
        let disk = disk(&[
            Event::Name(NameChange::Create("a".into(), 1)),
            Event::SyncNames,
            write(1, 0, &[0; 4_096]),
            Event::Sync(1),
            write(1, 0, &[1; 2_048]),
            write(1, 2_048, &[2; 2_048]),
        ]);
        let mut seen = BTreeSet::new();
        for round in 0..200 {
            let bytes = text(&after(&disk, Mode::RandomSubset, round).unwrap(), "a").unwrap();
            assert!(
                bytes
                    .chunks(SECTOR)
                    .all(|sector| sector.iter().all(|byte| *byte == sector[0]))
            );
            seen.insert(bytes);

            let bytes = text(&after(&disk, Mode::TornSector, round).unwrap(), "a").unwrap();
            let new = bytes.iter().position(|byte| *byte == 0).unwrap();
            assert!(new % SECTOR > 0, "a tear at {new} is no tear");
            assert!(bytes[new..].iter().all(|byte| *byte == 0));

            let bytes = text(&after(&disk, Mode::GarbageSector, round).unwrap(), "a").unwrap();
            let noisy = bytes
                .chunks(SECTOR)
                .filter(|sector| sector.iter().any(|byte| *byte != sector[0]));
            assert_eq!(noisy.count(), 1);
        }
        assert!(seen.len() > 100, "{} outcomes", seen.len());
    }

    #[test]
    fn names_are_lost_until_the_folder_is_synced() {
        let mut disk = disk(&[
            Event::Name(NameChange::Create("old".into(), 1)),
            Event::SyncNames,
            write(1, 0, b"old"),
            Event::Sync(1),
            Event::Name(NameChange::Unlink("old".into())),
        ]);
        assert_eq!(
            text(&after(&disk, Mode::LostUnlink, 0).unwrap(), "old").unwrap(),
            b"old"
        );
        assert_eq!(
            text(&after(&disk, Mode::DropAll, 0).unwrap(), "old").unwrap(),
            b"old"
        );
        assert_eq!(text(&after(&disk, Mode::KeepAll, 0).unwrap(), "old"), None);
        disk.follow(&Event::Name(NameChange::Create("new".into(), 2)));
        disk.follow(&Event::Sync(2));
        assert_eq!(text(&after(&disk, Mode::DropAll, 0).unwrap(), "new"), None);
        disk.follow(&Event::SyncNames);
        assert!(after(&disk, Mode::LostUnlink, 0).is_none());
        assert_eq!(
            text(&after(&disk, Mode::DropAll, 0).unwrap(), "new").unwrap(),
            b""
        );
        assert_eq!(text(&after(&disk, Mode::DropAll, 0).unwrap(), "old"), None);
    }

    #[test]
    fn the_same_crash_leaves_the_same_disk() {
        let disk = disk(&[
            Event::Name(NameChange::Create("a".into(), 1)),
            Event::SyncNames,
            write(1, 100, &[1; 5_000]),
        ]);
        for mode in Mode::ALL {
            let bytes = |round| after(&disk, mode, round).and_then(|files| text(&files, "a"));
            assert_eq!(bytes(3), bytes(3));
        }
    }
}
