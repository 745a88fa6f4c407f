//! The messages of one language: ids, arguments and what they say.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use crate::Outcome;

/// The messages of one language, in the order of the file.
pub(crate) struct Catalogue {
    pub(crate) messages: Vec<Message>,
}

/// One text.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) id: String,
    pub(crate) arguments: BTreeSet<String>,
    /// The text with its arguments as `{name}`; of a choice, the variants with ` / ` between them.
    pub(crate) text: String,
}

impl Catalogue {
    /// Reads a Fluent file. Allowed are messages and terms without attributes.
    pub(crate) fn parse(source: &str) -> Outcome<Self> {
        let resource = parser::parse(source).map_err(|(_, problems)| {
            let lines = problems.iter().map(|problem| {
                let line = source
                    .get(..problem.pos.start)
                    .unwrap_or(source)
                    .lines()
                    .count()
                    .max(1);
                format!("line {line}: {problem}")
            });
            lines.collect::<Vec<_>>().join("\n")
        })?;
        let mut terms = BTreeMap::new();
        let mut patterns = Vec::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name;
                    let value = message
                        .value
                        .as_ref()
                        .ok_or_else(|| format!("{id} has no text"))?;
                    if !message.attributes.is_empty() {
                        return Err(format!("{id} has attributes, which no program shows").into());
                    }
                    patterns.push((id, value));
                }
                Entry::Term(term) => {
                    terms.insert(term.id.name, &term.value);
                }
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                Entry::Junk { content } => return Err(format!("not Fluent: {content}").into()),
            }
        }
        let whole: BTreeMap<_, _> = patterns.iter().copied().collect();
        if whole.len() < patterns.len() {
            let mut seen = BTreeSet::new();
            let twice = patterns
                .iter()
                .find(|(id, _)| !seen.insert(*id))
                .map_or("", |(id, _)| id);
            return Err(format!("{twice} is there twice").into());
        }
        let mut messages = Vec::new();
        for (id, pattern) in &patterns {
            let mut reading = Reading {
                terms: &terms,
                messages: &whole,
                arguments: BTreeSet::new(),
                depth: 0,
            };
            let mut text = String::new();
            reading
                .pattern(pattern, &mut text)
                .map_err(|problem| format!("{id}: {problem}"))?;
            messages.push(Message {
                id: (*id).to_owned(),
                arguments: reading.arguments,
                text,
            });
        }
        Ok(Self { messages })
    }

    /// What a translation has too few, too many or with other arguments.
    pub(crate) fn differences(&self, translation: &Self) -> impl Iterator<Item = String> {
        let ours = self.by_id();
        let theirs = translation.by_id();
        let mut differences = Vec::new();
        for (id, arguments) in &ours {
            match theirs.get(id) {
                None => differences.push(format!("{id} is missing")),
                Some(others) if others != arguments => {
                    differences.push(format!("{id} has the arguments {others:?} for {arguments:?}"));
                }
                Some(_) => {}
            }
        }
        differences.extend(
            theirs
                .keys()
                .filter(|id| !ours.contains_key(*id))
                .map(|id| format!("{id} is unknown")),
        );
        differences.into_iter()
    }

    fn by_id(&self) -> BTreeMap<&str, &BTreeSet<String>> {
        self.messages
            .iter()
            .map(|message| (message.id.as_str(), &message.arguments))
            .collect()
    }
}

/// Walks a text, collecting its arguments, those of the terms and messages in it included.
struct Reading<'a> {
    terms: &'a BTreeMap<&'a str, &'a Pattern<&'a str>>,
    messages: &'a BTreeMap<&'a str, &'a Pattern<&'a str>>,
    arguments: BTreeSet<String>,
    depth: usize,
}

impl<'a> Reading<'a> {
    fn pattern(&mut self, pattern: &Pattern<&str>, text: &mut String) -> Outcome<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable { expression } => self.expression(expression, text)?,
            }
        }
        Ok(())
    }

    fn expression(&mut self, expression: &Expression<&str>, text: &mut String) -> Outcome<()> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, text),
            Expression::Select { selector, variants } => {
                self.inline(selector, &mut String::new())?;
                for (number, variant) in variants.iter().enumerate() {
                    if number > 0 {
                        text.push_str(" / ");
                    }
                    self.pattern(&variant.value, text)?;
                }
                Ok(())
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, text: &mut String) -> Outcome<()> {
        match inline {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                text.push_str(value);
            }
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.to_owned());
                text.push_str(&format!("{{{}}}", id.name));
            }
            InlineExpression::Placeable { expression } => self.expression(expression, text)?,
            InlineExpression::TermReference { id, .. } => {
                self.inside(self.terms.get(id.name).copied(), id.name, text)?
            }
            InlineExpression::MessageReference { id, .. } => {
                self.inside(self.messages.get(id.name).copied(), id.name, text)?;
            }
            InlineExpression::FunctionReference { id, arguments } => {
                let CallArguments { positional, .. } = arguments;
                if id.name != "NUMBER" {
                    return Err(format!("the function {} is unknown", id.name).into());
                }
                positional
                    .iter()
                    .try_for_each(|argument| self.inline(argument, text))?;
            }
        }
        Ok(())
    }

    fn inside(&mut self, pattern: Option<&'a Pattern<&'a str>>, id: &str, text: &mut String) -> Outcome<()> {
        let pattern = pattern.ok_or_else(|| format!("{id} is not there"))?;
        self.depth += 1;
        if self.depth > 8 {
            return Err(format!("{id} contains itself").into());
        }
        self.pattern(pattern, text)?;
        self.depth -= 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(source: &str, id: &str) -> Vec<String> {
        let catalogue = Catalogue::parse(source).unwrap();
        let message = catalogue
            .messages
            .into_iter()
            .find(|message| message.id == id)
            .unwrap();
        message.arguments.into_iter().collect()
    }

    #[test]
    fn arguments_are_found_wherever_they_stand() {
        let source = "-app = Pocketchart\n\
            inner = { $who }\n\
            outer = { -app }: { inner } { $n ->\n    [one] one of { $total }\n   *[other] { NUMBER($n) }\n}\n";
        assert_eq!(arguments(source, "outer"), ["n", "total", "who"]);
        assert_eq!(arguments(source, "inner"), ["who"]);
    }

    #[test]
    fn what_no_program_could_show_is_refused() {
        for source in [
            "a = { $n",
            "a = A\na = B\n",
            "a = A\n    .title = T\n",
            "a = { -missing }\n",
            "a = { missing }\n",
            "a = { b }\nb = { a }\n",
            "a = { DATETIME($d) }\n",
        ] {
            assert!(Catalogue::parse(source).is_err(), "{source}");
        }
    }

    #[test]
    fn a_translation_must_say_the_same() {
        let source = Catalogue::parse("a = { $n } of { $m }\nb = B\n").unwrap();
        let differences = |translation| -> Vec<_> {
            source
                .differences(&Catalogue::parse(translation).unwrap())
                .collect()
        };
        assert!(differences("b = be\na = { $m }: { $n }\n").is_empty());
        assert_eq!(
            differences("a = { $n }\nc = C\n"),
            [
                "a has the arguments {\"n\"} for {\"m\", \"n\"}",
                "b is missing",
                "c is unknown"
            ]
        );
    }
}
