//! Attacks and accidents of the clock, each with the verdict on a grant that it must lead to.

#![allow(clippy::unwrap_used, clippy::print_stdout)]

use pocketchart_record::cbor::{from_bytes, to_bytes};
use pocketchart_share::clock::{EffectiveClock, Reading, Witness};

const HOUR: u64 = 3_600_000;
/// 2027-01-15, when the clock was confirmed and the device had run for a hundred hours.
const START: u64 = 1_800_000_000_000;
const RAN: u64 = 100 * HOUR;
const YEARS: f64 = 24.0 * 365.25;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Verdict {
    NotYet,
    Open,
    Ended,
    Doubt,
}
use Verdict::*;

#[derive(Clone, Copy)]
enum Step {
    /// Start of the device, hours on the wall clock and hours run, both from the beginning (hours run after another
    /// start: from that).
    At(u8, f64, f64),
    /// Who says how many hours it is, at such a reading.
    Hear(Witness, f64, u8, f64, f64),
    /// A person says that the wall clock is right.
    Confirm(u8, f64, f64),
    /// The state of the beginning is put back.
    PutBack,
}
use Step::*;
use Witness::*;

struct Attack {
    name: &'static str,
    steps: &'static [Step],
    /// What the device must say at the last step of a grant that is open from 0 to 24 hours after the beginning.
    verdict: Verdict,
    /// Whether the wall clock alone would say the same.
    wall_agrees: bool,
}

const fn attack(name: &'static str, steps: &'static [Step], verdict: Verdict, wall_agrees: bool) -> Attack {
    Attack {
        name,
        steps,
        verdict,
        wall_agrees,
    }
}

const ATTACKS: [Attack; 36] = [
    attack("an hour passes", &[At(1, 1.0, 1.0)], Open, true),
    attack("a day passes", &[At(1, 25.0, 25.0)], Ended, true),
    attack(
        "set back after the end was seen",
        &[At(1, 25.0, 25.0), At(1, 2.0, 25.1)],
        Ended,
        false,
    ),
    attack(
        "set back before anybody looked",
        &[At(1, 10.0, 30.0)],
        Ended,
        false,
    ),
    attack("set back by more than a day", &[At(1, 2.0, 30.0)], Doubt, false),
    attack(
        "set back by ten years",
        &[At(1, -10.0 * YEARS, 1.0)],
        Doubt,
        false,
    ),
    attack(
        "set back by ten years after the end",
        &[At(1, 30.0, 30.0), At(1, -10.0 * YEARS, 31.0)],
        Doubt,
        false,
    ),
    attack("ten years ahead", &[At(1, 10.0 * YEARS, 1.0)], Doubt, false),
    attack(
        "ten years ahead and right again: no lasting harm",
        &[At(1, 10.0 * YEARS, 1.0), At(1, 2.0, 2.0)],
        Open,
        true,
    ),
    attack(
        "almost a day ahead ends it early",
        &[At(1, 24.5, 1.5)],
        Ended,
        true,
    ),
    attack(
        "almost a day ahead and back",
        &[At(1, 24.5, 1.5), At(1, 2.0, 2.0)],
        Ended,
        false,
    ),
    attack(
        "ahead in small steps",
        &[At(1, 20.0, 1.0), At(1, 40.0, 2.0)],
        Doubt,
        false,
    ),
    attack(
        "back in small steps",
        &[At(1, 30.0, 30.0), At(1, 20.0, 31.0), At(1, 6.0, 32.0)],
        Doubt,
        false,
    ),
    attack(
        "ahead to open it early",
        &[Confirm(1, -72.0, -72.0), At(1, 1.0, -71.0)],
        Doubt,
        false,
    ),
    attack(
        "before it opens",
        &[Confirm(1, -72.0, -72.0), At(1, -71.0, -71.0)],
        NotYet,
        true,
    ),
    attack("started again", &[At(2, 3.0, 0.0)], Open, true),
    attack(
        "started again and set back, the end seen",
        &[At(1, 25.0, 25.0), At(2, 2.0, 0.0)],
        Ended,
        false,
    ),
    attack(
        "started again and set back by days",
        &[At(1, 60.0, 60.0), At(2, 2.0, 0.0)],
        Doubt,
        false,
    ),
    attack(
        "started again, set back within that start",
        &[At(2, 23.0, 0.0), At(2, 3.0, 2.0)],
        Ended,
        false,
    ),
    attack("off for three days", &[At(2, 72.0, 0.0)], Doubt, false),
    attack(
        "off for three days, date confirmed",
        &[At(2, 72.0, 0.0), Confirm(2, 72.0, 0.1), At(2, 72.1, 0.1)],
        Ended,
        true,
    ),
    attack("battery empty: 1970", &[At(2, -1e9, 0.0)], Doubt, false),
    attack(
        "1970 confirmed by mistake is refused",
        &[At(2, -1e9, 0.0), Confirm(2, -1e9, 0.0), At(2, -1e9, 0.0)],
        Doubt,
        false,
    ),
    attack(
        "2038 wraps around to 1901, read as 1970",
        &[At(1, 96_554.0, 96_554.0), At(1, -1e9, 96_555.0)],
        Doubt,
        false,
    ),
    attack(
        "2038 is a time as any other",
        &[At(1, 96_554.0, 96_554.0), At(1, 96_556.0, 96_556.0)],
        Ended,
        true,
    ),
    attack(
        "a leap second shows the last second again",
        &[At(1, 24.0, 24.0), At(1, 23.9998, 24.00001)],
        Ended,
        false,
    ),
    attack(
        "summer time by a faulty system",
        &[At(1, 3.0, 2.0), At(1, 4.0, 3.0)],
        Open,
        true,
    ),
    attack(
        "winter time by a faulty system",
        &[At(1, 24.1, 24.1), At(1, 23.2, 24.2)],
        Ended,
        false,
    ),
    attack(
        "a clinic says it is earlier",
        &[Hear(Clinic, 2.0, 1, 25.0, 25.0)],
        Ended,
        true,
    ),
    attack(
        "a clinic says it is a month later",
        &[Hear(Clinic, 720.0, 1, 1.0, 1.0), At(1, 1.1, 1.1)],
        Open,
        true,
    ),
    attack(
        "an own device is hours ahead",
        &[Hear(OwnDevice, 25.0, 2, 20.0, 0.0), At(2, 20.1, 0.1)],
        Ended,
        false,
    ),
    attack(
        "the relay is days ahead",
        &[Hear(Relay, 50.0, 2, 1.0, 0.0), At(2, 1.1, 0.1)],
        Doubt,
        false,
    ),
    attack(
        "the relay is days behind, then the date is confirmed",
        &[
            At(2, 23.0, 0.0),
            Hear(Relay, -50.0, 2, 23.1, 0.1),
            Confirm(2, 1.0, 0.2),
            At(2, 1.1, 0.3),
        ],
        Open,
        true,
    ),
    attack(
        "an old state put back within a start",
        &[At(1, 30.0, 30.0), PutBack, At(1, 8.0, 31.0)],
        Ended,
        false,
    ),
    attack(
        "a copy of the whole machine put back",
        &[At(1, 30.0, 30.0), At(1, 5.0, 5.0)],
        Doubt,
        false,
    ),
    attack(
        "an old state put back, started again: an own device knows",
        &[
            At(1, 30.0, 30.0),
            PutBack,
            Hear(OwnDevice, 30.0, 2, 1.0, 0.0),
            At(2, 1.0, 0.1),
        ],
        Doubt,
        false,
    ),
];

fn moment(from: u64, hours: f64) -> u64 {
    from.saturating_add_signed((hours * HOUR as f64) as i64)
}

fn reading(boot: u8, wall: f64, running: f64) -> Reading {
    let from = if boot == 1 { RAN } else { 0 };
    Reading {
        wall: moment(START, wall),
        boot: [boot; 16],
        running: moment(from, running),
    }
}

fn verdict(time: u64) -> Verdict {
    if time < START {
        NotYet
    } else if time < START + 24 * HOUR {
        Open
    } else {
        Ended
    }
}

/// Plays an attack; `wall_only` trusts the wall clock alone.
fn play(attack: &Attack, wall_only: bool) -> Verdict {
    let first = EffectiveClock::confirmed(reading(1, 0.0, 0.0)).unwrap();
    let mut clock = first.clone();
    let mut last = Open;
    for step in attack.steps {
        let (wall, time) = match *step {
            At(boot, wall, running) => (wall, clock.read(reading(boot, wall, running))),
            Hear(witness, says, boot, wall, running) => {
                let reading = reading(boot, wall, running);
                (wall, clock.hear(witness, moment(START, says), reading))
            }
            Confirm(boot, wall, running) => {
                let now = reading(boot, wall, running);
                if let Ok(confirmed) = EffectiveClock::confirmed(now) {
                    clock = confirmed;
                }
                continue;
            }
            PutBack => {
                clock = first.clone();
                continue;
            }
        };
        last = if wall_only {
            verdict(moment(START, wall))
        } else {
            time.map_or(Doubt, verdict)
        };
        // Each step may be followed by a restart of the program.
        clock = from_bytes(&to_bytes(&clock)).unwrap();
    }
    last
}

#[test]
fn every_attack_has_its_verdict() {
    for attack in &ATTACKS {
        assert_eq!(play(attack, false), attack.verdict, "{}", attack.name);
    }
    println!("{} attacks and accidents, each with its verdict", ATTACKS.len());
}

#[test]
fn the_wall_clock_alone_fails() {
    let mut wrong = 0;
    for attack in &ATTACKS {
        let agrees = play(attack, true) == attack.verdict;
        assert_eq!(agrees, attack.wall_agrees, "{}", attack.name);
        wrong += usize::from(!agrees);
    }
    println!("the wall clock alone is wrong in {wrong} of {}", ATTACKS.len());
    assert_eq!(wrong, 24);
}

/// What no clock of one device can notice: the old state, another start, and the wall clock moved to match. The store's
/// freshness number and the other devices can.
#[test]
fn an_old_state_with_a_matching_wall_clock_is_not_noticed_alone() {
    let old = EffectiveClock::confirmed(reading(1, 0.0, 0.0)).unwrap();
    assert_eq!(old.clone().read(reading(2, 1.0, 0.0)).map(verdict), Ok(Open));
}

#[test]
fn no_reading_overflows() {
    let clock = EffectiveClock::confirmed(reading(1, 0.0, 0.0)).unwrap();
    for (wall, running) in [(0, u64::MAX), (u64::MAX, RAN), (0, 0), (u64::MAX, 0)] {
        for boot in [[1; 16], [2; 16]] {
            let reading = Reading { wall, boot, running };
            assert!(clock.clone().read(reading).is_err());
            assert!(clock.clone().hear(Relay, u64::MAX, reading).is_err());
        }
    }
}

/// Whatever happens in a day, the time never goes back.
#[test]
fn time_never_goes_back() {
    let mut random = fastrand::Rng::with_seed(14);
    for _ in 0..2_000 {
        let mut clock = EffectiveClock::confirmed(reading(1, 0.0, 0.0)).unwrap();
        let (mut boot, mut running, mut latest) = (1, 0.0, 0);
        for _ in 0..20 {
            running += random.f64() * 3.0;
            if random.u8(0..5) == 0 {
                (boot, running) = (boot + 1, 0.0);
            }
            let now = reading(boot, random.f64() * 60.0 - 10.0, running);
            let heard = moment(START, random.f64() * 60.0);
            let time = match random.u8(0..6) {
                0 => clock.hear(OwnDevice, heard, now),
                1 => clock.hear(Clinic, heard, now),
                _ => clock.read(now),
            };
            if let Ok(time) = time {
                assert!(time >= latest && time >= now.wall, "seed 14");
                latest = time;
            }
        }
    }
}
