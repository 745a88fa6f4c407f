use super::History;
use crate::world::Met;
use pocketchart_record::*;
use std::collections::{BTreeMap, BTreeSet};

/// Rounds of meetings after which nothing may be new any more.
const ROUNDS: usize = 8;

impl History {
    /// Everyone meets everyone until nothing is new. The network is whole again for it.
    pub(super) fn come_to_rest(&mut self) -> Result<(), String> {
        let mut last = Vec::new();
        for _ in 0..ROUNDS {
            let mut quiet = true;
            for one in 0..self.devices.len() {
                for other in 0..one {
                    let both_clinics =
                        self.devices[one].clinic.is_some() && self.devices[other].clinic.is_some();
                    let same_author = self.devices[one].clinic == self.devices[other].clinic;
                    if both_clinics && !same_author {
                        continue;
                    }
                    let met: Met = self.sync(one, other, usize::MAX)?;
                    let news = met.events.iter().any(|it| {
                        matches!(
                            it,
                            SyncEvent::Sent(_)
                                | SyncEvent::Base(_)
                                | SyncEvent::Body(..)
                                | SyncEvent::Received(_)
                        )
                    });
                    if !met.same {
                        last = vec![format!(
                            "{} and {} end apart: {:?}",
                            self.devices[one].name, self.devices[other].name, met.events
                        )];
                    }
                    quiet &= met.same && !news;
                }
            }
            if quiet {
                return Ok(());
            }
            // Where the last device that held a key was lost, the person types the words.
            for device in self.devices.iter_mut().filter(|it| it.clinic.is_none()) {
                let opened = device.record().recover_keys(&self.words);
                let opened = opened.map_err(|error| error.to_string())?;
                self.tally.add("keys opened with the words", opened);
            }
        }
        Err(format!(
            "no rest after {ROUNDS} rounds; {}\n{}",
            last.join("; "),
            differences(
                self.devices
                    .iter()
                    .filter_map(|it| Some((it.name.as_str(), it.record.as_ref()?)))
            )?
        ))
    }

    /// What must hold once everyone has met everyone.
    pub(super) fn check(&mut self) -> Result<(), String> {
        let patients: Vec<usize> = (0..self.devices.len())
            .filter(|it| self.devices[*it].clinic.is_none())
            .collect();
        let first = *patients.last().unwrap();
        let log = self.devices[first].record().log_digest();
        let view = self.view(first)?;
        for &number in &patients {
            let name = self.devices[number].name.clone();
            if self.devices[number].record().log_digest() != log {
                return Err(format!(
                    "the logs of {name} and {} differ",
                    self.devices[first].name
                ));
            }
            if self.view(number)? != view {
                return Err(format!(
                    "the views of {name} and {} differ",
                    self.devices[first].name
                ));
            }
        }
        for number in 0..self.devices.len() {
            self.check_entries(number)?;
            self.check_sections(number, first)?;
            self.check_caches(number)?;
            self.check_attachments(number)?;
        }
        self.check_documents(&patients)?;
        self.tally.add("devices", self.devices.len() as u64);
        Ok(())
    }

    fn view(&mut self, device: usize) -> Result<[u8; 32], String> {
        self.devices[device]
            .record()
            .view_digest()
            .map_err(|error| error.to_string())
    }

    /// Every entry that was acknowledged is there, wherever it may be known.
    fn check_entries(&mut self, device: usize) -> Result<(), String> {
        let held = Self::ids_of(self.devices[device].record())?;
        let readable: BTreeSet<Section> = self.sections_of(device).into_iter().collect();
        for (id, section) in &self.written {
            if readable.contains(section) && !held.contains(id) {
                return Err(format!(
                    "{} lacks {} of {}",
                    self.devices[device].name,
                    id.key(),
                    section.name()
                ));
            }
        }
        let waiting = self.devices[device].record().pending();
        self.tally.add("envelopes still waiting", waiting);
        Ok(())
    }

    /// A clinic's sections show what the patient's show.
    fn check_sections(&mut self, device: usize, patient: usize) -> Result<(), String> {
        for section in self.sections_of(device) {
            let mine = section_bytes(self.devices[device].record(), section)?;
            let theirs = section_bytes(self.devices[patient].record(), section)?;
            if mine != theirs {
                return Err(format!(
                    "{} differs between {} and {}",
                    section.name(),
                    self.devices[device].name,
                    self.devices[patient].name
                ));
            }
        }
        Ok(())
    }

    /// Caches follow from the log: what is worked out anew is what was there.
    fn check_caches(&mut self, device: usize) -> Result<(), String> {
        let before = self.view(device)?;
        let name = self.devices[device].name.clone();
        let record = self.devices[device].record();
        record.rebuild().map_err(|error| format!("{name}: {error}"))?;
        if self.view(device)? != before {
            return Err(format!("the views of {name} change when they are rebuilt"));
        }
        let record = self.devices[device].record();
        let verified = record.verify().map_err(|error| format!("{name}: {error}"))?;
        self.tally.add("envelopes verified", verified.envelopes);
        match verified.faults.first() {
            Some(fault) => Err(format!("{name} is not sound: {fault:?}")),
            None => Ok(()),
        }
    }

    /// What one device holds of an attachment every device holds. It may be gone with a file that was put back.
    fn check_attachments(&mut self, device: usize) -> Result<(), String> {
        let missing = self.devices[device].record().missing_bodies(&Section::ALL);
        for (section, body, _) in missing.map_err(|error| error.to_string())? {
            for other in &self.devices {
                let record = other.record.as_ref().unwrap();
                let held = record
                    .body_by_hash(section, body)
                    .map_err(|error| error.to_string())?;
                if held.is_some() {
                    let name = &self.devices[device].name;
                    return Err(format!("{name} lacks an attachment that {} has", other.name));
                }
            }
            self.tally.add("attachments lost with a file", 1);
        }
        Ok(())
    }

    /// Documents, built by the merge library from each device's log, have the same heads and load again once saved.
    fn check_documents(&mut self, patients: &[usize]) -> Result<(), String> {
        let mut expected = None;
        for &number in patients {
            let record = self.devices[number].record();
            let documents: BTreeSet<DocumentId> = record.feeds().map(|feed| feed.document).collect();
            let mut heads = Vec::new();
            for document in documents {
                let built = record.materialise(document).map_err(|error| error.to_string())?;
                let mut these = built.get_heads();
                these.sort();
                let saved = built.save();
                let loaded = automerge::Automerge::load(&saved).map_err(|error| error.to_string())?;
                let mut again = loaded.get_heads();
                again.sort();
                if again != these {
                    return Err("a document changed by saving and loading".into());
                }
                self.tally.add("documents", 1);
                heads.push((document, these));
            }
            if expected.get_or_insert_with(|| heads.clone()) != &heads {
                return Err("documents have different heads on different devices".into());
            }
        }
        Ok(())
    }
}

/// What a section shows, whoever asks: all of each row but when and where this device keeps it.
pub fn section_bytes(record: &Record, section: Section) -> Result<Vec<Vec<u8>>, String> {
    let mut rows = record.rows(section).map_err(|error| error.to_string())?;
    for row in &mut rows {
        row.known = 0;
        row.place = (0, 0);
    }
    rows.sort_by_key(|row| row.id);
    Ok(rows.iter().map(cbor::to_bytes).collect())
}

/// How far each device has come in the feeds in which not all have come equally far.
pub fn differences<'r>(devices: impl Iterator<Item = (&'r str, &'r Record)>) -> Result<String, String> {
    let mut feeds: BTreeMap<FeedTag, Vec<(String, String)>> = BTreeMap::new();
    let mut count = 0;
    for (name, record) in devices {
        count += 1;
        for feed in record.feeds() {
            let ends: Vec<_> = feed
                .branches
                .iter()
                .map(|it| (it.from, it.seq, it.hash, it.admitted))
                .collect();
            let here = record
                .envelopes(feed.tag)
                .map_err(|error| error.to_string())?
                .len();
            let mut line = format!(
                "{name}: {:?} of {} by {}",
                feed.tag,
                feed.section.name(),
                &feed.author.to_hex()[..6]
            );
            line.push_str(&format!(
                ", {here} as envelopes, stopped {}, ends {ends:?}",
                feed.stopped
            ));
            let mut ends: Vec<_> = feed.branches.iter().map(|it| (it.seq, it.hash)).collect();
            ends.sort();
            feeds
                .entry(feed.tag)
                .or_default()
                .push((line, format!("{ends:?}")));
        }
    }
    feeds.retain(|_, lines| lines.len() < count || lines.iter().any(|(_, ends)| *ends != lines[0].1));
    Ok(feeds
        .into_values()
        .flatten()
        .map(|(line, _)| line)
        .collect::<Vec<_>>()
        .join("\n"))
}
