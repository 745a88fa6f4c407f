use super::fixture::{Held, fixture};
use super::seeds::Seed;
use super::{joined, parts};
use pocketchart_crypto::exchange::ExchangePublic;
use pocketchart_crypto::hash::hash256;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_crypto::{Label, Secret, padme};
use pocketchart_record::cbor::{Canonical, from_bytes, to_bytes};
use pocketchart_record::{DeviceKeys, Handout, Millis, RecordId, Section, Statement, Welcome, certify};
use pocketchart_share::grant::*;
use pocketchart_share::notice::Notice;
use pocketchart_share::redeem::{Extract, ExtractError, ExtractItem, Extracted};
use pocketchart_wire::grant::Taken;
use std::sync::LazyLock;

static PHONE: LazyLock<DeviceKeys> = LazyLock::new(|| DeviceKeys::from_seed(secret(1)));
static KEYS: LazyLock<GrantKeys> = LazyLock::new(|| GrantRoot::new(secret(8)).keys(1));
static CERTIFICATE: LazyLock<Statement> = LazyLock::new(|| {
    let identity = SigningKey::from_seed(&secret(3));
    certify(RecordId([4; 16]), &identity, PHONE.public(), "phone", 5)
});

fn secret(number: u8) -> Secret<32> {
    Secret::from_bytes([number; 32])
}

/// What a relay holds for somebody, once it is opened: as it comes; and a bundle of parts that the patient's device signed, sealed for
/// its code, opened and judged: nothing is taken from it that the code did not promise.
pub(super) fn relayed(data: &[u8]) {
    reads::<Bundle>(data);
    reads::<Notice>(data);
    if let Some(arrival) = reads::<Arrival>(data) {
        let redeemer = Redeemer {
            exchange: ExchangePublic::from_bytes([1; 32]),
            sign: PHONE.sign.public(),
            kem: [1; 32],
        };
        assert!(
            !arrival.is_proven(&secret(9), GrantId([1; 16]), &redeemer),
            "nobody proved that"
        );
    }
    if let Ok(handout) = Handout::from_bytes(data) {
        assert_eq!(*handout.to_bytes(), data, "one form of everything");
        let welcome = handout.welcome(&CERTIFICATE, None).to_bytes();
        // A welcome bears fewer statements than a handout.
        let _ = Welcome::from_bytes(&welcome);
    }
    if let [grant, content, entrance, ..] = parts(data).as_slice() {
        judged(grant, content, entrance);
    }
}

fn reads<T: Canonical>(data: &[u8]) -> Option<T> {
    let read: T = from_bytes(data).ok()?;
    assert!(to_bytes(&read) == data, "one form of everything");
    Some(read)
}

/// Numbers in front of a copy's content: as it is, with a dictionary, as browsers undo it, and none that exists.
const PACKED: u8 = 4;

fn judged(grant: &[u8], content: &[u8], entrance: &[u8]) -> Option<()> {
    let mut grant: Grant = reads(grant)?;
    (grant.issuer, grant.bind) = (PHONE.sign.public(), KEYS.secret.bind());
    let grant = Signed::sign(grant, &PHONE.sign).ok()?;
    let code = GrantCode::new(&grant, &KEYS, Vec::new(), Some("relay.example".into())).ok()?;
    let extract = content.split_first().map(|(number, packed)| {
        let content = padme::pad([&[number % PACKED], packed].concat());
        let head = Extract {
            grant: grant.id,
            issuer: PHONE.sign.public(),
            made: 7,
            content: hash256(Label::new("redeem/extract-content"), &[&content]),
        };
        let head = Signed::sign(head, &PHONE.sign);
        (head.map(|it| it.to_bytes().to_vec()).unwrap_or_default(), content)
    });
    let bundle = Bundle {
        grant: grant.to_bytes().to_vec(),
        certificate: CERTIFICATE.to_bytes(),
        extract,
        entrance: reads(entrance),
    };
    let passcode = Passcode::none();
    let sealed = bundle.seal(&secret(6), &KEYS.secret, &passcode)?;
    let opened = Bundle::open(&KEYS.secret, &passcode, &Taken::new(&secret(6), sealed.clone()));
    let whole = bundle.extract.is_some() || bundle.entrance.is_some();
    assert_eq!(opened.as_ref(), whole.then_some(&bundle), "sealed and opened");
    let other = Bundle::open(&KEYS.secret, &passcode, &Taken::new(&secret(7), sealed));
    assert_eq!(other, None, "by another half");
    let checked = bundle.check(&code)?;
    assert!(checked.grant.holder == Holder::Relay && code.fits(&checked.grant));
    assert_eq!(bundle.entrance.is_some(), checked.grant.scope.lets_in());
    let items = checked.extracted?.items;
    let (head, content) =
        Extracted::make_for_browsers(checked.grant.id, 7, items.clone(), &PHONE.sign).ok()?;
    let again = Extracted::read(&head, &content).map(|it| it.items);
    assert_eq!(again, Ok(items), "packed again it is the same");
    Some(())
}

/// How a copy is made.
type Make = fn(GrantId, Millis, Vec<ExtractItem>, &SigningKey) -> Result<(Vec<u8>, Vec<u8>), ExtractError>;

fn handed_out() -> Vec<u8> {
    let Held(mut phone, _disk) = fixture().phone();
    phone.hand_out(&[Section::Notes]).unwrap().to_bytes().to_vec()
}

pub(super) fn seeds() -> Vec<Seed> {
    let grant = |operations| Grant {
        id: GrantId([1; 16]),
        issuer: PHONE.sign.public(),
        audience: None,
        not_before: 30_000_000,
        expires: 30_001_440,
        scope: Scope::new([(Section::Allergies, operations)]).unwrap(),
        uses: 5,
        holder: Holder::Relay,
        nonce: [2; 16],
        flags: Flags::EMERGENCY,
        bind: KEYS.secret.bind(),
    };
    let both = grant(Operations::EXTRACT | Operations::READ);
    let item = ExtractItem {
        section: Section::Allergies,
        kind: "fhir/AllergyIntolerance".into(),
        media: String::new(),
        author: "Lakeside Clinic".into(),
        recorded: 5,
        unreconciled: true,
        disputed: false,
        body: br#"{"resourceType":"AllergyIntolerance"}"#.to_vec(),
    };
    let packed = |make: Make| {
        let (_, content) = make(both.id, 7, vec![item.clone()], &PHONE.sign).unwrap();
        padme::unpad(content).unwrap()
    };
    let (ours, browsers) = (packed(Extracted::make), packed(Extracted::make_for_browsers));
    let entrance = Entrance {
        secret: KEYS.enter.clone(),
        witness: (3, [4; 32]),
        handout: vec![5; 40].into(),
    };
    let bundle = Bundle {
        grant: vec![1; 40],
        certificate: vec![2; 40],
        extract: None,
        entrance: Some(entrance.clone()),
    };
    let notice = Notice {
        person: "Maria Okafor".into(),
        grant: both.id,
        wait: 600,
    };
    let redeemer = Redeemer {
        exchange: ExchangePublic::from_bytes([1; 32]),
        sign: PHONE.sign.public(),
        kem: [1; 32],
    };
    let arrival = Arrival::new(
        &secret(2),
        both.id,
        &redeemer,
        CERTIFICATE.to_bytes(),
        vec![3; 60],
    );
    let copies = to_bytes(&grant(Operations::EXTRACT));
    let inputs = vec![
        to_bytes(&bundle),
        to_bytes(&notice),
        arrival.to_bytes(),
        handed_out(),
        joined(&[&copies, &browsers, &[]]),
        joined(&[&copies, &ours, &[]]),
        joined(&[&to_bytes(&both), &browsers, &to_bytes(&entrance)]),
        joined(&[&to_bytes(&grant(Operations::READ)), &[], &to_bytes(&entrance)]),
    ];
    inputs.into_iter().map(|bytes| ("relayed", bytes)).collect()
}
