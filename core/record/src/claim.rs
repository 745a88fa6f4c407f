//! What a redeemer's device says of itself before a device of the patient's has met it: it took a bundle from a relay, and goes by
//! what the grant in it allows. Such a statement counts in its maker's own copy only.

use crate::authority::Statements;
use crate::statement::{Fact, Statement};

impl Statements {
    /// Whether it is what this device, another author's than the patient, says of itself: what it may do, and which keys it
    /// writes with. It is told to nobody.
    pub(crate) fn is_claim(&self, statement: &Statement) -> bool {
        let Some(this) = self.this.filter(|it| statement.said_by_device(*it)) else {
            return false;
        };
        let author = self.certificate_of(this).map(|(_, it)| it.author);
        let is_guest = author.is_some() && author != self.patient();
        is_guest
            && match &statement.fact {
                Fact::Access(it) => it.device == this && Some(it.author) == author,
                Fact::Key(it) => it.writer == author,
                _ => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Access, AccessEnd};
    use crate::device::DeviceKeys;
    use crate::id::{AuthorId, DeviceId};
    use crate::record::certify;
    use crate::section::Section;
    use crate::statement::{KeyRecord, record_of};
    use pocketchart_crypto::Secret;
    use pocketchart_crypto::sign::SigningKey;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_seed(&Secret::from_bytes([seed; 32]))
    }

    fn author(key: &SigningKey) -> AuthorId {
        AuthorId(*key.public().as_bytes())
    }

    fn device(seed: u8) -> DeviceKeys {
        DeviceKeys::from_seed(Secret::from_bytes([seed; 32]))
    }

    fn access(author: AuthorId, device: DeviceId) -> Fact {
        Fact::Access(Access {
            grant: [1; 16],
            author,
            device,
            name: "Lakeside".into(),
            read: vec![Section::Notes],
            later: Vec::new(),
            append: vec![Section::Notes],
            made: 1,
            not_before: 1,
            not_after: 2,
        })
    }

    fn writes(writer: Option<AuthorId>) -> Fact {
        Fact::Key(KeyRecord {
            section: Section::Notes,
            commitment: [7; 32],
            parents: Vec::new(),
            created: 1,
            packets: Vec::new(),
            writer,
        })
    }

    #[test]
    fn only_a_guests_own_device_believes_what_it_says_of_itself_and_of_nothing_else() {
        let (patient, clinic, other) = (key(1), key(2), key(3));
        let (phone, desk, laptop) = (device(4), device(5), device(6));
        let record = record_of(author(&patient));
        let kept_by = |device: Option<&DeviceKeys>| {
            let mut known = Statements::about(record, author(&patient));
            known.this = device.map(DeviceKeys::id);
            known.admit(vec![
                certify(record, &patient, phone.public(), "phone", 1),
                certify(record, &clinic, desk.public(), "desk", 1),
                certify(record, &clinic, laptop.public(), "laptop", 1),
            ]);
            known
        };
        let said = |fact, by: &DeviceKeys| Statement::sign(record, fact, &by.sign);
        let claims = [
            said(access(author(&clinic), desk.id()), &desk),
            said(writes(Some(author(&clinic))), &desk),
        ];
        for claim in &claims {
            assert!(kept_by(Some(&desk)).accepts(claim) && kept_by(Some(&desk)).is_claim(claim));
            for elsewhere in [None, Some(&phone), Some(&laptop)] {
                assert!(!kept_by(elsewhere).accepts(claim));
            }
        }
        let too_much = [
            access(author(&clinic), laptop.id()),
            access(author(&other), desk.id()),
            access(author(&patient), desk.id()),
            writes(None),
            writes(Some(author(&patient))),
            writes(Some(author(&other))),
            Fact::AccessEnd(AccessEnd {
                grant: [1; 16],
                author: author(&clinic),
                ended: 1,
                heads: Vec::new(),
            }),
        ];
        for fact in too_much {
            assert!(!kept_by(Some(&desk)).accepts(&said(fact, &desk)));
        }
        // What the patient's device says is no claim, on either side.
        let granted = said(access(author(&clinic), desk.id()), &phone);
        for place in [&phone, &desk] {
            let known = kept_by(Some(place));
            assert!(known.accepts(&granted) && !known.is_claim(&granted));
        }
    }
}
