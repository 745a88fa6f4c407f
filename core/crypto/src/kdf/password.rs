use crate::{Secret, hazmat};

/// What a guess at a password costs. Kept beside the salt and authenticated as associated data of what the
/// key seals, or a thief could ask for a cheaper one (security.md section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PasswordParams {
    /// Passes over the memory, 1 to 10.
    pub opslimit: u32,
    /// Memory in KiB, 8 to 1,048,576.
    pub memlimit_kib: u32,
}

impl PasswordParams {
    /// The lowest legal cost: for tests and for a record that a stronger key protects already.
    pub const FAST: Self = Self {
        opslimit: 1,
        memlimit_kib: 8,
    };
    /// 256 MiB, 3 passes: the usual one.
    pub const NORMAL: Self = Self {
        opslimit: 3,
        memlimit_kib: 256 * 1024,
    };
    /// 64 MiB, 3 passes: where a device cannot give [`Self::NORMAL`] its memory.
    pub const FALLBACK: Self = Self {
        opslimit: 3,
        memlimit_kib: 64 * 1024,
    };
    /// 1 GiB, 4 passes.
    pub const STRONG: Self = Self {
        opslimit: 4,
        memlimit_kib: 1024 * 1024,
    };

    /// Passes, then KiB, each 4 bytes, most significant first.
    pub fn to_bytes(self) -> [u8; 8] {
        let [ops, memory] = [self.opslimit, self.memlimit_kib].map(u32::to_be_bytes);
        let mut bytes = [0; 8];
        bytes[..4].copy_from_slice(&ops);
        bytes[4..].copy_from_slice(&memory);
        bytes
    }

    /// Reads what [`Self::to_bytes`] wrote. Any values are read; [`password_key`] refuses bad ones.
    pub fn from_bytes(bytes: [u8; 8]) -> Self {
        let [o1, o2, o3, o4, m1, m2, m3, m4] = bytes;
        Self {
            opslimit: u32::from_be_bytes([o1, o2, o3, o4]),
            memlimit_kib: u32::from_be_bytes([m1, m2, m3, m4]),
        }
    }

    /// True within what this library computes; a file that asks for more wants to exhaust the device.
    pub fn is_acceptable(self) -> bool {
        (1..=10).contains(&self.opslimit) && (8..=1024 * 1024).contains(&self.memlimit_kib)
    }
}

/// A random value stored beside the parameters, so that equal passwords have different keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Salt(pub [u8; 16]);

impl Salt {
    /// A new salt from the system's random source.
    pub fn random() -> Self {
        Self(crate::random_array())
    }
}

/// Why no key was made of a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// The parameters are outside 1 to 10 passes or 8 KiB to 1 GiB.
    #[error("password parameters out of range")]
    UnacceptableParams,
    /// The device could not give the memory. [`PasswordParams::FALLBACK`] needs a quarter of the usual.
    #[error("not enough memory for the password function")]
    OutOfMemory,
}

/// The key of a password by Argon2id (version 1.3, one lane).
///
/// ```
/// use pocketchart_crypto::kdf::{PasswordParams, Salt, password_key};
///
/// let salt = Salt::random();
/// let key = password_key(b"correct horse", &salt, PasswordParams::FAST).unwrap();
/// assert!(key == password_key(b"correct horse", &salt, PasswordParams::FAST).unwrap());
/// assert!(key != password_key(b"wrong horse", &salt, PasswordParams::FAST).unwrap());
/// ```
///
/// # Errors
/// [`PasswordError`], if the parameters are out of range or the memory cannot be had.
pub fn password_key(
    password: &[u8],
    salt: &Salt,
    params: PasswordParams,
) -> Result<Secret<32>, PasswordError> {
    if !params.is_acceptable() {
        return Err(PasswordError::UnacceptableParams);
    }
    let mut key = Secret::<32>::zero();
    let bytes = params.memlimit_kib as usize * 1024;
    if hazmat::argon2id(key.expose_mut(), password, &salt.0, params.opslimit, bytes) {
        Ok(key)
    } else {
        Err(PasswordError::OutOfMemory)
    }
}
