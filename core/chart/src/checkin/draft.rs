//! What the person decides, until it is sent.

use super::answer::CheckinError;
use super::offer::{CheckinOffer, Offered};
use super::prefill::Prefilled;
use crate::item::ItemView;
use pocketchart_fhir::form::{Answers, Form, FormFault, Misfit};
use pocketchart_record::EntryId;
use pocketchart_share::checkin::CheckinRequest;
use std::collections::BTreeSet;

/// A request with what the person decides about it. To begin with nothing is given, and a form has the answers that are known.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinDraft {
    pub(super) request: CheckinRequest,
    items: Vec<CheckinDecision>,
}

/// An item of a request, and what the person decides about it.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinDecision {
    /// What is asked, and what there is.
    pub offer: CheckinOffer,
    /// Whether it is given.
    pub given: bool,
    /// Entries of those that are offered that are kept back.
    pub kept_back: BTreeSet<EntryId>,
    /// The form's answers as they stand.
    pub answers: Answers,
}

impl CheckinDecision {
    /// The entries that are given.
    pub fn chosen(&self) -> impl Iterator<Item = &ItemView> {
        self.entries()
            .iter()
            .filter(|it| !self.kept_back.contains(&it.id))
    }

    fn entries(&self) -> &[ItemView] {
        match &self.offer.offered {
            Offered::Records(all) => all,
            _ => &[],
        }
    }

    /// Where the answer to a question was taken from; none where the person answered it.
    pub fn source_of(&self, question: &str) -> Option<&Prefilled> {
        let Offered::Form {
            answers, prefilled, ..
        } = &self.offer.offered
        else {
            return None;
        };
        let is_untouched = answers.get(question) == self.answers.get(question);
        prefilled.iter().find(|it| is_untouched && it.link_id == question)
    }
}

impl CheckinDraft {
    pub(super) fn new(request: CheckinRequest, offers: Vec<CheckinOffer>) -> Self {
        let items = offers.into_iter().map(|offer| CheckinDecision {
            answers: match &offer.offered {
                Offered::Form { answers, .. } => answers.clone(),
                _ => Answers::new(),
            },
            offer,
            given: false,
            kept_back: BTreeSet::new(),
        });
        Self {
            items: items.collect(),
            request,
        }
    }

    /// What is asked.
    pub fn request(&self) -> &CheckinRequest {
        &self.request
    }

    /// Each item with what is decided, in the request's order.
    pub fn items(&self) -> &[CheckinDecision] {
        &self.items
    }

    /// Gives an item, or does not.
    ///
    /// # Errors
    /// [`CheckinError::NotAsked`]; [`CheckinError::Unanswerable`] where nothing can be done with it.
    pub fn give(&mut self, item: &str, given: bool) -> Result<(), CheckinError> {
        let decision = self.item(item)?;
        match &decision.offer.offered {
            Offered::Not(why) if given => Err(CheckinError::Unanswerable(*why)),
            _ => {
                decision.given = given;
                Ok(())
            }
        }
    }

    /// Keeps an entry back wherever it is offered, or does not.
    ///
    /// # Errors
    /// [`CheckinError::NotOffered`].
    pub fn keep_back(&mut self, entry: EntryId, kept: bool) -> Result<(), CheckinError> {
        let mut offered = false;
        for decision in &mut self.items {
            if !decision.entries().iter().any(|it| it.id == entry) {
                continue;
            }
            offered = true;
            match kept {
                true => drop(decision.kept_back.insert(entry)),
                false => drop(decision.kept_back.remove(&entry)),
            }
        }
        offered.then_some(()).ok_or(CheckinError::NotOffered(entry))
    }

    /// Answers a question in the words that a person types, in the place of what stands there; no words leave it open.
    ///
    /// # Errors
    /// [`CheckinError::NotAsked`]; [`CheckinError::Form`] where the words are no answer: then what stood there stays.
    pub fn answer(&mut self, item: &str, question: &str, words: &[&str]) -> Result<(), CheckinError> {
        let decision = self.item(item)?;
        let Offered::Form { form, .. } = &decision.offer.offered else {
            return Err(CheckinError::NotAsked(item.to_owned()));
        };
        decision.answers =
            answered(form, &decision.answers, question, words).map_err(|misfit| CheckinError::Form {
                item: item.to_owned(),
                faults: vec![FormFault {
                    link_id: question.to_owned(),
                    misfit,
                }],
            })?;
        Ok(())
    }

    fn item(&mut self, id: &str) -> Result<&mut CheckinDecision, CheckinError> {
        let mut items = self.items.iter_mut();
        let found = items.find(|it| it.offer.item.id == id);
        found.ok_or_else(|| CheckinError::NotAsked(id.to_owned()))
    }
}

fn answered(form: &Form, answers: &Answers, question: &str, words: &[&str]) -> Result<Answers, Misfit> {
    let item = form
        .item(question)
        .filter(|it| it.is_question() && !it.is_hidden());
    let item = item.ok_or(Misfit::NotAsked)?;
    let said = words.iter().filter(|it| !it.trim().is_empty());
    let typed = said.map(|it| item.typed(it)).collect::<Result<Vec<_>, _>>()?;
    let mut answers = answers.clone();
    answers.remove(question);
    if typed.is_empty() {
        return Ok(answers);
    }
    answers.insert(question.to_owned(), typed);
    let fault = form
        .faults(&answers)
        .into_iter()
        .find(|it| it.link_id == question);
    fault.map_or(Ok(answers), |it| Err(it.misfit))
}
