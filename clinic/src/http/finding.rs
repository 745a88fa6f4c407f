//! Finding things in a chart.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State};
use pocketchart::EntryId;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Asked, InPath},
    who::Member,
};
use crate::{
    charts::{self, EntryPage, FoundPage, MeasurePage, MeasuresPage},
    desk::Desk,
    id::Id,
};

/// Entries, measures or values on a page.
const PAGE: usize = 200;
/// Letters of a search or of a measure's name.
const LONGEST: usize = 400;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Search {
    /// Words, or beginnings of words: all of them have to be there.
    #[param(max_length = 400)]
    q: String,
    /// Entries to leave out at the front.
    offset: Option<u32>,
    /// How many entries: at most 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// Which part of what was measured.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Measures {
    /// Measures to leave out at the front.
    offset: Option<u32>,
    /// How many measures: at most 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

/// Which measure, and which part of it.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Measure {
    /// The measure's name among the others.
    #[param(max_length = 400)]
    measure: String,
    /// Values to leave out at the newest end.
    offset: Option<u32>,
    /// How many values: at most 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
}

fn part(offset: Option<u32>, limit: Option<usize>) -> Result<charts::Part, Refusal> {
    let limit = limit.unwrap_or(50);
    let offset = offset.unwrap_or_default() as usize;
    let is_fit = (1..=PAGE).contains(&limit);
    is_fit
        .then_some(charts::Part { offset, limit })
        .ok_or(Refusal::Malformed)
}

fn short(text: String) -> Result<String, Refusal> {
    let is_short = text.chars().count() <= LONGEST;
    is_short.then_some(text).ok_or(Refusal::Malformed)
}

/// What holds and contains all these words, in the sections that were opened for reading and that this role may read; section by section,
/// the newest first.
#[utoipa::path(get, path = "/api/charts/{id}/search", operation_id = "search", tag = "charts",
    params(("id" = String, Path), Search), responses((status = 200, body = FoundPage), Refusals))]
pub(super) async fn search(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
    Asked(asked): Asked<Search>,
) -> Result<Json<FoundPage>, Refusal> {
    let part = part(asked.offset, asked.limit)?;
    let text = short(asked.q)?;
    let found = blocking(&desk, move |desk| desk.search(&by, chart, (&text, part))).await??;
    Ok(Json(found))
}

/// What was measured, for clinicians: what was measured most comes first.
#[utoipa::path(get, path = "/api/charts/{id}/trends", operation_id = "measures", tag = "charts",
    params(("id" = String, Path), Measures), responses((status = 200, body = MeasuresPage), Refusals))]
pub(super) async fn measures(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
    Asked(asked): Asked<Measures>,
) -> Result<Json<MeasuresPage>, Refusal> {
    let part = part(asked.offset, asked.limit)?;
    let page = blocking(&desk, move |desk| desk.measures(&by, chart, part)).await??;
    Ok(Json(page))
}

/// One thing that was measured, over time, the newest values first, as they were written; for clinicians. What was entered in error is not
/// among them, and neither is a value about which sources disagree.
#[utoipa::path(get, path = "/api/charts/{id}/trend", operation_id = "measure", tag = "charts",
    params(("id" = String, Path), Measure), responses((status = 200, body = MeasurePage), Refusals))]
pub(super) async fn measure(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(chart): InPath<Id>,
    Asked(asked): Asked<Measure>,
) -> Result<Json<MeasurePage>, Refusal> {
    let part = part(asked.offset, asked.limit)?;
    let key = short(asked.measure)?;
    let found = blocking(&desk, move |desk| desk.measure(&by, chart, (&key, part))).await??;
    Ok(Json(found.ok_or(Refusal::NotHere)?))
}

/// All that is known of an entry: who says so and by what it came, what was said before, who disagrees.
#[utoipa::path(get, path = "/api/charts/{id}/entries/{entry}", operation_id = "entry", tag = "charts",
    params(("id" = String, Path), ("entry" = String, Path)), responses((status = 200, body = EntryPage), Refusals))]
pub(super) async fn entry(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath((chart, entry)): InPath<(Id, String)>,
) -> Result<Json<EntryPage>, Refusal> {
    let entry = EntryId::from_text(&entry).ok_or(Refusal::NotHere)?;
    let found = blocking(&desk, move |desk| desk.entry(&by, chart, &entry)).await??;
    Ok(Json(found.ok_or(Refusal::NotHere)?))
}
