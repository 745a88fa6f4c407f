//! What the relay says to who may know nothing, and what it leaves behind.

use pocketchart_crypto::random_array;
use pocketchart_wire::{
    link::{Act, Content},
    text,
};
use serde_json::json;

use crate::{
    World,
    client::path,
    grants::Grant,
    links::{Link, file},
};

/// Every refusal to say whether something is there is the same, to the byte.
pub(crate) fn nothing_there_looks_like_nothing_there(world: &World) {
    let client = world.client();
    let asked = json!({"recipient": "Clinic", "passcode": "0000"});
    let unknown = Link::new(vec![file(Content::Fhir, 10)]);
    let paused = Link::with_passcode(vec![file(Content::Fhir, 10)], "1234", 5);
    let destroyed = Link::new(vec![file(Content::Fhir, 10)]);
    let spent = Link::direct(Some(1));
    for link in [&paused, &destroyed, &spent] {
        assert_eq!(link.leave(&client), 201);
    }
    paused.manage(&client, Act::Pause);
    destroyed.manage(&client, Act::Destroy);
    assert_eq!(spent.fetch(&client).status, 200);
    let (absent, revoked) = (Grant::new(1, 10), Grant::new(1, 1));
    assert_eq!(revoked.leave(&client), 201);
    assert_eq!(revoked.take(&client, &absent.verifier, [1; 16]).status, 401);
    let nothing = client.get("/no/such/path");
    assert_eq!((nothing.status, nothing.body.len()), (404, 0));
    for (what, got) in [
        ("unknown link", unknown.ask(&client, &asked)),
        ("unknown direct link", unknown.fetch(&client)),
        ("no address at all", client.get("/link/short?recipient=x")),
        ("paused", paused.ask(&client, &asked)),
        ("destroyed", destroyed.ask(&client, &asked)),
        ("spent", spent.fetch(&client)),
        (
            "somebody else's link",
            paused.manage_as(&client, &spent.owner, Act::Look),
        ),
        (
            "unknown key set",
            client.get(&path("shc", &random_array::<16>(), "/.well-known/jwks.json")),
        ),
        ("unknown file", client.get(&path("file", &[0; 57], ""))),
        ("absent grant", absent.take(&client, &absent.verifier, [1; 16])),
        ("ended grant", revoked.take(&client, &revoked.verifier, [1; 16])),
        (
            "unknown mailbox",
            client.get(&path("mailbox", &random_array::<16>(), "/nothing")),
        ),
    ] {
        assert_eq!(got, nothing, "{what}");
    }
}

/// Of all that the relay is shown and does not need, nothing is in its files.
#[test]
fn nothing_of_recipients_passcodes_and_addresses_is_written() {
    let world = World::sqlite();
    let client = world.client();
    let recipient = "Doctor Canary of the Aviary";
    let mut shown: Vec<(&str, Vec<u8>)> = vec![("recipient", recipient.into())];
    for n in 0..20 {
        let passcode = format!("passcode-canary-{n}");
        let link = Link::with_passcode(vec![file(Content::Fhir, 100)], &passcode, 10);
        assert_eq!(link.leave(&client), 201);
        let wrong = format!("wrong-canary-{n}");
        let asked = json!({"recipient": recipient, "passcode": wrong});
        assert_eq!(link.ask(&client, &asked).status, 401);
        let asked = json!({"recipient": recipient, "passcode": passcode});
        assert_eq!(link.ask(&client, &asked).status, 200);
        let address = link.address.text();
        shown.push(("address", text::decode::<32>(&address).unwrap().to_vec()));
        shown.extend([
            ("address", address.into_bytes()),
            ("passcode", passcode.into()),
            ("guess", wrong.into()),
        ]);
        let direct = Link::direct(None);
        assert_eq!(direct.leave(&client), 201);
        let asked = format!("{}?recipient={}", direct.path(), recipient.replace(' ', "%20"));
        assert_eq!(client.get(&asked).status, 200);
        // The half of a grant is gone from the disk when it was given for the last time.
        let grant = Grant::new(1, 10);
        assert_eq!(grant.leave(&client), 201);
        let token = random_array();
        assert_eq!(grant.take(&client, &grant.verifier, token).status, 200);
        shown.push(("token", token.to_vec()));
    }
    shown.push(("client's address", b"127.0.0.1".to_vec()));
    let kept = Grant::new(1, 10);
    assert_eq!(kept.leave(&client), 201);
    let written = world.written();
    let holds = |needle: &[u8]| {
        written
            .iter()
            .any(|(_, bytes)| bytes.windows(needle.len()).any(|window| window == needle))
    };
    assert!(holds(&kept.deposit.half), "the control: what is kept is found");
    for (what, needle) in &shown {
        assert!(!holds(needle), "{what}");
    }
    for (path, _) in written
        .iter()
        .filter(|(path, _)| path.to_str().unwrap().contains("sqlite"))
    {
        let mode = std::os::unix::fs::PermissionsExt::mode(&path.metadata().unwrap().permissions());
        assert_eq!(mode & 0o077, 0, "{path:?} is for others too");
    }
    println!("{} secrets, 0 found in {} files", shown.len(), written.len());
}
