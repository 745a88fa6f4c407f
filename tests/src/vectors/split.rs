//! What a relay gives for a grant, opened by its code. Sealing draws its own chance, so these are made once.

use super::code::text;
use super::file::{Maker, Vector, flipped};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_crypto::aead::{self, Nonce};
use pocketchart_crypto::hash::keyed256;
use pocketchart_crypto::kdf::{expand, extract};
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, hash::hash256, padme};
use pocketchart_record::cbor::to_bytes;
use pocketchart_record::{Fact, Section, Statement};
use pocketchart_share::grant::{
    Bundle, CodeSecret, Entrance, Flags, Grant, GrantCode, GrantId, GrantKeys, GrantRoot, Holder, Operations,
    Passcode, Scope, Signed,
};
use pocketchart_share::redeem::{Extract, ExtractItem, Extracted};
use pocketchart_wire::grant::Taken;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "grant-bundle",
    read,
    make,
};

/// 2026-11-25, at noon, in minutes.
const NOON: u32 = (fixed::NOON / 60_000) as u32;

fn read(input: &Input) -> Result<Value, Refused> {
    let code = GrantCode::from_text(input.text("code")).map_err(|_| Refused::new("code", ""))?;
    let passcode = match input.has("passcode") {
        true => code.secret().passcode(input.text("passcode")).unwrap(),
        false => Passcode::none(),
    };
    let taken = Taken::new(&Secret::from_bytes(input.fixed("half")), input.bytes("bundle"));
    let unopened = || Refused::new("unopened", "");
    let bundle = Bundle::open(code.secret(), &passcode, &taken).ok_or_else(unopened)?;
    let checked = bundle.check(&code).ok_or_else(|| Refused::new("unfit", ""))?;
    let stated = checked.extracted.as_ref().map(|it| {
        let items: Vec<Value> = it.items.iter().map(item).collect();
        json!({ "made": it.head.made, "items": items })
    });
    let entrance = bundle.entrance.as_ref().map(|it| {
        json!({
            "secret": hex(it.secret.expose()),
            "audit_number": it.witness.0,
            "audit_head": hex(&it.witness.1),
            "handout": hex(&it.handout),
        })
    });
    Ok(json!({
        "grant": checked.grant.id.to_string(),
        "patient": hex(&checked.patient.0),
        "device": hex(checked.issuer.sign.as_bytes()),
        "copy": stated,
        "entrance": entrance,
    }))
}

fn item(it: &ExtractItem) -> Value {
    json!({
        "section": it.section.name(),
        "kind": it.kind,
        "media": it.media,
        "author": it.author,
        "recorded": it.recorded,
        "unreconciled": it.unreconciled,
        "disputed": it.disputed,
        "body": hex(&it.body),
    })
}

/// Everything that a bundle is made of, right: what is changed is one of its parts.
#[derive(Clone)]
struct Parts {
    grant: Grant,
    certificate: Statement,
    extract: Option<(Vec<u8>, Vec<u8>)>,
    entrance: Option<Entrance>,
}

fn phone() -> SigningKey {
    fixed::device("phone").sign
}

fn keys() -> GrantKeys {
    GrantRoot::new(fixed::secret("grants")).keys(3)
}

fn half() -> Secret<32> {
    fixed::secret("relay half")
}

fn items() -> Vec<ExtractItem> {
    let item = |section, kind: &str, author: &str, body: &str| ExtractItem {
        section,
        kind: kind.into(),
        media: String::new(),
        author: author.into(),
        recorded: fixed::NOON,
        unreconciled: false,
        disputed: false,
        body: body.into(),
    };
    let penicillin = r#"{"resourceType":"AllergyIntolerance","id":"a1","clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},"criticality":"high","code":{"coding":[{"system":"http://snomed.info/sct","code":"91936005"}],"text":"Penicillin"},"patient":{"reference":"Patient/p1"},"reaction":[{"manifestation":[{"text":"Anaphylaxis"}],"severity":"severe"}]}"#;
    let latex = r#"{"resourceType":"AllergyIntolerance","id":"a2","code":{"text":"Latex"},"patient":{"reference":"Patient/p1"},"reaction":[{"manifestation":[{"text":"Hives"}],"severity":"mild"}]}"#;
    let warfarin = r#"{"resourceType":"MedicationStatement","id":"m1","status":"active","medicationCodeableConcept":{"text":"Warfarin 5 mg"},"subject":{"reference":"Patient/p1"},"dosage":[{"text":"one in the evening"}]}"#;
    vec![
        item(
            Section::Profile,
            "fhir/Patient",
            "",
            r#"{"resourceType":"Patient","id":"p1","name":[{"family":"Okafor","given":["Maria"]}],"birthDate":"1984-07-19"}"#,
        ),
        item(
            Section::Allergies,
            "fhir/AllergyIntolerance",
            "Lakeside Clinic",
            penicillin,
        ),
        ExtractItem {
            disputed: true,
            ..item(Section::Allergies, "fhir/AllergyIntolerance", "", latex)
        },
        item(Section::Medications, "fhir/MedicationStatement", "", warfarin),
        ExtractItem {
            media: "text/plain".into(),
            ..item(Section::Medications, "source", "Lakeside Clinic", "a letter")
        },
    ]
}

fn grant(flags: Flags, operations: Operations) -> Grant {
    let sections = [Section::Profile, Section::Allergies, Section::Medications];
    Grant {
        id: GrantId(fixed::bytes("grant")),
        issuer: phone().public(),
        audience: None,
        not_before: NOON,
        expires: NOON + 1440,
        scope: Scope::new(sections.map(|section| (section, operations))).unwrap(),
        uses: 5,
        holder: Holder::Relay,
        nonce: fixed::bytes("nonce"),
        flags,
        bind: keys().secret.bind(),
    }
}

/// An emergency code for a year, and the copy that it opens.
fn standing() -> Parts {
    let mut grant = grant(Flags::EMERGENCY | Flags::NOTIFY, Operations::EXTRACT);
    grant.expires = NOON + 525_600;
    let copy = Extracted::make_for_browsers(grant.id, fixed::NOON, items(), &phone());
    Parts {
        certificate: fixed::certificate("patient", "phone"),
        extract: Some(copy.unwrap()),
        entrance: None,
        grant,
    }
}

fn entrance() -> Entrance {
    Entrance {
        secret: keys().enter,
        witness: (12, fixed::bytes("audit head")),
        handout: super::handout::bytes().into(),
    }
}

fn code(grant: &Grant) -> String {
    let code = GrantCode::new(grant, &keys(), Vec::new(), Some("relay.example".into())).unwrap();
    text(&to_bytes(&code))
}

fn bundle(parts: &Parts, signer: &SigningKey) -> Vec<u8> {
    let grant = Grant {
        issuer: signer.public(),
        ..parts.grant.clone()
    };
    let bundle = Bundle {
        grant: Signed::sign(grant, signer).unwrap().to_bytes().to_vec(),
        certificate: parts.certificate.to_bytes(),
        extract: parts.extract.clone(),
        entrance: parts.entrance.clone(),
    };
    to_bytes(&bundle)
}

/// Sealed for the code, as a relay keeps it.
fn sealed(content: &[u8], passcode: &Passcode, mark: u8) -> Vec<u8> {
    let secret = keys().secret;
    let root = extract(Label::new("grant/secret"), code_secret().expose());
    let key = expand(&root, Label::new("grant/half"), b"");
    let (half, passcode) = (half(), passcode.secret());
    let parts: [&[u8]; 2] = [half.expose(), passcode.expose()];
    let key = keyed256(Label::new("grant/bundle"), &key, &parts);
    let len = pocketchart_wire::size::packet_len(content.len() + 41).unwrap() - 40;
    let mut padded = [content, &[mark]].concat();
    padded.resize(len, 0);
    let nonce = Nonce::from_bytes(fixed::bytes("bundle nonce"));
    aead::seal(&Secret::from_bytes(key), &nonce, &secret.locator(), &padded)
}

/// The secret in the code.
fn code_secret() -> Secret<32> {
    let root = extract(Label::new("grant/root"), fixed::secret("grants").expose());
    let secret = expand(&root, Label::new("grant/code"), &3_u64.to_be_bytes());
    assert_eq!(CodeSecret::new(secret.clone()).bind(), keys().secret.bind());
    secret
}

fn input(code: String, bundle: &[u8]) -> Input {
    Input::default()
        .with("code", code)
        .with_bytes("half", half().expose())
        .with_bytes("bundle", bundle)
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to).once();
    let none = Passcode::none();
    let whole = |parts: &Parts| {
        let sealed = sealed(&bundle(parts, &phone()), &none, 0x80);
        input(code(&parts.grant), &sealed)
    };
    let good = standing();
    maker.good("standing", "The copy of an emergency code.", &whole(&good));
    make_good(&mut maker);

    let right = whole(&good);
    let repair = |name: &str| Input::default().with(name, right.get(name).clone());
    let mut bad = |name: &str, fault: &str, class: &str, input: Input, repairs: &[&str]| {
        let fixed = repairs
            .iter()
            .fold(Input::default(), |all, name| all.repaired(&repair(name)));
        maker.bad(name, fault, class, "", &input, fixed);
    };
    let with = |bundle: &[u8]| right.clone().with_bytes("bundle", bundle);
    let half_altered = flipped(half().expose(), 5);
    bad(
        "half-altered",
        "One bit of the relay's half.",
        "unopened",
        right.clone().with_bytes("half", &half_altered),
        &["half"],
    );
    let altered = flipped(&right.bytes("bundle"), 400);
    bad(
        "altered",
        "One bit of what is sealed.",
        "unopened",
        with(&altered),
        &["bundle"],
    );
    let content = bundle(&good, &phone());
    bad(
        "no-mark",
        "Nothing says where the content ends.",
        "unopened",
        with(&sealed(&content, &none, 0)),
        &["bundle"],
    );
    let newer = {
        let mut content = content.clone();
        content[2] = 3;
        content
    };
    bad(
        "version-3",
        "A version that does not exist yet.",
        "unopened",
        with(&sealed(&newer, &none, 0x80)),
        &["bundle"],
    );
    bad(
        "as-with-a-passcode",
        "Sealed as if there were a passcode.",
        "unopened",
        with(&sealed(
            &content,
            &Passcode::from_secret(fixed::secret("passcode")),
            0x80,
        )),
        &["bundle"],
    );
    let mut unfit = |name: &str, fault: &str, parts: &Parts, signer: &SigningKey| {
        let sealed = sealed(&bundle(parts, signer), &none, 0x80);
        bad(name, fault, "unfit", with(&sealed), &["bundle"]);
    };
    make_unfit(&mut unfit);
}

/// Others that are accepted.
fn make_good(maker: &mut Maker<'_>) {
    let secret = keys().secret;
    let passcode = secret.passcode("482 915").unwrap();
    let mut with_passcode = |name: &str, about: &str, parts: &Parts| {
        let sealed = sealed(&bundle(parts, &phone()), &passcode, 0x80);
        let input = input(code(&parts.grant), &sealed).with("passcode", "482 915");
        maker.good(name, about, &input);
    };
    let parts = |operations: Operations, entrance: Option<Entrance>| {
        let grant = grant(Flags::PASSCODE, operations);
        let copy = Extracted::make(grant.id, fixed::NOON, items(), &phone()).unwrap();
        Parts {
            extract: operations.contains(Operations::EXTRACT).then_some(copy),
            entrance,
            grant,
            ..standing()
        }
    };
    with_passcode(
        "passcode",
        "A copy for somebody who knows the passcode, in the compression of devices.",
        &parts(Operations::EXTRACT, None),
    );
    with_passcode(
        "lets-in",
        "A copy, and what lets its redeemer read and add: version 2.",
        &parts(
            Operations::EXTRACT | Operations::READ | Operations::APPEND,
            Some(entrance()),
        ),
    );
    with_passcode(
        "lets-in-without-a-copy",
        "Version 2 without a copy.",
        &parts(Operations::READ, Some(entrance())),
    );
}

/// What opens, and is not what the code promised.
fn make_unfit(unfit: &mut dyn FnMut(&str, &str, &Parts, &SigningKey)) {
    let good = standing();
    let tablet = fixed::device("tablet").sign;
    let id = good.grant.id;
    let with_grant = |change: &dyn Fn(&mut Grant)| {
        let mut grant = good.grant.clone();
        change(&mut grant);
        Parts {
            grant,
            ..good.clone()
        }
    };
    let mut grants = |name: &str, fault: &str, change: &dyn Fn(&mut Grant)| {
        unfit(name, fault, &with_grant(change), &phone());
    };
    grants("other-code", "A grant for another code.", &|it| it.bind = [7; 32]);
    grants("longer", "A grant that ends later than the code says.", &|it| {
        it.expires += 60;
    });
    grants("wider", "A grant of a section more than the code says.", &|it| {
        let more = it.scope.iter().chain([(Section::Notes, Operations::EXTRACT)]);
        it.scope = Scope::new(more.collect::<Vec<_>>()).unwrap();
    });
    grants("more-uses", "A grant for fewer than the code says.", &|it| {
        it.uses = 4
    });
    grants(
        "no-entrance",
        "A grant that lets in, with nothing for it.",
        &|it| {
            let sections = it.scope.iter().map(|(section, _)| section);
            let both = Operations::EXTRACT | Operations::READ;
            it.scope = Scope::new(sections.map(|it| (it, both)).collect::<Vec<_>>()).unwrap();
        },
    );
    let by_tablet = Extracted::make_for_browsers(id, fixed::NOON, items(), &tablet);
    let extract = |extract: Option<(Vec<u8>, Vec<u8>)>| Parts {
        extract,
        ..good.clone()
    };
    unfit(
        "copy-by-another",
        "Another device of the person states the copy.",
        &extract(by_tablet.ok()),
        &phone(),
    );
    let elsewhere = Extracted::make_for_browsers(GrantId([8; 16]), fixed::NOON, items(), &phone());
    unfit(
        "copy-for-another",
        "The copy of another grant.",
        &extract(elsewhere.ok()),
        &phone(),
    );
    let (head, content) = good.extract.clone().unwrap_or_default();
    unfit(
        "copy-altered",
        "One bit of the copy.",
        &extract(Some((head.clone(), flipped(&content, 40)))),
        &phone(),
    );
    unfit(
        "copy-head-altered",
        "One bit of what the device signed of the copy.",
        &extract(Some((flipped(&head, 60), content))),
        &phone(),
    );
    let packed = padme::pad([&[3][..], b"packed in a way that does not exist yet"].concat());
    let head = Extract {
        grant: id,
        issuer: phone().public(),
        made: fixed::NOON,
        content: hash256(Label::new("redeem/extract-content"), &[&packed]),
    };
    let head = Signed::sign(head, &phone()).unwrap().to_bytes().to_vec();
    unfit(
        "copy-packed-otherwise",
        "A compression that does not exist yet.",
        &extract(Some((head, packed))),
        &phone(),
    );
    unfit(
        "uncertified",
        "The grant of a device that the certificate does not name.",
        &good,
        &tablet,
    );
    let Fact::Certificate(certificate) = good.certificate.fact.clone() else {
        return;
    };
    let certificates = |certificate: Statement| Parts {
        certificate,
        ..good.clone()
    };
    let stranger = fixed::identity("clinic");
    unfit(
        "certified-by-another",
        "A certificate that another than its author signed.",
        &certificates(Statement::sign(
            fixed::record(),
            Fact::Certificate(certificate),
            &stranger,
        )),
        &phone(),
    );
    let recovery = Fact::Recovery(pocketchart_record::Recovery {
        kem: fixed::device("phone").kem.public().clone(),
    });
    unfit(
        "no-certificate",
        "A statement of another kind in the certificate's place.",
        &certificates(Statement::sign(
            fixed::record(),
            recovery,
            &fixed::identity("patient"),
        )),
        &phone(),
    );
    let entrance = Parts {
        entrance: Some(entrance()),
        ..good.clone()
    };
    unfit(
        "entrance-not-granted",
        "What lets in, with a grant of copies only.",
        &entrance,
        &phone(),
    );
}
