use pocketchart_crypto::sign::SigningKey;
use pocketchart_wire::vault::{self, Contents, Get, List, Put, blob_id};

use crate::{
    World,
    client::{Client, Got, path, sealed, signing_key},
};

struct Vault {
    key: SigningKey,
    id: [u8; 16],
}

impl Vault {
    fn new() -> Self {
        let key = signing_key();
        let id = vault::id(key.public().as_bytes());
        Self { key, id }
    }

    fn public(&self) -> [u8; 32] {
        *self.key.public().as_bytes()
    }

    fn put(&self, client: &Client, blob: Option<Vec<u8>>, replaces: &[[u8; 16]]) -> u16 {
        let put = Put::new(self.public(), blob, replaces);
        client
            .call(&path("vault", &self.id, "/put"), &self.key, &self.id, &put)
            .status
    }

    fn names(&self, client: &Client) -> Vec<[u8; 16]> {
        let list = List::new(self.public());
        let got = client.call(&path("vault", &self.id, "/list"), &self.key, &self.id, &list);
        got.message::<Contents>()
            .blobs
            .iter()
            .map(|blob| blob.id)
            .collect()
    }

    fn get_by(&self, client: &Client, key: &SigningKey, blob: [u8; 16]) -> Got {
        let get = Get::new(self.public(), blob);
        client.call(&path("vault", &self.id, "/get"), key, &self.id, &get)
    }
}

pub(crate) fn blobs_replace_blobs(world: &World) {
    let (client, other, vault) = (world.client(), world.client_of(1), Vault::new());
    assert_eq!(vault.names(&client), Vec::<[u8; 16]>::new());
    let (first, second, third) = (sealed(4096), sealed(1 << 20), sealed(8192));
    let [one, two, three] = [&first, &second, &third].map(|blob| blob_id(blob));
    assert_eq!(vault.put(&client, Some(first.clone()), &[]), 201);
    assert_eq!(vault.put(&other, Some(second.clone()), &[]), 201);
    assert_eq!(vault.names(&other), [one, two]);
    assert_eq!(vault.put(&client, Some(third.clone()), &[one, two, [9; 16]]), 201);
    assert_eq!(vault.names(&client), [three]);
    assert_eq!(
        vault.put(&client, Some(third.clone()), &[three]),
        204,
        "it does not replace itself"
    );
    assert_eq!(vault.get_by(&other, &vault.key, three).body, third);
    assert_eq!(vault.get_by(&client, &vault.key, one).status, 404);
    assert_eq!(vault.put(&client, Some(sealed(5000)), &[three]), 400);
    assert_eq!(vault.names(&client), [three], "nothing is replaced by nothing");
    assert_eq!(vault.put(&client, None, &[three]), 204);
    assert_eq!(vault.names(&client), Vec::<[u8; 16]>::new());
}

pub(crate) fn only_its_key_opens_it(world: &World) {
    let (client, vault, stranger) = (world.client(), Vault::new(), Vault::new());
    let blob = sealed(4096);
    assert_eq!(vault.put(&client, Some(blob.clone()), &[]), 201);
    assert_eq!(vault.get_by(&client, &stranger.key, blob_id(&blob)).status, 404);
    let put = Put::new(vault.public(), None, &[blob_id(&blob)]);
    let at = path("vault", &vault.id, "/put");
    assert_eq!(client.call(&at, &stranger.key, &vault.id, &put).status, 404);
    let put = Put::new(stranger.public(), None, &[blob_id(&blob)]);
    assert_eq!(client.call(&at, &stranger.key, &vault.id, &put).status, 404);
    let list = List::new(stranger.public());
    let got = client.call(
        &path("vault", &vault.id, "/list"),
        &stranger.key,
        &vault.id,
        &list,
    );
    assert_eq!(got.status, 404);
    assert_eq!(vault.names(&client), [blob_id(&blob)]);
}
