//! Envelopes one after the other, as a device takes them in.

use super::file::{Maker, Vector};
use super::input::hex;
use super::pen::Pen;
use super::{Format, Input, Refused, fixed, joined};
use pocketchart_record::*;
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "log",
    read,
    make,
};

fn read(input: &Input) -> Result<Value, Refused> {
    let folder = tempfile::tempdir().unwrap();
    let mut record = joined::by(input, folder.path())?;
    let accepted = record.accept(&input.list("envelopes"), Origin::Stored).unwrap();
    if let Some(refusal) = accepted.refused.keys().next() {
        return Err(Refused::new(class(*refusal), ""));
    }
    if accepted.waiting > 0 {
        return Err(Refused::new("waiting", ""));
    }
    Ok(json!({
        "record": hex(&record.id().0),
        "applied": accepted.applied,
        "held": accepted.held,
        "forked": accepted.forked.iter().map(|feed| hex(&feed.0)).collect::<Vec<_>>(),
        "entries": joined::entries(&record),
    }))
}

fn class(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Malformed => "malformed",
        Refusal::Signature => "signature",
        Refusal::Seal => "seal",
        Refusal::Payload => "payload",
        Refusal::WrongDocument => "wrong-document",
        Refusal::Uncertified => "uncertified",
        Refusal::Checkpoint => "checkpoint",
        Refusal::Stopped => "stopped",
        _ => "other",
    }
}

fn envelopes(list: &[Vec<u8>]) -> Input {
    let list: Value = list.iter().map(|envelope| hex(envelope)).collect();
    Input::default().with("envelopes", list)
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    good(&mut maker);
    first_envelope(&mut maker);
    later_envelopes(&mut maker);
    waiting(&mut maker);
}

fn whole(list: &[Vec<u8>]) -> Input {
    joined::input().repaired(&envelopes(list))
}

fn good(maker: &mut Maker) {
    let mut phone = Pen::phone();
    let list = [
        phone.write("glucose 5.4"),
        phone.write("glucose 5.6"),
        phone.write("glucose 5.5"),
    ];
    maker.good("one-feed", "Three envelopes of one feed.", &whole(&list));
    let twice = [list[0].clone(), list[1].clone(), list[0].clone()];
    maker.good("twice", "An envelope that comes twice.", &whole(&twice));
    let backwards = [list[2].clone(), list[1].clone(), list[0].clone()];
    maker.good(
        "backwards",
        "The last envelope comes first and waits.",
        &whole(&backwards),
    );

    let mut phone = Pen::phone();
    let mut laptop = Pen::new("patient", "laptop", Section::Results, "results");
    let one = phone.write("glucose 5.4");
    let two = laptop.write_after("glucose 5.5", &[&phone]);
    let three = phone.write_after("glucose 5.6", &[&laptop]);
    maker.good(
        "two-feeds",
        "Two devices follow each other in one document.",
        &whole(&[one, two, three]),
    );

    let mut phone = Pen::phone();
    let one = phone.write("glucose 5.4");
    let signed = phone.checkpoint();
    let two = phone.write_with("glucose 5.5", |payload| payload.checkpoint = Some(signed));
    maker.good(
        "checkpoint",
        "A signature over the feed so far.",
        &whole(&[one, two]),
    );

    let mut phone = Pen::phone();
    let (header, first) = phone.draft("glucose 5.4");
    let target = {
        let one = phone.seal(header, &first, &[]);
        (phone.last(&first.entries[0]), one)
    };
    let two = phone.write_with("glucose 5.9", |payload| {
        payload.entries[0].supersedes = vec![target.0];
        payload.entries[0].act = Some(Act::Correct);
        payload.entries[0].reason = Some("read the wrong line".into());
    });
    maker.good(
        "correction",
        "An entry and its correction.",
        &whole(&[target.1, two]),
    );

    let mut phone = Pen::phone();
    let apart = phone.write_with("a body that is not here", |payload| payload.bodies.clear());
    maker.good(
        "body-apart",
        "An entry whose body has not come yet.",
        &whole(&[apart]),
    );

    let (mut phone, mut copy) = (Pen::phone(), Pen::phone());
    let one = phone.write("glucose 5.4");
    copy.write("glucose 5.4");
    let (two, other) = (phone.write("glucose 5.5"), copy.write("glucose 7.7"));
    maker.good(
        "fork",
        "One device signed two envelopes with one number: both are kept.",
        &whole(&[one, two, other]),
    );

    let (phone, desk) = admitted();
    maker.good(
        "admission",
        "A clinic's envelope that the patient's phone admitted.",
        &whole(&[phone, desk]),
    );
}

/// The phone's admission of the clinic's first envelope, and that envelope.
fn admitted() -> (Vec<u8>, Vec<u8>) {
    let mut desk = Pen::new("clinic", "desk", Section::Results, "results of a clinic");
    let envelope = desk.write("glucose 5.4");
    let mut phone = Pen::phone();
    let admission = phone.write_with("", |payload| {
        payload.bodies.clear();
        payload.entries = vec![Entry {
            kind: Entry::ADMISSION.into(),
            body: None,
            media: None,
            admission: Some(Admission {
                feed: desk.tag(),
                seq: desk.seq(),
                hash: desk.hash(),
                verdict: Verdict::Admitted,
                received: fixed::NOON,
                authority: None,
            }),
            ..payload.entries[0].clone()
        }];
    });
    (admission, envelope)
}

/// Faults of the envelope that opens a feed.
fn first_envelope(maker: &mut Maker) {
    let right = [Pen::phone().write("glucose 5.4")];
    let mut bad = |name: &str, fault: &str, class: &str, envelope: Vec<u8>| {
        maker.bad(name, fault, class, "", &whole(&[envelope]), envelopes(&right));
    };
    let opened = |change: &dyn Fn(&mut Opening)| {
        Pen::phone().write_with("glucose 5.4", |payload| {
            payload.opening.iter_mut().for_each(change);
        })
    };
    bad(
        "no-opening",
        "The first envelope does not say whose feed it is.",
        "wrong-document",
        Pen::phone().write_with("glucose 5.4", |payload| payload.opening = None),
    );
    bad(
        "other-record",
        "It belongs to another record.",
        "wrong-document",
        opened(&|it| it.record.0[0] ^= 1),
    );
    bad(
        "other-section",
        "Its key is of another section.",
        "wrong-document",
        opened(&|it| it.section = Section::Vitals),
    );
    bad(
        "other-author",
        "The device's certificate is by another author.",
        "wrong-document",
        opened(&|it| it.author = fixed::author("clinic")),
    );
    bad(
        "other-incarnation",
        "The feed's tag does not follow from it.",
        "wrong-document",
        opened(&|it| it.incarnation.0[0] ^= 1),
    );
    bad(
        "other-document",
        "Neither tag nor pseudonym follow from it.",
        "wrong-document",
        opened(&|it| it.document.0[0] ^= 1),
    );
    bad(
        "uncertified",
        "No such certificate is known.",
        "uncertified",
        opened(&|it| it.authority.0[0] ^= 1),
    );
    bad(
        "certificate-of-another",
        "The certificate is of another device.",
        "signature",
        opened(&|it| it.authority = fixed::certificate("patient", "laptop").id()),
    );
    let headed = |change: &dyn Fn(&mut Header)| {
        let mut phone = Pen::phone();
        let (mut header, payload) = phone.draft("glucose 5.4");
        change(&mut header);
        phone.seal(header, &payload, &[])
    };
    bad(
        "other-pseudonym",
        "The header names another document.",
        "wrong-document",
        headed(&|header| header.document.0[0] ^= 1),
    );
    bad(
        "prev-of-first",
        "The first envelope names one before it.",
        "payload",
        headed(&|header| header.prev[0] = 1),
    );
    bad(
        "not-an-envelope",
        "Text.",
        "malformed",
        b"an envelope that is none, though long enough to be taken for one at first".to_vec(),
    );
}

/// Faults of an envelope whose feed is known.
fn later_envelopes(maker: &mut Maker) {
    let mut phone = Pen::phone();
    let right = [phone.write("glucose 5.4"), phone.write("glucose 5.5")];
    let mut bad = |name: &str, fault: &str, class: &str, second: &dyn Fn(&mut Pen) -> Vec<u8>| {
        let mut phone = Pen::phone();
        let list = [phone.write("glucose 5.4"), second(&mut phone)];
        maker.bad(name, fault, class, "", &whole(&list), envelopes(&right));
    };
    bad(
        "signed-by-another",
        "Another device of the patient signed it.",
        "signature",
        &|phone| {
            let (header, payload) = phone.draft("glucose 5.5");
            let laptop = fixed::device("laptop").sign;
            Envelope::seal(header, &payload, &phone.key, &fixed::nonce("laptop"), &laptop).to_bytes()
        },
    );
    bad("opening-again", "A second opening.", "wrong-document", &|phone| {
        let opening = phone.opening;
        phone.write_with("glucose 5.5", |payload| payload.opening = Some(opening))
    });
    bad(
        "body-unnamed",
        "A body that no entry names.",
        "payload",
        &|phone| {
            phone.write_with("glucose 5.5", |payload| {
                payload.bodies.push(b"glucose 9.9".to_vec())
            })
        },
    );
    bad("body-twice", "A body that stands twice.", "payload", &|phone| {
        phone.write_with("glucose 5.5", |payload| {
            payload.bodies.push(b"glucose 5.5".to_vec())
        })
    });
    bad(
        "body-too-large",
        "A body apart of more than 16 MiB.",
        "payload",
        &|phone| {
            phone.write_with("glucose 5.5", |payload| {
                payload.bodies.clear();
                payload.entries[0]
                    .body
                    .iter_mut()
                    .for_each(|body| body.len = (16 << 20) + 1);
            })
        },
    );
    bad(
        "bodies-too-large",
        "Bodies apart of more than 64 MiB.",
        "payload",
        &|phone| {
            phone.write_with("glucose 5.5", |payload| {
                payload.bodies.clear();
                payload.entries = vec![payload.entries[0].clone(); 5];
                for entry in &mut payload.entries {
                    entry.body.iter_mut().for_each(|body| body.len = 16 << 20);
                }
            })
        },
    );
    bad(
        "body-of-another-length",
        "A body inside, named with another length.",
        "payload",
        &|phone| {
            phone.write_with("glucose 5.5", |payload| {
                payload.entries[0].body.iter_mut().for_each(|body| body.len += 1);
            })
        },
    );
    bad(
        "admission-of-another-kind",
        "An admission in an entry of another kind.",
        "payload",
        &|phone| {
            let admission = Admission {
                feed: phone.tag(),
                seq: 1,
                hash: phone.hash(),
                verdict: Verdict::Held,
                received: 0,
                authority: None,
            };
            phone.write_with("glucose 5.5", |payload| {
                payload.entries[0].admission = Some(admission)
            })
        },
    );
    bad(
        "checkpoint-of-another",
        "A checkpoint that another device signed.",
        "checkpoint",
        &|phone| {
            let mut checkpoint = phone.checkpoint();
            let mut laptop = Pen::new("patient", "laptop", Section::Results, "results");
            laptop.write("glucose 5.4");
            checkpoint.signature = laptop.checkpoint().signature;
            phone.write_with("glucose 5.5", |payload| payload.checkpoint = Some(checkpoint))
        },
    );
    bad(
        "checkpoint-ahead",
        "A checkpoint of an envelope that is not there.",
        "checkpoint",
        &|phone| {
            let mut ahead = Pen::phone();
            ahead.write("glucose 5.4");
            ahead.write("glucose 5.5");
            let checkpoint = ahead.checkpoint();
            phone.write_with("glucose 5.5", |payload| payload.checkpoint = Some(checkpoint))
        },
    );
    bad(
        "sealed-with-another-key",
        "Sealed with another key than the one it names.",
        "seal",
        &|phone| {
            let (header, payload) = phone.draft("glucose 5.5");
            let key = fixed::section_key(Section::Vitals);
            Envelope::seal(
                header,
                &payload,
                &key,
                &fixed::nonce("vitals"),
                &phone.device.sign,
            )
            .to_bytes()
        },
    );
    bad(
        "key-of-another-section",
        "Sealed with the key of another section.",
        "wrong-document",
        &|phone| {
            let (mut header, payload) = phone.draft("glucose 5.5");
            let key = fixed::section_key(Section::Vitals);
            (header.key, header.document) = (key.id(), pseudonym(&key, phone.opening.document));
            Envelope::seal(
                header,
                &payload,
                &key,
                &fixed::nonce("vitals"),
                &phone.device.sign,
            )
            .to_bytes()
        },
    );

    let mut phone = Pen::phone();
    let one = phone.write("glucose 5.4");
    let early = phone.checkpoint();
    let two = phone.write("glucose 5.5");
    let mut again = Pen::phone();
    let right = [
        again.write("glucose 5.4"),
        again.write("glucose 5.5"),
        again.write("glucose 5.6"),
    ];
    let three = phone.write_with("glucose 5.6", |payload| payload.checkpoint = Some(early));
    let fault = "A checkpoint that leaves out the envelope before.";
    let late = whole(&[one, two, three]);
    maker.bad(
        "checkpoint-late",
        fault,
        "checkpoint",
        "",
        &late,
        envelopes(&right),
    );
}

fn waiting(maker: &mut Maker) {
    let mut bad = |name: &str, fault: &str, list: &[Vec<u8>], right: &[Vec<u8>]| {
        maker.bad(name, fault, "waiting", "", &whole(list), envelopes(right));
    };
    let mut phone = Pen::phone();
    let list = [
        phone.write("glucose 5.4"),
        phone.write("glucose 5.5"),
        phone.write("glucose 5.6"),
    ];
    let gap = [list[0].clone(), list[2].clone()];
    bad("gap", "The second of three envelopes is missing.", &gap, &list);
    bad(
        "beginning-missing",
        "The first envelope is missing.",
        &list[1..2],
        &list,
    );
    let (mut phone, mut laptop) = (
        Pen::phone(),
        Pen::new("patient", "laptop", Section::Results, "results"),
    );
    let one = phone.write("glucose 5.4");
    let pair = [one, laptop.write_after("glucose 5.5", &[&phone])];
    let fault = "What it follows is missing.";
    bad("dependency-missing", fault, &pair[1..], &pair);
    let (admission, envelope) = admitted();
    let both = [admission, envelope];
    let fault = "A clinic's envelope that nobody admitted.";
    bad("not-admitted", fault, &both[1..], &both);
    let mut keyless = Pen::new("patient", "phone", Section::Problems, "problems");
    bad(
        "key-missing",
        "The key is not here.",
        &[keyless.write("asthma")],
        &list,
    );
}
