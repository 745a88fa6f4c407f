//! Messages that the record carries: a clinic and the person write to each other, and nobody in another's name.

use crate::carried::{WHOLE, clinics, exchange};
use crate::entering::{comes_back, left};
use crate::relay::relay;
use pocketchart::build::{Communication, Party, Stated};
use pocketchart::{
    AuthorId, Chart, Draft, EditError, Identifier, MAX_MESSAGE, MessageError, MessageThread, MessageTo,
    NewMessage, Operations, RevokeReason, Section,
};

fn message(to: MessageTo, text: &str) -> NewMessage<'_> {
    NewMessage {
        to,
        text,
        by: None,
        name: None,
    }
}

fn threads(chart: &Chart) -> Vec<MessageThread> {
    chart.messages().unwrap()
}

fn texts(thread: &MessageThread) -> Vec<&str> {
    thread.messages.iter().map(|it| it.text.as_str()).collect()
}

#[test]
fn a_clinic_writes_and_the_person_answers_while_the_other_is_off() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::Messages, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&left, 1).remove(0);
    let asked = NewMessage {
        by: Some("Cleo"),
        name: Some([7; 16]),
        ..message(MessageTo::Person, "  Please come <b>without</b> breakfast.\n")
    };
    let first = clinic.write_message(&asked).unwrap();
    assert_eq!(clinic.write_message(&asked).unwrap(), first, "written once");
    exchange(&mut clinic);

    let mut phone = left.on();
    phone.ask_relay().unwrap();
    exchange(&mut phone);
    let came = threads(&phone);
    assert_eq!(came.len(), 1);
    assert_eq!(came[0].with.name.as_deref(), Some("Clinic 0"));
    let one = &came[0].messages[0];
    assert_eq!(
        (one.id, one.of_person, one.is_new, one.who.as_deref()),
        (first, false, true, Some("Cleo"))
    );
    assert_eq!(texts(&came[0]), ["Please come <b>without</b> breakfast."]);
    phone.messages_were_read(&[first]).unwrap();
    assert_eq!(threads(&phone)[0].unread(), 0);

    let answer = message(MessageTo::Answer(first), "May I drink?");
    phone.write_message(&answer).unwrap();
    exchange(&mut phone);
    exchange(&mut clinic);
    let seen = threads(&clinic);
    assert_eq!(
        texts(&seen[0]),
        ["Please come <b>without</b> breakfast.", "May I drink?"]
    );
    let answer = &seen[0].messages[1];
    assert!(answer.of_person && answer.by.is_patient && answer.is_new);
    assert!(!seen[0].messages[0].is_new, "its own");
    // It goes on in the same thread, and who answers has read.
    let reply = message(MessageTo::Answer(answer.id), "Water only.");
    clinic.write_message(&reply).unwrap();
    assert_eq!((threads(&clinic).len(), threads(&clinic)[0].unread()), (1, 0));
}

#[test]
fn the_person_begins_with_whom_a_grant_lets_read_and_answer_and_until_it_ends() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::Messages, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&left, 1).remove(0);
    let mut phone = left.on();
    assert!(phone.correspondents().is_empty(), "it has not come yet");
    phone.ask_relay().unwrap();
    let others = phone.correspondents();
    assert_eq!(others.len(), 1);
    assert_eq!(others[0].name.as_deref(), Some("Clinic 0"));
    let to = MessageTo::Author(others[0].id);
    let first = phone.write_message(&message(to, "Where do I park?")).unwrap();
    assert_eq!(threads(&phone)[0].unread(), 0);
    comes_back(&mut phone, &mut clinic);
    let came = threads(&clinic);
    assert_eq!((came.len(), texts(&came[0])), (1, vec!["Where do I park?"]));
    assert!(came[0].messages[0].is_new && came[0].with.is_you);

    let nobody = MessageTo::Author(AuthorId::from_hex(&"0".repeat(64)).unwrap());
    for (to, wrong) in [
        (nobody, "message-no-access"),
        (MessageTo::Person, "message-no-access"),
    ] {
        let error = phone.write_message(&message(to, "Hello")).unwrap_err();
        assert_eq!(error.id(), wrong);
    }
    phone
        .revoke_grant(phone.grants().unwrap()[0].id, RevokeReason::Wish)
        .unwrap();
    assert!(phone.correspondents().is_empty());
    let late = phone.write_message(&message(MessageTo::Answer(first), "Hello"));
    assert!(matches!(late, Err(MessageError::NoAccess)), "{late:?}");
    assert_eq!(
        texts(&threads(&phone)[0]),
        ["Where do I park?"],
        "what was written stays"
    );
}

#[test]
fn what_is_empty_too_long_or_not_allowed_is_not_written() {
    let relay = relay();
    let whole = left(&relay.url, vec![(Section::Messages, WHOLE)], 1);
    let (mut clinic, _place) = clinics(&whole, 1).remove(0);
    let longest = "é".repeat(MAX_MESSAGE);
    let longer = format!("{longest}.");
    for (text, id) in [
        ("", "message-empty"),
        (" \n\t", "message-empty"),
        (longer.as_str(), "message-too-long"),
    ] {
        let error = clinic
            .write_message(&message(MessageTo::Person, text))
            .unwrap_err();
        assert_eq!(error.id(), id);
    }
    assert!(threads(&clinic).is_empty());
    clinic
        .write_message(&message(MessageTo::Person, &longest))
        .unwrap();
    assert_eq!(texts(&threads(&clinic)[0]), [longest.as_str()]);

    // What another program writes that is longer is none, and stays in the list of the section.
    let other = Communication {
        stated: Stated::default(),
        sender: Party {
            name: Some("Clinic 0".into()),
            ..Party::default()
        },
        recipient: Party {
            reference: Some("Patient/1".into()),
            ..Party::default()
        },
        answers: None,
        text: longer,
    };
    clinic.add(Draft::Message(other)).unwrap();
    assert_eq!(threads(&clinic).len(), 1);

    let notes = left(&relay.url, vec![(Section::Notes, Operations::APPEND)], 1);
    let (mut clinic, _place) = clinics(&notes, 1).remove(0);
    let error = clinic
        .write_message(&message(MessageTo::Person, "Hello"))
        .unwrap_err();
    assert!(matches!(error, MessageError::Edit(EditError::NoKey)), "{error:?}");
}

#[test]
fn nobody_writes_in_the_thread_of_another() {
    let relay = relay();
    let left = left(&relay.url, vec![(Section::Messages, WHOLE)], 2);
    let mut clinics = clinics(&left, 2);
    let asked = NewMessage {
        name: Some([1; 16]),
        ..message(MessageTo::Person, "Please come at nine.")
    };
    clinics[0].0.write_message(&asked).unwrap();
    exchange(&mut clinics[0].0);
    let mut phone = left.on();
    phone.ask_relay().unwrap();
    comes_back(&mut phone, &mut clinics[0].0);
    comes_back(&mut phone, &mut clinics[1].0);

    // The other clinic reads the section, and is shown no thread that is not its own.
    assert!(threads(&clinics[1].0).is_empty());
    let first = threads(&phone)[0].messages[0].id;
    let error = clinics[1]
        .0
        .write_message(&message(MessageTo::Answer(first), "At ten."));
    assert!(matches!(error, Err(MessageError::NoMessage)), "{error:?}");
    // Its program says all the same that it answers there, to the first clinic.
    let key = clinics[0].0.record().author().to_hex();
    let uri = |value: String| {
        Some(Identifier {
            system: Some("urn:ietf:rfc:3986".into()),
            value: Some(value),
        })
    };
    let forged = Communication {
        stated: Stated::default(),
        sender: Party {
            name: Some("Clinic 0".into()),
            ..Party::default()
        },
        recipient: Party {
            identifier: uri(format!("urn:pocketchart:key:{key}")),
            ..Party::default()
        },
        answers: Some(pocketchart::name_for([1; 16])),
        text: "At ten.".into(),
    };
    clinics[1].0.add(Draft::Message(forged)).unwrap();
    comes_back(&mut phone, &mut clinics[1].0);
    comes_back(&mut phone, &mut clinics[0].0);
    let seen = threads(&phone);
    let mut with: Vec<_> = seen
        .iter()
        .map(|it| (it.with.name.clone().unwrap(), texts(it)))
        .collect();
    with.sort();
    assert_eq!(
        with,
        [
            ("Clinic 0".to_owned(), vec!["Please come at nine."]),
            ("Clinic 1".to_owned(), vec!["At ten."])
        ]
    );
    assert_eq!(texts(&threads(&clinics[0].0)[0]), ["Please come at nine."]);
}
