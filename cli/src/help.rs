//! Help, in the words of the one source of texts.

use crate::arguments::Arguments;
use clap::{Arg, Command, CommandFactory};
use pocketchart_strings::Text;

/// The whole description of the command line, with its texts.
pub(crate) fn command(text: &Text) -> Command {
    let command = worded(Arguments::command(), "", text).after_help(sentence(text, "help-exit"));
    // Who corrects says only what changes.
    command.mut_subcommand("correct", |correct| {
        let kinds: Vec<String> = correct
            .get_subcommands()
            .map(|it| it.get_name().to_owned())
            .collect();
        kinds.into_iter().fold(correct, |correct, kind| {
            correct.mut_subcommand(kind, |kind| kind.mut_args(|it| it.required(false)))
        })
    })
}

/// A command below another has a text of its own where its name alone means something else.
fn worded(command: Command, above: &str, text: &Text) -> Command {
    let below = format!("{above}-{}", command.get_name());
    let name = match text.by_id(&format!("help-{below}"), &[]) {
        Ok(_) => below,
        Err(_) => command.get_name().to_owned(),
    };
    let command = match name.as_str() {
        "pocketchart" => command.about(sentence(text, "help-pocketchart")),
        _ => command.about(sentence(text, &format!("help-{name}"))),
    };
    let command = command.mut_args(|argument| {
        let help = about(&name, &argument, text);
        let argument = argument.help(help);
        if argument.is_global_set() && name == "pocketchart" {
            argument.help_heading(sentence(text, "help-everywhere"))
        } else {
            argument
        }
    });
    let names: Vec<String> = command
        .get_subcommands()
        .map(|it| it.get_name().to_owned())
        .collect();
    names.into_iter().fold(command, |command, below| {
        command.mut_subcommand(below, |it| worded(it, &name, text))
    })
}

/// An argument has a text of its own, or the one it shares with those of its name.
fn about(command: &str, argument: &Arg, text: &Text) -> String {
    let name = argument.get_id().as_str().replace('_', "-");
    let own = text.by_id(&format!("help-{command}-{name}"), &[]);
    own.unwrap_or_else(|_| sentence(text, &format!("help-arg-{name}")))
}

fn sentence(text: &Text, id: &str) -> String {
    text.by_id(id, &[]).unwrap_or_else(|_| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn silent(command: &Command, path: &str, found: &mut Vec<String>) {
        let said = |text: Option<String>| text.is_some_and(|it| !it.starts_with("help-"));
        if !said(command.get_about().map(ToString::to_string)) {
            found.push(path.to_owned());
        }
        for argument in command.get_arguments() {
            if !said(argument.get_help().map(ToString::to_string)) {
                found.push(format!("{path} {}", argument.get_id()));
            }
        }
        for inner in command.get_subcommands() {
            silent(inner, &format!("{path} {}", inner.get_name()), found);
        }
    }

    #[test]
    fn every_command_and_argument_is_explained() {
        let mut found = Vec::new();
        silent(&command(&Text::english().unwrap()), "pocketchart", &mut found);
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }

    #[test]
    fn the_description_is_consistent() {
        command(&Text::english().unwrap()).debug_assert();
    }
}
