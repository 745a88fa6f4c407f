//! What the interface says of itself, made from the code.

use axum::Json;
use utoipa::OpenApi;

use super::answer::{Refusals, Refused};
use crate::problem::Problem;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Pocketchart desk",
        description = "The interface of a clinic's desk, for its own pages."
    ),
    paths(
        document,
        super::session::beginning,
        super::session::set_up,
        super::session::sign_in,
        super::session::who,
        super::session::sign_out,
        super::session::change_password,
        super::staff::all,
        super::staff::add,
        super::staff::change,
        super::passkeys::sign_in_question,
        super::passkeys::sign_in_by_passkey,
        super::passkeys::all,
        super::passkeys::question,
        super::passkeys::begin,
        super::passkeys::add,
        super::passkeys::remove,
        super::passkeys::of_all,
        super::passkeys::set_rules,
        super::passkeys::remove_of,
        super::audit::page,
        super::audit::check,
        super::audit::fhir,
        super::scan::begin,
        super::scan::state,
        super::charts::all,
        super::charts::banner,
        super::charts::section,
        super::charts::close,
        super::charts::receipts,
        super::finding::search,
        super::finding::measures,
        super::finding::measure,
        super::finding::entry,
        super::news::stream,
        super::codes::name,
        super::bridge::settings,
        super::bridge::set,
        super::bridge::remove,
        super::bridge::keys,
        super::bridge::set_key,
        super::bridge::candidates,
        super::bridge::patient,
        super::bridge::confirm,
        super::bridge::unlink,
        super::bridge::approve,
        super::bridge::approve_visit,
        super::checkin_bridge::writing,
        super::checkin_bridge::approve,
        super::checkin_bridge::candidates,
        super::checkin_bridge::patient,
        super::checkin_bridge::confirm,
        super::checkin_bridge::unlink,
        super::result_bridge::writing,
        super::result_bridge::approve,
        super::bridge::outbox,
        super::bridge::message,
        super::bridge::send_now,
        super::bridge::decide,
        super::visits::all,
        super::visits::of_chart,
        super::visits::begin,
        super::visits::one,
        super::visits::save,
        super::visits::discard,
        super::visit_files::add,
        super::visit_files::one,
        super::visit_files::remove,
        super::visits::check,
        super::visits::sign,
        super::visits::give_back,
        super::checkins::all,
        super::checkins::make,
        super::checkins::forms,
        super::checkins::one,
        super::checkins::discard,
        super::checkins::request,
        super::checkins::send,
        super::checkins::qr,
        super::checkins::answer,
        super::checkins::take,
        super::checkins::read,
        super::checkin_link::request,
        super::checkin_link::answer,
        super::messages::all,
        super::messages::of_chart,
        super::messages::write,
        super::messages::look,
        super::messages::read,
        super::reconcile::comparison,
        super::reconcile::read,
        super::reconcile::decide,
    ),
    // What only refusals refer to is not found by itself.
    components(schemas(Refused, Problem))
)]
struct Description;

/// This description.
#[utoipa::path(get, path = "/api/openapi.json", tag = "description", responses((status = 200, body = Object), Refusals))]
pub(super) async fn document() -> Json<utoipa::openapi::OpenApi> {
    Json(Description::openapi())
}
