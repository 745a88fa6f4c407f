//! The services that are offered: the answer to `GET /cds-services`.

use super::Say;
use pocketchart_knowledge::Text;
use serde::Serialize;
use std::collections::BTreeMap;

/// All services, as the discovery endpoint gives them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CdsServices {
    /// One for each hook.
    pub services: Vec<CdsService>,
}

/// One service (specification, "Discovery").
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CdsService {
    /// Its name in the address, `/cds-services/{id}`.
    pub id: &'static str,
    /// The hook that calls it.
    pub hook: &'static str,
    /// What it is called.
    pub title: String,
    /// What it does.
    pub description: String,
    /// What a call must bring: the Patient resource, by which one sees that the request is about the owner of the record.
    pub prefetch: BTreeMap<&'static str, &'static str>,
    /// What a call needs to be answered.
    pub usage_requirements: String,
}

/// The services that [`Chart::answer_cds_hook`](crate::Chart::answer_cds_hook) answers for.
///
/// ```
/// let offered = pocketchart::cds_services(&|text| text.id.to_owned());
/// let hooks: Vec<&str> = offered.services.iter().map(|it| it.hook).collect();
/// assert_eq!(hooks, ["patient-view", "order-select"]);
/// ```
pub fn cds_services(say: &Say<'_>) -> CdsServices {
    let text = |id| {
        say(&Text {
            id,
            arguments: Vec::new(),
        })
    };
    let service = |id, hook, title, description| CdsService {
        id,
        hook,
        title: text(title),
        description: text(description),
        prefetch: BTreeMap::from([("patient", "Patient/{{context.patientId}}")]),
        usage_requirements: text("cds-service-needs"),
    };
    CdsServices {
        services: vec![
            service(
                "pocketchart-patient-view",
                "patient-view",
                "cds-service-patient-title",
                "cds-service-patient-description",
            ),
            service(
                "pocketchart-order-select",
                "order-select",
                "cds-service-orders-title",
                "cds-service-orders-description",
            ),
        ],
    }
}
