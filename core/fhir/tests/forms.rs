//! Forms: which questions are asked, which answers fit, and what is sent.
#![allow(clippy::unwrap_used, reason = "tests")]

use pocketchart_fhir::build::{Author, Build, FormResponse, Stated};
use pocketchart_fhir::form::{Answers, Form, FormError, Misfit};
use pocketchart_fhir::view::{Answer, Coding, Quantity, View};
use pocketchart_fhir::{Decimal, FhirDateTime};
use proptest::prelude::*;

fn form(items: &str) -> Form {
    read(items).unwrap()
}

fn read(items: &str) -> Result<Form, FormError> {
    let json = format!(
        r#"{{"resourceType":"Questionnaire","url":"https://a.example/q","version":"2","status":"active","item":[{items}]}}"#
    );
    Form::read(json.as_bytes())
}

fn boolean(flag: bool) -> Answer {
    Answer {
        value_boolean: Some(flag),
        ..Answer::default()
    }
}

fn text(text: &str) -> Answer {
    Answer {
        value_string: Some(text.into()),
        ..Answer::default()
    }
}

fn number(number: &str) -> Answer {
    Answer {
        value_decimal: Some(Decimal::new(number).unwrap()),
        ..Answer::default()
    }
}

fn coding(system: &str, code: &str) -> Answer {
    let value = Coding {
        system: Some(system.into()),
        code: Some(code.into()),
        display: None,
    };
    Answer {
        value_coding: Some(value),
        ..Answer::default()
    }
}

fn answers(of: &[(&str, Answer)]) -> Answers {
    of.iter()
        .map(|(id, it)| ((*id).to_owned(), vec![it.clone()]))
        .collect()
}

fn asked(form: &Form, given: &Answers) -> Vec<String> {
    form.asked(given)
        .iter()
        .map(|it| it.link_id.clone().unwrap())
        .collect()
}

fn misfits(form: &Form, given: &[(&str, Answer)]) -> Vec<(String, Misfit)> {
    let faults = form.faults(&answers(given));
    faults.into_iter().map(|it| (it.link_id, it.misfit)).collect()
}

#[test]
fn each_operator_brings_its_question_up() {
    let with = |operator: &str, answer: &str| {
        form(&format!(
            r#"{{"linkId":"a","type":"decimal"}},{{"linkId":"b","type":"string","enableWhen":[{{"question":"a","operator":"{operator}",{answer}}}]}}"#
        ))
    };
    let none = Answers::new();
    for (operator, without, below, equal, above) in [
        ("=", false, false, true, false),
        ("!=", true, true, false, true),
        (">", false, false, false, true),
        ("<", false, true, false, false),
        (">=", false, false, true, true),
        ("<=", false, true, true, false),
    ] {
        let form = with(operator, r#""answerDecimal":10.0"#);
        let is_asked = |given: &Answers| asked(&form, given).contains(&"b".to_owned());
        assert_eq!(is_asked(&none), without, "{operator} without an answer");
        for (given, expected) in [("9.99", below), ("1e1", equal), ("10.01", above)] {
            let given = answers(&[("a", number(given))]);
            assert_eq!(is_asked(&given), expected, "{given:?} {operator} 10.0");
        }
    }
    for (wanted, given, expected) in [
        ("true", true, true),
        ("true", false, false),
        ("false", true, false),
        ("false", false, true),
    ] {
        let form = with("exists", &format!(r#""answerBoolean":{wanted}"#));
        let given = if given {
            answers(&[("a", number("1"))])
        } else {
            Answers::new()
        };
        assert_eq!(asked(&form, &given).contains(&"b".to_owned()), expected);
    }
}

#[test]
fn all_or_any_and_what_is_not_asked_counts_for_nothing() {
    let items = |behavior: &str| {
        form(&format!(
            r#"{{"linkId":"a","type":"boolean"}},{{"linkId":"b","type":"boolean","enableWhen":[{{"question":"a","operator":"=","answerBoolean":true}}]}},
            {{"linkId":"g","type":"group","enableBehavior":"{behavior}","enableWhen":[{{"question":"a","operator":"=","answerBoolean":true}},
            {{"question":"b","operator":"=","answerBoolean":true}}],"item":[{{"linkId":"c","type":"string"}}]}}"#
        ))
    };
    let (yes, no) = (boolean(true), boolean(false));
    let given = answers(&[("a", yes.clone()), ("b", no.clone())]);
    assert_eq!(asked(&items("any"), &given), ["a", "b", "g", "c"]);
    assert_eq!(asked(&items("all"), &given), ["a", "b"]);
    // The answer to b stands there, but b is not asked.
    let given = answers(&[("a", no), ("b", yes)]);
    assert_eq!(asked(&items("any"), &given), ["a"]);
    assert_eq!(
        misfits(&items("any"), &[("a", boolean(false)), ("b", boolean(true))]),
        [("b".to_owned(), Misfit::NotAsked)]
    );
}

#[test]
fn a_coding_is_compared_with_its_system() {
    let form = form(
        r#"{"linkId":"a","type":"choice","answerOption":[{"valueCoding":{"system":"s","code":"x"}},{"valueCoding":{"system":"t","code":"x"}}]},
        {"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"=","answerCoding":{"system":"s","code":"x"}}]}"#,
    );
    assert_eq!(asked(&form, &answers(&[("a", coding("s", "x"))])).len(), 2);
    assert_eq!(asked(&form, &answers(&[("a", coding("t", "x"))])).len(), 1);
}

#[test]
fn each_answer_that_does_not_fit_is_named() {
    let form = form(
        r#"{"linkId":"must","type":"string","required":true,"maxLength":5},
        {"linkId":"one","type":"choice","answerOption":[{"valueCoding":{"system":"s","code":"x"}}]},
        {"linkId":"free","type":"open-choice","answerOption":[{"valueString":"tea"}]},
        {"linkId":"whole","type":"integer","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":1},
            {"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":10}]},
        {"linkId":"day","type":"date"},{"linkId":"at","type":"time"},
        {"linkId":"weight","type":"quantity","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
            "valueCoding":{"system":"http://unitsofmeasure.org","code":"kg"}}]},
        {"linkId":"kept","type":"string","required":true,"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden","valueBoolean":true}]},
        {"linkId":"words","type":"display","text":"Thank you"}"#,
    );
    let good = [("must", text("ok"))];
    assert_eq!(misfits(&form, &good), []);
    assert_eq!(misfits(&form, &[]), [("must".to_owned(), Misfit::Missing)]);
    let whole = |it: &str| Answer {
        value_integer: Some(Decimal::new(it).unwrap()),
        ..Answer::default()
    };
    let day = |it: &str| Answer {
        value_date: Some(FhirDateTime::new(it)),
        ..Answer::default()
    };
    let time = |it: &str| Answer {
        value_time: Some(it.into()),
        ..Answer::default()
    };
    let weight = |unit: &str| Answer {
        value_quantity: Some(Quantity {
            value: Some(Decimal::new("70.5").unwrap()),
            code: Some(unit.into()),
            ..Quantity::default()
        }),
        ..Answer::default()
    };
    for (id, fits, does_not, misfit) in [
        ("must", text("five5"), text("six666"), Misfit::TooLong),
        ("must", text("a"), text(" "), Misfit::Type),
        ("must", text("a"), boolean(true), Misfit::Type),
        ("one", coding("s", "x"), coding("s", "y"), Misfit::NoOption),
        ("one", coding("s", "x"), text("x"), Misfit::NoOption),
        ("free", text("coffee"), coding("s", "y"), Misfit::NoOption),
        ("whole", whole("10"), whole("11"), Misfit::OutOfRange),
        ("whole", whole("1"), whole("0"), Misfit::OutOfRange),
        ("whole", whole("2"), whole("2.0"), Misfit::Type),
        ("day", day("2026-11"), day("11/27/2026"), Misfit::Type),
        ("at", time("07:30:00"), time("7.30"), Misfit::Type),
        ("weight", weight("kg"), weight("[lb_av]"), Misfit::Unit),
    ] {
        let with = |it: &Answer| match id {
            "must" => misfits(&form, &[(id, it.clone())]),
            _ => misfits(&form, &[good[0].clone(), (id, it.clone())]),
        };
        assert_eq!(with(&fits), [], "{id}");
        assert_eq!(with(&does_not), [(id.to_owned(), misfit)], "{id}");
    }
    let mut several = answers(&good);
    several.insert("one".into(), vec![coding("s", "x"), coding("s", "x")]);
    assert_eq!(form.faults(&several)[0].misfit, Misfit::Several);
    assert_eq!(
        misfits(&form, &[good[0].clone(), ("nobody", text("a"))]),
        [("nobody".to_owned(), Misfit::NotAsked)]
    );
    assert_eq!(
        misfits(&form, &[good[0].clone(), ("words", text("a"))]),
        [("words".to_owned(), Misfit::NotAsked)]
    );
}

#[test]
fn a_form_that_cannot_be_shown_is_refused() {
    for (items, error) in [
        (r#"{"type":"string"}"#, FormError::Question(1)),
        (
            r#"{"linkId":"a","type":"string"},{"linkId":"a","type":"string"}"#,
            FormError::Question(2),
        ),
        (r#"{"linkId":"a","type":"dance"}"#, FormError::Question(1)),
        (
            r#"{"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]}"#,
            FormError::Condition(1),
        ),
        (
            r#"{"linkId":"a","type":"string","enableWhen":[{"question":"b","operator":"exists","answerBoolean":true}]},
            {"linkId":"b","type":"string","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]}"#,
            FormError::Condition(1),
        ),
        (
            r#"{"linkId":"g","type":"group","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}],
            "item":[{"linkId":"a","type":"string"}]}"#,
            FormError::Condition(1),
        ),
    ] {
        assert_eq!(read(items).unwrap_err(), error, "{items}");
    }
    assert_eq!(
        Form::read(br#"{"resourceType":"Patient"}"#).unwrap_err(),
        FormError::NotAForm
    );
    let many = vec![r#"{"linkId":"a","type":"string"}"#; 2001].join(",");
    assert_eq!(read(&many).unwrap_err(), FormError::TooLong);
}

#[test]
fn a_response_has_what_was_asked_and_answered_as_it_was_written() {
    let form = form(
        r#"{"linkId":"g","type":"group","text":"You","item":[{"linkId":"w","type":"decimal","text":"Weight"},{"linkId":"x","type":"string"}]},
        {"linkId":"s","type":"boolean","text":"Smoke?","item":[{"linkId":"n","type":"integer","text":"How many?",
            "enableWhen":[{"question":"s","operator":"=","answerBoolean":true}]}]}"#,
    );
    let whole = Answer {
        value_integer: Some(Decimal::new("3").unwrap()),
        ..Answer::default()
    };
    let mut given = answers(&[("w", number("70.50")), ("s", boolean(true)), ("n", whole)]);
    let built_by = |by: Option<&str>, given: &Answers| {
        let response = FormResponse {
            stated: Stated {
                by: by.map(|name| Author {
                    reference: None,
                    name: Some(name.to_owned()),
                }),
                ..Stated::about("Patient/1")
            },
            form: &form,
            questionnaire: None,
            answers: given,
        };
        String::from_utf8(response.build().unwrap()).unwrap()
    };
    let built = |given: &Answers| built_by(None, given);
    let json = built(&given);
    assert_eq!(
        json,
        concat!(
            r#"{"resourceType":"QuestionnaireResponse","questionnaire":"https://a.example/q|2","status":"completed","subject":{"reference":"Patient/1"},"#,
            r#""item":[{"linkId":"g","text":"You","item":[{"linkId":"w","text":"Weight","answer":[{"valueDecimal":70.50}]}]},"#,
            r#"{"linkId":"s","text":"Smoke?","answer":[{"valueBoolean":true,"item":[{"linkId":"n","text":"How many?","answer":[{"valueInteger":3}]}]}]}]}"#
        )
    );
    let View::QuestionnaireResponse(view) = View::of(json.as_bytes()).unwrap() else {
        unreachable!()
    };
    assert_eq!(form.answers_of(&view), given);
    let by_another = built_by(Some("Amina"), &given);
    assert!(
        by_another.contains(r#""subject":{"reference":"Patient/1"},"source":{"display":"Amina"},"item""#)
    );
    let View::QuestionnaireResponse(view) = View::of(by_another.as_bytes()).unwrap() else {
        unreachable!()
    };
    let by = view.answered_by().and_then(|it| it.display.as_deref());
    assert_eq!(by, Some("Amina"));
    given.insert("s".into(), vec![boolean(false)]);
    assert!(
        !built(&given).contains("How many"),
        "what is not asked is not sent"
    );
}

proptest! {
    #[test]
    fn numbers_compare_as_numbers(one in -10_000_i64..10_000, other in -10_000_i64..10_000, zeros in 0_usize..3, power in 0_i32..4) {
        let plain = Decimal::new(one.to_string()).unwrap();
        // The same number, spelled another way.
        let shifted = Decimal::new(format!("{other}.{}e0", "0".repeat(zeros + 1))).unwrap();
        prop_assert_eq!(plain.compare(&shifted), one.cmp(&other));
        let scaled = Decimal::new(format!("{}e-{power}", other * 10_i64.pow(power.unsigned_abs()))).unwrap();
        prop_assert_eq!(plain.compare(&scaled), one.cmp(&other));
        prop_assert_eq!(scaled.compare(&plain), other.cmp(&one));
    }

    #[test]
    fn any_answers_are_judged_without_a_panic(ids in proptest::collection::vec("[a-d]", 0..6), flags in proptest::collection::vec(any::<bool>(), 6)) {
        let form = form(
            r#"{"linkId":"a","type":"boolean","required":true},{"linkId":"b","type":"boolean","enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]},
            {"linkId":"c","type":"boolean","enableWhen":[{"question":"b","operator":"!=","answerBoolean":true}],"repeats":true}"#,
        );
        let mut given = Answers::new();
        for (id, flag) in ids.iter().zip(flags) {
            given.entry(id.clone()).or_default().push(boolean(flag));
        }
        // What has no fault is sent whole, and read as it was.
        if form.faults(&given).is_empty() {
            let response = FormResponse { stated: Stated::about("Patient/1"), form: &form, questionnaire: None, answers: &given };
            let View::QuestionnaireResponse(view) = View::of(&response.build().unwrap()).unwrap() else { unreachable!() };
            prop_assert_eq!(form.answers_of(&view), given);
        }
    }
}
