//! Files that the person names: opened, read, or made anew, never overwritten.

use crate::failure::{Exit, Failure};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Opens a file to read.
pub(crate) fn open(path: &Path) -> Result<File, Failure> {
    let failure = |error: &io::Error| match error.kind() {
        ErrorKind::NotFound => Failure::new("file-missing", Exit::NotFound),
        ErrorKind::PermissionDenied => Failure::new("file-denied", Exit::Disk),
        _ => Failure::new("file-unreadable", Exit::Disk),
    };
    let named = |error: io::Error| failure(&error).with("file", shown(path));
    let file = File::open(path).map_err(named)?;
    if file.metadata().map_err(named)?.is_dir() {
        return Err(Failure::new("file-is-folder", Exit::Refused).with("file", shown(path)));
    }
    Ok(file)
}

/// What is read whole: one byte more than the record keeps and requests have, so that they say what is too large.
const LIMIT: u64 = (16 << 20) + 1;

/// Reads a whole file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    whole(open(path)?, path)
}

/// Reads a whole file, or standard input where it is called `-`.
pub(crate) fn read_or_input(path: &Path) -> Result<Vec<u8>, Failure> {
    match path.to_str() {
        Some("-") => whole(io::stdin().lock(), path),
        _ => read(path),
    }
}

fn whole(from: impl Read, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = from.take(LIMIT).read_to_end(&mut bytes);
    read.map_err(|_| Failure::new("file-unreadable", Exit::Disk).with("file", shown(path)))?;
    Ok(bytes)
}

/// A file that takes its name only once it is whole.
pub(crate) struct NewFile {
    file: NamedTempFile,
    path: PathBuf,
}

/// Begins a file where none is yet.
pub(crate) fn create(path: &Path) -> Result<NewFile, Failure> {
    if path.symlink_metadata().is_ok() {
        return Err(Failure::new("file-exists", Exit::Refused).with("file", shown(path)));
    }
    let folder = path
        .parent()
        .filter(|it| !it.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let file = tempfile::Builder::new()
        .prefix(".pocketchart-")
        .tempfile_in(folder);
    let file = file.map_err(|error| {
        let id = if error.kind() == ErrorKind::NotFound {
            "folder-missing"
        } else {
            "file-unwritable"
        };
        let exit = if id == "folder-missing" {
            Exit::NotFound
        } else {
            Exit::Disk
        };
        Failure::new(id, exit).with("file", shown(path))
    })?;
    Ok(NewFile {
        file,
        path: path.to_owned(),
    })
}

impl NewFile {
    /// Makes it durable and gives it its name; returns its size in bytes.
    pub(crate) fn finish(self) -> Result<u64, Failure> {
        let path = self.path;
        let unwritable = || Failure::new("file-unwritable", Exit::Disk).with("file", shown(&path));
        self.file.as_file().sync_all().map_err(|_| unwritable())?;
        let size = self.file.as_file().metadata().map_err(|_| unwritable())?.len();
        self.file
            .persist_noclobber(&path)
            .map_err(|error| match error.error.kind() {
                ErrorKind::AlreadyExists => {
                    Failure::new("file-exists", Exit::Refused).with("file", shown(&path))
                }
                _ => unwritable(),
            })?;
        Ok(size)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file where none is yet. Returns its size in bytes.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<u64, Failure> {
    let mut new = create(path)?;
    new.write_all(bytes).map_err(|_| unwritable(path))?;
    new.finish()
}

/// Makes a folder if it is not there.
pub(crate) fn folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path)
        .map_err(|_| Failure::new("file-unwritable", Exit::Disk).with("file", shown(path)))
}

pub(crate) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The last part of a path.
pub(crate) fn name(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// The media type that a file's name stands for.
pub(crate) fn media_type(path: &Path) -> String {
    mime_guess::from_path(path)
        .first_or_octet_stream()
        .essence_str()
        .to_owned()
}

/// The file cannot be written.
pub(crate) fn unwritable(path: &Path) -> Failure {
    Failure::new("file-unwritable", Exit::Disk).with("file", shown(path))
}
