//! The table and the plots, written between two marks of `docs/performance.md`.

use plotters::prelude::*;
use std::fmt::Write;
use std::path::PathBuf;

const BEGIN: &str = "<!-- figures -->";
const END: &str = "<!-- end of figures -->";

/// One row: what was done, our figure, the target, and the alternatives in the same run.
pub struct Row {
    pub job: String,
    pub ours: String,
    pub target: String,
    pub met: Option<bool>,
    pub others: String,
}

pub struct Report(pub Vec<Row>);

impl Report {
    pub fn row(&mut self, job: &str, ours: impl Into<String>, target: &str, met: Option<bool>, others: impl Into<String>) {
        let row = Row { job: job.into(), ours: ours.into(), target: target.into(), met, others: others.into() };
        println!("{} — {} (target {}; {})", row.job, row.ours, row.target, row.others);
        self.0.push(row);
    }

    pub fn write(&self, growth: &str) {
        let mut table = String::from("| job | Pocketchart | target | met | for comparison, same run |\n|---|---|---|---|---|\n");
        for row in &self.0 {
            let met = row.met.map_or("", |met| if met { "yes" } else { "**no**" });
            let _ = writeln!(table, "| {} | {} | {} | {met} | {} |", row.job, row.ours, row.target, row.others);
        }
        let file = docs().join("performance.md");
        let text = std::fs::read_to_string(&file).expect("docs/performance.md");
        let (before, rest) = text.split_once(BEGIN).expect("the first mark");
        let (_, after) = rest.split_once(END).expect("the second mark");
        let text = format!("{before}{BEGIN}\n\n{table}\n{growth}\n{END}{after}");
        std::fs::write(file, text).expect("written");
    }
}

fn docs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

/// One line of a plot: its name and its points (entries, value).
pub type Line = (&'static str, Vec<(f64, f64)>);

/// A plot with both axes logarithmic, so that a cost that grows with the record is a slope.
pub fn plot(name: &str, title: &str, unit: &str, lines: &[Line]) {
    let file = docs().join(format!("performance-{name}.svg"));
    let all = || lines.iter().flat_map(|(_, points)| points.iter());
    let low = all().map(|(_, y)| *y).fold(f64::MAX, f64::min) / 2.0;
    let high = all().map(|(_, y)| *y).fold(0.0, f64::max) * 2.0;
    let root = SVGBackend::new(&file, (720, 420)).into_drawing_area();
    root.fill(&WHITE).expect("drawn");
    let mut chart = ChartBuilder::on(&root)
        .caption(title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(64)
        .build_cartesian_2d((900.0..110_000.0_f64).log_scale(), (low..high).log_scale())
        .expect("axes");
    chart.configure_mesh().x_desc("entries in the record").y_desc(unit).draw().expect("drawn");
    let colours = [RGBColor(11, 92, 173), RGBColor(163, 22, 26), RGBColor(20, 99, 58), RGBColor(122, 75, 0)];
    for ((name, points), colour) in lines.iter().zip(colours) {
        chart
            .draw_series(LineSeries::new(points.iter().copied(), colour.stroke_width(2)).point_size(3))
            .expect("drawn")
            .label(*name)
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], colour.stroke_width(2)));
    }
    chart.configure_series_labels().border_style(BLACK).background_style(WHITE).draw().expect("drawn");
    root.present().expect("drawn");
}
