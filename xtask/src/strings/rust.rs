//! The typed form for Rust: an enum with one variant per message and one field per argument.

use std::{
    fmt::Write as _,
    io::Write as _,
    process::{Command, Stdio},
};

use super::catalogue::{Catalogue, Message};
use crate::{Outcome, places};

const HEAD: &str = "\
//! Written by `cargo xtask strings` from `strings/en.ftl`. Change that file, not this one.

use crate::Value;

/// A text that a person reads, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Message<'a> {
";

/// The whole file, as `rustfmt` leaves it.
pub(crate) fn form(catalogue: &Catalogue) -> Outcome<String> {
    let mut file = HEAD.to_owned();
    for message in &catalogue.messages {
        writeln!(
            file,
            "/// `{}`: {}\n{}{},",
            message.id,
            example(message),
            type_name(&message.id),
            fields(message)
        )?;
    }
    file.push_str("}\n\nimpl<'a> Message<'a> {\n/// The message's name in the source.\npub const fn id(&self) -> &'static str {\nmatch self {\n");
    for message in &catalogue.messages {
        let rest = if message.arguments.is_empty() {
            ""
        } else {
            " { .. }"
        };
        writeln!(
            file,
            "Self::{}{rest} => {:?},",
            type_name(&message.id),
            message.id
        )?;
    }
    file.push_str("}\n}\n\n/// The arguments by their names in the source.\npub fn arguments(&self) -> Vec<(&'static str, Value<'a>)> {\nmatch self {\n");
    for message in &catalogue.messages {
        let names: Vec<_> = message.arguments.iter().map(|name| field_name(name)).collect();
        let pairs = message
            .arguments
            .iter()
            .map(|name| format!("({name:?}, {}.clone())", field_name(name)));
        let pairs = pairs.collect::<Vec<_>>().join(", ");
        let pattern = if names.is_empty() {
            String::new()
        } else {
            format!(" {{ {} }}", names.join(", "))
        };
        writeln!(
            file,
            "Self::{}{pattern} => vec![{pairs}],",
            type_name(&message.id)
        )?;
    }
    file.push_str("}\n}\n\n/// Every message's name in the source, with the names of its arguments.\npub const ALL: &'static [(&'static str, &'static [&'static str])] = &[\n");
    for message in &catalogue.messages {
        let names = message
            .arguments
            .iter()
            .map(|name| format!("{name:?}"))
            .collect::<Vec<_>>()
            .join(", ");
        writeln!(file, "({:?}, &[{names}]),", message.id)?;
    }
    file.push_str("];\n}\n");
    formatted(&file)
}

/// `size-bytes` as the name of a variant: `SizeBytes`.
pub(crate) fn type_name(id: &str) -> String {
    let mut name = String::new();
    for word in id.split(['-', '_']) {
        let mut letters = word.chars();
        name.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    name
}

fn field_name(argument: &str) -> String {
    let name = argument.replace('-', "_");
    if matches!(
        name.as_str(),
        "type" | "as" | "for" | "in" | "of" | "where" | "use"
    ) {
        format!("r#{name}")
    } else {
        name
    }
}

fn fields(message: &Message) -> String {
    if message.arguments.is_empty() {
        return String::new();
    }
    let mut fields = " {\n".to_owned();
    for name in &message.arguments {
        fields.push_str(&format!("/// `${name}`\n{}: Value<'a>,\n", field_name(name)));
    }
    fields.push('}');
    fields
}

/// The text on one line, for the documentation.
fn example(message: &Message) -> String {
    let text = message.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut line = String::new();
    for c in text.chars() {
        if matches!(c, '<' | '>' | '[' | ']' | '*' | '_' | '`' | '\\') {
            line.push('\\');
        }
        line.push(c);
    }
    line
}

fn formatted(source: &str) -> Outcome<String> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition=2024", "--emit=stdout", "--quiet", "--config-path"])
        .arg(places::root().join("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    rustfmt
        .stdin
        .take()
        .ok_or("rustfmt takes no input")?
        .write_all(source.as_bytes())?;
    let done = rustfmt.wait_with_output()?;
    if !done.status.success() {
        return Err("rustfmt refused the typed form of the texts".into());
    }
    Ok(String::from_utf8(done.stdout)?)
}

#[test]
fn a_message_becomes_a_variant() {
    let catalogue = Catalogue::parse("sent-bytes = Sent { $size } in *{ $took }*\ndone = Done\n").unwrap();
    let form = form(&catalogue).unwrap();
    for line in [
        "    /// `sent-bytes`: Sent {size} in \\*{took}\\*",
        "    SentBytes {",
        "        took: Value<'a>,",
        "    Done,",
        "            Self::SentBytes { .. } => \"sent-bytes\",",
        "        &[(\"sent-bytes\", &[\"size\", \"took\"]), (\"done\", &[])];",
    ] {
        assert!(form.lines().any(|found| found == line), "{line}\n{form}");
    }
}
