use super::content::{CardContent, CardSection};
use super::entry::{CardEntry, CardSeverity};

/// The longest text of the code that any camera shows.
pub const PLAIN_CHARACTERS: usize = 200;

/// Words of the responder's language around the facts of a plain text.
#[derive(Clone, Copy, Debug)]
pub struct PlainWords<'a> {
    /// In front of the allergies.
    pub allergies: &'a str,
    /// Where the card says nothing of allergies.
    pub nothing: &'a str,
    /// Behind a severe allergy.
    pub severe: &'a str,
    /// Behind an allergy on which the sources disagree.
    pub disputed: &'a str,
    /// Behind the number of those that did not fit.
    pub more: &'a str,
    /// In front of the contact.
    pub contact: &'a str,
    /// The day of issue, in figures.
    pub issued: &'a str,
}

impl CardContent {
    /// The allergies and the first contact as plain text of at most [`PLAIN_CHARACTERS`], which any camera shows without
    /// network or app (decision 23). What does not fit is counted, never left out in silence: severe allergies come
    /// first, and a long word is cut with `…`.
    pub fn to_plain(&self, words: &PlainWords<'_>) -> String {
        let ends = [self.name.as_deref().map(|name| cut(name, 30)), self.call(words)];
        let [name, contact] = ends;
        let date = cut(words.issued, 12);
        let around: usize = [&name, &contact]
            .into_iter()
            .flatten()
            .map(|line| line.chars().count() + 1)
            .sum();
        let room = PLAIN_CHARACTERS.saturating_sub(around + date.chars().count() + 1);
        let lines = [name, Some(self.allergy_line(words, room)), contact, Some(date)];
        cut(
            &lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            PLAIN_CHARACTERS,
        )
    }

    fn call(&self, words: &PlainWords<'_>) -> Option<String> {
        let contact = self.contacts.first()?;
        let phone = contact.phone.as_deref().map(|phone| cut(phone, 24));
        let parts = [Some(cut(&contact.name, 24)), phone];
        let who = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        Some(format!("{}: {who}", cut(words.contact, 28)))
    }

    fn allergy_line(&self, words: &PlainWords<'_>, room: usize) -> String {
        let mut entries: Vec<&CardEntry> = self.entries(CardSection::Allergies).iter().collect();
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.severity, entry.marks.high_risk)));
        let label = cut(words.allergies, 28);
        if entries.is_empty() {
            return format!("{label}: {}", cut(words.nothing, 80));
        }
        let shown: Vec<String> = entries.iter().map(|entry| named(entry, words)).collect();
        for kept in (1..=shown.len()).rev() {
            let list = shown.get(..kept).unwrap_or_default().join(", ");
            let rest = match shown.len() - kept {
                0 => String::new(),
                left => format!(", +{left} {}", words.more),
            };
            let line = format!("{label}: {list}{rest}");
            if line.chars().count() <= room {
                return line;
            }
        }
        format!("{label}: {} {}", shown.len(), words.more)
    }
}

fn named(entry: &CardEntry, words: &PlainWords<'_>) -> String {
    let severe = entry.severity == Some(CardSeverity::Severe) || entry.marks.high_risk;
    let remarks: Vec<&str> = [
        severe.then_some(words.severe),
        entry.marks.disputed.then_some(words.disputed),
    ]
    .into_iter()
    .flatten()
    .collect();
    let text = cut(&entry.text, 40);
    match remarks.is_empty() {
        true => text,
        false => format!("{text} ({})", remarks.join(", ")),
    }
}

/// The text, or its first characters and `…`.
fn cut(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(length.saturating_sub(1)).collect();
    short.push('…');
    short
}
