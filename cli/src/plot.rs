//! Pictures of curves: written as the file's name says.

use crate::failure::{Exit, Failure};
use crate::{file, print};
use pocketchart_print::plot::{Plot, png, svg};
use std::path::Path;

/// Writes `.svg` or `.png`. Returns the file's size in bytes.
pub(crate) fn write(path: &Path, plot: &Plot, fonts: Option<&Path>) -> Result<u64, Failure> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let drawn = match extension.to_lowercase().as_str() {
        "svg" => svg(plot).map(String::into_bytes),
        "png" => png(plot, print::fonts(fonts, words(plot))),
        _ => return Err(Failure::new("plot-file-kind", Exit::Usage).with("file", file::shown(path))),
    };
    file::write(path, &drawn.map_err(print::failure)?)
}

/// All that is drawn in letters.
fn words(plot: &Plot) -> impl Iterator<Item = &str> {
    let legend = plot.legend.iter().map(|it| it.text.as_str());
    let ticks = plot.across.ticks.iter().map(|it| it.label.as_str());
    legend
        .chain(ticks)
        .chain(plot.notes.iter().map(String::as_str))
        .chain(plot.across.label.as_deref())
        .chain([plot.title.as_str(), plot.unit.as_str()])
}
