//! What is known of a person.

use jiff::civil::Date;

use crate::Sex;

/// All that evaluation and forecast ask of a person (logic specification, 4.1). What is not known stays empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The day of birth.
    pub born: Date,
    /// The sex.
    pub sex: Option<Sex>,
    /// The country of birth, as the schedule names it (`U.S.`).
    pub country_of_birth: Option<String>,
    /// Every dose that was given, in any order.
    pub doses: Vec<Dose>,
    /// Doses of which nobody wrote the day: they count for nothing, and leave open what is due.
    pub undated: Vec<Undated>,
    /// What is known of conditions, risks and immunity.
    pub observations: Vec<Observed>,
    /// What is known of reactions to vaccines.
    pub reactions: Vec<Observed>,
}

impl History {
    /// A history of which only the day of birth is known.
    pub fn of(born: Date) -> Self {
        Self {
            born,
            sex: None,
            country_of_birth: None,
            doses: Vec::new(),
            undated: Vec::new(),
            observations: Vec::new(),
            reactions: Vec::new(),
        }
    }

    /// Whether an observation of this code holds; `None`: nobody said.
    pub(super) fn has(&self, code: &str) -> Option<bool> {
        let said = self.observations.iter().chain(&self.reactions);
        let said = said.filter(|it| it.code == code).map(|it| it.holds);
        said.reduce(|one, other| one || other)
    }

    /// The latest day on which an observation of this code was made.
    pub(super) fn day_of(&self, code: &str) -> Option<Date> {
        let said = self.observations.iter().filter(|it| it.holds && it.code == code);
        said.filter_map(|it| it.on).max()
    }
}

/// One dose of a vaccine.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dose {
    /// The day on which it was given.
    pub on: Date,
    /// The vaccine: a CVX code.
    pub cvx: String,
    /// Its manufacturer: an MVX code.
    pub mvx: Option<String>,
    /// The volume in millilitres, as written.
    pub volume: Option<String>,
    /// The day on which the lot expired.
    pub lot_expires: Option<Date>,
    /// Whether it is known that the dose must be repeated: a recall, a broken cold chain, a wrong injection.
    pub must_repeat: bool,
    /// The name by which the caller knows it.
    pub entry: String,
}

impl Dose {
    /// A dose of which only day and vaccine are known.
    pub fn of(on: Date, cvx: &str, entry: &str) -> Self {
        Self {
            on,
            cvx: cvx.to_owned(),
            mvx: None,
            volume: None,
            lot_expires: None,
            must_repeat: false,
            entry: entry.to_owned(),
        }
    }
}

/// A dose of which the day is not known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Undated {
    /// The vaccine: a CVX code.
    pub cvx: String,
    /// The name by which the caller knows it.
    pub entry: String,
}

/// One answer to a question of the schedule. What is asked and not answered is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The code of the observation: three digits, as CDSi numbers them.
    pub code: String,
    /// Whether it holds.
    pub holds: bool,
    /// The day that goes with it: the onset of a pregnancy, the begin of a therapy.
    pub on: Option<Date>,
}
