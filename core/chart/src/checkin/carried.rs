//! A check-in that the record itself carries: the clinic's request and the answer are entries in the section of check-ins, signed
//! as all entries are, and go to and fro as all entries do: in a meeting, or by letters at a relay.
//!
//! Neither is part of what the record says of the person, so no list shows them.

use crate::author::Author;
use crate::chart::Chart;
use crate::edit::EditError;
use crate::read::ReadError;
use pocketchart_record::{AuthorId, EntryId, Millis, NewEntry, Row, Section, StoreError, sabotage};
use pocketchart_share::checkin::{CheckinRequest, CheckinResponse, CheckinResponseError, MAX_REQUEST};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The kind of an entry that asks.
const REQUEST: &str = "pocketchart/checkin-request";
/// The kind of an entry that answers.
const ANSWER: &str = "pocketchart/checkin-answer";

/// What who asks says with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckinToSend<'a> {
    /// The request: JSON that [`CheckinRequest::read`] reads. It goes letter by letter.
    pub request: &'a str,
    /// Until when an answer is taken, in seconds since 1970.
    pub until: u64,
    /// The address of a video call.
    pub call: Option<&'a str>,
}

/// A request that the record brought.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckinCame {
    /// The entry.
    pub id: EntryId,
    /// Who asks: the entry is signed by their device.
    pub by: Author,
    /// When they wrote it, by their clock.
    pub made: Millis,
    /// Until when they take an answer, in seconds since 1970.
    pub until: u64,
    /// The address of a video call.
    pub call: Option<String>,
    /// What is asked.
    pub request: CheckinRequest,
    /// When it was answered in this record.
    pub answered: Option<Millis>,
}

/// An answer that the record brought, of the person or of somebody who acts for them.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckinBack {
    /// The entry.
    pub id: EntryId,
    /// Who signed it.
    pub by: Author,
    /// The answer as it came; what was asked says whether it fits ([`CheckinResponse::read`]).
    pub json: String,
}

/// The answer was not sent. Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CheckinSendError {
    /// The record could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The answer could not be written.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// No request came under this name.
    #[error("no such request came")]
    NothingAsked,
    /// It was answered.
    #[error("it was answered")]
    Answered,
    /// Its time is over.
    #[error("its time is over")]
    Over,
    /// The answer is to something else.
    #[error(transparent)]
    Response(#[from] CheckinResponseError),
}

impl CheckinSendError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Read(error) => error.id(),
            Self::Edit(error) => error.id(),
            Self::NothingAsked => "checkin-came-none",
            Self::Answered => "checkin-link-answered",
            Self::Over => "checkin-link-over",
            Self::Response(error) => error.id(),
        }
    }
}

impl From<StoreError> for CheckinSendError {
    fn from(error: StoreError) -> Self {
        Self::Read(error.into())
    }
}

/// The body of an entry that asks.
#[derive(Serialize, Deserialize)]
struct Carried<'a> {
    version: u64,
    until: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    call: Option<String>,
    #[serde(borrow)]
    request: &'a RawValue,
}

impl Chart {
    /// Asks the person whose record was opened to this device. Asked again in the same words, it is asked once.
    ///
    /// # Errors
    /// [`EditError::NoKey`] where the section of check-ins was not opened for writing.
    ///
    /// ```no_run
    /// # fn example(shared: &mut pocketchart::Chart, request: &str) -> Result<(), pocketchart::EditError> {
    /// let asked = pocketchart::CheckinToSend { request, until: 1_900_000_000, call: None };
    /// let entry = shared.ask_checkin(&asked)?;
    /// assert_eq!(shared.ask_checkin(&asked)?, entry);
    /// # Ok(())
    /// # }
    /// ```
    pub fn ask_checkin(&mut self, asked: &CheckinToSend<'_>) -> Result<EntryId, EditError> {
        let unfit = |_| EditError::Store(StoreError::Altered("request"));
        let carried = Carried {
            version: 1,
            until: asked.until,
            call: asked.call.map(str::to_owned),
            request: serde_json::from_str(asked.request).map_err(unfit)?,
        };
        let body = serde_json::to_vec(&carried).map_err(unfit)?;
        let me = self.record.author();
        for row in self.carried(REQUEST)? {
            if row.author == me && self.record.body(&row)?.as_ref() == Some(&body) {
                return Ok(row.id);
            }
        }
        self.write(NewEntry::new(Section::CheckIns, REQUEST, body))
    }

    /// What others ask in this record, the newest first. What cannot be read is left out.
    ///
    /// # Errors
    /// [`ReadError`].
    ///
    /// ```no_run
    /// # fn example(chart: &pocketchart::Chart) -> Result<(), pocketchart::ReadError> {
    /// for asked in chart.checkins_that_came()? {
    ///     println!("{:?} asks for {} things", asked.by.name, asked.request.items.len());
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn checkins_that_came(&self) -> Result<Vec<CheckinCame>, ReadError> {
        let me = self.record.author();
        let answers = self.answered()?;
        let mut all = Vec::new();
        for row in self.carried(REQUEST)? {
            if row.author == me || self.speaks_for_patient(row.author) {
                continue;
            }
            let Some(body) = self.record.body(&row)? else {
                continue;
            };
            // Twice what a request may be: what stands around it is short.
            let carried = serde_json::from_slice::<Carried<'_>>(&body).ok();
            let carried = carried.filter(|it| it.version == 1 && body.len() <= 2 * MAX_REQUEST);
            let Some(carried) = carried else { continue };
            let Ok(request) = CheckinRequest::read(carried.request.get()) else {
                continue;
            };
            let answered = answers.iter().find(|(_, asked)| *asked == request.id);
            all.push(CheckinCame {
                id: row.id,
                by: self.author(row.author),
                made: row.entry.recorded,
                until: carried.until,
                call: carried.call.filter(|it| it.starts_with("https://")),
                answered: answered.map(|(at, _)| *at),
                request,
            });
        }
        all.sort_by_key(|it| std::cmp::Reverse((it.made, it.id)));
        Ok(all)
    }

    /// Sends an answer to who asked: it is written into the record, and goes to them when this device next meets theirs, or
    /// exchanges letters ([`Chart::sync_by_relay`]). What was asked is answered once.
    ///
    /// # Errors
    /// [`CheckinSendError`].
    ///
    /// ```no_run
    /// # fn example(chart: &mut pocketchart::Chart) -> Result<(), Box<dyn std::error::Error>> {
    /// let asked = chart.checkins_that_came()?.remove(0);
    /// let draft = chart.checkin(asked.request)?;
    /// let response = chart.answer_checkin(&draft)?;
    /// chart.send_checkin_back(asked.id, &response)?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_checkin_back(
        &mut self,
        to: EntryId,
        response: &CheckinResponse,
    ) -> Result<EntryId, CheckinSendError> {
        let asked = self.checkin_to_answer(to)?;
        let json = response.write();
        CheckinResponse::read(&json, &asked.request)?;
        let entry = NewEntry::new(Section::CheckIns, ANSWER, json.into_bytes());
        Ok(self.write(entry)?)
    }

    /// A request that came, as long as it can be answered: by this device's clock.
    ///
    /// # Errors
    /// [`CheckinSendError`].
    ///
    /// ```no_run
    /// # fn example(chart: &pocketchart::Chart, id: pocketchart::EntryId) -> Result<(), pocketchart::CheckinSendError> {
    /// let asked = chart.checkin_to_answer(id)?;
    /// assert!(asked.answered.is_none());
    /// # Ok(())
    /// # }
    /// ```
    pub fn checkin_to_answer(&self, id: EntryId) -> Result<CheckinCame, CheckinSendError> {
        let came = self.checkins_that_came()?.into_iter();
        let asked = came.into_iter().find(|it| it.id == id);
        let asked = asked.ok_or(CheckinSendError::NothingAsked)?;
        if asked.answered.is_some() {
            return Err(CheckinSendError::Answered);
        }
        if self.now() / 1000 >= asked.until {
            return Err(CheckinSendError::Over);
        }
        Ok(asked)
    }

    /// Answers that are here, in no order: those that the person signed, or somebody of whom this device knows that they act for
    /// the person. What anybody else wrote as an answer is none.
    ///
    /// # Errors
    /// [`ReadError`].
    ///
    /// ```no_run
    /// # fn example(shared: &pocketchart::Chart) -> Result<(), pocketchart::ReadError> {
    /// assert!(shared.checkins_back()?.iter().all(|it| it.by.name.is_some() || it.by.is_patient));
    /// # Ok(())
    /// # }
    /// ```
    pub fn checkins_back(&self) -> Result<Vec<CheckinBack>, ReadError> {
        let mut all = Vec::new();
        for (row, body) in self.answers()? {
            if let Ok(json) = String::from_utf8(body) {
                all.push(CheckinBack {
                    id: row.id,
                    by: self.author(row.author),
                    json,
                });
            }
        }
        Ok(all)
    }

    /// When what was answered in this record, and by which request's name.
    fn answered(&self) -> Result<Vec<(Millis, String)>, ReadError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Named {
            request_id: String,
        }
        let mut all = Vec::new();
        for (row, body) in self.answers()? {
            if let Ok(named) = serde_json::from_slice::<Named>(&body) {
                all.push((row.entry.recorded, named.request_id));
            }
        }
        Ok(all)
    }

    /// What the person wrote as an answer, or somebody who acts for them.
    fn answers(&self) -> Result<Vec<(Row, Vec<u8>)>, StoreError> {
        let mut all = Vec::new();
        for row in self.carried(ANSWER)? {
            if !self.speaks_for_patient(row.author) && !sabotage::off("checkin-answer-author") {
                continue;
            }
            if let Some(body) = self.record.body(&row)? {
                all.push((row, body));
            }
        }
        Ok(all)
    }

    /// The person, or somebody who acts for them.
    fn speaks_for_patient(&self, author: AuthorId) -> bool {
        let (statements, now) = (self.record.statements(), self.now());
        let mut acting = statements.proxies().filter(|(_, it)| it.author == author);
        author == self.record.patient() || acting.any(|(_, it)| statements.holds(it, now))
    }

    fn carried(&self, kind: &str) -> Result<Vec<Row>, StoreError> {
        let mut rows = Vec::new();
        self.record.each_row(Section::CheckIns, |row| {
            if row.entry.kind == kind && !row.standing.proposed {
                rows.push(row);
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(rows)
    }
}
