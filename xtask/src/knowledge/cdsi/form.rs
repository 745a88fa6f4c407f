//! How periods, days, codes and names are written in our tables.

use crate::Outcome;

/// A list of what is not empty.
pub(super) fn list(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("|")
}

/// `6 weeks - 4 days` as `6w-4d`, `5 months + 4 weeks` as `5m+4w`.
pub(super) fn period(text: &str) -> Outcome<String> {
    let mut out = String::new();
    for word in text.split_whitespace() {
        match word {
            "+" | "-" => out.push_str(word),
            "year" | "years" => out.push('y'),
            "month" | "months" => out.push('m'),
            "week" | "weeks" => out.push('w'),
            "day" | "days" => out.push('d'),
            number if number.parse::<u16>().is_ok() => out.push_str(number),
            _ => return Err(format!("`{text}` is no period.").into()),
        }
    }
    Ok(out)
}

/// `20250827` and `08/27/2025` as `2025-08-27`.
pub(super) fn day(text: &str) -> Outcome<String> {
    if text.is_empty() {
        return Ok(String::new());
    }
    let parts: Vec<&str> = text.split('/').collect();
    let (year, month, day) = match parts.as_slice() {
        [month, day, year] => (*year, *month, *day),
        [all] if all.len() == 8 && all.is_ascii() => (&all[..4], &all[4..6], &all[6..]),
        _ => return Err(format!("`{text}` is no day.").into()),
    };
    Ok(format!("{year}-{month}-{day}"))
}

/// `133; 215;216` as a list.
pub(super) fn codes(text: &str) -> String {
    list(text.split(';').map(|code| code.trim().to_owned()))
}

/// A name as part of a row's name: lower case, words joined by hyphens.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            out.push(letter.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// `Yes` and `No` as `yes` and `no`.
pub(super) fn flag(text: &str) -> String {
    if text == "Yes" || text == "Y" { "yes" } else { "no" }.to_owned()
}
