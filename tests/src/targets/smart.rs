//! What a hospital's server says of itself, what its token endpoint answers, and what becomes of a statement that is written there.

use super::seeds::Seed;
use super::{joined, parts};
use pocketchart_fhir::smart::{Capability, Page, Scopes, brands, page, plan, quirks_of};
use pocketchart_fhir::split::Part;
use pocketchart_fhir::view::Identifier;
use pocketchart_fhir::write_back::{
    answers, differences, issues, left_over, members, prepare, update, withdrawn,
};
use pocketchart_share::smart::{Discovery, TokenAnswer, is_id, patient_in};

const BASE: &str = "https://fhir.example/r4";

/// The configuration, the statement, a page, a directory. Whatever they say, only safe addresses are asked, and every search
/// stays below the base.
pub(super) fn discovery(data: &[u8]) {
    if let Ok(discovery) = Discovery::read(data)
        && let Ok(to) = discovery.check(BASE)
    {
        assert!(to.to_lowercase().starts_with("https://"));
        assert!(discovery.token_endpoint.to_lowercase().starts_with("https://"));
        assert!(!discovery.scopes().is_empty());
    }
    if let Ok(capability) = Capability::read(data) {
        for step in plan(&capability, None, quirks_of(&capability.software)) {
            let address = step.address(BASE, "7", None, 200);
            assert!(address.starts_with(BASE) && address.is_ascii());
        }
        let _ = capability
            .oauth
            .as_ref()
            .map(|oauth| Discovery::of(oauth).check(BASE).is_ok());
    }
    if let Ok(Page { parts, .. }) = page(data) {
        let outcome =
            |part: &Part| matches!(part, Part::Resource(it) if it.head.resource_type == "OperationOutcome");
        assert!(!parts.iter().any(outcome));
    }
    if let Ok(found) = brands(data, "") {
        assert!(found.iter().all(|brand| !brand.bases.is_empty()));
    }
}

/// A token answer, and its text as scopes and as a reference. A token fits into a header, an id into an address.
pub(super) fn token(data: &[u8]) {
    if let Ok(answer) = TokenAnswer::read(data) {
        assert!(!answer.access.is_empty() && answer.access.bytes().all(|byte| byte.is_ascii_graphic()));
        assert!(answer.patient.as_deref().is_none_or(is_id));
        let signed_in = answer
            .id
            .as_ref()
            .and_then(|id| id.patient(BASE, None, "app", "n"));
        assert!(signed_in.as_deref().is_none_or(is_id));
    }
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    assert!(patient_in(text, BASE).as_deref().is_none_or(is_id));
    let scopes = Scopes::of(text);
    assert_eq!(Scopes::of(&scopes.to_string()), scopes);
    assert!(scopes.not_in(&scopes).is_empty());
    for step in plan(&Capability::default(), Some(&scopes), Default::default()) {
        let address = step.address(BASE, "7", Some("2026-11-27T00:00:00Z"), 200);
        assert!(address.starts_with(BASE) && address.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}

/// A statement to write, and the server's copy of it or its answer. What is sent says each member once and is of one patient; sent again it
/// is the same; and a change keeps what it says.
pub(super) fn write(data: &[u8]) {
    let parts = parts(data);
    let [body, rest @ ..] = parts.as_slice() else {
        return;
    };
    let kept = rest.first().copied().unwrap_or_default();
    let _ = (answers(kept), issues(kept));
    let ours = Identifier {
        system: Some("urn:ietf:rfc:3986".into()),
        value: Some("urn:uuid:1".into()),
    };
    let Ok(prepared) = prepare(body, "Patient/42", &ours) else {
        return;
    };
    let said = members(&prepared.bytes);
    assert!(
        said.iter()
            .enumerate()
            .all(|(at, name)| !said[..at].contains(name))
    );
    assert!(prepared.bytes.windows(12).any(|it| it == b"\"Patient/42\""));
    let again = prepare(&prepared.bytes, "Patient/42", &ours).unwrap();
    assert_eq!(again.bytes, prepared.bytes);
    assert_eq!(differences(&prepared.bytes, &prepared.bytes), Some(Vec::new()));
    assert!(withdrawn(&prepared).is_ok());
    if let Some(put) = update(kept, &prepared.bytes, &said) {
        assert!(left_over(&said, &prepared.bytes, &put).is_empty());
    }
}

pub(super) fn seeds() -> Vec<Seed> {
    let configuration = br#"{"issuer":"https://i.example","authorization_endpoint":"https://i.example/a","token_endpoint":"https://i.example/t","revocation_endpoint":"https://i.example/r","scopes_supported":["openid","launch/patient","patient/*.rs"],"code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["none"],"capabilities":["launch-standalone","permission-v2"],"authorization_response_iss_parameter_supported":true}"#;
    let statement = br#"{"resourceType":"CapabilityStatement","fhirVersion":"4.0.1","software":{"name":"HAPI FHIR Server"},"rest":[{"mode":"server","security":{"service":[{"text":"SMART"}],"extension":[{"url":"http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris","extension":[{"url":"authorize","valueUri":"https://i.example/a"},{"url":"token","valueUri":"https://i.example/t"}]}]},"resource":[{"type":"Condition","interaction":[{"code":"search-type"}],"searchParam":[{"name":"patient"}],"searchInclude":["*"]},{"type":"Patient","operation":[{"name":"everything"}]}]}]}"#;
    let searched = br#"{"resourceType":"Bundle","type":"searchset","link":[{"relation":"next","url":"https://fhir.example/r4?page=2"}],"entry":[{"fullUrl":"https://fhir.example/r4/Condition/1","resource":{"resourceType":"Condition","id":"1"},"search":{"mode":"match"}},{"resource":{"resourceType":"OperationOutcome"}}]}"#;
    let directory = br#"{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Organization","id":"o","name":"General","alias":["G"],"address":[{"city":"X"}],"endpoint":[{"reference":"Endpoint/e"}],"partOf":{"reference":"Organization/o"}}},{"resource":{"resourceType":"Endpoint","id":"e","name":"E","address":"https://fhir.example/r4","managingOrganization":{"reference":"Organization/o"}}}]}"#;
    // Claims: issuer, audience "app", nonce "n", fhirUser "Patient/7".
    let answer = br#"{"access_token":"a","token_type":"Bearer","expires_in":"3600","refresh_token":"r","scope":"launch/patient patient/*.rs patient/Observation.rs?category=laboratory","patient":"7","id_token":"e30.eyJpc3MiOiJodHRwczovL2kuZXhhbXBsZSIsImF1ZCI6ImFwcCIsIm5vbmNlIjoibiIsImZoaXJVc2VyIjoiUGF0aWVudC83In0.c2ln"}"#;
    let sent = br##"{"resourceType":"MedicationRequest","id":"1","text":{"div":"x"},"status":"active","intent":"order","identifier":[{"system":"s","value":"7"}],"subject":{"reference":"Patient/1"},"encounter":{"reference":"Encounter/1"},"requester":{"reference":"Practitioner/1","display":"Dr. Bell"},"medicationReference":{"reference":"#m"},"contained":[{"resourceType":"Medication","id":"m"}],"dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.50,"unit":"mg"}}]}]}"##;
    let kept = br#"{"resourceType":"MedicationRequest","id":"9","meta":{"versionId":"2"},"status":"active","intent":"order","identifier":[{"system":"t","value":"8"},{"system":"s","value":"7"}],"subject":{"reference":"https://a.example/fhir/Patient/1/_history/2"},"dosageInstruction":[{"doseAndRate":[{"doseQuantity":{"value":1.5,"unit":"mg"}}]}],"note":[{"text":"x"}]}"#;
    let done = br#"{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"201 Created","location":"Condition/1/_history/1"}},{"response":{"status":"422","outcome":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required","details":{"text":"x"}}]}}}]}"#;
    vec![
        ("smart_discovery", configuration.to_vec()),
        ("smart_discovery", statement.to_vec()),
        ("smart_discovery", searched.to_vec()),
        ("smart_discovery", directory.to_vec()),
        ("smart_token", answer.to_vec()),
        (
            "smart_token",
            b"patient/*.read user/Observation.rs?category=http://x|y openid".to_vec(),
        ),
        ("smart_token", b"https://fhir.example/r4/Patient/7".to_vec()),
        ("smart_write", joined(&[sent.as_slice(), kept.as_slice()])),
        ("smart_write", joined(&[sent.as_slice(), done.as_slice()])),
    ]
}
