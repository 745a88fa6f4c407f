//! Reads files of HL7 v2 messages and prints each resource with its place: what `tests/v2/check.sh` compares.

fn main() -> Result<(), Box<dyn std::error::Error>> {
    use std::io::Write as _;
    let mut out = std::io::stdout().lock();
    for path in std::env::args_os().skip(1) {
        let reading = pocketchart_fhir::v2::read(&std::fs::read(path)?, "urn:kept:1")?;
        for derived in reading.resources {
            let place = serde_json::to_string(&derived.place)?;
            write!(out, "{{\"place\":{place},\"resource\":")?;
            out.write_all(&derived.resource.bytes)?;
            writeln!(out, "}}")?;
        }
    }
    Ok(())
}
