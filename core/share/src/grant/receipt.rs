use pocketchart_crypto::Label;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::Section;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::body::GrantId;
use super::signed::{Body, VERSION, head, key};

/// What was received of one section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Received {
    /// The section.
    pub section: Section,
    /// Entries.
    pub entries: u64,
    /// Bytes of them, sealed.
    pub bytes: u64,
}

impl Canonical for Received {
    fn write(&self, to: &mut Writer) {
        to.array(3)
            .value(&self.section)
            .uint(self.entries)
            .uint(self.bytes);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            section: from.value()?,
            entries: from.uint()?,
            bytes: from.uint()?,
        })
    }
}

/// A redeemer says what it was given, and is a witness to the patient's audit log: what is cut off from the log
/// later, this shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// The grant.
    pub grant: GrantId,
    /// The redeemer, by the key that its binding names.
    pub redeemer: VerifyingKey,
    /// What: ascending by section, each once.
    pub received: Vec<Received>,
    /// The number of the audit log's last entry.
    pub audit_number: u64,
    /// The blinded hash of that entry.
    pub audit_head: [u8; 32],
}

impl Body for Receipt {
    const LABEL: Label = Label::new("grant/receipt");

    fn signer(&self) -> VerifyingKey {
        self.redeemer
    }

    fn check(&self) -> Result<(), Malformed> {
        if self.received.is_sorted_by(|a, b| a.section < b.section) {
            Ok(())
        } else {
            Err(Malformed("sections received"))
        }
    }
}

impl Canonical for Receipt {
    fn write(&self, to: &mut Writer) {
        to.map(5).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2)
            .bytes(self.redeemer.as_bytes())
            .uint(3)
            .list(&self.received);
        to.uint(4)
            .array(2)
            .uint(self.audit_number)
            .bytes(&self.audit_head);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 5)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let redeemer = VerifyingKey::from_bytes(from.fixed()?);
        key(from, 3)?;
        let received = from.list(Section::ALL.len())?;
        key(from, 4)?;
        from.array_of(2)?;
        Ok(Self {
            grant,
            redeemer,
            received,
            audit_number: from.uint()?,
            audit_head: from.fixed()?,
        })
    }
}
