//! One medicine, of which two devices say different things while they are apart.

use super::device::{items, text};
use super::{Device, Teller, steps};
use crate::failure::Failure;
use crate::show::Words;
use pocketchart_strings::Message;
use serde_json::Value;

/// A medicine of the record.
pub(super) struct Medicine {
    id: String,
    title: String,
}

impl Medicine {
    /// The one that is taken longest of those taken now; one is typed in where there is none.
    pub(super) fn choose(device: &Device) -> Result<Self, Failure> {
        let list = device.run(&["list", "medications"])?;
        let current =
            |it: &&Value| it.pointer("/past") == Some(&Value::Bool(false)) && text(it, "/state") == "current";
        let item = match items(&list, "/items").iter().rfind(current) {
            Some(item) => item.clone(),
            None => {
                let added = device.run(&["add", "medicine", "Vitamin D 1000 IU", "--how", "One a day"])?;
                added.pointer("/item").cloned().unwrap_or_default()
            }
        };
        Ok(Self {
            id: text(&item, "/id").to_owned(),
            title: text(&item, "/facts/title").to_owned(),
        })
    }

    /// Puts a better statement in its place, and looks at its history.
    pub(super) fn correct(&self, teller: &mut Teller<'_>, device: &Device) -> Result<(), Failure> {
        const HOW: &str = "One a day, in the evening";
        let reason = "it makes me sleepy by day";
        let done = device.run(&["correct", &self.id, "--reason", reason, "medicine", "--how", HOW])?;
        let detail = device.run(&["item", text(&done, "/id")])?;
        teller.step(
            &Message::TourCorrectName,
            &Message::TourCorrect {
                what: self.title.as_str().into(),
                how: text(&done, "/item/facts/dosage").into(),
                entries: items(&detail, "/history").len().into(),
            },
        )
    }

    /// Each device says something else of it, and neither knows of the other.
    pub(super) fn edit_apart(
        &self,
        teller: &mut Teller<'_>,
        phone: &Device,
        tablet: &Device,
    ) -> Result<(), Failure> {
        let on_phone = phone.run(&[
            "correct",
            &self.id,
            "medicine",
            "--how",
            "Half a tablet, in the evening",
        ])?;
        let stopped = [
            "correct",
            &self.id,
            "medicine",
            "--status",
            "stopped",
            "--note",
            "It still makes me tired",
        ];
        let on_tablet = tablet.run(&stopped)?;
        teller.step(
            &Message::TourApartName,
            &Message::TourApart {
                what: self.title.as_str().into(),
                phone: text(&on_phone, "/item/facts/dosage").into(),
                tablet: said(teller, &on_tablet, "/item/facts").into(),
            },
        )
    }

    /// Both statements stand side by side.
    pub(super) fn disagree(&self, teller: &mut Teller<'_>, device: &Device) -> Result<(), Failure> {
        let item = Self::unreconciled(device)?;
        let (one, other) = (
            said(teller, &item, "/facts"),
            said(teller, &item, "/rivals/0/facts"),
        );
        teller.step(
            &Message::TourDisagreeName,
            &Message::TourDisagree {
                one: one.into(),
                other: other.into(),
            },
        )
    }

    /// A person settles it on one device; the other learns of it.
    pub(super) fn resolve(
        &self,
        teller: &mut Teller<'_>,
        phone: &Device,
        tablet: &Device,
    ) -> Result<(), Failure> {
        let item = Self::unreconciled(phone)?;
        let mut sides = vec![(text(&item, "/id"), item.pointer("/facts"))];
        for rival in items(&item, "/rivals") {
            sides.push((text(rival, "/id"), rival.pointer("/facts")));
        }
        let stopped = |facts: &Option<&Value>| facts.is_some_and(|it| text(it, "/status") == "stopped");
        let kept = sides
            .iter()
            .find(|(_, facts)| stopped(facts))
            .map_or(text(&item, "/id"), |(id, _)| *id);
        phone.run(&[
            "resolve",
            text(&item, "/id"),
            "--keep",
            kept,
            "--reason",
            "I stopped it",
        ])?;
        steps::meet(phone, tablet)?;
        let left = [phone, tablet].map(|device| device.run(&["sections"]));
        let mut disagreements = 0;
        for overview in left {
            for section in items(&overview?, "/sections") {
                disagreements += super::device::number(section, "/unreconciled");
            }
        }
        teller.step(
            &Message::TourResolveName,
            &Message::TourResolve {
                left: disagreements.into(),
            },
        )
    }

    fn unreconciled(device: &Device) -> Result<Value, Failure> {
        let list = device.run(&["list", "medications"])?;
        let item = items(&list, "/items")
            .iter()
            .find(|it| text(it, "/state") == "unreconciled");
        Ok(item.cloned().unwrap_or_default())
    }
}

/// A statement of a medicine in short: how it is taken, or that it is not.
fn said(teller: &Teller<'_>, item: &Value, pointer: &str) -> String {
    let facts = item.pointer(pointer).cloned().unwrap_or_default();
    match text(&facts, "/status") {
        "stopped" => {
            let stopped = Words(teller.program.output.text()).code("status-", "stopped");
            format!("{stopped}, “{}”", text(&facts, "/note"))
        }
        _ => format!("“{}”", text(&facts, "/dosage")),
    }
}
