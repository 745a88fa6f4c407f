//! What the record has of what is asked.

use super::draft::CheckinDraft;
use super::prefill::Prefilled;
use crate::chart::Chart;
use crate::item::ItemView;
use crate::read::ReadError;
use pocketchart_fhir::form::{Answers, Form};
use pocketchart_record::Section;
use pocketchart_share::checkin::{Asked, CheckinItem, CheckinRequest, FHIR_JSON, FormAsked, Selection};
use serde::Deserialize;

/// One item of a request, with what could be sent for it.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckinOffer {
    /// What is asked.
    pub item: CheckinItem,
    /// What there is.
    pub offered: Offered,
}

/// What could be sent for an item.
#[derive(Clone, PartialEq, Debug)]
pub enum Offered {
    /// These items of the record, which hold; each could be left out. May be empty.
    Records(Vec<ItemView>),
    /// A form, with what the record and the form itself answer already.
    Form {
        /// The form.
        form: Box<Form>,
        /// What is filled in already.
        answers: Answers,
        /// Where it was taken from.
        prefilled: Vec<Prefilled>,
    },
    /// Nothing can be done with it.
    Not(WhyNot),
}

/// Why an item cannot be answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhyNot {
    /// It asks for something that this program does not know.
    Unknown,
    /// It accepts no FHIR JSON of release 4.
    Form,
    /// The form is only named, and not here.
    FormNotHere,
    /// The form that came is not the one that is named.
    FormContradicts,
    /// The form cannot be shown as it was meant.
    FormUnreadable,
}

impl WhyNot {
    /// The id of the message that explains it.
    pub fn id(self) -> &'static str {
        match self {
            WhyNot::Unknown => "checkin-unknown",
            WhyNot::Form => "checkin-media",
            WhyNot::FormNotHere => "checkin-form-not-here",
            WhyNot::FormContradicts => "checkin-form-contradicts",
            WhyNot::FormUnreadable => "checkin-form-unreadable",
        }
    }
}

impl Chart {
    /// What the record has of each item of a request, for the person to decide. Nothing is written or sent.
    ///
    /// # Errors
    /// What the store says.
    pub fn checkin(&self, request: CheckinRequest) -> Result<CheckinDraft, ReadError> {
        let offers = self.checkin_offers(&request)?;
        Ok(CheckinDraft::new(request, offers))
    }

    pub(super) fn checkin_offers(&self, request: &CheckinRequest) -> Result<Vec<CheckinOffer>, ReadError> {
        let speaks =
            request.fhir_versions.is_empty() || request.fhir_versions.iter().any(|it| it.starts_with("4.0"));
        let offer = |item: &CheckinItem| {
            let is_accepted = speaks && item.accept.iter().any(|it| it == FHIR_JSON);
            let offered = match &item.content {
                _ if !is_accepted => Offered::Not(WhyNot::Form),
                Asked::Unknown(_) => Offered::Not(WhyNot::Unknown),
                Asked::Selection(selection) => Offered::Records(self.selected(selection)?),
                Asked::Form(asked) => self.form(asked)?,
            };
            Ok(CheckinOffer {
                item: item.clone(),
                offered,
            })
        };
        request.items.iter().map(offer).collect()
    }

    fn form(&self, asked: &FormAsked) -> Result<Offered, ReadError> {
        let Some(questionnaire) = &asked.questionnaire else {
            return Ok(Offered::Not(WhyNot::FormNotHere));
        };
        if asked.contradictory {
            return Ok(Offered::Not(WhyNot::FormContradicts));
        }
        let Ok(form) = Form::read(questionnaire.as_bytes()) else {
            return Ok(Offered::Not(WhyNot::FormUnreadable));
        };
        let (answers, prefilled) = self.prefilled(&form)?;
        Ok(Offered::Form {
            form: Box::new(form),
            answers,
            prefilled,
        })
    }

    /// What holds of what is selected.
    fn selected(&self, selection: &Selection) -> Result<Vec<ItemView>, ReadError> {
        let mut all = Vec::new();
        for section in super::offered() {
            for item in self.what_holds(section, false)? {
                if item.content_here && self.is_selected(selection, &item)? {
                    all.push(item);
                }
            }
        }
        Ok(all)
    }

    fn is_selected(&self, selection: &Selection, item: &ItemView) -> Result<bool, ReadError> {
        let kind = item.facts.resource_type.as_str();
        let types = &selection.resource_types;
        // What no list shows, such as who wrote something, goes only where its type is asked for.
        let is_of_type =
            types.iter().any(|it| it == kind) || types.is_empty() && item.section != Section::CheckIns;
        if item.media.is_some() || !is_of_type {
            return Ok(false);
        }
        if selection.profiles.is_empty() && selection.profiles_from.is_empty() {
            return Ok(true);
        }
        let row = self.record.row(&item.id)?;
        let body = row.map(|row| self.record.body(&row)).transpose()?.flatten();
        let said = body.map(|body| profiles(&body)).unwrap_or_default();
        Ok(said.iter().any(|said| is_of_profile(said, selection)) || names_type(selection, kind))
    }
}

/// FHIR's own definition of a type is a profile that all of its resources have.
fn names_type(selection: &Selection, kind: &str) -> bool {
    let own = format!("http://hl7.org/fhir/StructureDefinition/{kind}");
    selection.profiles.contains(&own)
}

fn is_of_profile(said: &str, selection: &Selection) -> bool {
    let bare = |it: &str| it.split('|').next().unwrap_or(it).to_owned();
    let exactly = |asked: &String| match asked.contains('|') {
        true => said == asked,
        false => bare(said) == *asked,
    };
    let family = |asked: &String| {
        let rest = said.strip_prefix(bare(asked).trim_end_matches('/'));
        rest.is_some_and(|it| it.starts_with('/'))
    };
    selection.profiles.iter().any(exactly) || selection.profiles_from.iter().any(family)
}

/// The profiles that a resource says it has.
fn profiles(body: &[u8]) -> Vec<String> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Meta {
        profile: Vec<String>,
    }
    #[derive(Deserialize)]
    struct Said {
        #[serde(default)]
        meta: Meta,
    }
    serde_json::from_slice::<Said>(body)
        .map(|it| it.meta.profile)
        .unwrap_or_default()
}
