//! What a SMART Health Card says. No record is needed.

use crate::chart::Chart;
use crate::follow::FollowedCard;
use pocketchart_fhir::split::{Part, split_bytes};
use pocketchart_fhir::summary::{Summary, summary};
use pocketchart_record::Millis;
use pocketchart_share::shc::{CardError, CardRefusal, CardStanding, HealthCard, KeySet, TrustList};
use pocketchart_share::web::Web;

/// The longest key set, in bytes.
const KEYS: usize = 64 << 10;

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
    /// Nothing is fetched.
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
            .map(|card| card.map(|card| view(&card, trust, None, now)));
        Ok(views.collect())
    }

    /// Opens a file `.smart-health-card` to bring in what is on its cards ([`Chart::import`], with [`crate::Origin::of_card`]). Keys that the
    /// list does not have are fetched from the issuers.
    ///
    /// # Errors
    /// [`CardError::NotACard`] for another file; cards that cannot be read are errors of their own.
    ///
    /// ```
    /// use pocketchart::{Chart, HealthCardError, TrustList, Web};
    ///
    /// let other = Chart::open_health_cards(&Web::new(), br#"{"resourceType":"Patient"}"#, &TrustList::new(), 0);
    /// assert_eq!(other.err(), Some(HealthCardError::NotACard));
    /// ```
    pub fn open_health_cards(
        web: &Web,
        file: &[u8],
        trust: &TrustList,
        now: Millis,
    ) -> Result<Vec<Result<FollowedCard, CardError>>, CardError> {
        let cards = HealthCard::from_file(file)?.into_iter();
        Ok(cards
            .map(|card| card.map(|card| opened(web, &card, trust, now)))
            .collect())
    }
}

/// A card, checked; keys that no list has are fetched from its issuer.
pub(crate) fn opened(web: &Web, card: &HealthCard, trust: &TrustList, now: Millis) -> FollowedCard {
    let fetched = || {
        let answer = web.get(&card.key_set_url(), KEYS).ok()?;
        (answer.status == 200)
            .then(|| KeySet::from_json(&answer.body).ok())
            .flatten()
    };
    let seen = view(card, trust, None, now);
    FollowedCard {
        view: match seen.standing {
            Err(CardRefusal::UnknownKey) => view(card, trust, fetched().as_ref(), now),
            _ => seen,
        },
        json: card.bundle().as_bytes().to_vec(),
    }
}

/// `fetched` are the keys that stand at the card's issuer.
pub(crate) fn view(
    card: &HealthCard,
    trust: &TrustList,
    fetched: Option<&KeySet>,
    now: Millis,
) -> HealthCardView {
    HealthCardView {
        issuer: card.issuer().to_owned(),
        from: card.not_before().saturating_mul(1000),
        until: card.expires().map(|seconds| seconds.saturating_mul(1000)),
        standing: card.check(trust, fetched, None, now / 1000),
        statements: statements(card.bundle().as_bytes()),
    }
}

/// What each resource of a Bundle says, in its order.
pub(crate) fn statements(bundle: &[u8]) -> Vec<Summary> {
    let parts = split_bytes(bundle).unwrap_or_default();
    let said = parts.iter().filter_map(|part| match part {
        Part::Resource(resource) => summary(&resource.bytes).ok(),
        Part::Unreadable(_) => None,
    });
    said.collect()
}
