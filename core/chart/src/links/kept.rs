use crate::chart::Chart;
use pocketchart_crypto::Secret;
use pocketchart_crypto::kem::KemSecret;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer, from_bytes, to_bytes};
use pocketchart_record::{Millis, Section, Shelf, Shelved, StoreError};
use pocketchart_share::shl::HealthLink;
use pocketchart_wire::link::Address;

use super::LinkId;

/// In front of the keys of links, which lie among the grants.
const PREFIX: u8 = b'L';

/// What this device remembers of one of its links: everything that manages it.
#[derive(Clone)]
pub(crate) struct KeptLink {
    pub(crate) made: Millis,
    /// Where it is, without a slash at the end.
    pub(crate) relay: String,
    pub(crate) link: HealthLink,
    /// Signs what is done to it.
    pub(crate) owner: Secret<32>,
    /// Opens the log of recipients.
    pub(crate) log: Secret<32>,
    /// What it shows; none for the summary of everything.
    pub(crate) sections: Vec<Section>,
    pub(crate) uses: Option<u32>,
    /// BCP 47 code of the language of its headings.
    pub(crate) language: String,
    /// It was ended here.
    pub(crate) ended: bool,
}

impl KeptLink {
    /// The secret in its address; none if its address is not one of a relay.
    pub(crate) fn address(&self) -> Option<Address> {
        Address::from_text(self.link.url().rsplit('/').next()?)
    }

    pub(crate) fn id(&self) -> LinkId {
        LinkId(self.address().map_or([0; 16], |it| it.name()))
    }

    pub(crate) fn owner_key(&self) -> SigningKey {
        SigningKey::from_seed(&self.owner)
    }

    pub(crate) fn log_key(&self) -> KemSecret {
        KemSecret::from_seed(&self.log)
    }

    fn key(id: LinkId) -> Vec<u8> {
        [&[PREFIX], &id.0[..]].concat()
    }

    pub(crate) fn row(&self) -> Shelved {
        Shelved::put(Shelf::Grant, &Self::key(self.id()), to_bytes(self))
    }

    pub(crate) fn no_row(&self) -> Shelved {
        Shelved::remove(Shelf::Grant, &Self::key(self.id()))
    }

    pub(crate) fn of(chart: &Chart, id: LinkId) -> Result<Option<Self>, StoreError> {
        match chart.record.shelved(Shelf::Grant, &Self::key(id))? {
            Some(bytes) => Ok(Some(from_bytes(&bytes)?)),
            None => Ok(None),
        }
    }

    /// All, the newest first.
    pub(crate) fn all(chart: &Chart) -> Result<Vec<Self>, StoreError> {
        let mut all: Vec<Self> = Vec::new();
        let (first, last) = (Self::key(LinkId([0; 16])), Self::key(LinkId([0xff; 16])));
        chart
            .record
            .shelf_range(Shelf::Grant, (&first, &last), |key, bytes| {
                if key.len() == first.len() {
                    all.push(from_bytes(&bytes)?);
                }
                Ok(())
            })?;
        all.sort_by_key(|it| std::cmp::Reverse((it.made, it.id())));
        Ok(all)
    }
}

impl Canonical for KeptLink {
    fn write(&self, to: &mut Writer) {
        to.array(9).uint(self.made).text(&self.relay);
        to.text(&self.link.to_text(None));
        to.bytes(self.owner.expose()).bytes(self.log.expose());
        to.list(&self.sections);
        to.uint(self.uses.map_or(0, u64::from));
        to.text(&self.language).bool(self.ended);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(9)?;
        let secret = |from: &mut Reader<'_>| Secret::from_slice(from.bytes()?).ok_or(Malformed("secret"));
        Ok(Self {
            made: from.uint()?,
            relay: from.text()?.to_owned(),
            link: HealthLink::from_text(from.text()?).map_err(|_| Malformed("health link"))?,
            owner: secret(from)?,
            log: secret(from)?,
            sections: from.list(Section::ALL.len())?,
            uses: Some(from.small()?).filter(|uses| *uses > 0),
            language: from.text()?.to_owned(),
            ended: from.bool()?,
        })
    }
}
