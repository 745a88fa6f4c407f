//! What a first message costs its receiver, counted in scalar multiplications (decision 28).

use std::cell::Cell;

use pocketchart_crypto::exchange::ExchangeSecret;
use pocketchart_crypto::{Secret, noise, random_array};
use snow::Error;
use snow::params::{CipherChoice, DHChoice, HashChoice};
use snow::resolvers::{BoxedCryptoResolver, CryptoResolver};
use snow::types::{Cipher, Dh, Hash, Random};

use super::{HandshakeError, Meeting, PairingOffer, Peer};

thread_local! {
    static MULTIPLICATIONS: Cell<usize> = const { Cell::new(0) };
}

fn count() {
    MULTIPLICATIONS.with(|count| count.set(count.get() + 1));
}

fn counted(work: impl FnOnce()) -> usize {
    let before = MULTIPLICATIONS.with(Cell::get);
    work();
    MULTIPLICATIONS.with(Cell::get) - before
}

/// The real primitives, with every X25519 counted.
struct Counting;

impl CryptoResolver for Counting {
    fn resolve_rng(&self) -> Option<Box<dyn Random>> {
        noise::Resolver.resolve_rng()
    }
    fn resolve_dh(&self, choice: &DHChoice) -> Option<Box<dyn Dh>> {
        Some(Box::new(CountingDh(noise::Resolver.resolve_dh(choice)?)))
    }
    fn resolve_hash(&self, choice: &HashChoice) -> Option<Box<dyn Hash>> {
        noise::Resolver.resolve_hash(choice)
    }
    fn resolve_cipher(&self, choice: &CipherChoice) -> Option<Box<dyn Cipher>> {
        noise::Resolver.resolve_cipher(choice)
    }
}

struct CountingDh(Box<dyn Dh>);

impl Dh for CountingDh {
    fn name(&self) -> &'static str {
        self.0.name()
    }
    fn pub_len(&self) -> usize {
        self.0.pub_len()
    }
    fn priv_len(&self) -> usize {
        self.0.priv_len()
    }
    fn set(&mut self, privkey: &[u8]) {
        count();
        self.0.set(privkey);
    }
    fn generate(&mut self, rng: &mut dyn Random) -> Result<(), Error> {
        count();
        self.0.generate(rng)
    }
    fn pubkey(&self) -> &[u8] {
        self.0.pubkey()
    }
    fn privkey(&self) -> &[u8] {
        self.0.privkey()
    }
    fn dh(&self, pubkey: &[u8], out: &mut [u8]) -> Result<(), Error> {
        count();
        self.0.dh(pubkey, out)
    }
}

fn counting() -> BoxedCryptoResolver {
    Box::new(Counting)
}

const FLOOD: usize = 100_000;

#[test]
fn a_flood_of_pairings_costs_no_diffie_hellman() {
    let offer = PairingOffer::new(vec!["host:1".into()])
        .unwrap()
        .with_primitives(counting);
    let own = ExchangeSecret::from_seed(&Secret::random());
    let good = offer.code().initiate(&own).unwrap();
    let flood = counted(|| {
        for i in 0..FLOOD {
            // Noise; a good message with one byte changed; the message of another code; all lengths.
            let mut bad: [u8; 112] = random_array();
            if i % 2 == 0 {
                bad.copy_from_slice(good.first_message());
                bad[i % 112] ^= 1 << (i / 112 % 8);
            }
            assert_eq!(
                offer.answer(&bad[..bad.len() - i % 3]).err(),
                Some(HandshakeError::NotForUs)
            );
        }
    });
    // The negative control: the counter sees the one good message.
    let one = counted(|| assert!(offer.answer(good.first_message()).is_ok()));
    println!("{FLOOD} bad first messages: {flood} multiplications; a good one: {one}");
    assert_eq!((flood, one), (0, 6));
}

#[test]
fn a_flood_of_meetings_costs_no_diffie_hellman() {
    let [own, other, stranger] = [(); 3].map(|()| ExchangeSecret::from_seed(&Secret::random()));
    let peers = [Peer::new(&own, other.public()).unwrap()];
    let meeting = Meeting::new(&own).with_primitives(counting);
    let good = Meeting::new(&other)
        .initiate(&Peer::new(&other, own.public()).unwrap())
        .unwrap();
    let uninvited = Meeting::new(&stranger)
        .initiate(&Peer::new(&stranger, own.public()).unwrap())
        .unwrap();
    let mirrored = Meeting::new(&own).initiate(&peers[0]).unwrap();
    let flood = counted(|| {
        for i in 0..FLOOD {
            let mut bad = good.first_message().to_vec();
            bad[i % 64] ^= 1 << (i / 64 % 8);
            assert_eq!(meeting.answer(&peers, &bad).err(), Some(HandshakeError::NotForUs));
        }
        for bad in [uninvited.first_message(), mirrored.first_message(), &[]] {
            assert_eq!(meeting.answer(&peers, bad).err(), Some(HandshakeError::NotForUs));
        }
    });
    let one = counted(|| assert!(meeting.answer(&peers, good.first_message()).is_ok()));
    println!("{FLOOD} bad first messages: {flood} multiplications; a good one: {one}");
    assert_eq!((flood, one), (0, 6));
}
