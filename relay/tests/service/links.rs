use std::{thread, time::Duration};

use pocketchart_crypto::{Secret, kem::KemSecret, sign::SigningKey};
use pocketchart_wire::{
    link::{ACCESS, Access, Act, Address, Content, Deposit, File, Manage, State},
    text,
};
use serde_json::{Value, json};

use crate::{
    World,
    client::{Client, Got, now, sealed, signing_key},
};

/// A link as its owner knows it.
pub(crate) struct Link {
    pub(crate) owner: SigningKey,
    pub(crate) log: KemSecret,
    pub(crate) address: Address,
    pub(crate) deposit: Deposit,
}

/// An encrypted file, as long as was asked; the relay looks at its form only.
pub(crate) fn file(content: Content, len: usize) -> File {
    File {
        content,
        jwe: format!(
            "e30..{}.{}.{}",
            text::encode(&[1; 12]),
            text::encode(&sealed(len)),
            text::encode(&[2; 16])
        ),
        updated: Some("2026-11-26T04:00:00Z".to_owned()),
    }
}

impl Link {
    pub(crate) fn new(files: Vec<File>) -> Self {
        let (owner, log) = (signing_key(), KemSecret::from_seed(&Secret::random()));
        let log_key = log.public().as_bytes().to_vec();
        let deposit = Deposit::new(*owner.public().as_bytes(), log_key, now() + 3600, files);
        Self {
            owner,
            log,
            address: Address::new(Secret::random()),
            deposit,
        }
    }

    pub(crate) fn with_passcode(files: Vec<File>, passcode: &str, attempts: u8) -> Self {
        let mut link = Self::new(files);
        link.deposit.verifier = Some(*link.address.verifier(passcode).unwrap().expose());
        link.deposit.attempts = attempts;
        link
    }

    pub(crate) fn direct(uses: Option<u32>) -> Self {
        let mut link = Self::new(vec![file(Content::Fhir, 300)]);
        link.deposit.direct = true;
        link.deposit.uses = uses;
        link
    }

    pub(crate) fn path(&self) -> String {
        format!("/link/{}", self.address.text())
    }

    pub(crate) fn leave(&self, client: &Client) -> u16 {
        client.put(&self.path(), &self.deposit).status
    }

    pub(crate) fn ask(&self, client: &Client, body: &Value) -> Got {
        let json = [("content-type", "application/json")];
        client
            .ask("POST", &self.path(), body.to_string().as_bytes(), &json)
            .unwrap()
    }

    pub(crate) fn fetch(&self, client: &Client) -> Got {
        client.get(&format!("{}?recipient=Dr%20Who", self.path()))
    }

    pub(crate) fn manage_as(&self, client: &Client, key: &SigningKey, act: Act) -> Got {
        let at = format!("{}/manage", self.path());
        client.call(&at, key, &self.address.name(), &Manage::new(act))
    }

    pub(crate) fn manage(&self, client: &Client, act: Act) -> State {
        self.manage_as(client, &self.owner, act).message()
    }

    fn opened(&self, state: &State) -> Vec<(bool, String)> {
        let open = |sealed: &[u8]| {
            let padded = self.log.open(ACCESS, &self.address.name(), sealed).unwrap();
            let access = Access::from_padded(&padded).unwrap();
            assert!(access.at.abs_diff(now()) < 60);
            (access.opened, access.recipient)
        };
        state.log.iter().map(|entry| open(&entry.0)).collect()
    }
}

pub(crate) fn a_direct_one_is_its_file(world: &World) {
    let (client, other, link) = (world.client(), world.client_of(1), Link::direct(Some(2)));
    assert_eq!(link.fetch(&client).status, 404);
    assert_eq!(link.leave(&client), 201);
    assert_eq!(link.leave(&other), 204);
    assert_eq!(client.get(&link.path()).status, 400, "who asks?");
    assert_eq!(client.get(&format!("{}?recipient=", link.path())).status, 400);
    assert_eq!(
        link.ask(&client, &json!({"recipient": "Dr Who"})).status,
        404,
        "it has no manifest"
    );
    assert_eq!(
        client
            .ask("HEAD", &format!("{}?recipient=x", link.path()), b"", &[])
            .unwrap()
            .status,
        404
    );
    let origin = [("origin", "https://viewer.example")];
    let asked = format!("{}?recipient=Dr%20Who", link.path());
    let got = client.ask("GET", &asked, b"", &origin).unwrap();
    assert_eq!(got.status, 200);
    assert_eq!(got.header("content-type"), Some("application/jose"));
    assert_eq!(got.header("access-control-allow-origin"), Some("*"));
    assert_eq!(got.header("cache-control"), Some("no-store"));
    assert_eq!(got.body, link.deposit.files[0].jwe.as_bytes());
    let state = link.manage(&client, Act::Look);
    assert_eq!((state.live, state.uses), (true, Some(1)));
    assert_eq!(link.opened(&state), [(true, "Dr Who".to_owned())]);
    assert_eq!(link.fetch(&other).status, 200);
    assert_eq!(link.fetch(&client).status, 404, "two were said");
    assert!(!link.manage(&client, Act::Look).live);
}

pub(crate) fn a_manifest_has_files_and_tickets(world: &World) {
    let (client, other) = (world.client(), world.client_of(1));
    let files = vec![
        file(Content::Card, 100),
        file(Content::Fhir, 40_000),
        file(Content::Access, 50),
    ];
    let mut link = Link::new(files);
    link.deposit.changes = true;
    assert_eq!(link.leave(&client), 201);
    for malformed in [
        json!({}),
        json!({"recipient": ""}),
        json!({"recipient": 7}),
        json!([]),
    ] {
        assert_eq!(link.ask(&client, &malformed).status, 400, "{malformed}");
    }
    assert_eq!(link.fetch(&client).status, 404, "it is not a direct one");
    let got = link.ask(
        &client,
        &json!({"recipient": "Clinic", "embeddedLengthMax": 1000, "more": 1}),
    );
    assert_eq!(got.status, 200);
    assert_eq!(got.header("content-type"), Some("application/json"));
    let manifest = got.json();
    let files = manifest["files"].as_array().unwrap();
    let types: Vec<_> = files
        .iter()
        .map(|file| file["contentType"].as_str().unwrap())
        .collect();
    assert_eq!(
        types,
        [
            "application/smart-health-card",
            "application/fhir+json",
            "application/smart-api-access"
        ]
    );
    assert!(files.iter().all(|file| file["status"] == "can-change"));
    assert!(
        files
            .iter()
            .all(|file| file["lastUpdated"] == "2026-11-26T04:00:00Z")
    );
    assert_eq!(
        files[0]["embedded"].as_str(),
        Some(link.deposit.files[0].jwe.as_str())
    );
    assert!(files[1].get("embedded").is_none() && files[0].get("location").is_none());
    let location = files[1]["location"].as_str().unwrap();
    let at = &location[location.find("/file/").unwrap()..];
    for client in [&client, &other, &client] {
        let got = client.get(at);
        assert_eq!(got.header("content-type"), Some("application/jose"));
        assert_eq!(got.body, link.deposit.files[1].jwe.as_bytes());
    }
    // Of every ticket with one bit changed, none fetches anything.
    let ticket = text::decode::<57>(at.strip_prefix("/file/").unwrap()).unwrap();
    for bit in 0..57 * 8 {
        let mut altered = ticket;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert_eq!(
            client.get(&format!("/file/{}", text::encode(&altered))).status,
            404,
            "bit {bit}"
        );
    }
    let none = link
        .ask(&client, &json!({"recipient": "Clinic", "embeddedLengthMax": 0}))
        .json();
    assert!(
        none["files"]
            .as_array()
            .unwrap()
            .iter()
            .all(|file| file.get("embedded").is_none())
    );
    let all = link
        .ask(
            &client,
            &json!({"recipient": "Clinic", "embeddedLengthMax": 100_000}),
        )
        .json();
    assert!(
        all["files"]
            .as_array()
            .unwrap()
            .iter()
            .all(|file| file.get("location").is_none())
    );
}

pub(crate) fn wrong_passcodes_are_counted_for_life(world: &World) {
    let (client, other) = (world.client(), world.client_of(1));
    let link = Link::with_passcode(vec![file(Content::Fhir, 100)], "correct", 3);
    assert_eq!(link.leave(&client), 201);
    let with = |client: &Client, passcode: &str| {
        link.ask(client, &json!({"recipient": "Clinic", "passcode": passcode}))
    };
    let got = with(&client, "wrong");
    assert_eq!((got.status, got.json()), (401, json!({"remainingAttempts": 2})));
    assert_eq!(with(&other, "correct").status, 200);
    let got = link.ask(&client, &json!({"recipient": "No passcode"}));
    assert_eq!((got.status, got.json()), (401, json!({"remainingAttempts": 1})));
    assert_eq!(
        with(&client, "correct").status,
        200,
        "a right one gives none back"
    );
    let got = with(&other, "Correct");
    assert_eq!((got.status, got.json()), (401, json!({"remainingAttempts": 0})));
    assert_eq!(with(&client, "correct").status, 404);
    let state = link.manage(&client, Act::Look);
    let clinic = || "Clinic".to_owned();
    let expected = [
        (false, clinic()),
        (true, clinic()),
        (false, "No passcode".to_owned()),
        (true, clinic()),
        (false, clinic()),
    ];
    assert_eq!(link.opened(&state), expected);
}

pub(crate) fn its_owner_pauses_and_destroys(world: &World) {
    let (client, stranger) = (world.client(), signing_key());
    let mut link = Link::new(vec![file(Content::Fhir, 30_000)]);
    link.deposit.note = sealed(100);
    assert_eq!(link.leave(&client), 201);
    let asked = json!({"recipient": "Clinic"});
    let manifest = link.ask(&client, &asked).json();
    let location = manifest["files"][0]["location"].as_str().unwrap().to_owned();
    let at = &location[location.find("/file/").unwrap()..];
    for act in [Act::Look, Act::Pause, Act::Destroy] {
        assert_eq!(link.manage_as(&client, &stranger, act).status, 404);
    }
    let state = link.manage(&client, Act::Pause);
    assert_eq!(
        (state.live, state.paused, &state.note),
        (false, true, &link.deposit.note)
    );
    assert_eq!(link.ask(&client, &asked).status, 404);
    assert_eq!(client.get(at).status, 404);
    assert!(link.manage(&client, Act::Resume).live);
    assert_eq!(link.ask(&client, &asked).status, 200);
    assert_eq!(client.get(at).status, 200);
    assert!(!link.manage(&client, Act::Destroy).live);
    assert_eq!(link.ask(&client, &asked).status, 404);
    assert_eq!(client.get(at).status, 404);
    assert!(!link.manage(&client, Act::Resume).live, "for good");
    assert_eq!(
        link.manage_as(&client, &link.owner, Act::Replace(link.deposit.files.clone()))
            .status,
        409
    );
    assert_eq!(link.leave(&client), 204);
    assert_eq!(link.ask(&client, &asked).status, 404, "it is not left anew");
}

pub(crate) fn files_are_replaced(world: &World) {
    let client = world.client();
    let link = Link::new(vec![file(Content::Fhir, 100), file(Content::Fhir, 100)]);
    assert_eq!(link.leave(&client), 201);
    let new = file(Content::Card, 200);
    link.manage(&client, Act::Replace(vec![new.clone()]));
    let manifest = link.ask(&client, &json!({"recipient": "Clinic"})).json();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files[0]["embedded"].as_str(), Some(new.jwe.as_str()));
    assert_eq!(
        link.manage_as(&client, &link.owner, Act::Replace(vec![])).status,
        400
    );
    let mut hostile = new.clone();
    hostile.jwe = "a.b.c.d.<script>".to_owned();
    assert_eq!(
        link.manage_as(&client, &link.owner, Act::Replace(vec![hostile]))
            .status,
        400
    );
    let direct = Link::direct(None);
    assert_eq!(direct.leave(&client), 201);
    let two = vec![new.clone(), new];
    assert_eq!(
        direct.manage_as(&client, &direct.owner, Act::Replace(two)).status,
        409
    );
}

pub(crate) fn it_ends(world: &World) {
    let client = world.client();
    let mut link = Link::direct(None);
    link.deposit.ends = now() + 3;
    assert_eq!(link.leave(&client), 201);
    assert_eq!(link.fetch(&client).status, 200);
    while now() < link.deposit.ends {
        thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(link.fetch(&client).status, 404);
    // Swept: the file is gone, the owner still sees who came.
    let sweeping = world.another(&["--sweep=1"]);
    thread::sleep(Duration::from_millis(1500));
    let state = link.manage(&Client::new(&sweeping.url), Act::Look);
    assert_eq!(link.opened(&state).len(), 1);
    let mut late = Link::direct(None);
    late.deposit.ends = now() - 1;
    assert_eq!(late.leave(&client), 400);
}
