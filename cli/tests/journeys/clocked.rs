//! A relay on a socket of this machine by a clock that the test moves: what it waits for takes hours.

use clap::{Args, Command, FromArgMatches};
use pocketchart_relay::{Clock, Config, Listening, serve};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use tokio::sync::oneshot;

/// Runs until it is dropped.
pub(crate) struct Clocked {
    pub(crate) url: String,
    now: Arc<AtomicU64>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    _folder: tempfile::TempDir,
}

impl Drop for Clocked {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Clocked {
    pub(crate) fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("relay.sqlite");
        let store = store.to_str().unwrap();
        let typed = ["relay", "--listen", "127.0.0.1:0", "--store", store];
        let matches = Config::augment_args(Command::new("relay")).get_matches_from(typed);
        let config = Config::from_arg_matches(&matches).unwrap();
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        let now = Arc::new(AtomicU64::new(since.as_secs()));
        let time = Arc::clone(&now);
        let (stop, stopped) = oneshot::channel::<()>();
        let (tell, told) = mpsc::channel();
        let thread = spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .enable_all()
                .build()
                .unwrap();
            let ready = move |listening: Listening| tell.send(listening.service).unwrap();
            let clock = Clock::new(move || time.load(Ordering::SeqCst));
            runtime
                .block_on(serve(&config, clock, ready, async { drop(stopped.await) }))
                .unwrap();
        });
        let address = told.recv_timeout(Duration::from_secs(60)).unwrap();
        Self {
            url: format!("http://{address}"),
            now,
            stop: Some(stop),
            thread: Some(thread),
            _folder: folder,
        }
    }

    /// Lets so many seconds pass.
    pub(crate) fn pass(&self, seconds: u64) {
        self.now.fetch_add(seconds, Ordering::SeqCst);
    }
}
