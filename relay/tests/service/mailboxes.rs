use pocketchart_crypto::{Secret, random_array, sign::SigningKey};
use pocketchart_wire::mailbox::{self, Delete, Letters, Packet, Post, Read, letter_id};

use crate::{
    World,
    client::{Client, Got, path, sealed, signing_key},
};

/// A box, with both its keys.
struct Mailbox {
    reader: SigningKey,
    writer: Secret<32>,
    id: [u8; 16],
}

impl Mailbox {
    fn new() -> Self {
        let (reader, writer) = (signing_key(), Secret::random());
        let id = mailbox::id(reader.public().as_bytes(), &mailbox::write_hash(&writer));
        Self { reader, writer, id }
    }

    fn key(&self) -> [u8; 32] {
        *self.reader.public().as_bytes()
    }

    fn post(&self, client: &Client, packet: &[u8]) -> Got {
        let letter = Post::new(self.key(), &self.writer, 24, packet.to_vec());
        client.post(&path("mailbox", &self.id, ""), &letter)
    }

    fn read_by(&self, client: &Client, key: &SigningKey, after: Option<[u8; 16]>) -> Got {
        let read = Read::new(self.key(), mailbox::write_hash(&self.writer), after);
        client.call(&path("mailbox", &self.id, "/read"), key, &self.id, &read)
    }

    fn letters(&self, client: &Client, after: Option<[u8; 16]>) -> (Vec<Vec<u8>>, bool) {
        let letters: Letters = self.read_by(client, &self.reader, after).message();
        (
            letters.letters.into_iter().map(|Packet(bytes)| bytes).collect(),
            letters.more,
        )
    }

    fn delete_by(&self, client: &Client, key: &SigningKey, letters: &[[u8; 16]]) -> Got {
        let delete = Delete::new(self.key(), mailbox::write_hash(&self.writer), letters);
        client.call(&path("mailbox", &self.id, "/delete"), key, &self.id, &delete)
    }
}

pub(crate) fn a_letter_waits_for_its_reader(world: &World) {
    let (client, other, mailbox) = (world.client(), world.client_of(1), Mailbox::new());
    assert_eq!(
        mailbox.letters(&client, None),
        (vec![], false),
        "nothing was registered"
    );
    let (first, second) = (sealed(4096), sealed(8192));
    assert_eq!(mailbox.post(&client, &first).status, 201);
    assert_eq!(mailbox.post(&other, &second).status, 201);
    assert_eq!(mailbox.post(&other, &first).status, 204, "the same letter again");
    let both = (vec![first.clone(), second.clone()], false);
    assert_eq!(mailbox.letters(&client, None), both);
    assert_eq!(mailbox.letters(&other, None), both, "reading takes nothing away");
    let behind = mailbox.letters(&client, Some(letter_id(&first)));
    assert_eq!(behind, (vec![second.clone()], false));
    let gone = [letter_id(&first), random_array()];
    assert_eq!(mailbox.delete_by(&client, &mailbox.reader, &gone).status, 204);
    assert_eq!(mailbox.letters(&other, None), (vec![second], false));
}

pub(crate) fn only_its_reader_reads(world: &World) {
    let (client, mailbox, stranger) = (world.client(), Mailbox::new(), signing_key());
    let letter = sealed(4096);
    assert_eq!(mailbox.post(&client, &letter).status, 201);
    assert_eq!(mailbox.read_by(&client, &stranger, None).status, 404);
    assert_eq!(
        mailbox
            .delete_by(&client, &stranger, &[letter_id(&letter)])
            .status,
        404
    );
    // The stranger's own key is not what the box is named after.
    let theirs = Read::new(
        *stranger.public().as_bytes(),
        mailbox::write_hash(&mailbox.writer),
        None,
    );
    let at = path("mailbox", &mailbox.id, "/read");
    assert_eq!(client.call(&at, &stranger, &mailbox.id, &theirs).status, 404);
    // A proof for another box, another action, or over a challenge that is not the relay's.
    let read = Read::new(mailbox.key(), mailbox::write_hash(&mailbox.writer), None);
    assert_eq!(client.call(&at, &mailbox.reader, &[0; 16], &read).status, 404);
    let delete = Delete::new(mailbox.key(), mailbox::write_hash(&mailbox.writer), &[]);
    assert_eq!(
        client.call(&at, &mailbox.reader, &mailbox.id, &delete).status,
        400
    );
    let made_up = pocketchart_wire::proof::Signed::new(&mailbox.reader, [7; 40], &mailbox.id, &read);
    assert_eq!(client.post(&at, &made_up).status, 404);
    assert_eq!(mailbox.letters(&client, None), (vec![letter], false));
}

pub(crate) fn only_its_writer_writes(world: &World) {
    let (client, mailbox) = (world.client(), Mailbox::new());
    let guess = Post::new(mailbox.key(), &Secret::random(), 24, sealed(4096));
    assert_eq!(client.post(&path("mailbox", &mailbox.id, ""), &guess).status, 404);
    assert_eq!(mailbox.letters(&client, None), (vec![], false));
}

pub(crate) fn has_a_size(world: &World) {
    let (client, mailbox) = (world.client(), Mailbox::new());
    for wrong in [0, 1, 4095, 4097, 4225, (4 << 20) + 1] {
        assert_eq!(mailbox.post(&client, &sealed(wrong)).status, 400, "{wrong} bytes");
    }
    for hours in [0, 30 * 24 + 1] {
        let letter = Post::new(mailbox.key(), &mailbox.writer, hours, sealed(4096));
        assert_eq!(
            client.post(&path("mailbox", &mailbox.id, ""), &letter).status,
            400,
            "{hours} h"
        );
    }
    for n in 0..16 {
        assert_eq!(mailbox.post(&client, &sealed(4 << 20)).status, 201, "letter {n}");
    }
    assert_eq!(
        mailbox.post(&client, &sealed(4096)).status,
        507,
        "64 MiB are in it"
    );
    assert_eq!(Mailbox::new().post(&client, &sealed(4096)).status, 201);
}

pub(crate) fn pages_are_of_bounded_length(world: &World) {
    let (client, mailbox) = (world.client(), Mailbox::new());
    let sent: Vec<_> = (0..3).map(|_| sealed(3 << 19)).collect();
    for letter in &sent {
        assert_eq!(mailbox.post(&client, letter).status, 201);
    }
    let (mut got, mut after) = (Vec::new(), None);
    loop {
        let (letters, more) = mailbox.letters(&client, after);
        assert!(letters.iter().map(Vec::len).sum::<usize>() <= 4 << 20);
        after = letters.last().map(|last| letter_id(last));
        got.extend(letters);
        if !more {
            break;
        }
    }
    assert_eq!(got, sent);
}
