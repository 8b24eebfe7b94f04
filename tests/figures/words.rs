//! The words in pictures and about them: inside, apart, large enough, without holes.

use crate::all::{figures, figures_and_choices, pictures_and_choices};
use crate::none;
use ngay_so::figure::Kind;
use ngay_so::figure::table::Table;
use ngay_so::scene::{Anchor, Mark, Role, Shape, metrics};

/// A text as it is drawn: role, words, size, left, top, right, bottom (letters stand on the baseline; the tail of a `g`
/// and a dot below a vowel hang a fifth under it).
pub struct Words {
    pub role: Role,
    pub text: String,
    pub size: f64,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

pub fn words(marks: &[Mark]) -> Vec<Words> {
    let mut out = Vec::new();
    for mark in marks {
        match &mark.shape {
            Shape::Group(inner) => out.extend(words(inner)),
            Shape::Text { at: (x, y), text, size, weight, anchor } => {
                let width = metrics::width(text, *size, *weight);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                out.push(Words {
                    role: mark.role,
                    text: text.clone(),
                    size: *size,
                    left,
                    top: y - size * 0.75,
                    right: left + width,
                    bottom: y + size * 0.2,
                });
            }
            _ => {}
        }
    }
    out
}

#[test]
fn all_words_stand_inside_the_picture() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        for w in words(&p.scene.marks) {
            let out = [-w.left, -w.top, w.right - p.scene.width, w.bottom - p.scene.height];
            let most = out.into_iter().fold(f64::NEG_INFINITY, f64::max);
            if most > 0.5 {
                faults.push(format!("{}: \"{}\" thò ra {most:.1} px", p.name, w.text));
            }
        }
    }
    none(faults);
}

#[test]
fn no_two_words_touch() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        let mut words = words(&p.scene.marks);
        words.sort_by(|a, b| a.top.total_cmp(&b.top));
        for (i, a) in words.iter().enumerate() {
            for b in words[i + 1..].iter().take_while(|b| b.top < a.bottom) {
                let (x, y) = (a.right.min(b.right) - a.left.max(b.left), a.bottom.min(b.bottom) - b.top);
                if x > 0.5 && y > 0.5 {
                    faults.push(format!("{}: \"{}\" đè \"{}\" ({x:.0} × {y:.0} px)", p.name, a.text, b.text));
                }
            }
        }
    }
    none(faults);
}

#[test]
fn letters_are_large_enough_to_read() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        for w in words(&p.scene.marks) {
            if w.size < 12.0 {
                faults.push(format!("{}: \"{}\" chỉ {} px", p.name, w.text, w.size));
            }
            if w.text.trim().is_empty() {
                faults.push(format!("{}: chữ rỗng", p.name));
            }
        }
    }
    none(faults);
}

/// A word may be cut, but not to nothing: at least four letters remain, and the whole word where there is room.
#[test]
fn cut_words_can_be_recognised() {
    let mut faults = Vec::new();
    for p in pictures_and_choices() {
        for w in words(&p.scene.marks) {
            if w.text.ends_with('…') && w.text.chars().count() < 5 {
                faults.push(format!("{}: \"{}\" bị cắt", p.name, w.text));
            }
        }
    }
    none(faults);
}

#[test]
fn title_and_summary_tell_the_picture() {
    let hole = regex::Regex::new(r"\{[a-z0-9_]*\}?").unwrap();
    let mut faults = Vec::new();
    for f in figures_and_choices() {
        let (name, chart) = (&f.name, &f.chart);
        let mut said = vec![&chart.title, &chart.summary, &chart.subtitle];
        // A slope between one year and itself shows nothing, and says why.
        said.extend((!chart.is_empty()).then_some(&chart.latest));
        said.extend(&chart.key);
        for words in said {
            let double = words.contains("  ") || words.contains("..") || words.contains(" ,");
            if words.trim().is_empty() || hole.is_match(words) || words.contains('—') || double {
                faults.push(format!("{name}: \"{words}\""));
            }
        }
    }
    none(faults);
}

/// Who hears the summary hears where every series begins and ends; of provinces in order, who stands at the ends; of
/// all provinces between two years, how many rose and fell.
#[test]
fn the_summary_names_the_ends() {
    let mut faults = Vec::new();
    for f in figures() {
        let chart = &f.chart;
        let provincial = f.indicator.is_provincial();
        match chart.kind {
            Kind::Slope if provincial => {}
            Kind::Dots => {
                let data: Vec<_> = chart.series.iter().flat_map(|s| &s.data).collect();
                let values = || data.iter().map(|d| d.value);
                let (low, high) =
                    (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
                let flag = !chart.value_words.is_empty();
                for end in [low, high].into_iter().filter(|v| !flag || *v > 0.0) {
                    let named = |d: &&&ngay_so::figure::Datum| {
                        (d.value - end).abs() < 1e-9
                            && chart.summary.contains(&d.when)
                            && (flag || chart.summary.contains(&d.number))
                    };
                    if !data.iter().any(|d| named(&d)) {
                        faults
                            .push(format!("{}: lời tóm tắt thiếu đầu mút {end} ({})", f.name, chart.summary));
                    }
                }
            }
            _ => {
                for series in &chart.series {
                    for d in series.data.first().into_iter().chain(series.data.last()) {
                        if !chart.summary.contains(&d.number) || !chart.summary.contains(&series.name) {
                            faults.push(format!(
                                "{}: lời tóm tắt thiếu {} {} ({})",
                                f.name, series.name, d.number, chart.summary
                            ));
                        }
                    }
                }
            }
        }
    }
    none(faults);
}

#[test]
fn the_table_has_no_empty_head_and_every_row_a_source() {
    let mut faults = Vec::new();
    for f in figures_and_choices() {
        let table = Table::new(&f.chart);
        if table.head.iter().any(|h| h.trim().is_empty()) {
            faults.push(format!("{}: đầu cột rỗng {:?}", f.name, table.head));
        }
        let width = |row: &ngay_so::figure::table::Row| {
            4 + usize::from(row.name.is_some()) + usize::from(row.rank.is_some())
        };
        for row in &table.rows {
            if row.source.trim().is_empty() || row.when.trim().is_empty() || width(row) != table.head.len() {
                faults.push(format!("{}: dòng {row:?} dưới {:?}", f.name, table.head));
            }
        }
    }
    none(faults);
}
