//! What came in with each file, as FHIR: a Provenance for each thing that was done with it.

use crate::bodies::SOURCE;
use crate::chart::Chart;
use crate::export::url;
use crate::facts;
use crate::import::{Brought, Proof};
use crate::imports::is_whole_file;
use crate::time;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pocketchart_fhir::build::{Activity, Author, Build, ImportRecord, Target};
use pocketchart_fhir::reading::address;
use pocketchart_fhir::view::Identifier;
use pocketchart_record::{AuthorId, Row, Section, StoreError};
use std::collections::BTreeMap;

/// The system of names of imports, in the addresses of their Provenance.
const SYSTEM: &str = "urn:pocketchart:import";
/// The system of the names of entries.
pub(crate) const ENTRY: &str = "urn:pocketchart:entry";

/// A Provenance, and the address that a Bundle gives it.
pub(crate) struct Written {
    pub(crate) url: String,
    pub(crate) bytes: Vec<u8>,
}

impl Chart {
    /// What was brought to a section, import by import: what was new, what took the place of older copies, what was kept unread.
    /// Of what was brought only what `wanted` takes is named.
    pub(crate) fn provenance(
        &self,
        section: Section,
        wanted: impl Fn(&Row) -> bool,
    ) -> Result<Vec<Written>, StoreError> {
        let mut all = Vec::new();
        for (mark, brought, rows) in self.brought(section)? {
            let mut targets: BTreeMap<Activity, Vec<Target>> = BTreeMap::new();
            for row in rows.iter().filter(|row| !is_whole_file(row) && wanted(row)) {
                targets.entry(activity(row)).or_default().push(target(row));
            }
            for (activity, targets) in targets {
                all.extend(self.written(&mark, &brought, activity, targets)?);
            }
        }
        Ok(all)
    }

    fn written(
        &self,
        mark: &Row,
        brought: &Brought,
        activity: Activity,
        targets: Vec<Target>,
    ) -> Result<Option<Written>, StoreError> {
        // Marks of two sections may say the same, and then have one hash.
        let (section, place) = (mark.section.name(), mark.id.counter);
        let name = format!("{}/{section}/{place}/{activity:?}", brought.import);
        let url = address(SYSTEM, &name, "Provenance");
        let by = self.fhir_author(mark.author)?;
        let origin = brought.origin.as_ref();
        let record = ImportRecord {
            id: url.trim_start_matches("urn:uuid:").to_owned(),
            targets,
            activity,
            recorded: time::fhir_instant(mark.entry.recorded),
            by,
            from: origin.map(|it| it.from.clone()),
            remark: origin.map(|it| match &it.proof {
                Proof::None => "no signature".to_owned(),
                Proof::Signed => "signature held, issuer not listed".to_owned(),
                Proof::Listed { name } => format!("signature held, listed as {name}"),
            }),
            file_name: match brought.file.trim() {
                "" => brought.form.name().to_owned(),
                name => name.to_owned(),
            },
            file: brought
                .hash
                .map(|hash| format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(hash))),
        };
        // What cannot be written is none: every field has been written before.
        Ok(record.build().ok().map(|bytes| Written { url, bytes }))
    }
}

impl Chart {
    /// How FHIR names who wrote an entry.
    pub(crate) fn fhir_author(&self, id: AuthorId) -> Result<Author, StoreError> {
        let author = self.author(id);
        Ok(match author.is_patient {
            true => Author {
                reference: Some(self.subject()?),
                name: None,
            },
            false => Author {
                reference: None,
                name: Some(author.name.unwrap_or_else(|| "unknown".to_owned())),
            },
        })
    }
}

/// What the import did with a row.
fn activity(row: &Row) -> Activity {
    if row.entry.kind == SOURCE {
        Activity::KeptUnread
    } else if row.entry.act.is_none() && !row.entry.supersedes.is_empty() {
        Activity::Updated
    } else {
        Activity::Created
    }
}

/// How a resource is referred to that a Bundle may name.
pub(crate) fn target(row: &Row) -> Target {
    let resource_type = match row.entry.kind == SOURCE {
        true => "Binary",
        false => facts::resource_type(&row.entry.kind),
    };
    Target {
        resource_type: resource_type.to_owned(),
        // A Bundle names each thing once: its newest copy.
        url: url(row).filter(|_| row.is_current()),
        identifier: Identifier {
            system: Some(ENTRY.to_owned()),
            value: Some(row.id.to_text()),
        },
    }
}
