//! FHIR R4 for Pocketchart: lossless split, typed views, builders.
