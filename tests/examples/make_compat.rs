//! Writes a record in the present format into `tests/compat/FORMAT`, when a format is released. What lies there is
//! never changed afterwards.
//!
//! `cargo run --package pocketchart-tests --example make_compat -- 1`

#![allow(clippy::unwrap_used, reason = "a tool for us")]

use pocketchart::build::{Concept, Medicine};
use pocketchart::{Chart, Draft, ImportOptions, ListOptions, NewFile, PairingOffer, Section};
use pocketchart_tests::compat::*;
use std::net::TcpListener;
use std::time::Duration;

const WAIT: Duration = Duration::from_secs(30);

fn medicine(text: &str) -> Draft {
    Draft::Medicine(Medicine {
        what: Concept::words(text),
        ..Medicine::default()
    })
}

fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (listener, address)
}

fn second_device(phone: &mut Chart, folder: &std::path::Path) -> Chart {
    let (listener, address) = listen();
    let offer = PairingOffer::new(vec![address]).unwrap();
    let code = offer.code().clone();
    std::thread::scope(|scope| {
        let joining = scope.spawn(|| {
            let home = home(folder);
            let unlock = unlock();
            let with = device(&unlock, "tablet");
            Chart::pair_connect(&home, &code, &with, WAIT, &mut |_| true).unwrap()
        });
        let added = phone.pair_listen(&listener, offer, &unlock(), WAIT, &mut |_| true);
        added.unwrap();
        joining.join().unwrap()
    })
}

fn meet(phone: &mut Chart, tablet: &mut Chart) {
    let (listener, address) = listen();
    let device = phone.record().device();
    std::thread::scope(|scope| {
        let answering = scope.spawn(|| phone.sync_listen(&listener, WAIT, &mut |_| ()).unwrap());
        tablet.sync_connect(&address, device, &mut |_| ()).unwrap();
        answering.join().unwrap();
    });
}

fn main() {
    let format = formats().join(std::env::args().nth(1).unwrap());
    std::fs::create_dir_all(&format).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let (phone_home, unlock) = (home(&format.join(RECORD)), unlock());
    let (mut phone, words) = Chart::create(&phone_home, &device(&unlock, "phone")).unwrap();
    std::fs::write(format.join(WORDS), words.to_text().as_bytes()).unwrap();

    let example = std::fs::read("examples/maria-okafor.json").unwrap();
    let options = ImportOptions {
        file_name: "maria-okafor.json".into(),
        ..ImportOptions::default()
    };
    phone
        .import(std::io::Cursor::new(example), &options, &mut |_| ())
        .unwrap();
    let photo: Vec<u8> = (0..200_000_u32).map(|it| it.to_le_bytes()[1]).collect();
    let file = NewFile {
        name: "scan.bin".into(),
        media_type: "application/octet-stream".into(),
        title: Some("A large scan".into()),
        bytes: photo,
        same_person: false,
    };
    phone.attach(file).unwrap();
    let mut tablet = second_device(&mut phone, &scratch.path().join("tablet"));
    meet(&mut phone, &mut tablet);

    let medicines = phone
        .list(Section::Medications, &ListOptions::default())
        .unwrap()
        .items;
    let [first, second, third, ..] = &medicines[..] else {
        return;
    };
    phone
        .correct(first.id, medicine("as the phone says"), Some("corrected"))
        .unwrap();
    tablet
        .correct(first.id, medicine("as the tablet says"), Some("corrected"))
        .unwrap();
    phone.retract(second.id, Some("entered by mistake")).unwrap();
    tablet.dispute(third.id, Some("never taken")).unwrap();
    tablet.add(medicine("added on the tablet")).unwrap();
    meet(&mut phone, &mut tablet);

    let mut backup = std::fs::File::create_new(format.join(BACKUP)).unwrap();
    phone.backup(&mut backup).unwrap();
    std::fs::write(format.join(SHOWN), shown(&phone).unwrap()).unwrap();
}
