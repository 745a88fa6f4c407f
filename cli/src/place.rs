//! Where the record lies, and where its freshness is kept outside of it.

use std::env;
use std::path::{Component, Path, PathBuf};

/// The record's folder: as asked, or the one of this account.
pub(crate) fn record(asked: Option<&Path>) -> PathBuf {
    let folder = asked.map_or_else(
        || {
            base("XDG_DATA_HOME", ".local/share")
                .join("pocketchart")
                .join("record")
        },
        Path::to_owned,
    );
    real(&folder)
}

/// The file that shows whether the folder was put back to an older state: one for each folder, named by its path.
pub(crate) fn freshness(record: &Path) -> PathBuf {
    let mut path = base("XDG_STATE_HOME", ".local/state")
        .join("pocketchart")
        .join("freshness");
    for part in record.components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::Prefix(prefix) => {
                path.push(
                    prefix
                        .as_os_str()
                        .to_string_lossy()
                        .replace([':', '\\', '/', '?'], ""),
                );
            }
            _ => {}
        }
    }
    path.push("commit");
    path
}

/// What the person calls the record: the name of its folder.
pub(crate) fn name(record: &Path) -> String {
    record
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn base(variable: &str, below_home: &str) -> PathBuf {
    let set = env::var_os(variable)
        .map(PathBuf::from)
        .filter(|path| path.is_absolute());
    set.unwrap_or_else(|| env::home_dir().unwrap_or_default().join(below_home))
}

/// The path without links, as far as it exists: one folder has one name.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    if let Ok(real) = path.canonicalize() {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) => real(parent).join(name),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_and_its_target_are_one_record() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        std::fs::create_dir(&target).unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert_eq!(record(Some(&link.join("new"))), record(Some(&target.join("new"))));
        assert_ne!(
            freshness(&record(Some(&link.join("a")))),
            freshness(&record(Some(&link.join("b"))))
        );
    }
}
