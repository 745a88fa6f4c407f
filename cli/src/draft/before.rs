//! The statement that is corrected.

use crate::failure::{Exit, Failure};
use pocketchart::build::Concept;
use pocketchart::{FhirDateTime, ItemDetail, Summary};
use serde_json::Value;

/// What an entry said; nothing where there was none.
#[derive(Default)]
pub(crate) struct Before {
    pub(super) facts: Summary,
    content: Option<Value>,
}

impl Before {
    pub(crate) fn of(detail: &ItemDetail) -> Self {
        let content = detail
            .content
            .as_deref()
            .and_then(|bytes| serde_json::from_slice(bytes).ok());
        Self {
            facts: detail.item.facts.clone(),
            content,
        }
    }

    /// A problem is not corrected into a vaccine.
    pub(super) fn expect(&self, types: &[&str]) -> Result<(), Failure> {
        if self.content.is_none() || types.contains(&self.facts.resource_type.as_str()) {
            return Ok(());
        }
        let is = self.facts.resource_type.clone();
        Err(Failure::new("correct-other-kind", Exit::Usage).with("kind", is))
    }

    /// A member of the content, by a JSON pointer.
    pub(super) fn at(&self, pointer: &str) -> Option<&Value> {
        self.content.as_ref()?.pointer(pointer)
    }

    pub(super) fn text(&self, pointer: &str) -> Option<String> {
        Some(self.at(pointer)?.as_str()?.to_owned())
    }

    /// When it began, by the first of these members that is there. The date of writing is not one of them.
    pub(super) fn since(&self, pointers: &[&str]) -> Option<FhirDateTime> {
        pointers
            .iter()
            .find_map(|pointer| self.text(pointer))
            .map(FhirDateTime::new)
    }

    /// A concept with its words and all of its codes.
    pub(super) fn concept(&self, member: &str) -> Concept {
        self.maybe_concept(&format!("/{member}"))
            .unwrap_or_else(|| Concept::words(self.facts.title.clone().unwrap_or_default()))
    }

    pub(super) fn maybe_concept(&self, pointer: &str) -> Option<Concept> {
        let value = self.at(pointer)?;
        let codings = value.get("coding").and_then(Value::as_array);
        let mut concept = Concept::default();
        for coding in codings.into_iter().flatten() {
            let text = |name: &str| coding.get(name).and_then(Value::as_str).map(str::to_owned);
            let mut coded = Concept::coded("", "", "");
            for it in &mut coded.coding {
                (it.system, it.code, it.display) = (text("system"), text("code"), text("display"));
            }
            concept.coding.append(&mut coded.coding);
        }
        let text = value.get("text").and_then(Value::as_str).map(str::to_owned);
        let display = concept.coding.iter().find_map(|it| it.display.clone());
        concept.text = text.or(display).or_else(|| self.facts.title.clone())?;
        Some(concept)
    }
}
