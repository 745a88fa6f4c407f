//! The log: what the app does stands in it, before anything leaves; what was taken out of it is seen.

use crate::devices::{sync, two_devices};
use crate::given::*;
use crate::sharing::meet;
use pocketchart::{
    Action, AuditOptions, AuditView, Chart, ExportForm, ExportOptions, Freshness, FreshnessFile, NewGrant,
    Operations, Outcome, RevokeReason, Section,
};
use serde_json::Value;

fn log(chart: &Chart) -> Vec<AuditView> {
    chart.audit(&AuditOptions::default()).unwrap().events
}

fn export(chart: &mut Chart, to: &mut Vec<u8>) -> u64 {
    let options = ExportOptions {
        form: ExportForm::Bundle,
        sections: Some(vec![Section::Allergies]),
        current_only: true,
        provenance: false,
        reconciled: false,
    };
    chart.export(&options, to, &mut |_| ()).unwrap().resources
}

#[test]
fn what_leaves_the_device_is_written_down() {
    let (mut chart, _scratch) = maria();
    assert!(log(&chart).is_empty());
    let choices = chart.card_choices().unwrap();
    chart.make_card(&choices).unwrap();
    let mut file = Vec::new();
    let written = export(&mut chart, &mut file);
    chart.backup(&mut Vec::new()).unwrap();

    let events = log(&chart);
    let actions: Vec<Action> = events.iter().map(|it| it.action).collect();
    assert_eq!(actions, [Action::BackedUp, Action::Exported, Action::CardMade]);
    assert!(
        events
            .iter()
            .all(|it| it.outcome == Outcome::Done && it.actor.is_none())
    );
    let exported = &events[1];
    assert_eq!((exported.number, exported.count), (2, written));
    assert_eq!(exported.sections, [Section::Allergies]);
    assert!(exported.ended.is_some());
    let card = &events[2];
    assert_eq!(card.count, choices.iter().filter(|it| it.selected).count() as u64);
    assert!(card.sections.contains(&Section::Medications) && card.ended.is_none());

    let report = chart.verify_audit().unwrap();
    assert!(report.is_whole());
    assert_eq!((report.findings.entries, report.witnessed), (5, 0));
}

/// A file that cannot be written to.
struct Full;

impl std::io::Write for Full {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::StorageFull.into())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn what_breaks_off_is_written_down_too() {
    let (mut chart, _scratch) = maria();
    let options = ExportOptions {
        form: ExportForm::Ndjson,
        sections: None,
        current_only: false,
        provenance: false,
        reconciled: false,
    };
    chart.export(&options, Full, &mut |_| ()).unwrap_err();
    chart.backup(&mut Full).unwrap_err();
    let outcomes: Vec<_> = log(&chart).iter().map(|it| (it.action, it.outcome)).collect();
    assert_eq!(
        outcomes,
        [
            (Action::BackedUp, Outcome::Failed),
            (Action::Exported, Outcome::Failed)
        ]
    );
}

/// Says which commit was the last when the first byte left.
struct Ahead {
    freshness: FreshnessFile,
    seen: Option<u64>,
}

impl std::io::Write for Ahead {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.seen = self.seen.or(self.freshness.read()?);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn the_entry_is_durable_before_the_first_byte_leaves() {
    let (mut chart, scratch) = maria();
    let state = scratch.folder.parent().unwrap().join("state/freshness");
    let out = || Ahead {
        freshness: FreshnessFile::new(&state),
        seen: None,
    };
    let before = chart.record().commits();
    let mut backup = out();
    chart.backup(&mut backup).unwrap();
    assert_eq!(backup.seen, Some(before + 1));
    let mut file = out();
    let options = ExportOptions {
        form: ExportForm::Ndjson,
        sections: None,
        current_only: false,
        provenance: false,
        reconciled: false,
    };
    chart.export(&options, &mut file, &mut |_| ()).unwrap();
    assert_eq!(file.seen, Some(before + 3));
}

#[test]
fn pages_follow_one_another_and_can_be_narrowed() {
    let (mut chart, _scratch) = maria();
    for _ in 0..150 {
        export(&mut chart, &mut Vec::new());
        chart.backup(&mut Vec::new()).unwrap();
    }
    let all = chart
        .audit(&AuditOptions {
            limit: 1000,
            ..AuditOptions::default()
        })
        .unwrap();
    assert_eq!((all.events.len(), all.next, all.damaged), (300, None, 0));
    let (mut paged, mut before) = (Vec::new(), None);
    loop {
        let page = chart
            .audit(&AuditOptions {
                before,
                limit: 7,
                ..AuditOptions::default()
            })
            .unwrap();
        paged.extend(page.events);
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(paged, all.events);
    let disclosures = chart.audit(&AuditOptions {
        limit: 1000,
        disclosures: true,
        ..AuditOptions::default()
    });
    assert_eq!(disclosures.unwrap().events.len(), 150);
}

#[test]
fn disclosures_become_fhir() {
    let (mut chart, _scratch) = maria();
    chart.make_card(&chart.card_choices().unwrap()).unwrap();
    export(&mut chart, &mut Vec::new());
    chart.backup(&mut Vec::new()).unwrap();
    let mut file = Vec::new();
    let written = chart.export_audit(&mut file).unwrap();
    assert_eq!(
        (written.consents, written.events),
        (0, 2),
        "a sealed backup is no disclosure"
    );
    let bundle: Value = serde_json::from_slice(&file).unwrap();
    let events = bundle["entry"].as_array().unwrap();
    for entry in events {
        let event = &entry["resource"];
        assert_eq!(
            (&event["resourceType"], &event["type"]["code"]),
            (&"AuditEvent".into(), &"110106".into())
        );
        assert_eq!(event["outcome"], "0");
        assert_eq!(event["source"]["observer"], event["agent"][0]["who"]);
        let patient = event["entity"][0]["what"]["reference"].as_str().unwrap();
        assert!(
            patient.contains("maria") || patient.starts_with("urn:uuid:"),
            "{patient}"
        );
    }
    assert_eq!(
        events[0]["resource"]["entity"][1]["detail"][0]["valueString"],
        "allergies"
    );
}

#[test]
fn devices_are_written_down_and_tell_one_another_how_far_they_are() {
    let (mut phone, mut tablet, _scratch) = two_devices();
    let events = log(&phone);
    assert_eq!(events[0].action, Action::DeviceAdded);
    assert_eq!(events[0].actor_name.as_deref(), Some("tablet"));
    assert_eq!(events[0].sections, Section::ALL);
    sync(&mut phone, &mut tablet);
    export(&mut phone, &mut Vec::new());
    let (first, _) = sync(&mut phone, &mut tablet);
    assert_eq!(phone.verify_audit().unwrap().witnessed, 4);
    let report = tablet.verify_audit().unwrap();
    assert!(report.is_whole());
    let [other] = report.others.as_slice() else {
        panic!("{report:?}")
    };
    assert_eq!(other.device, phone.record().device());
    assert_eq!(other.last, 4, "two entries each for the tablet and the file");
    let (again, _) = sync(&mut phone, &mut tablet);
    let [first, again] = [first, again].map(|it| it.totals.bytes_sent + it.totals.bytes_received);
    println!("{first} B with a new head of the log, {again} B with nothing new");
    assert!(again < first);
}

#[test]
fn each_grant_is_a_consent_until_it_ends() {
    let (mut chart, scratch) = maria();
    let read = [
        (Section::Allergies, Operations::READ),
        (Section::Notes, Operations::APPEND),
    ];
    let one = chart.make_grant(&NewGrant::of(read.into())).unwrap();
    let extract = vec![(Section::Medications, Operations::EXTRACT)];
    chart.make_grant(&NewGrant::of(extract)).unwrap();
    let consents = |chart: &Chart| {
        let mut file = Vec::new();
        let written = chart.export_audit(&mut file).unwrap();
        assert_eq!((written.consents, written.events), (2, 0));
        let bundle: Value = serde_json::from_slice(&file).unwrap();
        let entries = bundle["entry"].as_array().unwrap().iter().map(|it| {
            let consent = &it["resource"];
            assert_eq!(consent["resourceType"], "Consent");
            let parts = consent["provision"]["provision"].as_array();
            (
                consent["status"].as_str().unwrap().to_owned(),
                parts.map_or(1, Vec::len),
            )
        });
        let mut found: Vec<(String, usize)> = entries.collect();
        found.sort();
        found
    };
    let stand = |statuses: [(&str, usize); 2]| statuses.map(|(it, parts)| (it.to_owned(), parts)).to_vec();
    assert_eq!(consents(&chart), stand([("active", 1), ("active", 2)]));
    chart.revoke_grant(one, RevokeReason::Wish).unwrap();
    assert_eq!(consents(&chart), stand([("active", 1), ("inactive", 2)]));
    scratch.clock.pass_days(2);
    assert_eq!(consents(&chart), stand([("inactive", 1), ("inactive", 2)]));
}

#[test]
fn strangers_bear_witness_and_learn_no_head() {
    let (mut phone, _phone) = maria();
    let (mut desk, _desk) = chart();
    let at = scratch();
    let scope = vec![
        (Section::Allergies, Operations::READ),
        (Section::Notes, Operations::APPEND),
    ];
    let grant = phone.make_grant(&NewGrant::of(scope)).unwrap();
    let (served, redeemed) = meet(&mut phone, &mut desk, &at, grant, true);
    served.unwrap();
    let shared = redeemed.unwrap().chart.unwrap();
    assert!(
        shared.verify_audit().unwrap().others.is_empty(),
        "no plain head came"
    );
    let report = phone.verify_audit().unwrap();
    assert!(report.is_whole() && report.others.is_empty(), "{report:?}");
    let given = log(&phone)
        .into_iter()
        .find(|it| it.action == Action::DisclosedRead)
        .unwrap();
    assert_eq!((given.grant, given.outcome), (Some(grant), Outcome::Done));
    assert_eq!(given.actor_name.as_deref(), Some("Lakeside Clinic"));
    assert!(report.witnessed >= given.number, "{report:?}, {given:?}");
}
