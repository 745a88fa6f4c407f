//! Connecting a server: signing in, or with a token that was given by hand, or with none.

use super::error::ConnectError;
use super::kept::KeptSource;
use super::page::{of_patient, people_in};
use super::{SourceId, wait};
use crate::chart::Chart;
use pocketchart_fhir::smart::{Scopes, page};
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_share::smart::{Authorization, Client, Discovery, Server, SmartError, is_id};
use pocketchart_share::web::Web;
use std::fmt;
use zeroize::Zeroizing;

/// The longest name of a connection, in characters.
const MAX_NAME: usize = 100;

/// A server to connect.
#[derive(Clone, Debug, Default)]
pub struct NewSource {
    /// What the person calls it.
    pub name: String,
    /// The base of its FHIR server.
    pub base: String,
    /// The id of the patient there, where the server would not say.
    pub patient: Option<String>,
    /// The person said that the patient there is them, whatever name the server gives.
    pub same_person: bool,
}

/// A sign-in that was begun: [`SourceRequest::url`] is opened in the person's browser, and where that is sent afterwards
/// finishes it ([`Chart::finish_source`]).
pub struct SourceRequest {
    new: NewSource,
    authorization: Authorization,
}

impl fmt::Debug for SourceRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SourceRequest")
    }
}

impl SourceRequest {
    /// The address to open.
    pub fn url(&self) -> String {
        self.authorization.url()
    }
}

impl Chart {
    /// Begins to connect a server: asks it where its patients sign in. Nothing is kept yet. `redirect` is where the browser is
    /// to be sent: an address of this machine, or a scheme of the app; without scopes those are asked for that the server knows. A client that
    /// proves itself with [`Chart::app_keys`] does so with the first of them that the server takes.
    ///
    /// # Errors
    /// [`ConnectError`].
    pub fn begin_source(
        &self,
        web: &Web,
        new: NewSource,
        client: Client,
        scopes: &[String],
        redirect: &str,
    ) -> Result<SourceRequest, ConnectError> {
        let new = self.checked(web, new)?;
        let server = Server::new(web, &new.base)?;
        let discovery = match server.discovery(&mut wait)? {
            Some(discovery) => discovery,
            None => {
                let oauth = server.capability(&mut wait)?.oauth;
                Discovery::of(&oauth.ok_or(SmartError::NoSignIn)?)
            }
        };
        let scopes = match scopes {
            [] => discovery.scopes(),
            scopes => Scopes::of(&scopes.join(" ")),
        };
        let context = self.home.context();
        let secrets = [context.secret(), context.secret(), context.secret()];
        let authorization = Authorization::begin((&new.base, discovery), client, scopes, redirect, secrets)?;
        Ok(SourceRequest { new, authorization })
    }

    /// Finishes a sign-in with the address that the browser was sent to, and keeps the connection. Nothing is pulled yet.
    ///
    /// # Errors
    /// [`ConnectError`].
    pub fn finish_source(
        &mut self,
        web: &Web,
        request: SourceRequest,
        redirected: &str,
    ) -> Result<SourceId, ConnectError> {
        let SourceRequest { new, authorization } = request;
        let redirected = authorization.redirected(redirected)?;
        let answer = authorization.exchange(web, self.home.context(), &redirected)?;
        // A server that does not say what it granted has granted what was asked for (RFC 6749, section 5.1).
        let granted = answer
            .scopes
            .clone()
            .unwrap_or_else(|| authorization.scopes.clone());
        let named = authorization.patient(&answer);
        let asked = authorization.scopes.to_string();
        let mut kept = KeptSource {
            client: Some(authorization.client),
            ..self.draw_source(&new)
        };
        kept.asked = asked;
        kept.take(answer, self.now());
        kept.granted = granted.to_string();
        let done = match granted.reads_something() {
            true => self.keep_source(web, &mut kept, &new, named),
            false => Err(ConnectError::NothingGranted),
        };
        if done.is_err() {
            // A token that nobody will use is given back.
            kept.revoke(web, self.home.context());
        }
        done.map(|()| kept.id)
    }

    /// Connects a server with a token that it gave by hand, or, where it asks for none, without one. Nothing is pulled yet.
    ///
    /// # Errors
    /// [`ConnectError`]; [`ConnectError::NotOpen`] without a token where one is asked for.
    pub fn connect_source(
        &mut self,
        web: &Web,
        new: NewSource,
        token: Option<Zeroizing<String>>,
    ) -> Result<SourceId, ConnectError> {
        let new = self.checked(web, new)?;
        if token.is_none() {
            let server = Server::new(web, &new.base)?;
            if server.discovery(&mut wait)?.is_some() || server.capability(&mut wait)?.secured {
                return Err(ConnectError::NotOpen);
            }
        }
        let mut kept = KeptSource {
            access: token,
            ..self.draw_source(&new)
        };
        self.keep_source(web, &mut kept, &new, None)?;
        Ok(kept.id)
    }

    fn checked(&self, web: &Web, mut new: NewSource) -> Result<NewSource, ConnectError> {
        new.name = new.name.trim().to_owned();
        if !(1..=MAX_NAME).contains(&new.name.chars().count()) || new.name.contains(char::is_control) {
            return Err(ConnectError::Name);
        }
        if KeptSource::all(self)?.iter().any(|kept| kept.name == new.name) {
            return Err(ConnectError::NameTaken);
        }
        if new.patient.as_deref().is_some_and(|id| !is_id(id)) {
            return Err(ConnectError::PatientId);
        }
        new.base = Server::new(web, &new.base)?.base().to_owned();
        Ok(new)
    }

    fn draw_source(&self, new: &NewSource) -> KeptSource {
        KeptSource {
            id: SourceId(self.home.context().random()),
            name: new.name.clone(),
            base: new.base.clone(),
            patient: String::new(),
            added: self.now(),
            asked: String::new(),
            granted: String::new(),
            access: None,
            expires: 0,
            refresh: None,
            client: None,
        }
    }

    /// Finds the patient, asks whether it is the person whose record this is, and keeps the connection.
    fn keep_source(
        &mut self,
        web: &Web,
        kept: &mut KeptSource,
        new: &NewSource,
        named: Option<String>,
    ) -> Result<(), ConnectError> {
        kept.patient = self.patient_there(web, kept, new, named)?;
        Ok(self.record.shelve(vec![kept.row()])?)
    }

    fn patient_there(
        &self,
        web: &Web,
        kept: &KeptSource,
        new: &NewSource,
        named: Option<String>,
    ) -> Result<String, ConnectError> {
        let server = Server::new(web, &kept.base)?.with_token(kept.access.clone());
        let patient = match new.patient.clone().or(named) {
            Some(patient) => patient,
            None => only_patient(&server)?,
        };
        let answer = server.get(&format!("{}/Patient/{patient}", kept.base), &mut wait)?;
        let parts = split_bytes(&answer.body).map_err(|_| ConnectError::WhichPatient)?;
        let (own, _) = of_patient(&kept.base, &patient, parts);
        let people = people_in(&own);
        if people.is_empty() {
            return Err(ConnectError::WhichPatient);
        }
        self.check_people(&people, new.same_person)?;
        Ok(patient)
    }
}

/// The one patient that the token, or a server for one person, shows.
fn only_patient(server: &Server<'_>) -> Result<String, ConnectError> {
    let answer = server.get(&format!("{}/Patient?_count=2", server.base()), &mut wait);
    let found = page(&answer?.body).map_err(|_| ConnectError::WhichPatient)?;
    let patients: Vec<&str> = found
        .parts
        .iter()
        .filter_map(|part| match part {
            Part::Resource(it) if it.head.resource_type == "Patient" => it.head.id.as_deref(),
            _ => None,
        })
        .collect();
    match patients.as_slice() {
        [only] if found.next.is_none() && is_id(only) => Ok((*only).to_owned()),
        _ => Err(ConnectError::WhichPatient),
    }
}
