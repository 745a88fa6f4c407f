use super::parts;
use pocketchart_crypto::Secret;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, padme};
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::{Effort, deflate};
use pocketchart_share::grant::{GrantId, Signed};
use pocketchart_share::redeem::{AfterAnswer, AfterCall, Ask, Extract, Extracted, Reply, SessionId};
use std::sync::LazyLock;

pub(super) const SESSION: SessionId = SessionId([5; 32]);
static PHONE: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::from_seed(&Secret::from_bytes([1; 32])));

/// What the two sides of a redemption say, then and later, as it comes; and the content of an extract that the patient's device signed.
pub(super) fn redeem(data: &[u8]) {
    if let Ok(ask) = Ask::from_bytes(data, SESSION) {
        assert_eq!(ask.to_bytes(), data, "one form of everything");
    }
    if let Ok(reply) = Reply::from_bytes(data) {
        assert_eq!(to_bytes(&reply), data, "one form of everything");
    }
    if let Ok(call) = AfterCall::from_bytes(data) {
        assert_eq!(call.to_bytes(), data, "one form of everything");
    }
    if let Ok(answer) = AfterAnswer::from_bytes(data) {
        assert_eq!(answer.to_bytes(), data, "one form of everything");
    }
    let parts = parts(data);
    if let [head, content, ..] = parts.as_slice() {
        let _ = Extracted::read(head, content);
    }
    let content = padme::pad(deflate(data, Effort::Quick));
    let head = Extract {
        grant: GrantId([2; 16]),
        issuer: PHONE.public(),
        made: 7,
        content: hash256(Label::new("redeem/extract-content"), &[&content]),
    };
    let Ok(head) = Signed::sign(head, &PHONE) else {
        return;
    };
    if let Ok(extracted) = Extracted::read(head.to_bytes(), &content) {
        let again = Extracted::make(GrantId([2; 16]), 7, extracted.items.clone(), &PHONE);
        let (head, content) = again.unwrap_or_default();
        assert_eq!(
            Extracted::read(&head, &content).map(|it| it.items),
            Ok(extracted.items)
        );
    }
}
