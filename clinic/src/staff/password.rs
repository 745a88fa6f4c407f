//! Passwords by Argon2id, as `core/crypto` makes keys of them.

use pocketchart_crypto::{
    Label, Secret, hash,
    kdf::{PasswordParams, Salt, password_key},
};
use serde::{Deserialize, Serialize};
use zxcvbn::{Score, zxcvbn};

use crate::store::StoreError;

/// Characters of a password.
pub(crate) const SHORTEST: usize = 12;
/// Bytes of a password.
pub(crate) const LONGEST: usize = 1024;
/// 64 MiB and three passes: a server answers several at once.
const COST: PasswordParams = PasswordParams::FALLBACK;

/// By what a password is known again, sealed with the account.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Verifier {
    salt: [u8; 16],
    params: [u8; 8],
    check: [u8; 32],
}

impl Verifier {
    pub(super) fn of(password: &str) -> Result<Self, StoreError> {
        let salt = Salt::random();
        Ok(Self {
            salt: salt.0,
            params: COST.to_bytes(),
            check: check(password, &salt, COST)?,
        })
    }

    /// One that no password fits, for as much work as any other.
    pub(super) fn of_nobody() -> Self {
        Self {
            salt: Salt::random().0,
            params: COST.to_bytes(),
            check: *Secret::<32>::random().expose(),
        }
    }

    pub(super) fn fits(&self, password: &str) -> Result<bool, StoreError> {
        let found = check(
            password,
            &Salt(self.salt),
            PasswordParams::from_bytes(self.params),
        )?;
        // Secrets are compared in constant time.
        Ok(Secret::from_bytes(found) == Secret::from_bytes(self.check))
    }
}

fn check(password: &str, salt: &Salt, params: PasswordParams) -> Result<[u8; 32], StoreError> {
    let key = password_key(password.as_bytes(), salt, params).map_err(|_| StoreError::Memory)?;
    Ok(hash::keyed256(Label::new("desk/password"), &key, &[]))
}

/// Whether a password can be one: long enough, without the name to sign in with, and not among the first that somebody would guess who knows
/// common passwords, and what anybody knows of this clinic and this person.
pub(super) fn is_fit(password: &str, login: &str, known: &[&str]) -> bool {
    let words = known.iter().flat_map(|it| it.split_whitespace());
    let joined: Vec<String> = known.iter().map(|it| it.split_whitespace().collect()).collect();
    let guesses: Vec<&str> = words
        .chain(joined.iter().map(String::as_str))
        .chain([login, "pocketchart"])
        .collect();
    password.chars().count() >= SHORTEST
        && password.len() <= LONGEST
        && !password.to_lowercase().contains(&login.to_lowercase())
        && zxcvbn(password, &guesses).score() >= Score::Three
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn only_the_password_fits() {
        let verifier = Verifier::of("correct horse battery").unwrap();
        assert!(verifier.fits("correct horse battery").unwrap());
        assert!(!verifier.fits("correct horse batterz").unwrap());
        assert!(!Verifier::of_nobody().fits("correct horse battery").unwrap());
    }

    #[test]
    fn short_ones_and_the_name_itself_are_none() {
        let is_fit = |password: &str| is_fit(password, "ana", &[]);
        assert!(is_fit("correct horse"));
        assert!(!is_fit("elevenchars"));
        assert!(!is_fit("ANA-banana-ana"));
        assert!(!is_fit(&"xK2$ q".repeat(LONGEST)));
        assert!(is_fit(&"xK2$ qpo8é!".repeat(6)), "64 characters and more");
    }

    #[test]
    fn what_is_guessed_first_is_none() {
        let is_fit = |password: &str| is_fit(password, "ana", &["Ana Ruiz Ferrer", "Lakeside Clinic"]);
        for guessed in [
            "passwordpassword",
            "qwertyuiop12",
            "123456789012",
            "iloveyou1234",
            "Administrator1",
            "LakesideClinic1",
            "lakeside2026!",
            "pocketchart2026!",
        ] {
            assert!(!is_fit(guessed), "{guessed}");
        }
        assert!(is_fit("the lake is 40 m deep"));
    }
}
