//! What a code stands for, for who types one.

// Its parameters name their place.
#![allow(unused_qualifications, reason = "as utoipa writes it")]

use axum::Json;
use pocketchart::knowledge;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    answer::{Refusal, Refusals},
    body::Asked,
    who::Member,
};

/// A code of a code system.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Code {
    /// The system, as FHIR names it.
    system: String,
    /// The code.
    code: String,
}

/// What it stands for.
#[derive(Serialize, ToSchema)]
pub(super) struct CodeName {
    /// In English; none where no table here names it, which says nothing about whether there is such a code.
    name: Option<&'static str>,
}

/// What a code stands for.
#[utoipa::path(get, path = "/api/codes", operation_id = "code_name", tag = "codes",
    params(Code), responses((status = 200, body = CodeName), Refusals))]
pub(super) async fn name(_: Member, Asked(code): Asked<Code>) -> Result<Json<CodeName>, Refusal> {
    let name = knowledge::name_of(&code.system, &code.code).map_err(|_| Refusal::Broken)?;
    Ok(Json(CodeName { name }))
}
