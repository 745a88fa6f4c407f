//! Calls that fail.

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Any call: the device reports an error, and nothing happened.
    Io,
    /// A write: there is no room, and nothing was written.
    Full,
    /// A read: only the first half of the bytes came, the rest are zeros.
    ShortRead,
}

impl Fault {
    /// The three of them.
    pub const ALL: [Self; 3] = [Self::Io, Self::Full, Self::ShortRead];
}

/// How long a fault lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Repeat {
    /// One call fails.
    Once,
    /// That call and every later one that the fault can strike.
    Onward,
}

/// What is asked of a file system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    Read,
    Write,
    Other,
}

/// Counts calls, and lets the chosen ones fail.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    calls: [u64; 3],
    plan: Option<(Fault, u64, Repeat)>,
    struck: u64,
}

impl Faults {
    /// Which fault strikes this call, if any.
    pub(crate) fn strikes(&mut self, call: Call) -> Option<Fault> {
        let mut strike = None;
        for (fault, count) in Fault::ALL.into_iter().zip(&mut self.calls) {
            let possible = match fault {
                Fault::Io => true,
                Fault::Full => call == Call::Write,
                Fault::ShortRead => call == Call::Read,
            };
            if !possible {
                continue;
            }
            let now = match self.plan {
                Some((planned, at, Repeat::Once)) => planned == fault && at == *count,
                Some((planned, at, Repeat::Onward)) => planned == fault && at <= *count,
                None => false,
            };
            if now {
                strike = Some(fault);
            }
            *count += 1;
        }
        self.struck += u64::from(strike.is_some());
        strike
    }

    pub(crate) fn calls(&self, fault: Fault) -> u64 {
        Fault::ALL
            .into_iter()
            .zip(self.calls)
            .find(|(of, _)| *of == fault)
            .map_or(0, |(_, count)| count)
    }

    pub(crate) fn plan(&mut self, plan: Option<(Fault, u64, Repeat)>) {
        self.plan = plan;
        self.struck = 0;
    }

    pub(crate) fn struck(&self) -> u64 {
        self.struck
    }
}

#[test]
fn only_the_chosen_calls_fail() {
    let mut faults = Faults::default();
    faults.plan(Some((Fault::Full, 1, Repeat::Once)));
    let calls = [Call::Write, Call::Read, Call::Write, Call::Write];
    assert_eq!(
        calls.map(|call| faults.strikes(call)),
        [None, None, Some(Fault::Full), None]
    );
    assert_eq!(Fault::ALL.map(|fault| faults.calls(fault)), [4, 3, 1]);
    assert_eq!(faults.struck(), 1);
    faults.plan(Some((Fault::Io, 5, Repeat::Onward)));
    assert_eq!(
        calls.map(|call| faults.strikes(call).is_some()),
        [false, true, true, true]
    );
}
