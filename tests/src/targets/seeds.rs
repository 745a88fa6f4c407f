//! Real inputs to begin with, one or more for each target.

use super::fixture::{Held, fixture};
use super::joined;
use crate::world::{note, unlock};
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::sign::{SigningKey, VerifyingKey};
use pocketchart_record::cbor::{Writer, to_bytes};
use pocketchart_record::*;
use pocketchart_share::clock::{EffectiveClock, Reading};
use pocketchart_share::session::PairingOffer;
use pocketchart_share::{grant, redeem};

/// An input: its target and its bytes.
pub type Seed = (&'static str, Vec<u8>);

pub fn seeds() -> Vec<Seed> {
    let mut seeds = Vec::new();
    engine(&mut seeds);
    content(&mut seeds);
    meeting(&mut seeds);
    grants(&mut seeds);
    seeds.extend(super::audit::seeds().into_iter().map(|bytes| ("audit", bytes)));
    seeds.extend(super::card::seeds().into_iter().map(|bytes| ("card", bytes)));
    seeds.extend(super::care::seeds());
    seeds.extend(super::checkin::seeds());
    seeds.extend(super::health::seeds());
    seeds.extend(super::readers::seeds());
    seeds.extend(super::relayed::seeds());
    seeds.extend(super::smart::seeds());
    seeds.extend(
        super::relay::seeds()
            .into_iter()
            .map(|bytes| ("relay_messages", bytes)),
    );
    let at_relay = super::relay_http::seeds().into_iter();
    seeds.extend(at_relay.map(|bytes| ("relay_http", bytes)));
    seeds
}

fn engine(seeds: &mut Vec<Seed>) {
    let fixture = fixture();
    let Held(mut phone, _disk) = fixture.phone();
    seeds.push(("envelope", fixture.envelope.clone()));
    seeds.push(("welcome", fixture.welcome.clone()));
    let first = Envelope::parse(&fixture.envelope).unwrap();
    let first = to_bytes(&first.open(&fixture.key).unwrap());
    seeds.push(("inflate", deflate(&first, Effort::Quick)));
    let target = phone.rows(Section::Notes).unwrap()[0].id;
    let mut entry = note(Section::Notes, "corrected");
    entry.act = Some(Act::Correct);
    entry.supersedes = vec![target];
    entry.reason = Some("typed wrong".into());
    phone.append(vec![entry]).unwrap();
    phone.checkpoint().unwrap();
    let mut payloads = Vec::new();
    for bytes in phone.envelopes(fixture.feed.tag).unwrap() {
        payloads.push(to_bytes(
            &Envelope::parse(&bytes).unwrap().open(&fixture.key).unwrap(),
        ));
    }
    let all: Vec<&[u8]> = payloads.iter().map(Vec::as_slice).collect();
    for payload in &all {
        seeds.push(("payload", joined(&[payload])));
    }
    seeds.push(("payload", joined(&all)));
    for (_, statement) in phone.statements().iter() {
        seeds.push(("statement", statement.to_bytes()));
    }
    let permission = Permission {
        author: AuthorId([7; 32]),
        name: "clinic".into(),
        sections: vec![Section::Notes],
        not_before: 1,
        not_after: 2,
    };
    let identity = fixture.words.derive_identity();
    let permission = Statement::sign(fixture.record, Fact::Permission(permission), &identity);
    seeds.push(("statement", permission.to_bytes()));
    let new = RecoveryWords::make(&Context::system()).derive_identity();
    let key = |it: &SigningKey| AuthorId(*it.public().as_bytes());
    let (old, witness) = (key(&identity), phone.device());
    let said = Succession::unsigned(old, key(&new), 1, vec![DeviceId([3; 32])], Vec::new(), witness);
    let said = said.sign(fixture.record, &new, &phone.device_keys().sign);
    let succession = Statement::sign(fixture.record, Fact::Succession(said), &identity);
    seeds.push(("statement", succession.to_bytes()));
    let mut backup = Vec::new();
    phone.backup(&mut backup).unwrap();
    seeds.push(("backup", backup));
    seeds.push(("backup", joined(&[&items(&phone)])));
    for number in 0..WORTH_A_BASE {
        phone
            .append(vec![note(Section::Notes, &number.to_string())])
            .unwrap();
    }
    phone.checkpoint().unwrap();
    let base = to_bytes(&phone.make_base(fixture.notes).unwrap().unwrap());
    seeds.push(("base", joined(&base_parts(&base))));
    seeds.push(("base", base));
    session(seeds);
}

/// The items of a backup's chunk: the statements and envelopes.
fn items(phone: &Record) -> Vec<u8> {
    let statements = phone.statements().iter().map(|(_, it)| (0, it.to_bytes()));
    let envelopes = phone.feeds().flat_map(|feed| phone.envelopes(feed.tag).unwrap());
    let parcels: Vec<(u64, Vec<u8>)> = statements.chain(envelopes.map(|it| (1, it))).collect();
    let mut to = Writer::default();
    to.array(parcels.len());
    for (kind, bytes) in parcels {
        to.array(2).uint(0).array(2).uint(kind).bytes(&bytes);
    }
    to.into_bytes()
}

/// Head and blocks of an encoded base.
fn base_parts(base: &[u8]) -> Vec<&[u8]> {
    let mut from = cbor::Reader::new(base);
    from.array_of(3).unwrap();
    let mut parts = vec![from.bytes().unwrap()];
    from.bytes().unwrap();
    for _ in 0..from.array().unwrap() {
        parts.push(from.bytes().unwrap());
    }
    parts
}

/// Both sides of a whole session, and one message of each other kind.
fn session(seeds: &mut Vec<Seed>) {
    let fixture = fixture();
    let Held(mut phone, _disk) = fixture.phone();
    let (setup, _other_disk) = fixture.empty();
    let applicant = Applicant::new(&fixture.context);
    let welcome = phone
        .welcome_device(applicant.public(), "laptop", &unlock())
        .unwrap();
    let mut laptop = Record::join(setup, applicant, welcome, &unlock(), KdfLevel::Fast).unwrap();
    laptop
        .append(vec![note(Section::Notes, "from the laptop")])
        .unwrap();
    let (mut one, first) = SyncSession::start(&mut laptop, phone.device()).unwrap();
    let mut other = SyncSession::answer(&mut phone, laptop.device()).unwrap();
    let (mut to_phone, mut to_laptop) = (first, Vec::new());
    let (mut heard_by_phone, mut heard_by_laptop) = (Vec::new(), Vec::new());
    while !(to_phone.is_empty() && to_laptop.is_empty()) {
        for message in std::mem::take(&mut to_phone) {
            to_laptop.extend(other.receive(&mut phone, &message).unwrap().send);
            heard_by_phone.push(message);
        }
        for message in std::mem::take(&mut to_laptop) {
            to_phone.extend(one.receive(&mut laptop, &message).unwrap().send);
            heard_by_laptop.push(message);
        }
    }
    for (role, heard) in [(0, heard_by_phone), (1, heard_by_laptop)] {
        let messages: Vec<&[u8]> = heard.iter().map(Vec::as_slice).collect();
        seeds.push(("sync", [&[role][..], &joined(&messages)].concat()));
    }
    let mut wanted = Writer::default();
    wanted.array(2).uint(8).array(1).array(4).value(&Section::Notes);
    wanted.bytes(&[1; 32]).uint(9).uint(0);
    let mut chunks = Writer::default();
    chunks
        .array(7)
        .uint(9)
        .value(&Section::Notes)
        .bytes(&[1; 32])
        .uint(9);
    let head = BlobHead {
        name: [2; 16],
        key: fixture.key.id(),
        header: [3; 24],
        chunks: 1,
        held: 1,
    };
    chunks.value(&head).uint(0).array(1).bytes(b"sealed");
    for message in [
        wanted.into_bytes(),
        chunks.into_bytes(),
        vec![0x81, 5],
        vec![0x81, 6],
    ] {
        seeds.push(("sync", [&[1][..], &joined(&[&message])].concat()));
    }
}

fn content(seeds: &mut Vec<Seed>) {
    seeds.push(("backup_words", fixture().words.to_text().as_bytes().to_vec()));
    let resources = [
        r#"{"resourceType":"Patient","id":"p","name":[{"family":"Gruber","given":["Anna"]}],"birthDate":"1980-02-29"}"#,
        r#"{"resourceType":"Observation","id":"o","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}],"text":"weight"},"effectiveDateTime":"2024-05-01T10:00:00+02:00","valueQuantity":{"value":70.50,"unit":"kg"},"referenceRange":[{"low":{"value":50},"high":{"value":90}}]}"#,
        r#"{"resourceType":"MedicationStatement","status":"active","medicationCodeableConcept":{"text":"metformin"},"subject":{"reference":"urn:uuid:1"},"dosage":[{"text":"1-0-1"}]}"#,
        r#"{"resourceType":"AllergyIntolerance","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"penicillin"},"patient":{"reference":"Patient/p"},"criticality":"high"}"#,
        r#"{"resourceType":"DocumentReference","status":"current","content":[{"attachment":{"contentType":"text/plain","data":"aGVsbG8="}}]}"#,
    ];
    for (number, resource) in (2..).zip(resources) {
        seeds.push(("fhir_view", resource.as_bytes().to_vec()));
        seeds.push(("bodies", [&[number | 7 << 3][..], resource.as_bytes()].concat()));
    }
    seeds.push(("fhir_view", b"2024-05-01T10:00:00.123Z".to_vec()));
    let entries: Vec<String> = (1..)
        .zip(resources)
        .map(|(number, resource)| format!(r#"{{"fullUrl":"urn:uuid:{number}","resource":{resource}}}"#))
        .collect();
    let bundle = |kind: &str| {
        format!(
            r#"{{"resourceType":"Bundle","type":"{kind}","entry":[{}]}}"#,
            entries.join(",")
        )
    };
    for document in [
        include_str!("../../../core/fhir/tests/ccda/pitfalls.xml"),
        r#"<ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole/></recordTarget><component><nonXMLBody><text mediaType="text/plain" representation="B64">aGVsbG8=</text></nonXMLBody></component></ClinicalDocument>"#,
    ] {
        seeds.push(("ccda", document.as_bytes().to_vec()));
    }
    seeds.push(("ips", bundle("document").into_bytes()));
    seeds.push(("ips", format!("[{}]", resources.join(",")).into_bytes()));
    seeds.push(("fhir_split", bundle("transaction").into_bytes()));
    seeds.push(("fhir_split", resources.join("\n").into_bytes()));
    seeds.push(("fhir_split", format!("[{}]", resources.join(",")).into_bytes()));
    seeds.push(("fhir_split", bundle("document").replace('}', ",}").into_bytes()));
}

fn meeting(seeds: &mut Vec<Seed>) {
    let offer = PairingOffer::new(vec!["192.0.2.1:7411".into(), "[2001:db8::1]:7411".into()]).unwrap();
    seeds.push(("pairing_code", offer.code().to_text().into_bytes()));
    seeds.push(("handshake", vec![0, 1]));
    seeds.push(("handshake", vec![200; 112]));
    seeds.push(("channel", [&[0, 32][..], &[7; 32]].concat()));
}

fn grants(seeds: &mut Vec<Seed>) {
    use grant::{Flags, GrantId, Operations, Scope, Signed};
    let signing = |number| SigningKey::from_seed(&pocketchart_crypto::Secret::from_bytes([number; 32]));
    let (phone, desk) = (signing(1), signing(2));
    let keys = grant::GrantRoot::new(pocketchart_crypto::Secret::from_bytes([8; 32])).keys(1);
    let scope = |sections: &[(Section, Operations)]| Scope::new(sections.iter().copied()).unwrap();
    let id = GrantId([1; 16]);
    let body = grant::Grant {
        id,
        issuer: phone.public(),
        audience: None,
        not_before: 30_000_000,
        expires: 30_001_440,
        scope: scope(&[
            (Section::Allergies, Operations::EXTRACT | Operations::READ),
            (Section::Notes, Operations::APPEND),
        ]),
        uses: 1,
        holder: grant::Holder::Issuer,
        nonce: [2; 16],
        flags: Flags::NOTIFY | Flags::DELEGABLE,
        bind: keys.secret.bind(),
    };
    let redeemer = |sign: VerifyingKey, number| grant::Redeemer {
        exchange: ExchangePublic::from_bytes([number; 32]),
        sign,
        kem: [number; 32],
    };
    let delegation = grant::Delegation {
        grant: id,
        delegator: desk.public(),
        delegate: ExchangePublic::from_bytes([12; 32]),
        scope: scope(&[(Section::Allergies, Operations::EXTRACT)]),
        expires: 30_000_600,
    };
    let start = Reading {
        wall: 30_000_000 * 60_000,
        boot: [1; 16],
        running: 0,
    };
    let clock = EffectiveClock::confirmed(start).unwrap();
    let signed = Signed::sign(body.clone(), &phone).unwrap();
    let mut state = grant::GrantState::new(id, None);
    let fresh = to_bytes(&state);
    let case = grant::Case {
        grant: signed.to_bytes(),
        request: grant::Request {
            version: 1,
            redeemer: redeemer(desk.public(), 10),
            secret: &keys.secret,
            passcode: None,
            asked: &body.scope,
            sequence: 1,
            delegation: None,
        },
        now: Ok(start.wall),
        here: phone.public(),
        issuers: &[phone.public()],
        revocations: &[],
    };
    let (_, binding) = state.take(&case, &phone).unwrap();
    let receipt = grant::Receipt {
        grant: id,
        redeemer: desk.public(),
        received: vec![grant::Received {
            section: Section::Allergies,
            entries: 3,
            bytes: 900,
        }],
        audit_number: 4,
        audit_head: [5; 32],
    };
    let revocation = grant::Revocation {
        grant: id,
        issuer: phone.public(),
        seen: vec![KnownHead {
            feed: FeedTag([3; 8]),
            seq: 8,
            hash: EnvelopeHash([4; 32]),
        }],
        reason: grant::Reason::Wish,
    };
    let deletion = grant::Deletion {
        grant: id,
        redeemer: desk.public(),
        since: 1_800_000_000_000,
        until: 1_800_014_400_000,
        deleted: 1_800_003_600_000,
        sections: vec![Section::Allergies, Section::Notes],
        cause: grant::DeletionCause::Closed,
        name: "Lakeside Clinic".into(),
    };
    let said = Signed::sign(deletion, &desk).unwrap().to_bytes().to_vec();
    let ended = Signed::sign(revocation, &phone).unwrap();
    let call = redeem::AfterCall {
        grant: id,
        deletion: Some(said.clone()),
    };
    let answer = redeem::AfterAnswer {
        revocation: Some(ended.to_bytes().to_vec()),
        kept: true,
    };
    seeds.push(("grant", said));
    seeds.push(("redeem", call.to_bytes()));
    seeds.push(("redeem", answer.to_bytes()));
    seeds.push(("grant", signed.to_bytes().to_vec()));
    seeds.push(("grant", binding.to_bytes().to_vec()));
    let sent = Signed::sign(delegation.clone(), &desk).unwrap();
    seeds.push(("grant", sent.to_bytes().to_vec()));
    seeds.push(("grant", Signed::sign(receipt, &desk).unwrap().to_bytes().to_vec()));
    seeds.push(("grant", ended.to_bytes().to_vec()));
    let (grant, clock) = (to_bytes(&body), to_bytes(&clock));
    seeds.push(("grant", joined(&[&grant, &[], &fresh, &clock])));
    let (delegation, taken) = (to_bytes(&delegation), to_bytes(&state));
    seeds.push(("grant", joined(&[&grant, &delegation, &taken, &clock])));
    for (addresses, relay) in [
        (vec!["192.0.2.1:7411"], None),
        (
            vec!["192.0.2.1:7411", "[2001:db8::1]:7411"],
            Some("relay.example:443".to_owned()),
        ),
    ] {
        let addresses = addresses.into_iter().map(|it| it.parse().unwrap()).collect();
        let code = grant::GrantCode::new(&body, &keys, addresses, relay).unwrap();
        seeds.push(("grant_code", code.to_text().into_bytes()));
        let request = grant::DelegationRequest::new(sent.delegate, [3; 16], "City Laboratory");
        seeds.push(("grant_code", request.to_text().into_bytes()));
        let passed = grant::DelegationCode::new(code, &request, sent.clone()).unwrap();
        seeds.push(("grant_code", passed.to_text().into_bytes()));
    }
    redeeming(seeds, &phone, &desk);
}

fn redeeming(seeds: &mut Vec<Seed>, phone: &SigningKey, desk: &SigningKey) {
    let device = DeviceKeys::from_seed(pocketchart_crypto::Secret::from_bytes([6; 32])).public();
    let visitor = redeem::Visitor::new("Lakeside Clinic", device).because("a fall");
    let ask = redeem::Ask::sign(visitor, None, 9, super::redeem::SESSION, desk);
    seeds.push(("redeem", ask.to_bytes()));
    let items = vec![redeem::ExtractItem {
        section: Section::Allergies,
        kind: "fhir/AllergyIntolerance".into(),
        media: String::new(),
        author: String::new(),
        recorded: 5,
        unreconciled: false,
        disputed: true,
        body: br#"{"resourceType":"AllergyIntolerance"}"#.to_vec(),
    }];
    seeds.push(("redeem", to_bytes(&items[0])));
    let (head, content) = redeem::Extracted::make(grant::GrantId([2; 16]), 7, items, phone).unwrap();
    seeds.push(("redeem", joined(&[&head, &content])));
    let given = redeem::Given {
        grant: vec![1],
        binding: vec![2],
        certificate: vec![3],
        witness: (4, [5; 32]),
        extract: Some((head, content)),
        enter: None,
    };
    seeds.push(("redeem", redeem::Reply::Given(Box::new(given)).to_bytes()));
    seeds.push((
        "redeem",
        redeem::Reply::Nothing(redeem::Unwilling::Busy).to_bytes(),
    ));
}
