//! Making another device part of the record: it reads a code, both people compare six digits, and it gets what it needs
//! in one packet (decision 9).

use crate::audit;
use crate::chart::{Chart, CreateChart};
use crate::devices::DeviceView;
use crate::home::Home;
use crate::nearby;
use crate::store;
use crate::sync::session_id;
use crate::tcp;
use pocketchart_record::cbor::{self, Canonical, Malformed, Reader, Writer};
use pocketchart_record::{
    Applicant, DevicePublic, MembersError, OpenError, Record, Section, StoreError, Unlock, Welcome,
};
use pocketchart_share::audit::Action;
use pocketchart_share::session::{
    Channel, CheckCode, CodeError, HandshakeError, PairingCode, PairingOffer, SessionError,
};
use std::io;
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

const MAX_NAME: usize = 200;
const YES: &[u8] = &[1];
const NO: &[u8] = &[0];

/// A device that asks to become part of the record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PairRequest {
    /// The digits that both screens show.
    pub check: CheckCode,
    /// What the new device is called.
    pub device_name: String,
}

/// No device was added.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PairError {
    /// The store failed, or the passphrase is wrong.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The code cannot be used.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// Nobody answers at the code's addresses, or the network is not there.
    #[error("no connection")]
    Connect(#[source] io::Error),
    /// Nobody came with the code.
    #[error("nobody called")]
    NobodyCame,
    /// The connection broke off, or was tampered with, or the code is used up.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// One of the two people said that the digits differ.
    #[error("declined")]
    Declined,
    /// This device may not add others.
    #[error("this device does not hold the identity key")]
    NoIdentity,
    /// The other device does not keep to the protocol.
    #[error("the other device does not keep to the protocol")]
    Malformed,
}

impl PairError {
    /// The id of the message that explains it.
    pub fn id(&self) -> &'static str {
        match self {
            PairError::Store(error) => store::message_id(error),
            PairError::Code(CodeError::Newer) => "pair-code-newer",
            PairError::Code(CodeError::OtherKind | CodeError::NotACode) => "pair-not-a-code",
            PairError::Code(_) => "pair-code-damaged",
            PairError::Connect(_) => "sync-no-connection",
            PairError::NobodyCame => "sync-nobody-came",
            PairError::Session(error) => session_id(error),
            PairError::Declined => "pair-declined",
            PairError::NoIdentity => "pair-no-identity",
            PairError::Malformed => "sync-malformed",
        }
    }
}

impl From<MembersError> for PairError {
    fn from(error: MembersError) -> Self {
        match error {
            MembersError::Store(error) => PairError::Store(error),
            _ => PairError::NoIdentity,
        }
    }
}

impl From<OpenError> for PairError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Store(error) => PairError::Store(error),
            _ => PairError::Malformed,
        }
    }
}

/// What the new device says first.
struct Request {
    device: DevicePublic,
    name: String,
}

impl Canonical for Request {
    fn write(&self, to: &mut Writer) {
        to.array(3).uint(1).value(&self.device).text(&self.name);
    }
    fn read(from: &mut Reader<'_>) -> Result<Self, Malformed> {
        from.array_of(3)?;
        if from.uint()? != 1 {
            return Err(Malformed("request version"));
        }
        Ok(Self {
            device: from.value()?,
            name: from.value()?,
        })
    }
}

impl Chart {
    /// Waits for the device that read the offer's code, and makes it part of the record. `confirm` shows the digits and
    /// the device's name, and says whether the person agrees. The offer is used up, whatever comes of it.
    ///
    /// # Errors
    /// [`PairError`]; before anything is shown, if `unlock` does not open the record.
    pub fn pair_listen(
        &mut self,
        listener: &TcpListener,
        offer: PairingOffer,
        unlock: &Unlock,
        wait: Duration,
        confirm: &mut dyn FnMut(&PairRequest) -> bool,
    ) -> Result<DeviceView, PairError> {
        self.record.check_unlock(unlock)?;
        let until = tcp::deadline(wait);
        let mut channel = loop {
            let stream = tcp::accept(listener, until).map_err(|error| match error.kind() {
                io::ErrorKind::TimedOut => PairError::NobodyCame,
                _ => PairError::Connect(error),
            })?;
            match Channel::respond(stream, |first| offer.answer(first)) {
                Ok(channel) => break channel,
                // Not from somebody who saw the code.
                Err(SessionError::Handshake(HandshakeError::NotForUs) | SessionError::Interrupted) => {}
                Err(SessionError::TimedOut | SessionError::Handshake(HandshakeError::TooLong)) => {}
                Err(error) => return Err(error.into()),
            }
        };
        let message = next(&mut channel)?;
        let Request { device, name } = cbor::from_bytes(&message).map_err(|_| PairError::Malformed)?;
        if device.exchange != channel.session().remote() || name.len() > MAX_NAME {
            return Err(PairError::Malformed);
        }
        let request = PairRequest {
            check: channel.session().check_code(),
            device_name: name,
        };
        tcp::set_patience(channel.stream(), wait).map_err(SessionError::from)?;
        if !confirm(&request) {
            channel.send(NO)?;
            return Err(PairError::Declined);
        }
        channel.send(YES)?;
        if next(&mut channel)? != YES {
            return Err(PairError::Declined);
        }
        let id = device.sign;
        let welcome = self.record.welcome_device(device, &request.device_name, unlock)?;
        let mut event = self.about_device(Action::DeviceAdded, id);
        event.sections = Section::ALL.to_vec();
        let begun = self.audit_begin(event)?;
        let sent = channel.send(&welcome.to_bytes()).and_then(|()| channel.close());
        self.audit_close(begun, audit::outcome(&sent), 0)?;
        tcp::hang_up(sent?);
        let added = self.devices().into_iter().find(|it| it.id == id);
        added.ok_or(PairError::Malformed)
    }

    /// Makes a new device part of the record whose code it read; `with` says what opens it here and what it is called.
    /// `confirm` shows the digits and says whether the person agrees. The record is empty until the first sync.
    ///
    /// # Errors
    /// [`PairError`]; nothing is left behind.
    pub fn pair_connect(
        home: &Home,
        code: &PairingCode,
        with: &CreateChart<'_>,
        wait: Duration,
        confirm: &mut dyn FnMut(CheckCode) -> bool,
    ) -> Result<Self, PairError> {
        if home.holds_record() {
            return Err(StoreError::Exists.into());
        }
        let applicant = Applicant::new(home.context());
        let stream = nearby::connect(code.addresses(), &code.beacon()).map_err(PairError::Connect)?;
        let initiator = code
            .initiate(&applicant.keys().exchange)
            .map_err(SessionError::from)?;
        let mut channel = Channel::initiate(stream, initiator)?;
        channel.send(&cbor::to_bytes(&Request {
            device: applicant.public(),
            name: with.device_name.chars().take(60).collect(),
        }))?;
        tcp::set_patience(channel.stream(), wait).map_err(SessionError::from)?;
        if !confirm(channel.session().check_code()) {
            channel.send(NO)?;
            return Err(PairError::Declined);
        }
        channel.send(YES)?;
        if next(&mut channel)? != YES {
            return Err(PairError::Declined);
        }
        let message = zeroize::Zeroizing::new(next(&mut channel)?);
        let welcome = Welcome::from_bytes(&message).map_err(|_| PairError::Malformed)?;
        let record = Record::join(home.setup(), applicant, welcome, with.unlock, with.kdf)?;
        tcp::hang_up(channel.close()?);
        Ok(Self::over(record, home))
    }
}

fn next(channel: &mut Channel<TcpStream>) -> Result<Vec<u8>, PairError> {
    channel.receive()?.ok_or(PairError::Declined)
}
