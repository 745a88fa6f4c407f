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
    /// Where that is written, or how it was found.
    pub source: &'static str,
}

const NONE: Quirks = Quirks {
    by_category: false,
    everything_ignores_since: false,
    ignores_if_match: false,
    creates_once: false,
    update_creates: false,
};

/// All that are known. Rows without a difference say that the server was looked at.
pub const QUIRKS: [Quirk; 6] = [
    Quirk {
        server: "Epic",
        recognised_by: &["epic"],
        quirks: Quirks {
            by_category: true,
            ..NONE
        },
        source: "Epic on FHIR, Observation.Search (R4): category or code is required. Read, not tried.",
    },
    Quirk {
        server: "Oracle Health",
        recognised_by: &["oracle", "cerner"],
        quirks: NONE,
        source: "Oracle Health Millennium Platform APIs, authorization: no `patient` in the token answer, which the claim \
                 `fhirUser` replaces for every server. Read, not tried.",
    },
    Quirk {
        server: "athenahealth",
        recognised_by: &["athena"],
        quirks: NONE,
        source: "Nothing is known that the specification does not say. Not tried.",
    },
    Quirk {
        server: "Medplum",
        recognised_by: &["medplum"],
        quirks: Quirks {
            creates_once: true,
            update_creates: true,
            ..NONE
        },
        source: "Version 4.5.2, tried: the statement of the router names no conditional create, yet `ifNoneExist` holds, also for eight \
                 at once, and none to an id of the client's choice, yet it is made; a transaction that fails leaves its earlier parts, so each is read again; `patient=` with a bare id finds nothing, so every search says `Patient/[id]`; \
                 unknown search parameters are ignored, so whom a resource is about is looked at.",
    },
    Quirk {
        server: "HAPI FHIR",
        recognised_by: &["hapi"],
        quirks: Quirks {
            everything_ignores_since: true,
            update_creates: true,
            ..NONE
        },
        source: "Version 8.8.0, tried: an update over an older version is answered 409, not 412; an update to an id of the client's \
                 choice makes the resource, though the statement does not say so; `_since` and `_lastUpdated` change nothing in `$everything`; the same search is \
                 answered from a store for 60 seconds unless `Cache-Control: no-cache` is sent.",
    },
    Quirk {
        server: "OpenEMR",
        recognised_by: &["openemr"],
        quirks: Quirks {
            ignores_if_match: true,
            ..NONE
        },
        source: "openemr/openemr#12378, open on 2026-06-02: PUT ignores `If-Match`; #9076: releases write Patient, Practitioner and \
                 Organization only, which the statement says. Read, not tried.",
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
