//! Connecting the server of a hospital or practice, and bringing in what it has.

use crate::import::PersonNames;
use crate::thrown::thrown;
use pocketchart::{ClientProof, PullError, SourceClient, SourceId, SourceRequest};
use std::sync::{Arc, Mutex, PoisonError};

/// A server to connect.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct NewSource {
    /// What the person calls it.
    pub name: String,
    /// The base of its FHIR server.
    pub base: String,
    /// The name under which the server knows the app.
    pub client_id: String,
    /// Where the browser is to be sent afterwards: an address with a scheme that the app alone has.
    pub redirect: String,
    /// The id of the patient there, where the server would not say.
    #[uniffi(default = None)]
    pub patient: Option<String>,
    /// The person said that the patient there is them, whatever name the server gives.
    #[uniffi(default = false)]
    pub same_person: bool,
}

impl NewSource {
    pub(crate) fn split(self) -> (pocketchart::NewSource, SourceClient, String) {
        let new = pocketchart::NewSource {
            name: self.name,
            base: self.base,
            patient: self.patient,
            same_person: self.same_person,
        };
        let client = SourceClient {
            id: self.client_id,
            proof: ClientProof::None,
        };
        (new, client, self.redirect)
    }
}

/// A sign-in that was begun. What protects it stays in here. It is finished once.
#[derive(uniffi::Object)]
pub struct SourceSignIn {
    url: String,
    request: Mutex<Option<SourceRequest>>,
}

impl SourceSignIn {
    pub(crate) fn over(request: SourceRequest) -> Self {
        Self {
            url: request.url(),
            request: Mutex::new(Some(request)),
        }
    }

    /// None if it was finished before.
    pub(crate) fn take(&self) -> Option<SourceRequest> {
        self.request.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

#[uniffi::export]
impl SourceSignIn {
    /// The address to open in the person's own browser; in no view of the app.
    pub fn url(&self) -> String {
        self.url.clone()
    }
}

/// What a pull brought.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SourcePull {
    /// Resources that were not here.
    pub new: u64,
    /// Resources that replace an older copy.
    pub updated: u64,
    /// Resources that were here already.
    pub held: u64,
    /// Resources about other people, which were not taken.
    pub others: u64,
    /// What did not come to its end: types, and files of documents.
    pub troubles: Vec<SourceTrouble>,
}

/// Something that a server did not give.
#[derive(Clone, PartialEq, Eq, Debug, uniffi::Record)]
pub struct SourceTrouble {
    /// The type, or the title or address of a file.
    pub what: String,
    /// The id of the message that says why.
    pub message_id: String,
    /// The HTTP status, where that is why.
    pub status: Option<u16>,
}

impl SourceTrouble {
    fn of(what: &str, trouble: pocketchart::Trouble) -> Self {
        Self {
            what: what.to_owned(),
            message_id: format!("trouble-{}", trouble.name()),
            status: match trouble {
                pocketchart::Trouble::Status(status) => Some(status),
                _ => None,
            },
        }
    }
}

impl From<pocketchart::PullReport> for SourcePull {
    fn from(it: pocketchart::PullReport) -> Self {
        let types = it.searches.iter();
        let types = types.filter_map(|search| Some(SourceTrouble::of(&search.name, search.trouble?)));
        let files = it.missing.iter().map(|file| {
            let what = file.title.as_deref().unwrap_or(&file.url);
            SourceTrouble::of(what, file.trouble)
        });
        Self {
            new: it.total.new,
            updated: it.total.updated,
            held: it.total.held,
            others: it.others,
            troubles: types.chain(files).collect(),
        }
    }
}

thrown! {
    /// A server was not connected, or not pulled to its end. What came in before that stays.
    SourceError {
        /// The patient there may be somebody else.
        #[error("import-another-person")]
        AnotherPerson {
            /// The names that the server gives.
            names: Arc<PersonNames>,
        },
        /// What the browser was sent to does not belong to this sign-in, or the sign-in was finished before.
        #[error("source-other-sign-in")]
        OtherSignIn,
        /// This device has no such connection.
        #[error("source-unknown")]
        Unknown,
    }
}

impl From<pocketchart::ConnectError> for SourceError {
    fn from(error: pocketchart::ConnectError) -> Self {
        use pocketchart::{ConnectError as Theirs, ImportError, SmartError};
        match error {
            Theirs::Person(ImportError::AnotherPerson { names }) => Self::AnotherPerson {
                names: Arc::new(PersonNames(names)),
            },
            Theirs::Smart(SmartError::OtherSignIn) => Self::OtherSignIn,
            other => Self::Failed {
                id: other.id().into(),
            },
        }
    }
}

impl From<PullError> for SourceError {
    fn from(error: PullError) -> Self {
        use pocketchart::ImportError;
        match error {
            PullError::Unknown => Self::Unknown,
            PullError::Import(ImportError::AnotherPerson { names }) => Self::AnotherPerson {
                names: Arc::new(PersonNames(names)),
            },
            other => Self::Failed {
                id: other.id().into(),
            },
        }
    }
}

/// The connection of this name: 32 hexadecimal digits.
pub(crate) fn source_id(text: &str) -> Result<SourceId, SourceError> {
    let digits = |at: usize| {
        text.get(at..at + 2)
            .and_then(|it| u8::from_str_radix(it, 16).ok())
    };
    let mut id = [0; 16];
    for (at, byte) in id.iter_mut().enumerate() {
        *byte = digits(2 * at).ok_or(SourceError::Unknown)?;
    }
    (text.len() == 32)
        .then_some(SourceId(id))
        .ok_or(SourceError::Unknown)
}
