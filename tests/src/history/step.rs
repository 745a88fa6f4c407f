use super::{Aside, Device, History, SECTIONS};
use crate::world::*;
use pocketchart_record::*;

impl History {
    /// One thing happens on one device, or between two.
    pub(super) fn step(&mut self) -> Result<(), String> {
        let device = self.chance.below(self.devices.len());
        match self.chance.below(100) {
            0..30 => self.write(device),
            30..45 => self.speak_of_another(device),
            45..50 => self.write_much(device),
            50..52 => self.attach(device),
            52..75 => self.meet(device, usize::MAX),
            75..80 => {
                let most = self.chance.below(8);
                self.meet(device, most)
            }
            80..86 => self.hand_over(device),
            86..89 => self.rotate(device),
            89..92 => self.restart(device),
            92..94 => self.divide(),
            94..96 => self.put_aside_or_back(device),
            96 => self.back_up_or_restore(device),
            97 => self.extend_permission(device),
            98 => self.checkpoint(device),
            _ => self.pair(device),
        }
    }

    fn append(&mut self, device: usize, entries: Vec<NewEntry>) -> Result<(), String> {
        let sections: Vec<Section> = entries.iter().map(|entry| entry.section).collect();
        match self.devices[device].record().append(entries) {
            Ok(ids) => {
                self.tally.add("entries", ids.len() as u64);
                self.written.extend(ids.into_iter().zip(sections));
                Ok(())
            }
            // A clinic has no key of a section in which nobody wrote yet.
            Err(AppendError::NoKey) if self.devices[device].clinic.is_some() => Ok(()),
            Err(error) => Err(format!("{} could not write: {error}", self.devices[device].name)),
        }
    }

    fn text(&self) -> String {
        format!("statement {}", self.chance.below(1_000_000))
    }

    fn write(&mut self, device: usize) -> Result<(), String> {
        let sections = self.sections_of(device);
        let entries = (0..1 + self.chance.below(3))
            .map(|_| {
                let mut entry = note(*self.chance.pick(&sections), &self.text());
                if self.chance.once_in(4) {
                    entry.source = Some(Source {
                        system: "https://example.org/fhir".into(),
                        kind: "Basic".into(),
                        id: self.chance.below(5).to_string(),
                    });
                }
                entry
            })
            .collect();
        self.append(device, entries)
    }

    fn write_much(&mut self, device: usize) -> Result<(), String> {
        let section = *self.chance.pick(&self.sections_of(device));
        for _ in 0..WORTH_A_BASE + self.chance.below(60) as u64 {
            let text = self.text();
            self.append(device, vec![note(section, &text)])?;
        }
        self.tally.add("bursts", 1);
        Ok(())
    }

    fn attach(&mut self, device: usize) -> Result<(), String> {
        let section = *self.chance.pick(&self.sections_of(device));
        let bytes = self.world.noise(MAX_INLINE_BODY + 1 + self.chance.below(200_000));
        self.tally.add("attachments", 1);
        self.append(device, vec![blob(section, bytes)])
    }

    fn speak_of_another(&mut self, device: usize) -> Result<(), String> {
        let section = *self.chance.pick(&self.sections_of(device));
        let rows = self.devices[device]
            .record()
            .rows(section)
            .map_err(|error| error.to_string())?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut targets = vec![self.chance.pick(&rows).id];
        if self.chance.once_in(3) {
            targets.push(self.chance.pick(&rows).id);
            targets.sort();
            targets.dedup();
        }
        let (name, act) = *self.chance.pick(&[
            ("corrections", Act::Correct),
            ("retractions", Act::Retract),
            ("confirmations", Act::Confirm),
            ("disputes", Act::Dispute),
            ("resolutions", Act::Resolve),
        ]);
        let mut entry = NewEntry::about(section, "pocketchart/opinion", act, targets);
        if matches!(act, Act::Correct | Act::Resolve) {
            entry = NewEntry {
                act: entry.act,
                supersedes: entry.supersedes,
                ..note(section, &self.text())
            };
        }
        self.tally.add(name, 1);
        self.append(device, vec![entry])
    }

    /// Another device in the same part of the network.
    fn other(&self, device: usize) -> Option<usize> {
        let others: Vec<usize> = (0..self.devices.len())
            .filter(|it| *it != device && self.devices[*it].part == self.devices[device].part)
            .collect();
        (!others.is_empty()).then(|| *self.chance.pick(&others))
    }

    fn meet(&mut self, device: usize, most: usize) -> Result<(), String> {
        let Some(other) = self.other(device) else {
            return Ok(());
        };
        self.tally.add(
            if most == usize::MAX {
                "sessions"
            } else {
                "sessions cut off"
            },
            1,
        );
        self.sync(device, other, most).map(drop)
    }

    /// A session; devices that do not know each other yet show their certificates first.
    pub(super) fn sync(&mut self, one: usize, other: usize, most: usize) -> Result<Met, String> {
        let (low, high) = (one.min(other), one.max(other));
        let (left, right) = self.devices.split_at_mut(high);
        let (left, right) = (left[low].record(), right[0].record());
        introduce(left, right)?;
        introduce(right, left)?;
        let (left, right) = if one < other { (left, right) } else { (right, left) };
        let met = self.world.sync_cut(left, right, most);
        for event in &met.events {
            match event {
                SyncEvent::Base(_) => self.tally.add("bases", 1),
                SyncEvent::Body(..) => self.tally.add("chunks of attachments", 1),
                SyncEvent::RolledBack => self.tally.add("rollbacks noticed by a peer", 1),
                SyncEvent::Received(accepted) => {
                    // News for a device whose file was put back may lack the certificate that it has forgotten.
                    match accepted.refused.keys().find(|it| **it != Refusal::Uncertified) {
                        Some(refusal) => return Err(format!("an honest envelope was refused: {refusal}")),
                        None => self
                            .tally
                            .add("envelopes without a certificate", accepted.refused.len() as u64),
                    }
                }
                // Two who both lack a key cannot help each other.
                SyncEvent::BaseRefused(BaseRefusal::NoKey) => self.tally.add("bases without a key", 1),
                SyncEvent::BaseRefused(refusal) => {
                    return Err(format!("an honest base was refused: {refusal}"));
                }
                _ => (),
            }
        }
        Ok(met)
    }

    /// Envelopes go from hand to hand without a session: in any order, some twice, some not at all.
    fn hand_over(&mut self, device: usize) -> Result<(), String> {
        let Some(other) = self.other(device) else {
            return Ok(());
        };
        let readable = self.sections_of(other);
        let from = self.devices[device].record();
        let (sender, is_patients) = (from.device(), from.is_patients());
        let feeds: Vec<FeedTag> = from
            .feeds()
            .filter(|feed| readable.contains(&feed.section))
            .map(|feed| feed.tag)
            .collect();
        let mut envelopes = Vec::new();
        for feed in feeds {
            envelopes.extend(from.envelopes(feed).map_err(|error| error.to_string())?);
        }
        let mut handed = Vec::new();
        while !envelopes.is_empty() && handed.len() < 60 {
            let envelope = envelopes.swap_remove(self.chance.below(envelopes.len()));
            match self.chance.below(5) {
                0 => self.tally.add("envelopes lost", 1),
                1 => {
                    self.tally.add("envelopes doubled", 1);
                    handed.extend([envelope.clone(), envelope]);
                }
                _ => handed.push(envelope),
            }
        }
        let origin = if is_patients {
            Origin::Stored
        } else {
            Origin::Live(sender)
        };
        let to = self.devices[other].record();
        let accepted = to.accept(&handed, origin).map_err(|error| error.to_string())?;
        self.tally.add("envelopes handed over", handed.len() as u64);
        // A device whose certificate is not known yet is the only reason.
        match accepted.refused.keys().find(|it| **it != Refusal::Uncertified) {
            Some(refusal) => Err(format!("an honest envelope was refused: {refusal}")),
            None => Ok(()),
        }
    }

    fn rotate(&mut self, device: usize) -> Result<(), String> {
        if self.devices[device].clinic.is_some() {
            return Ok(());
        }
        let section = *self.chance.pick(&SECTIONS);
        self.tally.add("keys changed", 1);
        self.devices[device]
            .record()
            .rotate_key(section)
            .map_err(|error| error.to_string())
    }

    fn restart(&mut self, device: usize) -> Result<(), String> {
        self.devices[device].record = None;
        self.open(device, Rollback::Refuse)?;
        self.tally.add("restarts", 1);
        Ok(())
    }

    fn open(&mut self, device: usize, rollback: Rollback) -> Result<(), String> {
        let setup = self.world.setup(&self.devices[device].name);
        let record = Record::open(setup, &unlock(), rollback)
            .map_err(|error| format!("{} does not open: {error}", self.devices[device].name))?;
        self.devices[device].record = Some(record);
        Ok(())
    }

    /// The network falls into parts, or is whole again.
    fn divide(&mut self) -> Result<(), String> {
        let parts = 1 + self.chance.below(3);
        for device in &mut self.devices {
            device.part = self.chance.below(parts);
        }
        self.tally.add("divisions", 1);
        Ok(())
    }

    fn put_aside_or_back(&mut self, device: usize) -> Result<(), String> {
        let before = Self::ids_of(self.devices[device].record())?;
        self.devices[device].record = None;
        let name = self.devices[device].name.clone();
        let rollback = match self.devices[device].aside.take() {
            None => {
                let files = self.world.copy_of(&name);
                self.devices[device].aside = Some(Aside { files, ids: before });
                Rollback::Refuse
            }
            Some(aside) => {
                self.world.put_back(&name, aside.files);
                self.excuse(device, &before.difference(&aside.ids).copied().collect())?;
                self.tally.add("files put back", 1);
                Rollback::Accept
            }
        };
        self.open(device, rollback)
    }

    /// A device is lost, and a new one takes its place from the backup.
    fn back_up_or_restore(&mut self, device: usize) -> Result<(), String> {
        if self.devices[device].clinic.is_some() {
            return Ok(());
        }
        let Some(file) = self.backup.take() else {
            let mut file = Vec::new();
            self.devices[device]
                .record()
                .backup(&mut file)
                .map_err(|error| error.to_string())?;
            self.backup = Some(file);
            return Ok(());
        };
        let lost = Self::ids_of(self.devices[device].record())?;
        let record = self.devices[device].record.take();
        record
            .map(Record::erase)
            .transpose()
            .map_err(|error| error.to_string())?;
        self.names += 1;
        let name = format!("restored{}", self.names);
        let setup = self.world.setup(&name);
        let (record, _) = Record::restore(
            setup,
            &self.words,
            &unlock(),
            KdfLevel::Fast,
            &name,
            &mut &file[..],
        )
        .map_err(|error| format!("the backup does not restore: {error}"))?;
        let kept = Self::ids_of(&record)?;
        self.excuse(device, &lost.difference(&kept).copied().collect())?;
        self.tally.add("restores", 1);
        self.devices[device] = Device {
            name,
            record: Some(record),
            clinic: None,
            aside: None,
            part: self.devices[device].part,
        };
        Ok(())
    }

    /// The patient lets a clinic write in one more section.
    fn extend_permission(&mut self, device: usize) -> Result<(), String> {
        if self.clinics.is_empty() || self.devices[device].clinic.is_some() {
            return Ok(());
        }
        let number = self.chance.below(self.clinics.len());
        let clinic = &mut self.clinics[number];
        let section = *self.chance.pick(&SECTIONS);
        if !clinic.sections.contains(&section) {
            clinic.sections.push(section);
            let record = self.devices[device].record.as_mut().unwrap();
            self.world
                .permit(record, &clinic.identity, "clinic", &clinic.sections);
            self.tally.add("permissions widened", 1);
        }
        Ok(())
    }

    fn checkpoint(&mut self, device: usize) -> Result<(), String> {
        self.devices[device]
            .record()
            .checkpoint()
            .map_err(|error| error.to_string())
    }

    fn pair(&mut self, device: usize) -> Result<(), String> {
        if self.devices.len() >= 5 || self.devices[device].clinic.is_some() {
            return Ok(());
        }
        self.names += 1;
        let name = format!("paired{}", self.names);
        let part = self.devices[device].part;
        let record = self
            .world
            .pair(self.devices[device].record.as_mut().unwrap(), &name);
        self.tally.add("devices added", 1);
        self.devices.push(Device {
            name,
            record: Some(record),
            clinic: None,
            aside: None,
            part,
        });
        Ok(())
    }
}

fn introduce(from: &Record, to: &mut Record) -> Result<(), String> {
    if to.statements().certificate_of(from.device()).is_some() {
        return Ok(());
    }
    let certificate = from.certificate().unwrap();
    match to.meet(&certificate) {
        Ok(true) => Ok(()),
        other => Err(format!("a certificate was not taken in: {other:?}")),
    }
}
