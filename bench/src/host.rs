//! Programs that answer over HTTP, each on one core of its own: a relay, nginx, an Express host, and the PostgreSQL that the relay uses.
//! Everything else, this process too, runs on the other cores.

use nix::sched::{CpuSet, sched_setaffinity};
use nix::unistd::{Pid, SysconfVar, getuid, sysconf};
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// npm `express`, as of November 2026.
const EXPRESS: &str = "5.3.0";
/// Nobody's user and group in Debian: PostgreSQL does not run as root.
const NOBODY: u32 = 65_534;

/// Leaves the first core to the host that is measured.
pub fn leave_first_core() {
    let mut others = CpuSet::new();
    let cores = thread::available_parallelism().expect("cores").get();
    for core in 1..cores.max(2) {
        others.set(core).expect("a core");
    }
    // On a machine of one core, all share it.
    let _ = sched_setaffinity(Pid::from_raw(0), &others);
}

/// A program at work on the first core. It ends when it is dropped.
pub struct Host {
    child: Child,
    pub port: u16,
    _folder: Option<TempDir>,
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

fn on_first_core(program: &Path) -> Command {
    let mut command = Command::new("taskset");
    command.args(["--cpu-list", "0"]).arg(program).stdin(Stdio::null());
    command
}

/// Starts a program that says `listening on http://…:PORT`.
fn listening(mut command: Command, folder: Option<TempDir>) -> Host {
    let mut child = command.stdout(Stdio::piped()).spawn().expect("a program");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let line = lines.next().expect("it started").expect("text");
    let port = line.rsplit(':').next().and_then(|it| it.parse().ok()).expect("a port");
    Host { child, port, _folder: folder }
}

/// A program of this project as it ships.
fn built(name: &str, package: &str) -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let built = std::env::var_os("CARGO_TARGET_DIR").map_or_else(own, PathBuf::from);
    let program = built.join("release").join(name);
    assert!(program.exists(), "build it first: cargo build --release --package {package}");
    program
}

/// The desk of a new clinic on all cores, and the secret that makes its first account.
pub fn desk() -> (Host, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(built("pocketchart", "pocketchart-cli"));
    command.args(["clinic", "--name=Lakeside Clinic", "--listen=127.0.0.1:0", "--data"]).arg(folder.path().join("clinic"));
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a program");
    let (mut port, mut secret) = (None, None);
    for line in BufReader::new(child.stderr.take().expect("its output")).lines() {
        let line = line.expect("text");
        let line = line.trim();
        port = port.or(line.rsplit(':').next().and_then(|it| it.trim_end_matches('.').parse().ok()));
        if line.len() == 32 && line.bytes().all(|it| it.is_ascii_hexdigit()) {
            secret = Some(line.to_owned());
            break;
        }
    }
    let host = Host { child, port: port.expect("it listens"), _folder: Some(folder) };
    (host, secret.expect("a secret"))
}

/// A relay as it ships, on a store.
pub fn relay(store: &str) -> Host {
    let program = built("pocketchart-relay", "pocketchart-relay");
    let mut command = on_first_core(&program);
    command.args(["--listen=127.0.0.1:0", "--requests=0", "--upload=0", "--connections-each=0", "--capacity=0"]);
    command.args(["--store", store]);
    listening(command, None)
}

/// The folder of a tool that is kept from run to run.
pub fn tools(name: &str) -> PathBuf {
    let home = std::env::var_os("HOME").map(PathBuf::from).unwrap_or_default();
    let cache = ["POCKETCHART_CACHE", "XDG_CACHE_HOME"].map(std::env::var_os);
    let tools = match cache {
        [Some(cache), _] => PathBuf::from(cache),
        [None, Some(cache)] => PathBuf::from(cache).join("pocketchart"),
        [None, None] => home.join(".cache/pocketchart"),
    };
    tools.join(name)
}

/// The smallest Express host that serves this file as a link.
pub fn express(file: &[u8]) -> Host {
    let tools = tools(&format!("express-{EXPRESS}"));
    if !tools.join("node_modules/express").exists() {
        let done = Command::new("npm")
            .args(["install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"])
            .arg(&tools)
            .arg(format!("express@{EXPRESS}"))
            .status();
        assert!(done.expect("npm").success());
    }
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("file"), file).expect("written");
    let mut command = on_first_core(Path::new("node"));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("hosts/express.mjs");
    command.arg(script).arg(&tools).arg(folder.path()).env("NODE_ENV", "production");
    listening(command, Some(folder))
}

/// nginx, with this file as `/file`.
pub fn nginx(file: &[u8]) -> Host {
    let folder = tempfile::tempdir().expect("a folder");
    let port = free_port();
    let at = folder.path().display();
    let user = if getuid().is_root() { "user root;" } else { "" };
    let configuration = format!(
        "{user} worker_processes 1; daemon off; pid {at}/pid; error_log stderr crit; events {{ worker_connections 256; }}
         http {{ access_log off; sendfile on; keepalive_requests 10000000; default_type application/jose;
                 client_body_temp_path {at}/body; proxy_temp_path {at}/proxy; fastcgi_temp_path {at}/fastcgi;
                 uwsgi_temp_path {at}/uwsgi; scgi_temp_path {at}/scgi;
                 server {{ listen 127.0.0.1:{port}; root {at}/files; }} }}"
    );
    fs::create_dir(folder.path().join("files")).expect("a folder");
    fs::write(folder.path().join("files/file"), file).expect("written");
    fs::write(folder.path().join("nginx.conf"), configuration).expect("written");
    let program = ["/usr/sbin/nginx", "/usr/bin/nginx"].map(Path::new).into_iter().find(|it| it.exists()).expect("nginx");
    let mut command = on_first_core(program);
    command.arg("-p").arg(folder.path()).arg("-c").arg(folder.path().join("nginx.conf"));
    let child = command.spawn().expect("nginx");
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        thread::sleep(Duration::from_millis(20));
    }
    Host { child, port, _folder: Some(folder) }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port").port()
}

/// A PostgreSQL server of its own, as Debian ships it: each commit is on the disk before it is acknowledged.
pub struct Postgres {
    child: Child,
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Postgres {
    pub fn start() -> Self {
        let versions = fs::read_dir("/usr/lib/postgresql").expect("Debian's postgresql");
        let bin = versions.filter_map(Result::ok).map(|it| it.path().join("bin"));
        let programs = bin.filter(|it| it.join("initdb").exists()).max().expect("initdb");
        let (folder, port) = (tempfile::tempdir().expect("a folder"), free_port());
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).expect("a folder");
        let program = |name: &str| {
            let mut command = Command::new(programs.join(name));
            command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::null());
            command.arg("-D").arg(folder.path().join("data"));
            if getuid().is_root() {
                command.uid(NOBODY).gid(NOBODY);
            }
            command
        };
        if getuid().is_root() {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).expect("a folder");
        }
        let mut initdb = program("initdb");
        initdb.args(["-U", "relay", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        assert!(initdb.status().expect("initdb").success());
        let mut server = program("postgres");
        server.args(["-h", "127.0.0.1", "-p", &port.to_string(), "-k", folder.path().to_str().expect("a path")]);
        let child = server.stderr(Stdio::null()).spawn().expect("postgres");
        let server = Self { child, programs, folder, port };
        while !server.sql("SELECT 1").status().expect("psql").success() {
            thread::sleep(Duration::from_millis(100));
        }
        server
    }

    fn sql(&self, sql: &str) -> Command {
        let mut command = Command::new(self.programs.join("psql"));
        let port = self.port.to_string();
        command.args(["-qAt", "-h", "127.0.0.1", "-p", &port, "-U", "relay", "-d", "postgres", "-c", sql]);
        command.stdout(Stdio::null()).stderr(Stdio::null()).current_dir(self.folder.path());
        command
    }

    /// Where the relay finds its database.
    pub fn url(&self) -> String {
        format!("postgres://relay@127.0.0.1:{}/postgres", self.port)
    }

    /// Bytes of the database on disk, without the server's log.
    pub fn size(&self) -> u64 {
        let asked = self.sql("SELECT pg_database_size('postgres')").stdout(Stdio::piped()).output().expect("psql");
        String::from_utf8_lossy(&asked.stdout).trim().parse().expect("a size")
    }

    /// CPU time of the server and of all its processes that live.
    pub fn cpu(&self) -> Duration {
        cpu(self.child.id())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // SIGINT: it lets nobody finish, and shuts down cleanly.
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

impl Host {
    /// CPU time of the program and of its children.
    pub fn cpu(&self) -> Duration {
        cpu(self.child.id())
    }

    /// Bytes of memory in use (RSS).
    pub fn memory(&self) -> usize {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its state");
        let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse::<usize>().expect("a size") * 1024
    }
}

/// CPU time of a process, of those of its children that live, and of those that it has waited for.
fn cpu(pid: u32) -> Duration {
    let fields = |pid: u32| -> Option<Vec<u64>> {
        let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (_, rest) = text.rsplit_once(") ")?;
        Some(rest.split(' ').map(|it| it.trim().parse().unwrap_or(0)).collect())
    };
    let ticks: u64 = fs::read_dir("/proc")
        .expect("/proc")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok())
        .filter_map(|each| Some((each, fields(each)?)))
        .filter(|(each, fields)| *each == pid || fields.get(1) == Some(&u64::from(pid)))
        // utime and stime, and of the process itself cutime and cstime, too.
        .map(|(each, fields)| fields.iter().skip(11).take(if each == pid { 4 } else { 2 }).sum::<u64>())
        .sum();
    let each = sysconf(SysconfVar::CLK_TCK).ok().flatten().unwrap_or(100);
    Duration::from_secs_f64(ticks as f64 / each as f64)
}
