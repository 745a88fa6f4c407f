use crate::padme::padme_len;

/// Lengths that BorgBackup's tests expect of its own Padmé.
#[test]
fn lengths_of_another_implementation() {
    for (len, padding) in [
        (1_000, 24),
        (10_000, 240),
        (20_000, 480),
        (50_000, 1_200),
        (100_000, 352),
        (1_000_000, 15_808),
        (5_000_000, 111_808),
        (10_000_000, 223_616),
        (20_000_000, 447_232),
    ] {
        assert_eq!(padme_len(len), len + padding);
    }
}

/// The paper's bounds (section 4.3): at most 12 % more; lengths up to 2^40 fall into few classes, and the
/// share shrinks as lengths grow.
#[test]
fn bounds_of_the_paper() {
    let (mut worst, mut at) = (0.0_f64, 0);
    for len in 1..1_000_000_usize {
        let share = (padme_len(len) - len) as f64 / len as f64;
        if share > worst {
            (worst, at) = (share, len);
        }
        assert_eq!(
            padme_len(padme_len(len)),
            padme_len(len),
            "a padded length stays as it is"
        );
    }
    assert!(worst < 0.12, "{worst} at {at}");
    for exponent in 20..40 {
        let len = (1_usize << exponent) + 1;
        assert!((padme_len(len) - len) as f64 / (len as f64) < 0.065);
    }
}
