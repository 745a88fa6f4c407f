//! A hospital is connected as an app does it: the browser is sent to a scheme that the app alone has.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

#[path = "../../core/chart/tests/chart/hospital.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod hospital;

use hospital::{Hospital, browse};
use pocketchart_mobile::{
    ChartSection, FreshnessError, FreshnessStore, KeyVault, KeyVaultError, ListOptions, NewSource, OpenChart,
    SourceError, create_chart,
};
use std::sync::{Arc, Mutex};

const REDIRECT: &str = "org.example.chart:/signed-in";

struct Vault;

impl KeyVault for Vault {
    fn store_key(&self) -> Result<Vec<u8>, KeyVaultError> {
        Ok(vec![7; 32])
    }
}

struct Freshness(Mutex<Option<u64>>);

impl FreshnessStore for Freshness {
    fn read(&self) -> Result<Option<u64>, FreshnessError> {
        Ok(*self.0.lock().unwrap())
    }
    fn advance(&self, commit: u64) -> Result<(), FreshnessError> {
        *self.0.lock().unwrap() = Some(commit);
        Ok(())
    }
}

fn chart(folder: &tempfile::TempDir) -> Arc<OpenChart> {
    let folder = folder.path().join("record").to_str().unwrap().to_owned();
    let freshness = Arc::new(Freshness(Mutex::new(None)));
    create_chart(folder, Arc::new(Vault), freshness, "phone".into())
        .unwrap()
        .chart
}

fn general(hospital: &Hospital) -> NewSource {
    NewSource {
        name: "General".into(),
        base: hospital.base(),
        client_id: "app".into(),
        redirect: REDIRECT.into(),
        patient: None,
        same_person: false,
    }
}

#[test]
fn a_sign_in_that_comes_back_to_the_app_connects_once() {
    let folder = tempfile::tempdir().unwrap();
    let (chart, hospital) = (chart(&folder), Hospital::new());
    hospital.conditions(3);
    let sign_in = chart.begin_source(general(&hospital)).unwrap();
    let (_, came) = browse(&sign_in.url());
    let came = came.unwrap();
    assert!(came.starts_with(REDIRECT), "{came}");
    let id = chart.finish_source(sign_in.clone(), came.clone()).unwrap();
    let twice = chart.finish_source(sign_in, came).unwrap_err();
    assert_eq!(twice.message_id(), "source-other-sign-in");
    let pulled = chart.pull_source(id, false).unwrap();
    assert_eq!((pulled.new, pulled.troubles.len()), (4, 0));
    let options = ListOptions {
        offset: 0,
        limit: 100,
        include_past: true,
    };
    assert_eq!(
        chart.list(ChartSection::Problems, options).unwrap().items.len(),
        3
    );
    let unknown = chart.pull_source("0".repeat(32), false).unwrap_err();
    assert!(matches!(unknown, SourceError::Unknown));
}

#[test]
fn what_another_app_sends_gets_no_token() {
    let folder = tempfile::tempdir().unwrap();
    let (chart, hospital) = (chart(&folder), Hospital::new());
    let changes: [fn(&str) -> String; 3] = [
        |came| came.replace("state=", "state=x"),
        |came| came.replace("iss=http://", "iss=http://evil."),
        |_| format!("{REDIRECT}?code=once"),
    ];
    let wanted = [
        "source-other-sign-in",
        "source-other-issuer",
        "source-other-sign-in",
    ];
    for (change, wanted) in changes.into_iter().zip(wanted) {
        let sign_in = chart.begin_source(general(&hospital)).unwrap();
        let (_, came) = browse(&sign_in.url());
        let error = chart.finish_source(sign_in, change(&came.unwrap())).unwrap_err();
        assert_eq!(error.message_id(), wanted);
    }
    assert_eq!(hospital.get(|it| it.number), 0);
}
