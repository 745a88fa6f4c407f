//! SMART Health Cards: made, read, checked.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "tests")]

mod check;
mod make;
mod read;

use pocketchart_crypto::Secret;
use pocketchart_crypto::jose::es256::SigningKey;
use pocketchart_share::shc::CardIssuer;

pub(crate) const ISSUER: &str = "https://relay.example.org/shc/k3";
pub(crate) const NOW: u64 = 1_795_000_000;

pub(crate) fn issuer() -> CardIssuer {
    CardIssuer::new(
        ISSUER,
        SigningKey::from_secret(&Secret::from_bytes([7; 32])).unwrap(),
    )
    .unwrap()
}

pub(crate) fn bundle(entries: &[String]) -> String {
    let patient = r#"{"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"p","meta":{"versionId":"1"},
        "text":{"status":"generated","div":"<div/>"},"name":[{"text":"Ada Example","family":"Example","given":["Ada"]}],
        "birthDate":"1951-02-03","gender":"female","address":[{"city":"Zurich"}],"photo":[{"data":"AAAA"}]}}"#;
    let mut all = vec![patient.to_owned()];
    all.extend_from_slice(entries);
    format!(
        r#"{{"resourceType":"Bundle","id":"b","type":"document","entry":[{}]}}"#,
        all.join(",")
    )
}

pub(crate) fn coded(kind: &str, code: &str, more: &str) -> String {
    format!(
        r#"{{"fullUrl":"urn:uuid:{kind}-{code}","resource":{{"resourceType":"{kind}","id":"x{code}",
        "code":{{"text":"words","coding":[{{"system":"http://snomed.info/sct","code":"{code}","display":"words"}}]}}{more}}}}}"#
    )
}
