//! Every bit of everything that is signed, flipped.

use pocketchart_record::{EnvelopeHash, FeedTag, KnownHead, Section};
use pocketchart_share::grant::*;

use crate::people::{START, grant, redeemer, signing};

fn flips(bytes: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    (0..bytes.len() * 8).map(|bit| {
        let mut flipped = bytes.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        flipped
    })
}

/// None of the flipped forms is read, nor is any cut-off or longer one.
fn none_is_read<T: Body + PartialEq + std::fmt::Debug>(what: &str, body: T, signer: u8) {
    let signed = Signed::sign(body, signing(signer)).unwrap();
    let bytes = signed.to_bytes();
    assert_eq!(Signed::parse(bytes).as_ref(), Ok(&signed), "untouched");
    let mut reasons = [0; 3];
    for flipped in flips(bytes) {
        match Signed::<T>::parse(&flipped) {
            Ok(_) => panic!("{what}: a flipped bit was accepted"),
            Err(Unreadable::Malformed) => reasons[0] += 1,
            Err(Unreadable::OtherVersion) => reasons[1] += 1,
            Err(_) => reasons[2] += 1,
        }
    }
    assert!((0..bytes.len()).all(|len| Signed::<T>::parse(&bytes[..len]).is_err()));
    assert!(Signed::<T>::parse(&[bytes, &[0]].concat()).is_err());
    println!(
        "{what}: {} bytes, {} bits flipped, 0 accepted ({} malformed, {} of another version, {} badly signed)",
        bytes.len(),
        bytes.len() * 8,
        reasons[0],
        reasons[1],
        reasons[2]
    );
}

fn delegation() -> Delegation {
    Delegation {
        grant: GrantId([1; 16]),
        delegator: signing(10).public(),
        delegate: redeemer(12).exchange,
        scope: Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap(),
        expires: START + 60,
    }
}

fn revocation() -> Revocation {
    Revocation {
        grant: GrantId([1; 16]),
        issuer: signing(1).public(),
        seen: vec![KnownHead {
            feed: FeedTag([3; 8]),
            seq: 812,
            hash: EnvelopeHash([4; 32]),
        }],
        reason: Reason::Wish,
    }
}

fn receipt() -> Receipt {
    Receipt {
        grant: GrantId([1; 16]),
        redeemer: signing(10).public(),
        received: vec![Received {
            section: Section::Allergies,
            entries: 3,
            bytes: 4096,
        }],
        audit_number: 17,
        audit_head: [5; 32],
    }
}

fn deletion() -> Deletion {
    Deletion {
        grant: GrantId([1; 16]),
        redeemer: signing(10).public(),
        since: 1_800_000_000_000,
        until: 1_800_014_400_000,
        deleted: 1_800_003_600_000,
        sections: vec![Section::Allergies, Section::Notes],
        cause: DeletionCause::Withdrawn,
        name: "Lakeside Clinic".into(),
    }
}

#[test]
fn no_flipped_bit_is_accepted() {
    none_is_read("grant", grant(), 1);
    let mut bound = grant();
    bound.audience = Some(redeemer(10).exchange);
    none_is_read("grant for one redeemer", bound, 1);
    let binding = Binding {
        grant: GrantId([1; 16]),
        issuer: signing(1).public(),
        redeemer: redeemer(10),
    };
    none_is_read("binding", binding, 1);
    none_is_read("delegation", delegation(), 10);
    none_is_read("revocation", revocation(), 1);
    none_is_read("receipt", receipt(), 10);
    none_is_read("deletion", deletion(), 10);
}

#[test]
fn a_deletion_that_breaks_a_rule_is_neither_signed_nor_read() {
    let broken = [
        Deletion {
            sections: vec![Section::Notes, Section::Allergies],
            ..deletion()
        },
        Deletion {
            sections: vec![Section::Notes; 2],
            ..deletion()
        },
        Deletion {
            deleted: deletion().since - 1,
            ..deletion()
        },
        Deletion {
            name: "Lakeside\u{202e}".into(),
            ..deletion()
        },
        Deletion {
            name: "L".repeat(101),
            ..deletion()
        },
    ];
    for deletion in broken {
        assert!(Signed::sign(deletion, signing(10)).is_err());
    }
    assert!(Signed::sign(deletion(), signing(1)).is_err(), "another's key");
}

#[test]
fn sizes_are_as_documented() {
    let size = |grant: Grant| Signed::sign(grant, signing(1)).unwrap().to_bytes().len();
    assert_eq!(size(grant()), 202);
    let mut bound = grant();
    bound.audience = Some(redeemer(10).exchange);
    assert_eq!(size(bound), 237);
    let mut most = grant();
    most.audience = Some(redeemer(10).exchange);
    most.scope = Scope::new(Section::ALL.map(|section| (section, Operations::all()))).unwrap();
    (most.not_before, most.expires) = (u32::MAX - MAX_LIFE, u32::MAX);
    (most.uses, most.holder, most.flags) = (255, Holder::Relay, Flags::PASSCODE);
    assert_eq!(size(most), 277, "the largest there is");
    let said = Deletion {
        since: u64::MAX,
        until: u64::MAX,
        deleted: u64::MAX,
        sections: Section::ALL.to_vec(),
        name: "L".repeat(100),
        ..deletion()
    };
    let said = Signed::sign(said, signing(10)).unwrap();
    assert_eq!(
        said.to_bytes().len(),
        272,
        "the longest of what is said to be deleted"
    );
}

/// What the form alone does not say is refused by the one who would sign it, and by the one who reads it.
#[test]
fn rules_bind_the_signer_too() {
    let phone = signing(1);
    let refused = |alter: fn(&mut Grant)| {
        let mut body = grant();
        alter(&mut body);
        assert!(Signed::sign(body, phone).is_err());
    };
    refused(|it| it.expires = it.not_before);
    refused(|it| it.expires = it.not_before - 1);
    refused(|it| it.expires = it.not_before + MAX_LIFE + 1);
    refused(|it| it.uses = 0);
    refused(|it| it.issuer = signing(2).public());
    refused(|it| {
        it.flags |= Flags::EMERGENCY;
        it.expires = it.not_before + MAX_EMERGENCY_LIFE + 1;
    });
    let mut longest = grant();
    longest.expires = longest.not_before + MAX_LIFE;
    assert!(Signed::sign(longest, phone).is_ok());
    let mut emergency = grant();
    emergency.flags |= Flags::EMERGENCY;
    emergency.expires = emergency.not_before + MAX_EMERGENCY_LIFE;
    assert!(Signed::sign(emergency.clone(), phone).is_ok());
    // At a relay it may stand for a year.
    let mut standing = emergency;
    standing.holder = Holder::Relay;
    standing.expires = standing.not_before + MAX_STANDING_LIFE;
    standing.uses = MAX_STANDING_USES;
    assert!(standing.is_standing() && Signed::sign(standing.clone(), phone).is_ok());
    for alter in [
        |it: &mut Grant| it.uses += 1,
        |it: &mut Grant| it.expires += 1,
        |it: &mut Grant| it.holder = Holder::Issuer,
        |it: &mut Grant| it.flags -= Flags::EMERGENCY,
    ] {
        let mut body = standing.clone();
        alter(&mut body);
        assert!(Signed::sign(body, phone).is_err());
    }

    let mut twice = revocation();
    twice.seen.push(twice.seen[0]);
    assert!(Signed::sign(twice, phone).is_err());
    let mut many = revocation();
    many.seen = (0..=MAX_SEEN)
        .map(|number| KnownHead {
            feed: FeedTag((number as u64).to_be_bytes()),
            ..many.seen[0]
        })
        .collect();
    assert!(Signed::sign(many.clone(), phone).is_err());
    many.seen.pop();
    let signed = Signed::sign(many, phone).unwrap();
    assert_eq!(Signed::parse(signed.to_bytes()), Ok(signed), "the most feeds fit");
    let mut twice = receipt();
    twice.received.push(twice.received[0]);
    assert!(Signed::sign(twice, signing(10)).is_err());
}

#[test]
fn debug_shows_no_secret() {
    let keys = crate::people::keys();
    let shown = format!("{keys:?}");
    assert!(shown.contains("CodeSecret(Secret<32>(..))"), "{shown}");
    let hex: String = keys
        .secret
        .bind()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert!(!shown.contains(&hex));
}
