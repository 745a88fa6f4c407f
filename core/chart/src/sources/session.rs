//! One visit to a server, with a token that is fetched anew when it ends.

use super::kept::KeptSource;
use super::wait;
use crate::chart::Chart;
use pocketchart_record::{Millis, StoreError};
use pocketchart_share::smart::{Server, ServerAnswer, SmartError};
use pocketchart_share::web::Web;

/// A token that ends so soon is not used any more, in milliseconds.
const ALMOST_OVER: Millis = 60_000;

/// Why a document was not fetched.
#[derive(Debug)]
pub(super) enum VisitError {
    Store(StoreError),
    Smart(SmartError),
}

impl From<StoreError> for VisitError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<SmartError> for VisitError {
    fn from(error: SmartError) -> Self {
        Self::Smart(error)
    }
}

/// A connection in use.
pub(super) struct Session<'w> {
    web: &'w Web,
    pub(super) kept: KeptSource,
    server: Server<'w>,
    /// A token that was refused is replaced once.
    renewed: bool,
}

impl<'w> Session<'w> {
    pub(super) fn new(web: &'w Web, kept: KeptSource) -> Result<Self, SmartError> {
        let server = Server::new(web, &kept.base)?.with_token(kept.access.clone());
        Ok(Self {
            web,
            kept,
            server,
            renewed: false,
        })
    }

    pub(super) fn server(&self) -> &Server<'w> {
        &self.server
    }

    /// A document below the server's base.
    pub(super) fn get(&mut self, chart: &mut Chart, url: &str) -> Result<ServerAnswer, VisitError> {
        self.ask(chart, &|server| server.get(url, &mut wait))
    }

    /// A file below the server's base, in the form that `accept` names.
    pub(super) fn get_as(
        &mut self,
        chart: &mut Chart,
        url: &str,
        accept: &str,
    ) -> Result<ServerAnswer, VisitError> {
        self.ask(chart, &|server| server.get_as(url, accept, &mut wait))
    }

    fn ask(
        &mut self,
        chart: &mut Chart,
        ask: &dyn Fn(&Server<'_>) -> Result<ServerAnswer, SmartError>,
    ) -> Result<ServerAnswer, VisitError> {
        let soon = chart.now().saturating_add(ALMOST_OVER);
        if self.kept.expires > 0 && self.kept.expires <= soon && self.kept.refresh.is_some() {
            self.renew(chart)?;
        }
        match ask(&self.server) {
            Err(SmartError::SignedOut) if self.kept.refresh.is_some() && !self.renewed => {
                self.renew(chart)?;
                self.renewed = true;
                Ok(ask(&self.server)?)
            }
            Ok(answer) => {
                self.renewed = false;
                Ok(answer)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Fetches the next tokens. They are on the disk before the first of them is used: the server forgets the old ones.
    fn renew(&mut self, chart: &mut Chart) -> Result<(), VisitError> {
        let (Some(with), Some(refresh)) = (&self.kept.client, &self.kept.refresh) else {
            return Err(SmartError::SignedOut.into());
        };
        let mut tries = 3;
        let answer = loop {
            tries -= 1;
            match with.refresh(self.web, chart.home.context(), refresh) {
                Err(SmartError::Busy(seconds)) if tries > 0 => wait(seconds.unwrap_or(2).min(60)),
                answer => break answer?,
            };
        };
        self.kept.take(answer, chart.now());
        chart.record.shelve(vec![self.kept.row()])?;
        self.server = Server::new(self.web, &self.kept.base)?.with_token(self.kept.access.clone());
        Ok(())
    }
}
