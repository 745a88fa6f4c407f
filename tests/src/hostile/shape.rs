//! What hostile envelopes look like.

use super::Attack;
use crate::forge::{Chain, Liar, blank, signed, statement};
use crate::world::*;
use pocketchart_crypto::padme;
use pocketchart_record::cbor::{Writer, to_bytes};
use pocketchart_record::*;

impl Attack {
    pub(super) fn envelope(&mut self, foreign: bool, number: usize) -> Vec<u8> {
        let liar = if foreign { &self.foreign } else { &self.own };
        let (_, chain) = &mut self.chains[number];
        let (world, chance) = (&self.world, &self.chance);
        match chance.below(1000) {
            0..30 => chain.say(world, liar, &format!("right {}", chance.next())),
            30..430 => {
                let bytes = mutated(chance, to_bytes(&payload(world, chance, chain)));
                chain.seal_raw(world, liar, chain.header(), &padme::pad(packed(chance, &bytes)))
            }
            430..530 => {
                let bytes = deflate(&to_bytes(&payload(world, chance, chain)), Effort::Quick);
                chain.seal_raw(world, liar, chain.header(), &padme::pad(mutated(chance, bytes)))
            }
            530..580 => {
                let bytes = padme::pad(deflate(&to_bytes(&payload(world, chance, chain)), Effort::Quick));
                chain.seal_raw(world, liar, chain.header(), &mutated(chance, bytes))
            }
            580..680 => {
                let whole = chain.seal(world, liar, chain.header(), &payload(world, chance, chain));
                let (inside, _) = whole.split_at(whole.len() - 64);
                signed(liar, &mutated(chance, inside.to_vec()))
            }
            680..740 => {
                let header = header(chance, chain);
                chain.seal(world, liar, header, &payload(world, chance, chain))
            }
            740..780 => signed(liar, &noise(chance, 600)),
            780..781 => bomb(world, chance, liar, chain),
            781..800 => {
                let bytes = random_cbor(chance, 6);
                chain.seal_raw(world, liar, chain.header(), &padme::pad(packed(chance, &bytes)))
            }
            800..820 => {
                // Another feed, opened by whatever is said.
                let mut other = liar.chain_in(world, chain.opening.section, chain.opening.document);
                if chance.once_in(2) {
                    other.opening = opening(world, chance, other.opening);
                }
                let payload = payload(world, chance, &other);
                other.seal(world, liar, other.header(), &payload)
            }
            _ => chain.seal(world, liar, chain.header(), &payload(world, chance, chain)),
        }
    }
}

fn packed(chance: &Seeded, bytes: &[u8]) -> Vec<u8> {
    if chance.once_in(3) {
        [&[0][..], bytes].concat()
    } else {
        deflate(bytes, Effort::Quick)
    }
}

fn noise(chance: &Seeded, most: usize) -> Vec<u8> {
    let mut bytes = vec![0; chance.below(most)];
    Entropy::fill(chance, &mut bytes);
    bytes
}

/// A few small changes: bits, bytes, pieces left out, doubled or put elsewhere, numbers made extreme.
pub(super) fn mutated(chance: &Seeded, mut bytes: Vec<u8>) -> Vec<u8> {
    for _ in 0..1 << chance.below(3) {
        if bytes.is_empty() {
            return noise(chance, 20);
        }
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(24)).min(bytes.len());
        match chance.below(8) {
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = chance.next() as u8,
            2 => drop(bytes.drain(at..end)),
            3 => bytes.truncate(at),
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = chance.below(bytes.len());
                bytes.splice(to..to, piece);
            }
            5 => {
                let extreme = *chance.pick(&[
                    &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff][..],
                    &[0x9b, 0, 0, 0, 1, 0, 0, 0, 0],
                    &[0x5f],
                    &[0xff],
                    &[0x00],
                ]);
                bytes.splice(at..at + 1, extreme.iter().copied());
            }
            6 => bytes[at] = bytes[at].wrapping_add(1),
            _ => bytes.extend(noise(chance, 8)),
        }
    }
    bytes
}

/// A CBOR value of any shape, some of them nested deeply.
fn random_cbor(chance: &Seeded, depth: usize) -> Vec<u8> {
    let mut to = Writer::default();
    if chance.once_in(40) {
        for _ in 0..20_000 {
            to.array(1);
        }
        return to.into_bytes();
    }
    value(chance, depth, &mut to);
    to.into_bytes()
}

fn value(chance: &Seeded, depth: usize, to: &mut Writer) {
    match chance.below(if depth == 0 { 3 } else { 5 }) {
        0 => drop(to.uint(number(chance))),
        1 => drop(to.bytes(&noise(chance, 40))),
        2 => drop(to.text("text")),
        3 => {
            let count = chance.below(5);
            to.array(count);
            (0..count).for_each(|_| value(chance, depth - 1, to));
        }
        _ => {
            let count = chance.below(5);
            to.map(count);
            for key in 0..count {
                to.uint(key as u64);
                value(chance, depth - 1, to);
            }
        }
    }
}

fn number(chance: &Seeded) -> u64 {
    match chance.below(5) {
        0 => chance.below(30) as u64,
        1 => 1_700_000_000_000 + chance.below(1000) as u64,
        2 => u64::MAX - chance.below(3) as u64,
        3 => 1 << chance.below(64),
        _ => chance.next(),
    }
}

fn header(chance: &Seeded, chain: &Chain) -> Header {
    let mut header = chain.header();
    match chance.below(6) {
        0 => header.seq = number(chance).max(1),
        1 => header.seq += chance.below(4) as u64,
        2 => header.prev[chance.below(16)] ^= 1,
        3 => header.feed.0[chance.below(8)] ^= 1,
        4 => header.document.0[chance.below(16)] ^= 1,
        _ => header.key.0[chance.below(8)] ^= 1,
    }
    header
}

fn opening(world: &World, chance: &Seeded, right: Opening) -> Opening {
    let mut opening = right;
    match chance.below(6) {
        0 => opening.document = DocumentId(world.context.random()),
        1 => opening.record = RecordId(world.context.random()),
        2 => opening.section = *chance.pick(&Section::ALL),
        3 => opening.author = AuthorId(world.context.random()),
        4 => opening.incarnation = Incarnation(world.context.random()),
        _ => opening.authority = StatementId(world.context.random()),
    }
    opening
}

/// A payload of a random shape: most break one rule, and get far before it shows.
fn payload(world: &World, chance: &Seeded, chain: &Chain) -> Payload {
    let time = world.context.now();
    let texts: Vec<String> = (0..1 + chance.below(4))
        .map(|_| format!("text {}", chance.below(50)))
        .collect();
    let mut payload = chain.draft(time, &texts.iter().map(String::as_str).collect::<Vec<_>>());
    let last = payload.entries.len() - 1;
    match chance.below(22) {
        0 => payload.time = number(chance),
        1 => payload.entries[last].recorded = number(chance),
        2 => payload.bodies.push(noise(chance, 40)),
        3 => {
            let again = payload.bodies[0].clone();
            payload.bodies.push(again);
        }
        4 => {
            let (entry, body) = statement("unfit for any section", time);
            payload.entries.push(entry);
            payload.bodies.push(body);
        }
        5 => {
            let mut apart = blank("source", time);
            apart.body = Some(BodyRef {
                hash: BodyHash(world.context.random()),
                len: number(chance),
            });
            payload.entries.push(apart);
        }
        6 => {
            payload.deps = (0..chance.below(10))
                .map(|_| dependency(world, chance, chain))
                .collect()
        }
        7 => {
            payload.deps = vec![dependency(world, chance, chain)];
            payload.deps.sort();
        }
        8 => payload.opening = Some(opening(world, chance, chain.opening)),
        9 => payload.opening = None,
        10 => {
            payload.checkpoint = Some(Checkpoint {
                seq: number(chance),
                envelope: chain.hash,
                change: chain.change.map_or(ChangeHash([0; 32]), |(hash, _)| hash),
                signature: pocketchart_crypto::sign::Signature::from_bytes([chance.next() as u8; 64]),
            });
        }
        11 => payload.entries[last].kind = "k".repeat(chance.below(70)),
        12 => payload.entries[last].kind = Entry::ADMISSION.into(),
        13 => {
            payload.entries[last].admission = Some(Admission {
                feed: chain.tag(),
                seq: number(chance),
                hash: chain.hash,
                verdict: Verdict::Admitted,
                received: number(chance),
                authority: None,
            });
            if chance.once_in(2) {
                payload.entries[last].kind = Entry::ADMISSION.into();
            }
        }
        14 => {
            payload.entries[last].act =
                Some(*chance.pick(&[Act::Correct, Act::Retract, Act::Resolve, Act::Confirm]));
            payload.entries[last].supersedes = (0..1 + chance.below(70))
                .map(|_| target(world, chance, chain))
                .collect();
        }
        15 => payload.entries[last].reason = Some("r".repeat(chance.below(5000))),
        16 => {
            payload.entries[last].source = Some(Source {
                system: "s".repeat(chance.below(5000)),
                kind: String::new(),
                id: "\u{0}\u{202e}".into(),
            });
        }
        17 => payload.entries[last].media = Some(String::from_utf8_lossy(&noise(chance, 30)).into_owned()),
        18 => {
            let many = vec![payload.entries[0].clone(); chance.below(200)];
            payload.entries.extend(many);
        }
        19 if chance.once_in(50) => {
            payload.entries = vec![blank("many", time); 9_000 + chance.below(2_000)];
            payload.bodies.clear();
        }
        20 => {
            payload.entries.clear();
            if chance.once_in(2) {
                payload.bodies.clear();
            }
        }
        21 => payload.entries[last]
            .body
            .iter_mut()
            .for_each(|body| body.len ^= 1 << chance.below(40)),
        _ => (),
    }
    payload
}

fn dependency(world: &World, chance: &Seeded, chain: &Chain) -> Dependency {
    let mut change = [0; 8];
    if let Some((hash, _)) = chain.change {
        change.copy_from_slice(&hash.0[..8]);
    }
    Dependency {
        feed: if chance.once_in(2) {
            chain.tag()
        } else {
            FeedTag(world.context.random())
        },
        seq: if chance.once_in(2) {
            chain.seq
        } else {
            number(chance)
        },
        change,
    }
}

fn target(world: &World, chance: &Seeded, chain: &Chain) -> EntryId {
    EntryId {
        document: chain.opening.document,
        feed: chain.tag(),
        counter: chance.below(20) as u64,
        hash: EntryHash(world.context.random()),
    }
}

/// Little that inflates to much.
fn bomb(world: &World, chance: &Seeded, liar: &Liar, chain: &Chain) -> Vec<u8> {
    let size = MAX_INFLATED - 4096 + chance.below(8192);
    let bytes = deflate(&vec![0; size], Effort::Quick);
    chain.seal_raw(world, liar, chain.header(), &padme::pad(bytes))
}
