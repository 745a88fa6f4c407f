//! Counters without identifiers: which kind of request was answered how.

use std::sync::atomic::AtomicU64;

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{counter::Counter, family::Family, gauge::Gauge},
    registry::Registry,
};

/// The counters.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    /// Bytes that the store holds.
    pub(crate) stored: Gauge<u64, AtomicU64>,
    /// Connections that are open.
    pub(crate) connections: Gauge,
    /// Sweeps that failed.
    pub(crate) failed_sweeps: Counter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: String,
    status: u16,
}

impl Metrics {
    /// All at zero.
    pub(crate) fn new() -> Self {
        let (requests, stored) = (Family::<Request, Counter>::default(), Gauge::default());
        let (connections, failed_sweeps) = (Gauge::default(), Counter::default());
        let mut registry = Registry::with_prefix("pocketchart_relay");
        let answered = "Requests, by their kind and how they were answered";
        registry.register("requests", answered, requests.clone());
        registry.register("stored_bytes", "Bytes in the store", stored.clone());
        registry.register("connections", "Connections that are open", connections.clone());
        registry.register("failed_sweeps", "Sweeps that failed", failed_sweeps.clone());
        Self {
            registry,
            requests,
            stored,
            connections,
            failed_sweeps,
        }
    }

    /// Counts an answer. The route is the pattern of the path, never the path.
    pub(crate) fn answered(&self, route: &str, status: u16) {
        let route = route.to_owned();
        self.requests.get_or_create(&Request { route, status }).inc();
    }

    /// In the text that Prometheus reads.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
