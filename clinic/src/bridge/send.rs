//! One attempt to bring a message to the clinic's server: look what is there, write what is not, read it back. Because each attempt begins
//! by looking, one that broke off anywhere doubles nothing.

use pocketchart::{
    FhirServer, Part, SmartError, Write, WriteMethod, is_id, search_page,
    write_back::{Request, Step, answers, issues, members, refer_to, transaction, update},
};

use super::{
    attested::Approval,
    connection::wait,
    found::{Found, Likeness, confirmed},
    message::{Line, LineState, Message},
    search::by_identifier,
    settings::Offer,
    written::Kept,
};
use crate::id::Id;

/// Where it stands whose a resource is.
const WHOSE: [&str; 2] = ["patient.reference", "subject.reference"];

/// The server, and what has to be known to write to it.
pub(crate) struct Sender<'a> {
    pub(crate) server: &'a FhirServer<'a>,
    pub(crate) offer: &'a Offer,
    /// What the clinic is called.
    pub(crate) clinic: &'a str,
}

/// What came of an attempt.
pub(crate) struct Attempt {
    /// The message as it stands now.
    pub(crate) message: Message,
    /// What the server has now, under our names for it.
    pub(crate) kept: Vec<(String, Kept)>,
}

impl Sender<'_> {
    /// Tries it.
    ///
    /// # Errors
    /// The server was not reached, or answered nothing that could be used: it is not known what arrived.
    pub(crate) fn attempt(&self, mut message: Message) -> Result<Attempt, SmartError> {
        let mut kept = Vec::new();
        let (base, subject) = (message.base.clone(), message.subject.clone());
        let mut ahead = Vec::new();
        for (at, line) in message.lines.iter_mut().enumerate() {
            if line.state.is_open()
                && let Some(step) = self.look(line)?
            {
                ahead.push((at, step));
            }
        }
        self.write_all(&mut message, &ahead)?;
        for line in &mut message.lines {
            if line.state == LineState::Sent {
                self.read_back(line)?;
            }
        }
        let who = (&message.by.name, message.at);
        for line in &mut message.lines {
            let LineState::Confirmed { place, version, .. } = &line.state else {
                continue;
            };
            let (place, version) = (place.clone(), version.clone());
            // One that was confirmed by an earlier attempt has nothing to send any more.
            let Some(body) = line.body.take() else {
                continue;
            };
            self.attest(line, &place, (&subject, who))?;
            let now = Kept {
                base: base.clone(),
                place,
                version,
                members: members(body.as_bytes()),
            };
            kept.push((line.name.clone(), now));
        }
        let waits = message.lines.iter().any(|it| it.state.is_open());
        message.tries = if waits { message.tries + 1 } else { 0 };
        message.trouble = waits.then(|| "desk-bridge-busy".to_owned());
        Ok(Attempt { message, kept })
    }

    /// What is on the server of a line already; what has to be written, if it is not there.
    fn look(&self, line: &mut Line) -> Result<Option<Step>, SmartError> {
        match line.over.clone() {
            None => self.look_for_new(line),
            Some(over) => self.look_for_change(line, &over),
        }
    }

    fn look_for_new(&self, line: &mut Line) -> Result<Option<Step>, SmartError> {
        let mut found = self.find(line)?;
        match (found.pop(), found.is_empty()) {
            (None, _) if !self.offer.creates(&line.kind) => line.state = not_offered(),
            (None, _) => return Ok(create(line)),
            (Some(found), true) => match found.likeness(line) {
                Likeness::Same(rewritten) => line.state = confirmed(found, rewritten),
                Likeness::Other(_) => line.state = found.as_conflict(None),
            },
            // Nobody can say which of them is meant.
            (Some(_), false) => {
                line.state = LineState::Refused {
                    status: 412,
                    said: Vec::new(),
                }
            }
        }
        Ok(None)
    }

    fn look_for_change(&self, line: &mut Line, over: &Kept) -> Result<Option<Step>, SmartError> {
        let Some(found) = self.read(&over.place)? else {
            line.state = LineState::Conflict {
                place: over.place.clone(),
                version: None,
                before: self.before(over)?,
                theirs: None,
            };
            return Ok(None);
        };
        let differs = match found.likeness(line) {
            Likeness::Same(rewritten) => {
                line.state = confirmed(found, rewritten);
                return Ok(None);
            }
            Likeness::Other(paths) => paths,
        };
        let version = found.version();
        // Nothing is moved from one patient to another.
        let is_of_another = differs.iter().any(|it| WHOSE.contains(&it.as_str()));
        let is_as_seen = version.is_some() && version == over.version && !is_of_another;
        if !is_as_seen && !crate::sabotage::off("desk-if-match") {
            line.state = found.as_conflict(self.before(over)?);
            return Ok(None);
        }
        if !self.offer.updates(&line.kind) {
            line.state = not_offered();
            return Ok(None);
        }
        let ours = line.body.as_deref().unwrap_or_default().as_bytes();
        let Some(resource) = update(&found.bytes, ours, &over.members) else {
            line.state = found.as_conflict(self.before(over)?);
            return Ok(None);
        };
        Ok(Some(Step {
            full_url: part_name(),
            resource,
            request: Request::Update {
                at: found.place,
                version,
            },
        }))
    }

    /// Writes what has to be written, together where the server can. What it refuses together is tried one by one, so that one
    /// entry that it refuses does not stop the others.
    fn write_all(&self, message: &mut Message, ahead: &[(usize, Step)]) -> Result<(), SmartError> {
        if ahead.is_empty() || (self.offer.transaction && self.write_together(message, ahead)?) {
            return Ok(());
        }
        for (at, step) in ahead {
            let step = with_origin(message, *at, step, &[]);
            let is_origin = is_origin(message, *at);
            if let Some(line) = message.lines.get_mut(*at) {
                self.write_alone(line, &step)?;
                // What refers to it says where it is.
                if is_origin && line.state == LineState::Sent {
                    self.read_back(line)?;
                }
            }
        }
        Ok(())
    }

    /// A transaction. False if it was refused.
    fn write_together(&self, message: &mut Message, ahead: &[(usize, Step)]) -> Result<bool, SmartError> {
        let with_provenance = self.offer.names("Provenance");
        let (mut steps, mut places) = (Vec::new(), Vec::new());
        for (at, step) in ahead {
            places.push((*at, steps.len()));
            steps.push(with_origin(message, *at, step, ahead));
            let line = message.lines.get(*at).filter(|_| with_provenance);
            let who = (&message.by.name, message.at);
            steps.extend(line.and_then(|it| self.provenance(it, &step.full_url, (&message.subject, who))));
        }
        let body = transaction(&steps);
        let answer = self.server.write(&Write {
            method: WriteMethod::Post,
            to: "",
            body: &body,
            unless: None,
            over: None,
        })?;
        match answer.status {
            200 => {}
            status @ 500.. => return Err(SmartError::Status(status)),
            _ => return Ok(false),
        }
        let each = answers(&answer.body)?;
        for (at, place) in places {
            let is_done = each.get(place).is_some_and(|it| matches!(it.status, 200..=202));
            if let Some(line) = message.lines.get_mut(at).filter(|_| is_done) {
                line.state = LineState::Sent;
            }
        }
        Ok(true)
    }

    /// A request of its own.
    fn write_alone(&self, line: &mut Line, step: &Step) -> Result<(), SmartError> {
        let (to, version, unless) = match &step.request {
            Request::Create { kind, unless } => (kind, None, Some(unless.as_str())),
            Request::Update { at, version } => (at, version.as_ref(), None),
        };
        let version = version.map(|it| format!("W/\"{it}\""));
        let answer = self.server.write(&Write {
            method: match step.request {
                Request::Create { .. } => WriteMethod::Post,
                Request::Update { .. } => WriteMethod::Put,
            },
            to,
            body: &step.resource,
            unless,
            over: version.as_deref(),
        })?;
        match answer.status {
            200..=202 => line.state = LineState::Sent,
            status => self.refused(line, status, &answer.body)?,
        }
        Ok(())
    }

    /// The server did not take an entry. That somebody was quicker shows when it is looked at again.
    fn refused(&self, line: &mut Line, status: u16, body: &[u8]) -> Result<(), SmartError> {
        match status {
            409 | 412 => {
                self.look(line)?;
                Ok(())
            }
            500.. => Err(SmartError::Status(status)),
            _ => {
                let said = issues(body).into_iter().map(|it| it.text.unwrap_or(it.code));
                line.state = LineState::Refused {
                    status,
                    said: said.collect(),
                };
                Ok(())
            }
        }
    }

    /// Whether the server has what was sent.
    fn read_back(&self, line: &mut Line) -> Result<(), SmartError> {
        let found = match &line.over {
            Some(over) => self.read(&over.place)?,
            None => self.find(line)?.pop(),
        };
        line.state = match found {
            // It may be held back for a review (202), or a search does not show it yet.
            None => LineState::Waiting,
            Some(found) => match found.likeness(line) {
                Likeness::Same(rewritten) => confirmed(found, rewritten),
                Likeness::Other(paths) => LineState::Differs {
                    version: found.version(),
                    theirs: Some(found.text()),
                    place: found.place,
                    paths,
                },
            },
        };
        Ok(())
    }

    /// Sees to it that the server has the Provenance of an entry, once.
    fn attest(&self, line: &mut Line, place: &str, who: (&str, (&String, u64))) -> Result<(), SmartError> {
        if !self.offer.names("Provenance") {
            return Ok(());
        }
        let at = format!("Provenance/{}", line.provenance);
        let mut is_there = self.read(&at)?.is_some();
        if !is_there && let Some(step) = self.provenance(line, place, who) {
            let answer = self.server.write(&Write {
                method: WriteMethod::Put,
                to: &at,
                body: &step.resource,
                unless: None,
                over: None,
            })?;
            is_there = matches!(answer.status, 200 | 201);
        }
        if let LineState::Confirmed { provenance, .. } = &mut line.state {
            *provenance = is_there;
        }
        Ok(())
    }

    fn provenance(
        &self,
        line: &Line,
        target: &str,
        (subject, (by, at)): (&str, (&String, u64)),
    ) -> Option<Step> {
        let approval = Approval {
            subject,
            by,
            at,
            clinic: self.clinic,
        };
        Some(Step {
            full_url: format!("urn:uuid:{}", line.provenance),
            resource: approval.attest(line, Some(target))?,
            request: Request::Update {
                at: format!("Provenance/{}", line.provenance),
                version: None,
            },
        })
    }

    /// What the server has under our name for an entry.
    fn find(&self, line: &Line) -> Result<Vec<Found>, SmartError> {
        let Some(search) = by_identifier(&line.identifier()).filter(|_| !crate::sabotage::off("desk-once"))
        else {
            return Ok(Vec::new());
        };
        let url = format!("{}/{}?{search}&_count=3", self.server.base(), line.kind);
        let answer = self.server.get(&url, &mut wait)?;
        let resources = search_page(&answer.body)?
            .parts
            .into_iter()
            .filter_map(|it| match it {
                Part::Resource(it) if it.head.resource_type == line.kind => Some(it),
                _ => None,
            });
        let found = resources.filter_map(|it| {
            Some(Found {
                place: format!("{}/{}", line.kind, it.head.id?),
                bytes: it.bytes,
            })
        });
        Ok(found.collect())
    }

    /// What was written before, if the server keeps what there was.
    fn before(&self, over: &Kept) -> Result<Option<String>, SmartError> {
        let Some(version) = over.version.as_deref().filter(|it| is_id(it)) else {
            return Ok(None);
        };
        match self.read(&format!("{}/_history/{version}", over.place)) {
            Ok(found) => Ok(found.map(|it| it.text())),
            Err(SmartError::Status(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A resource of the server; none if there is none, or none any more.
    fn read(&self, place: &str) -> Result<Option<Found>, SmartError> {
        let url = format!("{}/{place}", self.server.base());
        match self.server.get(&url, &mut wait) {
            Ok(answer) => Ok(Some(Found {
                place: place.to_owned(),
                bytes: answer.body,
            })),
            Err(SmartError::Status(404 | 410)) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// What a part of a transaction is called. Not by our own name for the entry: a server that puts its own names in the place of these may do so
/// in the identifier, too.
fn part_name() -> String {
    format!("urn:uuid:{}", Id::random().uuid())
}

/// What is to be written of a line; where it refers to another, with where that is, or which part of the same transaction.
fn with_origin(message: &Message, at: usize, step: &Step, together: &[(usize, Step)]) -> Step {
    let from = message.lines.get(at).and_then(|it| it.from.as_ref());
    let place = || {
        let from = from?;
        let origin = message.lines.iter().position(|it| it.name == *from)?;
        let part = together.iter().find(|(it, _)| *it == origin);
        match (part, &message.lines.get(origin)?.state) {
            (Some((_, part)), _) => Some(part.full_url.clone()),
            (None, LineState::Confirmed { place, .. }) => Some(place.clone()),
            _ => None,
        }
    };
    let resource = place()
        .zip(from)
        .and_then(|(place, from)| refer_to(&step.resource, from, &place));
    Step {
        resource: resource.unwrap_or_else(|| step.resource.clone()),
        ..step.clone()
    }
}

/// Whether something else refers to a line.
fn is_origin(message: &Message, at: usize) -> bool {
    let name = message.lines.get(at).map(|it| &it.name);
    message
        .lines
        .iter()
        .any(|it| it.from.as_ref() == name && name.is_some())
}

fn create(line: &Line) -> Option<Step> {
    let unless = by_identifier(&line.identifier())?;
    Some(Step {
        full_url: part_name(),
        resource: line.body.as_deref()?.as_bytes().to_vec(),
        request: Request::Create {
            kind: line.kind.clone(),
            unless: match crate::sabotage::off("desk-once") {
                true => "identifier=none".to_owned(),
                false => unless,
            },
        },
    })
}

fn not_offered() -> LineState {
    LineState::Refused {
        status: 0,
        said: Vec::new(),
    }
}
