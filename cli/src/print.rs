//! Cards and documents on paper: their words on a sheet, and the fonts that are there.

use crate::arguments::Paper as Asked;
use crate::failure::{Exit, Failure};
use crate::file;
use pocketchart_print::{Paper, PrintError, Sheet, print};
use std::fs;
use std::path::{Path, PathBuf};

/// Where Debian and others keep the Noto fonts.
const FOLDERS: [&str; 2] = ["/usr/share/fonts/truetype/noto", "/usr/share/fonts/opentype/noto"];
/// The fonts that are looked for, in the order in which letters are looked up in them.
const LATIN: [&str; 2] = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"];
const OTHERS: [&str; 18] = [
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansHebrew-Bold.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansDevanagari-Bold.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansBengali-Bold.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansTamil-Bold.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansThai-Bold.ttf",
    "NotoSansArmenian-Regular.ttf",
    "NotoSansGeorgian-Regular.ttf",
    "NotoSansEthiopic-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoSansCJK-Regular.ttc",
    "NotoSansCJK-Bold.ttc",
];
/// Behind the last Cyrillic letter others begin; between these two is punctuation that Noto Sans has.
const LAST_OF_LATIN: char = '\u{52f}';
const PUNCTUATION: std::ops::RangeInclusive<char> = '\u{2000}'..='\u{20bf}';

impl From<Asked> for Paper {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Wallet => Self::Wallet,
            Asked::A6 => Self::A6,
            Asked::Fridge => Self::Fridge,
        }
    }
}

/// Whether a file's name says that a page to print is wanted.
pub(crate) fn is_page(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("pdf"))
}

/// Writes the sheet as a PDF. Returns the file's size in bytes.
pub(crate) fn write(path: &Path, sheet: &Sheet, paper: Paper, folder: Option<&Path>) -> Result<u64, Failure> {
    file::write(path, &bytes(sheet, paper, folder)?)
}

/// The sheet as a PDF.
pub(crate) fn bytes(sheet: &Sheet, paper: Paper, folder: Option<&Path>) -> Result<Vec<u8>, Failure> {
    print(sheet, paper, fonts(folder, words(sheet))).map_err(failure)
}

/// Why nothing was drawn.
pub(crate) fn failure(error: PrintError) -> Failure {
    match error {
        PrintError::CodeTooLarge => Failure::new("card-paper-small", Exit::Usage),
        PrintError::NoGlyph(letter) => {
            Failure::new("card-no-letter", Exit::NotFound).with("letter", letter.to_string())
        }
        PrintError::Font => Failure::new("card-no-font", Exit::NotFound),
        _ => Failure::new("internal", Exit::Other),
    }
}

/// The fonts that the letters of these words need, of this folder or of those that are known; where none has a name that is
/// known, all that are there.
pub(crate) fn fonts<'a>(folder: Option<&Path>, words: impl Iterator<Item = &'a str>) -> Vec<Vec<u8>> {
    let folders: Vec<PathBuf> = match folder {
        Some(folder) => vec![folder.to_owned()],
        None => FOLDERS.map(PathBuf::from).to_vec(),
    };
    let latin = are_latin(words);
    let others = OTHERS.iter().filter(|_| !latin);
    let named = LATIN.iter().chain(others);
    let found: Vec<Vec<u8>> = named
        .filter_map(|name| folders.iter().find_map(|folder| fs::read(folder.join(name)).ok()))
        .collect();
    if !found.is_empty() {
        return found;
    }
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flat_map(|files| files.filter_map(Result::ok).map(|it| it.path()))
        .filter(|path| {
            let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
            ["ttf", "otf", "ttc"].iter().any(|it| extension == *it)
        })
        .collect();
    files.sort();
    files.iter().filter_map(|path| fs::read(path).ok()).collect()
}

/// All that is written on a sheet.
fn words(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let lines = sheet
        .groups
        .iter()
        .flat_map(|group| std::iter::once(&group.heading).chain(group.lines.iter().map(|line| &line.text)));
    let codes = sheet
        .codes
        .as_ref()
        .map(|it| [&it.signed.caption, &it.plain.caption]);
    lines
        .chain(&sheet.who)
        .chain(&sheet.about)
        .chain(codes.into_iter().flatten())
        .chain([&sheet.title])
        .map(String::as_str)
}

fn are_latin<'a>(mut words: impl Iterator<Item = &'a str>) -> bool {
    words.all(|text| {
        text.chars()
            .all(|it| it <= LAST_OF_LATIN || PUNCTUATION.contains(&it))
    })
}
