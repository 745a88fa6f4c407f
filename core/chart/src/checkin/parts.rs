//! The resources of an answer, one by one.

use pocketchart_fhir::split::{Part, Resource, split_bytes};
use pocketchart_share::checkin::{Artifact, ArtifactContent, CheckinItem, CheckinRequest, CheckinResponse};

/// A resource that was given, with what holds it and its place there, from 0.
pub(super) type Given<'a> = (&'a Artifact, usize, Resource);

/// What was given for an item in a release of FHIR that was asked for, in the response's order.
pub(super) fn given<'a>(
    request: &'a CheckinRequest,
    response: &'a CheckinResponse,
    item: &'a CheckinItem,
) -> impl Iterator<Item = Given<'a>> + 'a {
    let fhir = response
        .artifacts_for(&item.id)
        .filter_map(move |it| match &it.content {
            ArtifactContent::Fhir { version, json } if request.takes_release(version) => Some((it, json)),
            _ => None,
        });
    fhir.flat_map(|(artifact, json)| {
        let parts = split_bytes(json.as_bytes()).into_iter().flatten().enumerate();
        parts.filter_map(move |(at, part)| match part {
            Part::Resource(resource) => Some((artifact, at, resource)),
            _ => None,
        })
    })
}
