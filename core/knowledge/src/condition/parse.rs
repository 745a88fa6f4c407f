//! Reading a condition.

use super::number::Number;
use super::{AgeUnit, Compare, Condition, ConditionError, DoseUnit, Per, ResultQuestion, Route, RouteIs};
use crate::Sex;

/// Brackets inside brackets, and `not` after `not`: more is no condition that a person wrote.
const DEEPEST: usize = 16;

impl<'a> Condition<'a> {
    /// Reads the text of a table's cell.
    pub(crate) fn of(text: &'a str) -> Result<Self, ConditionError> {
        let mut reader = Reader {
            text,
            rest: text,
            depth: 0,
        };
        let condition = reader.any()?;
        reader.space();
        if reader.rest.is_empty() {
            Ok(condition)
        } else {
            Err(reader.expected("the end"))
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    rest: &'a str,
    depth: usize,
}

type Read<T> = Result<T, ConditionError>;

impl<'a> Reader<'a> {
    fn expected(&self, expected: &'static str) -> ConditionError {
        ConditionError {
            condition: self.text.to_owned(),
            expected,
            rest: self.rest.to_owned(),
        }
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Takes a mark that stands next.
    fn takes(&mut self, mark: &str) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// The letters that stand next.
    fn peek(&self) -> &'a str {
        let rest = self.rest.trim_start();
        let end = rest.find(|letter: char| !letter.is_ascii_lowercase() && letter != '_');
        rest.get(..end.unwrap_or(rest.len())).unwrap_or_default()
    }

    fn word(&mut self) -> &'a str {
        let word = self.peek();
        self.takes(word);
        word
    }

    fn any(&mut self) -> Read<Condition<'a>> {
        let mut parts = vec![self.all()?];
        while self.peek() == "or" {
            self.word();
            parts.push(self.all()?);
        }
        Ok(one_or(parts, Condition::Any))
    }

    fn all(&mut self) -> Read<Condition<'a>> {
        let mut parts = vec![self.one()?];
        while self.peek() == "and" {
            self.word();
            parts.push(self.one()?);
        }
        Ok(one_or(parts, Condition::All))
    }

    fn one(&mut self) -> Read<Condition<'a>> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.expected("fewer brackets"));
        }
        let condition = if self.takes("(") {
            let inner = self.any()?;
            if !self.takes(")") {
                return Err(self.expected("`)`"));
            }
            inner
        } else if self.peek() == "not" {
            self.word();
            Condition::Not(Box::new(self.one()?))
        } else {
            self.question()?
        };
        self.depth -= 1;
        Ok(condition)
    }

    fn question(&mut self) -> Read<Condition<'a>> {
        let start = self.rest;
        Ok(match self.word() {
            "always" => Condition::Always,
            "unspecified" => Condition::Unspecified,
            "pregnant" => Condition::Pregnant,
            "sex" => {
                self.equals()?;
                match self.word() {
                    "female" => Condition::Sex(Sex::Female),
                    "male" => Condition::Sex(Sex::Male),
                    _ => return Err(self.expected("`female` or `male`")),
                }
            }
            "age" => {
                let (compare, value) = (self.compare()?, self.digits());
                let value = value.parse().map_err(|_| self.expected("an age"))?;
                let unit = match self.peek() {
                    "months" => AgeUnit::Months,
                    _ => AgeUnit::Years,
                };
                if matches!(self.peek(), "months" | "years") {
                    self.word();
                }
                Condition::Age(compare, value, unit)
            }
            "problem" => Condition::Problem(self.name()?),
            "history" => Condition::History(self.name()?),
            "result" => Condition::Result(self.result()?),
            "is" => {
                let inside = self.inside()?;
                let (side, names) = inside.split_once(',').ok_or_else(|| self.expected("names"))?;
                Condition::Is(self.side(side)?, self.list(names)?)
            }
            "route" => {
                let side = self.inside()?;
                let side = self.side(side)?;
                self.equals()?;
                let word = self.word();
                Condition::Route(side, route(word).ok_or_else(|| self.expected("a route"))?)
            }
            "dose_single" => self.dose(Per::Time)?,
            "dose_day" => self.dose(Per::Day)?,
            "dose_week" => self.dose(Per::Week)?,
            _ => {
                self.rest = start;
                return Err(self.expected("a question"));
            }
        })
    }

    fn dose(&mut self, per: Per) -> Read<Condition<'a>> {
        let side = self.inside()?;
        let side = self.side(side)?;
        let compare = self.compare()?;
        let digits = self.digits();
        let number = Number::of(digits).ok_or_else(|| self.expected("a number"))?;
        let (number, unit) = match self.word() {
            "mg" => (Some(number), DoseUnit::Milligrams),
            "g" => (number.times(Number::whole(1000)), DoseUnit::Milligrams),
            "iu" => (Some(number), DoseUnit::InternationalUnits),
            _ => return Err(self.expected("`mg`, `g` or `iu`")),
        };
        let number = number.ok_or_else(|| self.expected("a smaller number"))?;
        Ok(Condition::Dose(per, side, compare, number, unit))
    }

    fn result(&mut self) -> Read<ResultQuestion<'a>> {
        let inside = self.inside()?;
        let parts: Vec<&str> = inside.split(',').map(str::trim).collect();
        let [loinc, compare, value, unit, days] = parts.as_slice() else {
            return Err(self.expected("codes, compare, number, unit, days"));
        };
        Ok(ResultQuestion {
            loinc: self.list(loinc)?,
            compare: compare_of(compare).ok_or_else(|| self.expected("a comparison"))?,
            value: Number::of(value).ok_or_else(|| self.expected("a number"))?,
            unit,
            within_days: days.parse().map_err(|_| self.expected("days"))?,
        })
    }

    /// What stands between brackets, as it stands.
    fn inside(&mut self) -> Read<&'a str> {
        if !self.takes("(") {
            return Err(self.expected("`(`"));
        }
        let (inside, rest) = self.rest.split_once(')').ok_or_else(|| self.expected("`)`"))?;
        self.rest = rest;
        Ok(inside.trim())
    }

    fn name(&mut self) -> Read<&'a str> {
        let inside = self.inside()?;
        match self.list(inside)?.as_slice() {
            [one] => Ok(one),
            _ => Err(self.expected("one name")),
        }
    }

    fn side(&self, text: &'a str) -> Read<&'a str> {
        Some(text.trim())
            .filter(|side| matches!(*side, "a" | "b"))
            .ok_or_else(|| self.expected("`a` or `b`"))
    }

    fn list(&self, text: &'a str) -> Read<Vec<&'a str>> {
        let parts: Vec<&str> = text.split('|').map(str::trim).collect();
        let named = |part: &&str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        if parts.iter().all(named) {
            Ok(parts)
        } else {
            Err(self.expected("names"))
        }
    }

    fn equals(&mut self) -> Read<()> {
        if self.takes("=") {
            Ok(())
        } else {
            Err(self.expected("`=`"))
        }
    }

    fn compare(&mut self) -> Read<Compare> {
        let mark = ["<=", ">=", "<", ">", "="]
            .into_iter()
            .find(|mark| self.takes(mark));
        mark.and_then(compare_of)
            .ok_or_else(|| self.expected("a comparison"))
    }

    fn digits(&mut self) -> &'a str {
        self.space();
        let end = self
            .rest
            .find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        digits
    }
}

fn one_or<'a>(mut parts: Vec<Condition<'a>>, many: fn(Vec<Condition<'a>>) -> Condition<'a>) -> Condition<'a> {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}

fn compare_of(mark: &str) -> Option<Compare> {
    Some(match mark {
        "<" => Compare::Less,
        "<=" => Compare::AtMost,
        ">" => Compare::More,
        ">=" => Compare::AtLeast,
        "=" => Compare::Equal,
        _ => return None,
    })
}

fn route(word: &str) -> Option<RouteIs> {
    Some(match word {
        "systemic" => RouteIs::Systemic,
        "local" => RouteIs::Local,
        "oral" => RouteIs::Exactly(Route::Oral),
        "injected" => RouteIs::Exactly(Route::Injected),
        "rectal" => RouteIs::Exactly(Route::Rectal),
        "transdermal" => RouteIs::Exactly(Route::Transdermal),
        "sublingual" => RouteIs::Exactly(Route::Sublingual),
        "inhaled" => RouteIs::Exactly(Route::Inhaled),
        "nasal" => RouteIs::Exactly(Route::Nasal),
        "eye" => RouteIs::Exactly(Route::Eye),
        "ear" => RouteIs::Exactly(Route::Ear),
        "skin" => RouteIs::Exactly(Route::Skin),
        "vaginal" => RouteIs::Exactly(Route::Vaginal),
        "mouth" => RouteIs::Exactly(Route::Mouth),
        _ => return None,
    })
}
