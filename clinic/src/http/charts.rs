//! The charts that patients opened.

#![allow(unused_qualifications, reason = "as utoipa writes it")]

use std::sync::Arc;

use axum::{Json, extract::State};
use pocketchart::{ListOptions, Section};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer::{Refusal, Refusals, blocking},
    body::{Asked, InPath},
    who::Member,
};
use crate::{
    charts::{Banner, ChartLine, Receipt, SectionPage},
    desk::Desk,
    id::Id,
};

/// Entries on a page.
const PAGE: usize = 200;

/// Which part of a section.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Part {
    /// Entries to leave out at the front.
    offset: Option<u32>,
    /// How many entries: at most 200.
    #[param(minimum = 1, maximum = 200)]
    limit: Option<usize>,
    /// Also what was retracted and what is only proposed.
    past: Option<bool>,
}

/// Who is here: the charts that are open, the newest first.
#[utoipa::path(get, path = "/api/charts", operation_id = "charts", tag = "charts",
    responses((status = 200, body = Vec<ChartLine>), Refusals))]
pub(super) async fn all(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<ChartLine>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.charts(&by)).await??))
}

/// The banner: who it is, allergies first, and the sections that were opened.
#[utoipa::path(get, path = "/api/charts/{id}", tag = "charts", params(("id" = String, Path)),
    responses((status = 200, body = Banner), Refusals))]
pub(super) async fn banner(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<Banner>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.banner(&by, id)).await??))
}

/// A part of a section, in the order of the patient's own lists.
#[utoipa::path(get, path = "/api/charts/{id}/sections/{section}", tag = "charts",
    params(("id" = String, Path), ("section" = String, Path), Part),
    responses((status = 200, body = SectionPage), Refusals))]
pub(super) async fn section(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath((id, section)): InPath<(Id, String)>,
    Asked(part): Asked<Part>,
) -> Result<Json<SectionPage>, Refusal> {
    let section = Section::from_name(&section).ok_or(Refusal::NotHere)?;
    let options = ListOptions {
        offset: part.offset.unwrap_or_default() as usize,
        limit: part.limit.unwrap_or(50),
        include_past: part.past.unwrap_or_default(),
    };
    if !(1..=PAGE).contains(&options.limit) {
        return Err(Refusal::Malformed);
    }
    let page = blocking(&desk, move |desk| desk.section(&by, id, (section, &options))).await??;
    Ok(Json(page))
}

/// Close a chart before its time: keys and content are deleted, the receipt is kept.
#[utoipa::path(delete, path = "/api/charts/{id}", tag = "charts", params(("id" = String, Path)),
    responses((status = 200, body = Receipt), Refusals))]
pub(super) async fn close(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
    InPath(id): InPath<Id>,
) -> Result<Json<Receipt>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.close(&by, id)).await??))
}

/// The receipts of charts that have ended, the newest first.
#[utoipa::path(get, path = "/api/receipts", tag = "charts", responses((status = 200, body = Vec<Receipt>), Refusals))]
pub(super) async fn receipts(
    State(desk): State<Arc<Desk>>,
    Member(by): Member,
) -> Result<Json<Vec<Receipt>>, Refusal> {
    Ok(Json(blocking(&desk, move |desk| desk.receipts(&by)).await??))
}
