//! Two stand by an emergency: a patient's code for emergencies is asked for by a clinician, and another person says that it is one.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde::Deserialize;
use utoipa::ToSchema;
use zeroize::Zeroizing;

use crate::{id::Id, staff::Answer};

/// Seconds for which a word holds: a standing code is given after a while, and is asked for again then.
const HOLDS: u64 = 60 * 60;

/// Another person, who is there, and how they prove it.
#[derive(Deserialize, ToSchema)]
#[serde(untagged, deny_unknown_fields)]
pub(crate) enum Second {
    /// By their own name and password.
    Password {
        /// What they sign in with.
        login: String,
        #[schema(value_type = String)]
        password: Zeroizing<String>,
    },
    /// By their own passkey.
    Passkey {
        /// What the browser answers with it.
        passkey: Box<Answer>,
    },
}

/// For whom, and for which code, another person has given their word, and since when.
#[derive(Default)]
pub(crate) struct Words(Mutex<HashMap<(Id, Id), u64>>);

impl Words {
    /// Somebody gave their word that this account asks rightly for a code's chart.
    pub(crate) fn give(&self, account: Id, origin: Id, now: u64) {
        let mut all = self.lock();
        all.retain(|_, since| now < *since + HOLDS);
        all.insert((account, origin), now);
    }

    /// Whether somebody did.
    pub(crate) fn hold(&self, account: Id, origin: Id, now: u64) -> bool {
        let since = self.lock().get(&(account, origin)).copied();
        since.is_some_and(|it| now < it + HOLDS)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<(Id, Id), u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_for_one_person_one_code_and_an_hour() {
        let (words, [a, b], [one, other]) = (
            Words::default(),
            [Id([1; 16]), Id([2; 16])],
            [Id([3; 16]), Id([4; 16])],
        );
        words.give(a, one, 1_000);
        assert!(words.hold(a, one, 1_000 + HOLDS - 1));
        assert!(!words.hold(a, one, 1_000 + HOLDS));
        assert!(!words.hold(b, one, 1_000) && !words.hold(a, other, 1_000));
    }
}
