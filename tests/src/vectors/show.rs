//! What values mean, as JSON: names instead of numbers, bytes as hexadecimal, what is not there left out.

use super::input::hex;
use pocketchart_record::*;
use serde_json::{Map, Value, json};

fn object(pairs: Value) -> Map<String, Value> {
    match pairs {
        Value::Object(map) => map.into_iter().filter(|(_, value)| !value.is_null()).collect(),
        _ => Map::new(),
    }
}

pub(super) fn act(act: Act) -> &'static str {
    match act {
        Act::Correct => "correct",
        Act::Retract => "retract",
        Act::Confirm => "confirm",
        Act::Dispute => "dispute",
        Act::Resolve => "resolve",
    }
}

pub(super) fn entry(entry: &Entry) -> Value {
    let ids: Vec<String> = entry.supersedes.iter().map(EntryId::to_text).collect();
    Value::Object(object(json!({
        "kind": entry.kind,
        "recorded": entry.recorded,
        "body": entry.body.map(|body| json!({"hash": hex(&body.hash.0), "len": body.len})),
        "supersedes": (!ids.is_empty()).then_some(ids),
        "act": entry.act.map(act),
        "reason": entry.reason,
        "source": entry.source.as_ref().map(|it| json!([it.system, it.kind, it.id])),
        "media": entry.media,
        "admission": entry.admission.as_ref().map(admission),
        "hash": hex(&entry.hash().0),
    })))
}

fn admission(it: &Admission) -> Value {
    Value::Object(object(json!({
        "feed": hex(&it.feed.0),
        "seq": it.seq,
        "hash": hex(&it.hash.0),
        "verdict": match it.verdict { Verdict::Admitted => "admitted", Verdict::Held => "held" },
        "received": it.received,
        "authority": it.authority.map(|id| hex(&id.0)),
    })))
}

pub(super) fn payload(payload: &Payload) -> Value {
    let deps: Vec<Value> = payload
        .deps
        .iter()
        .map(|it| json!([hex(&it.feed.0), it.seq, hex(&it.change)]))
        .collect();
    Value::Object(object(json!({
        "time": payload.time,
        "bodies": payload.bodies.iter().map(|body| hex(body)).collect::<Vec<_>>(),
        "entries": payload.entries.iter().map(entry).collect::<Vec<_>>(),
        "deps": (!deps.is_empty()).then_some(deps),
        "opening": payload.opening.as_ref().map(|it| json!({
            "document": hex(&it.document.0),
            "record": hex(&it.record.0),
            "section": it.section.name(),
            "author": hex(&it.author.0),
            "incarnation": hex(&it.incarnation.0),
            "authority": hex(&it.authority.0),
        })),
        "checkpoint": payload.checkpoint.as_ref().map(|it| json!({
            "seq": it.seq,
            "envelope": hex(&it.envelope.0),
            "change": hex(&it.change.0),
            "signature": hex(it.signature.as_bytes()),
        })),
    })))
}

pub(super) fn header(header: &Header) -> Value {
    json!({
        "key": hex(&header.key.0),
        "document": hex(&header.document.0),
        "feed": hex(&header.feed.0),
        "seq": header.seq,
        "prev": hex(&header.prev),
    })
}

fn names(sections: &[Section]) -> Vec<&'static str> {
    sections.iter().map(|section| section.name()).collect()
}

fn heads(heads: &[KnownHead]) -> Vec<Value> {
    let shown = heads.iter();
    shown
        .map(|head| json!([hex(&head.feed.0), head.seq, hex(&head.hash.0)]))
        .collect()
}

fn key_record(it: &KeyRecord) -> Value {
    let packets = it.packets.iter();
    let mut said = json!({
        "says": "key",
        "section": it.section.name(),
        "commitment": hex(&it.commitment),
        "key": hex(&it.key().0),
        "parents": it.parents.iter().map(|id| hex(&id.0)).collect::<Vec<_>>(),
        "created": it.created,
        "packets": packets.map(|(reader, sealed)| json!([hex(reader), hex(sealed)])).collect::<Vec<_>>(),
    });
    if let Some(writer) = &it.writer {
        said["writer"] = hex(&writer.0);
    }
    said
}

pub(super) fn statement(statement: &Statement) -> Value {
    let mut said = match &statement.fact {
        Fact::Certificate(it) => json!({
            "says": "certificate",
            "author": hex(&it.author.0),
            "device": {
                "sign": hex(&it.device.sign.0),
                "exchange": hex(it.device.exchange.as_bytes()),
                "kem": hex(it.device.kem.as_bytes()),
            },
            "name": it.name,
            "created": it.created,
            "not_after": it.not_after,
        }),
        Fact::Recovery(it) => json!({"says": "recovery", "kem": hex(it.kem.as_bytes())}),
        Fact::Permission(it) => json!({
            "says": "permission",
            "author": hex(&it.author.0),
            "name": it.name,
            "sections": names(&it.sections),
            "not_before": it.not_before,
            "not_after": it.not_after,
        }),
        Fact::Key(it) => key_record(it),
        Fact::Revocation(it) => json!({
            "says": "revocation",
            "device": hex(&it.device.0),
            "revoked": it.revoked,
            "heads": heads(&it.heads),
        }),
        Fact::Access(it) => json!({
            "says": "access",
            "grant": hex(&it.grant),
            "author": hex(&it.author.0),
            "device": hex(&it.device.0),
            "name": it.name,
            "read": names(&it.read),
            "later": names(&it.later),
            "append": names(&it.append),
            "made": it.made,
            "not_before": it.not_before,
            "not_after": it.not_after,
        }),
        Fact::Succession(it) => json!({
            "says": "succession",
            "old": hex(&it.old.0),
            "new": hex(&it.new.0),
            "created": it.created,
            "revoked": it.revoked.iter().map(|device| hex(&device.0)).collect::<Vec<_>>(),
            "heads": heads(&it.heads),
            "witness": hex(&it.witness.0),
        }),
        Fact::Proxy(it) => json!({
            "says": "proxy",
            "author": hex(&it.author.0),
            "name": it.name,
            "role": it.role.name(),
            "sections": names(&it.sections),
            "created": it.created,
            "not_after": it.not_after,
        }),
        Fact::ProxyEnd(it) => json!({
            "says": "proxy-end",
            "author": hex(&it.author.0),
            "ended": it.ended,
            "heads": heads(&it.heads),
        }),
        Fact::AccessEnd(it) => json!({
            "says": "access-end",
            "grant": hex(&it.grant),
            "author": hex(&it.author.0),
            "ended": it.ended,
            "heads": heads(&it.heads),
        }),
    };
    said["id"] = hex(&statement.id().0);
    said["record"] = hex(&statement.record.0);
    said["signer"] = hex(&statement.signer);
    said
}
