//! `AntigenSupportingData-*.xml`: an antigen's series, and who must not or need not have it.

use std::collections::BTreeMap;

use roxmltree::Node;

use crate::Outcome;

use super::form::{codes, day, flag, list, period, slug};
use super::{Table, children, text, texts};

pub(super) struct Tables {
    series: Table,
    dose: Table,
    age: Table,
    interval: Table,
    vaccine: Table,
    skip: Table,
    indication: Table,
    contraindication: Table,
    immunity: Table,
}

impl Tables {
    pub(super) fn new() -> Self {
        Self {
            series: Table::new(
                "cdsi_series",
                "antigen vaccine_group name type gender equivalent_groups default product_path group_name group priority \
                 preference min_age_to_start max_age_to_start guidance",
            ),
            dose: Table::new("cdsi_dose", "series_id number recurring season_start season_end"),
            age: Table::new(
                "cdsi_age",
                "series_id dose abs_min min earliest_rec latest_rec max effective cessation",
            ),
            interval: Table::new(
                "cdsi_interval",
                "series_id dose kind from_previous from_dose from_most_recent from_observation abs_min min earliest_rec \
                 latest_rec override effective cessation",
            ),
            vaccine: Table::new(
                "cdsi_vaccine",
                "series_id dose kind cvx mvx begin_age end_age volume forecast",
            ),
            skip: Table::new(
                "cdsi_skip",
                "series_id dose context set set_logic condition_logic type start end begin_age end_age interval dose_count \
                 dose_type count_logic cvx series_groups effective cessation",
            ),
            indication: Table::new(
                "cdsi_indication",
                "series_id observation begin_age end_age text guidance",
            ),
            contraindication: Table::new(
                "cdsi_contraindication",
                "antigen observation begin_age end_age cvx vaccine_begin_age vaccine_end_age text guidance",
            ),
            immunity: Table::new(
                "cdsi_immunity",
                "antigen observation birth_date_before country exclusions",
            ),
        }
    }

    pub(super) fn all(self) -> [Table; 9] {
        [
            self.series,
            self.dose,
            self.age,
            self.interval,
            self.vaccine,
            self.skip,
            self.indication,
            self.contraindication,
            self.immunity,
        ]
    }

    pub(super) fn antigen(&mut self, root: Node<'_, '_>) -> Outcome<()> {
        let antigen = children(root, "series")
            .map(|series| text(series, "targetDisease"))
            .next()
            .ok_or("An antigen without a series.")?;
        for immunity in children(root, "immunity") {
            self.immunity(&antigen, immunity)?;
        }
        for contraindications in children(root, "contraindications") {
            for level in ["vaccineGroup", "vaccine"] {
                for part in children(contraindications, level) {
                    self.contraindications(&antigen, part)?;
                }
            }
        }
        children(root, "series").try_for_each(|series| self.series(series))
    }

    fn immunity(&mut self, antigen: &str, immunity: Node<'_, '_>) -> Outcome<()> {
        let id = |what: &str| format!("{}.{what}", slug(antigen));
        for history in children(immunity, "clinicalHistory") {
            let code = text(history, "guidelineCode");
            let cells = vec![
                antigen.to_owned(),
                code.clone(),
                String::new(),
                String::new(),
                String::new(),
            ];
            self.immunity.add(&id(&code), cells);
        }
        for birth in children(immunity, "dateOfBirth") {
            let exclusions = children(birth, "exclusion").map(|exclusion| text(exclusion, "exclusionCode"));
            let cells = vec![
                antigen.to_owned(),
                String::new(),
                day(&text(birth, "immunityBirthDate"))?,
                text(birth, "birthCountry"),
                list(exclusions),
            ];
            self.immunity.add(&id("birth"), cells);
        }
        Ok(())
    }

    /// Vaccines of one contraindication that have the same ages stand in one row.
    fn contraindications(&mut self, antigen: &str, part: Node<'_, '_>) -> Outcome<()> {
        for it in children(part, "contraindication") {
            let code = text(it, "observationCode");
            let mut vaccines: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
            for vaccine in children(it, "contraindicatedVaccine") {
                let ages = (
                    period(&text(vaccine, "beginAge"))?,
                    period(&text(vaccine, "endAge"))?,
                );
                vaccines.entry(ages).or_default().push(text(vaccine, "cvx"));
            }
            if vaccines.is_empty() {
                vaccines.insert(Default::default(), Vec::new());
            }
            for ((begin, end), cvx) in vaccines {
                let what = if cvx.is_empty() { "antigen" } else { "vaccine" };
                let cells = vec![
                    antigen.to_owned(),
                    code.clone(),
                    period(&text(it, "beginAge"))?,
                    period(&text(it, "endAge"))?,
                    list(cvx.into_iter()),
                    begin,
                    end,
                    text(it, "contraindicationText"),
                    text(it, "contraindicationGuidance"),
                ];
                self.contraindication
                    .add(&format!("{}.{what}.{code}", slug(antigen)), cells);
            }
        }
        Ok(())
    }

    fn series(&mut self, series: Node<'_, '_>) -> Outcome<()> {
        let (antigen, name) = (text(series, "targetDisease"), text(series, "seriesName"));
        let id = match slug(&name) {
            named if named.starts_with(&slug(&antigen)) => named,
            unnamed => format!("{}-{unnamed}", slug(&antigen)),
        };
        let select = children(series, "selectSeries").next().ok_or("selectSeries")?;
        let cells = vec![
            antigen,
            text(series, "vaccineGroup"),
            name,
            slug(&text(series, "seriesType")),
            texts(series, "requiredGender").to_lowercase(),
            texts(series, "equivalentSeriesGroups"),
            flag(&text(select, "defaultSeries")),
            flag(&text(select, "productPath")),
            text(select, "seriesGroupName"),
            text(select, "seriesGroup"),
            text(select, "seriesPriority"),
            text(select, "seriesPreference"),
            period(&text(select, "minAgeToStart"))?,
            period(&text(select, "maxAgeToStart"))?,
            texts(series, "seriesAdminGuidance"),
        ];
        self.series.add(&id, cells);
        for indication in children(series, "indication") {
            let code = children(indication, "observationCode")
                .map(|code| text(code, "code"))
                .collect::<String>();
            let cells = vec![
                id.clone(),
                code.clone(),
                period(&text(indication, "beginAge"))?,
                period(&text(indication, "endAge"))?,
                text(indication, "description"),
                text(indication, "guidance"),
            ];
            self.indication.add(&format!("{id}.{code}"), cells);
        }
        children(series, "seriesDose").try_for_each(|dose| self.dose(&id, dose))
    }

    fn dose(&mut self, series: &str, dose: Node<'_, '_>) -> Outcome<()> {
        let number: u8 = text(dose, "doseNumber").trim_start_matches("Dose ").parse()?;
        let id = format!("{series}.{number:02}");
        let key = || vec![series.to_owned(), number.to_string()];
        let season = children(dose, "seasonalRecommendation").next();
        let season_day = |name| season.map_or(Ok(String::new()), |season| day(&text(season, name)));
        let mut cells = key();
        cells.extend([
            flag(&text(dose, "recurringDose")),
            season_day("startDate")?,
            season_day("endDate")?,
        ]);
        self.dose.add(&id, cells);

        for age in children(dose, "age") {
            let period = |name| period(&text(age, name));
            let mut cells = key();
            cells.extend([
                period("absMinAge")?,
                period("minAge")?,
                period("earliestRecAge")?,
                period("latestRecAge")?,
                period("maxAge")?,
            ]);
            cells.extend(in_effect(age)?);
            self.age.add(&in_effect_id(&id, age)?, cells);
        }
        for (kind, element) in [("preferable", "interval"), ("allowable", "allowableInterval")] {
            for interval in children(dose, element) {
                self.interval(&id, kind, key(), interval)?;
            }
        }
        self.vaccines(&id, key(), dose)?;
        for skip in children(dose, "conditionalSkip") {
            self.skip(&id, key(), skip)?;
        }
        Ok(())
    }

    fn interval(&mut self, id: &str, kind: &str, mut cells: Vec<String>, it: Node<'_, '_>) -> Outcome<()> {
        let observation = children(it, "fromRelevantObs")
            .map(|code| text(code, "code"))
            .collect::<String>();
        let period = |name| period(&text(it, name));
        let (from_dose, recent) = (text(it, "fromTargetDose"), codes(&text(it, "fromMostRecent")));
        let from = match (from_dose.as_str(), recent.as_str(), observation.as_str()) {
            ("", "", "") => "previous".to_owned(),
            ("", "", code) => format!("observation-{code}"),
            ("", ..) => "recent".to_owned(),
            (number, ..) => format!("dose-{number}"),
        };
        cells.extend([
            kind.to_owned(),
            flag(&text(it, "fromPrevious")),
            from_dose,
            recent,
            observation,
            period("absMinInt")?,
            period("minInt")?,
            period("earliestRecInt")?,
            period("latestRecInt")?,
            flag(if text(it, "intervalPriority") == "override" {
                "Yes"
            } else {
                ""
            }),
        ]);
        cells.extend(in_effect(it)?);
        self.interval
            .add(&in_effect_id(&format!("{id}.{kind}.{from}"), it)?, cells);
        Ok(())
    }

    /// Vaccines that differ in nothing but their code stand in one row.
    fn vaccines(&mut self, id: &str, key: Vec<String>, dose: Node<'_, '_>) -> Outcome<()> {
        for (kind, element) in [
            ("preferable", "preferableVaccine"),
            ("allowable", "allowableVaccine"),
            ("inadvertent", "inadvertentVaccine"),
        ] {
            let mut rows: BTreeMap<[String; 5], Vec<String>> = BTreeMap::new();
            for vaccine in children(dose, element) {
                let alike = [
                    text(vaccine, "mvx"),
                    period(&text(vaccine, "beginAge"))?,
                    period(&text(vaccine, "endAge"))?,
                    text(vaccine, "volume"),
                    flag(&text(vaccine, "forecastVaccineType")),
                ];
                rows.entry(alike).or_default().push(text(vaccine, "cvx"));
            }
            for ([mvx, begin, end, volume, forecast], cvx) in rows {
                let mut cells = key.clone();
                cells.extend([
                    kind.to_owned(),
                    list(cvx.into_iter()),
                    mvx,
                    begin,
                    end,
                    volume,
                    forecast,
                ]);
                self.vaccine.add(&format!("{id}.{kind}"), cells);
            }
        }
        Ok(())
    }

    fn skip(&mut self, id: &str, key: Vec<String>, skip: Node<'_, '_>) -> Outcome<()> {
        let context = slug(&text(skip, "context"));
        let or = |logic: String| if logic == "OR" { "or" } else { "and" }.to_owned();
        for set in children(skip, "set") {
            let number = text(set, "setID");
            for condition in children(set, "condition") {
                let period = |name| period(&text(condition, name));
                let mut cells = key.clone();
                cells.extend([
                    context.clone(),
                    number.clone(),
                    or(text(skip, "setLogic")),
                    or(text(set, "conditionLogic")),
                    slug(&text(condition, "conditionType")),
                    day(&text(condition, "startDate"))?,
                    day(&text(condition, "endDate"))?,
                    period("beginAge")?,
                    period("endAge")?,
                    period("interval")?,
                    text(condition, "doseCount"),
                    slug(&text(condition, "doseType")),
                    slug(&text(condition, "doseCountLogic")),
                    codes(&text(condition, "vaccineTypes")),
                    codes(&text(condition, "seriesGroups")),
                ]);
                cells.extend(in_effect(set)?);
                let of = text(condition, "conditionID");
                self.skip.add(&format!("{id}.{context}.{number}.{of}"), cells);
            }
        }
        Ok(())
    }
}

/// From which day to which day a fact is in effect.
fn in_effect(node: Node<'_, '_>) -> Outcome<[String; 2]> {
    Ok([
        day(&text(node, "effectiveDate"))?,
        day(&text(node, "cessationDate"))?,
    ])
}

/// The name of a row, with the day on which it came into effect or ended.
fn in_effect_id(id: &str, node: Node<'_, '_>) -> Outcome<String> {
    Ok(match in_effect(node)? {
        [from, _] if !from.is_empty() => format!("{id}.from-{from}"),
        [_, to] if !to.is_empty() => format!("{id}.to-{to}"),
        _ => id.to_owned(),
    })
}
