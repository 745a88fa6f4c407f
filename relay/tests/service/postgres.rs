//! The same on PostgreSQL, by two relays at once, on a server of the test's own.

use std::{
    env, fs,
    net::TcpListener,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use tempfile::TempDir;

use crate::{ON_EVERY_STORE, World};

/// A server in a folder of its own, on loopback, gone afterwards.
struct Server {
    folder: TempDir,
    programs: PathBuf,
    port: u16,
}

/// Nobody's user and group in Debian: PostgreSQL does not run as root.
const NOBODY: u32 = 65_534;

impl Server {
    /// None if PostgreSQL is not installed.
    fn start() -> Option<Self> {
        let newest = |folder: &Path| {
            let versions = fs::read_dir(folder).ok()?.filter_map(Result::ok);
            versions
                .map(|version| version.path().join("bin"))
                .filter(|bin| bin.join("initdb").exists())
                .max()
        };
        let programs = newest(Path::new("/usr/lib/postgresql"))?;
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let server = Self {
            folder: tempfile::tempdir().unwrap(),
            programs,
            port,
        };
        if is_root() {
            std::os::unix::fs::chown(server.folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        server.program(
            "initdb",
            &[
                "-U",
                "relay",
                "-A",
                "trust",
                "--no-sync",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
            ],
        );
        server.control("start");
        Some(server)
    }

    fn control(&self, action: &str) {
        let folder = self.folder.path().display();
        // The server is stopped, but its machine does not lose power: nothing has to reach the disk.
        let options = format!("-h 127.0.0.1 -p {} -k {folder} -c fsync=off", self.port);
        let log = format!("{folder}/log");
        match action {
            "start" => self.program(
                "pg_ctl",
                &["-w", "-t", "180", "-l", &log, "-o", &options, "start"],
            ),
            _ => self.program("pg_ctl", &["-w", "-m", "immediate", "stop"]),
        }
    }

    fn program(&self, name: &str, arguments: &[&str]) {
        let mut command = Command::new(self.programs.join(name));
        command
            .arg("-D")
            .arg(self.folder.path().join("data"))
            .args(arguments);
        command
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
        assert!(command.status().unwrap().success(), "{name} {arguments:?}");
    }

    /// A new, empty database.
    fn database(&self, name: &str) -> String {
        let port = self.port.to_string();
        let sql = format!("CREATE DATABASE {name}");
        let created = Command::new(self.programs.join("psql"))
            .args([
                "-q",
                "-h",
                "127.0.0.1",
                "-p",
                &port,
                "-U",
                "relay",
                "-d",
                "postgres",
                "-c",
                &sql,
            ])
            .status()
            .unwrap();
        assert!(created.success());
        format!("postgres://relay@127.0.0.1:{port}/{name}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.control("stop");
    }
}

fn is_root() -> bool {
    // The owner of this process's own folder is who runs it.
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").unwrap().uid() == 0
}

#[test]
fn everything_again_by_two_relays() {
    let Some(server) = Server::start() else {
        assert!(env::var_os("CI").is_none(), "PostgreSQL is not installed");
        println!("not run: PostgreSQL is not installed");
        return;
    };
    for (n, (name, test)) in ON_EVERY_STORE.iter().enumerate() {
        println!("{name}");
        let database = server.database(&format!("relay{n}"));
        test(&if n % 2 == 0 {
            World::postgres(&database)
        } else {
            World::postgres_with_blobs(&database)
        });
    }
    println!("{} tests by two relays on PostgreSQL", ON_EVERY_STORE.len());
    let folder = server.folder.path();
    crate::captured::capture(&World::postgres(&server.database("captured")), &[folder]);
    let mut world = World::postgres(&server.database("killed"));
    crate::killed::under_load(&mut world, &mut World::kill_and_start);
    crate::killed::under_load(&mut world, &mut |_| {
        server.control("stop");
        server.control("start");
    });
    println!("the server was killed and started 10 times under load");
    a_server_that_comes_back_is_used_again(&server);
}

fn a_server_that_comes_back_is_used_again(server: &Server) {
    let world = World::postgres(&server.database("restarted"));
    let grant = crate::grants::Grant::new(1, 10);
    assert_eq!(grant.leave(&world.client()), 201);
    server.control("stop");
    assert_eq!(world.client().get("/healthz").status, 503);
    assert_eq!(
        grant.take(&world.client_of(1), &grant.verifier, [1; 16]).status,
        503
    );
    server.control("start");
    let well = |client: &crate::client::Client| client.get("/healthz").status == 200;
    for client in [world.client(), world.client_of(1)] {
        while !well(&client) {
            thread::sleep(Duration::from_millis(100));
        }
    }
    assert_eq!(grant.take(&world.client(), &grant.verifier, [1; 16]).status, 200);
    assert_eq!(
        grant.take(&world.client_of(1), &grant.verifier, [2; 16]).status,
        404
    );
}
