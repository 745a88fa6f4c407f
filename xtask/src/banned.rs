//! `deny.toml` refuses what it says it refuses, tried on made-up dependency graphs.

use std::{env, fs, io, path::Path, process::Command};

use crate::{Outcome, places};

/// Whether `cargo deny` accepts a crate that depends on a crate of this name and licence, and what it says.
fn accepts(name: &str, licence: &str) -> Outcome<(bool, String)> {
    let folder = tempfile::tempdir()?;
    let uses = format!("\n[dependencies]\n{name} = {{ path = \"{name}\" }}\n\n[workspace]\n");
    write_crate(folder.path(), "app", "Apache-2.0", &uses)?;
    write_crate(&folder.path().join(name), name, licence, "")?;
    let tools = places::cache()?.join("tools/bin");
    let path = env::var_os("PATH").unwrap_or_default();
    let done = Command::new("cargo-deny")
        .env(
            "PATH",
            env::join_paths(std::iter::once(tools).chain(env::split_paths(&path)))?,
        )
        .current_dir(folder.path())
        .args(["--offline", "--config"])
        .arg(places::root().join("deny.toml"))
        .args(["check", "bans", "licenses"])
        .output()?;
    Ok((
        done.status.success(),
        String::from_utf8_lossy(&done.stderr).into_owned(),
    ))
}

fn write_crate(folder: &Path, name: &str, licence: &str, rest: &str) -> io::Result<()> {
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("src/lib.rs"), "")?;
    let package =
        format!("version = \"1.0.0\"\nedition = \"2024\"\nlicense = \"{licence}\"\npublish = false\n");
    fs::write(
        folder.join("Cargo.toml"),
        format!("[package]\nname = \"{name}\"\n{package}{rest}"),
    )
}

#[test]
fn banned_crates_and_licences_are_refused() {
    match accepts("harmless", "MIT") {
        Ok((accepted, said)) => assert!(accepted, "{said}"),
        Err(problem) if env::var_os("CI").is_none() => {
            println!("not run: cargo-deny is missing ({problem})");
            return;
        }
        Err(problem) => panic!("cargo-deny: {problem}"),
    }
    for name in [
        "openssl",
        "openssl-sys",
        "native-tls",
        "sodiumoxide",
        "libsodium-sys",
    ] {
        let (accepted, said) = accepts(name, "MIT").unwrap();
        assert!(!accepted, "{name} is accepted");
        assert!(said.contains("banned") && said.contains(name), "{name}: {said}");
    }
    let (accepted, said) = accepts("harmless", "GPL-3.0-only").unwrap();
    assert!(!accepted && said.contains("GPL-3.0-only"), "{said}");
}
