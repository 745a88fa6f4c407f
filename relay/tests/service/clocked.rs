//! Relays in this process, by a clock that the test moves.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use clap::Parser;
use pocketchart_relay::{Clock, Config, serve};
use tokio::sync::oneshot;

use crate::{client::Client, process::UNLIMITED};

/// Two relays on one store, and their clock. They stop when this is dropped.
pub(crate) struct Clocked {
    clock: Arc<AtomicU64>,
    urls: Vec<String>,
    stops: Vec<oneshot::Sender<()>>,
    threads: Vec<thread::JoinHandle<()>>,
}

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

impl Clocked {
    pub(crate) fn start(store: &str, options: &[String], now: u64) -> Self {
        let mut clocked = Self {
            clock: Arc::new(AtomicU64::new(now)),
            urls: Vec::new(),
            stops: Vec::new(),
            threads: Vec::new(),
        };
        for _ in 0..2 {
            clocked.add(store, options);
        }
        clocked
    }

    fn add(&mut self, store: &str, options: &[String]) {
        let own = ["relay", "--listen=127.0.0.1:0", "--sweep=1", "--store", store];
        let options = options.iter().map(String::as_str);
        let all = own.into_iter().chain(UNLIMITED.iter().copied()).chain(options);
        let Arguments { config } = Arguments::parse_from(all);
        let (stop, stopped) = oneshot::channel();
        let (said, url) = mpsc::channel();
        let time = Arc::clone(&self.clock);
        let clock = Clock::new(move || time.load(Ordering::SeqCst));
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap();
            let ready = move |listening: pocketchart_relay::Listening| {
                said.send(format!("http://{}", listening.service)).unwrap();
            };
            let stop = async {
                let _ = stopped.await;
            };
            runtime.block_on(serve(&config, clock, ready, stop)).unwrap();
        });
        self.urls.push(url.recv().unwrap());
        self.stops.push(stop);
        self.threads.push(thread);
    }

    pub(crate) fn client_of(&self, n: usize) -> Client {
        Client::new(&self.urls[n % self.urls.len()])
    }

    pub(crate) fn client(&self) -> Client {
        self.client_of(0)
    }

    pub(crate) fn now(&self) -> u64 {
        self.clock.load(Ordering::SeqCst)
    }

    pub(crate) fn pass(&self, seconds: u64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    pub(crate) fn set(&self, now: u64) {
        self.clock.store(now, Ordering::SeqCst);
    }
}

impl Drop for Clocked {
    fn drop(&mut self) {
        self.stops.clear();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}
