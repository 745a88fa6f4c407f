//! How the desk enters the clinic's own system: over TLS of the clinic's own authority, and by a key for RS384.

use std::io::Write;
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::{Value, json};

use crate::bridge::{Visit, maria};
use crate::door::Door;
use crate::ehr::{Ehr, answer};
use crate::world::World;

/// An authority of a hospital: its certificate in PEM, and what certifies `localhost`.
fn hospital() -> (String, Issuer<'static, KeyPair>) {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let key = KeyPair::generate().unwrap();
    let pem = params.self_signed(&key).unwrap().pem();
    (pem, Issuer::new(params, key))
}

/// A server whose certificate is of this authority, under this name.
fn server(of: &Issuer<'static, KeyPair>, name: &str) -> Ehr {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec![name.to_owned()]).unwrap();
    let certificate: CertificateDer<'static> = params.signed_by(&key, of).unwrap().into();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    let tls = Arc::new(tls);
    Ehr::listening("https://localhost", move |stream, state| {
        let connection = ServerConnection::new(Arc::clone(&tls)).unwrap();
        let mut stream = StreamOwned::new(connection, stream);
        answer(&mut stream, state)?;
        stream.conn.send_close_notify();
        stream.flush().ok()
    })
}

fn with(ehr: &Ehr, authority: Option<&str>) -> Value {
    json!({ "base": ehr.base, "access": { "kind": "open" }, "authority": authority })
}

#[test]
fn a_system_of_the_hospitals_own_authority_is_believed_and_no_other() {
    let mut visit = Visit::new();
    let chart = visit.chart();
    let ada = &visit.ada;
    let ((pem, authority), (other, _)) = (hospital(), hospital());
    let ehr = server(&authority, "localhost");
    ehr.puts("Patient/7", &maria());

    // Without it, by another one, under another name: nothing was asked.
    let strange = server(&authority, "elsewhere.example");
    for (ehr, authority) in [(&ehr, None), (&ehr, Some(&*other)), (&strange, Some(&*pem))] {
        let refused = ada.send("PUT", "/api/bridge", &with(ehr, authority)).refuses(502);
        assert_eq!(refused, "desk-bridge-untrusted");
        assert_eq!(ehr.state.lock().unwrap().asked, 0);
    }
    assert_eq!(ada.get("/api/bridge").refuses(409), "desk-bridge-not-set");
    let key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    for no in ["", "a certificate", &format!("{pem}{key}")] {
        let refused = ada.send("PUT", "/api/bridge", &with(&ehr, Some(no))).refuses(422);
        assert_eq!(refused, "desk-bridge-authority");
    }

    let set = ada.send("PUT", "/api/bridge", &with(&ehr, Some(&pem))).is(200);
    assert_eq!(set["authority"]["pem"], pem.as_str());
    let shown = set["authority"]["fingerprints"][0].as_str().unwrap();
    assert_eq!(shown.split(':').count(), 32);

    // It holds for what is asked later, too, also after a new start; and no longer once it is taken back.
    let path = format!("/api/bridge/charts/{chart}/candidates");
    assert_eq!(visit.desk.get(&path).is(200)["candidates"][0]["patient"], "7");
    visit.world.stop();
    visit.world.start();
    for browser in [&mut visit.ada, &mut visit.desk] {
        browser.url = visit.world.url().to_owned();
    }
    let ada = &visit.ada;
    assert_eq!(visit.desk.get(&path).is(200)["candidates"][0]["patient"], "7");
    let asked = ehr.state.lock().unwrap().asked;
    let refused = ada.send("PUT", "/api/bridge", &with(&ehr, None)).refuses(502);
    assert_eq!(refused, "desk-bridge-untrusted");
    assert_eq!(ehr.state.lock().unwrap().asked, asked);
}

#[test]
fn a_system_that_takes_keys_for_rs384_alone_is_entered_by_one() {
    let vectors = include_str!("../../../core/crypto/tests/vectors/rs384.json");
    let vectors: Value = serde_json::from_str(vectors).unwrap();
    let pem = vectors[0]["pem"].as_str().unwrap();
    let (world, ada) = World::with_administrator();
    let desk = world.member(&ada, "cleo", "clinician");
    let ehr = Ehr::new();
    let with = json!({ "base": ehr.base, "access": { "kind": "key", "client": "desk", "scopes": null } });
    let registers = |keys: Value| {
        let base = ehr.base.clone();
        ehr.state.lock().unwrap().gate = Some(Box::new(Door { base, keys }));
    };

    // By the key for ES384 it is not let in.
    let first = ada.get("/api/bridge/keys").is(200);
    assert_eq!(first["keys"].as_array().unwrap().len(), 1);
    registers(first);
    let refused = ada.send("PUT", "/api/bridge", &with).refuses(502);
    assert_eq!(refused, "desk-bridge-key-not-taken");

    let key = |pem: &str| json!({ "pem": pem });
    assert_eq!(
        desk.send("PUT", "/api/bridge/keys", &key(pem)).refuses(403),
        "desk-not-for-role"
    );
    for no in ["", "a key", &pem.replace("PRIVATE", "PUBLIC")] {
        let refused = ada.send("PUT", "/api/bridge/keys", &key(no)).refuses(422);
        assert_eq!(refused, "desk-bridge-key");
    }
    let keys = ada.send("PUT", "/api/bridge/keys", &key(pem)).is(200);
    let algorithms = keys["keys"].as_array().unwrap().iter().map(|it| &it["alg"]);
    assert_eq!(algorithms.collect::<Vec<_>>(), ["ES384", "RS384"]);
    assert_eq!(ada.get("/api/bridge/keys").is(200), keys);
    assert!(!keys.to_string().contains("\"d\"") && !world.holds(&pem[40..80]));

    // A server that has another key registered does not let it in; with this one it does.
    let mut others = keys.clone();
    others["keys"][1]["n"] = json!(keys["keys"][1]["n"].as_str().unwrap().replacen('o', "p", 1));
    registers(others);
    let refused = ada.send("PUT", "/api/bridge", &with).refuses(502);
    assert_eq!(refused, "desk-bridge-not-let-in");
    registers(keys);
    let set = ada.send("PUT", "/api/bridge", &with).is(200);
    assert_eq!((&set["access"], &set["name"]), (&json!("key"), &json!("desk")));
    let log = ada.get("/api/audit").is(200).to_string();
    assert!(log.contains("bridge-key-set"), "{log}");
}
