//! Who did what to an entry, when and why.

use super::document::{act as act_name, short};
use super::reading::{title, value};
use super::words::Words;
use crate::output::{Page, quiet};
use pocketchart::{Act, Remark, Version};
use pocketchart_strings::Message;

/// An act in words, such as "corrected".
pub(crate) fn act(words: Words<'_>, act: Act) -> String {
    words.code("act-", act_name(act))
}

/// Versions, oldest first, one below the other.
pub(super) fn versions(words: Words<'_>, page: &mut Page, versions: &[Version]) {
    for version in versions {
        page.line(format!(
            "  {}",
            remark_line(words, &version.remark, version.facts.is_some())
        ));
        if let Some(facts) = &version.facts {
            let parts = [
                title(words, facts),
                value(words, facts),
                facts.dosage.clone().unwrap_or_default(),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
            page.line(quiet(format!(
                "      {} · {}",
                parts.join(" · "),
                short(&version.id)
            )));
        }
    }
}

/// "3 March 2026, 10:12: corrected by you on laptop: wrong dose".
pub(super) fn remark_line(words: Words<'_>, remark: &Remark, states: bool) -> String {
    let done = match remark.act {
        Some(done) => act(words, done),
        None if states => words.code("act-", "state"),
        None => words.code("act-", "speak"),
    };
    let who = words.author(&remark.author);
    let line = match &remark.device {
        Some(device) => words.show(&Message::RemarkOnDevice {
            at: words.at(remark.at).into(),
            act: done.into(),
            who: who.into(),
            device: device.into(),
        }),
        None => words.show(&Message::Remark {
            at: words.at(remark.at).into(),
            act: done.into(),
            who: who.into(),
        }),
    };
    match &remark.reason {
        Some(reason) => format!("{line}: {reason}"),
        None => line,
    }
}
