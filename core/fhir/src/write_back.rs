//! Writing into a clinic's own FHIR server: a resource made ready for it, a change put upon what the server has, a transaction and the
//! answer to it, and whether what the server kept is what was sent. Bytes in, bytes out; numbers stay as they are written.
//!
//! Follows FHIR R4 RESTful API (<https://hl7.org/fhir/R4/http.html>), sections on conditional create, on contention, and on transactions.

mod beside;
mod compare;
mod outcome;
mod prepare;
mod transaction;
mod update;

pub use beside::{Place, beside};
pub use compare::{Difference, How, differences, left_over};
pub use outcome::{Issue, issues};
pub use prepare::{
    ANSWERS, Prepared, SENT, Unfit, prepare, prepare_answers, prepare_patient, refer_to, with_file,
    withdrawn, without_files,
};
pub use transaction::{Answered, Request, Step, answers, transaction};
pub use update::{members, update};
