//! Forms (R4 Questionnaire): which questions are asked, and whether what is answered fits.
//!
//! Units, limits and hidden questions are those of Structured Data Capture 3.0. A group that may repeat is filled in once.

mod answered;
mod asked;
mod fault;
mod measured;
mod read;
mod typed;

pub use fault::{FormFault, Misfit};
pub use measured::Measured;
pub use read::FormError;

use crate::view::{Answer, Coding, Questionnaire, QuestionnaireItem};
use std::collections::BTreeMap;

const UNIT_OPTION: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
const UNIT: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-unit";

/// What is answered, by the `linkId` of the question. A question that may be answered several times has several.
pub type Answers = BTreeMap<String, Vec<Answer>>;

/// A form that can be shown.
///
/// ```
/// use pocketchart_fhir::form::{Answers, Form};
/// use pocketchart_fhir::view::Answer;
///
/// let form = Form::read(br#"{"resourceType":"Questionnaire","status":"active","item":[
///     {"linkId":"smoke","text":"Do you smoke?","type":"boolean","required":true},
///     {"linkId":"daily","text":"How many a day?","type":"integer","enableWhen":
///         [{"question":"smoke","operator":"=","answerBoolean":true}]}]}"#)?;
/// let mut answers = Answers::new();
/// assert_eq!(form.asked(&answers).len(), 1);
/// answers.insert("smoke".into(), vec![Answer { value_boolean: Some(true), ..Answer::default() }]);
/// assert_eq!(form.asked(&answers).len(), 2);
/// assert!(form.faults(&answers).is_empty());
/// # Ok::<(), pocketchart_fhir::form::FormError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    view: Questionnaire,
}

impl Form {
    /// The questionnaire as it was read.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.view
    }

    /// How a response names the form: `url|version`.
    pub fn canonical(&self) -> Option<String> {
        let url = self.view.url.as_deref()?;
        Some(match self.view.version.as_deref() {
            Some(version) => format!("{url}|{version}"),
            None => url.to_owned(),
        })
    }

    /// The question or group of this `linkId`.
    pub fn item(&self, link_id: &str) -> Option<&QuestionnaireItem> {
        self.items().find(|it| it.link_id.as_deref() == Some(link_id))
    }

    /// Every question, group and text, in the form's order.
    pub fn items(&self) -> impl Iterator<Item = &QuestionnaireItem> {
        let mut all = Vec::new();
        collect(&self.view.item, &mut all);
        all.into_iter()
    }
}

fn collect<'a>(items: &'a [QuestionnaireItem], to: &mut Vec<&'a QuestionnaireItem>) {
    for item in items {
        to.push(item);
        collect(&item.item, to);
    }
}

/// What can be asked of a form's item.
impl QuestionnaireItem {
    /// Whether it is answered by somebody: neither a group nor words to read.
    pub fn is_question(&self) -> bool {
        !matches!(self.kind.as_deref(), Some("group" | "display"))
    }

    /// Whether the form keeps it from sight.
    pub fn is_hidden(&self) -> bool {
        let mut said = self.extension_at("http://hl7.org/fhir/StructureDefinition/questionnaire-hidden");
        said.next().is_some_and(|it| it.value_boolean == Some(true))
    }

    /// The units in which it may be answered; none: in any.
    pub fn units(&self) -> impl Iterator<Item = &Coding> {
        let all = self.extension_at(UNIT_OPTION).chain(self.extension_at(UNIT));
        all.filter_map(|it| it.value_coding.as_ref())
    }

    /// What it is called where it has no words.
    pub fn words(&self) -> &str {
        self.text
            .as_deref()
            .or(self.link_id.as_deref())
            .unwrap_or_default()
    }

    /// Its extensions at this address.
    pub fn extension_at<'a>(
        &'a self,
        url: &'a str,
    ) -> impl Iterator<Item = &'a crate::view::FormExtension> + use<'a> {
        self.extension
            .iter()
            .filter(move |it| it.url.as_deref() == Some(url))
    }
}
