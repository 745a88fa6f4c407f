//! The clinic's own server: which it is, and which of its patients a chart belongs to.

use std::sync::PoisonError;

use pocketchart::{
    AppKeyError, ClientKeys, FhirServer, Person, SmartError, Write, WriteMethod, is_id,
    write_back::{How, Prepared, differences},
};

use super::{Desk, DeskError};
use crate::{
    audit::{Action, Event},
    bridge::{
        self, Authority, BridgeError, Candidate, Entering, Link, LinkView, NewSettings, Offer, Search,
        Settings, SettingsView,
    },
    charts::SharedChart,
    id::Id,
    reconcile,
    staff::Account,
    store::StoreError,
};

/// FHIR's version that is spoken.
const VERSION: &str = "4.0.1";

/// A person's confirmation, or the wish for a new patient.
pub(crate) struct Linking {
    /// The id there; none to make a new patient.
    pub(crate) patient: Option<String>,
    /// The person knows that another patient's chart belongs to it, or that somebody alike is there.
    pub(crate) anyway: bool,
}

impl From<SmartError> for DeskError {
    fn from(error: SmartError) -> Self {
        Self::Bridge(error.into())
    }
}

impl Desk {
    /// The clinic's own server.
    pub(crate) fn bridge(&self) -> Result<SettingsView, DeskError> {
        Ok(self.settings()?.into())
    }

    /// Uses this server from now on, if it answers. What was approved for another one is not sent to it.
    pub(crate) fn set_bridge(&self, by: &Account, new: NewSettings) -> Result<SettingsView, DeskError> {
        let authority = new.authority.map(Authority::try_from).transpose();
        let authority = authority.map_err(|_| BridgeError::Authority)?;
        let keys = self.app_keys()?;
        let now = self.now();
        let base = new.base.trim_end_matches('/').to_owned();
        let capability = self.bridge.capability(&Entering {
            base: &base,
            access: &new.access,
            authority: authority.as_ref(),
            keys: &keys,
            now,
        })?;
        // A server that does not say which is asked all the same.
        if capability.fhir_version.as_deref().is_some_and(|it| it != VERSION) {
            return Err(BridgeError::Version.into());
        }
        let offer = Offer::of(&capability);
        let settings = Settings::new(base, (new.access, authority), offer, (by.into(), now));
        self.store.run(|it| {
            settings.keep(it, &self.keys)?;
            reconcile::forget_all(it)?;
            self.write_down(it, Event::by(Action::BridgeSet, by))
        })?;
        Ok(settings.into())
    }

    /// Uses no server any more.
    pub(crate) fn remove_bridge(&self, by: &Account) -> Result<(), DeskError> {
        self.store.run(|it| {
            Settings::forget(it)?;
            reconcile::forget_all(it)?;
            self.write_down(it, Event::by(Action::BridgeRemoved, by))
        })?;
        Ok(self.store.tidy()?)
    }

    /// The public halves of the keys by which a server can know the desk; one is made if there is none.
    pub(crate) fn bridge_keys(&self) -> Result<String, DeskError> {
        let mut identity = self.identity.lock().unwrap_or_else(PoisonError::into_inner);
        let keys = identity.app_keys().map_err(record)?;
        let keys = match keys.of("ES384") {
            None => identity.make_app_key().map_err(record)?,
            Some(_) => keys,
        };
        Ok(keys.to_jwks())
    }

    /// Takes a key for RS384 that was made elsewhere, in the place of one that is there, for a server that takes no ES384. The public
    /// halves of all keys.
    pub(crate) fn set_bridge_key(&self, by: &Account, pem: &str) -> Result<String, DeskError> {
        let mut identity = self.identity.lock().unwrap_or_else(PoisonError::into_inner);
        identity
            .take_app_key(pem.as_bytes())
            .map_err(|error| match error {
                AppKeyError::Store(error) => record(error).into(),
                _ => DeskError::from(BridgeError::Key),
            })?;
        drop(identity);
        self.note(Event::by(Action::BridgeKeySet, by))?;
        self.bridge_keys()
    }

    /// Who of the server's patients may be the person of a chart.
    pub(crate) fn candidates(&self, by: &Account, chart: Id) -> Result<Search, DeskError> {
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let (ours, _) = self.person(&shared)?;
        self.note(Event::by(Action::PatientsSearched, by).of(chart))?;
        let taken = self.taken(&settings, &shared)?;
        let candidates = self.at_server(&settings, |server| bridge::candidates(server, &ours, &taken))?;
        Ok(Search {
            ours: (&ours).into(),
            candidates,
        })
    }

    /// Which patient of the server a chart belongs to.
    pub(crate) fn link(&self, by: &Account, chart: Id) -> Result<LinkView, DeskError> {
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        self.note(Event::by(Action::LinkViewed, by).of(chart).at(link.reference()))?;
        Ok(link.into())
    }

    /// Keeps which patient of the server a chart belongs to, as a person confirmed it.
    pub(crate) fn set_link(&self, by: &Account, chart: Id, linking: Linking) -> Result<LinkView, DeskError> {
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let (ours, profiles) = self.person(&shared)?;
        match linking.patient {
            Some(patient) => self.confirm(by, (&shared, &settings), &ours, (&patient, linking.anyway)),
            None => self.make_patient(by, (&shared, &settings), (&ours, &profiles), linking.anyway),
        }
    }

    fn confirm(
        &self,
        by: &Account,
        (shared, settings): (&SharedChart, &Settings),
        ours: &Person,
        (patient, anyway): (&str, bool),
    ) -> Result<LinkView, DeskError> {
        if !is_id(patient) {
            return Err(BridgeError::NoPatient.into());
        }
        let found = self.at_server(settings, |server| bridge::candidate(server, ours, patient))?;
        let found = found.ok_or(BridgeError::NoPatient)?;
        if !found.may_be_the_same() {
            return Err(BridgeError::NotAlike.into());
        }
        if !anyway && self.taken(settings, shared)?.iter().any(|it| it == patient) {
            return Err(BridgeError::Taken.into());
        }
        let who = (by.into(), self.now());
        let link = Link::new(&settings.base, &shared.patient, who, ours, &found);
        self.keep_link(Event::by(Action::PatientLinked, by).of(shared.id), link)
    }

    fn make_patient(
        &self,
        by: &Account,
        (shared, settings): (&SharedChart, &Settings),
        (ours, profiles): (&Person, &[Vec<u8>]),
        anyway: bool,
    ) -> Result<LinkView, DeskError> {
        if !settings.offer.creates("Patient") {
            return Err(BridgeError::NotOffered.into());
        }
        let new = bridge::new_patient(profiles, &shared.patient).ok_or(BridgeError::NoProfile)?;
        let name = bridge::name_of(&shared.patient);
        let alike = self.at_server(settings, |server| bridge::candidates(server, ours, &[]))?;
        // One whom an earlier attempt made, that broke off, is the same.
        let mut others = alike.iter().filter(|it| !it.is_named(&name));
        if !anyway && others.any(Candidate::may_be_the_same) {
            return Err(BridgeError::Exists.into());
        }
        let id = self.at_server(settings, |server| Ok(create_patient(server, &new, &name)))??;
        let link = Link::made(
            &settings.base,
            &shared.patient,
            (by.into(), self.now()),
            ours,
            &id,
        );
        self.keep_link(Event::by(Action::PatientMade, by).of(shared.id), link)
    }

    pub(super) fn keep_link(&self, event: Event, link: Link) -> Result<LinkView, DeskError> {
        let _turn = self.bridge.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.store.run(|it| {
            bridge::stop(it, &self.keys, (&link.key, Some(&link.reference())), self.now())?;
            reconcile::forget(it, &self.keys, &link.key)?;
            link.keep(it, &self.keys)?;
            let compared = link.compared.clone();
            self.write_down(it, Event { compared, ..event }.at(link.reference()))
        })?;
        Ok(link.into())
    }

    /// Takes back which patient of the server a chart belongs to. What was written there stays; what waits is not sent any more.
    pub(crate) fn unlink(&self, by: &Account, chart: Id) -> Result<(), DeskError> {
        let (shared, settings) = (self.chart(by, chart)?, self.settings()?);
        let link = self.linked(&settings, &shared)?;
        self.forget_link(Event::by(Action::PatientUnlinked, by).of(chart), &link)
    }

    pub(super) fn forget_link(&self, event: Event, link: &Link) -> Result<(), DeskError> {
        let _turn = self.bridge.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.store.run(|it| {
            bridge::stop(it, &self.keys, (&link.key, None), self.now())?;
            reconcile::forget(it, &self.keys, &link.key)?;
            Link::forget(it, &self.keys, &link.key)?;
            self.write_down(it, event.at(link.reference()))
        })?;
        Ok(())
    }

    pub(super) fn settings(&self) -> Result<Settings, DeskError> {
        let settings = self.store.run(|it| Settings::of(it, &self.keys))?;
        Ok(settings.ok_or(BridgeError::NotSet)?)
    }

    fn app_keys(&self) -> Result<ClientKeys, DeskError> {
        let identity = self.identity.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(identity.app_keys().map_err(record)?)
    }

    pub(super) fn at_server<T>(
        &self,
        settings: &Settings,
        work: impl Fn(&FhirServer<'_>) -> Result<T, SmartError>,
    ) -> Result<T, DeskError> {
        let keys = self.app_keys()?;
        Ok(self.bridge.ask(&settings.entering(&keys, self.now()), work)?)
    }

    /// Who the chart says that its person is, and the descriptions of which that is made.
    fn person(&self, shared: &SharedChart) -> Result<(Person, Vec<Vec<u8>>), DeskError> {
        let profiles = self.read(shared, |content| content.profiles())?;
        let person = bridge::person_of(&profiles).ok_or(BridgeError::NoProfile)?;
        Ok((person, profiles))
    }

    pub(super) fn linked(&self, settings: &Settings, shared: &SharedChart) -> Result<Link, DeskError> {
        let of = (settings.base.as_str(), shared.patient.as_str());
        let link = self.store.run(|it| Link::of(it, &self.keys, of))?;
        Ok(link.ok_or(BridgeError::NotLinked)?)
    }

    fn taken(&self, settings: &Settings, shared: &SharedChart) -> Result<Vec<String>, StoreError> {
        let of = (settings.base.as_str(), shared.patient.as_str());
        self.store.run(|it| Link::taken(it, &self.keys, of))
    }
}

/// Why the clinic's own record, or a shared one, failed.
fn record(error: pocketchart::StoreError) -> StoreError {
    StoreError::Record(pocketchart::OpenError::from(error).id())
}

/// Makes a patient, once, and reads it back; the id there.
fn create_patient(
    server: &FhirServer<'_>,
    new: &Prepared,
    name: &pocketchart::Identifier,
) -> Result<String, DeskError> {
    let unless = bridge::by_identifier(name).ok_or(BridgeError::NoProfile)?;
    let answer = server.write(&Write {
        method: WriteMethod::Post,
        to: "Patient",
        body: &new.bytes,
        unless: Some(&unless),
        over: None,
    })?;
    if !matches!(answer.status, 200 | 201) {
        return Err(BridgeError::Refused(answer.status).into());
    }
    let (id, kept) = bridge::named_patient(server, name)?.ok_or(BridgeError::Differs)?;
    let found = differences(&new.bytes, &kept).ok_or(BridgeError::Differs)?;
    match found.iter().all(|it| it.how == How::Rewritten) {
        true => Ok(id),
        false => Err(BridgeError::Differs.into()),
    }
}
