//! Identifiers of SNOMED CT.

/// The check digit of a SNOMED CT identifier (Verhoeff): rows are the dihedral group of ten, columns its permutations.
pub(crate) fn is_snomed(code: &str) -> bool {
    let multiply = |a: usize, b: usize| match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => 5 + (a + b - 5) % 5,
        (false, true) => 5 + (a - b) % 5,
        (false, false) => (5 + a - b) % 5,
    };
    let permute = |times: usize, digit: usize| {
        (0..times % 8).fold(digit, |digit, _| [1, 5, 7, 6, 2, 8, 3, 0, 9, 4][digit])
    };
    let digits: Option<Vec<usize>> = code
        .chars()
        .rev()
        .map(|digit| digit.to_digit(10).map(|digit| digit as usize))
        .collect();
    digits.is_some_and(|digits| {
        let sum = digits
            .iter()
            .enumerate()
            .fold(0, |sum, (place, digit)| multiply(sum, permute(place, *digit)));
        (6..=18).contains(&digits.len()) && sum == 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_digit_makes_no_snomed_code() {
        assert!(is_snomed("73211009") && is_snomed("80141007"));
        assert!(!is_snomed("73211008") && !is_snomed("73211090") && !is_snomed("73A11009"));
    }
}
