//! Writes a dictionary of the emergency card from its source, once: `-- 1` makes `dictionary/card-1.bin`. A dictionary
//! that cards were made with never changes; better words get the next number.

use pocketchart_share::card::DictionarySource;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let number: u8 = env::args().nth(1).ok_or("which number?")?.parse()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dictionary");
    let lines = fs::read_to_string(folder.join(format!("card-{number}.txt")))?;
    let target = folder.join(format!("card-{number}.bin"));
    Ok(fs::write(target, DictionarySource::to_dictionary(&lines))?)
}
