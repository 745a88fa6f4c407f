//! Contacts bring a record back, and what is written afterwards has keys of its own.

use crate::given::{Scratch, create, example, import, scratch, unlock, with};
use crate::relay::{Relay, relay_by};
use pocketchart::{
    Cause, Chart, ContactsError, KdfLevel, NewSharing, PartCode, RecoverError, Recovering, RecoveryWords,
    Section, Step,
};
use pocketchart_record::{Fact, KeyId};
use pocketchart_relay::Clock;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

const WAIT: u64 = 48 * 3_600;

/// A relay, and its clock in seconds.
pub(crate) fn clocked() -> (Relay, Arc<AtomicU64>) {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = Arc::new(AtomicU64::new(since.as_secs()));
    let time = Arc::clone(&now);
    (relay_by(Clock::new(move || time.load(Ordering::SeqCst))), now)
}

pub(crate) fn chart(name: &str) -> (Chart, RecoveryWords, Scratch) {
    let at = scratch();
    at.clock.go_to_now();
    let (chart, words) = create(&at, name);
    (chart, words, at)
}

fn new_sharing() -> NewSharing {
    NewSharing {
        person: "Maria".into(),
        needed: 2,
        wait: WAIT,
    }
}

/// The newest keys of each section.
fn heads(chart: &Chart) -> BTreeMap<Section, Vec<KeyId>> {
    let keys: Vec<_> = chart.record().statements().keys().collect();
    let mut heads: BTreeMap<Section, Vec<KeyId>> = BTreeMap::new();
    for key in keys.iter().filter(|it| it.writer.is_none()) {
        if !keys.iter().any(|it| it.parents.contains(&key.key())) {
            heads.entry(key.section).or_default().push(key.key());
        }
    }
    heads.values_mut().for_each(|it| it.dedup());
    heads
}

#[test]
fn two_of_three_and_the_relay_bring_it_back_under_new_keys() {
    let (relay, now) = clocked();
    let (mut phone, words, _at) = chart("phone");
    import(&mut phone, &example());
    let refused = phone.share_among_contacts(&new_sharing(), &words, &unlock());
    assert!(matches!(refused, Err(ContactsError::NoRelay)), "{refused:?}");
    phone.use_relay(Some(&relay.url)).unwrap();
    let mut contacts = Vec::new();
    for name in ["Ben", "Chidi", "Dora"] {
        let refused = phone.share_among_contacts(&new_sharing(), &words, &unlock());
        assert!(matches!(refused, Err(ContactsError::Numbers)), "{refused:?}");
        let (contact, _, at) = chart(name);
        phone.add_contact(&contact.contact_code(name), &unlock()).unwrap();
        let twice = phone.add_contact(&contact.contact_code(name), &unlock());
        assert!(matches!(twice, Err(ContactsError::Known)), "{twice:?}");
        contacts.push((contact, at));
    }
    let others = RecoveryWords::make(&pocketchart::Context::system());
    let refused = phone.share_among_contacts(&new_sharing(), &others, &unlock());
    assert!(matches!(refused, Err(ContactsError::OtherWords)), "{refused:?}");
    let parts = phone
        .share_among_contacts(&new_sharing(), &words, &unlock())
        .unwrap();
    for ((contact, _), (_, part)) in contacts.iter_mut().zip(&parts) {
        let part = PartCode::from_text(&part.to_text()).unwrap();
        assert_eq!(contact.keep_part(&part).unwrap().person, "Maria");
    }
    let wrong = contacts[0].0.keep_part(&parts[1].1);
    assert!(matches!(wrong, Err(ContactsError::NotForHere)), "{wrong:?}");
    phone.backup_to_relay(&unlock()).unwrap();
    let before = heads(&phone);
    drop(phone);

    let at = scratch();
    at.clock.go_to_now();
    let (_, ask) = Recovering::begin(&at.home, Cause::Loss, &unlock(), KdfLevel::Fast).unwrap();
    let open = || Recovering::open(&at.home, Cause::Loss, &unlock()).unwrap();
    let wrong = Recovering::open(&at.home, Cause::Loss, &pocketchart::Unlock::passphrase("another"));
    assert!(
        matches!(wrong, Err(RecoverError::Contacts(ContactsError::Store(_)))),
        "{wrong:?}"
    );
    for (number, contact) in contacts.iter_mut().take(2).enumerate() {
        let few = open().go_on();
        assert!(
            matches!(few, Err(RecoverError::Few { have, needed: 2 }) if have == number),
            "{few:?}"
        );
        let (_, answer) = contact.0.approve(&ask, None, false).unwrap();
        open().take(&answer).unwrap();
    }
    let waiting = open().go_on();
    assert!(matches!(waiting, Ok(Step::Waiting(WAIT))), "{waiting:?}");
    now.fetch_add(WAIT, Ordering::SeqCst);
    let mut recovering = open();
    let Ok(Step::Given(given)) = recovering.go_on() else {
        panic!("not given");
    };
    assert_eq!(given.words.to_text(), words.to_text());
    let unlock = unlock();
    let (chart, report, _) = recovering.finish(&given, &with(&unlock, "new")).unwrap();
    assert!(report.missing().is_empty());
    let after = heads(&chart);
    assert_eq!(
        before.keys().collect::<Vec<_>>(),
        after.keys().collect::<Vec<_>>()
    );
    let own = chart.record().device();
    for (section, keys) in &after {
        assert_eq!(keys.len(), 1, "{section:?}");
        assert!(!before[section].contains(&keys[0]), "{section:?}");
        let statements = chart.record().statements();
        let made = statements
            .iter()
            .find(|(_, it)| matches!(&it.fact, Fact::Key(key) if key.key() == keys[0]));
        assert_eq!(made.unwrap().1.signer, own.0, "{section:?}");
    }
    assert!(!at.folder.join("recovering").exists());
}
