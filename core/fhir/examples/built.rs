//! Writes one file for each built sample into the folder given: what `tests/official/check.sh` checks.

#[path = "../tests/official/samples.rs"]
mod samples;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args_os().nth(1).ok_or("say the folder to write to")?;
    for (name, sample) in samples::samples() {
        std::fs::write(
            std::path::Path::new(&folder).join(format!("{name}.json")),
            sample.build()?,
        )?;
    }
    Ok(())
}
