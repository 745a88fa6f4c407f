use crate::given::*;
use pocketchart::build::{Allergy, Concept, Stated};
use pocketchart::{CareError, Draft, Emptiness, ListOptions, ReadError, Section, TimelineOptions};

const TODAY: &str = "2026-11-26";

#[test]
fn two_kinds_of_empty() {
    let (mut chart, _scratch) = chart();
    let emptiness = |chart: &pocketchart::Chart| {
        let overviews = chart.sections().unwrap();
        assert_eq!(overviews.len(), 16);
        overviews[Section::Allergies as usize].emptiness.clone()
    };
    assert_eq!(emptiness(&chart), Some(Emptiness::NothingRecorded));
    chart
        .add(Draft::Allergy(Allergy::none_known(Stated::default())))
        .unwrap();
    let Some(Emptiness::NoneKnown { by, recorded, .. }) = emptiness(&chart) else {
        panic!("no statement of absence");
    };
    assert!(by.is_you && by.is_patient && recorded > 0);
    let allergy = Allergy {
        substance: Concept::words("Penicillin"),
        ..Allergy::default()
    };
    chart.add(Draft::Allergy(allergy)).unwrap();
    assert_eq!(emptiness(&chart), None);
}

#[test]
fn dangerous_first() {
    let (chart, _scratch) = maria();
    let allergies = list(&chart, Section::Allergies);
    assert_eq!(titles(&allergies), ["Penicillin", "Latex", "Peanut"]);
    assert_eq!(allergies[0].facts.severity.as_deref(), Some("severe"));
    assert!(!allergies[1].past && allergies[2].past);
    let medicines = list(&chart, Section::Medications);
    let first_past = medicines.iter().position(|item| item.past).unwrap();
    assert!(
        medicines[first_past..].iter().all(|item| item.past),
        "current before past"
    );
}

#[test]
fn pages_make_the_whole_list() {
    let Some(file) = synthea("meg_toy") else { return };
    let (mut chart, _scratch) = chart();
    import(&mut chart, &file);
    for section in Section::ALL {
        let whole = list(&chart, section);
        for limit in [1, 7, 50] {
            if limit == 1 && whole.len() > 60 {
                continue;
            }
            let (mut paged, mut offset) = (Vec::new(), 0);
            loop {
                let options = ListOptions {
                    offset,
                    limit,
                    include_past: false,
                };
                let page = chart.list(section, &options).unwrap();
                offset += page.items.len();
                paged.extend(page.items);
                if !page.more {
                    break;
                }
            }
            assert_eq!(paged, whole, "{section:?} by {limit}");
        }
    }
}

#[test]
fn words_are_found_whatever_their_accents() {
    let (mut chart, _scratch) = maria();
    let note = pocketchart::build::Note {
        title: Some("Café".into()),
        text: "Müde nach dem Frühstück".into(),
        ..Default::default()
    };
    chart.add(Draft::Note(note)).unwrap();
    for asked in ["cafe", "CAFÉ", "fruhst", "mude fruhstuck"] {
        assert_eq!(chart.search(asked).unwrap().len(), 1, "{asked}");
    }
    assert!(chart.search("cafe penicillin").unwrap().is_empty());
    assert!(chart.search(" , ").unwrap().is_empty());
    assert!(
        chart
            .search("penic")
            .unwrap()
            .iter()
            .any(|item| item.section == Section::Allergies)
    );
}

#[test]
fn a_search_in_some_sections_looks_at_nothing_else_and_comes_in_parts() {
    let (chart, _scratch) = maria();
    let whole = chart.search("hba1c").unwrap();
    let of = |section: Section| whole.iter().filter(move |it| it.section == section);
    let found = chart.search_in(&Section::ALL, "hba1c").unwrap();
    assert!(of(Section::Results).count() >= 12);
    for section in Section::ALL {
        assert_eq!(found.count(section), of(section).count(), "{section:?}");
        let paged: Vec<_> = (0..found.count(section))
            .step_by(5)
            .flat_map(|offset| found.part(section, offset, 5).unwrap())
            .collect();
        assert!(paged.iter().eq(of(section)), "{section:?}");
    }
    let found = chart.search_in(&[Section::Allergies], "hba1c").unwrap();
    assert_eq!(
        (found.count(Section::Results), found.count(Section::Allergies)),
        (0, 0)
    );
    assert!(found.part(Section::Results, 0, 50).unwrap().is_empty());
    for nothing in ["", " , "] {
        let found = chart.search_in(&Section::ALL, nothing).unwrap();
        assert!(Section::ALL.iter().all(|it| found.count(*it) == 0));
    }
}

#[test]
fn the_timeline_goes_back_in_time() {
    let (chart, _scratch) = maria();
    let whole = TimelineOptions {
        limit: usize::MAX,
        ..TimelineOptions::default()
    };
    let items = chart.timeline(&whole).unwrap();
    assert!(items.len() > 80, "{}", items.len());
    assert!(items.windows(2).all(|pair| pair[0].when >= pair[1].when));
    let year = TimelineOptions {
        from: Some("2024".into()),
        to: Some("2024".into()),
        limit: usize::MAX,
    };
    let of_year = chart.timeline(&year).unwrap();
    assert!(!of_year.is_empty());
    assert!(of_year.iter().all(|item| item.when.starts_with("2024")));
    assert_eq!(
        of_year.len(),
        items.iter().filter(|item| item.when.starts_with("2024")).count()
    );
}

#[test]
fn a_trend_keeps_every_digit() {
    let (chart, _scratch) = maria();
    let trends = chart.trends(None, TODAY).unwrap();
    let a1c = trends.named("hba1c").unwrap();
    assert_eq!(a1c, trends.named("4548-4").unwrap());
    let [a1c] = a1c.as_slice() else { panic!("{a1c:?}") };
    assert_eq!((a1c.name.as_str(), a1c.points.len()), ("HbA1c", 12));
    assert!(a1c.points.windows(2).all(|pair| pair[0].when < pair[1].when));
    let file = String::from_utf8(example()).unwrap();
    for point in &a1c.points {
        let number = &point.written.number;
        assert!(
            file.contains(&format!("\"value\":{number}")) || file.contains(&format!("\"value\": {number}")),
            "{number}"
        );
    }
    let pressure: Vec<_> = trends
        .series
        .iter()
        .filter(|it| it.name.contains("Systolic") || it.name.contains("Diastolic"))
        .map(|it| it.points.len())
        .collect();
    assert_eq!(pressure, [10, 10]);
    for nothing in ["no such thing", "", "4548"] {
        assert!(
            matches!(trends.named(nothing), Err(ReadError::NoSuchSeries)),
            "{nothing}"
        );
    }
    assert!(
        trends
            .series
            .windows(2)
            .all(|pair| pair[0].points.len() >= pair[1].points.len())
    );
}

#[test]
fn a_trend_says_where_it_heads_and_by_which_rule() {
    let (chart, _scratch) = maria();
    let whole = chart.trends(None, TODAY).unwrap();
    let a1c = whole.named("hba1c").unwrap()[0];
    let trend = a1c.trend.as_ref().unwrap();
    assert_eq!((trend.measured_days, trend.rule.source), (12, "sen-1968"));
    let since = chart.trends(Some("2022-01-01"), TODAY).unwrap();
    let later = since.named("hba1c").unwrap()[0];
    assert!(later.points.len() < 12);
    assert!(later.points.iter().all(|point| point.when.as_str() >= "2022"));
    for (since, day) in [(Some("then"), TODAY), (None, "now")] {
        assert!(matches!(
            chart.trends(since, day),
            Err(CareError::Read(ReadError::NotADay))
        ));
    }
}

#[test]
fn a_grown_woman_without_old_sizes_is_on_no_chart_of_growth() {
    let (chart, _scratch) = maria();
    let growth = chart.growth(TODAY).unwrap();
    assert!(growth.percentiles.is_empty() && growth.person.born.is_some());
}

#[test]
fn the_record_as_it_was_known() {
    let (mut chart, scratch) = chart();
    let typed = |text: &str| {
        Draft::Allergy(Allergy {
            substance: Concept::words(text),
            ..Allergy::default()
        })
    };
    let first = chart.add(typed("Penicilin")).unwrap();
    scratch.clock.pass_days(2);
    chart
        .correct(first, typed("Penicillin"), Some("typing error"))
        .unwrap();
    scratch.clock.pass_days(2);
    let latex = chart.add(typed("Latex")).unwrap();
    chart.retract(latex, None).unwrap();
    let known = |day| titles(&chart.known_on(day, Section::Allergies).unwrap()).join(", ");
    assert_eq!(known("2026-03-02"), "");
    assert_eq!(known("2026-03-03"), "Penicilin");
    assert_eq!(known("2026-03-04"), "Penicilin");
    assert_eq!(known("2026-03-05"), "Penicillin");
    assert_eq!(known("2026-03-07"), "Penicillin");
    assert!(matches!(
        chart.known_on("March", Section::Allergies),
        Err(ReadError::NotADay)
    ));
}

#[test]
fn an_item_shows_where_it_comes_from() {
    let (chart, _scratch) = maria();
    let item = titled(&chart, Section::Allergies, "Penicillin");
    let detail = chart.item(item.id).unwrap();
    assert_eq!(detail.item, item);
    assert_eq!(detail.kind, "fhir/AllergyIntolerance");
    let content = String::from_utf8(detail.content.unwrap()).unwrap();
    assert!(
        String::from_utf8(example()).unwrap().contains(&content),
        "the source's own bytes"
    );
    let source = &item.sources[0];
    assert_eq!(source.device.as_deref(), Some("phone"));
    assert!(source.author.is_you && source.system.is_some());
    assert_eq!(detail.history.len(), 1);
}

#[test]
fn a_short_name_finds_its_entry() {
    let (chart, _scratch) = maria();
    let id = titled(&chart, Section::Allergies, "Latex").id;
    assert_eq!(chart.find(&id.to_text()).unwrap(), id);
    assert_eq!(chart.find(&id.hash.to_hex()[..8].to_uppercase()).unwrap(), id);
    assert!(matches!(chart.find("zzzz"), Err(ReadError::NoSuchEntry)));
    assert!(matches!(chart.find(""), Err(ReadError::NoSuchEntry)));
}
