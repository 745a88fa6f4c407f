use std::{thread, time::Duration};

use pocketchart_crypto::{
    jose::{es256, sha256},
    sign::SigningKey,
};
use pocketchart_wire::{
    keys::{self, Delete, LONGEST_TIME, Put},
    text,
};

use crate::{
    World,
    client::{Client, Got, now, path, signing_key},
};

/// A series of health cards, as its owner knows it.
struct Series {
    owner: SigningKey,
    id: [u8; 16],
}

impl Series {
    fn new() -> Self {
        let owner = signing_key();
        let id = keys::id(owner.public().as_bytes());
        Self { owner, id }
    }

    fn put_by(&self, client: &Client, key: &SigningKey, put: &Put) -> u16 {
        client
            .call(&path("shc", &self.id, "/put"), key, &self.id, put)
            .status
    }

    fn put(&self, client: &Client, ends: u64, keys: &str) -> u16 {
        let put = Put::new(*self.owner.public().as_bytes(), ends, keys.to_owned());
        self.put_by(client, &self.owner, &put)
    }

    fn delete(&self, client: &Client, key: &SigningKey) -> u16 {
        let delete = Delete::new(*key.public().as_bytes());
        let at = path("shc", &self.id, "/delete");
        client.call(&at, key, &self.id, &delete).status
    }

    fn get(&self, client: &Client) -> Got {
        let origin = [("origin", "https://verifier.example")];
        client
            .ask(
                "GET",
                &path("shc", &self.id, "/.well-known/jwks.json"),
                b"",
                &origin,
            )
            .unwrap()
    }
}

/// A new public key and its name, as a key set has them.
fn key() -> (String, String) {
    let (x, y) = es256::SigningKey::random().public().coordinates();
    let (x, y) = (text::encode(&x), text::encode(&y));
    let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
    let kid = text::encode(&sha256(members.as_bytes()));
    let key = format!(
        r#"{{"alg":"ES256","crv":"P-256","kid":"{kid}","kty":"EC","use":"sig","x":"{x}","y":"{y}"}}"#
    );
    (kid, key)
}

fn key_set(keys: usize) -> String {
    let mut keys: Vec<_> = (0..keys).map(|_| key()).collect();
    keys.sort();
    let keys: Vec<_> = keys.into_iter().map(|(_, key)| key).collect();
    format!(r#"{{"keys":[{}]}}"#, keys.join(","))
}

pub(crate) fn everyone_reads_what_its_owner_puts(world: &World) {
    let (client, other, series, stranger) =
        (world.client(), world.client_of(1), Series::new(), signing_key());
    let (first, second) = (key_set(1), key_set(8));
    assert_eq!(series.get(&client).status, 404);
    assert_eq!(series.put(&client, now() + 3600, &first), 201);
    let got = series.get(&other);
    assert_eq!((got.status, got.body.as_slice()), (200, first.as_bytes()));
    for (name, value) in [
        ("content-type", "application/json"),
        ("cache-control", "public, max-age=3600"),
        ("access-control-allow-origin", "*"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(got.header(name), Some(value));
    }
    // Neither under the owner's name nor under their own can others write here.
    let [its, theirs] = [&series.owner, &stranger].map(|key| *key.public().as_bytes());
    for owner in [its, theirs] {
        let put = Put::new(owner, now() + 3600, second.clone());
        assert_eq!(series.put_by(&client, &stranger, &put), 404);
    }
    assert_eq!(series.delete(&client, &stranger), 404);
    assert_eq!(series.put(&other, now() + 3600, &second), 201);
    assert_eq!(series.get(&client).body, second.as_bytes());
    assert_eq!(series.delete(&client, &series.owner), 204);
    assert_eq!(series.get(&client), series.get(&other));
    assert_eq!(series.get(&client).status, 404);
    assert_eq!(series.get(&client).header("cache-control"), Some("no-store"));
    assert_eq!(series.put(&client, now() + 3, &first), 201);
    let begun = now();
    while series.get(&client).status == 200 {
        assert!(now() < begun + 60, "it does not end");
        thread::sleep(Duration::from_millis(100));
    }
}

pub(crate) fn only_public_keys_are_served(world: &World) {
    let (client, series, good) = (world.client(), Series::new(), key_set(1));
    let later = now() + 3600;
    for ends in [0, now() - 1, now() + LONGEST_TIME + 600] {
        assert_eq!(series.put(&client, ends, &good), 400);
    }
    assert_eq!(series.put(&client, now() + LONGEST_TIME - 600, &good), 201);
    let two = key_set(2);
    let (a, b) = two[10..two.len() - 3].split_once("},{").unwrap();
    for (what, bad) in [
        ("no JSON", "keys".to_owned()),
        ("no keys", r#"{"keys":[]}"#.to_owned()),
        ("too many", key_set(9)),
        ("spaces", good.replace(':', ": ")),
        ("a private key", good.replace(r#","kid""#, r#","d":"AA","kid""#)),
        (
            "another member of the set",
            good.replace(r#"{"keys""#, r#"{"a":1,"keys""#),
        ),
        ("another curve", good.replace("P-256", "P-384")),
        ("another kind", good.replace(r#""EC""#, r#""RSA""#)),
        ("another use", good.replace(r#""sig""#, r#""enc""#)),
        ("another algorithm", good.replace("ES256", "none")),
        ("a short coordinate", good.replace(r#""x":""#, r#""x":"AA"#)),
        ("markup", good.replace(r#""kid":""#, r#""kid":"<script>"#)),
        (
            "a member twice",
            good.replace(r#""use":"sig""#, r#""use":"sig","use":"sig""#),
        ),
        ("no kid", {
            let from = good.find(r#""kid""#).unwrap();
            let to = from + good[from..].find(',').unwrap() + 1;
            [&good[..from], &good[to..]].concat()
        }),
        ("out of order", format!(r#"{{"keys":[{{{b}}},{{{a}}}]}}"#)),
        ("the same twice", format!(r#"{{"keys":[{{{a}}},{{{a}}}]}}"#)),
    ] {
        assert_eq!(series.put(&client, later, &bad), 400, "{what}");
    }
    assert_eq!(series.get(&client).body, good.as_bytes(), "as it was");
}
