//! A search, page by page: what an answer holds for the patient, and where it goes on after it. Whoever takes the pages in does so here.

use super::Trouble;
use super::page::of_patient;
use pocketchart_fhir::smart::{Capability, Scopes, Step, page};
use pocketchart_fhir::split::Part;
use pocketchart_share::smart::{Server, SmartError};
use pocketchart_share::web::WebError;
use std::collections::HashSet;

/// Resources a page, where the server follows.
const COUNT: usize = 200;
/// The same, where so many make a page too long.
const FEW: usize = 10;
/// A search has at most so many pages.
const MAX_PAGES: usize = 20_000;
/// So many pages without anything, one after the other, are the end.
const MAX_EMPTY: usize = 20;

/// What a page, or the failure of one, leads to.
pub(super) enum Turn {
    /// The next page.
    Page(String),
    /// The search is done.
    Done,
    /// The search is given up.
    Troubled(Trouble),
    /// These searches stand in for it.
    Instead(Vec<Step>),
}

/// What an answer holds.
pub(super) struct ReadPage {
    /// What is about the patient, or about nobody.
    pub(super) own: Vec<Part>,
    /// How many are about somebody else.
    pub(super) others: u64,
    pub(super) turn: Turn,
}

/// Where a search goes on.
pub(super) enum Next {
    /// With another page of it.
    Page,
    /// With its first page, asked for in another way.
    Anew,
    /// Nowhere: it came to its end, or to this.
    End(Option<Trouble>),
    /// With these instead.
    Instead(Vec<Step>),
}

/// One patient of a server, with what is known of what may be asked.
pub(super) struct Asked<'a> {
    /// What the server is asked under, without a slash at the end.
    pub(super) base: &'a str,
    pub(super) patient: &'a str,
    pub(super) capability: &'a Capability,
    /// None where they are not known.
    pub(super) scopes: Option<&'a Scopes>,
}

impl Asked<'_> {
    /// What the answer to a page says.
    ///
    /// # Errors
    /// What stops more than this search.
    pub(super) fn read(
        &self,
        server: &Server<'_>,
        step: &Step,
        answer: Result<Vec<u8>, SmartError>,
    ) -> Result<ReadPage, SmartError> {
        let nothing = |turn| ReadPage {
            own: Vec::new(),
            others: 0,
            turn,
        };
        let body = match answer {
            Ok(body) => body,
            Err(SmartError::Status(status)) => return Ok(nothing(self.refused(step, status))),
            Err(SmartError::Web(WebError::TooLong)) => return Ok(nothing(Turn::Troubled(Trouble::TooLong))),
            Err(SmartError::Address | SmartError::Web(WebError::Address)) => {
                return Ok(nothing(Turn::Troubled(Trouble::Outside)));
            }
            Err(error) => return Err(error),
        };
        let Ok(found) = page(&body) else {
            return Ok(nothing(Turn::Troubled(Trouble::NotFhir)));
        };
        drop(body);
        let (own, others) = of_patient(self.base, self.patient, found.parts);
        let turn = match found.next.map(|next| server.link(&next)) {
            None => Turn::Done,
            Some(None) => Turn::Troubled(Trouble::Outside),
            Some(Some(next)) => Turn::Page(next),
        };
        Ok(ReadPage { own, others, turn })
    }

    fn refused(&self, step: &Step, status: u16) -> Turn {
        let whole = step.kind().is_none();
        let other_way = match status {
            400 | 422 => true,
            403 | 404 | 405 | 501 => whole,
            _ => false,
        };
        let instead = match other_way {
            true => step.instead(self.capability, self.scopes),
            false => Vec::new(),
        };
        match instead.is_empty() {
            true => Turn::Troubled(Trouble::Status(status)),
            false => Turn::Instead(instead),
        }
    }
}

/// How far a search has come.
pub(super) struct Paging<'a> {
    step: &'a Step,
    base: &'a str,
    patient: &'a str,
    /// Only what changed since then.
    since: Option<String>,
    count: usize,
    url: String,
    /// It goes on with a page that an earlier run was told of.
    pub(super) resuming: bool,
    seen: HashSet<String>,
    empty: usize,
    other_people: bool,
}

impl<'a> Paging<'a> {
    /// A search for what changed since a moment (a FHIR instant) or for all, from its beginning or from the page where an earlier run was.
    pub(super) fn new(
        step: &'a Step,
        of: (&'a str, &'a str),
        since: Option<String>,
        from: Option<String>,
    ) -> Self {
        let mut paging = Self {
            step,
            base: of.0,
            patient: of.1,
            since,
            count: COUNT,
            url: String::new(),
            resuming: from.is_some(),
            seen: HashSet::new(),
            empty: 0,
            other_people: false,
        };
        paging.url = from.unwrap_or_else(|| paging.first());
        paging
    }

    fn first(&self) -> String {
        let since = self.since.as_deref();
        self.step.address(self.base, self.patient, since, self.count)
    }

    /// The page to ask for; none if they go round in circles, or never end.
    pub(super) fn address(&mut self) -> Option<String> {
        let is_new = self.seen.insert(self.url.clone());
        (is_new && self.seen.len() <= MAX_PAGES && self.empty <= MAX_EMPTY).then(|| self.url.clone())
    }

    /// Where the next page is.
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Where it goes on after an answer with so many resources of the patient, and so many of others.
    pub(super) fn after(&mut self, turn: Turn, (own, others): (usize, u64)) -> Next {
        match turn {
            Turn::Page(next) => {
                self.other_people |= others > 0;
                self.empty = if own == 0 { self.empty + 1 } else { 0 };
                self.resuming = false;
                self.url = next;
                Next::Page
            }
            Turn::Done => {
                self.other_people |= others > 0;
                Next::End(self.other_people.then_some(Trouble::OtherPeople))
            }
            // The address of a page lives for a while only.
            Turn::Troubled(Trouble::Status(_)) | Turn::Instead(_) if self.resuming => {
                self.resuming = false;
                self.seen.clear();
                self.anew()
            }
            // A server that does not search by time is asked for all.
            Turn::Troubled(Trouble::Status(400 | 422)) | Turn::Instead(_) if self.since.is_some() => {
                self.since = None;
                self.anew()
            }
            Turn::Troubled(Trouble::TooLong) if self.count > FEW => {
                self.count = FEW;
                self.seen.clear();
                self.anew()
            }
            Turn::Instead(steps) => Next::Instead(steps),
            Turn::Troubled(trouble) => Next::End(Some(trouble)),
        }
    }

    fn anew(&mut self) -> Next {
        self.url = self.first();
        Next::Anew
    }
}
