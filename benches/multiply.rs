//! The figures that are timed, and their data many times over: the same file in the native bench and in the one that
//! runs in a browser, so that both draw the same.
//!
//! Multiplied honestly: time is divided more finely between the first and the last point, values between two points
//! lie between theirs with a small wave, so that lines do not collapse. Provinces are as many as there are; their
//! charts get more years, and pictures that show all of them get more rows or lines.

use ngay_so::data::{Dataset, Indicator, Measure, Point, Series};
use ngay_so::figure::{Chart, ChartSeries, Datum, Heads, Kind, Size, View};
use ngay_so::scene::{Scene, svg};
use ngay_so::text::{Date, Locale};

/// How many times the data.
pub const FACTORS: [usize; 3] = [1, 10, 100];

/// A figure: the place of its indicator in the dataset, and the kind.
#[derive(Clone, Copy, Debug)]
pub struct Case {
    pub indicator: usize,
    pub kind: Kind,
}

/// Every indicator as every kind it is offered as.
pub fn cases(data: &Dataset) -> Vec<Case> {
    let all = data.indicators.iter().enumerate();
    all.flat_map(|(indicator, i)| Kind::offered(i).into_iter().map(move |kind| Case { indicator, kind }))
        .collect()
}

impl Case {
    /// What the tables call it.
    pub fn name(self, data: &Dataset) -> String {
        format!("{} {}", self.of(data).id, self.kind.word())
    }

    pub fn of(self, data: &Dataset) -> &Indicator {
        &data.indicators[self.indicator]
    }

    /// The indicator and the view with so many times the data.
    pub fn indicator(self, data: &Dataset, factor: usize) -> (Indicator, View) {
        let mut indicator = self.of(data).clone();
        // Pictures of all provinces are multiplied in the chart.
        if factor > 1 && !self.shows_all(data) {
            for series in &mut indicator.series {
                denser(series, self.kind, factor);
            }
            if indicator.is_provincial() {
                let (first, last) = (indicator.years[0], indicator.years[indicator.years.len() - 1]);
                let last = first + (last - first + 1) * factor as i16 - 1;
                indicator.years = (first..=last).collect();
            }
        }
        let view = View { kind: self.kind, ..View::first(&indicator) };
        (indicator, view)
    }

    /// Whether the picture shows every province.
    fn shows_all(self, data: &Dataset) -> bool {
        self.of(data).is_provincial() && matches!(self.kind, Kind::Dots | Kind::Slope)
    }

    /// The chart with so many times the data.
    pub fn chart(self, data: &Dataset, factor: usize) -> Chart {
        let (indicator, view) = self.indicator(data, factor);
        let mut chart = Chart::view(data, &indicator, &view, Locale::Vi);
        if factor > 1 && self.shows_all(data) {
            crowd(&mut chart, factor);
        }
        chart
    }
}

/// More points in a series of time. Provincial series get more years, national ones more days between their ends;
/// columns and pairs, which stand on years, get more years.
fn denser(series: &mut Series, kind: Kind, factor: usize) {
    let by_year = series.points.iter().any(|p| p.place.is_some())
        || matches!(kind, Kind::Bars | Kind::Dumbbell)
            && series.points.iter().all(|p| p.date.month().is_none());
    let mut out = Vec::new();
    for run in series.points.chunk_by(|a, b| a.place == b.place) {
        let count = run.len() * factor;
        let (first, last) = (run[0].date, run[run.len() - 1].date);
        for k in 0..count {
            let at = k as f64 / (count - 1).max(1) as f64;
            let date = if by_year {
                Date::year_only(first.year() + k as i16)
            } else {
                let days = (last.days() - first.days()).max(count as i64) as f64;
                Date::from_days(first.days() + (at * days) as i64)
            };
            out.push(Point { date, value: between(run, at), period: None, range: None, ..run[0].clone() });
        }
    }
    series.points = out;
}

/// The value at a share of the way, with a small wave on it; whole numbers stay whole.
fn between(run: &[Point], at: f64) -> f64 {
    let place = at * (run.len() - 1) as f64;
    let (i, rest) = (place as usize, place.fract());
    let (a, b) = (run[i].value, run[(i + 1).min(run.len() - 1)].value);
    let value = a + (b - a) * rest;
    let wave = 1.0 + 0.02 * (place * 9.0).sin();
    if a.fract() == 0.0 && b.fract() == 0.0 { value.round() } else { value * wave }
}

/// More rows or lines: each province again and again, a little apart.
fn crowd(chart: &mut Chart, factor: usize) {
    let flag = chart.measure == Measure::Flag;
    let shifted = |d: &Datum, k: usize| Datum {
        x: format!("{}-{k}", d.x),
        value: if flag { d.value } else { d.value * (1.0 - 0.001 * k as f64) },
        ..d.clone()
    };
    if chart.heads == Heads::Places {
        for series in &mut chart.series {
            series.data = series.data.iter().flat_map(|d| (0..factor).map(move |k| shifted(d, k))).collect();
        }
    } else {
        let more = chart.series.iter().flat_map(|s| {
            (0..factor).map(move |k| ChartSeries {
                id: format!("{}-{k}", s.id),
                // The chosen ones once; all others stand back.
                tone: if k == 0 { s.tone } else { 8 },
                data: s.data.iter().map(|d| shifted(d, k)).collect(),
                ..s.clone()
            })
        });
        chart.series = more.collect();
    }
}

/// The picture and its text, as a file or a page would hold it.
pub fn draw(chart: &Chart, size: Size) -> (Scene, String) {
    let scene = chart.draw(size);
    let text = write(&scene);
    (scene, text)
}

/// The text of a picture.
pub fn write(scene: &Scene) -> String {
    let mut out = String::new();
    for node in svg::content(scene) {
        svg::write(&node, &mut out);
    }
    out
}
