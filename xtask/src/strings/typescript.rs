//! The typed form for pages of browsers: an interface with one member per message, and one module per language.

use std::fmt::Write as _;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::catalogue::Catalogue;
use crate::Outcome;

/// The interface that every language's module keeps.
pub(crate) fn interface(catalogue: &Catalogue) -> Outcome<String> {
    let mut file = "export type Value = string | number;\n\nexport interface Messages {\n".to_owned();
    for message in &catalogue.messages {
        let arguments: Vec<_> = message
            .arguments
            .iter()
            .map(|name| format!("{name}: Value"))
            .collect();
        let kind = match arguments.is_empty() {
            true => "string".to_owned(),
            false => format!("(values: {{ {} }}) => string", arguments.join("; ")),
        };
        writeln!(file, "  {}: {kind};", member(&message.id))?;
    }
    file.push_str("}\n");
    Ok(file)
}

/// The module of a language: its code, its Fluent source, and where it finds what chooses a plural.
pub(crate) fn module(language: &str, source: &str, choose: &str) -> Outcome<String> {
    let mut members = String::new();
    let resource = parser::parse(source).map_err(|_| format!("{language}: not Fluent"))?;
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(value) = &message.value else { continue };
        let form = Form {
            language,
            id: message.id.name,
        };
        let (text, takes) = form.pattern(value)?;
        let function = if takes { "(values) => " } else { "" };
        writeln!(members, "  {}: {function}{text},", member(message.id.name))?;
    }
    let choose = match members.contains("choose(") {
        true => format!("import {{ choose }} from \"{choose}\";\n"),
        false => String::new(),
    };
    Ok(format!(
        "{choose}import type {{ Messages }} from \"./messages.ts\";\n\nexport const messages: Messages = {{\n{members}}};\n"
    ))
}

/// `card-blood-group` as the name of a member: `cardBloodGroup`.
pub(crate) fn member(id: &str) -> String {
    let mut name = super::rust::type_name(id);
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    name
}

/// How a message is written as an expression.
struct Form<'a> {
    language: &'a str,
    id: &'a str,
}

impl Form<'_> {
    /// The expression, and whether it takes values.
    fn pattern(&self, pattern: &Pattern<&str>) -> Outcome<(String, bool)> {
        let mut parts = Vec::new();
        let mut takes = false;
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => parts.push(quoted(value)?),
                PatternElement::Placeable { expression } => {
                    takes = true;
                    parts.push(self.expression(expression)?);
                }
            }
        }
        // A sum of numbers alone would be a number.
        if takes && parts.iter().all(|part| !part.starts_with('"')) {
            parts.insert(0, "\"\"".to_owned());
        }
        Ok((parts.join(" + "), takes))
    }

    fn expression(&self, expression: &Expression<&str>) -> Outcome<String> {
        match expression {
            Expression::Inline(inline) => Ok(self.isolated(&self.variable(inline)?)),
            Expression::Select { selector, variants } => {
                let mut cases = Vec::new();
                let mut rest = None;
                for variant in variants {
                    let key = match variant.key {
                        VariantKey::Identifier { name } => name,
                        VariantKey::NumberLiteral { value } => value,
                    };
                    let (text, _) = self.pattern(&variant.value)?;
                    match variant.default {
                        true => rest = Some(text),
                        false => cases.push(format!("{}: {text}", quoted(key)?)),
                    }
                }
                let rest = rest.ok_or_else(|| format!("{}: no default", self.id))?;
                let value = self.variable(selector)?;
                let (language, cases) = (quoted(self.language)?, cases.join(", "));
                Ok(format!("choose({language}, {value}, {{ {cases} }}, {rest})"))
            }
        }
    }

    fn variable(&self, inline: &InlineExpression<&str>) -> Outcome<String> {
        match inline {
            InlineExpression::VariableReference { id } => Ok(format!("values.{}", id.name)),
            _ => Err(format!("{}: the page's texts hold variables and choices alone", self.id).into()),
        }
    }

    /// In a text from right to left a foreign word must not turn its neighbours around.
    fn isolated(&self, value: &str) -> String {
        match self.language {
            "ar" => format!("\"\\u2068\" + {value} + \"\\u2069\""),
            _ => value.to_owned(),
        }
    }
}

fn quoted(text: &str) -> Outcome<String> {
    Ok(serde_json::to_string(text)?)
}

#[test]
fn messages_become_members() {
    let source = "a-b = Say \"{ $who }\"\ndays = { $n ->\n    [0] none\n   *[other] { $n } days\n}\nonly = { $n }\nplain = P\n";
    let module = module("en", source, "choose.ts").unwrap();
    for line in [
        "  aB: (values) => \"Say \\\"\" + values.who + \"\\\"\",",
        "  days: (values) => \"\" + choose(\"en\", values.n, { \"0\": \"none\" }, values.n + \" days\"),",
        "  only: (values) => \"\" + values.n,",
        "  plain: \"P\",",
    ] {
        assert!(module.lines().any(|found| found == line), "{line}\n{module}");
    }
    let interface = interface(&Catalogue::parse(source).unwrap()).unwrap();
    assert!(interface.contains("  aB: (values: { who: Value }) => string;\n  days: (values: { n: Value })"));
    assert!(super::typescript::module("en", "a = { b }\nb = B\n", "choose.ts").is_err());
}
