//! Without colour: with every hue mapped to one grey, series are still told apart, and each is still named.
//!
//! Only what stands in the tree of elements and in the rules that dress them counts: geometry, dashes, widths, words.

use crate::all::{Picture, pictures_and_choices};
use crate::marks::corners;
use crate::none;
use ngay_so::figure::{ChartSeries, Kind};
use ngay_so::scene::palette::MARKS;
use ngay_so::scene::svg::{Node, Tag, content};
use std::collections::{BTreeMap, BTreeSet};

fn get<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
    node.attrs.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

fn number(node: &Node, name: &str) -> f64 {
    get(node, name).map_or(0.0, |value| value.parse().unwrap())
}

fn has(node: &Node, class: &str) -> bool {
    get(node, "class").is_some_and(|all| all.split(' ').any(|c| c == class))
}

/// The tone of an element: `t3`. Where all hues are one grey it means nothing by itself; rules may hang dashes on it.
fn tone(node: &Node) -> &str {
    get(node, "class").and_then(|c| c.split(' ').nth(1)).unwrap_or_default()
}

/// What the rules say of a property for an element, after all colours became one grey.
fn look(classes: &str, property: &str) -> Option<String> {
    let mut found: Option<(usize, String)> = None;
    for rule in MARKS.split_terminator('}') {
        let (selectors, body) = rule.split_once('{').unwrap();
        for selector in selectors.split(',') {
            let needed: Vec<&str> = selector.split('.').skip(1).collect();
            let fits = !needed.is_empty() && needed.iter().all(|n| classes.split(' ').any(|c| c == *n));
            if !fits || found.as_ref().is_some_and(|(weight, _)| *weight > needed.len()) {
                continue;
            }
            for declaration in body.split(';') {
                let (name, value) = declaration.split_once(':').unwrap();
                if name == property {
                    let value = if value.contains("var(") { "grey" } else { value };
                    found = Some((needed.len(), value.to_owned()));
                }
            }
        }
    }
    found.map(|(_, value)| value)
}

/// Left, top, right, bottom.
fn extent(node: &Node) -> (f64, f64, f64, f64) {
    match node.tag {
        Tag::Circle => {
            let (x, y, r) = (number(node, "cx"), number(node, "cy"), number(node, "r"));
            (x - r, y - r, x + r, y + r)
        }
        Tag::Rect => {
            let (x, y) = (number(node, "x"), number(node, "y"));
            (x, y, x + number(node, "width"), y + number(node, "height"))
        }
        Tag::Path => {
            let all = corners(get(node, "d").unwrap());
            all.into_iter()
                .fold((f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY), |e, (x, y)| {
                    (e.0.min(x), e.1.min(y), e.2.max(x), e.3.max(y))
                })
        }
        _ => panic!("{node:?}"),
    }
}

/// The form of a mark, whatever its place and size: its corners as shares of its box, in quarters.
fn form(node: &Node) -> String {
    let (left, top, right, bottom) = extent(node);
    match node.tag {
        Tag::Circle => "tròn".into(),
        Tag::Rect => "vuông".into(),
        _ => {
            let share = |v: f64, from: f64, to: f64| ((v - from) / (to - from) * 4.0).round() as i64;
            let all: BTreeSet<(i64, i64)> = corners(get(node, "d").unwrap())
                .into_iter()
                .map(|(x, y)| (share(x, left, right), share(y, top, bottom)))
                .collect();
            format!("{all:?}")
        }
    }
}

/// How a series looks in grey: the forms of its points, and the dash of its line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Looks {
    forms: BTreeSet<String>,
    dash: Option<String>,
}

fn looks(nodes: &[Node], series: &ChartSeries) -> Looks {
    let mine: Vec<&Node> =
        nodes.iter().filter(|n| get(n, "data-series") == Some(series.id.as_str())).collect();
    let mut out = Looks::default();
    for node in &mine {
        if has(node, "m-bar") || has(node, "m-bar-hollow") {
            // A bar is told by the sign on it.
            let (left, top, right, bottom) = extent(node);
            let on = |n: &&Node| {
                let (l, t, r, b) = extent(n);
                l >= left - 0.01 && r <= right + 0.01 && t >= top && b <= bottom
            };
            out.forms.extend(nodes.iter().filter(|n| has(n, "m-bar-key")).filter(on).map(form));
        } else {
            out.forms.insert(form(node));
        }
    }
    let tones: BTreeSet<&str> = mine.iter().map(|n| tone(n)).collect();
    let line = nodes.iter().find(|n| has(n, "m-line") && tones.contains(tone(n)));
    out.dash =
        line.map(|n| look(get(n, "class").unwrap(), "stroke-dasharray").unwrap_or_else(|| "liền".into()));
    out
}

fn says(text: &str, name: &str) -> bool {
    let cut = text.strip_suffix('…').map(|w| w.trim_end().trim_start_matches(|c: char| !c.is_alphabetic()));
    text.contains(name) || cut.is_some_and(|w| w.chars().count() > 3 && name.starts_with(w))
}

/// Whether a legend, a head, or a word at its end names a series without help of colour.
fn is_named(p: &Picture, nodes: &[Node], s: usize, series: &ChartSeries, looks: &Looks) -> bool {
    let words = nodes.iter().filter(|n| n.tag == Tag::Text && says(&n.text, &series.name));
    for word in words {
        let (x, y) = (number(word, "x"), number(word, "y"));
        if has(word, "m-head") {
            return true;
        }
        // A legend: the sign left of the name is the sign of the series.
        let key = nodes.iter().filter(|n| has(n, "m-key")).find(|n| {
            let (_, top, right, bottom) = extent(n);
            right <= x && x - right < 14.0 && top - 8.0 < y && bottom + 8.0 > y
        });
        if key.is_some_and(|key| looks.forms.contains(&form(key))) {
            return true;
        }
        // A name at the end: at the height of the last point, or with a line to it.
        let last = p.scene.hits.iter().rfind(|h| h.series == s).unwrap();
        let leads = nodes.iter().filter(|n| has(n, "m-leader")).any(|n| {
            let (from, to) = ((number(n, "x1"), number(n, "y1")), (number(n, "x2"), number(n, "y2")));
            (from.1 - last.y).abs() < 1.0 && from.0 >= last.x && (to.1 - (y - 5.0)).abs() < 6.0
        });
        let beside = x > last.x && (y - 5.0 - last.y).abs() < 6.0;
        // Slopes write their names in the order of their ends, beside them.
        let in_order = p.figure.chart.kind == Kind::Slope && x > last.x;
        if has(word, "m-end") && (leads || beside || in_order) {
            return true;
        }
    }
    false
}

#[test]
fn series_are_told_apart_without_colour() {
    let mut faults = Vec::new();
    let mut pairs = 0;
    for p in pictures_and_choices() {
        let nodes = content(&p.scene);
        let chart = &p.figure.chart;
        // Groups of rows, and small pictures, are told apart by their heads.
        let apart = matches!(chart.kind, Kind::Dots | Kind::Multiples);
        let forward: Vec<_> = chart.series.iter().enumerate().filter(|(_, s)| s.tone != 8).collect();
        let seen: BTreeMap<usize, Looks> =
            forward.iter().map(|(s, series)| (*s, looks(&nodes, series))).collect();
        for (i, (s, series)) in forward.iter().enumerate() {
            if !series.name.is_empty() && !is_named(p, &nodes, *s, series, &seen[s]) {
                faults.push(format!(
                    "{}: {} không được nêu tên khi mất màu {:?}",
                    p.name, series.name, seen[s]
                ));
            }
            for (t, other) in forward[i + 1..].iter().filter(|_| !apart) {
                pairs += 1;
                if seen[s].forms.is_empty()
                    || seen[s] == seen[t]
                    || !seen[s].forms.is_disjoint(&seen[t].forms)
                {
                    faults.push(format!(
                        "{}: {} và {} giống nhau: {:?}",
                        p.name, series.name, other.name, seen[s]
                    ));
                }
            }
        }
    }
    assert!(pairs > 1000, "{pairs}");
    none(faults);
}

/// The ninth tone, what stands back, is thinner and smaller than what stands out.
#[test]
fn what_stands_back_is_thin() {
    let width = |classes: &str| look(classes, "stroke-width").unwrap().parse::<f64>().unwrap();
    for t in 1..=8 {
        assert!(width("m-line t9") <= width(&format!("m-line t{t}")) / 2.0);
    }
    let mut faults = Vec::new();
    for p in pictures_and_choices().iter().filter(|p| p.figure.chart.kind == Kind::Slope) {
        let nodes = content(&p.scene);
        let size = |n: &Node| extent(n).2 - extent(n).0;
        let points = || nodes.iter().filter(|n| get(n, "data-series").is_some());
        let back = points().filter(|n| tone(n) == "t9").map(size).fold(0.0, f64::max);
        let front = points().filter(|n| tone(n) != "t9").map(size).fold(f64::INFINITY, f64::min);
        if back * 1.3 > front {
            faults.push(format!("{}: {back} và {front}", p.name));
        }
    }
    none(faults);
}

/// The reader's own province, the chosen ones and the others have forms of their own; the chosen ones are larger.
#[test]
fn ones_own_province_is_found_without_colour() {
    let mut faults = Vec::new();
    let mut chosen = 0;
    for p in pictures_and_choices().iter().filter(|p| p.figure.chart.kind == Kind::Dots) {
        let nodes = content(&p.scene);
        let mut forms: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
        for n in nodes.iter().filter(|n| get(n, "data-series").is_some()) {
            forms.entry(tone(n)).or_default().insert(form(n));
            sizes.insert(tone(n), extent(n).2 - extent(n).0);
        }
        chosen += usize::from(forms.len() > 1);
        let told: BTreeSet<&BTreeSet<String>> = forms.values().collect();
        let others = sizes["t2"];
        let larger = sizes.iter().all(|(t, size)| *t == "t2" || *size > others * 1.2);
        if told.len() != forms.len() || forms.values().any(|f| f.len() != 1) || !larger {
            faults.push(format!("{}: {forms:?} {sizes:?}", p.name));
        }
    }
    assert!(chosen > 50, "{chosen}");
    none(faults);
}

/// What is not verified is told by its form of drawing: hollow, or hatched.
#[test]
fn the_unverified_is_told_without_colour() {
    assert_ne!(look("m-hollow t1", "fill"), look("m-hollow t1", "stroke-width"));
    let paper = |class: &str| {
        let rule = MARKS.split('}').find(|r| r.starts_with(&format!(".{class}{{"))).unwrap();
        rule.contains("fill:var(--paper)")
    };
    assert!(paper("m-hollow") && !paper("m-point"));
    for p in pictures_and_choices() {
        for n in content(&p.scene).iter().filter(|n| has(n, "m-bar-hollow")) {
            assert!(get(n, "fill").is_some_and(|f| f.starts_with("url(#")), "{}", p.name);
        }
    }
}
