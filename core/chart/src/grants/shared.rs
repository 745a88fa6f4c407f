//! What a person's devices know of each other's grants (security.md section 10): each leaves the root of its grants' secrets, and the
//! grants, sealed in a vault of its own at the relay. So any of them sees a grant, stops who waits for it, and ends it.

use super::GrantError;
use super::kept::{KeptGrant, Purse, keep_root};
use crate::chart::Chart;
use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::{Label, Secret};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{DeviceId, MembersError, Millis, Shelf, Shelved, Unlock};
use pocketchart_share::grant::{Revocation, Signed};
use pocketchart_share::relay::{Relay, RelayError, Vault};
use std::collections::BTreeSet;
use zeroize::Zeroizing;

const BOOK: Label = Label::new("grants/book");
/// What was left at the relay last, as a hash.
const LEFT: &[u8] = b"grants-left";
/// So long after its end a grant is still told of, as a relay tells of it.
const TOLD: Millis = 30 * 24 * 60 * 60 * 1_000;
const MAX_GRANTS: usize = 10_000;

/// What a device leaves for the others.
struct GrantBook {
    root: Secret<32>,
    grants: Vec<KeptGrant>,
    /// Of grants of other devices that this one ended.
    ends: Vec<Signed<Revocation>>,
}

impl Chart {
    /// Leaves the grants of this device for the person's other devices, if there is anything new, and takes in theirs: then
    /// [`Chart::grants`], [`Chart::ask_relay`] and [`Chart::revoke_grant`] are about those, too. Says why if the relay does not
    /// answer. Without a relay, or without the identity key, each device knows its own only.
    ///
    /// # Errors
    /// [`GrantError::Store`].
    pub fn meet_grants(&mut self, unlock: &Unlock) -> Result<Option<RelayError>, GrantError> {
        let (true, Some(url)) = (self.record.is_patients(), self.relay()?) else {
            return Ok(None);
        };
        let secret = match self.record.vault_secret(unlock) {
            Ok(secret) => secret,
            Err(MembersError::Store(error)) => return Err(error.into()),
            Err(_) => return Ok(None),
        };
        match self.leave_and_take(&url, &secret) {
            Err(GrantError::Relay(error)) => Ok(Some(error)),
            met => met.map(|()| None),
        }
    }

    fn leave_and_take(&mut self, url: &str, secret: &Secret<32>) -> Result<(), GrantError> {
        let relay = Relay::new(url).map_err(RelayError::from)?;
        let here = self.record.device();
        for device in self.all_own_devices() {
            if let Some(found) = relay.snapshots(&vault(secret, device))?.into_iter().next()
                && let Ok(book) = from_bytes::<GrantBook>(&Zeroizing::new(found.bytes))
            {
                self.take_book(device, book)?;
            }
        }
        let Some(book) = self.own_book()? else {
            return Ok(());
        };
        let bytes = Zeroizing::new(to_bytes(&book));
        let mark = keyed256(BOOK, secret, &[url.as_bytes(), &bytes]).to_vec();
        if self.record.shelved(Shelf::Setting, LEFT)?.as_ref() == Some(&mark) {
            return Ok(());
        }
        let vault = vault(secret, here);
        let pieces = vault.pieces(self.home.context().now(), &bytes);
        relay.put_only_snapshot(&vault, pieces.ok_or(GrantError::TooMuch)?)?;
        Ok(self
            .record
            .shelve(vec![Shelved::put(Shelf::Setting, LEFT, mark)])?)
    }

    /// The other devices of this person that ever were, lost ones too: what those left behind is to be ended.
    fn all_own_devices(&self) -> BTreeSet<DeviceId> {
        let (me, here) = (self.record.author(), self.record.device());
        let certificates = self.record.statements().newest_certificates().map(|(_, it)| it);
        let own = certificates.filter(|it| it.author == me || it.author == self.record.patient());
        own.map(|it| it.device.sign).filter(|it| *it != here).collect()
    }

    /// What this device leaves; none if it never made or ended a grant.
    fn own_book(&self) -> Result<Option<GrantBook>, GrantError> {
        let now = self.home.context().now();
        let mut all = KeptGrant::all(&self.record)?;
        all.retain(|it| it.until().saturating_add(TOLD) > now);
        all.sort_by_key(|it| it.grant.id);
        let (grants, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.of.is_none());
        let ends: Vec<_> = others.into_iter().filter_map(|it| it.revocation).collect();
        let purse = Purse::of(self)?;
        let none = !purse.is_kept(self)? && ends.is_empty();
        Ok((!none).then(|| GrantBook {
            root: purse.root().clone(),
            grants,
            ends,
        }))
    }

    fn take_book(&mut self, device: DeviceId, book: GrantBook) -> Result<(), GrantError> {
        let mut rows = vec![keep_root(device, &book.root)];
        for mut theirs in book.grants {
            if *theirs.grant.issuer.as_bytes() != device.0 {
                continue;
            }
            theirs.of = Some(device);
            if let Some(known) = KeptGrant::of(&self.record, theirs.grant.id)? {
                if known.of != theirs.of {
                    continue;
                }
                // What this device was told by the relay, and ended, it knows better.
                theirs.revocation = known.revocation.or(theirs.revocation);
                theirs.relay = known.relay.or(theirs.relay);
            } else if let Some(at) = &mut theirs.relay {
                at.reported = 0;
                (at.told, at.over) = (false, false);
            }
            rows.push(theirs.row());
        }
        // A device that is lost is believed in nothing.
        let others: Vec<DeviceId> = self.others().map(|it| it.device.sign).collect();
        for end in book.ends {
            let by_device = others.iter().any(|it| it.0 == *end.issuer.as_bytes());
            if let Some(mut kept) = KeptGrant::of(&self.record, end.grant)?
                && by_device
                && kept.of.is_none()
                && kept.revocation.is_none()
            {
                self.end_access_of(end.grant)?;
                kept.revocation = Some(end);
                if let Some(at) = &mut kept.relay {
                    // Who ended it told the relay, or says when it could not; telling it again does no harm.
                    at.told = false;
                }
                rows.push(kept.row());
            }
        }
        Ok(self.record.shelve(rows)?)
    }
}

/// Of one device of a person.
fn vault(secret: &Secret<32>, device: DeviceId) -> Vault {
    Vault::new(&expand(&extract(BOOK, secret.expose()), BOOK, device.as_bytes()))
}

impl Canonical for GrantBook {
    fn write(&self, to: &mut Writer) {
        to.array(3).bytes(self.root.expose()).list(&self.grants);
        to.array(self.ends.len());
        for end in &self.ends {
            to.bytes(end.to_bytes());
        }
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        let root = Secret::from_slice(from.bytes()?).ok_or(Malformed("grant root"))?;
        let grants = from.list(MAX_GRANTS)?;
        let count = from.array()?;
        if count > MAX_GRANTS {
            return Err(Malformed("number of ends"));
        }
        let end = |_| Signed::parse(from.bytes()?).map_err(|_| Malformed("revocation"));
        let ends = (0..count).map(end).collect::<Result<_, _>>()?;
        Ok(Self { root, grants, ends })
    }
}
