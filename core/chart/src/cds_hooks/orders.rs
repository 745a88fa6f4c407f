//! Orders that are not signed yet, as far as rules can read them.

use pocketchart_fhir::split::{Part, Resource, split_bytes};
use pocketchart_fhir::view::{GenericHead, View};
use pocketchart_knowledge::{NotChecked, Statement, Text};
use std::collections::BTreeMap;

/// The unsigned orders of one session, and those of them that were selected just now.
///
/// Rules read prescriptions (MedicationRequest) and the products that they refer to (Medication) in the same Bundle. Of every other
/// order the answer says that it was not checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DraftOrders {
    pub(super) statements: Vec<Statement>,
    /// The entries that were selected.
    pub(super) selections: Vec<String>,
    /// What each order is called.
    pub(super) names: BTreeMap<String, String>,
    pub(super) not_checked: Vec<NotChecked>,
}

/// The orders were refused; nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DraftOrdersError {
    /// `draftOrders` is not a FHIR Bundle.
    #[error("`draftOrders` is not a FHIR Bundle")]
    NotABundle,
    /// Two orders have the same id, so a selection could mean either.
    #[error("two orders have the same id")]
    Twice,
    /// A selection names no order of the Bundle.
    #[error("a selection names no order of the Bundle")]
    NoSuchOrder,
    /// An order is about somebody other than the request.
    #[error("an order is about another person than the request")]
    AnotherPerson,
}

impl DraftOrdersError {
    /// The id of the message that explains it.
    pub fn id(self) -> &'static str {
        match self {
            DraftOrdersError::NotABundle => "cds-orders-not-a-bundle",
            DraftOrdersError::Twice => "cds-orders-twice",
            DraftOrdersError::NoSuchOrder => "cds-orders-no-such-order",
            DraftOrdersError::AnotherPerson => "cds-orders-another-person",
        }
    }
}

impl DraftOrders {
    /// Reads the Bundle of orders for the patient of this id; `selections` are references into it, such as `MedicationRequest/103`.
    ///
    /// # Errors
    /// [`DraftOrdersError`].
    ///
    /// ```
    /// use pocketchart::{DraftOrders, DraftOrdersError};
    ///
    /// let none = br#"{"resourceType":"Bundle","type":"collection"}"#;
    /// assert!(DraftOrders::read(none, vec![], "7").is_ok());
    /// let refused = DraftOrders::read(none, vec!["MedicationRequest/1".into()], "7");
    /// assert_eq!(refused, Err(DraftOrdersError::NoSuchOrder));
    /// ```
    pub fn read(bundle: &[u8], selections: Vec<String>, patient_id: &str) -> Result<Self, DraftOrdersError> {
        if GenericHead::of(bundle).resource_type != "Bundle" {
            return Err(DraftOrdersError::NotABundle);
        }
        let mut orders = Self {
            selections,
            ..Self::default()
        };
        for part in split_bytes(bundle).map_err(|_| DraftOrdersError::NotABundle)? {
            match part {
                Part::Resource(resource) => orders.take(&resource, patient_id)?,
                Part::Unreadable(piece) => {
                    let what = piece.position.number.to_string();
                    orders
                        .not_checked
                        .push(not_checked("cds-order-unreadable", None, what));
                }
            }
        }
        let known = |it: &String| orders.names.contains_key(it);
        match orders.selections.iter().all(known) {
            true => Ok(orders),
            false => Err(DraftOrdersError::NoSuchOrder),
        }
    }

    fn take(&mut self, resource: &Resource, patient_id: &str) -> Result<(), DraftOrdersError> {
        let head = GenericHead::of(&resource.bytes);
        let subject = head.subject.as_ref().and_then(|it| it.reference.as_deref());
        if subject.is_some_and(|it| it.rsplit(['/', ':']).next() != Some(patient_id)) {
            return Err(DraftOrdersError::AnotherPerson);
        }
        let kind = &resource.head.resource_type;
        let in_bundle = || resource.full_url.as_deref()?.rsplit(['/', ':']).next();
        let id = head.id.as_deref().or_else(in_bundle);
        let entry = match id {
            Some(id) => format!("{kind}/{id}"),
            None => format!("{kind}/#{}", self.names.len() + 1),
        };
        let view = View::of(&resource.bytes);
        let title = match &view {
            Ok(View::MedicationRequest(it)) => prescribed(it),
            _ => head.title.clone(),
        };
        let title = title.unwrap_or_else(|| kind.clone());
        if self.names.insert(entry.clone(), title.clone()).is_some() {
            return Err(DraftOrdersError::Twice);
        }
        let why = match view {
            Ok(mut view @ (View::MedicationRequest(_) | View::Medication(_))) => {
                if let View::Medication(product) = &mut view {
                    product.id = id.map(str::to_owned);
                }
                self.statements.push(Statement { entry, view });
                return Ok(());
            }
            Ok(_) => "cds-order-not-checked",
            Err(_) => "care-unreadable",
        };
        self.not_checked.push(not_checked(why, Some(entry), title));
        Ok(())
    }
}

fn prescribed(order: &pocketchart_fhir::view::MedicationRequest) -> Option<String> {
    let words = order
        .medication_codeable_concept
        .as_ref()
        .and_then(|it| it.words());
    let referred = || order.medication_reference.as_ref()?.display.as_deref();
    words.or_else(referred).map(str::to_owned)
}

fn not_checked(id: &'static str, entry: Option<String>, what: String) -> NotChecked {
    NotChecked {
        entry,
        why: Text {
            id,
            arguments: vec![("what", what)],
        },
    }
}
