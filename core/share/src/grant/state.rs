use pocketchart_crypto::Secret;
use pocketchart_crypto::sign::{SigningKey, VerifyingKey};
use pocketchart_record::cbor::{Canonical, Malformed, Reader, Writer};

use super::binding::{Binding, Redeemer};
use super::body::{Grant, GrantId, Holder};
use super::judge::{Case, Permit, judge};
use super::receipt::Receipt;
use super::refusal::Refusal;
use super::signed::{Signed, VERSION, head, key};

/// Wrong passcodes after which a grant has ended.
pub const MAX_WRONG_PASSCODES: u8 = 10;
/// Handshakes without a yes after which a grant has ended.
pub const MAX_CALLS: u8 = 5;
/// Each use, and one delegate of each.
const MAX_REDEMPTIONS: usize = 2 * u8::MAX as usize;

/// A use that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redemption {
    binding: Signed<Binding>,
    sequence: u64,
    delegator: Option<VerifyingKey>,
}

impl Redemption {
    /// Who took it.
    pub fn redeemer(&self) -> &Redeemer {
        &self.binding.redeemer
    }

    /// What says so.
    pub fn binding(&self) -> &Signed<Binding> {
        &self.binding
    }

    /// The redeemer by whose delegation it came.
    pub fn delegator(&self) -> Option<VerifyingKey> {
        self.delegator
    }

    pub(super) fn sequence(&self) -> u64 {
        self.sequence
    }
}

/// What the counting device remembers of a grant. The caller keeps its canonical bytes before it acts on an answer.
///
/// [`ask`](GrantState::ask) answers a request, so that a person can be asked; [`take`](GrantState::take) takes the use
/// when they say yes. Of two redeemers who ask for the last use, the first to be taken has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GrantState {
    grant: GrantId,
    passcode: Option<Secret<32>>,
    wrong_passcodes: u8,
    calls: u8,
    ended: bool,
    redemptions: Vec<Redemption>,
}

impl GrantState {
    /// Of a new grant. `passcode` is [`super::CodeSecret::verifier`] of the passcode, where the grant needs one.
    pub fn new(grant: GrantId, passcode: Option<Secret<32>>) -> Self {
        Self {
            grant,
            passcode,
            wrong_passcodes: 0,
            calls: 0,
            ended: false,
            redemptions: Vec::new(),
        }
    }

    /// Which grant.
    pub fn grant(&self) -> GrantId {
        self.grant
    }

    /// Whether its end was seen. It stays so, whatever the clock says later.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// The uses taken.
    pub fn redemptions(&self) -> impl Iterator<Item = &Redemption> {
        self.redemptions.iter()
    }

    pub(super) fn passcode(&self) -> Option<&Secret<32>> {
        self.passcode.as_ref()
    }

    /// Counts a handshake that was answered, so that nobody can go on asking until the person tires. A yes begins the
    /// count anew.
    ///
    /// # Errors
    /// [`Refusal::EndedBefore`], also with the sixth in a row, which ends the grant.
    pub fn call(&mut self) -> Result<(), Refusal> {
        self.ended |= self.calls >= MAX_CALLS;
        if self.ended {
            return Err(Refusal::EndedBefore);
        }
        self.calls += 1;
        Ok(())
    }

    /// Judges a request, takes nothing, and remembers an end that was seen and passcodes that were wrong.
    ///
    /// # Errors
    /// [`Refusal`], the first reason that applies.
    pub fn ask(&mut self, case: &Case<'_>) -> Result<Permit, Refusal> {
        let answer = judge(case, self);
        match answer {
            Err(Refusal::Expired | Refusal::Revoked) => self.ended = true,
            Err(Refusal::WrongPasscode) if case.request.passcode.is_some() => {
                self.wrong_passcodes = self.wrong_passcodes.saturating_add(1);
                self.ended |= self.wrong_passcodes >= MAX_WRONG_PASSCODES;
            }
            _ => {}
        }
        answer
    }

    /// Judges a request again, at the patient's yes, and takes the use: signs the binding to the redeemer, or gives
    /// the one there is. `device` is this device's key.
    ///
    /// # Errors
    /// [`Refusal`]; nothing is taken.
    pub fn take(
        &mut self,
        case: &Case<'_>,
        device: &SigningKey,
    ) -> Result<(Permit, Signed<Binding>), Refusal> {
        let permit = self.ask(case)?;
        let redeemer = case.request.redeemer;
        let sequence = case.request.sequence;
        if let Some(bound) = self.redemptions.iter_mut().find(|it| *it.redeemer() == redeemer) {
            bound.sequence = sequence;
            self.calls = 0;
            return Ok((permit, bound.binding.clone()));
        }
        let binding = Binding {
            grant: self.grant,
            issuer: case.here,
            redeemer,
        };
        let binding = Signed::sign(binding, device).map_err(|_| Refusal::CountedElsewhere)?;
        self.calls = 0;
        self.redemptions.push(Redemption {
            binding: binding.clone(),
            sequence,
            delegator: permit.delegator,
        });
        Ok((permit, binding))
    }

    /// Binds the grant to a redeemer of whom the relay, which counts the uses, says that it took one. Again, it changes nothing.
    ///
    /// # Errors
    /// [`Refusal::CountedElsewhere`], if it is not this device's grant; [`Refusal::UsedUp`], if the relay reports more than any
    /// grant has uses.
    pub fn reported(
        &mut self,
        grant: &Grant,
        redeemer: Redeemer,
        device: &SigningKey,
    ) -> Result<(), Refusal> {
        if grant.holder != Holder::Relay || grant.id != self.grant || grant.issuer != device.public() {
            return Err(Refusal::CountedElsewhere);
        }
        if self.redemptions.iter().any(|it| *it.redeemer() == redeemer) {
            return Ok(());
        }
        if self.redemptions.len() >= usize::from(u8::MAX) {
            return Err(Refusal::UsedUp);
        }
        let binding = Binding {
            grant: self.grant,
            issuer: device.public(),
            redeemer,
        };
        self.redemptions.push(Redemption {
            binding: Signed::sign(binding, device).map_err(|_| Refusal::CountedElsewhere)?,
            sequence: 0,
            delegator: None,
        });
        Ok(())
    }

    /// Whether a receipt is from one who redeemed this grant.
    pub fn is_received_by(&self, receipt: &Receipt) -> bool {
        let given_to = |it: &Redemption| it.redeemer().sign == receipt.redeemer;
        receipt.grant == self.grant && self.redemptions.iter().any(given_to)
    }
}

impl Canonical for Redemption {
    fn write(&self, to: &mut Writer) {
        let delegator = self.delegator.as_ref().map_or(&[][..], |key| key.as_bytes());
        to.array(3)
            .bytes(self.binding.to_bytes())
            .uint(self.sequence)
            .bytes(delegator);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        Ok(Self {
            binding: Signed::parse(from.bytes()?).map_err(|_| Malformed("binding"))?,
            sequence: from.uint()?,
            delegator: optional(from)?.map(VerifyingKey::from_bytes),
        })
    }
}

impl Canonical for GrantState {
    fn write(&self, to: &mut Writer) {
        let passcode = self
            .passcode
            .as_ref()
            .map_or(&[][..], |verifier| verifier.expose());
        to.map(7).uint(0).uint(VERSION).uint(1).value(&self.grant);
        to.uint(2).bytes(passcode);
        to.uint(3).uint(self.wrong_passcodes.into());
        to.uint(4).uint(self.calls.into());
        to.uint(5).bool(self.ended);
        to.uint(6).list(&self.redemptions);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        head(from, 7)?;
        key(from, 1)?;
        let grant = from.value()?;
        key(from, 2)?;
        let passcode = optional(from)?.map(Secret::from_bytes);
        key(from, 3)?;
        let wrong_passcodes = from.small()?;
        key(from, 4)?;
        let calls = from.small()?;
        key(from, 5)?;
        let ended = from.bool()?;
        key(from, 6)?;
        let redemptions: Vec<Redemption> = from.list(MAX_REDEMPTIONS)?;
        if redemptions.iter().any(|it| it.binding.grant != grant) {
            return Err(Malformed("binding of another grant"));
        }
        Ok(Self {
            grant,
            passcode,
            wrong_passcodes,
            calls,
            ended,
            redemptions,
        })
    }
}

/// 32 bytes, or none.
fn optional(from: &mut Reader<'_>) -> Result<Option<[u8; 32]>, Malformed> {
    match from.bytes()? {
        [] => Ok(None),
        bytes => bytes
            .try_into()
            .map(Some)
            .map_err(|_| Malformed("32 bytes or none")),
    }
}
