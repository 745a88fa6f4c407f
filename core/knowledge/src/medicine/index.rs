//! The tables about medicines, read once and made ready to be asked.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::matching::normalised;
use crate::condition::Condition;
use crate::finding::{Rule, RuleColumns, Severity};
use crate::tables::{self, UnreadableTables};

/// A substance or a class, by its place in [`Index::names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Kind(pub(super) u16);

#[derive(Debug, Default)]
pub(super) struct Index {
    /// What each kind is called, and its id.
    names: Vec<(&'static str, &'static str)>,
    ids: BTreeMap<&'static str, Kind>,
    by_rxcui: BTreeMap<&'static str, Kind>,
    by_name: BTreeMap<String, Kind>,
    /// For a substance itself and its classes; for a class nothing.
    kinds: Vec<Vec<Kind>>,
    /// The row of each kind.
    rules: Vec<Option<Rule>>,
    /// Classes of which one member is enough.
    pub(super) once: Vec<Kind>,
    /// Interactions by their first side.
    pub(super) interactions: Vec<Vec<Interaction>>,
    /// Kinds that some interaction names.
    interacting: Vec<bool>,
    pub(super) exceptions: Vec<Exception>,
    pub(super) conditions: Vec<Vec<WithCondition>>,
    pub(super) groups: BTreeMap<&'static str, Group>,
    /// Groups by their members.
    pub(super) groups_of: Vec<Vec<&'static str>>,
    pub(super) cross: Vec<Cross>,
}

/// One row of `interaction`.
#[derive(Debug)]
pub(super) struct Interaction {
    pub(super) a: Kind,
    pub(super) b: Kind,
    pub(super) severity: Severity,
    pub(super) condition: Condition<'static>,
    pub(super) says: &'static str,
    pub(super) advice: &'static str,
    pub(super) rule: Rule,
}

/// One row of `duplicate_exception`.
#[derive(Debug)]
pub(super) struct Exception {
    /// `None`: for every class and every ingredient.
    pub(super) target: Option<Kind>,
    pub(super) condition: Condition<'static>,
}

/// One row of `medicine_condition`.
#[derive(Debug)]
pub(super) struct WithCondition {
    pub(super) severity: Severity,
    pub(super) condition: Condition<'static>,
    pub(super) says: &'static str,
    pub(super) advice: &'static str,
    pub(super) rule: Rule,
}

/// One row of `allergy_group`.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) name: &'static str,
    pub(super) snomed: Vec<&'static str>,
    pub(super) words: Vec<&'static str>,
}

/// One row of `allergy_cross`.
#[derive(Debug)]
pub(super) struct Cross {
    pub(super) a: &'static str,
    pub(super) b: &'static str,
    pub(super) low: &'static str,
    pub(super) high: &'static str,
    pub(super) severity: Severity,
    pub(super) says: &'static str,
    pub(super) advice: &'static str,
    pub(super) rule: Rule,
}

type Read<T> = Result<T, UnreadableTables>;

pub(super) fn index() -> Read<&'static Index> {
    static INDEX: LazyLock<Read<Index>> = LazyLock::new(Index::read);
    INDEX.as_ref().map_err(|problem| *problem)
}

impl Index {
    /// The kind with this id.
    pub(super) fn kind(&self, id: &str) -> Option<Kind> {
        self.ids.get(id).copied()
    }

    pub(super) fn of_rxcui(&self, code: &str) -> Option<Kind> {
        self.by_rxcui.get(code).copied()
    }

    /// The substance of this [normalised] name or synonym.
    pub(super) fn of_name(&self, name: &str) -> Option<Kind> {
        self.by_name.get(name).copied()
    }

    pub(super) fn name(&self, kind: Kind) -> &'static str {
        self.names.get(usize::from(kind.0)).map_or("", |(name, _)| name)
    }

    /// A substance itself and its classes.
    pub(super) fn kinds(&self, substance: Kind) -> &[Kind] {
        self.kinds
            .get(usize::from(substance.0))
            .map_or(&[], Vec::as_slice)
    }

    pub(super) fn rule(&self, kind: Kind) -> Option<Rule> {
        self.rules.get(usize::from(kind.0)).copied().flatten()
    }

    /// Whether any interaction can name this substance: else no source looked at it.
    pub(super) fn known_to_interactions(&self, substance: Kind) -> bool {
        let thesaurus = self
            .rule(substance)
            .is_some_and(|rule| rule.source.starts_with("ansm"));
        thesaurus
            || self.kinds(substance).iter().any(|kind| {
                self.interacting
                    .get(usize::from(kind.0))
                    .copied()
                    .unwrap_or_default()
            })
    }

    /// How many kinds there are.
    pub(super) fn len(&self) -> usize {
        self.names.len()
    }

    fn read() -> Read<Self> {
        let mut index = Self::default();
        index.substances()?;
        index.classes()?;
        let many = index.len();
        index.interacting.resize(many, false);
        index.interactions.resize_with(many, Vec::new);
        index.conditions.resize_with(many, Vec::new);
        index.groups_of.resize_with(many, Vec::new);
        index.interactions()?;
        index.exceptions()?;
        index.conditions()?;
        index.allergies()?;
        Ok(index)
    }

    fn add(
        &mut self,
        id: &'static str,
        name: &'static str,
        rule: Rule,
        broken: UnreadableTables,
    ) -> Read<Kind> {
        let kind = Kind(u16::try_from(self.names.len()).map_err(|_| broken)?);
        self.names.push((name, id));
        self.rules.push(Some(rule));
        self.kinds.push(Vec::new());
        self.ids.insert(id, kind).map_or(Ok(kind), |_| Err(broken))
    }

    fn substances(&mut self) -> Read<()> {
        let table = tables::table("substance")?;
        let rules = RuleColumns::of("substance", table)?;
        let [id, name, rxcui, synonyms] =
            table.columns(["substance_id", "preferred_name", "rxcui", "synonyms"])?;
        for row in table.rows() {
            let kind = self.add(
                row.cell(id),
                row.cell(name),
                rules.rule(row),
                UnreadableTables("substance"),
            )?;
            if let Some(own) = self.kinds.last_mut() {
                own.push(kind);
            }
            for code in row.list(rxcui) {
                self.by_rxcui.entry(code).or_insert(kind);
            }
            self.by_name.insert(normalised(row.cell(name)), kind);
        }
        for row in table.rows() {
            let kind = self.kind(row.cell(id)).ok_or(UnreadableTables("substance"))?;
            for synonym in row.list(synonyms) {
                self.by_name.entry(normalised(synonym)).or_insert(kind);
            }
        }
        Ok(())
    }

    fn classes(&mut self) -> Read<()> {
        let table = tables::table("class")?;
        let rules = RuleColumns::of("class", table)?;
        let [id, name, duplicate] = table.columns(["class_id", "name", "duplicate"])?;
        for row in table.rows() {
            let kind = self.add(
                row.cell(id),
                row.cell(name),
                rules.rule(row),
                UnreadableTables("class"),
            )?;
            if row.cell(duplicate) == "yes" {
                self.once.push(kind);
            }
        }
        let broken = UnreadableTables("substance_class");
        let table = tables::table("substance_class")?;
        let [substance, class] = table.columns(["substance_id", "class_id"])?;
        for row in table.rows() {
            let class = self.kind(row.cell(class)).ok_or(broken)?;
            let substance = self.kind(row.cell(substance)).ok_or(broken)?;
            self.kinds
                .get_mut(usize::from(substance.0))
                .ok_or(broken)?
                .push(class);
        }
        Ok(())
    }

    fn interactions(&mut self) -> Read<()> {
        let broken = UnreadableTables("interaction");
        let table = tables::table("interaction")?;
        let rules = RuleColumns::of("interaction", table)?;
        let [a, b, severity, condition, says, advice] =
            table.columns(["a", "b", "severity", "condition", "text_key", "action"])?;
        for row in table.rows() {
            let interaction = Interaction {
                a: self.kind(row.cell(a)).ok_or(broken)?,
                b: self.kind(row.cell(b)).ok_or(broken)?,
                severity: Severity::of(row.cell(severity)).ok_or(broken)?,
                condition: Condition::of(row.cell(condition)).map_err(|_| broken)?,
                says: row.cell(says),
                advice: row.cell(advice),
                rule: rules.rule(row),
            };
            for side in [interaction.a, interaction.b] {
                *self.interacting.get_mut(usize::from(side.0)).ok_or(broken)? = true;
            }
            let of_a = self
                .interactions
                .get_mut(usize::from(interaction.a.0))
                .ok_or(broken)?;
            of_a.push(interaction);
        }
        Ok(())
    }

    fn exceptions(&mut self) -> Read<()> {
        let broken = UnreadableTables("duplicate_exception");
        let table = tables::table("duplicate_exception")?;
        let [target, condition] = table.columns(["target", "condition"])?;
        for row in table.rows() {
            let target = match row.cell(target) {
                "" => None,
                id => Some(self.kind(id).ok_or(broken)?),
            };
            let condition = Condition::of(row.cell(condition)).map_err(|_| broken)?;
            self.exceptions.push(Exception { target, condition });
        }
        Ok(())
    }

    fn conditions(&mut self) -> Read<()> {
        let broken = UnreadableTables("medicine_condition");
        let table = tables::table("medicine_condition")?;
        let rules = RuleColumns::of("medicine_condition", table)?;
        let [medicine, condition, severity, says, advice] =
            table.columns(["medicine", "condition", "severity", "text_key", "advice"])?;
        for row in table.rows() {
            let kind = self.kind(row.cell(medicine)).ok_or(broken)?;
            self.conditions
                .get_mut(usize::from(kind.0))
                .ok_or(broken)?
                .push(WithCondition {
                    severity: Severity::of(row.cell(severity)).ok_or(broken)?,
                    condition: Condition::of(row.cell(condition)).map_err(|_| broken)?,
                    says: row.cell(says),
                    advice: row.cell(advice),
                    rule: rules.rule(row),
                });
        }
        Ok(())
    }

    fn allergies(&mut self) -> Read<()> {
        let broken = UnreadableTables("allergy_group");
        let table = tables::table("allergy_group")?;
        let [id, name, members, snomed, words] =
            table.columns(["group_id", "name", "members", "snomed", "words"])?;
        for row in table.rows() {
            for member in row.list(members) {
                let kind = self.kind(member).ok_or(broken)?;
                self.groups_of
                    .get_mut(usize::from(kind.0))
                    .ok_or(broken)?
                    .push(row.cell(id));
            }
            let group = Group {
                name: row.cell(name),
                snomed: row.list(snomed).collect(),
                words: row.list(words).collect(),
            };
            self.groups.insert(row.cell(id), group);
        }
        let broken = UnreadableTables("allergy_cross");
        let table = tables::table("allergy_cross")?;
        let rules = RuleColumns::of("allergy_cross", table)?;
        let [a, b, low, high, severity, says, advice] = table.columns([
            "group_a",
            "group_b",
            "rate_low",
            "rate_high",
            "severity",
            "text_key",
            "advice",
        ])?;
        for row in table.rows() {
            self.cross.push(Cross {
                a: row.cell(a),
                b: row.cell(b),
                low: row.cell(low),
                high: row.cell(high),
                severity: Severity::of(row.cell(severity)).ok_or(broken)?,
                says: row.cell(says),
                advice: row.cell(advice),
                rule: rules.rule(row),
            });
        }
        Ok(())
    }
}
