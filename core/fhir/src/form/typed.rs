//! An answer as a person types it.

use super::{Misfit, fault};
use crate::view::{Answer, AnswerOption, Coding, Quantity, QuestionnaireItem};
use crate::{Decimal, FhirDateTime};

impl QuestionnaireItem {
    /// The answer that these words give: `yes` or `true`, a number, a day (`2026-11-27`), a time (`08:30`), an option by its code or its
    /// words, `system|code` where the options lie elsewhere, a number with its unit (`120 mm[Hg]`; the unit may be left out where there is
    /// one only).
    ///
    /// ```
    /// use pocketchart_fhir::form::{Form, Misfit};
    ///
    /// let form = Form::read(br#"{"resourceType":"Questionnaire","status":"active","item":[
    ///     {"linkId":"smoke","text":"Do you smoke?","type":"boolean"}]}"#)?;
    /// let question = form.item("smoke").unwrap();
    /// assert_eq!(question.typed("no").unwrap().value_boolean, Some(false));
    /// assert_eq!(question.typed("perhaps"), Err(Misfit::Type));
    /// # Ok::<(), pocketchart_fhir::form::FormError>(())
    /// ```
    ///
    /// # Errors
    /// Why the words are no answer to this question.
    pub fn typed(&self, words: &str) -> Result<Answer, Misfit> {
        let words = words.trim();
        let answer = match self.kind.as_deref().unwrap_or_default() {
            "boolean" => Answer {
                value_boolean: Some(flag(words).ok_or(Misfit::Type)?),
                ..Answer::default()
            },
            "decimal" => Answer {
                value_decimal: Some(number(words)?),
                ..Answer::default()
            },
            "integer" => Answer {
                value_integer: Some(number(words)?),
                ..Answer::default()
            },
            "date" => Answer {
                value_date: Some(FhirDateTime::new(words)),
                ..Answer::default()
            },
            "dateTime" => Answer {
                value_date_time: Some(FhirDateTime::new(words)),
                ..Answer::default()
            },
            "time" => Answer {
                value_time: Some(time(words)),
                ..Answer::default()
            },
            "url" => Answer {
                value_uri: Some(words.to_owned()),
                ..Answer::default()
            },
            "quantity" => Answer {
                value_quantity: Some(quantity(self, words)?),
                ..Answer::default()
            },
            kind @ ("choice" | "open-choice") => match self.chosen(words) {
                Some(answer) => answer,
                None if kind == "open-choice" => said(words),
                None => return Err(Misfit::NoOption),
            },
            "string" | "text" => said(words),
            _ => return Err(Misfit::Type),
        };
        fault::of_one(self, &answer).map_or(Ok(answer), Err)
    }

    fn chosen(&self, words: &str) -> Option<Answer> {
        let named = |it: &&AnswerOption| names(it).any(|it| it.eq_ignore_ascii_case(words));
        if let Some(option) = self.answer_option.iter().find(named) {
            return Some(option.answer());
        }
        let (system, code) = words
            .split_once('|')
            .filter(|_| self.answer_value_set.is_some())?;
        let coding = Coding {
            system: Some(system.to_owned()).filter(|it| !it.is_empty()),
            code: Some(code.to_owned()),
            ..Coding::default()
        };
        Some(Answer {
            value_coding: Some(coding),
            ..Answer::default()
        })
    }
}

impl Answer {
    /// The answer as it could be typed.
    pub fn words(&self) -> String {
        let date = self.value_date.as_ref().or(self.value_date_time.as_ref());
        let number = self.value_decimal.as_ref().or(self.value_integer.as_ref());
        let said = self.value_string.as_deref().or(self.value_uri.as_deref());
        self.value_boolean
            .map(|it| it.to_string())
            .or_else(|| number.map(|it| it.as_str().to_owned()))
            .or_else(|| date.map(|it| it.as_str().to_owned()))
            .or_else(|| {
                let coding = self.value_coding.as_ref();
                coding.and_then(|it| it.words().map(str::to_owned))
            })
            .or_else(|| self.value_quantity.as_ref().map(amount))
            .or_else(|| self.value_time.clone())
            .or_else(|| said.map(str::to_owned))
            .unwrap_or_default()
    }
}

impl AnswerOption {
    /// The answer that chooses it.
    pub fn answer(&self) -> Answer {
        Answer {
            value_integer: self.value_integer.clone(),
            value_date: self.value_date.clone(),
            value_time: self.value_time.clone(),
            value_string: self.value_string.clone(),
            value_coding: self.value_coding.clone(),
            ..Answer::default()
        }
    }
}

/// What an option is called.
fn names(option: &AnswerOption) -> impl Iterator<Item = &str> {
    let coding = option.value_coding.iter();
    let of_coding = coding.flat_map(|it| [it.code.as_deref(), it.display.as_deref()]);
    let others = [
        option.value_integer.as_ref().map(Decimal::as_str),
        option.value_date.as_ref().map(FhirDateTime::as_str),
        option.value_time.as_deref(),
        option.value_string.as_deref(),
    ];
    of_coding.chain(others).flatten()
}

fn flag(words: &str) -> Option<bool> {
    match words.to_lowercase().as_str() {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    }
}

fn number(words: &str) -> Result<Decimal, Misfit> {
    Decimal::new(words).map_err(|_| Misfit::Type)
}

/// Seconds, which FHIR demands and nobody types.
fn time(words: &str) -> String {
    match words.matches(':').count() {
        1 => format!("{words}:00"),
        _ => words.to_owned(),
    }
}

fn said(words: &str) -> Answer {
    Answer {
        value_string: Some(words.to_owned()),
        ..Answer::default()
    }
}

fn quantity(item: &QuestionnaireItem, words: &str) -> Result<Quantity, Misfit> {
    let (value, unit) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let unit = unit.trim();
    let mut quantity = Quantity {
        value: Some(number(value)?),
        ..Quantity::default()
    };
    let offered: Vec<&Coding> = item.units().collect();
    let is = |it: &&&Coding| {
        let names = [it.code.as_deref(), it.display.as_deref()];
        names
            .into_iter()
            .flatten()
            .any(|it| it.eq_ignore_ascii_case(unit))
    };
    match (offered.as_slice(), unit) {
        ([], "") => {}
        ([], unit) => quantity.unit = Some(unit.to_owned()),
        ([only], "") => in_unit(&mut quantity, only),
        (all, _) => in_unit(&mut quantity, all.iter().find(is).ok_or(Misfit::Unit)?),
    }
    Ok(quantity)
}

fn amount(it: &Quantity) -> String {
    let value = it.value.as_ref().map(|it| it.as_str().to_owned());
    let unit = it.unit.clone().or_else(|| it.code.clone());
    let parts = [it.comparator.clone(), value, unit];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn in_unit(quantity: &mut Quantity, unit: &Coding) {
    quantity.unit = unit.words().map(str::to_owned);
    quantity.system = unit.system.clone();
    quantity.code = unit.code.clone();
}
