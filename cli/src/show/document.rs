//! The same facts for programs: one shape for every command, numbers as the text that the source wrote.

use super::origin::origin_document;
use pocketchart::{
    Act, Amount, Author, Code, Emptiness, EntryId, FhirDateTime, ItemState, ItemView, Millis, Negation,
    Reading, Remark, Rival, RivalStanding, SectionOverview, SourceMark, Summary, UsualRange, Version,
};
use serde_json::{Value, json};

/// How many letters of a name lists show. They are those of a hash, so any entry is likely to be named by them alone.
const SHORT: usize = 7;

/// The letters by which a person types an entry's name.
pub(crate) fn short(id: &EntryId) -> String {
    let mut hex = id.hash.to_hex();
    hex.truncate(SHORT);
    hex
}

/// The same of an entry that a rule names.
pub(crate) fn short_text(entry: &str) -> String {
    EntryId::from_text(entry).as_ref().map(short).unwrap_or_default()
}

/// An entry's name.
pub(crate) fn id(id: &EntryId) -> Value {
    id.to_text().into()
}

fn ids(list: &[EntryId]) -> Value {
    list.iter().map(id).collect()
}

pub(crate) fn at(millis: Millis) -> Value {
    super::words::instant(millis, jiff::tz::TimeZone::UTC).into()
}

fn date(when: &Option<FhirDateTime>) -> Value {
    when.as_ref().map(FhirDateTime::as_str).into()
}

fn code(code: &Option<Code>) -> Value {
    code.as_ref()
        .map_or(Value::Null, |it| json!({ "system": it.system, "code": it.code }))
}

fn amount(amount: &Option<Amount>) -> Value {
    amount.as_ref().map_or(Value::Null, |it| {
        let number = it.number.as_ref().map(|number| number.as_str());
        json!({
            "text": it.text, "number": number, "comparator": it.comparator, "unit": it.unit, "ucum": it.ucum,
        })
    })
}

fn range(range: &Option<UsualRange>) -> Value {
    range.as_ref().map_or(Value::Null, |it| {
        let (low, high) = (
            it.low.as_ref().map(|it| it.as_str()),
            it.high.as_ref().map(|it| it.as_str()),
        );
        json!({ "low": low, "high": high, "text": it.text })
    })
}

fn reading(it: &Reading) -> Value {
    json!({
        "title": it.title, "code": code(&it.code), "value": amount(&it.value), "range": range(&it.range),
        "flag": it.flag,
    })
}

fn negation(negation: Option<Negation>) -> Option<&'static str> {
    negation.map(|it| match it {
        Negation::NoneKnown => "none-known",
        Negation::NoInformation => "no-information",
        Negation::NotDone => "not-done",
    })
}

fn facts(it: &Summary) -> Value {
    json!({
        "type": it.resource_type, "readable": it.readable, "title": it.title, "code": code(&it.code),
        "category": it.category, "when": date(&it.when), "until": date(&it.until), "status": it.status,
        "verification": it.verification, "severity": it.severity, "criticality": it.criticality,
        "value": amount(&it.value), "range": range(&it.range), "flag": it.flag,
        "components": it.components.iter().map(reading).collect::<Value>(),
        "reaction": it.reaction, "dosage": it.dosage, "note": it.note, "who": it.who,
        "negation": negation(it.negation),
    })
}

pub(crate) fn author(it: &Author) -> Value {
    json!({ "id": it.id.to_hex(), "name": it.name, "patient": it.is_patient, "you": it.is_you })
}

fn source(it: &SourceMark) -> Value {
    json!({
        "id": id(&it.id), "author": author(&it.author), "device": it.device, "recorded": at(it.recorded),
        "known": at(it.known), "system": it.system, "who": it.who,
        "origin": it.origin.as_ref().map(origin_document),
    })
}

fn state(state: ItemState) -> &'static str {
    match state {
        ItemState::Current => "current",
        ItemState::Unreconciled => "unreconciled",
        ItemState::Retracted => "retracted",
        ItemState::Replaced => "replaced",
        ItemState::Proposed => "proposed",
    }
}

fn rival_standing(standing: RivalStanding) -> &'static str {
    match standing {
        RivalStanding::Contradicts => "contradicts",
        RivalStanding::AlsoRight => "also-right",
        RivalStanding::SetAside => "set-aside",
    }
}

/// A statement beside others.
pub(crate) fn rival(it: &Rival) -> Value {
    json!({
        "id": id(&it.id), "short": short(&it.id), "facts": facts(&it.facts),
        "sources": it.sources.iter().map(source).collect::<Value>(), "standing": rival_standing(it.standing),
    })
}

/// An item as in a list.
pub(crate) fn item(it: &ItemView) -> Value {
    json!({
        "id": id(&it.id), "short": short(&it.id), "section": it.section.name(), "state": state(it.state),
        "past": it.past, "facts": facts(&it.facts),
        "sources": it.sources.iter().map(source).collect::<Value>(), "rivals": it.rivals.iter().map(rival).collect::<Value>(),
        "probable": ids(&it.probable), "proposals": ids(&it.proposals), "disputed_by": ids(&it.disputed_by),
        "confirmed_by": ids(&it.confirmed_by), "media": it.media, "content_here": it.content_here,
        "of_lost_device": it.of_lost_device,
        "when": it.when,
    })
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

pub(super) fn remark(it: &Remark) -> Value {
    json!({
        "id": id(&it.id), "act": it.act.map(act), "author": author(&it.author), "device": it.device,
        "at": at(it.at), "reason": it.reason,
    })
}

pub(super) fn version(it: &Version) -> Value {
    json!({ "id": id(&it.id), "facts": it.facts.as_ref().map(facts), "remark": remark(&it.remark) })
}

/// A section in the overview.
pub(crate) fn overview(it: &SectionOverview) -> Value {
    let empty = it.emptiness.as_ref().map(|empty| match empty {
        Emptiness::NothingRecorded => json!({ "kind": "nothing-recorded" }),
        Emptiness::NoneKnown {
            id: entry,
            by,
            who,
            when,
            recorded,
        } => json!({
            "kind": "none-known", "id": id(entry), "by": author(by), "who": who, "when": date(when),
            "recorded": at(*recorded),
        }),
    });
    json!({
        "section": it.section.name(), "current": it.current, "rows": it.rows, "unreconciled": it.unreconciled,
        "proposed": it.proposed, "latest": it.latest, "empty": empty,
    })
}
