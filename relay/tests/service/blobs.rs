//! Large bodies beside the database: a folder, or a server that speaks S3.

use std::{env, fs, path::Path, thread, time::Duration};

use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::vault::{self, Contents, Get, List, Put, blob_id};

use crate::{
    ON_EVERY_STORE, World,
    client::{Client, path, sealed, signing_key},
    grants::Grant,
};

/// All files below a folder.
fn files(folder: &Path) -> usize {
    let Ok(entries) = fs::read_dir(folder) else {
        return 0;
    };
    entries
        .map(|entry| entry.unwrap())
        .map(|entry| match entry.file_type().unwrap().is_dir() {
            true => files(&entry.path()),
            false => 1,
        })
        .sum()
}

struct Vault(SigningKey);

impl Vault {
    fn id(&self) -> [u8; 16] {
        vault::id(&self.public())
    }

    fn public(&self) -> [u8; 32] {
        *self.0.public().as_bytes()
    }

    fn put(&self, client: &Client, blob: Option<Vec<u8>>, replaces: &[[u8; 16]]) -> u16 {
        let put = Put::new(self.public(), blob, replaces);
        client
            .call(&path("vault", &self.id(), "/put"), &self.0, &self.id(), &put)
            .status
    }

    fn get(&self, client: &Client, blob: [u8; 16]) -> (u16, Vec<u8>) {
        let get = Get::new(self.public(), blob);
        let got = client.call(&path("vault", &self.id(), "/get"), &self.0, &self.id(), &get);
        (got.status, got.body)
    }

    fn len(&self, client: &Client) -> usize {
        let list = List::new(self.public());
        let got = client.call(&path("vault", &self.id(), "/list"), &self.0, &self.id(), &list);
        got.message::<Contents>().blobs.len()
    }
}

/// Waits until this is so.
fn until(what: &str, so: impl Fn() -> bool) {
    for _ in 0..600 {
        if so() {
            return;
        }
        thread::sleep(Duration::from_millis(100));
    }
    panic!("{what}: not after a minute");
}

#[test]
fn everything_again_with_a_folder_beside() {
    for (name, test) in ON_EVERY_STORE {
        println!("{name}");
        test(&World::with_blobs(0));
    }
    println!("{} tests with every body in a folder", ON_EVERY_STORE.len());
}

#[test]
fn what_is_large_lies_beside_and_goes_with_its_row() {
    let world = World::with_blobs(64);
    let folder = world.file("blobs");
    let sweeping = world.another(&[crate::process::UNLIMITED, &["--sweep=1"]].concat());
    let (client, vault) = (Client::new(&sweeping.url), Vault(signing_key()));
    let (small, large, larger) = (sealed(64 << 10), sealed(96 << 10), sealed(1 << 20));
    let mode = std::os::unix::fs::PermissionsExt::mode(&folder.metadata().unwrap().permissions());
    assert_eq!(mode & 0o077, 0, "it is for others too");
    assert_eq!(vault.put(&client, Some(small.clone()), &[]), 201);
    assert_eq!(
        files(&folder),
        0,
        "what is not larger than that lies in the database"
    );
    assert_eq!(vault.put(&client, Some(large.clone()), &[]), 201);
    assert_eq!(files(&folder), 1);
    for blob in [&small, &large] {
        assert_eq!(vault.get(&client, blob_id(blob)), (200, blob.clone()));
    }
    assert_eq!(vault.put(&client, Some(larger.clone()), &[blob_id(&large)]), 201);
    until("the one that was replaced is gone", || files(&folder) == 1);
    assert_eq!(vault.put(&client, None, &[blob_id(&larger)]), 204);
    until("the one that was taken out is gone", || files(&folder) == 0);
    // A grant's bundle goes when the grant ends.
    let mut grant = Grant::new(1, 10);
    grant.deposit.bundle = larger;
    assert_eq!(grant.leave(&client), 201);
    assert_eq!(files(&folder), 1);
    grant.is_given(&grant.take(&client, &grant.verifier, [1; 16]));
    assert_eq!(grant.revoke(&client, &grant.owner), 204);
    until("the bundle is gone", || files(&folder) == 0);
}

/// Killed between an object and its row, it has either both or, an hour later, none.
#[test]
fn killed_in_between_it_loses_nothing_and_keeps_no_remains() {
    let mut world = World::with_blobs(0);
    crate::killed::under_load(&mut world, &mut World::kill_and_start);
    let folder = world.file("blobs");
    let before = files(&folder);
    // Of each round a grant's bundle stays, and its letters until they are over.
    let clocked = world.clocked();
    clocked.pass(3 * 60 * 60);
    until("nothing is left over", || files(&folder) == 0);
    println!("{before} objects after ten kills, none three hours later");
}

/// Where the place of the objects is gone, nothing is acknowledged, nothing is taken for deleted, and it goes on when it is back.
#[test]
fn a_place_that_is_gone_is_a_fault() {
    let world = World::with_blobs(0);
    let (client, vault, blob) = (world.client(), Vault(signing_key()), sealed(8192));
    assert_eq!(vault.put(&client, Some(blob.clone()), &[]), 201);
    let (folder, away) = (world.file("blobs"), world.file("away"));
    fs::rename(&folder, &away).unwrap();
    fs::write(&folder, "").unwrap();
    assert_eq!(vault.put(&client, Some(sealed(4096)), &[]), 503);
    assert_eq!(vault.len(&client), 1);
    assert_eq!(vault.get(&client, blob_id(&blob)).0, 503);
    fs::remove_file(&folder).unwrap();
    fs::rename(&away, &folder).unwrap();
    assert_eq!(vault.get(&client, blob_id(&blob)), (200, blob));
    assert_eq!(vault.put(&client, Some(sealed(4096)), &[]), 201);
}

/// `relay/tests/peers/s3.sh` starts the server.
#[test]
fn everything_again_with_a_bucket_beside() {
    let Ok(bucket) = env::var("RELAY_TEST_BUCKET") else {
        println!("run by relay/tests/peers/s3.sh, which gives it a bucket");
        return;
    };
    for (name, test) in ON_EVERY_STORE {
        println!("{name}");
        test(&World::beside(&bucket, 0));
    }
    let world = World::beside(&bucket, 0);
    let (client, vault, blob) = (world.client(), Vault(signing_key()), sealed(4 << 20));
    assert_eq!(vault.put(&client, Some(blob.clone()), &[]), 201);
    assert_eq!(vault.get(&client, blob_id(&blob)), (200, blob));
    println!("{} tests with every body in a bucket", ON_EVERY_STORE.len());
}
