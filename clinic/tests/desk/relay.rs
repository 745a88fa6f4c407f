//! A relay in this process.

use clap::Parser;
use pocketchart_relay::{Clock, Config, Listening, serve};
use std::sync::mpsc;
use std::thread;
use tempfile::TempDir;
use tokio::sync::oneshot;

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

/// A relay. It stops when this is dropped.
pub(crate) struct Relay {
    pub(crate) url: String,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
    _folder: TempDir,
}

impl Relay {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("relay.sqlite");
        let arguments = [
            "relay",
            "--listen=127.0.0.1:0",
            "--store",
            store.to_str().unwrap(),
        ];
        let Arguments { config } = Arguments::parse_from(arguments);
        let (stop, stopped) = oneshot::channel::<()>();
        let (said, ready) = mpsc::channel();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap();
            let ready = move |listening: Listening| said.send(listening.service).unwrap();
            let stop = async { drop(stopped.await) };
            let served = serve(&config, Clock::of_the_machine(), ready, stop);
            runtime.block_on(served).unwrap();
        });
        Self {
            url: format!("http://{}", ready.recv().unwrap()),
            stop: Some(stop),
            thread: Some(thread),
            _folder: folder,
        }
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        drop(self.stop.take());
        let _ = self.thread.take().map(thread::JoinHandle::join);
    }
}
