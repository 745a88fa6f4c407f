use super::Card;

const DAY: u64 = 86_400_000;
/// The Gregorian calendar repeats after 146,097 days, which are 4,800 months.
const CYCLE: (u64, u64) = (146_097, 4_800);

/// How old a card is, by the clock of whoever reads it. Nobody can trust that clock, so an old card is shown all the
/// same: it is said loudly and hides nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardAge {
    /// Whole days since it was issued.
    pub days: u64,
    /// Whole months since it was issued, each 30.44 days.
    pub months: u64,
    /// The day by which the person wanted to look it over has passed.
    pub review_overdue: bool,
    /// It was issued after today: one of the two clocks is wrong.
    pub from_the_future: bool,
}

impl Card {
    /// How old the card is at `now`, in milliseconds since 1970-01-01 UTC.
    pub fn age(&self, now: u64) -> CardAge {
        let today = now / DAY;
        let days = today.saturating_sub(self.issued().into());
        CardAge {
            days,
            months: days.saturating_mul(CYCLE.1) / CYCLE.0,
            review_overdue: today > self.review_by().into(),
            from_the_future: today < self.issued().into(),
        }
    }
}
