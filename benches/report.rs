//! Tables of times, and what growth means.

use std::fmt;

/// Growth above this power of the count of data is called steep: sorting and sums stay below, squares do not.
pub const STEEP: f64 = 1.35;

/// A table with right-aligned columns.
pub struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row under way.
pub struct Row(Vec<String>);

impl Row {
    pub fn new(name: impl Into<String>) -> Self {
        Self(vec![name.into()])
    }

    pub fn count(mut self, n: usize) -> Self {
        self.0.push(n.to_string());
        self
    }

    pub fn micros(mut self, time: f64) -> Self {
        self.0.push(if time < 1000.0 {
            format!("{time:.0} µs")
        } else {
            format!("{:.2} ms", time / 1000.0)
        });
        self
    }

    pub fn ratio(mut self, ratio: Option<f64>) -> Self {
        self.0.push(ratio.map_or_else(|| "–".into(), |r| format!("{r:.2}")));
        self
    }
}

impl Table {
    pub fn new(head: &[&str]) -> Self {
        Self { head: head.iter().map(|&h| h.to_owned()).collect(), rows: Vec::new() }
    }

    pub fn push(&mut self, row: Row) {
        self.rows.push(row.0);
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = || std::iter::once(&self.head).chain(&self.rows);
        let width =
            |i: usize| all().filter_map(|row| row.get(i)).map(|cell| cell.chars().count()).max().unwrap_or(0);
        for row in all() {
            for (i, cell) in row.iter().enumerate() {
                let space = " ".repeat(width(i) - cell.chars().count());
                if i == 0 {
                    write!(f, "{cell}{space}")?;
                } else {
                    write!(f, "  {space}{cell}")?;
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The power with which time grows with the count of data, between ten and a hundred times, where what is fixed (axes,
/// words) weighs little; `None` where the data did not grow (a slope has two ends however many days lie between).
pub fn growth(counts: [usize; 3], times: [f64; 3]) -> Option<f64> {
    let step = counts[2] as f64 / counts[1].max(1) as f64;
    (step > 2.0).then(|| (times[2] / times[1]).ln() / step.ln())
}

/// What is steep, in words.
pub fn verdict(steep: &[String]) -> String {
    if steep.is_empty() {
        return format!("Không hình nào tăng nhanh hơn bậc {STEEP}.");
    }
    format!("Tăng nhanh hơn bậc {STEEP}: {}.", steep.join(", "))
}
