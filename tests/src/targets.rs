//! Every parser of foreign bytes as a function of bytes, for fuzzing and for replaying what fuzzing found. None may
//! panic, and what each lets through must hold what it promises.

mod audit;
mod card;
mod care;
mod checkin;
mod content;
mod engine;
pub mod fixture;
mod grant;
mod health;
mod meeting;
pub mod mutate;
mod readers;
mod redeem;
mod relay;
mod relay_http;
mod relayed;
pub mod seeds;
mod smart;

/// One parser.
pub struct Target {
    pub name: &'static str,
    pub run: fn(&[u8]),
    /// Whether one run costs a millisecond or more.
    pub slow: bool,
}

const fn fast(name: &'static str, run: fn(&[u8])) -> Target {
    Target {
        name,
        run,
        slow: false,
    }
}

const fn slow(name: &'static str, run: fn(&[u8])) -> Target {
    Target {
        name,
        run,
        slow: true,
    }
}

pub const TARGETS: [Target; 41] = [
    fast("apple_health", readers::apple_health),
    fast("audit", audit::audit),
    fast("backup_words", content::words),
    fast("bodies", content::bodies),
    fast("card", card::card),
    fast("ccda", content::ccda),
    fast("cds_request", care::request),
    fast("channel", meeting::channel),
    fast("checkin", checkin::checkin),
    fast("csv_readings", readers::rows),
    fast("envelope", engine::envelope),
    fast("fhir_split", content::split),
    fast("fhir_view", content::view),
    fast("form", checkin::form),
    fast("grant", grant::grant),
    fast("grant_code", grant::code),
    fast("handshake", meeting::handshake),
    fast("health_card", health::card),
    fast("health_file", health::file),
    fast("health_link", health::link),
    fast("hl7_v2", readers::messages),
    fast("inflate", engine::inflated),
    fast("ips", content::ips),
    fast("manifest", health::manifest),
    fast("media", readers::media),
    fast("pairing_code", meeting::pairing_code),
    fast("redeem", redeem::redeem),
    fast("relay_messages", relay::messages),
    fast("relayed", relayed::relayed),
    fast("smart_discovery", smart::discovery),
    fast("smart_token", smart::token),
    fast("smart_write", smart::write),
    fast("welcome", engine::welcome),
    slow("backup", engine::backup),
    slow("base", engine::base),
    slow("findings", care::findings),
    slow("payload", engine::payload),
    slow("relay_http", relay_http::http),
    slow("statement", engine::statement),
    slow("sync", engine::sync),
    slow("tables", care::tables),
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Inputs of several parts: each part behind its length in two bytes. What is left over is the last part.
pub fn parts(mut data: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    while let Some((len, rest)) = data.split_first_chunk() {
        let len = usize::from(u16::from_be_bytes(*len)).min(rest.len());
        let (part, after) = rest.split_at(len);
        parts.push(part);
        data = after;
    }
    if !data.is_empty() {
        parts.push(data);
    }
    parts
}

/// The input of which [`parts`] gives these.
pub fn joined(parts: &[&[u8]]) -> Vec<u8> {
    let mut data = Vec::new();
    for part in parts {
        data.extend_from_slice(&u16::try_from(part.len()).unwrap_or(u16::MAX).to_be_bytes());
        data.extend_from_slice(&part[..part.len().min(usize::from(u16::MAX))]);
    }
    data
}
