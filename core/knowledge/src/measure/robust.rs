//! Slopes that one wrong value does not turn (Theil 1950, Sen 1968), and whether there is a direction at all
//! (Mann 1945, Kendall 1975); and what stands out (Iglewicz and Hoaglin 1993).

/// The median slope of all pairs of points with different `x`; `None` when there is no such pair.
pub(crate) fn slope(points: &[(f64, f64)]) -> Option<f64> {
    let mut slopes: Vec<f64> = pairs(points)
        .filter(|((x1, _), (x2, _))| x1 != x2)
        .map(|((x1, y1), (x2, y2))| (y2 - y1) / (x2 - x1))
        .collect();
    median(&mut slopes)
}

/// The middle value, of two the mean.
pub(crate) fn median(values: &mut [f64]) -> Option<f64> {
    let half = values.len() / 2;
    let even = values.len().is_multiple_of(2);
    if values.is_empty() {
        return None;
    }
    let (lower, middle, _) = values.select_nth_unstable_by(half, f64::total_cmp);
    let middle = *middle;
    if !even {
        return Some(middle);
    }
    let below = lower.iter().copied().max_by(f64::total_cmp)?;
    Some(f64::midpoint(below, middle))
}

/// How far values lie from their middle, as a few wrong ones do not change it.
pub(crate) struct Spread {
    middle: f64,
    /// The median distance from the middle.
    distance: f64,
}

impl Spread {
    /// A score beyond this is to be labelled (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.17).
    const FAR: f64 = 3.5;
    /// The median distance of normal values in standard deviations.
    const NORMAL: f64 = 0.6745;

    /// `None` where more than half of the values are the same: then nothing can be said of the others.
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.collect();
        let middle = median(&mut values)?;
        values
            .iter_mut()
            .for_each(|value| *value = (*value - middle).abs());
        let distance = median(&mut values)?;
        // What is left of equal values after the sums of a line.
        let is_apart = distance > f64::EPSILON * 16.0 * values.iter().copied().fold(1.0, f64::max);
        is_apart.then_some(Self { middle, distance })
    }

    pub(crate) fn is_outside(&self, value: f64) -> bool {
        Self::NORMAL * (value - self.middle).abs() / self.distance > Self::FAR
    }
}

/// Kendall's statistic as a standard normal value, ties counted and continuity corrected: positive when values rise.
pub(crate) fn kendall(points: &[(f64, f64)]) -> f64 {
    let sum: i64 = pairs(points)
        .map(|((_, y1), (_, y2))| match y2.total_cmp(&y1) {
            std::cmp::Ordering::Greater => 1,
            std::cmp::Ordering::Equal => 0,
            std::cmp::Ordering::Less => -1,
        })
        .sum();
    let mut values: Vec<f64> = points.iter().map(|(_, y)| *y).collect();
    values.sort_by(f64::total_cmp);
    let term = |count: usize| {
        let count = count as f64;
        count * (count - 1.0) * (2.0 * count + 5.0)
    };
    let ties: f64 = values
        .chunk_by(|one, other| one == other)
        .map(|tie| term(tie.len()))
        .sum();
    let variance = (term(points.len()) - ties) / 18.0;
    if variance <= 0.0 {
        return 0.0;
    }
    let sum = sum as f64;
    (sum - sum.signum() * f64::from(u8::from(sum != 0.0))) / variance.sqrt()
}

fn pairs(points: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> + '_ {
    let after = |place: usize| points.get(place + 1..).unwrap_or_default();
    (points.iter().enumerate())
        .flat_map(move |(place, one)| after(place).iter().map(move |other| (*one, *other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_wrong_value_does_not_turn_the_slope() {
        let mut points: Vec<(f64, f64)> = (0..20)
            .map(|x| (f64::from(x), 2.0 * f64::from(x) + 1.0))
            .collect();
        assert_eq!(slope(&points), Some(2.0));
        points[7].1 = 1000.0;
        points[12].1 = -500.0;
        assert_eq!(slope(&points), Some(2.0));
        assert!(kendall(&points) > 1.645);
        assert_eq!(slope(&[(1.0, 2.0), (1.0, 9.0)]), None);
        assert_eq!(slope(&[]), None);
    }

    /// Gilbert, Statistical Methods for Environmental Pollution Monitoring (1987): for n values without ties the variance
    /// is n(n−1)(2n+5)/18; five rising values give S = 10 and z = 9/√(50/3).
    #[test]
    fn the_test_of_direction_follows_its_formula() {
        let rising: Vec<(f64, f64)> = (0..5).map(|x| (f64::from(x), f64::from(x))).collect();
        assert!((kendall(&rising) - 9.0 / (50.0_f64 / 3.0).sqrt()).abs() < 1e-12);
        let falling: Vec<(f64, f64)> = rising.iter().map(|(x, y)| (*x, -y)).collect();
        assert!((kendall(&falling) + kendall(&rising)).abs() < 1e-12);
        assert_eq!(kendall(&[(0.0, 1.0), (1.0, 1.0), (2.0, 1.0)]), 0.0);
        // Two tied pairs among four: (4·3·13 − 2·(2·1·9))/18.
        let tied = [(0.0, 1.0), (1.0, 1.0), (2.0, 2.0), (3.0, 2.0)];
        assert!((kendall(&tied) - 3.0 / (120.0_f64 / 18.0).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn what_is_far_from_the_others_is_outside() {
        let spread = Spread::of([1.0, 2.0, 3.0, 4.0, 50.0].into_iter()).unwrap();
        assert!(spread.is_outside(50.0) && spread.is_outside(-20.0));
        assert!(!spread.is_outside(1.0) && !spread.is_outside(8.0));
        assert!(Spread::of([7.0, 7.0, 7.0, 9.0].into_iter()).is_none());
        assert!(Spread::of(std::iter::empty()).is_none());
    }

    #[test]
    fn medians() {
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&mut []), None);
    }
}
