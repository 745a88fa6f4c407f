//! Tables that fit the terminal. The column that a row is about gives way last; what is cut off ends with "…".

use super::style::{Mark, inked, quiet};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const GAP: usize = 2;
/// How much the columns keep while others give way, step by step: the others, the one that the rows are about, and the
/// one that should not be cut.
const STEPS: [[usize; 3]; 5] = [
    [18, usize::MAX, usize::MAX],
    [18, 24, usize::MAX],
    [11, 16, usize::MAX],
    [11, 16, 22],
    [LEAST, LEAST, LEAST],
];
const LEAST: usize = 5;

/// A row of cells, with lines below that belong to it.
struct Row {
    mark: Mark,
    cells: Vec<String>,
    below: Vec<String>,
}

/// Rows under headings. Columns in which no row has anything are left out.
#[derive(Default)]
pub(crate) struct Table {
    headings: Vec<String>,
    rows: Vec<Row>,
    main: usize,
    firm: Option<usize>,
    kept: Option<usize>,
}

impl Table {
    pub(crate) fn new(headings: impl IntoIterator<Item = String>) -> Self {
        Self {
            headings: headings.into_iter().collect(),
            ..Self::default()
        }
    }

    /// The column that the rows are about: it gives way last, and lines below a row begin under it.
    pub(crate) fn about(mut self, column: usize) -> Self {
        self.main = column;
        self
    }

    /// The column that should not be cut, such as the one with values: a number without its unit says something else.
    pub(crate) fn firm(mut self, column: usize) -> Self {
        self.firm = Some(column);
        self
    }

    /// The column that must never be cut, such as the one with names to type.
    pub(crate) fn keep(mut self, column: usize) -> Self {
        self.kept = Some(column);
        self
    }

    pub(crate) fn row(&mut self, mark: Mark, cells: impl IntoIterator<Item = String>) -> &mut Self {
        self.rows.push(Row {
            mark,
            cells: cells.into_iter().map(|it| one_line(&it)).collect(),
            below: Vec::new(),
        });
        self
    }

    /// A line below the last row: quiet, or with a mark of its own.
    pub(crate) fn below(&mut self, mark: Mark, text: &str) -> &mut Self {
        if let Some(row) = self.rows.last_mut() {
            let text = one_line(text);
            row.below.push(match mark {
                Mark::None => quiet(&text),
                mark => mark.line(&text),
            });
        }
        self
    }

    pub(super) fn render(&self, width: usize, to: &mut String) {
        let marked = self.rows.iter().any(|row| row.mark != Mark::None);
        let front = if marked { 2 } else { 0 };
        let shown: Vec<usize> = (0..self.headings.len())
            .filter(|&column| self.rows.iter().any(|row| !cell(row, column).is_empty()))
            .collect();
        let widths = self.widths(&shown, width.saturating_sub(front));
        let numbers: Vec<bool> = shown.iter().map(|&it| self.is_numeric(it)).collect();
        let heading: Vec<&str> = shown
            .iter()
            .map(|&it| self.headings.get(it).map_or("", String::as_str))
            .collect();
        if heading.iter().any(|it| !it.is_empty()) {
            let line = format!("{}{}", " ".repeat(front), joined(&heading, &widths, &numbers));
            to.push_str(&inked(&quiet(line.trim_end())));
            to.push('\n');
        }
        let before = shown
            .iter()
            .zip(&widths)
            .filter(|(column, _)| **column < self.main);
        let indent = front + before.map(|(_, width)| width + GAP).sum::<usize>();
        let indent = " ".repeat(if indent == 0 { GAP } else { indent });
        for row in &self.rows {
            let cells: Vec<&str> = shown.iter().map(|&it| cell(row, it)).collect();
            if marked {
                to.push_str(&inked(&row.mark.paint(row.mark.shape())));
                to.push(' ');
            }
            to.push_str(inked(&joined(&cells, &widths, &numbers)).trim_end());
            to.push('\n');
            for line in &row.below {
                let options = textwrap::Options::new(width);
                let options = options.initial_indent(&indent).subsequent_indent(&indent);
                for part in textwrap::wrap(&inked(line), options) {
                    to.push_str(&part);
                    to.push('\n');
                }
            }
        }
    }

    /// Whether all cells of a column are counts, which stand at the right.
    fn is_numeric(&self, column: usize) -> bool {
        self.rows
            .iter()
            .all(|row| cell(row, column).chars().all(|c| c.is_ascii_digit()))
    }

    fn widths(&self, shown: &[usize], width: usize) -> Vec<usize> {
        let mut widths: Vec<usize> = shown
            .iter()
            .map(|&column| {
                let cells = self.rows.iter().map(|row| cell(row, column).width());
                let heading = self.headings.get(column).map_or(0, |it| it.width());
                cells.chain([heading]).max().unwrap_or(0)
            })
            .collect();
        let gaps = GAP * widths.len().saturating_sub(1);
        let least = |place: usize, [others, main, firm]: [usize; 3]| match shown.get(place).copied() {
            column if column == self.kept => usize::MAX,
            column if column == self.firm => firm,
            Some(column) if column == self.main => main,
            _ => others,
        };
        for step in STEPS {
            while widths.iter().sum::<usize>() + gaps > width {
                let may_shrink = |&(place, wide): &(usize, usize)| wide > least(place, step);
                let widest = widths
                    .iter()
                    .copied()
                    .enumerate()
                    .filter(may_shrink)
                    .max_by_key(|&(_, wide)| wide);
                let Some(wide) = widest.and_then(|(at, _)| widths.get_mut(at)) else {
                    break;
                };
                *wide -= 1;
            }
        }
        widths
    }
}

fn cell(row: &Row, column: usize) -> &str {
    row.cells.get(column).map_or("", String::as_str)
}

/// A text of a source on one line, its control characters gone so that widths are right.
fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn joined(cells: &[&str], widths: &[usize], numbers: &[bool]) -> String {
    let mut line = String::new();
    for (at, (cell, &width)) in cells.iter().zip(widths).enumerate() {
        if at > 0 {
            line.push_str(&" ".repeat(GAP));
        }
        let cell = fitted(cell, width);
        let space = " ".repeat(width.saturating_sub(cell.width()));
        let right = numbers.get(at).copied().unwrap_or(false);
        line.push_str(&if right { space + &cell } else { cell + &space });
    }
    line
}

/// The text, or as much of it as fits with a sign that there is more.
fn fitted(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > width {
            break;
        }
        short.push(c);
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rendered(table: &Table, width: usize) -> String {
        let mut text = String::new();
        table.render(width, &mut text);
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn columns_line_up_and_empty_ones_are_left_out() {
        let mut table = Table::new(["What", "Empty", "Count"].map(str::to_owned));
        table.row(Mark::Danger, ["Penicillin", "", "3"].map(str::to_owned));
        table
            .row(Mark::None, ["薬", "", "12"].map(str::to_owned))
            .below(Mark::None, "as needed");
        let expected = "  What        Count\n▲ Penicillin      3\n  薬             12\n  as needed\n";
        assert_eq!(rendered(&table, 80), expected);
    }

    #[test]
    fn what_a_row_is_about_gives_way_last() {
        let mut table = Table::new(["What", "By"].map(str::to_owned));
        table.row(Mark::None, ["Metformin 850 mg tablet".to_owned(), "x".repeat(60)]);
        let line = rendered(&table, 44);
        assert!(
            line.contains("Metformin 850 mg tablet") && line.contains('…'),
            "{line}"
        );
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal(
            rows in prop::collection::vec(prop::collection::vec("[ -~äöü€薬]{0,60}", 4), 1..8), width in 40_usize..160,
        ) {
            let mut table = Table::new(["One", "Two", "Three", "Four"].map(str::to_owned)).about(1);
            for cells in rows {
                table.row(Mark::Caution, cells);
            }
            for line in rendered(&table, width).lines() {
                prop_assert!(line.width() <= width, "{line}");
            }
        }
    }
}
