//! What a server says of one of its patients, read and not taken in: for a clinic, which holds it against a patient's record first.

use super::Trouble;
use super::paging::{Asked, Next, Paging};
use pocketchart_fhir::smart::{Capability, Step, plan_of, quirks_of};
use pocketchart_fhir::split::{Part, Resource};
use pocketchart_share::smart::{Server, SmartError, Waits};
use std::collections::{BTreeMap, VecDeque};

/// The most resources that are read.
const MAX_RESOURCES: usize = 5_000;
/// The most bytes of them.
const MAX_BYTES: usize = 32 << 20;

/// What a server said of a patient.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Looked {
    /// Its resources, byte for byte, each under the address by which the server was asked (`full_url`), and each once.
    pub resources: Vec<Resource>,
    /// Each search.
    pub searches: Vec<SearchLooked>,
    /// Resources about other people, which were left.
    pub others: u64,
}

/// What a search brought.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchLooked {
    /// The type, with a restriction where there is one.
    pub name: String,
    /// Resources.
    pub count: u64,
    /// Resources that could not be read, and were left.
    pub unreadable: u64,
    /// Why it did not come to its end: [`Trouble::Endless`] also where it brings more than 5,000 resources or 32 MiB.
    pub trouble: Option<Trouble>,
}

/// Reads what a server says of one patient, by the id there, in resources of these types, by the same rules as [`crate::Chart::pull_source`]: page by page
/// below the server's base, in another way where the server refuses the first, and never of somebody else. A type that is refused does
/// not stop the others. A type that the server does not offer is not asked for.
///
/// ```no_run
/// use pocketchart::{Capability, FhirServer, SmartError, look_at};
/// # fn example(server: &FhirServer<'_>, capability: &Capability) -> Result<(), SmartError> {
/// let looked = look_at(server, capability, ("7", &["AllergyIntolerance"]), &mut |_| false)?;
/// for search in &looked.searches {
///     println!("{}: {}", search.name, search.count);
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`SmartError`]: what stops all searches, such as a server that is not reached.
pub fn look_at(
    server: &Server<'_>,
    capability: &Capability,
    (patient, kinds): (&str, &[&str]),
    wait: &mut Waits<'_>,
) -> Result<Looked, SmartError> {
    let asked = Asked {
        base: server.base(),
        patient,
        capability,
        scopes: None,
    };
    let mut look = Look::default();
    let mut steps: VecDeque<Step> = plan_of(kinds, capability, quirks_of(&capability.software)).into();
    while let Some(step) = steps.pop_front() {
        for instead in look.search(server, &asked, &step, wait)?.into_iter().rev() {
            steps.push_front(instead);
        }
    }
    Ok(Looked {
        resources: look.found.into_values().collect(),
        searches: look.searches,
        others: look.others,
    })
}

#[derive(Default)]
struct Look {
    /// By their addresses: what comes twice, as what several refer to does, is one.
    found: BTreeMap<String, Resource>,
    bytes: usize,
    searches: Vec<SearchLooked>,
    others: u64,
}

impl Look {
    fn search(
        &mut self,
        server: &Server<'_>,
        asked: &Asked<'_>,
        step: &Step,
        wait: &mut Waits<'_>,
    ) -> Result<Vec<Step>, SmartError> {
        let mut paging = Paging::new(step, (asked.base, asked.patient), None, None);
        let mut report = SearchLooked {
            name: step.name().to_owned(),
            count: 0,
            unreadable: 0,
            trouble: None,
        };
        report.trouble = loop {
            let Some(url) = paging.address() else {
                break Some(Trouble::Endless);
            };
            let answer = server.get(&url, wait).map(|it| it.body);
            let page = asked.read(server, step, answer)?;
            let count = page.own.len();
            self.others += page.others;
            if !self.take(page.own, &mut report) {
                break Some(Trouble::Endless);
            }
            match paging.after(page.turn, (count, page.others)) {
                Next::Page | Next::Anew => {}
                Next::End(trouble) => break trouble,
                Next::Instead(steps) => return Ok(steps),
            }
        };
        self.searches.push(report);
        Ok(Vec::new())
    }

    /// Whether there was room for all of it.
    fn take(&mut self, parts: Vec<Part>, report: &mut SearchLooked) -> bool {
        for part in parts {
            let Part::Resource(resource) = part else {
                report.unreadable += 1;
                continue;
            };
            // Without an id nobody could find it there again.
            let Some(address) = resource.full_url.clone().filter(|_| resource.head.id.is_some()) else {
                report.unreadable += 1;
                continue;
            };
            self.bytes += resource.bytes.len();
            if self.found.len() >= MAX_RESOURCES || self.bytes > MAX_BYTES {
                return false;
            }
            report.count += u64::from(self.found.insert(address, resource).is_none());
        }
        true
    }
}
