//! Grants: a patient opens parts of the record to somebody, for as long as they say, by showing a code (security.md
//! section 10). No input or output: [`GrantKeys::answer`] and [`GrantCode::initiate`] make a session of a code,
//! [`GrantState`] decides what is asked for in it, and the caller stores and sends.
//!
//! ```
//! use pocketchart_crypto::exchange::ExchangeSecret;
//! use pocketchart_crypto::kem::KemSecret;
//! use pocketchart_crypto::sign::SigningKey;
//! use pocketchart_crypto::{Secret, random_array};
//! use pocketchart_record::Section;
//! use pocketchart_share::grant::*;
//!
//! // The patient's phone grants the allergies for a day, and shows the code.
//! let phone = SigningKey::from_seed(&Secret::random());
//! let keys = GrantRoot::new(Secret::random()).keys(1);
//! let allergies = Scope::new([(Section::Allergies, Operations::EXTRACT)]).unwrap();
//! let grant = Signed::sign(
//!     Grant {
//!         id: GrantId::random(),
//!         issuer: phone.public(),
//!         audience: None,
//!         not_before: 30_000_000,
//!         expires: 30_001_440,
//!         scope: allergies.clone(),
//!         uses: 1,
//!         holder: Holder::Issuer,
//!         nonce: random_array(),
//!         flags: Flags::NOTIFY,
//!         bind: keys.secret.bind(),
//!     },
//!     &phone,
//! )?;
//! let mut state = GrantState::new(grant.id, None);
//! let shown = GrantCode::new(&grant, &keys, vec!["192.168.1.20:7411".parse()?], None)?.to_text();
//!
//! // The desk scans it and calls.
//! let desk = ExchangeSecret::from_seed(&Secret::random());
//! let code = GrantCode::from_text(&shown)?;
//! let call = code.initiate(&desk)?;
//! let answer = keys.answer(call.first_message())?;
//! let session = call.finish(&answer.second)?;
//! assert_eq!(session.check_code(), answer.session.check_code());
//! state.call()?;
//!
//! // The phone judges what the desk asks for, the patient says yes, and the use is taken.
//! let sign = SigningKey::from_seed(&Secret::random()).public();
//! let kem = KemSecret::from_seed(&Secret::random());
//! let redeemer = Redeemer::new(answer.session.remote(), sign, kem.public());
//! let case = Case {
//!     grant: grant.to_bytes(),
//!     request: Request {
//!         version: 1,
//!         redeemer,
//!         secret: &keys.secret,
//!         passcode: None,
//!         asked: &allergies,
//!         sequence: 1,
//!         delegation: None,
//!     },
//!     now: Ok(30_000_010 * 60_000),
//!     here: phone.public(),
//!     issuers: &[phone.public()],
//!     revocations: &[],
//! };
//! assert_eq!(state.ask(&case)?.until, 30_001_440);
//! let (permit, binding) = state.take(&case, &phone)?;
//! assert_eq!((permit.scope, binding.redeemer), (allergies.clone(), redeemer));
//! assert!(code.fits(&grant));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod arrival;
mod binding;
mod body;
mod checked;
mod code;
mod delegation;
mod delegation_code;
mod deletion;
mod entrance;
mod judge;
mod keys;
mod left_out;
#[cfg(test)]
mod matrix;
mod offer;
mod receipt;
mod refusal;
mod revocation;
mod scope;
pub(crate) mod signed;
mod split;
mod state;

#[cfg(test)]
pub(crate) use left_out::without as signed_without_check;

pub use crate::code::CodeError;
pub use arrival::Arrival;
pub use binding::{Binding, Redeemer};
pub use body::{
    Flags, Grant, GrantId, Holder, MAX_EMERGENCY_LIFE, MAX_LIFE, MAX_STANDING_LIFE, MAX_STANDING_USES,
    Minutes,
};
pub use checked::Checked;
pub use code::{GrantCode, Outline};
pub use delegation::Delegation;
pub use delegation_code::{DelegationCode, DelegationRequest, RedeemCode};
pub use deletion::{Deletion, DeletionCause};
pub use entrance::Entrance;
pub use judge::{Case, Permit, Request, SKEW};
pub use keys::{CodeSecret, GrantKeys, GrantRoot, Passcode};
pub use receipt::{Receipt, Received};
pub use refusal::Refusal;
pub use revocation::{MAX_SEEN, Reason, Revocation};
pub use scope::{Operations, Scope};
pub use signed::{Body, Signed, Unreadable};
pub use split::Bundle;
pub use state::{GrantState, MAX_CALLS, MAX_WRONG_PASSCODES, Redemption};
