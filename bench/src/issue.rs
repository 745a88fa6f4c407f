//! What it costs a phone to make what it gives at a distance: a health link to a summary, and the record as a PDF.

use crate::data;
use crate::host;
use crate::measure::{bytes, median, millis};
use crate::ours;
use crate::report::Report;
use pocketchart::{
    Chart, CreateChart, Home, ImportOptions, IpsSection, IpsWords, ItemView, KdfLevel, NewLink, NoFreshness, Relay, Section,
};
use pocketchart_print::{Group, Line, Paper, Sheet, print};
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;

/// Resources that make a summary of some 200 entries: a few say the same.
const SUMMARY: usize = 212;
/// Resources of which more than a thousand entries come, and those that are printed.
const RECORDED: usize = 3_000;
const PRINTED: usize = 1_000;
/// What a summary lists of each resource; laboratory values would go in as the newest of a kind only.
const KINDS: [&str; 5] = ["AllergyIntolerance", "Condition", "Immunization", "MedicationRequest", "Procedure"];
const FONTS: [&str; 2] = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"];

/// A record with so many resources of these kinds (none: of all), of several people as if they were one, and the first's patient.
fn chart(kinds: &[&str], resources: usize) -> (Chart, TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let home = Home::new(folder.path(), Arc::new(NoFreshness));
    let unlock = ours::unlock();
    let with = CreateChart { unlock: &unlock, kdf: KdfLevel::Fast, device_name: "bench" };
    let mut chart = Chart::create(&home, &with).expect("a chart").0;
    let all: Vec<_> = data::bundles().iter().flat_map(|file| data::resources(file)).collect();
    let person = all.iter().find(|it| it.kind == "fhir/Patient").expect("a person");
    let wanted = |kind: &str| kinds.is_empty() || kinds.iter().any(|it| kind.ends_with(it));
    let listed = all.iter().filter(|it| it.kind != person.kind && wanted(&it.kind));
    let lines: Vec<&[u8]> = [person].into_iter().chain(listed.take(resources)).map(|it| it.body.as_slice()).collect();
    let options = ImportOptions { same_person: true, ..ImportOptions::default() };
    chart.import(Cursor::new(lines.join(&b'\n')), &options, &mut |_| ()).expect("imported");
    (chart, folder)
}

fn words() -> IpsWords {
    let say = |text: &str| text.to_owned();
    IpsWords {
        language: say("en"),
        right_to_left: false,
        title: say("Patient Summary"),
        sections: IpsSection::ALL.map(|it| it.code().1.to_owned()),
        what: say("What"),
        details: say("Details"),
        when: say("When"),
        untitled: say("Without a name"),
        disagree: say("Sources disagree"),
        no_information: say("Nothing is known"),
    }
}

/// An entry in the words of its source.
fn line(item: &ItemView) -> Line {
    let facts = &item.facts;
    let said = [facts.title.as_deref(), Some(&facts.resource_type), facts.status.as_deref()];
    Line { text: said.into_iter().flatten().collect::<Vec<_>>().join(" · "), loud: false }
}

pub fn run(report: &mut Report) {
    let store = tempfile::tempdir().expect("a folder");
    let host = host::relay(store.path().join("relay.sqlite").to_str().expect("a path"));
    let relay = Relay::new(&format!("http://127.0.0.1:{}", host.port)).expect("an address");
    let (mut chart, _folder) = chart(&KINDS, SUMMARY);
    let new = NewLink {
        sections: vec![],
        minutes: 60,
        uses: Some(1),
        passcode: None,
        long_term: false,
        direct: false,
        label: None,
    };
    let words = words();
    let mut count = 0;
    let time = median(21, || (), |()| count = chart.make_link(&relay, &new, &words, vec![]).expect("a link").count);
    let mut summary = 0;
    let of_it = median(21, || (), |()| summary = chart.make_summary(&words).expect("a summary").bytes.len());
    report.row(
        &format!("make a health link to a summary of {count} entries, and leave it at a relay, CPU of the phone"),
        millis(time),
        "≤ 20 ms",
        Some(time <= Duration::from_millis(20)),
        format!("without a PDF; of it {} the summary, {} of JSON with its narrative", millis(of_it), bytes(summary)),
    );

    let (mut chart, _folder) = self::chart(&[], RECORDED);
    let fonts: Vec<Vec<u8>> = FONTS
        .iter()
        .map(|name| std::fs::read(Path::new("/usr/share/fonts/truetype/noto").join(name)).expect("Debian's fonts-noto-core"))
        .collect();
    let mut printed = (0, 0);
    let time = median(
        7,
        || (),
        |()| {
            let sections: Vec<Section> = Section::ALL.into_iter().filter(|it| *it != Section::Sensitive).collect();
            let listed = chart.listed_to_give(&sections).expect("listed");
            let mut room = PRINTED;
            let mut take = |items: usize| {
                let taken = items.min(room);
                room -= taken;
                taken
            };
            let mut group = |(section, items): &(Section, Vec<ItemView>)| Group {
                heading: section.name().to_owned(),
                lines: items.iter().take(take(items.len())).map(line).collect(),
            };
            let sheet = Sheet {
                language: "en".to_owned(),
                right_to_left: false,
                title: "Health record".to_owned(),
                who: vec![],
                groups: listed.iter().filter(|(_, items)| !items.is_empty()).map(&mut group).collect(),
                about: vec![],
                codes: None,
            };
            let lines = sheet.groups.iter().map(|it| it.lines.len()).sum();
            printed = (lines, print(&sheet, Paper::A4, fonts.clone()).expect("a PDF").len());
        },
    );
    report.row(
        &format!("print {} entries as a tagged PDF, read from the store, CPU", printed.0),
        millis(time),
        "≤ 1 s",
        Some(time <= Duration::from_secs(1)),
        bytes(printed.1),
    );
}
