//! The interface to SQLite: one VFS for all file systems, as <https://sqlite.org/c3ref/vfs.html> and
//! <https://sqlite.org/c3ref/io_methods.html> describe it.
//!
//! Like SQLite's own for Unix, it promises that bytes beside a write stay as they are (`POWERSAFE_OVERWRITE`),
//! syncs the folder with the first sync of a new journal or log, and after a deletion if it is asked to.

use std::{
    ffi::{CStr, CString, c_char, c_int, c_void},
    mem,
    ptr::{self, NonNull},
    slice,
    sync::{Arc, Mutex, MutexGuard, OnceLock},
};

use rusqlite::ffi;

use crate::{
    disk::{Change, Inode},
    fault::{Call, Fault},
    shm::Held,
    storage::{self, Storage},
};

const NAME: &CStr = c"pocketchart-faults";
const LONGEST_PATH: c_int = 512;
const OK: c_int = ffi::SQLITE_OK;

/// Registers the VFS at the first call; its name.
pub(crate) fn register() -> &'static str {
    static REGISTERED: OnceLock<c_int> = OnceLock::new();
    let code = *REGISTERED.get_or_init(|| {
        // SAFETY: SQLite initialises itself here if it has not; the default VFS lives as long as the program.
        let default = unsafe { ffi::sqlite3_vfs_find(ptr::null()) };
        if default.is_null() {
            return ffi::SQLITE_ERROR;
        }
        // SAFETY: not null, and valid for reading.
        let clock_and_chance = unsafe { *default };
        // SQLite keeps the structure for the rest of the program.
        let vfs = Box::leak(Box::new(ffi::sqlite3_vfs {
            iVersion: 2,
            szOsFile: size_of::<File>() as c_int,
            mxPathname: LONGEST_PATH,
            pNext: ptr::null_mut(),
            zName: NAME.as_ptr(),
            pAppData: ptr::null_mut(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_path),
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            ..clock_and_chance
        }));
        // SAFETY: `vfs` is complete for its version, and never freed.
        unsafe { ffi::sqlite3_vfs_register(vfs, 0) }
    });
    assert_eq!(code, OK, "SQLite refuses the crashing file system");
    NAME.to_str().unwrap_or_default()
}

static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// What SQLite allocates for an open file.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    handle: Option<NonNull<Handle>>,
}

/// An open file.
struct Handle {
    storage: Arc<Mutex<Storage>>,
    inode: Inode,
    number: u64,
    lock: c_int,
    held: Held,
    /// Deleted when it is closed.
    delete: Option<CString>,
    /// A new journal or log, whose name goes to the disk with its first sync.
    new_name: bool,
}

impl Handle {
    fn storage(&self) -> MutexGuard<'_, Storage> {
        storage::lock(&self.storage)
    }
}

/// The handle behind an open file.
///
/// # Safety
///
/// `file` was opened by [`open`] and is not closed; SQLite uses it in one thread at a time.
unsafe fn handle<'a>(file: *mut ffi::sqlite3_file) -> &'a mut Handle {
    // SAFETY: by the caller's promise, `open` stored a handle.
    unsafe { (*file.cast::<File>()).handle.unwrap_unchecked().as_mut() }
}

/// A path that SQLite gives.
///
/// # Safety
///
/// `path` is null or ends with a zero, and is valid for `'a`.
unsafe fn text<'a>(path: *const c_char) -> Option<&'a str> {
    if path.is_null() {
        return None;
    }
    // SAFETY: by the caller's promise.
    unsafe { CStr::from_ptr(path) }.to_str().ok()
}

unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    flags_out: *mut c_int,
) -> c_int {
    let file = file.cast::<File>();
    // SAFETY: SQLite gives `szOsFile` bytes. Without methods it does not close what was not opened.
    unsafe { (*file).base.pMethods = ptr::null() };
    // SAFETY: SQLite's paths end with a zero and outlive the file.
    let named = match unsafe { text(path) } {
        Some(path) => match storage::find(path) {
            Some((storage, name)) => Some((storage, name, path)),
            None => return ffi::SQLITE_CANTOPEN,
        },
        None => None,
    };
    // A file without a name belongs to no file system: it is one of its own.
    let storage = named
        .as_ref()
        .map_or_else(Storage::nowhere, |(storage, ..)| Arc::clone(storage));
    let mut guard = storage::lock(&storage);
    if guard.strikes(Call::Other).is_some() {
        return ffi::SQLITE_CANTOPEN;
    }
    let there = named.as_ref().and_then(|(_, name, _)| guard.inode(name));
    let inode = match (there, &named) {
        (Some(_), _) if flags & ffi::SQLITE_OPEN_EXCLUSIVE != 0 => return ffi::SQLITE_CANTOPEN,
        (Some(inode), _) => inode,
        (None, None) => guard.create_nameless(),
        (None, Some((_, name, _))) if flags & ffi::SQLITE_OPEN_CREATE != 0 => guard.create(name),
        (None, Some(_)) => return ffi::SQLITE_CANTOPEN,
    };
    let journal = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_SUPER_JOURNAL | ffi::SQLITE_OPEN_WAL;
    let delete = named.filter(|_| flags & ffi::SQLITE_OPEN_DELETEONCLOSE != 0);
    let handle = Box::new(Handle {
        number: guard.new_handle(),
        storage: Arc::clone(&storage),
        inode,
        lock: ffi::SQLITE_LOCK_NONE,
        held: Held::default(),
        delete: delete.and_then(|(_, _, path)| CString::new(path).ok()),
        new_name: there.is_none() && flags & journal != 0,
    });
    // SAFETY: SQLite gives `szOsFile` bytes for the file, and a place for the flags or null.
    unsafe {
        ptr::addr_of_mut!((*file).handle).write(Some(NonNull::from(Box::leak(handle))));
        (*file).base.pMethods = &raw const METHODS;
        if !flags_out.is_null() {
            *flags_out = flags;
        }
    }
    OK
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, path: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite's paths end with a zero.
    let Some((storage, name)) = unsafe { text(path) }.and_then(storage::find) else {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    };
    let mut storage = storage::lock(&storage);
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_DELETE;
    }
    if !storage.unlink(name) {
        return ffi::SQLITE_IOERR_DELETE_NOENT;
    }
    if sync_folder != 0 {
        storage.sync_names();
    }
    OK
}

unsafe extern "C" fn access(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    flags: c_int,
    result: *mut c_int,
) -> c_int {
    // SAFETY: SQLite's paths end with a zero.
    let found = unsafe { text(path) }.and_then(storage::find);
    let there = found.is_some_and(|(storage, name)| {
        let storage = storage::lock(&storage);
        // Like SQLite's own: an empty file does not count as there.
        storage
            .inode(name)
            .is_some_and(|inode| flags != ffi::SQLITE_ACCESS_EXISTS || storage.length(inode) > 0)
    });
    // SAFETY: SQLite gives a place for the answer.
    unsafe { *result = there.into() };
    OK
}

unsafe extern "C" fn full_path(
    _: *mut ffi::sqlite3_vfs,
    path: *const c_char,
    size: c_int,
    out: *mut c_char,
) -> c_int {
    // SAFETY: SQLite's paths end with a zero.
    let bytes = unsafe { CStr::from_ptr(path) }.to_bytes_with_nul();
    if bytes.len() > size as usize {
        return ffi::SQLITE_CANTOPEN;
    }
    // SAFETY: `out` has `size` bytes, which are enough.
    unsafe { ptr::copy_nonoverlapping(bytes.as_ptr().cast(), out, bytes.len()) };
    OK
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes an open file once; the handle came from a box.
    let mut handle = unsafe { Box::from_raw(handle(file)) };
    let mut storage = storage::lock(&handle.storage);
    storage
        .locks(handle.inode)
        .lower(handle.number, handle.lock, ffi::SQLITE_LOCK_NONE);
    storage.shm(handle.inode).unmap(&mut handle.held, false);
    if let Some((_, name)) = handle
        .delete
        .as_deref()
        .and_then(|path| path.to_str().ok())
        .and_then(storage::find)
    {
        storage.unlink(name);
    }
    OK
}

unsafe extern "C" fn read(
    file: *mut ffi::sqlite3_file,
    out: *mut c_void,
    count: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite reads open files only, into a buffer of `count` bytes.
    let (handle, out) = unsafe {
        (
            handle(file),
            slice::from_raw_parts_mut(out.cast::<u8>(), count as usize),
        )
    };
    let mut storage = handle.storage();
    let fault = storage.strikes(Call::Read);
    if fault == Some(Fault::Io) {
        return ffi::SQLITE_IOERR_READ;
    }
    let mut there = storage.read(handle.inode, offset as usize, out);
    if fault == Some(Fault::ShortRead) {
        there /= 2;
    }
    if there == out.len() {
        return OK;
    }
    out[there..].fill(0);
    ffi::SQLITE_IOERR_SHORT_READ
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    count: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite writes to open files only, from a buffer of `count` bytes.
    let (handle, bytes) = unsafe {
        (
            handle(file),
            slice::from_raw_parts(bytes.cast::<u8>(), count as usize),
        )
    };
    let mut storage = handle.storage();
    match storage.strikes(Call::Write) {
        Some(Fault::Full) => ffi::SQLITE_FULL,
        Some(_) => ffi::SQLITE_IOERR_WRITE,
        None => {
            storage.change(
                handle.inode,
                Change::Write {
                    offset: offset as usize,
                    bytes: bytes.into(),
                },
            );
            OK
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: i64) -> c_int {
    // SAFETY: SQLite truncates open files only.
    let handle = unsafe { handle(file) };
    let mut storage = handle.storage();
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_TRUNCATE;
    }
    storage.change(handle.inode, Change::SetLength(length as usize));
    OK
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, _: c_int) -> c_int {
    // SAFETY: SQLite syncs open files only.
    let handle = unsafe { handle(file) };
    let mut storage = storage::lock(&handle.storage);
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_FSYNC;
    }
    storage.sync(handle.inode);
    if mem::take(&mut handle.new_name) {
        storage.sync_names();
    }
    OK
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, size: *mut i64) -> c_int {
    // SAFETY: SQLite asks for open files only, and gives a place for the answer.
    let (handle, size) = unsafe { (handle(file), &mut *size) };
    let mut storage = handle.storage();
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_FSTAT;
    }
    *size = storage.length(handle.inode) as i64;
    OK
}

unsafe extern "C" fn lock(file: *mut ffi::sqlite3_file, wanted: c_int) -> c_int {
    // SAFETY: SQLite locks open files only.
    let handle = unsafe { handle(file) };
    let mut storage = storage::lock(&handle.storage);
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_LOCK;
    }
    handle.lock = storage
        .locks(handle.inode)
        .raise(handle.number, handle.lock, wanted);
    if handle.lock >= wanted {
        OK
    } else {
        ffi::SQLITE_BUSY
    }
}

unsafe extern "C" fn unlock(file: *mut ffi::sqlite3_file, wanted: c_int) -> c_int {
    // SAFETY: SQLite unlocks open files only.
    let handle = unsafe { handle(file) };
    if handle.lock > wanted {
        storage::lock(&handle.storage)
            .locks(handle.inode)
            .lower(handle.number, handle.lock, wanted);
        handle.lock = wanted;
    }
    OK
}

unsafe extern "C" fn check_reserved_lock(file: *mut ffi::sqlite3_file, result: *mut c_int) -> c_int {
    // SAFETY: SQLite asks for open files only, and gives a place for the answer.
    let (handle, result) = unsafe { (handle(file), &mut *result) };
    *result = handle.storage().locks(handle.inode).reserved().into();
    OK
}

unsafe extern "C" fn file_control(_: *mut ffi::sqlite3_file, _: c_int, _: *mut c_void) -> c_int {
    ffi::SQLITE_NOTFOUND
}

unsafe extern "C" fn sector_size(_: *mut ffi::sqlite3_file) -> c_int {
    4096
}

unsafe extern "C" fn device_characteristics(_: *mut ffi::sqlite3_file) -> c_int {
    ffi::SQLITE_IOCAP_POWERSAFE_OVERWRITE
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    number: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: SQLite maps open files only, and gives a place for the answer.
    let (handle, out) = unsafe { (handle(file), &mut *out) };
    *out = ptr::null_mut();
    let mut storage = storage::lock(&handle.storage);
    if storage.strikes(Call::Other).is_some() {
        return ffi::SQLITE_IOERR_SHMMAP;
    }
    let shm = storage.shm(handle.inode);
    match shm.map(&mut handle.held, number as usize, size as usize, extend != 0) {
        Ok(region) => {
            *out = region.map_or(ptr::null_mut(), |start| start.as_ptr().cast());
            OK
        }
        Err(code) => code,
    }
}

unsafe extern "C" fn shm_lock(
    file: *mut ffi::sqlite3_file,
    first: c_int,
    count: c_int,
    flags: c_int,
) -> c_int {
    // SAFETY: SQLite locks the memory of open files only.
    let handle = unsafe { handle(file) };
    let mut storage = storage::lock(&handle.storage);
    let shm = storage.shm(handle.inode);
    if shm.lock(&mut handle.held, first as usize, count as usize, flags) {
        OK
    } else {
        ffi::SQLITE_BUSY
    }
}

/// The lock of the file system is a barrier.
unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: SQLite calls this for open files only.
    drop(unsafe { handle(file) }.storage());
}

unsafe extern "C" fn shm_unmap(file: *mut ffi::sqlite3_file, delete: c_int) -> c_int {
    // SAFETY: SQLite unmaps the memory of open files only.
    let handle = unsafe { handle(file) };
    storage::lock(&handle.storage)
        .shm(handle.inode)
        .unmap(&mut handle.held, delete != 0);
    OK
}
