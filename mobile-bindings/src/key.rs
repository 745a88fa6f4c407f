//! The platform's 32 bytes as the facade takes a key.

use pocketchart::{Clock, Context, Entropy, Millis, Unlock};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The facade makes its secrets of what a source of bytes says; this source says the given key.
struct Given(Zeroizing<[u8; 32]>);

impl Entropy for Given {
    fn fill(&self, buffer: &mut [u8]) {
        for (to, from) in buffer.iter_mut().zip(self.0.iter()) {
            *to = *from;
        }
    }
}

impl Clock for Given {
    fn now(&self) -> Millis {
        0
    }
}

/// What opens the record with this key; none if it has not 32 bytes. The bytes are wiped.
pub(crate) fn unlock(key: Vec<u8>) -> Option<Unlock> {
    let key = Zeroizing::new(key);
    let given = Arc::new(Given(Zeroizing::new(key.as_slice().try_into().ok()?)));
    Some(Unlock::Key(Context::new(given.clone(), given).secret()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_32_bytes_as_they_are() {
        let bytes: Vec<u8> = (0..32).collect();
        let Some(Unlock::Key(key)) = unlock(bytes.clone()) else {
            panic!("no key");
        };
        assert_eq!(key.expose().as_slice(), bytes);
        assert!(unlock(vec![0; 31]).is_none());
        assert!(unlock(vec![0; 33]).is_none());
    }
}
