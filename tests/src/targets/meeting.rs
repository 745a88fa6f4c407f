use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_share::session::{Channel, Meeting, PairingCode, PairingOffer, Peer};
use std::io::{self, Cursor, Read, Write};
use std::sync::LazyLock;

/// A pasted pairing code.
pub(super) fn pairing_code(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    if let Ok(code) = PairingCode::from_text(text) {
        let again = PairingCode::from_text(&code.to_text()).unwrap();
        assert_eq!(code.to_text(), again.to_text());
    }
}

static OFFER: LazyLock<PairingOffer> =
    LazyLock::new(|| PairingOffer::new(vec!["192.0.2.1:7411".into()]).unwrap());
static ONE: LazyLock<ExchangeSecret> = LazyLock::new(|| secret(1));
static OTHER: LazyLock<ExchangeSecret> = LazyLock::new(|| secret(2));

fn secret(seed: u8) -> ExchangeSecret {
    ExchangeSecret::from_seed(&pocketchart_crypto::Secret::from_bytes([seed; 32]))
}

/// Changes `message` by the bytes of `data`, the first of which says where; `None` if nothing changes. The whole is never
/// compared: the fuzzer learns from comparisons, and would come with a right message that it saw there.
fn overlaid(message: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let (at, changes) = data.split_first()?;
    let mut altered = message.to_vec();
    let mut is_altered = false;
    for (byte, change) in altered.iter_mut().skip(usize::from(*at)).zip(changes) {
        *byte ^= change;
        is_altered |= *change != 0;
    }
    is_altered.then_some(altered)
}

/// The first message of both handshakes and the second: as it comes, and as a right one altered.
pub(super) fn handshake(data: &[u8]) {
    let (one, other) = (
        Peer::new(&ONE, OTHER.public()).unwrap(),
        Peer::new(&OTHER, ONE.public()).unwrap(),
    );
    let meeting = Meeting::new(&OTHER);
    assert!(OFFER.answer(data).is_err() && meeting.answer(&[other], data).is_err());
    let other = [Peer::new(&OTHER, ONE.public()).unwrap()];
    let initiator = OFFER.code().initiate(&ONE).unwrap();
    let caller = Meeting::new(&ONE).initiate(&one).unwrap();
    if let Some(altered) = overlaid(initiator.first_message(), data) {
        assert!(OFFER.answer(&altered).is_err(), "an altered first message");
    }
    if let Some(altered) = overlaid(caller.first_message(), data) {
        assert!(
            meeting.answer(&other, &altered).is_err(),
            "an altered first message"
        );
    }
    let answer = meeting.answer(&other, caller.first_message()).unwrap();
    match overlaid(&answer.second, data) {
        Some(altered) => assert!(caller.finish(&altered).is_err(), "an altered second message"),
        None => assert!(caller.finish(&answer.second).is_ok()),
    }
}

/// A stream that was recorded, and into which everything may be written.
struct Recorded(Cursor<Vec<u8>>);

impl Read for Recorded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read(buffer)
    }
}

impl Write for Recorded {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        Ok(buffer.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Frames of an encrypted channel: nothing that the other side did not seal comes through.
pub(super) fn channel(data: &[u8]) {
    let caller = Meeting::new(&ONE)
        .initiate(&Peer::new(&ONE, OTHER.public()).unwrap())
        .unwrap();
    let mut stream = Vec::new();
    stream.extend_from_slice(&(caller.first_message().len() as u16).to_be_bytes());
    stream.extend_from_slice(caller.first_message());
    stream.extend_from_slice(data);
    let peers = [Peer::new(&OTHER, ONE.public()).unwrap()];
    let answer = |first: &[u8]| Meeting::new(&OTHER).answer(&peers, first);
    if let Ok(mut channel) = Channel::respond(Recorded(Cursor::new(stream)), answer) {
        assert!(
            !matches!(channel.receive(), Ok(Some(_))),
            "a message that nobody sealed"
        );
    }
    let _ = Channel::respond(Recorded(Cursor::new(data.to_vec())), answer);
}
