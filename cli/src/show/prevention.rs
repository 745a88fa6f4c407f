//! Vaccines and screenings, as they stand.

use super::care::{not_checked_document, said};
use super::words::Words;
use crate::output::{Mark, Page, Table, quiet, strong};
use pocketchart::knowledge::Text;
use pocketchart::knowledge::cdsi::{
    Changes, DoseReason, Forecast, GroupForecast, Status as Standing, Urgency,
};
use pocketchart::knowledge::due::{Screening, Status};
use pocketchart::{FhirDateTime, Immunizations};
use pocketchart_strings::Message;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn brief(words: Words<'_>, day: impl ToString) -> String {
    words.brief(&FhirDateTime::new(day.to_string()))
}

/// How a vaccine stands, in a word, and whether something is to be done.
fn standing(forecast: &Forecast, group: &GroupForecast) -> (&'static str, Mark) {
    match (group.status, group.urgency(forecast.on)) {
        (_, Some(Urgency::Overdue | Urgency::Due)) if !group.undated.is_empty() => ("perhaps", Mark::Caution),
        (_, Some(Urgency::Overdue)) => ("overdue", Mark::Caution),
        (_, Some(Urgency::Due)) => ("due", Mark::Caution),
        (Standing::NotComplete, _) => ("later", Mark::None),
        (Standing::Contraindicated, _) => ("contraindicated", Mark::Danger),
        (Standing::Immune, _) => ("immune", Mark::Good),
        (Standing::Complete, _) => ("complete", Mark::Good),
        (Standing::NotRecommended, _) => ("not-recommended", Mark::None),
        (Standing::AgedOut, _) => ("aged-out", Mark::None),
    }
}

fn reason(reason: DoseReason) -> &'static str {
    match reason {
        DoseReason::Expired => "expired",
        DoseReason::BadCondition => "bad-condition",
        DoseReason::Inadvertent => "inadvertent",
        DoseReason::TooYoung => "too-young",
        DoseReason::GraceOfAge | DoseReason::GraceOfInterval => "grace",
        DoseReason::TooOld => "too-old",
        DoseReason::TooSoon => "too-soon",
        DoseReason::Conflict => "conflict",
        DoseReason::WrongVaccine => "wrong-vaccine",
        DoseReason::SmallVolume => "small-volume",
        DoseReason::AlreadyComplete => "already-complete",
    }
}

/// What is due first, then what is to come.
fn sorted(forecast: &Forecast) -> Vec<&GroupForecast> {
    let mut groups: Vec<_> = forecast.groups.iter().collect();
    let rank = |group: &&GroupForecast| match standing(forecast, group).0 {
        "contraindicated" => 0,
        "overdue" => 1,
        "due" => 2,
        "perhaps" => 3,
        "later" => 4,
        _ => 5,
    };
    groups.sort_by_key(|group| (rank(group), group.dates.map(|dates| dates.recommended)));
    groups
}

/// What is due, and which doses do not count.
pub(crate) fn vaccines(words: Words<'_>, page: &mut Page, forecast: &Forecast) {
    let headings = [
        Message::ColumnState,
        Message::ColumnVaccine,
        Message::ColumnDose,
        Message::ColumnFrom,
        Message::ColumnLatest,
    ];
    let mut table = Table::new(headings.map(|it| words.show(&it))).about(1);
    for group in sorted(forecast) {
        let (word, mark) = standing(forecast, group);
        let dates = group.dates;
        let day = |day: Option<_>| {
            day.map(|day: jiff::civil::Date| brief(words, day))
                .unwrap_or_default()
        };
        let undated = (word == "perhaps").then(|| words.show(&Message::VaccineUndatedDose));
        table.row(
            mark,
            [
                words.code("vaccine-status-", word),
                group.group.to_owned(),
                dates.map(|_| group.dose_number.to_string()).unwrap_or_default(),
                day(dates.map(|it| it.recommended)),
                day(dates.and_then(|it| it.past_due)),
            ],
        );
        if let Some(undated) = undated {
            table.below(Mark::None, &undated);
        }
    }
    page.table(table);
    let repeat = forecast.to_repeat();
    if !repeat.is_empty() {
        page.blank();
    }
    for (group, dose) in repeat {
        let reasons = dose.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|it| words.code("vaccine-reason-", reason(*it)))
            .collect();
        page.line(Mark::Caution.line(&words.show(&Message::VaccineDoseDoesNotCount {
            group: group.into(),
            day: brief(words, dose.on).into(),
        })));
        page.hanging("   ", "   ", &reasons.join(" "));
    }
    page.blank().line(quiet(words.show(&Message::VaccinesEdition)));
    if !forecast.unresolved.is_empty() {
        page.line(quiet(words.show(&Message::VaccineQuestionsOpen {
            count: forecast.unresolved.len().into(),
        })));
        page.line(quiet(words.show(&Message::VaccineQuestionsNext)));
    }
}

/// What the record does not say and vaccines depend on: each question once, with the vaccines that its answer is about.
pub(crate) fn vaccine_questions(words: Words<'_>, page: &mut Page, forecast: &Forecast) {
    page.line(words.show(&Message::VaccineQuestionsHeading));
    let headings = [
        (
            Changes::Contraindication,
            Message::VaccineQuestionsContraindication,
        ),
        (Changes::Indication, Message::VaccineQuestionsIndication),
        (Changes::Immunity, Message::VaccineQuestionsImmunity),
    ];
    for (changes, heading) in headings {
        let mut asked: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for it in forecast.unresolved.iter().filter(|it| it.changes == changes) {
            asked.entry(it.title).or_default().insert(it.antigen);
        }
        if asked.is_empty() {
            continue;
        }
        page.blank().line(words.show(&heading));
        for (title, antigens) in asked {
            let vaccines = antigens.into_iter().collect::<Vec<_>>().join(", ").into();
            let asked = words.show(&Message::VaccineQuestion {
                title: title.into(),
                vaccines,
            });
            page.hanging("   ", "   ", &asked);
        }
    }
    page.blank().line(quiet(words.show(&Message::VaccinesEdition)));
}

pub(crate) fn vaccines_document(words: Words<'_>, day: &str, immunizations: &Immunizations) -> Value {
    let text = |day: jiff::civil::Date| day.to_string();
    let forecast = immunizations.forecast.as_ref().map(|forecast| {
        let groups = sorted(forecast).into_iter().map(|group| {
            json!({
                "group": group.group,
                "standing": standing(forecast, group).0,
                "dose": group.dose_number,
                "earliest": group.dates.map(|it| text(it.earliest)),
                "recommended": group.dates.map(|it| text(it.recommended)),
                "past_due": group.dates.and_then(|it| it.past_due).map(text),
                "latest": group.dates.and_then(|it| it.latest).map(text),
                "vaccines": group.vaccines.iter().map(|it| json!({ "cvx": it.cvx, "mvx": it.mvx, "name": it.name })).collect::<Value>(),
                "guidance": group.guidance,
                "undated": group.undated,
                "rules": group.series,
            })
        });
        let repeat = forecast.to_repeat().into_iter().map(|(group, dose)| {
            let reasons: Value = dose.reasons.iter().map(|it| reason(*it)).collect();
            json!({ "group": group, "entry": dose.entry, "day": dose.on.to_string(), "reasons": reasons })
        });
        let questions = forecast.unresolved.iter().map(|it| {
            let changes = match it.changes {
                Changes::Indication => "indication",
                Changes::Contraindication => "contraindication",
                Changes::Immunity => "immunity",
            };
            json!({
                "antigen": it.antigen, "observation": it.observation, "title": it.title, "changes": changes, "text": it.text,
            })
        });
        json!({
            "version": forecast.version, "groups": groups.collect::<Value>(), "to_repeat": repeat.collect::<Value>(),
            "questions": questions.collect::<Value>(),
        })
    });
    json!({
        "day": day, "forecast": forecast,
        "not_checked": not_checked_document(words, &immunizations.not_checked),
    })
}

fn status(screening: &Screening) -> (&'static str, Mark) {
    match &screening.status {
        Status::Due if screening.open.is_empty() => ("due", Mark::Caution),
        Status::Due => ("perhaps", Mark::Caution),
        Status::DueSoon(_) => ("soon", Mark::None),
        Status::Done(_) => ("done", Mark::Good),
        Status::NotApplicable => ("not-for-you", Mark::None),
        Status::Unknown(_) => ("asks", Mark::Caution),
        Status::OutOfDate => ("out-of-date", Mark::Caution),
    }
}

/// What would have to be known to say more.
fn questions(screening: &Screening) -> &[Text] {
    match &screening.status {
        Status::Unknown(questions) => questions,
        _ => &screening.open,
    }
}

fn next(screening: &Screening) -> Option<jiff::civil::Date> {
    match screening.status {
        Status::DueSoon(day) => Some(day),
        Status::Done(day) => day,
        _ => None,
    }
}

/// What is due first; what is not for this person is left out.
pub(crate) fn screenings(words: Words<'_>, page: &mut Page, all: &[Screening]) {
    let order = ["due", "perhaps", "asks", "out-of-date", "soon", "done"];
    let mut begun = false;
    for wanted in order {
        let mut these = all.iter().filter(|it| status(it).0 == wanted).peekable();
        if these.peek().is_none() {
            continue;
        }
        if begun {
            page.blank();
        }
        begun = true;
        page.line(strong(words.code("due-status-", wanted)));
        for screening in these {
            let (_, mark) = status(screening);
            let topic = words.code("", screening.topic);
            page.hanging(mark.shape(), &mark.paint(mark.shape()), &topic);
            page.hanging(" ", " ", &quiet(standing_of(words, screening)));
            for question in questions(screening) {
                page.hanging(" ", " ", &said(words, question));
            }
        }
    }
}

/// Its grade, when it was last done, when it is to be done again.
fn standing_of(words: Words<'_>, screening: &Screening) -> String {
    let grade = words.show(&Message::DueGrade {
        grade: screening.grade.into(),
    });
    let last = screening.last.as_ref().map(|(day, _)| {
        words.show(&Message::DueLast {
            day: brief(words, day).into(),
        })
    });
    let next = next(screening).map(|day| {
        words.show(&Message::DueAgain {
            day: brief(words, day).into(),
        })
    });
    let said: Vec<String> = [Some(grade), last, next].into_iter().flatten().collect();
    said.join(" · ")
}

pub(crate) fn screening_document(words: Words<'_>, screening: &Screening) -> Value {
    json!({
        "rule": screening.rule.row,
        "topic": { "id": screening.topic, "text": words.code("", screening.topic) },
        "status": status(screening).0,
        "grade": screening.grade,
        "url": screening.url,
        "released": screening.rule.dated,
        "review_by": screening.review_by.to_string(),
        "last": screening.last.as_ref().map(|(day, entry)| json!({ "day": day.to_string(), "entry": entry })),
        "next": next(screening).map(|day| day.to_string()),
        "questions": questions(screening).iter().map(|it| said(words, it)).collect::<Vec<_>>(),
        "reviewed_by": screening.rule.reviewed_by,
    })
}
