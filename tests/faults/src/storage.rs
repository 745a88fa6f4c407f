//! The file system itself: what programs see, what was done, and the crashes of it.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    sync::{
        Arc, LazyLock, Mutex, MutexGuard, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use crate::{
    crash::{Crash, Mode},
    disk::{Change, Disk, Event, Files, Inode, NameChange},
    fault::{Call, Fault, Faults, Repeat},
    lock::Locks,
    shm::Shm,
    vfs,
};

/// A file system in memory, below SQLite, whose disk may lose power at any moment.
///
/// All of them are served by one registered VFS, [`vfs_name`](Self::vfs_name); a path says which is meant. A
/// file system ends with its value; connections that are still open keep their files.
pub struct CrashFs {
    number: u64,
    storage: Arc<Mutex<Storage>>,
}

/// Where the VFS finds a file system by its number.
static MOUNTED: LazyLock<RwLock<HashMap<u64, Arc<Mutex<Storage>>>>> = LazyLock::new(RwLock::default);

static NEXT_NUMBER: AtomicU64 = AtomicU64::new(1);

/// Paths begin with this and the file system's number.
const PREFIX: &str = "crash-fs-";

impl CrashFs {
    /// An empty file system. The seed decides the outcome of every crash of it.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::holding(Files::default(), seed)
    }

    fn holding(files: Files, seed: u64) -> Self {
        let number = NEXT_NUMBER.fetch_add(1, Ordering::Relaxed);
        let storage = Arc::new(Mutex::new(Storage::holding(files, seed)));
        MOUNTED
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(number, Arc::clone(&storage));
        Self { number, storage }
    }

    /// The name of the VFS to open a database with. Registers it at the first call.
    ///
    /// # Panics
    ///
    /// If SQLite refuses the registration.
    #[must_use]
    pub fn vfs_name(&self) -> &'static str {
        vfs::register()
    }

    /// The path of a file of this file system, to be opened with [`vfs_name`](Self::vfs_name). Not a path of the
    /// operating system. The path of the empty name is the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        format!("{PREFIX}{}/{name}", self.number)
    }

    /// How many operations (writes, truncations, syncs, creations, deletions) have been done: the moment to
    /// note when something is acknowledged.
    #[must_use]
    pub fn operations(&self) -> u64 {
        self.storage().events.len() as u64
    }

    /// The disk after a crash, as a file system of its own. `None` if there is no such moment, or if the mode
    /// has nothing to act on in it: nothing was pending, no name was.
    ///
    /// Asking for crashes in the order of their moments is cheap: each costs what is pending then.
    #[must_use]
    pub fn crash(&self, crash: Crash) -> Option<Self> {
        let (files, seed) = {
            let mut storage = self.storage();
            let seed = storage.seed;
            (crash.strike(storage.disk_at(crash.at)?, seed)?, seed)
        };
        Some(Self::holding(files, seed))
    }

    /// Every crash so far in every mode, in the order of their moments; `rounds` of each random mode.
    pub fn crashes(&self, rounds: u32) -> impl Iterator<Item = (Crash, Self)> + '_ {
        let moments = 0..=self.operations();
        moments
            .flat_map(move |at| {
                Mode::ALL.into_iter().flat_map(move |mode| {
                    let rounds = if mode.is_random() { rounds } else { rounds.min(1) };
                    (0..rounds).map(move |round| Crash { at, mode, round })
                })
            })
            .filter_map(|crash| Some((crash, self.crash(crash)?)))
    }

    /// A copy of what programs see now, as if everything had been synced.
    #[must_use]
    pub fn copy(&self) -> Self {
        let (mut files, seed) = {
            let storage = self.storage();
            (storage.live.clone(), storage.seed)
        };
        files.forget_nameless();
        Self::holding(files, seed)
    }

    /// Every file's name and bytes, as programs see them.
    #[must_use]
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let storage = self.storage();
        let bytes = |inode| {
            let content = storage.live.contents.get(inode)?;
            let mut bytes = vec![0; content.length()];
            content.read(0, &mut bytes);
            Some(bytes)
        };
        let names = storage.live.names.iter();
        names
            .map(|(name, inode)| (name.to_string(), bytes(inode).unwrap_or_default()))
            .collect()
    }

    /// How many calls have been made that the fault could have struck.
    #[must_use]
    pub fn calls(&self, fault: Fault) -> u64 {
        self.storage().faults.calls(fault)
    }

    /// Lets a call fail: the first of all that the fault can strike is 0, as [`calls`](Self::calls) counts them.
    /// There is one plan at a time.
    pub fn inject(&self, fault: Fault, call: u64, repeat: Repeat) {
        self.storage().faults.plan(Some((fault, call, repeat)));
    }

    /// No call fails any more.
    pub fn heal(&self) {
        self.storage().faults.plan(None);
    }

    /// How many calls have failed since the last [`inject`](Self::inject) or [`heal`](Self::heal).
    #[must_use]
    pub fn struck(&self) -> u64 {
        self.storage().faults.struck()
    }

    fn storage(&self) -> MutexGuard<'_, Storage> {
        lock(&self.storage)
    }
}

impl Drop for CrashFs {
    fn drop(&mut self) {
        MOUNTED
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.number);
    }
}

impl fmt::Debug for CrashFs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CrashFs")
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}

/// The file system that a path means, and the file's name in it.
pub(crate) fn find(path: &str) -> Option<(Arc<Mutex<Storage>>, &str)> {
    let (number, name) = path.strip_prefix(PREFIX)?.split_once('/')?;
    let mounted = MOUNTED.read().unwrap_or_else(PoisonError::into_inner);
    Some((Arc::clone(mounted.get(&number.parse().ok()?)?), name))
}

pub(crate) fn lock(storage: &Mutex<Storage>) -> MutexGuard<'_, Storage> {
    storage.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One file system.
pub(crate) struct Storage {
    seed: u64,
    /// What programs see.
    live: Files,
    /// What was done since the beginning, when everything was on the disk.
    events: Vec<Event>,
    beginning: Files,
    /// The disk after the first so many events.
    followed: (usize, Disk),
    next_inode: Inode,
    next_handle: u64,
    locks: HashMap<Inode, Locks>,
    shms: HashMap<Inode, Shm>,
    faults: Faults,
}

impl Storage {
    fn holding(files: Files, seed: u64) -> Self {
        Self {
            seed,
            next_inode: files.contents.keys().max().map_or(1, |last| last + 1),
            next_handle: 1,
            events: Vec::new(),
            followed: (0, Disk::holding(files.clone())),
            beginning: files.clone(),
            live: files,
            locks: HashMap::new(),
            shms: HashMap::new(),
            faults: Faults::default(),
        }
    }

    /// Storage of a file that belongs to no file system.
    pub(crate) fn nowhere() -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self::holding(Files::default(), 0)))
    }

    /// The disk after so many events; none if there were not so many.
    fn disk_at(&mut self, at: u64) -> Option<&Disk> {
        let at = usize::try_from(at).ok().filter(|at| *at <= self.events.len())?;
        if at < self.followed.0 {
            self.followed = (0, Disk::holding(self.beginning.clone()));
        }
        let (done, disk) = &mut self.followed;
        self.events
            .get(*done..at)?
            .iter()
            .for_each(|event| disk.follow(event));
        *done = at;
        Some(disk)
    }

    pub(crate) fn strikes(&mut self, call: Call) -> Option<Fault> {
        self.faults.strikes(call)
    }

    pub(crate) fn new_handle(&mut self) -> u64 {
        self.next_handle += 1;
        self.next_handle
    }

    pub(crate) fn inode(&self, name: &str) -> Option<Inode> {
        self.live.names.get(name).copied()
    }

    pub(crate) fn create(&mut self, name: &str) -> Inode {
        let inode = self.create_nameless();
        self.rename(NameChange::Create(name.into(), inode));
        inode
    }

    /// A temporary file: a crash takes it.
    pub(crate) fn create_nameless(&mut self) -> Inode {
        self.next_inode += 1;
        self.live.contents.entry(self.next_inode).or_default();
        self.next_inode
    }

    /// Deletes a name; whether there was one.
    pub(crate) fn unlink(&mut self, name: &str) -> bool {
        let there = self.live.names.contains_key(name);
        if there {
            self.rename(NameChange::Unlink(name.into()));
        }
        there
    }

    fn rename(&mut self, change: NameChange) {
        self.live.rename(&change);
        self.events.push(Event::Name(change));
    }

    pub(crate) fn read(&self, inode: Inode, offset: usize, out: &mut [u8]) -> usize {
        self.live
            .contents
            .get(&inode)
            .map_or(0, |content| content.read(offset, out))
    }

    pub(crate) fn length(&self, inode: Inode) -> usize {
        self.live
            .contents
            .get(&inode)
            .map_or(0, |content| content.length())
    }

    pub(crate) fn change(&mut self, inode: Inode, change: Change) {
        self.live.change(inode, &change);
        self.events.push(Event::Change(inode, change));
    }

    pub(crate) fn sync(&mut self, inode: Inode) {
        self.events.push(Event::Sync(inode));
    }

    pub(crate) fn sync_names(&mut self) {
        self.events.push(Event::SyncNames);
    }

    pub(crate) fn locks(&mut self, inode: Inode) -> &mut Locks {
        self.locks.entry(inode).or_default()
    }

    pub(crate) fn shm(&mut self, inode: Inode) -> &mut Shm {
        self.shms.entry(inode).or_default()
    }
}
