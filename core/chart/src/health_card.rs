//! What a SMART Health Card says. No record is needed, and nothing is fetched.

use crate::chart::Chart;
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_record::Millis;
use pocketchart_share::shc::{CardError, CardRefusal, CardStanding, HealthCard, TrustList};

/// A card that was read.
#[derive(Clone, PartialEq, Debug)]
pub struct HealthCardView {
    /// Who says that they issued it: an address.
    pub issuer: String,
    /// From when.
    pub from: Millis,
    /// Until when.
    pub until: Option<Millis>,
    /// Whose it is, or why it does not hold. What is on a card that does not hold is shown as such and never as true.
    pub standing: Result<CardStanding, CardRefusal>,
    /// What stands on it, in its order.
    pub statements: Vec<Summary>,
}

impl Chart {
    /// Reads the texts of a card's codes, or the bytes of a file `.smart-health-card`, and checks each card against the list.
    ///
    /// # Errors
    /// [`CardError`] for a code; of a file's cards those that cannot be read are errors of their own.
    pub fn read_health_cards(
        texts: &[&str],
        trust: &TrustList,
        now: Millis,
    ) -> Result<Vec<Result<HealthCardView, CardError>>, CardError> {
        let cards = match texts {
            [file] if file.trim_start().starts_with('{') => HealthCard::from_file(file.as_bytes())?,
            codes => vec![Ok(HealthCard::from_texts(codes)?)],
        };
        let views = cards
            .into_iter()
            .map(|card| card.map(|card| view(&card, trust, now)));
        Ok(views.collect())
    }
}

fn view(card: &HealthCard, trust: &TrustList, now: Millis) -> HealthCardView {
    let parts = split_bytes(card.bundle().as_bytes()).unwrap_or_default();
    let statements = parts.iter().filter_map(|part| match part {
        Part::Resource(resource) => summary(&resource.bytes).ok(),
        Part::Unreadable(_) => None,
    });
    HealthCardView {
        issuer: card.issuer().to_owned(),
        from: card.not_before().saturating_mul(1000),
        until: card.expires().map(|seconds| seconds.saturating_mul(1000)),
        standing: card.check(trust, None, None, now / 1000),
        statements: statements.collect(),
    }
}
