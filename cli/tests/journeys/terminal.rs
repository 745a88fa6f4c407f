//! The program in a terminal: width, colour, questions, and pipes that are closed.

use crate::devices::meet;
use crate::process::{Device, Machine, PASSPHRASE, program, text};
use std::io::{BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A terminal of this many columns, as util-linux's `script` makes one.
fn terminal(device: &Device, columns: u16, arguments: &str) -> Command {
    let line = format!("stty cols {columns} rows 40; exec '{}' {arguments}", program());
    let mut command = device.shell("script --quiet --return --command \"$1\" /dev/null");
    command
        .args(["bash", &line])
        .env("TERM", "xterm-256color")
        .env_remove("NO_COLOR")
        .stdin(Stdio::piped());
    command
}

fn shown(command: &mut Command) -> String {
    let output = command
        .env("POCKETCHART_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    text(&output.stdout)
}

#[test]
fn pages_fit_the_terminal_and_colours_stay_there() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    for columns in [60, 80, 120] {
        for arguments in [
            "list medications",
            "list results",
            "sections",
            "timeline",
            "trends",
            "trends 4548-4",
            "devices",
            "audit",
        ] {
            let page = shown(&mut terminal(&device, columns, arguments));
            for line in anstream::adapter::strip_str(&page).to_string().lines() {
                let width = unicode_width::UnicodeWidthStr::width(line.trim_end());
                assert!(
                    width <= usize::from(columns),
                    "{arguments} at {columns}: {width}\n{line}"
                );
            }
        }
    }
    assert!(
        shown(&mut terminal(&device, 80, "list allergies")).contains("\x1b["),
        "colours on a terminal"
    );
    assert!(!shown(terminal(&device, 80, "list allergies").env("NO_COLOR", "1")).contains("\x1b["));
    assert!(
        !device.says(&["list", "allergies"]).contains('\x1b'),
        "none in a pipe"
    );
}

#[test]
fn a_source_cannot_draw_on_the_terminal() {
    let machine = Machine::new();
    let device = machine.created("phone").0;
    let resource = r#"{"resourceType":"Condition","subject":{"reference":"Patient/1"},"code":{"text":"Gout\u001b[2J\u001b]0;x\u0007 \u202egnp"},"note":[{"text":"\u001b[31m"}]}"#;
    let file = machine.file("evil.json", resource);
    device.ok(&["import", "--same-person", file.to_str().unwrap()]);
    let id = device.items("problems")[0]["short"].as_str().unwrap().to_owned();
    for arguments in [&["list", "problems"][..], &["item", &id], &["search", "gout"]] {
        let page = device.says(arguments);
        assert!(page.contains("Gout"));
        assert!(
            !page
                .chars()
                .any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'),
            "{page:?}"
        );
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let machine = Machine::new();
    let device = machine.filled("phone");
    for arguments in [
        &["list", "results"][..],
        &["list", "results", "--json"],
        &["completions", "bash"],
    ] {
        let mut child = device
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {:?}", output.status);
        assert_eq!(text(&output.stderr), "");
    }
    let full = device
        .shell("\"$P\" list results >/dev/full")
        .env("POCKETCHART_PASSPHRASE", PASSPHRASE)
        .output()
        .unwrap();
    assert_eq!(full.status.code(), Some(7));
}

/// A person at the terminal: reads until something is there, and types.
struct Person {
    child: Child,
    keyboard: ChildStdin,
    screen: BufReader<ChildStdout>,
}

impl Person {
    fn at(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let (keyboard, screen) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        Self {
            child,
            keyboard,
            screen: BufReader::new(screen),
        }
    }

    fn reads(&mut self, until: &str) -> String {
        let mut seen = Vec::new();
        let mut byte = [0];
        while !String::from_utf8_lossy(&seen).contains(until) {
            let read = self.screen.read(&mut byte).unwrap_or(0);
            assert!(
                read > 0,
                "it ended before it said {until:?}: {}",
                String::from_utf8_lossy(&seen)
            );
            seen.push(byte[0]);
        }
        String::from_utf8_lossy(&seen).into_owned()
    }

    fn types(&mut self, line: &str) {
        writeln!(self.keyboard, "{line}").unwrap();
    }
}

#[test]
fn a_person_is_asked_for_three_of_the_words() {
    let machine = Machine::new();
    let device = machine.device("phone");
    let mut person = Person::at(terminal(&device, 80, "create --kdf fast"));
    person.reads("Choose a passphrase:");
    person.types(PASSPHRASE);
    person.reads("once more:");
    person.types(PASSPHRASE);
    let page = person.reads("Press Enter.");
    let page = anstream::adapter::strip_str(&page).to_string();
    let words: Vec<&str> = page.split_whitespace().collect();
    let word = |number: u32| {
        let at = words.iter().position(|it| *it == format!("{number}.")).unwrap();
        words[at + 1].to_owned()
    };
    person.types("");
    assert!(
        person.reads("Word ").contains("\x1b[3J"),
        "the words leave the screen"
    );
    for _ in 0..3 {
        let number = person.reads(":");
        let number: String = number.chars().filter(char::is_ascii_digit).collect();
        person.types(&word(number.parse().unwrap()));
        if person.reads(" ").is_empty() {
            break;
        }
    }
    let _ = person.reads("sealed");
    assert!(person.child.wait().unwrap().success());
    assert_eq!(device.ok(&["sections"])["sections"].as_array().unwrap().len(), 16);
}

#[test]
fn people_compare_digits_and_settle_what_disagrees() {
    let machine = Machine::new();
    let (phone, tablet) = (machine.filled("phone"), machine.device("tablet"));
    let mut one = Person::at(terminal(&phone, 100, "pair offer --listen 127.0.0.1:0"));
    one.reads("Passphrase:");
    one.types(PASSPHRASE);
    assert!(one.reads("pocketchart:/").contains('█'), "the code is drawn too");
    let code = format!("pocketchart:/{}", one.reads("\n").trim());
    let mut other = Person::at(terminal(&tablet, 100, "pair join --kdf fast --name tablet"));
    other.reads("from the other device:");
    other.types(&code);
    for question in ["Choose a passphrase:", "once more:"] {
        other.reads(question);
        other.types(PASSPHRASE);
    }
    let digits = |person: &mut Person| {
        person.reads("Digits on this screen: ");
        let digits = person.reads("\n");
        person.reads("[y/N]");
        digits
    };
    assert_eq!(digits(&mut one), digits(&mut other));
    one.types("yes");
    other.types("y");
    one.reads("tablet is now your device");
    other.reads("belongs to your record");
    assert!(one.child.wait().unwrap().success() && other.child.wait().unwrap().success());
    meet(&phone, &tablet);

    let id = phone.item("medications", "Cetirizine")["id"]
        .as_str()
        .unwrap()
        .to_owned();
    phone.ok(&["correct", &id, "medicine", "--how", "Two a day"]);
    tablet.ok(&["correct", &id, "medicine", "--status", "stopped"]);
    meet(&phone, &tablet);
    let item = phone.item("medications", "Cetirizine");
    let arguments = format!("resolve {}", item["short"].as_str().unwrap());
    let mut person = Person::at(terminal(&phone, 100, &arguments));
    person.reads("Passphrase:");
    person.types(PASSPHRASE);
    let page = person.reads("or nothing to leave it:");
    assert!(
        page.contains("Which one is right?") && page.contains("Two a day"),
        "{page}"
    );
    person.types("2");
    person.reads("Settled.");
    assert!(person.child.wait().unwrap().success());
    let settled = phone.item("medications", "Cetirizine");
    assert_eq!(settled["state"], "current");
    assert_eq!(settled["facts"]["status"], item["rivals"][0]["facts"]["status"]);
}
