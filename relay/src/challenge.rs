//! Challenges: the relay's clock, a nonce, and what proves to any process on the same store that they are the relay's own.

use pocketchart_crypto::{Label, Secret, hash, random_array};
use pocketchart_wire::proof::{CHALLENGE, Challenge};

use crate::store::{Store, StoreError};

/// Seconds for which a challenge is good.
const GOOD: u64 = 5 * 60;

/// Makes and knows challenges.
pub(crate) struct Challenges(Secret<32>);

impl Challenges {
    /// With the key of this store, which the first process to ask makes.
    pub(crate) async fn open(store: &Store) -> Result<Self, StoreError> {
        let key = store.run(|transaction| {
            let sql = "INSERT INTO setting (id, challenge_key) VALUES (1, $1) ON CONFLICT (id) DO NOTHING";
            transaction.execute(sql, &[Secret::<32>::random().expose().into()])?;
            let rows = transaction.query("SELECT challenge_key FROM setting WHERE id = 1", &[])?;
            rows.first().ok_or(StoreError::Row)?.whole(0)
        });
        Ok(Self(Secret::from_bytes(key.await?)))
    }

    /// A new one.
    pub(crate) fn make(&self, now: u64) -> Challenge {
        self.of(now.to_be_bytes(), random_array())
    }

    /// Whether it was made here, a moment ago. The clocks of two processes may differ by as much.
    pub(crate) fn is_good(&self, challenge: &Challenge, now: u64) -> bool {
        let Some((&time, rest)) = challenge.split_first_chunk() else {
            return false;
        };
        let Some((&nonce, _)) = rest.split_first_chunk() else {
            return false;
        };
        let own = Secret::from_bytes(self.of(time, nonce)) == Secret::from_bytes(*challenge);
        own && u64::from_be_bytes(time).abs_diff(now) <= GOOD
    }

    fn of(&self, time: [u8; 8], nonce: [u8; 16]) -> Challenge {
        let proof = hash::keyed128(Label::new("relay/challenge"), &self.0, &[&time, &nonce]);
        let mut challenge = [0; CHALLENGE];
        challenge
            .iter_mut()
            .zip(time.iter().chain(&nonce).chain(&proof))
            .for_each(|(to, from)| *to = *from);
        challenge
    }
}

#[test]
fn only_its_own_and_fresh_challenges_are_good() {
    let (ours, theirs) = (Challenges(Secret::random()), Challenges(Secret::random()));
    let challenge = ours.make(1_000);
    assert!(ours.is_good(&challenge, 1_000) && ours.is_good(&challenge, 1_000 + GOOD));
    assert!(!ours.is_good(&challenge, 1_001 + GOOD));
    assert!(!ours.is_good(&challenge, 999 - GOOD));
    assert!(!theirs.is_good(&challenge, 1_000));
    for bit in 0..CHALLENGE * 8 {
        let mut altered = challenge;
        altered[bit / 8] ^= 1 << (bit % 8);
        assert!(!ours.is_good(&altered, 1_000), "bit {bit}");
    }
}
