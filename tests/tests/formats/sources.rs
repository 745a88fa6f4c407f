//! What a device keeps of its connections to hospitals, in a real record.

use super::hospital::{Hospital, Reply, browse};
use super::rules;
use pocketchart::{
    Chart, ClientProof, CreateChart, Home, KdfLevel, NewSource, NoFreshness, SourceClient, Unlock, Web,
};
use pocketchart_record::Shelf;
use std::sync::Arc;

/// Every row of connections follows its rule, and breaks it once any item has another type.
fn check(chart: &Chart) -> (usize, usize) {
    let (mut connections, mut pulls) = (0, 0);
    chart
        .record()
        .shelf(Shelf::Setting, |key, bytes| {
            let rule = match key {
                key if key.starts_with(b"source/") => {
                    connections += 1;
                    "source-connection"
                }
                key if key.starts_with(b"sourced/") => {
                    pulls += 1;
                    "source-pull"
                }
                b"source-keys" => "source-keys",
                _ => return Ok(()),
            };
            let row = rules::tree(&bytes);
            rules::allows(rule, &row).unwrap();
            for other in rules::falsified(&row) {
                assert!(rules::allows(rule, &other).is_err(), "{other:?}");
            }
            Ok(())
        })
        .unwrap();
    (connections, pulls)
}

/// The key of RFC 7515, appendix A.2.
fn rsa_key() -> String {
    let vectors = include_str!("../../../core/crypto/tests/vectors/rs384.json");
    let vectors: serde_json::Value = serde_json::from_str(vectors).unwrap();
    vectors[0]["pem"].as_str().unwrap().to_owned()
}

#[test]
fn connections_and_half_a_pull_follow_their_rules() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = Unlock::passphrase("correct horse battery staple");
    let with = CreateChart {
        unlock: &unlock,
        kdf: KdfLevel::Fast,
        device_name: "phone",
    };
    let (mut chart, _) = Chart::create(&home, &with).unwrap();
    let (hospital, web) = (Hospital::new(), Web::new());
    hospital.conditions(30);
    let new = |name: &str| NewSource {
        name: name.into(),
        base: hospital.base(),
        ..NewSource::default()
    };
    let client = SourceClient {
        id: "app".into(),
        proof: ClientProof::Secret("secret".to_owned().into()),
    };
    let request = chart
        .begin_source(
            &web,
            new("General"),
            client,
            &[],
            "http://127.0.0.1:7413/callback",
        )
        .unwrap();
    let (_, location) = browse(&request.url());
    let id = chart.finish_source(&web, request, &location.unwrap()).unwrap();
    assert_eq!(check(&chart), (1, 0));
    hospital.instead(|asked| {
        let second = asked.query("at").is_some();
        second.then(|| Reply::text(429, "").with("Retry-After", "9999"))
    });
    chart.pull_source(&web, id, false, &mut |_| ()).unwrap_err();
    assert!(chart.sources().unwrap()[0].half_way);
    assert_eq!(check(&chart), (1, 1));
    hospital.set(|it| it.instead = None);
    chart.pull_source(&web, id, false, &mut |_| ()).unwrap();
    chart.make_app_key().unwrap();
    let pem = rsa_key();
    let client = SourceClient {
        id: "app".into(),
        proof: ClientProof::Keys(chart.take_app_key(pem.as_bytes()).unwrap()),
    };
    hospital.set(|it| {
        it.configuration =
            serde_json::json!({ "token_endpoint_auth_methods_supported": ["private_key_jwt"] });
    });
    let back = "http://127.0.0.1:7413/callback";
    let request = chart
        .begin_source(&web, new("With a key"), client, &[], back)
        .unwrap();
    let (_, location) = browse(&request.url());
    chart.finish_source(&web, request, &location.unwrap()).unwrap();
    assert_eq!(check(&chart), (2, 1));
    hospital.set(|it| it.open = true);
    chart.connect_source(&web, new("Open"), None).unwrap();
    assert_eq!(check(&chart), (3, 1));
    for source in chart.sources().unwrap() {
        chart.remove_source(&web, source.id).unwrap();
    }
    assert_eq!(check(&chart), (0, 0));
    assert!(!hospital.asked("/Condition").is_empty());
    assert_eq!(hospital.get(|it| it.revoked.len()), 4);
}
