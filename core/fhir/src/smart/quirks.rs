//! What is known of how single servers differ from the specification. Code branches on what a server does, not on its name,
//! wherever that can be seen; this table holds what cannot be seen, or what would cost a refused request each time.

/// How a server differs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quirks {
    /// A search of observations without a category is refused.
    pub by_category: bool,
    /// `$everything?_since=` brings everything each time, so searches by type are asked for instead.
    pub everything_ignores_since: bool,
    /// An update replaces whatever is there, although it names the version that it means: nothing is updated there.
    pub ignores_if_match: bool,
    /// A conditional create makes nothing twice, although the server's statement does not say so.
    pub creates_once: bool,
    /// An update makes a resource under an id of the client's choice, although the server's statement does not say so.
    pub update_creates: bool,
}

/// A server that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quirk {
    /// Its name.
    pub server: &'static str,
    /// By which parts of `software.name` or `publisher` of its `CapabilityStatement` it is recognised, in small letters.
    pub recognised_by: &'static [&'static str],
    /// How it differs.
    pub quirks: Quirks,
    /// What is known, and how that was found.
    pub found: &'static str,
    /// Where it is written in public; nowhere that was found, where there is none.
    pub sources: &'static [QuirkSource],
}

/// A public page that tells of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuirkSource {
    /// Where it is.
    pub address: &'static str,
    /// Its edition: the day on which it was written, or how it names itself.
    pub edition: &'static str,
    /// What it says.
    pub says: &'static str,
}

const NONE: Quirks = Quirks {
    by_category: false,
    everything_ignores_since: false,
    ignores_if_match: false,
    creates_once: false,
    update_creates: false,
};

/// All that are known. Rows without a difference say that the server was looked at. The sources were read on 2026-11-27, as copies.
pub const QUIRKS: [Quirk; 6] = [
    Quirk {
        server: "Epic",
        recognised_by: &["epic"],
        quirks: Quirks {
            by_category: true,
            ..NONE
        },
        found: "A search of observations needs a category or a code. Read, not tried.",
        sources: &[
            QuirkSource {
                address: "https://open.epic.com/Clinical/FHIR?whereTo=observation",
                edition: "DSTU2, undated",
                says: "patient and one of code and category are required",
            },
            QuirkSource {
                address: "https://github.com/jwilleke/yourphr/issues/754",
                edition: "2026-09-22",
                says: "without a category the R4 sandbox refuses with 400, code `required`; conditions come without one",
            },
        ],
    },
    Quirk {
        server: "Oracle Health",
        recognised_by: &["oracle", "cerner"],
        quirks: NONE,
        found: "No `patient` in the token answer, which the claim `fhirUser` replaces for every server: no public source was found for \
                that. An app that is registered for SMART 2 is to ask for scopes of version 2, as is done of every server that speaks \
                it. Read, not tried.",
        sources: &[QuirkSource {
            address: "https://github.com/jwilleke/yourphr/issues/338",
            edition: "2026-06-19",
            says: "scopes of version 1 (`.read`) are left out of the grant without a word where the app is registered for version 2",
        }],
    },
    Quirk {
        server: "athenahealth",
        recognised_by: &["athena"],
        quirks: NONE,
        found: "The address that all practices share wants `ah-practice` in searches; whether it does of a patient's app is not known, \
                and it is not sent. Read, not tried.",
        sources: &[QuirkSource {
            address: "https://github.com/drajer-health/eCRNow/issues/281",
            edition: "2021-11-22",
            says: "each practice has an address of its own; the shared one needs `ah-practice`, which also begins the id of a patient",
        }],
    },
    Quirk {
        server: "Medplum",
        recognised_by: &["medplum"],
        quirks: Quirks {
            creates_once: true,
            update_creates: true,
            ..NONE
        },
        found: "Tried, version 4.5.2, its router over its repository in memory: `patient=` with a bare id finds nothing, so every search \
                says `Patient/[id]`; unknown search parameters are ignored, so whom a resource is about is looked at. Its own server \
                is stricter, says what was read. For who writes: `ifNoneExist` holds, also for eight at once, and an update to an id of \
                the client's choice makes the resource, though the statement says neither; a transaction that fails leaves its earlier \
                parts, so each is read again.",
        sources: &[
            QuirkSource {
                address: "https://github.com/medplum/medplum/issues/9254",
                edition: "2026-05-20",
                says: "a bare id is understood in `patient` and `subject` only",
            },
            QuirkSource {
                address: "https://github.com/medplum/medplum/issues/3975",
                edition: "2024-02-16",
                says: "an unknown search parameter is refused with 400",
            },
            QuirkSource {
                address: "https://github.com/medplum/medplum/issues/2542",
                edition: "2023-07-26",
                says: "a batch is a sequence of requests, without the rules of transactions",
            },
        ],
    },
    Quirk {
        server: "HAPI FHIR",
        recognised_by: &["hapi"],
        quirks: Quirks {
            everything_ignores_since: true,
            update_creates: true,
            ..NONE
        },
        found: "Tried, version 8.8.0: `_since` and `_lastUpdated` change nothing in `$everything`; the same search is answered from a \
                store for 60 seconds unless `Cache-Control: no-cache` is sent. For who writes: an update over an older version is answered \
                409, not 412, and one to an id of the client's choice makes the resource, though the statement does not say so.",
        sources: &[
            QuirkSource {
                address: "https://github.com/hapifhir/hapi-fhir/issues/8039",
                edition: "2026-06-05",
                says: "`$everything` takes `_since` and `_lastUpdated` and applies neither, versions 8.10.0 and 8.11.4",
            },
            QuirkSource {
                address: "https://hapifhir.io/hapi-fhir/docs/server_jpa/configuration.html#search-result-caching",
                edition: "undated",
                says: "results of a search are used again for a while",
            },
            QuirkSource {
                address: "https://github.com/hapifhir/hapi-fhir-jpaserver-starter/issues/151",
                edition: "2020-10-09",
                says: "an update to an id of the client's choice makes the resource, unless the id is only digits",
            },
        ],
    },
    Quirk {
        server: "OpenEMR",
        recognised_by: &["openemr"],
        quirks: Quirks {
            ignores_if_match: true,
            ..NONE
        },
        found: "Nothing for reading that its statement does not say. For who writes: an update overwrites what somebody else \
                changed. Read, not tried.",
        sources: &[
            QuirkSource {
                address: "https://github.com/openemr/openemr/blob/0050078ace7ed5cb5620614a0e4784d1a0bedd0f/Documentation/api/FHIR_API.md",
                edition: "as of that commit",
                says: "searches by patient without a category, FHIR R4 and US Core 3.1",
            },
            QuirkSource {
                address: "https://github.com/openemr/openemr/issues/12378",
                edition: "2026-06-02",
                says: "an update honours no `If-Match`",
            },
        ],
    },
];

/// The differences of a server whose statement says this of its software.
///
/// ```
/// use pocketchart_fhir::smart::quirks_of;
///
/// assert!(quirks_of("HAPI FHIR Server").everything_ignores_since);
/// assert!(quirks_of("Epic").by_category);
/// assert_eq!(quirks_of("Some Clinic"), Default::default());
/// ```
pub fn quirks_of(software: &str) -> Quirks {
    let software = software.to_lowercase();
    let known = |row: &&Quirk| row.recognised_by.iter().any(|part| software.contains(part));
    QUIRKS.iter().find(known).map_or(NONE, |row| row.quirks)
}

#[cfg(test)]
mod tests {
    use super::QUIRKS;

    /// The documentation shows each row with its sources; what has none says so.
    #[test]
    fn each_row_has_its_sources() {
        let page = include_str!("../../../../docs/sources.md");
        for row in QUIRKS {
            let line = page
                .lines()
                .find(|it| it.starts_with(&format!("| {} |", row.server)));
            for source in row.sources {
                assert!(
                    line.is_some_and(|it| it.contains(source.address) && it.contains(source.edition)),
                    "{}: {source:?}",
                    row.server
                );
                assert!(!source.says.is_empty());
            }
            assert!(!row.sources.is_empty() || row.found.contains("no public source"));
        }
    }
}
