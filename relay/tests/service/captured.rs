//! Somebody has the whole relay: its disk, its memory, what it says, and every byte that goes to it and comes from it. What
//! grants, links, letters and snapshots mean, and what opens them, is not among it. `CAPTURED` asks for more than 1,000 of each.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{self, Read, Seek, SeekFrom, Write},
    net::{Shutdown, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread,
};

use pocketchart_crypto::{
    Secret,
    aead::{self, Nonce, OVERHEAD},
    random_array,
};
use pocketchart_wire::{
    grant::{Deposit, Take},
    link::{Address, Content, File},
    mailbox::Post,
    size::{is_packet, packet_len},
    text,
    vault::{self, Put},
};
use serde_json::json;

use crate::{
    World,
    client::{Client, now, path, signing_key},
    links::Link,
};

/// Twelve random bytes that begin every secret of one kind, in the forms in which they may stand somewhere.
struct Canary {
    what: &'static str,
    mark: [u8; 12],
}

/// Letters that no encoding changes, for what people type.
fn letters() -> [u8; 12] {
    random_array::<12>().map(|byte| b'a' + byte % 26)
}

impl Canary {
    fn new(what: &'static str, mark: [u8; 12]) -> Self {
        Self { what, mark }
    }

    /// A secret of this kind.
    fn secret(&self) -> [u8; 32] {
        let mut secret = random_array();
        secret[..12].copy_from_slice(&self.mark);
        secret
    }

    /// A text of this kind.
    fn text(&self, n: usize) -> String {
        format!("{}{n}", String::from_utf8_lossy(&self.mark))
    }

    /// Eight bytes of each form: as it is, in hexadecimal, and in base64 at each of its three places.
    fn needles(&self) -> Vec<u64> {
        let hex: String = self.mark.iter().map(|byte| format!("{byte:02x}")).collect();
        let mut forms = vec![
            self.mark.to_vec(),
            hex.clone().into_bytes(),
            hex.to_uppercase().into_bytes(),
        ];
        for before in 0..3 {
            let shifted = [&vec![0; before], self.mark.as_slice()].concat();
            let url = text::encode(&shifted).into_bytes()[4..].to_vec();
            let plain = url.iter().map(|c| match c {
                b'-' => b'+',
                b'_' => b'/',
                other => *other,
            });
            forms.extend([plain.collect(), url]);
        }
        let eight = |form: Vec<u8>| u64::from_be_bytes(form[..8].try_into().unwrap());
        forms.into_iter().map(eight).collect()
    }
}

/// Which canaries stand in these bytes.
fn found(canaries: &[&Canary], bytes: &[u8]) -> Vec<&'static str> {
    let needles: Vec<(u64, &str)> = canaries
        .iter()
        .flat_map(|canary| canary.needles().into_iter().map(|needle| (needle, canary.what)))
        .collect();
    // By its last two bytes nearly everything is told to be none of them.
    let mut ends = vec![false; 1 << 16];
    for (needle, _) in &needles {
        ends[usize::from(*needle as u16)] = true;
    }
    let mut last = 0_u64;
    let mut hits = Vec::new();
    for byte in bytes {
        last = last << 8 | u64::from(*byte);
        if !ends[usize::from(last as u16)] {
            continue;
        }
        for (needle, what) in &needles {
            if *needle == last && !hits.contains(what) {
                hits.push(*what);
            }
        }
    }
    hits
}

/// Records all that goes through it, both ways.
struct Wire {
    url: String,
    heard: Arc<Mutex<Vec<u8>>>,
}

impl Wire {
    fn before(relay: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (heard, relay) = (Arc::<Mutex<Vec<u8>>>::default(), relay.replace("http://", ""));
        let all = Arc::clone(&heard);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let Ok(server) = TcpStream::connect(&relay) else {
                    break;
                };
                for (from, to) in [(&client, &server), (&server, &client)] {
                    let (from, to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                    let heard = Arc::clone(&all);
                    thread::spawn(move || listen(from, to, &heard));
                }
            }
        });
        Self { url, heard }
    }
}

fn listen(mut from: TcpStream, mut to: TcpStream, heard: &Mutex<Vec<u8>>) {
    let mut some = vec![0; 64 << 10];
    while let Ok(read @ 1..) = from.read(&mut some) {
        heard.lock().unwrap().extend(&some[..read]);
        if to.write_all(&some[..read]).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}

/// What a process has in memory and may write.
fn memory(process: u32) -> io::Result<Vec<u8>> {
    let maps = fs::read_to_string(format!("/proc/{process}/maps"))?;
    let mut memory = fs::File::open(format!("/proc/{process}/mem"))?;
    let mut all = Vec::new();
    for line in maps
        .lines()
        .filter(|line| line.contains(" rw") && !line.contains("[v"))
    {
        let (range, _) = line.split_once(' ').unwrap();
        let (from, to) = range.split_once('-').unwrap();
        let [from, to] = [from, to].map(|at| u64::from_str_radix(at, 16).unwrap());
        memory.seek(SeekFrom::Start(from))?;
        let mut part = vec![0; (to - from) as usize];
        if memory.read_exact(&mut part).is_ok() {
            all.extend(part);
        }
    }
    Ok(all)
}

/// Every file below a folder.
fn below(folder: &Path, all: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        match entry.file_type().unwrap() {
            kind if kind.is_dir() => below(&entry.path(), all),
            kind if kind.is_file() => {
                all.extend(fs::read(entry.path()).ok().map(|bytes| (entry.path(), bytes)))
            }
            _ => {}
        }
    }
}

/// Sealed content of a length that a packet has.
fn sealed(key: &Secret<32>, content: &str, len: usize) -> Vec<u8> {
    let mut plain = content.as_bytes().to_vec();
    plain.resize(
        packet_len(len.max(content.len()) + OVERHEAD).unwrap() - OVERHEAD,
        b' ',
    );
    aead::seal(key, &Nonce::random(), b"", &plain)
}

#[test]
fn it_gives_nothing() {
    let world = World::sqlite();
    capture(&world, &[]);
}

/// Uses a relay a thousand times, and looks at all of it. `folders` are those of its store, beside the world's own.
pub(crate) fn capture(world: &World, folders: &[&Path]) {
    let all = env::var("CAPTURED").map_or(1000, |all| all.parse().unwrap());
    let seed = env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let mut random = fastrand::Rng::with_seed(seed);
    let relay = world.another(crate::process::UNLIMITED);
    let wire = Wire::before(&relay.url);
    let client = Client::new(&wire.url);

    let content = Canary::new("content", letters());
    let code = Canary::new("the code's secret", random_array());
    let key = Canary::new("a key", random_array());
    let passcode = Canary::new("a grant's passcode", letters());
    let name = Canary::new("who redeems", letters());
    let link_passcode = Canary::new("a link's passcode", letters());
    let recipient = Canary::new("a link's recipient", letters());
    let address = Canary::new("a link's address", random_array());
    let half = Canary::new("the relay's half", random_array());
    let mut blobs = Vec::new();

    for n in 0..all {
        let len = random.usize(0..12_000);
        // A grant: the code's secret, the passcode and what is sealed stay with patient and clinic.
        let (locator, q, typed) = (random_array(), code.secret(), passcode.text(n));
        let verifier = pocketchart_crypto::hash::keyed256(
            pocketchart_crypto::Label::new("grant/verifier"),
            &Secret::from_bytes(q),
            &[typed.as_bytes()],
        );
        let (verifier, its_half) = (Secret::from_bytes(verifier), Secret::from_bytes(half.secret()));
        let bundle_key = Secret::from_bytes(key.secret());
        let bundle = sealed(&bundle_key, &content.text(n), len);
        blobs.push(bundle.clone());
        let owner = *signing_key().public().as_bytes();
        let window = (now() - 60, now() + 3600);
        let deposit = Deposit::new(owner, window, (2, 10), &verifier, &its_half, bundle);
        assert_eq!(client.put(&path("grant", &locator, ""), &deposit).status, 201);
        let who = aead::seal(&bundle_key, &Nonce::random(), b"", name.text(n).as_bytes());
        let take = Take::new(&locator, &verifier, client.challenge(), random_array(), who);
        assert_eq!(client.post(&path("grant", &locator, "/take"), &take).status, 200);

        // A link: its key is in nobody's hands but the receiver's.
        let jwe = aead::seal(
            &Secret::from_bytes(key.secret()),
            &Nonce::random(),
            b"",
            content.text(n).as_bytes(),
        );
        let file = File {
            content: Content::Fhir,
            jwe: format!(
                "e30..{}.{}.{}",
                text::encode(&[1; 12]),
                text::encode(&jwe),
                text::encode(&[2; 16])
            ),
            updated: None,
        };
        let mut link = Link::new(vec![file]);
        link.address = Address::new(Secret::from_bytes(address.secret()));
        let who = recipient.text(n);
        // Argon2id is meant to be slow: one link in twenty has a passcode.
        let asked = if n % 20 == 0 {
            let typed = link_passcode.text(n);
            link.deposit.verifier = Some(*link.address.verifier(&typed).unwrap().expose());
            json!({"recipient": who, "passcode": typed})
        } else {
            json!({"recipient": who})
        };
        assert_eq!(link.leave(&client), 201);
        assert_eq!(link.ask(&client, &asked).status, 200);

        // A letter and a snapshot.
        let (reader, writer) = (signing_key(), Secret::random());
        let packet = sealed(&Secret::from_bytes(key.secret()), &content.text(n), len);
        blobs.push(packet.clone());
        let letter = Post::new(*reader.public().as_bytes(), &writer, 720, packet);
        assert_eq!(
            client
                .post(&path("mailbox", &letter.mailbox(), ""), &letter)
                .status,
            201
        );
        if n % 10 == 0 {
            let blob = sealed(&Secret::from_bytes(key.secret()), &content.text(n), len);
            blobs.push(blob.clone());
            let id = vault::id(reader.public().as_bytes());
            let put = Put::new(*reader.public().as_bytes(), Some(blob), &[]);
            assert_eq!(
                client
                    .call(&path("vault", &id, "/put"), &reader, &id, &put)
                    .status,
                201
            );
        }
    }

    let mut disk = Vec::new();
    below(world.file("").as_path(), &mut disk);
    folders.iter().for_each(|folder| below(folder, &mut disk));
    let (logs, disk): (Vec<_>, Vec<_>) = disk
        .into_iter()
        .partition(|(path, _)| path.ends_with("said") || path.ends_with("log"));
    let join =
        |files: Vec<(PathBuf, Vec<u8>)>| files.into_iter().flat_map(|(_, bytes)| bytes).collect::<Vec<_>>();
    let memory = memory(relay.process.id()).unwrap();
    let traffic = wire.heard.lock().unwrap().clone();
    let places = BTreeMap::from([
        ("disk", join(disk)),
        ("logs", join(logs)),
        ("memory", memory),
        ("traffic", traffic),
    ]);
    let nowhere = [&content, &code, &key, &passcode, &name];
    let passing = [&link_passcode, &recipient, &address];
    for (place, bytes) in &places {
        let hits = found(&nowhere, bytes);
        assert!(hits.is_empty(), "{hits:?} in {place}");
        let passing = found(&passing, bytes);
        match *place {
            // A receiver sends its name and its passcode to the link's address: the specification has it so.
            "traffic" => assert_eq!(passing.len(), 3, "the control: what goes through is found"),
            "memory" => {}
            _ => assert!(passing.is_empty(), "{passing:?} in {place}"),
        }
        println!("{place}: {} MiB, 0 canaries", bytes.len() >> 20);
    }
    for place in ["disk", "traffic"] {
        assert_eq!(
            found(&[&half], &places[place]).len(),
            1,
            "the control: {place} is what was looked at"
        );
    }
    statistics(&blobs, seed);
}

/// Lengths are those of packets, and bytes are as any others.
fn statistics(blobs: &[Vec<u8>], seed: u64) {
    let mut counts = [0_u64; 256];
    for blob in blobs {
        assert!(is_packet(blob.len()));
        blob.iter().for_each(|byte| counts[usize::from(*byte)] += 1);
    }
    let all: u64 = counts.iter().sum();
    let expected = all as f64 / 256.0;
    let square: f64 = counts
        .iter()
        .map(|count| (*count as f64 - expected).powi(2) / expected)
        .sum();
    // 255 degrees of freedom: 255 on average, with a deviation of 22.6; six of them come by chance once in 10⁸ runs.
    assert!(
        (square - 255.0).abs() < 6.0 * 22.6,
        "chi-square {square:.0}, seed {seed}"
    );
    let sizes: std::collections::BTreeSet<_> = blobs.iter().map(Vec::len).collect();
    println!(
        "{all} bytes of {} blobs: chi-square {square:.0}; {} lengths; seed {seed}",
        blobs.len(),
        sizes.len()
    );
}

/// Two mailboxes of one pair, written one after the other, are no nearer to each other in the file than any two. The control:
/// who knows in which order the letters came, knows the pairs.
#[test]
fn mailboxes_of_a_pair_are_not_found_together() {
    const PAIRS: usize = 400;
    let seed = env::var("POCKETCHART_SEED").map_or(1, |seed| seed.parse().unwrap());
    let world = World::sqlite();
    let client = world.client();
    let mut came = Vec::new();
    for pair in 0..PAIRS {
        for _ in 0..2 {
            let (reader, writer) = (signing_key(), Secret::random());
            let packet = sealed(&Secret::random(), "", 0);
            let letter = Post::new(*reader.public().as_bytes(), &writer, 720, packet);
            assert_eq!(
                client
                    .post(&path("mailbox", &letter.mailbox(), ""), &letter)
                    .status,
                201
            );
            came.push((letter.mailbox(), pair));
        }
    }
    let store = rusqlite::Connection::open(world.file("relay.sqlite")).unwrap();
    // As the rows lie: the query asks for no order.
    let mut rows = store
        .prepare("SELECT mailbox, n, until, size FROM letter")
        .unwrap();
    type Lying = (Vec<u8>, i64, i64, i64);
    let lying: Vec<Lying> = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(lying.len(), 2 * PAIRS);
    let told: std::collections::BTreeSet<_> =
        lying.iter().map(|(_, n, until, size)| (n, until, size)).collect();
    assert!(
        told.len() <= 2,
        "rows tell each other apart only by the hour: {told:?}"
    );
    let pair = |mailbox: &[u8]| came.iter().find(|(its, _)| its == mailbox).unwrap().1;
    let together = |order: &[Vec<u8>]| {
        let neighbours = order.windows(2).filter(|two| pair(&two[0]) == pair(&two[1]));
        neighbours.count()
    };
    let order: Vec<_> = lying.into_iter().map(|(mailbox, ..)| mailbox).collect();
    // By chance one of 799 others is the one that it belongs to: about one pair in all lies together.
    let hits = together(&order);
    assert!(hits <= 8, "{hits} of {PAIRS} pairs lie together");
    let arrival: Vec<_> = came.iter().map(|(mailbox, _)| mailbox.to_vec()).collect();
    assert_eq!(together(&arrival), PAIRS);
    println!("{hits} of {PAIRS} pairs lie together, about 1 by chance; by arrival all; seed {seed}");
}
