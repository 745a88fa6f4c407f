//! Values of what the two sides of a redemption say.

use crate::grants::{id, scope, section, signer};
use crate::values::device_public;
use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};
use pocketchart_record::{AuthorId, RecordId};
use pocketchart_share::grant::{Arrival, Bundle, Entrance, Redeemer, Refusal};
use pocketchart_share::redeem::{
    AfterAnswer, AfterCall, Ask, Extract, ExtractItem, Given, Reply, SessionId, Unwilling, Visitor,
};
use pocketchart_share::relay::SnapshotPiece;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

const SESSION: SessionId = SessionId([9; 32]);

/// A request as its bytes; read as in its session.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct InSession(Vec<u8>);

impl Canonical for InSession {
    fn write(&self, to: &mut Writer) {
        let mut from = Reader::new(&self.0);
        from.array_of(2).unwrap();
        let (asked, signature) = (from.bytes().unwrap(), from.bytes().unwrap());
        to.array(2).bytes(asked).bytes(signature);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(2)?;
        let mut to = Writer::default();
        to.array(2).bytes(from.bytes()?).bytes(from.bytes()?);
        let bytes = to.into_bytes();
        Ok(Self(Ask::from_bytes(&bytes, SESSION)?.to_bytes()))
    }
}

pub(crate) fn ask() -> impl Strategy<Value = InSession> {
    let secret = any::<[u8; 32]>().prop_map(Secret::from_bytes);
    let said = (
        "[a-zé ]{0,20}",
        "[a-z ]{0,60}",
        of(secret),
        of(vec(any::<u8>(), 1..40)),
    );
    (
        said,
        device_public(),
        of(scope()),
        any::<u64>(),
        any::<[u8; 32]>(),
    )
        .prop_map(
            |((name, reason, passcode, delegation), device, asked, sequence, seed)| {
                let visitor = Visitor {
                    passcode,
                    delegation,
                    ..Visitor::new(&name, device).because(&reason)
                };
                let identity = SigningKey::from_seed(&Secret::from_bytes(seed));
                InSession(Ask::sign(visitor, asked, sequence, SESSION, &identity).to_bytes())
            },
        )
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..40)
}

fn given() -> impl Strategy<Value = Given> {
    let enter = (any::<[u8; 16]>(), any::<[u8; 32]>())
        .prop_map(|(record, patient)| (RecordId(record), AuthorId(patient)));
    let certificate = crate::values::statement().prop_map(|it| it.to_bytes());
    let witness = (any::<u64>(), any::<[u8; 32]>());
    (
        bytes(),
        bytes(),
        certificate,
        witness,
        of((bytes(), bytes())),
        of(enter),
    )
        .prop_map(|(grant, binding, certificate, witness, extract, enter)| Given {
            grant,
            binding,
            certificate,
            witness,
            extract,
            enter,
        })
}

pub(crate) fn reply() -> impl Strategy<Value = Reply> {
    let refused = prop::sample::select(Refusal::ALL.to_vec()).prop_map(Unwilling::Refused);
    let own = [
        Unwilling::Declined,
        Unwilling::Busy,
        Unwilling::TooMuch,
        Unwilling::NoReason,
        Unwilling::Failed,
    ];
    prop_oneof![
        refused.prop_map(Reply::Nothing),
        prop::sample::select(own.to_vec()).prop_map(Reply::Nothing),
        given().prop_map(|it| Reply::Given(Box::new(it))),
    ]
}

pub(crate) fn bundle() -> impl Strategy<Value = Bundle> {
    let extract = || (bytes(), bytes());
    let entrance =
        (any::<[u8; 32]>(), any::<(u64, [u8; 32])>(), bytes()).prop_map(|(secret, witness, bytes)| {
            Entrance {
                secret: Secret::from_bytes(secret),
                witness,
                handout: bytes.into(),
            }
        });
    // A bundle that lets nobody in has an extract.
    let holds = prop_oneof![
        extract().prop_map(|it| (Some(it), None)),
        (of(extract()), entrance).prop_map(|(extract, entrance)| (extract, Some(entrance))),
    ];
    (bytes(), bytes(), holds).prop_map(|(grant, certificate, (extract, entrance))| Bundle {
        grant,
        certificate,
        extract,
        entrance,
    })
}

pub(crate) fn arrival() -> impl Strategy<Value = Arrival> {
    let keys = (any::<[u8; 32]>(), any::<[u8; 32]>(), signer());
    (keys, id(), bytes(), bytes()).prop_map(|((secret, exchange, sign), grant, certificate, receipt)| {
        let redeemer = Redeemer {
            exchange: ExchangePublic::from_bytes(exchange),
            sign,
            kem: secret,
        };
        Arrival::new(
            &Secret::from_bytes(secret),
            grant,
            &redeemer,
            certificate,
            receipt,
        )
    })
}

pub(crate) fn piece() -> impl Strategy<Value = SnapshotPiece> {
    (any::<[u8; 16]>(), any::<u64>(), any::<u64>(), 1..=32_u64, bytes()).prop_map(
        |(snapshot, made, number, of, bytes)| SnapshotPiece {
            snapshot,
            made,
            number,
            of,
            bytes,
        },
    )
}

pub(crate) fn extract() -> impl Strategy<Value = Extract> {
    (id(), signer(), any::<u64>(), any::<[u8; 32]>()).prop_map(|(grant, issuer, made, content)| Extract {
        grant,
        issuer,
        made,
        content,
    })
}

pub(crate) fn item() -> impl Strategy<Value = ExtractItem> {
    let texts = ("[a-z/]{0,20}", "[a-z/]{0,20}", "[A-Z ]{0,20}");
    (
        section(),
        texts,
        any::<u64>(),
        any::<bool>(),
        any::<bool>(),
        bytes(),
    )
        .prop_map(
            |(section, (kind, media, author), recorded, unreconciled, disputed, body)| ExtractItem {
                section,
                kind,
                media,
                author,
                recorded,
                unreconciled,
                disputed,
                body,
            },
        )
}

pub(crate) fn after_call() -> impl Strategy<Value = AfterCall> {
    let deletion = of(vec(any::<u8>(), 1..300));
    (id(), deletion).prop_map(|(grant, deletion)| AfterCall { grant, deletion })
}

pub(crate) fn after_answer() -> impl Strategy<Value = AfterAnswer> {
    let revocation = of(vec(any::<u8>(), 1..300));
    (revocation, any::<bool>()).prop_map(|(revocation, kept)| AfterAnswer { revocation, kept })
}
