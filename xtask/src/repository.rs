//! What every committed file must be: free of this machine's traces, finished, and tidy.

use std::{fs, io, path::Path, process::Command};

use crate::{places, test::tally::RUN_BY_ANOTHER};

/// The committed files, and new ones that are not ignored, as paths from the root with `/`.
pub(crate) fn files(root: &Path) -> io::Result<Vec<String>> {
    let git = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()?;
    if !git.status.success() {
        return Err(io::Error::other(
            String::from_utf8_lossy(&git.stderr).into_owned(),
        ));
    }
    let mut files: Vec<_> = String::from_utf8_lossy(&git.stdout)
        .split('\0')
        .filter(|file| !file.is_empty() && root.join(file).is_file())
        .map(str::to_owned)
        .collect();
    files.sort();
    files.dedup();
    Ok(files)
}

/// Folders whose absolute paths belong to one machine.
const MACHINE_FOLDERS: &[&str] = &[
    "home",
    "root",
    "tmp",
    "work",
    "Users",
    "usr/local",
    "var/tmp",
    "mnt",
];

/// Hosts that serve packages: a client's own settings name them, not a project.
const REGISTRY_HOSTS: &[&str] = &[
    concat!("crates", ".io/api"),
    concat!("index.crates", ".io"),
    concat!("static.crates", ".io"),
    concat!("registry.npmjs", ".org"),
    concat!("files.pythonhosted", ".org"),
    concat!("pypi", ".org/simple"),
    concat!("repo1.maven", ".org"),
    concat!("repo.maven.apache", ".org"),
    concat!("deb.debian", ".org"),
    concat!("proxy.golang", ".org"),
];

/// How packages of others end: they are installed, never committed.
const PACKAGES: &[&str] = &[
    ".whl", ".jar", ".aar", ".apk", ".crate", ".deb", ".tgz", ".tar.gz", ".nupkg", ".gem", ".so", ".dylib",
    ".dll",
];

const IGNORED: &str = concat!("#[ign", "ore");

/// Unfinished work, and tests that do not run. (Written apart so that this file does not name itself.)
const UNFINISHED: &[&str] = &[
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("dbg", "!("),
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    IGNORED,
    concat!("```ign", "ore"),
    concat!(".on", "ly("),
    concat!("@Dis", "abled"),
];

fn is_unfinished(line: &str, mark: &str) -> bool {
    line.contains(mark) && !(mark == IGNORED && RUN_BY_ANOTHER.iter().any(|reason| line.contains(reason)))
}

/// What is wrong with a file of this path and these bytes.
fn faults(path: &str, bytes: &[u8]) -> Vec<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let mut faults = Vec::new();
    if name == "mod.rs" || ["util.rs", "utils.rs", "common.rs", "helpers.rs", "manager.rs"].contains(&name) {
        faults.push(format!("{path}: a name that says nothing"));
    }
    if PACKAGES.iter().any(|ending| name.ends_with(ending)) {
        faults.push(format!("{path}: somebody's package"));
    }
    if !is_source(name) {
        return faults;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        faults.push(format!("{path}: not UTF-8"));
        return faults;
    };
    if !text.is_empty() && !text.ends_with('\n') {
        faults.push(format!("{path}: no newline at the end"));
    }
    for (number, line) in (1..).zip(text.split('\n')) {
        let mut fault = |what: &str| faults.push(format!("{path}:{number}: {what}"));
        if line.ends_with([' ', '\t', '\r']) {
            fault("white space at the end of the line");
        }
        if names_a_machine(line) {
            fault("an absolute path of one machine");
        }
        for host in REGISTRY_HOSTS.iter().filter(|host| line.contains(**host)) {
            fault(&format!("the registry host {host}"));
        }
        for mark in UNFINISHED.iter().filter(|mark| is_unfinished(line, mark)) {
            fault(&format!("unfinished: {mark}"));
        }
    }
    faults
}

/// Whether people write files of this name. Test data keeps the bytes that it came with.
fn is_source(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    let written = [
        "cddl", "ftl", "gradle", "kt", "kts", "md", "py", "rs", "sh", "swift", "toml", "ts", "tsx", "xml",
        "yml",
    ];
    written.contains(&extension) || ["run", ".gitignore", ".editorconfig"].contains(&name)
}

/// An absolute path below one of [`MACHINE_FOLDERS`], but not the same words inside an address or a longer path.
fn names_a_machine(line: &str) -> bool {
    MACHINE_FOLDERS.iter().any(|folder| {
        let path = format!("/{folder}/");
        line.match_indices(&path).any(|(at, _)| {
            let before = line.get(..at).and_then(|before| before.chars().next_back());
            before
                .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '_' | '-' | '/' | '}' | '~' | '*'))
        })
    })
}

#[test]
fn every_file_is_tidy() {
    let root = places::root();
    let faults: Vec<_> = files(&root)
        .unwrap()
        .iter()
        .flat_map(|file| faults(file, &fs::read(root.join(file)).unwrap_or_default()))
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Links of a page to files that are not there.
fn broken_links(root: &Path, page: &str, text: &str) -> Vec<String> {
    let folder = root
        .join(page)
        .parent()
        .map_or_else(|| root.to_owned(), Path::to_owned);
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target);
    targets
        .filter(|target| {
            !target.contains("://") && !target.starts_with(['#', '`']) && !target.starts_with("crate::")
        })
        .map(|target| target.split_once('#').map_or(target, |(file, _)| file))
        .filter(|file| !folder.join(file).exists())
        .map(|file| format!("{page}: the link to {file} leads nowhere"))
        .collect()
}

#[test]
fn links_between_pages_lead_somewhere() {
    let root = places::root();
    let pages = files(&root)
        .unwrap()
        .into_iter()
        .filter(|file| file.ends_with(".md"));
    let broken: Vec<_> = pages
        .flat_map(|page| broken_links(&root, &page, &fs::read_to_string(root.join(&page)).unwrap()))
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
    let text = "[a](README.md) [b](docs/README.md#top) [c](https://example.org/x) [d](docs/missing.md)";
    assert_eq!(
        broken_links(&root, "README.md", text),
        ["README.md: the link to docs/missing.md leads nowhere"]
    );
}

#[test]
fn each_fault_is_found() {
    let unfinished = UNFINISHED.iter().map(|mark| format!("    {mark}\n"));
    let hosts = REGISTRY_HOSTS
        .iter()
        .map(|host| format!("index = \"https://{host}\"\n"));
    let paths = MACHINE_FOLDERS
        .iter()
        .map(|folder| format!("let at = \"/{folder}/pocketchart\";\n"));
    let untidy = [
        "let a = 1; \n".to_owned(),
        "let a = 1;\r\n".to_owned(),
        "let a = 1;".to_owned(),
    ];
    for line in unfinished.chain(hosts).chain(paths).chain(untidy) {
        assert_eq!(faults("core/a.rs", line.as_bytes()).len(), 1, "{line}");
    }
    assert_eq!(faults("core/a.rs", b"\xff\n").len(), 1);
    assert_eq!(faults("core/a/mod.rs", b"").len(), 1);
    assert_eq!(faults("core/util.rs", b"").len(), 1);
    for ending in PACKAGES {
        assert_eq!(faults(&format!("tests/a{ending}"), b"\xff").len(), 1, "{ending}");
    }
}

#[test]
fn tidy_files_are_left_alone() {
    let fine = "let at = \"../shared/data\"; // docs/work/flow.md, https://example.org/home/a, build/tmp/x\n";
    assert_eq!(faults("core/a.rs", fine.as_bytes()), Vec::<String>::new());
    let planted = format!("{IGNORED} = \"planted fault, run by `found`\"]\n");
    assert_eq!(faults("core/a.rs", planted.as_bytes()), Vec::<String>::new());
    assert_eq!(faults("tests/vectors/a.json", b"{} \r\n"), Vec::<String>::new());
    assert_eq!(faults("docs/picture.png", b"\xff"), Vec::<String>::new());
}
