use super::deflect::Deflector;
use super::{GrantRequest, Invitation, ServeError, Served, Welcomed};
use crate::chart::Chart;
use crate::grants::MINUTE;
use crate::grants::kept::{KeptGrant, KeptRedeemer};
use crate::item::{ItemState, ItemView};
use crate::read::ReadError;
use crate::sync::{SyncFailure, SyncReport};
use crate::tcp;
use pocketchart_crypto::sign::VerifyingKey;
use pocketchart_record::{
    Access, AuthorId, DeviceId, EntryId, GuestError, MembersError, Millis, Section, Statement, StoreError,
    SyncSession, Welcome,
};
use pocketchart_share::audit::{Action, AuditEvent, Introducer, Outcome, Purpose};
use pocketchart_share::clock::Doubt;
use pocketchart_share::grant::{Case, Flags, GrantId, Operations, Permit, Receipt, Refusal, Request, Signed};
use pocketchart_share::redeem::{Ask, ExtractItem, Extracted, Given, Reply, Unwilling};
use pocketchart_share::session::{Channel, SessionError};
use std::net::TcpStream;
use std::time::Duration;

/// Instead of a certificate: the redeemer was let in before, and the session broke off.
pub(crate) const STILL_HERE: &[u8] = b"";

/// How long a redeemer's device may take for its next message.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the patient said yes to, and what has been given of it.
struct Giving {
    grant: GrantId,
    name: String,
    begun: u64,
    receipt: bool,
    entries: u64,
    /// By an invitation they act for the person.
    acts: bool,
}

/// As whom the other side is let in.
enum Entering<'a> {
    /// Somebody whom a grant lets read or add.
    Guest(Access),
    /// Somebody who acts for the person.
    Acting(&'a Invitation<'a>, AuthorId, DeviceId),
}

impl Entering<'_> {
    fn device(&self) -> DeviceId {
        match self {
            Entering::Guest(access) => access.device,
            Entering::Acting(_, _, device) => *device,
        }
    }
}

/// Messages of a sync that may come before the receipt.
const LAST_TURN: usize = 16;

impl Chart {
    /// `None`: the caller broke off without a word.
    pub(super) fn serve_redeemer(
        &mut self,
        id: GrantId,
        mut channel: Channel<TcpStream>,
        wait: Duration,
        welcomed: &Welcomed<'_>,
        confirm: &mut dyn FnMut(&GrantRequest) -> bool,
        deflector: &Deflector<'_>,
    ) -> Result<Option<Served>, ServeError> {
        let Ok(Some(message)) = channel.receive() else {
            return Ok(None);
        };
        let session = channel.session();
        let (check, remote) = (session.check_code(), session.remote());
        let heard = Ask::from_bytes(&message, session.id());
        let Some(mut kept) = KeptGrant::of(&self.record, id)? else {
            return Ok(None);
        };
        let called = kept.state.call();
        self.record.shelve(vec![kept.row()])?;
        let ask = match heard {
            Ok(ask) if ask.visitor.device.exchange == remote => ask,
            _ => return self.turn_down(channel, id, None, Unwilling::Refused(Refusal::Malformed)),
        };
        if let Err(refusal) = called {
            return self.turn_down(channel, id, Some(&ask), Unwilling::Refused(refusal));
        }
        let permit = match self.judge(&mut kept, &ask, false)? {
            Ok((permit, _)) => permit,
            Err(refusal) => return self.turn_down(channel, id, Some(&ask), Unwilling::Refused(refusal)),
        };
        let emergency = permit.flags.contains(Flags::EMERGENCY);
        if emergency && ask.visitor.reason.trim().is_empty() {
            return self.turn_down(channel, id, Some(&ask), Unwilling::NoReason);
        }
        let mut request = self.request(&kept, &ask, &permit, check);
        let invitation = match welcomed {
            Welcomed::Invited(invitation) => Some(*invitation),
            Welcomed::Redeemers => None,
        };
        if let Some(invitation) = invitation {
            request.acts = Some(invitation.proxy.role);
            request.until = self.acts_until(invitation.proxy);
        }
        // What was allowed beforehand, for when the person cannot be asked.
        let agreed = emergency || {
            tcp::set_patience(channel.stream(), wait).map_err(SessionError::from)?;
            deflector.during(|| confirm(&request))
        };
        if !agreed {
            return self.turn_down(channel, id, Some(&ask), Unwilling::Declined);
        }
        let (permit, binding) = match self.judge(&mut kept, &ask, true)? {
            Ok((permit, Some(binding))) => (permit, binding),
            Ok((_, None)) => return Err(ServeError::Malformed),
            Err(refusal) => return self.turn_down(channel, id, Some(&ask), Unwilling::Refused(refusal)),
        };
        let (kept, permit) = (&kept, &permit);
        self.give(channel, kept, &ask, permit, binding, invitation)
            .map(Some)
    }

    /// Judges a request, and takes the use if `take`; what the grant's state has become is kept before anything is said.
    #[expect(clippy::type_complexity, reason = "a permit, and at the yes its binding")]
    fn judge(
        &mut self,
        kept: &mut KeptGrant,
        ask: &Ask,
        take: bool,
    ) -> Result<Result<(Permit, Option<Vec<u8>>), Refusal>, ServeError> {
        let now = match self.effective_now() {
            Ok(now) => Ok(now),
            Err(crate::grants::NoTime::Doubt(doubt)) => Err::<Millis, Doubt>(doubt),
            Err(crate::grants::NoTime::Store(error)) => return Err(error.into()),
        };
        let keys = self.grant_keys(kept)?;
        let passcode = ask.visitor.passcode();
        let revocations = kept.revocations(&self.record);
        let device = &self.record.device_keys().sign;
        let here = device.public();
        let statements = self.record.statements();
        let own = statements.certificates().map(|(_, it)| it);
        let issuers: Vec<VerifyingKey> = own
            .filter(|it| it.author == self.record.patient() && statements.revoked(it.device.sign).is_none())
            .map(|it| VerifyingKey::from_bytes(it.device.sign.0))
            .collect();
        let grant = kept.grant.to_bytes().to_vec();
        let all = kept.grant.scope.clone();
        let case = Case {
            grant: &grant,
            request: Request {
                version: 1,
                redeemer: ask.visitor.redeemer(),
                secret: &keys.secret,
                passcode: passcode.as_ref(),
                asked: ask.asked.as_ref().unwrap_or(&all),
                sequence: ask.sequence,
                delegation: ask.visitor.delegation.as_deref(),
            },
            now,
            here,
            issuers: &issuers,
            revocations: &revocations,
        };
        let judged = if take {
            let taken = kept.state.take(&case, device);
            taken.map(|(permit, binding)| (permit, Some(binding.to_bytes().to_vec())))
        } else {
            kept.state.ask(&case).map(|permit| (permit, None))
        };
        if take && judged.is_ok() {
            let sign = ask.visitor.redeemer().sign;
            if kept.redeemer(sign).is_none() {
                kept.redeemers.push(KeptRedeemer {
                    author: ask.author,
                    name: ask.visitor.name.clone(),
                    since: self.home.context().now(),
                    sign,
                });
            }
        }
        let mut rows = vec![kept.row()];
        if take && judged.is_ok() {
            rows.extend(self.given_again(kept.grant.id, ask.visitor.redeemer().sign)?);
        }
        self.record.shelve(rows)?;
        Ok(judged)
    }

    fn event(&self, action: Action, grant: GrantId, ask: Option<&Ask>) -> AuditEvent {
        let mut event = AuditEvent::new(action);
        event.grant = Some(grant);
        event.actor = ask.map(|it| it.author.0);
        event.actor_name = ask.map(|it| it.visitor.name.clone());
        event.purpose = Purpose::Treatment;
        event
    }

    /// Gives nothing, writes down why, and says so to whoever asked.
    fn turn_down(
        &mut self,
        mut channel: Channel<TcpStream>,
        grant: GrantId,
        ask: Option<&Ask>,
        why: Unwilling,
    ) -> Result<Option<Served>, ServeError> {
        let mut event = self.event(Action::Refused, grant, ask);
        event.reason = Some(why.id().to_owned());
        self.audit_note(event)?;
        if channel.send(&Reply::Nothing(why).to_bytes()).is_ok()
            && let Ok(stream) = channel.close()
        {
            tcp::hang_up(stream);
        }
        Ok(Some(Served::Refused {
            grant,
            name: ask.map(|it| it.visitor.name.clone()).unwrap_or_default(),
            why,
        }))
    }

    fn give(
        &mut self,
        channel: Channel<TcpStream>,
        kept: &KeptGrant,
        ask: &Ask,
        permit: &Permit,
        binding: Vec<u8>,
        invitation: Option<&Invitation<'_>>,
    ) -> Result<Served, ServeError> {
        let id = kept.grant.id;
        let emergency = permit.flags.contains(Flags::EMERGENCY);
        let with = |operation| {
            let sections = permit.scope.iter().filter(move |(_, it)| it.contains(operation));
            sections.map(|(section, _)| section).collect::<Vec<Section>>()
        };
        let extracted = with(Operations::EXTRACT);
        let (read, append) = (with(Operations::READ), with(Operations::APPEND));
        let extract = match extracted.as_slice() {
            [] => None,
            sections => {
                let items = self.extract_items(sections)?;
                let key = &self.record.device_keys().sign;
                match Extracted::make(id, self.home.context().now(), items, key) {
                    Ok(made) => Some(made),
                    Err(_) => {
                        let refused = self.turn_down(channel, id, Some(ask), Unwilling::TooMuch)?;
                        return refused.ok_or(ServeError::Malformed);
                    }
                }
            }
        };
        let action = match (emergency, read.is_empty()) {
            (true, _) => Action::EmergencyOverride,
            (false, true) => Action::DisclosedExtract,
            (false, false) => Action::DisclosedRead,
        };
        let mut event = self.event(action, id, Some(ask));
        event.sections = extracted.iter().chain(&read).copied().collect();
        event.sections.sort();
        let delegator = permit.delegator.and_then(|it| kept.redeemer(it));
        event.via = delegator.map(|it| Introducer {
            key: it.author.0,
            name: it.name.clone(),
        });
        if emergency {
            event.purpose = Purpose::Emergency;
            event.reason = Some(ask.visitor.reason.clone());
        }
        let begun = self.audit_begin(event)?;
        let mut giving = Giving {
            grant: id,
            name: ask.visitor.name.clone(),
            begun,
            receipt: false,
            entries: 0,
            acts: false,
        };
        let enter = !(read.is_empty() && append.is_empty());
        let given = Given {
            grant: kept.grant.to_bytes().to_vec(),
            binding,
            certificate: self.record.certificate().unwrap_or_default(),
            witness: self.audit_witness()?,
            extract,
            enter: enter.then(|| (self.record.id(), self.record.patient())),
        };
        let later = with(Operations::READ | Operations::FUTURE);
        let access = Access {
            grant: id.0,
            author: ask.author,
            device: ask.visitor.device.sign,
            name: ask.visitor.name.clone(),
            read,
            later,
            append,
            made: self.home.context().now(),
            not_before: Millis::from(kept.grant.not_before) * MINUTE,
            not_after: Millis::from(permit.until) * MINUTE,
        };
        let entering = match invitation {
            Some(it) => Entering::Acting(it, ask.author, ask.visitor.device.sign),
            None => Entering::Guest(access),
        };
        giving.acts = invitation.is_some();
        let entering = enter.then_some(entering);
        let result = self.hand_over(channel, given, entering, kept, &mut giving);
        let outcome = match result {
            Ok(()) => Outcome::Done,
            Err(_) => Outcome::Failed,
        };
        self.audit_close(giving.begun, outcome, giving.entries)?;
        result?;
        Ok(Served::Given {
            grant: giving.grant,
            name: giving.name,
            entries: giving.entries,
            receipt: giving.receipt,
            emergency,
            acts: giving.acts,
        })
    }

    fn hand_over(
        &mut self,
        mut channel: Channel<TcpStream>,
        given: Given,
        entering: Option<Entering<'_>>,
        kept: &KeptGrant,
        giving: &mut Giving,
    ) -> Result<(), ServeError> {
        channel.send(&Reply::Given(Box::new(given)).to_bytes())?;
        tcp::set_patience(channel.stream(), PATIENCE).map_err(SessionError::from)?;
        if let Some(entering) = entering {
            let device = entering.device();
            let message = channel.receive()?.ok_or(SessionError::Interrupted)?;
            let known = message == STILL_HERE;
            if !known {
                let certificate = Statement::parse(&message).map_err(|_| ServeError::Malformed)?;
                let welcome = self.welcome(entering, certificate)?;
                channel.send(&welcome.to_bytes())?;
            }
            let (session, first) =
                SyncSession::let_in(&mut self.record, device, !known).map_err(SyncFailure::from)?;
            let mut report = SyncReport::default();
            self.converse(
                device,
                &mut channel,
                session,
                Some(first),
                &mut report,
                &mut |_| {},
            )?;
        }
        // The receipt is a courtesy: without it what was given stays given.
        // The other side may still be in its last turn of the sync when this one is through.
        for _ in 0..LAST_TURN {
            let Ok(Some(message)) = channel.receive() else {
                break;
            };
            let Ok(receipt) = Signed::<Receipt>::parse(&message) else {
                continue;
            };
            if kept.state.is_received_by(&receipt) {
                giving.entries = receipt.received.iter().map(|it| it.entries).sum();
                giving.receipt = self.audit_receipt(&message)?;
            }
            break;
        }
        if let Ok(stream) = channel.close() {
            tcp::hang_up(stream);
        }
        Ok(())
    }

    fn welcome(&mut self, entering: Entering<'_>, certificate: Statement) -> Result<Welcome, ServeError> {
        match entering {
            Entering::Guest(access) => {
                let welcome = self.record.welcome_guest(access, certificate);
                welcome.map_err(|error| match error {
                    GuestError::Store(error) => ServeError::Store(error),
                    _ => ServeError::Malformed,
                })
            }
            Entering::Acting(invitation, author, _) => {
                let proxy = self.proxy(invitation.proxy, author);
                let welcome = self.record.appoint(proxy, certificate, invitation.unlock);
                let welcome = welcome.map_err(|error| match error {
                    MembersError::Store(error) => ServeError::Store(error),
                    _ => ServeError::Malformed,
                })?;
                self.audit_note(AuditEvent {
                    actor: Some(author.0),
                    actor_name: Some(invitation.proxy.name.clone()),
                    ..AuditEvent::new(Action::ProxyAdded)
                })?;
                Ok(welcome)
            }
        }
    }

    /// What holds in these sections, with what contradicts it.
    pub(crate) fn extract_items(&self, sections: &[Section]) -> Result<Vec<ExtractItem>, StoreError> {
        let mut found = Vec::new();
        for section in sections {
            let items = self.what_holds(*section, false).map_err(|error| match error {
                ReadError::Store(error) => error,
                _ => StoreError::Altered("list"),
            })?;
            for item in items {
                let rivals = item.holding_rivals().map(|it| it.id);
                for id in std::iter::once(item.id).chain(rivals) {
                    found.extend(self.extract_item(&item, id)?);
                }
            }
        }
        Ok(found)
    }

    fn extract_item(&self, item: &ItemView, id: EntryId) -> Result<Option<ExtractItem>, StoreError> {
        let Some(row) = self.record.row(&id)? else {
            return Ok(None);
        };
        let Some(body) = self.record.body(&row)? else {
            return Ok(None);
        };
        let author = self.author(row.author);
        Ok(Some(ExtractItem {
            section: row.section,
            kind: row.entry.kind.clone(),
            media: row.entry.media.clone().unwrap_or_default(),
            author: author.name.unwrap_or_default(),
            recorded: row.entry.recorded,
            unreconciled: item.state == ItemState::Unreconciled,
            disputed: !item.disputed_by.is_empty(),
            body,
        }))
    }
}
