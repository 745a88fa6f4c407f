//! A strict JSON scanner that finds where values begin and end, and where the text stops being JSON.
//!
//! `serde_json` reads every accepted resource; this scanner exists because a library parser cannot say where the next part
//! of a damaged file begins. Both accept the same grammar (RFC 8259), which a property test holds them to.

use std::borrow::Cow;
use std::ops::Range;

use crate::split::DEPTH_LIMIT;

/// Where and why the text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// Byte offset of the first byte that cannot stand where it stands.
    pub(crate) at: usize,
    /// What is wrong there.
    pub(crate) kind: FaultKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// A byte that the grammar does not allow.
    Syntax,
    /// The text ends inside a value.
    Truncated,
    /// Arrays and objects nest deeper than allowed.
    TooDeep,
}

/// Reads JSON at a position. After an error the position is unspecified; the fault has its own.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    pub(crate) at: usize,
    /// Where the last string began: one that was never closed swallows what follows it, up to the fault.
    pub(crate) last_string: usize,
    /// Offset of the first member name that an object says twice.
    pub(crate) duplicate: Option<usize>,
    keys: Vec<(Cow<'a, [u8]>, usize)>,
}

impl<'a> Scanner<'a> {
    pub(crate) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self {
            bytes,
            at,
            last_string: at,
            duplicate: None,
            keys: Vec::new(),
        }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(crate) fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    pub(crate) fn fault(&self) -> Fault {
        let kind = if self.at >= self.bytes.len() {
            FaultKind::Truncated
        } else {
            FaultKind::Syntax
        };
        Fault { at: self.at, kind }
    }

    pub(crate) fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.fault())
        }
    }

    /// One value with nothing before it; `levels` = how many arrays and objects may nest.
    pub(crate) fn value(&mut self, levels: usize) -> Result<Range<usize>, Fault> {
        let start = self.at;
        match self.peek() {
            Some(b'{') => self.object(levels, |_, _| ())?,
            Some(b'[') => self.array(levels)?,
            Some(b'"') => {
                self.string()?;
            }
            Some(b't') => self.word(b"true")?,
            Some(b'f') => self.word(b"false")?,
            Some(b'n') => self.word(b"null")?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => return Err(self.fault()),
        }
        Ok(start..self.at)
    }

    /// An object; `member` is told each name (escapes resolved) and the range of its value.
    pub(crate) fn object(
        &mut self,
        levels: usize,
        mut member: impl FnMut(&[u8], Range<usize>),
    ) -> Result<(), Fault> {
        let inner = self.deeper(levels)?;
        self.expect(b'{')?;
        let first_key = self.keys.len();
        self.skip_space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            let key_at = self.at;
            let name = self.name()?;
            let value = self.value(inner)?;
            member(&name, value);
            self.keys.push((name, key_at));
            self.skip_space();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.skip_space();
                }
                Some(b'}') => {
                    self.at += 1;
                    self.note_duplicate(first_key);
                    return Ok(());
                }
                _ => return Err(self.fault()),
            }
        }
    }

    /// A member name, its colon and the space around it; stands at the value afterwards.
    pub(crate) fn name(&mut self) -> Result<Cow<'a, [u8]>, Fault> {
        let range = self.string()?;
        let raw = self.bytes.get(range.clone()).unwrap_or_default();
        let inner = raw.get(1..raw.len().saturating_sub(1)).unwrap_or_default();
        let name = if inner.contains(&b'\\') {
            serde_json::from_slice::<String>(raw)
                .map_or(Cow::Borrowed(inner), |text| Cow::Owned(text.into_bytes()))
        } else {
            Cow::Borrowed(inner)
        };
        self.skip_space();
        self.expect(b':')?;
        self.skip_space();
        Ok(name)
    }

    fn note_duplicate(&mut self, first_key: usize) {
        let keys = self.keys.get_mut(first_key..).unwrap_or_default();
        if self.duplicate.is_none() && keys.len() > 1 {
            self.duplicate = if keys.len() <= 16 {
                keys.iter()
                    .enumerate()
                    .find(|(i, (name, _))| keys.iter().take(*i).any(|(earlier, _)| earlier == name))
                    .map(|(_, (_, at))| *at)
            } else {
                keys.sort_unstable();
                keys.windows(2).find_map(|pair| match pair {
                    [(a, _), (b, at)] if a == b => Some(*at),
                    _ => None,
                })
            };
        }
        self.keys.truncate(first_key);
    }

    fn array(&mut self, levels: usize) -> Result<(), Fault> {
        let inner = self.deeper(levels)?;
        self.expect(b'[')?;
        self.skip_space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.value(inner)?;
            self.skip_space();
            match self.peek() {
                Some(b',') => {
                    self.at += 1;
                    self.skip_space();
                }
                Some(b']') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.fault()),
            }
        }
    }

    fn deeper(&self, levels: usize) -> Result<usize, Fault> {
        levels.checked_sub(1).ok_or(Fault {
            at: self.at,
            kind: FaultKind::TooDeep,
        })
    }

    fn string(&mut self) -> Result<Range<usize>, Fault> {
        let start = self.at;
        self.expect(b'"')?;
        self.last_string = start;
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(start..self.at);
                }
                Some(b'\\') => {
                    self.at += 1;
                    match self.peek() {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
                        Some(b'u') => {
                            self.at += 1;
                            for _ in 0..4 {
                                if !self.peek().is_some_and(|b| b.is_ascii_hexdigit()) {
                                    return Err(self.fault());
                                }
                                self.at += 1;
                            }
                        }
                        _ => return Err(self.fault()),
                    }
                }
                Some(0x00..=0x1F) | None => return Err(self.fault()),
                Some(_) => self.at += 1,
            }
        }
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Fault> {
        for &byte in word {
            self.expect(byte)?;
        }
        Ok(())
    }

    fn number(&mut self) -> Result<(), Fault> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Fault> {
        if !self.peek().is_some_and(|b| b.is_ascii_digit()) {
            return Err(self.fault());
        }
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        Ok(())
    }
}

/// The values of an object's own members that bear one of `names`, as raw text; empty where the bytes are no object.
pub(crate) fn members<'a, const N: usize>(bytes: &'a [u8], names: [&str; N]) -> [Option<&'a [u8]>; N] {
    let mut found = [None; N];
    let mut scanner = Scanner::new(bytes, 0);
    scanner.skip_space();
    let ended = scanner.object(DEPTH_LIMIT, |name, range| {
        for (slot, wanted) in found.iter_mut().zip(names) {
            if slot.is_none() && name == wanted.as_bytes() {
                *slot = bytes.get(range.clone());
            }
        }
    });
    if ended.is_ok() { found } else { [None; N] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn accepts(bytes: &[u8]) -> bool {
        let mut scanner = Scanner::new(bytes, 0);
        scanner.skip_space();
        let read = scanner.value(64).is_ok();
        scanner.skip_space();
        read && scanner.at == bytes.len()
    }

    #[test]
    fn finds_repeated_names_also_when_escaped_or_many() {
        let repeated = |text: &str| {
            let mut scanner = Scanner::new(text.as_bytes(), 0);
            scanner.value(64).unwrap();
            scanner.duplicate
        };
        assert_eq!(repeated(r#"{"a":1,"b":{"a":2}}"#), None);
        assert_eq!(repeated(r#"{"a":1,"a":2}"#), Some(7));
        assert_eq!(repeated(r#"{"a":1,"\u0061":2}"#), Some(7));
        let many: Vec<String> = (0..40).map(|i| format!("\"k{i}\":0")).collect();
        assert_eq!(repeated(&format!("{{{}}}", many.join(","))), None);
        assert!(repeated(&format!("{{{},\"k7\":1}}", many.join(","))).is_some());
    }

    #[test]
    fn says_truncated_only_at_the_end_and_too_deep_at_the_65th_level() {
        let kind = |text: &str| {
            Scanner::new(text.as_bytes(), 0)
                .value(64)
                .map_err(|fault| fault.kind)
        };
        assert_eq!(kind(r#"{"a":[1,"#), Err(FaultKind::Truncated));
        assert_eq!(kind(r#"{"a":[1,}"#), Err(FaultKind::Syntax));
        assert!(kind(&("[".repeat(64) + &"]".repeat(64))).is_ok());
        assert_eq!(kind(&("[".repeat(65) + &"]".repeat(65))), Err(FaultKind::TooDeep));
    }

    proptest! {
        #[test]
        fn accepts_what_serde_json_accepts(text in r#"[\[\]{}:,"a\\u0-9eE.+\-truefalsn \n]{0,24}"#) {
            let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            prop_assert_eq!(accepts(text.as_bytes()), theirs);
        }
    }
}
