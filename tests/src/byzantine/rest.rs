use super::{Affair, PERMITTED};
use pocketchart_record::*;
use std::collections::{BTreeMap, BTreeSet};

impl Affair {
    /// Everyone meets everyone until nothing is new.
    pub(super) fn come_to_rest(&mut self) -> Result<(), String> {
        let mut apart = String::new();
        for _ in 0..6 {
            let mut quiet = true;
            for one in 0..4 {
                for other in 0..one {
                    let met = self.sync(one, other);
                    if !met.same {
                        apart = format!("{one} and {other}: {:?}", met.events);
                    }
                    let news = |it: &SyncEvent| {
                        matches!(
                            it,
                            SyncEvent::Sent(_) | SyncEvent::Received(_) | SyncEvent::Base(_)
                        )
                    };
                    quiet &= met.same && !met.events.iter().any(news);
                }
            }
            if quiet {
                return Ok(());
            }
            // What the honest clinic wrote before its permission ended, and brings after the grace, the patient admits.
            let clinic = self.honest[3].record.author();
            for it in self.honest.iter_mut().filter(|it| it.is_patients) {
                it.record.admit(clinic).map_err(|error| error.to_string())?;
            }
        }
        let differences = crate::history::differences(self.honest.iter().map(|it| (it.name, &it.record)))?;
        Err(format!(
            "the honest devices do not come to rest; {apart}\n{differences}"
        ))
    }

    /// Honest devices agree, have all that honest devices wrote, and nothing that its author did not sign.
    pub(super) fn check(&mut self) -> Result<(), String> {
        let text = |error: StoreError| error.to_string();
        let log = self.honest[0].record.log_digest();
        let view = self.honest[0].record.view_digest().map_err(text)?;
        for device in 0..4 {
            let it = &mut self.honest[device];
            let name = it.name;
            if it.is_patients && it.record.log_digest() != log {
                return Err(format!("the log of {name} differs"));
            }
            if it.is_patients && it.record.view_digest().map_err(text)? != view {
                return Err(format!("the view of {name} differs"));
            }
            let verified = it.record.verify().map_err(text)?;
            if let Some(fault) = verified.faults.first() {
                return Err(format!("{name} is not sound: {fault:?}"));
            }
            self.tally.add("envelopes verified", verified.envelopes);
            let it = &self.honest[device];
            let rows = rows(&it.record)?;
            for (id, section) in &self.written {
                let readable = it.is_patients || PERMITTED.contains(section);
                if readable && !rows.contains_key(id) {
                    return Err(format!("{name} lacks an honest entry of {}", section.name()));
                }
            }
            foreign_hands(&it.record, rows.values()).map_err(|problem| format!("{name}: {problem}"))?;
            self.tally
                .add("rows traced to their signature", rows.len() as u64);
        }
        for section in PERMITTED {
            let of = |device: usize| crate::history::section_bytes(&self.honest[device].record, section);
            if of(3)? != of(0)? {
                return Err(format!(
                    "the clinic sees other {} than the patient",
                    section.name()
                ));
            }
        }
        self.check_documents()
    }

    fn check_documents(&mut self) -> Result<(), String> {
        let mut expected: BTreeMap<DocumentId, Vec<automerge::ChangeHash>> = BTreeMap::new();
        for it in self.honest.iter().filter(|it| it.is_patients) {
            let documents: BTreeSet<DocumentId> = it.record.feeds().map(|feed| feed.document).collect();
            for document in documents {
                let built = it
                    .record
                    .materialise(document)
                    .map_err(|error| error.to_string())?;
                let mut heads = built.get_heads();
                heads.sort();
                let loaded = automerge::Automerge::load(&built.save()).map_err(|error| error.to_string())?;
                let mut again = loaded.get_heads();
                again.sort();
                let first = expected.entry(document).or_insert_with(|| heads.clone());
                if again != heads || *first != heads {
                    return Err(format!("a document of {} has other heads", it.name));
                }
            }
        }
        Ok(())
    }
}

fn rows(record: &Record) -> Result<BTreeMap<EntryId, Row>, String> {
    let mut rows = BTreeMap::new();
    for section in Section::ALL {
        for row in record.rows(section).map_err(|error| error.to_string())? {
            rows.insert(row.id, row);
        }
    }
    Ok(rows)
}

/// Every row lies in a feed of a device that its author certified, and an envelope or a checkpoint of that feed carries
/// the device's signature.
fn foreign_hands<'r>(record: &Record, rows: impl Iterator<Item = &'r Row>) -> Result<(), String> {
    let feeds: BTreeMap<FeedTag, &Feed> = record.feeds().map(|feed| (feed.tag, feed)).collect();
    let mut signed: BTreeMap<FeedTag, BTreeSet<u64>> = BTreeMap::new();
    for feed in feeds.values() {
        let numbers = signed.entry(feed.tag).or_default();
        for bytes in record.envelopes(feed.tag).map_err(|error| error.to_string())? {
            let envelope = Envelope::parse(&bytes).map_err(|error| error.to_string())?;
            if !envelope.signed_by(feed.device) {
                return Err("an envelope in the log is not signed by its device".into());
            }
            numbers.insert(envelope.header.seq);
        }
        let covered = feed
            .branches
            .iter()
            .filter_map(|it| it.checkpoint.as_ref())
            .map(|it| it.seq);
        numbers.extend(1..=covered.max().unwrap_or(0));
    }
    for row in rows {
        let feed = feeds.get(&row.id.feed).ok_or("a row without a feed")?;
        let certified = record
            .statements()
            .certificates()
            .any(|(_, it)| it.device.sign == feed.device && it.author == row.author);
        let inside = signed.get(&feed.tag).is_some_and(|it| it.contains(&row.place.1));
        if !certified || feed.author != row.author || !inside {
            return Err("a row that its author did not sign".into());
        }
    }
    Ok(())
}
