//! Reads C-CDA documents: `ccda FOLDER FILE.xml...` writes the resources of each as a Bundle `FOLDER/FILE.json`, and on a line
//! of its own what was left and doubted.

#![allow(clippy::print_stdout, reason = "its output is what it is for")]

use std::fmt::Write as _;
use std::path::PathBuf;

use pocketchart_fhir::ccda;
use pocketchart_fhir::reading::Left;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("a folder to write to")?;
    for file in arguments {
        let name = file
            .file_stem()
            .ok_or("a file's name")?
            .to_string_lossy()
            .into_owned();
        let reading = match ccda::read(&std::fs::read(&file)?, "urn:example:kept") {
            Ok(reading) => reading,
            Err(error) => {
                println!("{name}: {error}");
                continue;
            }
        };
        let mut bundle = String::from(r#"{"resourceType":"Bundle","type":"collection","entry":["#);
        for (at, derived) in reading.resources.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            let url = derived.resource.full_url.as_deref().unwrap_or_default();
            let body = std::str::from_utf8(&derived.resource.bytes)?;
            write!(bundle, r#"{comma}{{"fullUrl":"{url}","resource":{body}}}"#)?;
        }
        bundle.push_str("]}");
        std::fs::write(folder.join(format!("{name}.json")), bundle)?;
        println!("{name}: {} resources", reading.resources.len());
        let say = |kind, all: &[Left]| {
            for left in all {
                println!("  {kind} {:?} {} ({})", left.why, left.place, left.what);
            }
        };
        say("left", &reading.left);
        say("doubt", &reading.doubts);
    }
    Ok(())
}
