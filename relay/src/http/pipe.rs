//! Live pipes: two who know one name meet, and what one sends the other gets. Nothing is kept.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    body::Bytes,
    extract::{
        Path, State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    response::Response,
};
use futures_util::{
    SinkExt, StreamExt,
    stream::{SplitSink, SplitStream},
};
use tokio::{select, sync::oneshot, time};

use super::{Relay, answer::Refusal, body};

/// Bytes of one message: a Noise message and its length.
const LONGEST: usize = 64 * 1024;
/// Seconds that one waits for the other to come.
const MEETING: Duration = Duration::from_secs(60);
/// Seconds without a message or ping of one end after which a pipe is closed.
const SILENCE: Duration = Duration::from_secs(60);
/// The longest life of a pipe.
const LIFE: Duration = Duration::from_secs(60 * 60);

/// Who is waiting for another.
#[derive(Default)]
pub(crate) struct Pipes(Mutex<HashMap<[u8; 16], oneshot::Sender<WebSocket>>>);

/// What becomes of somebody who comes to a pipe.
enum Arrival {
    /// The other will come through this.
    First(oneshot::Receiver<WebSocket>),
    /// The other is here, and takes the connection.
    Second(oneshot::Sender<WebSocket>),
}

impl Pipes {
    fn arrive(&self, name: [u8; 16]) -> Arrival {
        let mut waiting = self.lock();
        if let Some(other) = waiting.remove(&name).filter(|other| !other.is_closed()) {
            return Arrival::Second(other);
        }
        let (to, other) = oneshot::channel();
        waiting.insert(name, to);
        Arrival::First(other)
    }

    /// Forgets who waited in vain.
    fn leave(&self, name: &[u8; 16]) {
        let mut waiting = self.lock();
        if waiting.get(name).is_some_and(oneshot::Sender::is_closed) {
            waiting.remove(name);
        }
    }

    /// A panic leaves the map as it is.
    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 16], oneshot::Sender<WebSocket>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Joins a caller to the other end of a pipe.
pub(super) async fn join(
    State(relay): State<Arc<Relay>>,
    Path(name): Path<String>,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Refusal> {
    let name = body::id(&name)?;
    let Ok(place) = Arc::clone(&relay.pipe_ends).try_acquire_owned() else {
        return Err(Refusal::Wait(5));
    };
    Ok(upgrade
        .max_message_size(LONGEST)
        .max_frame_size(LONGEST)
        // What one does not take, the other cannot send: no more than two messages wait here.
        .write_buffer_size(0)
        .max_write_buffer_size(2 * LONGEST)
        .on_upgrade(async move |socket| {
            meet(&relay.pipes, name, socket).await;
            drop(place);
        }))
}

async fn meet(pipes: &Pipes, name: [u8; 16], mut socket: WebSocket) {
    match pipes.arrive(name) {
        Arrival::Second(first) => {
            // Who was first may have gone just now: then this connection ends, and its caller comes again.
            let _ = first.send(socket);
        }
        Arrival::First(other) => {
            let met = alone(&mut socket, other).await;
            pipes.leave(&name);
            if let Some(other) = met {
                let _ = time::timeout(LIFE, pump(socket, other)).await;
            }
        }
    }
}

/// Waits for the other, and notices if this one goes or speaks too early.
async fn alone(socket: &mut WebSocket, other: oneshot::Receiver<WebSocket>) -> Option<WebSocket> {
    select! {
        other = other => other.ok(),
        _ = socket.recv() => None,
        () = time::sleep(MEETING) => None,
    }
}

/// Carries messages both ways until one end closes. The first message to each end is empty, and comes from here: the
/// other is there.
async fn pump(mut one: WebSocket, mut other: WebSocket) {
    for end in [&mut one, &mut other] {
        if end.send(Message::Binary(Bytes::new())).await.is_err() {
            return;
        }
    }
    let (mut to_one, from_one) = one.split();
    let (mut to_other, from_other) = other.split();
    select! {
        () = carry(from_one, &mut to_other) => {}
        () = carry(from_other, &mut to_one) => {}
    }
    for mut end in [to_one, to_other] {
        let _ = end.close().await;
    }
}

/// Carries messages one way, each when the one before it was taken.
async fn carry(mut from: SplitStream<WebSocket>, to: &mut SplitSink<WebSocket, Message>) {
    while let Ok(Some(Ok(said))) = time::timeout(SILENCE, from.next()).await {
        match said {
            Message::Binary(_) => match time::timeout(SILENCE, to.send(said)).await {
                Ok(Ok(())) => {}
                _ => return,
            },
            Message::Ping(_) | Message::Pong(_) => {}
            Message::Text(_) | Message::Close(_) => return,
        }
    }
}
