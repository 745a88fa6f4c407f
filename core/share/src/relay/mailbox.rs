use pocketchart_crypto::{Secret, sign::SigningKey};
use pocketchart_wire::mailbox::{Delete, Letters, Post, Read, id, letter_id, write_hash};

use super::{Relay, RelayError, kept, message, path};

/// Both keys of one box: who has the pair's secret can write to it and read it.
pub struct Mailbox {
    read: SigningKey,
    write: Secret<32>,
}

impl std::fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mailbox")
    }
}

impl Mailbox {
    /// The box that one key reads and one secret writes to.
    pub fn new(read: SigningKey, write: Secret<32>) -> Self {
        Self { read, write }
    }

    /// Its name at the relay.
    pub fn id(&self) -> [u8; 16] {
        id(&self.read_key(), &write_hash(&self.write))
    }

    /// A letter for it, as it is posted, to lie there for `hours` at most.
    pub fn letter(&self, hours: u16, packet: Vec<u8>) -> Post {
        Post::new(self.read_key(), &self.write, hours, packet)
    }

    fn read_key(&self) -> [u8; 32] {
        *self.read.public().as_bytes()
    }
}

/// # Mailboxes
impl Relay {
    /// Puts a sealed letter into a box, for `hours` at most. The same letter again is one letter.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn post_letter(&self, to: &Mailbox, hours: u16, packet: Vec<u8>) -> Result<(), RelayError> {
        let post = to.letter(hours, packet);
        kept(&self.post(&path("mailbox", &post.mailbox(), ""), &post)?)
    }

    /// The next letters of a box, oldest first, and whether there are more. They stay until [`Self::delete_letters`].
    ///
    /// # Errors
    /// [`RelayError`]; a box without letters is an empty answer.
    pub fn letters(&self, of: &Mailbox, after: Option<[u8; 16]>) -> Result<(Vec<Vec<u8>>, bool), RelayError> {
        let read = Read::new(of.read_key(), write_hash(&of.write), after);
        let id = of.id();
        let answer = match self.call(&path("mailbox", &id, "/read"), &of.read, &id, &read) {
            Ok(answer) if answer.status == 404 => return Ok((Vec::new(), false)),
            answer => answer?,
        };
        let page: Letters = message(&answer)?;
        Ok((
            page.letters.into_iter().map(|letter| letter.0).collect(),
            page.more,
        ))
    }

    /// Deletes letters by their bytes. Those that are not there are passed over.
    ///
    /// # Errors
    /// [`RelayError`].
    pub fn delete_letters(&self, of: &Mailbox, letters: &[Vec<u8>]) -> Result<(), RelayError> {
        let names: Vec<_> = letters.iter().map(|letter| letter_id(letter)).collect();
        let delete = Delete::new(of.read_key(), write_hash(&of.write), &names);
        let id = of.id();
        kept(&self.call(&path("mailbox", &id, "/delete"), &of.read, &id, &delete)?)
    }
}
