//! The effective clock: readings one after the other, and what it says to the last.

use super::fields::{bytes, list, uint};
use super::file::{Maker, Vector};
use super::input::hex;
use super::{Format, Input, Refused, fixed};
use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_share::clock::{Doubt, EffectiveClock, Reading, Witness};
use serde_json::{Value, json};

pub(super) const FORMAT: Format = Format {
    name: "clock",
    read,
    make,
};

/// A clock from its bytes, or from a first step that confirms a date; then each step is taken. The last must be
/// believed; of the others it is told what they were answered with.
fn read(input: &Input) -> Result<Value, Refused> {
    let mut clock: Option<EffectiveClock> = match input.has("clock") {
        true => Some(from_bytes(&input.bytes("clock")).map_err(|_| Refused::new("malformed", ""))?),
        false => None,
    };
    let mut answers = Vec::new();
    for step in input.get("steps").as_array().unwrap() {
        answers.push(taken(&mut clock, step));
    }
    if let Some(Err(doubt)) = answers.last() {
        return Err(Refused::new(name(*doubt), ""));
    }
    let shown = |answer: &Result<u64, Doubt>| answer.map_or_else(|doubt| json!(name(doubt)), Value::from);
    Ok(json!({
        "answers": answers.iter().map(shown).collect::<Value>(),
        "clock": hex(&to_bytes(&clock.unwrap())),
    }))
}

fn taken(clock: &mut Option<EffectiveClock>, step: &Value) -> Result<u64, Doubt> {
    let reading = Reading {
        wall: step["wall"].as_u64().unwrap(),
        boot: Input::default().with("boot", step["boot"].clone()).fixed("boot"),
        running: step["running"].as_u64().unwrap(),
    };
    match step["do"].as_str().unwrap() {
        "confirm" => {
            *clock = Some(EffectiveClock::confirmed(reading)?);
            Ok(reading.wall)
        }
        "read" => clock.as_mut().unwrap().read(reading),
        witness => {
            let witness = match witness {
                "own-device" => Witness::OwnDevice,
                "relay" => Witness::Relay,
                _ => Witness::Clinic,
            };
            clock
                .as_mut()
                .unwrap()
                .hear(witness, step["time"].as_u64().unwrap(), reading)
        }
    }
}

fn name(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Behind => "behind",
        Doubt::Ahead => "ahead",
        Doubt::Rewound => "rewound",
        _ => "other",
    }
}

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const MINUTE: i64 = 60_000;

/// A reading: how far the wall clock is from noon, which start, how long it runs, all in milliseconds.
type At = (i64, u8, i64);

fn step(what: &str, (wall, boot, running): At) -> Value {
    let wall = fixed::NOON.checked_add_signed(wall).unwrap();
    json!({"do": what, "wall": wall, "boot": hex(&[boot; 16]), "running": running})
}

fn heard(witness: &str, time: i64, at: At) -> Value {
    let mut step = step(witness, at);
    step["time"] = json!(fixed::NOON.checked_add_signed(time).unwrap());
    step
}

/// Confirmed at noon, an hour after the device's first start; then these.
fn steps(then: Vec<Value>) -> Input {
    let all = [vec![step("confirm", (0, 1, HOUR))], then].concat();
    Input::default().with("steps", all)
}

fn make(to: &mut Vec<Vector>) {
    let mut maker = Maker::new(FORMAT, to);
    let read = |at: At| step("read", at);
    let mut good = |name: &str, about: &str, then: Vec<Value>| maker.good(name, about, &steps(then));
    good("confirmed", "A confirmed date.", vec![]);
    good(
        "an-hour-later",
        "Both clocks moved on.",
        vec![read((HOUR, 1, 2 * HOUR))],
    );
    let back = vec![read((-HOUR, 1, 3 * HOUR))];
    good(
        "set-back",
        "The wall clock was set back: the running time counts.",
        back,
    );
    let hour = vec![read((2 * HOUR, 1, HOUR))];
    good(
        "set-ahead",
        "The wall clock is ahead within a day, and counts.",
        hour,
    );
    good(
        "a-day-ahead",
        "Ahead by exactly a day.",
        vec![read((DAY, 1, HOUR))],
    );
    good(
        "a-day-behind",
        "Behind by exactly a day.",
        vec![read((-DAY, 1, HOUR))],
    );
    let twice = vec![read((20 * HOUR, 1, HOUR)), read((0, 1, HOUR + MINUTE))];
    good(
        "ahead-and-back",
        "Set ahead and back: what was believed stays.",
        twice,
    );
    good(
        "new-start",
        "The device started again.",
        vec![read((HOUR, 2, MINUTE))],
    );
    let restarted = vec![read((HOUR, 2, MINUTE)), read((HOUR, 2, 2 * MINUTE))];
    good(
        "second-start-runs",
        "The running time of the second start counts.",
        restarted,
    );
    let doubted = vec![read((10 * DAY, 1, 2 * HOUR)), read((HOUR, 1, 2 * HOUR))];
    good("doubt-passes", "A doubted reading changes nothing.", doubted);
    let confirmed = vec![
        read((10 * DAY, 1, 2 * HOUR)),
        step("confirm", (10 * DAY, 1, 2 * HOUR)),
    ];
    good(
        "confirmed-ahead",
        "The date was confirmed after a doubt.",
        confirmed,
    );
    let earlier = vec![
        step("confirm", (-10 * DAY, 1, 2 * HOUR)),
        read((-10 * DAY, 1, 2 * HOUR)),
    ];
    good("confirmed-back", "A person may also set the time back.", earlier);
    let own = heard("own-device", 5 * HOUR, (0, 1, HOUR));
    good(
        "own-device",
        "The person's other device is ahead by 5 hours.",
        vec![own],
    );
    let behind = heard("own-device", -5 * HOUR, (0, 1, HOUR));
    good(
        "own-device-behind",
        "The other device is behind: nothing changes.",
        vec![behind],
    );
    good(
        "relay",
        "The relay is ahead by a day.",
        vec![heard("relay", DAY, (0, 1, HOUR))],
    );
    let clinic = heard("clinic", 5 * HOUR, (0, 1, HOUR));
    good("clinic", "What a clinic says never counts.", vec![clinic]);
    let clinic = heard("clinic", 50 * DAY, (0, 1, HOUR));
    good("clinic-far-off", "Nor does it raise a doubt.", vec![clinic]);
    let settled = vec![
        heard("relay", 9 * DAY, (0, 1, HOUR)),
        step("confirm", (9 * DAY, 1, HOUR)),
        read((9 * DAY, 1, HOUR + MINUTE)),
    ];
    good(
        "contradiction-settled",
        "A confirmed date ends a contradiction.",
        settled,
    );
    bad_readings(&mut maker);
    bad_bytes(&mut maker);
}

fn bad_readings(maker: &mut Maker<'_>) {
    let read = |at: At| step("read", at);
    let fine = steps(vec![read((HOUR, 1, 2 * HOUR))]);
    let mut bad = |name: &str, fault: &str, class: &str, then: Vec<Value>| {
        maker.bad(name, fault, class, "", &steps(then), fine.clone());
    };
    bad(
        "ahead",
        "Ahead by a day and a millisecond.",
        "ahead",
        vec![read((DAY + 1, 1, HOUR))],
    );
    bad(
        "behind",
        "Behind by a day and a millisecond.",
        "behind",
        vec![read((-DAY - 1, 1, HOUR))],
    );
    let small = (1..=3).map(|times| read((times * 9 * HOUR, 1, HOUR))).collect();
    bad(
        "many-small-moves",
        "Three moves of 9 hours are one of 27.",
        "ahead",
        small,
    );
    let known = vec![read((20 * HOUR, 1, HOUR)), read((-5 * HOUR, 1, HOUR))];
    bad(
        "behind-what-is-known",
        "More than a day behind what was believed.",
        "behind",
        known,
    );
    bad(
        "rewound",
        "The running time went back.",
        "rewound",
        vec![read((0, 1, HOUR - 1))],
    );
    let restart = vec![read((DAY + 1, 2, MINUTE))];
    bad("ahead-at-start", "Ahead after a start.", "ahead", restart);
    bad(
        "behind-at-start",
        "Behind after a start.",
        "behind",
        vec![read((-DAY - 1, 2, MINUTE))],
    );
    let relay = heard("relay", DAY + 1, (0, 1, HOUR));
    bad(
        "relay-contradicts",
        "The relay is more than a day ahead.",
        "behind",
        vec![relay.clone()],
    );
    let own = heard("own-device", -DAY - 1, (0, 1, HOUR));
    bad(
        "own-device-contradicts",
        "The other device is more than a day behind.",
        "ahead",
        vec![own],
    );
    let still = vec![relay, read((0, 1, HOUR + MINUTE))];
    bad(
        "contradiction-stays",
        "A contradiction lasts until a date is confirmed.",
        "behind",
        still,
    );
    let early = 1_767_225_600_000 - i64::try_from(fixed::NOON).unwrap();
    let first = |wall| Input::default().with("steps", vec![step("confirm", (wall, 1, HOUR))]);
    maker.bad(
        "before-2026",
        "A confirmed date before 2026.",
        "behind",
        "",
        &first(early - 1),
        first(early),
    );
}

fn bad_bytes(maker: &mut Maker<'_>) {
    let row = |version: u64, doubt: u64, boot: &[u8]| {
        let running = uint(3_600_000);
        let [latest, wall] = [uint(fixed::NOON), uint(fixed::NOON)];
        list(&[
            uint(version),
            latest,
            running.clone(),
            wall,
            bytes(boot),
            running,
            uint(doubt),
        ])
    };
    let input = |clock: &[u8]| {
        let read = step("read", (HOUR, 1, 2 * HOUR));
        Input::default()
            .with("steps", vec![read])
            .with_bytes("clock", clock)
    };
    let good = row(1, 0, &[1; 16]);
    maker.good("kept", "A clock that was kept.", &input(&good));
    let mut bad = |name: &str, fault: &str, class: &str, clock: &[u8]| {
        maker.bad(name, fault, class, "", &input(clock), input(&good));
    };
    bad(
        "kept-contradicted",
        "A clock that was kept with a contradiction.",
        "ahead",
        &row(1, 2, &[1; 16]),
    );
    bad(
        "version-2",
        "A version that does not exist yet.",
        "malformed",
        &row(2, 0, &[1; 16]),
    );
    bad(
        "doubt-4",
        "A doubt that does not exist.",
        "malformed",
        &row(1, 4, &[1; 16]),
    );
    bad(
        "boot-short",
        "A start of 15 bytes.",
        "malformed",
        &row(1, 0, &[1; 15]),
    );
    bad(
        "trailing-byte",
        "One byte after it.",
        "malformed",
        &[&good[..], &[0]].concat(),
    );
    bad(
        "cut-off",
        "The last byte is missing.",
        "malformed",
        &good[..good.len() - 1],
    );
}
