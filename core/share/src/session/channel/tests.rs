use std::collections::VecDeque;
use std::io::{Read, Write};
use std::sync::{Arc, Mutex};

use pocketchart_crypto::Secret;
use pocketchart_crypto::exchange::ExchangeSecret;

use super::{Channel, SessionError};
use crate::session::PairingOffer;

/// One side of a pipe in memory.
#[derive(Clone, Default)]
struct Pipe {
    to: Arc<Mutex<VecDeque<u8>>>,
    from: Arc<Mutex<VecDeque<u8>>>,
}

impl Read for Pipe {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.from.lock().unwrap().read(buffer)
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.to.lock().unwrap().write(bytes)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn channels() -> (Channel<Pipe>, Channel<Pipe>) {
    let offer = PairingOffer::new(vec!["host:1".into()]).unwrap();
    let initiator = offer
        .code()
        .initiate(&ExchangeSecret::from_seed(&Secret::random()))
        .unwrap();
    let answer = offer.answer(initiator.first_message()).unwrap();
    let session = initiator.finish(&answer.second).unwrap();
    let ours = Pipe::default();
    let theirs = Pipe {
        to: ours.from.clone(),
        from: ours.to.clone(),
    };
    (Channel::new(ours, session), Channel::new(theirs, answer.session))
}

/// Keys change every 65,536 frames, in each direction for itself.
#[test]
fn keys_are_replaced_on_both_sides() {
    let (mut ours, mut theirs) = channels();
    for i in 0..140_000_u32 {
        ours.send(&i.to_be_bytes()).unwrap();
        assert_eq!(theirs.receive().unwrap().unwrap(), i.to_be_bytes());
        if i % 3 == 0 {
            theirs.send(b"").unwrap();
            assert_eq!(ours.receive().unwrap().unwrap(), b"");
        }
    }
}

/// Negative control: where only one side replaces its key, the next frame is refused.
#[test]
fn a_key_kept_too_long_is_noticed() {
    let (ours, mut theirs) = channels();
    let mut ours = ours.rekey_every(10);
    for _ in 0..10 {
        ours.send(b"before").unwrap();
        assert_eq!(theirs.receive().unwrap().unwrap(), b"before");
    }
    ours.send(b"after").unwrap();
    assert!(matches!(theirs.receive(), Err(SessionError::Altered)));
}

/// Each direction has its key: what one side sent cannot be sent back to it.
#[test]
fn nothing_can_be_mirrored() {
    let (ours, _) = channels();
    let to = Pipe::default().to;
    let mut mirrored = Channel::new(Pipe { from: to.clone(), to }, ours.session);
    mirrored.send(b"from us").unwrap();
    assert!(matches!(mirrored.receive(), Err(SessionError::Altered)));
}

/// The other side holds the keys but does not keep to the format.
#[test]
fn malformed_messages_are_refused() {
    let len = |len: u32| len.to_be_bytes().to_vec();
    let frames: [Vec<Vec<u8>>; 7] = [
        vec![vec![]],
        vec![vec![0; 3]],
        vec![[len(1), vec![1, 2]].concat()],
        vec![[len(u32::MAX), vec![0]].concat()],
        vec![[len(5), vec![1; 2]].concat(), vec![1; 3]],
        vec![[len(70_000), vec![1; 65_515]].concat(), vec![]],
        vec![[len(70_000), vec![1; 65_515]].concat(), vec![1; 65_519]],
    ];
    for frames in frames {
        let (mut ours, mut theirs) = channels();
        for frame in &frames {
            ours.write_frame(frame).unwrap();
        }
        assert!(matches!(theirs.receive(), Err(SessionError::Malformed)));
        assert!(matches!(theirs.receive(), Err(SessionError::Broken)));
    }
    for len in [super::MAX_MESSAGE as u32 + 1, u32::MAX - 1] {
        let (mut ours, mut theirs) = channels();
        ours.write_frame(&len.to_be_bytes()).unwrap();
        assert!(matches!(theirs.receive(), Err(SessionError::TooLong)));
    }
}
