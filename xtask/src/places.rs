//! Where the sources, the build cache and the installed tools are.

use std::{env, path::PathBuf};

use crate::Outcome;

/// The folder of the workspace's `Cargo.toml`. Cargo says it when it starts this program: clones that share a build cache share the
/// program too, and what was compiled into it is the folder of whichever came first.
pub(crate) fn root() -> PathBuf {
    let mut root =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    root.pop();
    root
}

/// The user's cache folder for this project, outside every clone.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let base = env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or("Neither XDG_CACHE_HOME nor HOME says where the cache folder is.")?;
    Ok(base.join("pocketchart"))
}

/// Where Cargo builds: `CARGO_TARGET_DIR`, else inside [`cache`], so that a fresh clone finds what an
/// earlier one compiled.
pub(crate) fn build() -> Outcome<PathBuf> {
    match env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty()) {
        Some(folder) => Ok(folder.into()),
        None => Ok(cache()?.join("target")),
    }
}
