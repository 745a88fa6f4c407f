//! The new device's side: it asks contacts, gathers their answers, waits for the relay, and gets the record, or the part of it in
//! which its owner is to act for somebody.

use super::ContactsError;
use super::entering::Entrustment;
use crate::backup::RestoreError;
use crate::chart::{Chart, CreateChart};
use crate::home::Home;
use crate::snapshot::Snapshots;
use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::kdf::{PasswordParams, Salt, password_key};
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{KdfLevel, RecoveryWords, RestoreReport, StoreError, Unlock};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::contacts::{Answer, AnswerCode, AskCode, Asking, Cause, unlock as unlock_parts};
use pocketchart_share::relay::{Relay, RelayError, Release};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use zeroize::Zeroizing;

/// Beside where the record will be.
const FILE: &str = "recovering";
const MAGIC: &[u8; 9] = b"PCRECOVER";
const VERSION: u8 = 1;
const HEAD: usize = 9 + 1 + 8 + 16;
const FILE_KEY: Label = Label::new("contacts/recovering");
const MAX_ANSWERS: usize = 15;

/// The record has not come back. What was gathered so far is kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RecoverError {
    /// The store or the relay failed, the passphrase is wrong, or a code is for another device.
    #[error(transparent)]
    Contacts(ContactsError),
    /// This device has not asked anybody.
    #[error("this device has not asked")]
    NotAsking,
    /// It has asked, but for the other cause: its own person's record, or to act for somebody.
    #[error("this device has asked for something else")]
    OtherCause,
    /// It has asked already.
    #[error("this device has asked already")]
    AskedBefore,
    /// A contact answered for another person, or with a part of another time.
    #[error("an answer that does not belong to the others")]
    Others,
    /// More contacts have to answer.
    #[error("{have} of {needed} contacts have answered")]
    Few {
        /// Have answered.
        have: usize,
        /// It takes so many.
        needed: u8,
    },
    /// The parts do not belong together.
    #[error("the parts do not belong together")]
    Parts,
    /// The relay knows nothing of it, or takes the contacts' word no more.
    #[error("the relay does not take the contacts' word")]
    NotTaken,
    /// What contacts and relay gave opens nothing: nobody has left anything for it, or it was ended.
    #[error("nothing was left for whoever stands in")]
    NothingLeft,
    /// A record could not be made of what was left.
    #[error("what was left for whoever stands in does not fit")]
    Unfit,
    /// The words came back and the record did not.
    #[error(transparent)]
    Restore(#[from] RestoreError),
}

impl RecoverError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            RecoverError::Contacts(error) => error.id(),
            RecoverError::NotAsking => "recover-not-asking",
            RecoverError::OtherCause => "recover-other-cause",
            RecoverError::AskedBefore => "recover-asked-before",
            RecoverError::NothingLeft => "incapacity-nothing-left",
            RecoverError::Unfit => "incapacity-unfit",
            RecoverError::Others => "recover-others",
            RecoverError::Few { .. } => "recover-few",
            RecoverError::Parts => "recover-parts",
            RecoverError::NotTaken => "recover-not-taken",
            RecoverError::Restore(error) => error.id(),
        }
    }
}

impl From<StoreError> for RecoverError {
    fn from(error: StoreError) -> Self {
        Self::Contacts(error.into())
    }
}

impl From<RelayError> for RecoverError {
    fn from(error: RelayError) -> Self {
        Self::Contacts(error.into())
    }
}

/// How far it has come.
#[derive(Debug)]
pub enum Step {
    /// The relay waits for an objection: ask again after so many seconds.
    Waiting(u64),
    /// Another device of the person has objected: all contacts have to answer again, and say that it holds all the same.
    Vetoed {
        /// How many have said so.
        despite: u8,
    },
    /// It is all there.
    Given(Box<Given>),
    /// It may act for the person: [`Recovering::enter`].
    Entrusted(Box<Entrustment>),
}

/// What contacts and relay gave.
pub struct Given {
    /// The person's words.
    pub words: RecoveryWords,
    relay: String,
}

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Given(..)")
    }
}

/// A device that asks contacts for a record. What it needs for that lies sealed in a file beside where the record will be.
pub struct Recovering {
    pub(super) home: Home,
    key: Secret<32>,
    head: [u8; HEAD],
    seed: Secret<32>,
    cause: Cause,
    /// How many of the answers the relay knows.
    told: usize,
    answers: Vec<Answer>,
}

impl std::fmt::Debug for Recovering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Recovering(..)")
    }
}

impl Recovering {
    /// Begins: the code is for the contacts. What comes of it is for this cause only.
    ///
    /// # Errors
    /// [`RecoverError::AskedBefore`], or what the store says.
    pub fn begin(
        home: &Home,
        cause: Cause,
        unlock: &Unlock,
        level: KdfLevel,
    ) -> Result<(Self, AskCode), RecoverError> {
        if home.holds_record() {
            return Err(StoreError::Exists.into());
        }
        if path(home).exists() {
            return Err(RecoverError::AskedBefore);
        }
        let mut head = [VERSION; HEAD];
        head[..9].copy_from_slice(MAGIC);
        head[10..18].copy_from_slice(&level.params().to_bytes());
        head[18..].copy_from_slice(&home.context().random::<16>());
        let recovering = Self {
            home: home.clone(),
            key: key(&head, unlock)?,
            head,
            seed: home.context().secret(),
            cause,
            told: 0,
            answers: Vec::new(),
        };
        recovering.keep()?;
        let code = recovering.code();
        Ok((recovering, code))
    }

    /// Goes on.
    ///
    /// # Errors
    /// [`RecoverError::NotAsking`], [`RecoverError::OtherCause`], or what the store says.
    pub fn open(home: &Home, cause: Cause, unlock: &Unlock) -> Result<Self, RecoverError> {
        let bytes = match fs::read(path(home)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(RecoverError::NotAsking),
            bytes => bytes.map_err(StoreError::Io)?,
        };
        let damaged = || StoreError::Altered("recovering");
        let (head, sealed) = bytes.split_first_chunk::<HEAD>().ok_or_else(damaged)?;
        if !head.starts_with(MAGIC) || head[9] != VERSION {
            return Err(damaged().into());
        }
        let key = key(head, unlock)?;
        let inside = aead::open(&key, head, sealed).map_err(|_| StoreError::WrongKey)?;
        let inside: Inside = from_bytes(&Zeroizing::new(inside)).map_err(StoreError::from)?;
        if inside.cause != cause {
            return Err(RecoverError::OtherCause);
        }
        let Inside {
            seed, told, answers, ..
        } = inside;
        Ok(Self {
            cause,
            home: home.clone(),
            key,
            head: *head,
            seed,
            told,
            answers,
        })
    }

    /// The code that was made when it began.
    pub fn code(&self) -> AskCode {
        self.asking().code(self.cause)
    }

    /// Takes a contact's answer and keeps it. A second one of the same contact takes the place of the first.
    ///
    /// # Errors
    /// [`RecoverError::Others`], or [`ContactsError::NotForHere`].
    pub fn take(&mut self, code: &AnswerCode) -> Result<(), RecoverError> {
        let answer = code.open(&self.asking());
        let answer = answer.ok_or(RecoverError::Contacts(ContactsError::NotForHere))?;
        let fits = |it: &Answer| {
            (&it.escrow, &it.locked, it.needed) == (&answer.escrow, &answer.locked, answer.needed)
        };
        if !self.answers.first().is_none_or(fits) {
            return Err(RecoverError::Others);
        }
        let same = |it: &Answer| it.approval.contact == answer.approval.contact;
        if let Some(at) = self.answers.iter().position(same) {
            if self
                .answers
                .get(at)
                .is_some_and(|it| it.approval == answer.approval)
            {
                return Ok(());
            }
            self.answers.remove(at);
            if at < self.told {
                self.told -= 1;
            }
        }
        if self.answers.len() >= MAX_ANSWERS {
            return Err(RecoverError::Others);
        }
        self.answers.push(answer);
        Ok(self.keep()?)
    }

    /// Tells the relay what the contacts said, and asks it for its part.
    ///
    /// # Errors
    /// [`RecoverError`].
    pub fn go_on(&mut self) -> Result<Step, RecoverError> {
        let (have, asking) = (self.answers.len(), self.asking());
        let Some(first) = self.answers.first() else {
            return Err(RecoverError::Few { have, needed: 2 });
        };
        if have < usize::from(first.needed) {
            let needed = first.needed;
            return Err(RecoverError::Few { have, needed });
        }
        let (escrow, relay) = (first.escrow, Relay::new(&first.relay).map_err(RelayError::from)?);
        let new = self.answers.get(self.told..).unwrap_or_default();
        if !new.is_empty() {
            let approvals = new.iter().map(|it| it.approval.clone()).collect();
            relay
                .request_escrow(&escrow, approvals)
                .map_err(|error| match error {
                    RelayError::NotLive => RecoverError::NotTaken,
                    error => error.into(),
                })?;
            self.told = have;
            self.keep()?;
        }
        match relay.take_escrow(&escrow, &asking.sign) {
            Ok(Release::Later(seconds)) => Ok(Step::Waiting(seconds)),
            Ok(Release::Given(held)) => {
                let first = self.answers.first().ok_or(RecoverError::Parts)?;
                let shares: Vec<_> = self.answers.iter().map(|it| it.share.clone()).collect();
                let secret = unlock_parts(&first.locked, &escrow, &shares, first.needed, &held);
                let (secret, relay) = (secret.ok_or(RecoverError::Parts)?, first.relay.clone());
                Ok(match self.cause {
                    Cause::Loss => Step::Given(Box::new(Given {
                        words: RecoveryWords::from_secret(secret),
                        relay,
                    })),
                    Cause::Incapacity => Step::Entrusted(Box::new(Entrustment::new(&secret, relay))),
                })
            }
            Ok(_) => Err(RecoverError::NotTaken),
            Err(RelayError::NotLive) => {
                let state = relay.escrow_state(&escrow, &asking.sign);
                let device = asking.sign.public();
                let asked = state.ok().and_then(|it| {
                    let own = |it: &pocketchart_wire::escrow::Asked| it.device == *device.as_bytes();
                    it.requests.into_iter().find(own)
                });
                match asked.filter(|it| it.vetoed) {
                    Some(asked) => Ok(Step::Vetoed {
                        despite: asked.despite,
                    }),
                    None => Err(RecoverError::NotTaken),
                }
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Brings the record back from its snapshots at the relay, with new keys for all that is written from now on, and ends
    /// what the contacts were given. The device is a new one, as after [`Chart::restore`].
    ///
    /// # Errors
    /// [`RecoverError`]; what contacts and relay gave can be fetched again.
    pub fn finish(
        self,
        given: &Given,
        with: &CreateChart<'_>,
    ) -> Result<(Chart, RestoreReport, Snapshots), RecoverError> {
        let (mut chart, report, made) =
            Chart::restore_from_relay(&self.home, &given.words, with, &given.relay)?;
        chart.audit_note(AuditEvent::new(Action::Recovered))?;
        // Of the book at the relay; without it the contacts' parts end by themselves.
        let _ = chart
            .meet_book(with.unlock)
            .and_then(|_| chart.end_sharing(with.unlock));
        self.is_over()?;
        Ok((chart, report, made))
    }

    /// Nothing is to be asked any more.
    pub(super) fn is_over(&self) -> Result<(), StoreError> {
        fs::remove_file(path(&self.home)).map_err(StoreError::Io)
    }

    fn asking(&self) -> Asking {
        Asking::from_seed(&self.seed)
    }

    /// Writes the file anew, whole or not at all.
    fn keep(&self) -> Result<(), StoreError> {
        let inside = Zeroizing::new(to_bytes(&Inside {
            seed: self.seed.clone(),
            cause: self.cause,
            told: self.told,
            answers: self.answers.clone(),
        }));
        let sealed = aead::seal(&self.key, &Nonce::random(), &self.head, &inside);
        let path = path(&self.home);
        let new = path.with_extension("new");
        let write = || {
            fs::create_dir_all(self.home.folder())?;
            let mut file = fs::File::create(&new)?;
            file.write_all(&self.head)?;
            file.write_all(&sealed)?;
            file.sync_all()?;
            fs::rename(&new, &path)
        };
        write().map_err(StoreError::Io)
    }
}

fn path(home: &Home) -> PathBuf {
    home.folder().join(FILE)
}

fn key(head: &[u8; HEAD], unlock: &Unlock) -> Result<Secret<32>, StoreError> {
    let root = match unlock {
        Unlock::Key(key) => key.clone(),
        Unlock::Passphrase(text) => {
            let (mut params, mut salt) = ([0; 8], [0; 16]);
            params
                .iter_mut()
                .zip(head.iter().skip(10))
                .for_each(|(to, from)| *to = *from);
            salt.iter_mut()
                .zip(head.iter().skip(18))
                .for_each(|(to, from)| *to = *from);
            let params = PasswordParams::from_bytes(params);
            password_key(text.as_bytes(), &Salt(salt), params)
                .map_err(|_| StoreError::Altered("recovering"))?
        }
    };
    Ok(pocketchart_crypto::kdf::expand(
        &pocketchart_crypto::kdf::extract(FILE_KEY, root.expose()),
        FILE_KEY,
        b"",
    ))
}

/// What the file seals.
struct Inside {
    seed: Secret<32>,
    cause: Cause,
    told: usize,
    answers: Vec<Answer>,
}

impl Canonical for Inside {
    fn write(&self, to: &mut Writer) {
        to.array(4)
            .bytes(self.seed.expose())
            .value(&self.cause)
            .uint(self.told as u64)
            .list(&self.answers);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(4)?;
        Ok(Self {
            seed: Secret::from_slice(from.bytes()?).ok_or(Malformed("seed"))?,
            cause: from.value()?,
            told: from.small()?,
            answers: from.list(MAX_ANSWERS)?,
        })
    }
}
