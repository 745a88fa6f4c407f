use super::ServeEvent;
use crate::tcp;
use pocketchart_share::grant::{GrantId, GrantKeys};
use pocketchart_share::redeem::{Reply, Unwilling};
use pocketchart_share::session::{Channel, HandshakeError};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const LOOK: Duration = Duration::from_millis(50);

/// Turns others away while a person decides about one caller, and tells the person so.
pub(super) struct Deflector<'a> {
    pub(super) listener: &'a TcpListener,
    pub(super) codes: &'a [(GrantId, GrantKeys)],
    pub(super) told: &'a (dyn Fn(ServeEvent) + Sync),
}

impl Deflector<'_> {
    /// Runs `decide` while others are turned away.
    pub(super) fn during<T>(&self, decide: impl FnOnce() -> T) -> T {
        let decided = AtomicBool::new(false);
        thread::scope(|scope| {
            let watch = scope.spawn(|| {
                while !decided.load(Ordering::Acquire) {
                    if let Ok(stream) = tcp::accept(self.listener, Instant::now() + LOOK) {
                        self.turn_away(stream);
                    }
                }
            });
            let answer = decide();
            decided.store(true, Ordering::Release);
            // Nothing in it panics; if it did, nobody would be turned away, and no more.
            let _ = watch.join();
            answer
        })
    }

    fn turn_away(&self, stream: TcpStream) {
        let _ = tcp::set_patience(&stream, Duration::from_secs(2));
        let answered = Channel::respond(stream, |first| {
            let mut answers = self.codes.iter().map(|(_, keys)| keys.answer(first));
            let ours = answers.find(|it| !matches!(it, Err(HandshakeError::NotForUs)));
            ours.unwrap_or(Err(HandshakeError::NotForUs))
        });
        let Ok(mut channel) = answered else {
            return;
        };
        (self.told)(ServeEvent::AnotherCaller);
        let busy = Reply::Nothing(Unwilling::Busy).to_bytes();
        if channel.send(&busy).is_ok()
            && let Ok(stream) = channel.close()
        {
            tcp::hang_up(stream);
        }
    }
}
