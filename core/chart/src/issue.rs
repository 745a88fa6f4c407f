//! SMART Health Cards that this device signs itself: patient-supplied, and said so (decision 24).

use crate::chart::Chart;
use crate::grants::NoTime;
use crate::relay;
use crate::store;
use crate::summary::{SECTIONS, SummaryError};
use crate::time;
use pocketchart_crypto::jose::es256::SigningKey as CardKey;
use pocketchart_crypto::random_array;
use pocketchart_crypto::sign::SigningKey;
use pocketchart_fhir::ips::{SharedInput, shared_bundle};
use pocketchart_record::{Section, StoreError};
use pocketchart_share::audit::{Action, AuditEvent};
use pocketchart_share::clock::Doubt;
use pocketchart_share::relay::{Relay, RelayError};
use pocketchart_share::shc::{CardIssuer, Fit, HealthCard, IssueError, LeftOutReason, Terms};

/// Where the keys of a card without a relay would be: nowhere.
const NOWHERE: &str = "https://pocketchart.invalid/shc";
/// The longest that a key set is kept: ten years, in minutes.
const LONGEST: u32 = 10 * 365 * 24 * 60;

/// A health card that a person wants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewHealthCard {
    /// Of what it is made; none for what belongs to a summary.
    pub sections: Vec<Section>,
    /// For how many minutes it holds: at most ten years.
    pub minutes: u32,
    /// The relay's address for everybody else, if this device reaches it by another one.
    pub public: Option<String>,
    /// For one QR code, or for a file, which has room for all.
    pub fit: Fit,
}

/// A health card that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MadeHealthCard {
    /// The card.
    pub card: HealthCard,
    /// How many statements are on it.
    pub count: u64,
    /// What is not on it, by its title or type, and why.
    pub left_out: Vec<(String, LeftOutReason)>,
    /// Whether its key is at a relay, so that everyone can check that it was not altered.
    pub checkable: bool,
}

/// No health card was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IssueCardError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Only the patient's devices share the record.
    #[error("this record is somebody else's")]
    NotPatients,
    /// Shorter than a minute or longer than ten years.
    #[error("too long or too short")]
    Window,
    /// The date cannot be trusted.
    #[error(transparent)]
    Clock(#[from] Doubt),
    /// There is nothing to put on it.
    #[error("there is nothing to put on a card")]
    Nothing,
    /// The record does not say who the person is, or says more than a card holds.
    #[error("the person does not fit on a card")]
    Person,
    /// The address by which everybody reaches the relay is not `https://`.
    #[error("the relay's address is not https")]
    Public,
    /// The relay did not take the key.
    #[error(transparent)]
    Relay(#[from] RelayError),
}

impl IssueCardError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            IssueCardError::Store(error) => store::message_id(error),
            IssueCardError::NotPatients => "grant-not-patients",
            IssueCardError::Window => "health-card-window",
            IssueCardError::Clock(_) => "clock-doubt",
            IssueCardError::Nothing => "link-nothing",
            IssueCardError::Person => "health-card-person",
            IssueCardError::Public => "health-card-public",
            IssueCardError::Relay(error) => relay::message_id(*error),
        }
    }
}

impl From<SummaryError> for IssueCardError {
    fn from(error: SummaryError) -> Self {
        match error {
            SummaryError::Store(error) => IssueCardError::Store(error),
            _ => IssueCardError::Person,
        }
    }
}

impl From<NoTime> for IssueCardError {
    fn from(error: NoTime) -> Self {
        match error {
            NoTime::Store(error) => error.into(),
            NoTime::Doubt(doubt) => doubt.into(),
        }
    }
}

impl Chart {
    /// Makes a card under a key of its own, of which the public half goes to the relay, under a name that is linked to nothing
    /// else; without a relay nobody can check the card. The log says so before the card is given.
    ///
    /// # Errors
    /// [`IssueCardError`].
    pub fn make_health_card(
        &mut self,
        relay: Option<&Relay>,
        new: &NewHealthCard,
    ) -> Result<MadeHealthCard, IssueCardError> {
        if !self.record.is_patients() {
            return Err(IssueCardError::NotPatients);
        }
        if !(1..=LONGEST).contains(&new.minutes) {
            return Err(IssueCardError::Window);
        }
        let now = self.effective_now()? / 1000;
        let ends = now + u64::from(new.minutes) * 60;
        let sections: Vec<(Section, bool)> = match new.sections.is_empty() {
            true => SECTIONS.to_vec(),
            false => new.sections.iter().map(|it| (*it, false)).collect(),
        };
        let gathered = self.gathered(&sections)?;
        let patient = self.patient_body()?.ok_or(IssueCardError::Person)?;
        let made = shared_bundle(&SharedInput {
            timestamp: &time::fhir_instant(now * 1000),
            patient: Some(&patient),
            patient_url: &self.new_url(),
            entries: &gathered.entries,
            pdfs: &[],
        });
        let bundle = made.map_err(|_| IssueCardError::Person)?;
        let text = String::from_utf8(bundle.bytes).map_err(|_| IssueCardError::Person)?;
        let owner = SigningKey::from_seed(&self.home.context().secret());
        let address = match relay {
            Some(relay) => {
                let at = new.public.as_deref().unwrap_or(relay.url()).trim_end_matches('/');
                format!("{at}{}", Relay::keys_path(&owner))
            }
            None => format!("{NOWHERE}/{}", hex(random_array::<8>())),
        };
        let issuer = CardIssuer::new(&address, CardKey::random()).map_err(|_| IssueCardError::Public)?;
        let terms = Terms {
            expires: Some(ends),
            ..Terms::from(now)
        };
        let issued = issuer
            .issue(&text, new.fit, &terms)
            .map_err(|error| match error {
                IssueError::NotABundle => IssueCardError::Nothing,
                _ => IssueCardError::Person,
            })?;
        // The Bundle has the person first, then what was gathered, less what it left out.
        let titles: Vec<String> = (0..gathered.entries.len())
            .filter(|number| !bundle.left_out.contains(number))
            .filter_map(|number| {
                gathered
                    .entries
                    .get(number)?
                    .title
                    .clone()
                    .or(Some(String::new()))
            })
            .collect();
        let left_out: Vec<(String, LeftOutReason)> = issued
            .left_out
            .iter()
            .map(|it| {
                let title = it
                    .entry
                    .checked_sub(1)
                    .and_then(|at| titles.get(at))
                    .filter(|it| !it.is_empty());
                (
                    title.cloned().unwrap_or_else(|| it.resource_type.clone()),
                    it.reason,
                )
            })
            .collect();
        let count = (titles.len() - left_out.len().min(titles.len())) as u64;
        if count == 0 {
            return Err(IssueCardError::Nothing);
        }
        let begun = self.audit_begin(AuditEvent {
            sections: sections.iter().map(|(section, _)| *section).collect(),
            ..AuditEvent::new(Action::HealthCardMade)
        })?;
        let put = match relay {
            Some(relay) => relay.put_keys(&owner, ends, issuer.key_set().to_json()),
            None => Ok(()),
        };
        self.audit_close(begun, crate::audit::outcome(&put), count)?;
        put?;
        Ok(MadeHealthCard {
            card: issued.card,
            count,
            left_out,
            checkable: relay.is_some(),
        })
    }
}

fn hex(bytes: [u8; 8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
