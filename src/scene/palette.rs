//! The colours, once: by name, light and dark. `style/tokens.css` says the same to the page (a test compares), and
//! a picture that leaves the page carries them along.

use std::fmt::Write as _;

/// Name, light scheme, dark scheme.
pub const TOKENS: [(&str, &str, &str); 26] = [
    ("paper", "#FBF7EF", "#0E1628"),
    ("sheet", "#FFFDF8", "#152038"),
    ("ink", "#14213D", "#F2ECDD"),
    ("ink-2", "#4A556E", "#B4BACB"),
    ("rule", "#DDD5C4", "#2C3A57"),
    ("red", "#B3261E", "#F0776C"),
    ("gold", "#C98A00", "#E9B949"), // for shapes; words take the next
    ("gold-ink", "#8A5E00", "#E9B949"),
    ("green", "#1F6F54", "#5CC29B"),
    ("sea", "#1F5FA8", "#7FB2F0"),
    ("mute", "#6F6B61", "#8F97AB"),
    // Classes of a map, from few to many: light to dark by day, dark to light by night.
    ("class-1", "#E9E2C8", "#233A52"),
    ("class-2", "#C3D3B4", "#27556A"),
    ("class-3", "#8FBBA4", "#2F7480"),
    ("class-4", "#579A92", "#4B9A93"),
    ("class-5", "#2A7480", "#86C3A5"),
    ("class-6", "#154C66", "#D6E8BF"),
    // Changes, from a strong fall over none to a strong rise: gold and blue for eyes of every kind, and one way from
    // light to dark (by night the other way), so that falls and rises differ without colour, too.
    ("class-7", "#FFC62E", "#6B330C"),
    ("class-8", "#E6B154", "#85552A"),
    ("class-9", "#C9A26C", "#9A7A52"),
    ("class-10", "#9B958B", "#9C9FA6"),
    ("class-11", "#66859D", "#95BBD6"),
    ("class-12", "#3A6C95", "#BBDCF3"),
    ("class-13", "#15435F", "#EEF7FF"),
    ("land", "#EFE8D8", "#1B2944"),
    ("water", "#F4F1EA", "#101A30"),
];

/// Which colour each series takes, in order. After the fourth they come again, dashed; the shape of the points
/// (`figure::marks`) tells them apart without colour. The ninth is for what stands back.
pub const SERIES: [&str; 9] = ["red", "sea", "green", "ink", "red", "sea", "green", "ink", "mute"];

/// The tone classes (`t1`, `t2`, …) and the colour each stands for.
pub fn tones() -> impl Iterator<Item = (usize, &'static str)> {
    SERIES.iter().enumerate().map(|(i, name)| (i + 1, *name))
}

/// The classes of a map, from few to many, and after them those of a change: their number and their colour.
pub fn classes() -> impl Iterator<Item = (usize, &'static str)> {
    TOKENS.iter().filter(|t| t.0.starts_with("class-")).enumerate().map(|(i, t)| (i + 1, t.0))
}

/// The rules that dress marks, written once for the page (`style/components/marks.css` is checked against it) and
/// for pictures that stand alone.
pub const MARKS: &str = "\
text{font-family:\"Be Vietnam Pro\",\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif;font-kerning:none;fill:var(--ink)}\
.w6{font-weight:600}.w8{font-weight:800}\
.m-paper{fill:var(--paper)}\
.m-grid{stroke:var(--rule);stroke-width:1}\
.m-baseline{stroke:var(--ink);stroke-width:1.5}\
.m-tick{fill:var(--ink-2)}\
.m-line{fill:none;stroke:var(--tone);stroke-width:3;stroke-linejoin:round;stroke-linecap:round}\
.m-line.t5,.m-line.t6,.m-line.t7,.m-line.t8{stroke-dasharray:7 5;stroke-linecap:butt}\
.m-line.t9{stroke-width:1;stroke-opacity:.55}\
.m-band{fill:var(--tone);fill-opacity:.16}\
.m-point{fill:var(--tone);stroke:var(--tone);stroke-width:2;stroke-linejoin:round}\
.m-point.t9{stroke:none;fill-opacity:.6}\
.m-stem{stroke:var(--tone);stroke-width:2}\
.m-stem.t9{stroke-width:3}\
.m-row{stroke:var(--rule);stroke-width:1;stroke-dasharray:1 3}\
.m-ref{stroke:var(--ink-2);stroke-width:1.25;stroke-dasharray:5 4}\
.m-moment{stroke:var(--ink-2);stroke-width:1;stroke-dasharray:2 3}\
.m-ref-label,.m-moment-label{fill:var(--ink-2)}\
.m-head{fill:var(--ink)}\
.m-name{fill:var(--ink);stroke:var(--paper);stroke-width:3;stroke-linejoin:round;paint-order:stroke}\
.m-hollow{fill:var(--paper);stroke:var(--tone);stroke-width:2.5}\
.m-bar,.m-key{fill:var(--tone)}\
.m-bar-hollow{stroke:var(--tone);stroke-width:1.5}\
.m-bar-key{fill:var(--paper);stroke:var(--tone);stroke-width:1}\
.m-end,.m-value{fill:var(--tone)}\
.m-value.t1{fill:var(--ink)}\
.m-remark{fill:var(--ink)}\
.m-province,.m-no-data{stroke:var(--paper);stroke-width:.75;stroke-linejoin:round}\
.m-province{fill:var(--class)}\
.m-hatch-ground{fill:var(--land)}\
.m-hatch{fill:none;stroke:var(--mute);stroke-width:1}\
.m-border{fill:none;stroke:var(--paper);stroke-width:1;stroke-dasharray:2.5 2}\
.m-outline{fill:none;stroke:var(--ink);stroke-width:1;stroke-linejoin:round}\
.m-outline.t2{stroke:var(--ink-2);stroke-width:.5}\
.m-islet{fill:var(--class);stroke:var(--ink);stroke-width:.6}\
.m-islet-none{fill:var(--paper);stroke:var(--ink-2);stroke-width:.75}\
.m-map-label{fill:var(--ink);stroke:var(--paper);stroke-width:3;stroke-linejoin:round;paint-order:stroke}\
.m-leader{stroke:var(--ink);stroke-width:.75}\
.m-model{fill:var(--red);stroke:var(--paper);stroke-width:1.25}\
.m-spot{fill:var(--paper);stroke:var(--ink);stroke-width:1.25}\
.m-sea-label{fill:var(--sea);letter-spacing:.12em}\
.m-frame{fill:none;stroke:var(--rule)}\
.m-caption{fill:var(--ink-2)}\
.m-sun{fill:var(--red)}";

/// The style of a picture that stands alone: colours of both schemes, then the marks.
pub fn standalone() -> String {
    let mut out = String::with_capacity(3000);
    out.push_str(":root{");
    for (name, light, _) in TOKENS {
        let _ = write!(out, "--{name}:{light};");
    }
    out.push_str("}@media (prefers-color-scheme:dark){:root{");
    for (name, _, dark) in TOKENS {
        let _ = write!(out, "--{name}:{dark};");
    }
    out.push_str("}}");
    for (tone, name) in tones() {
        let _ = write!(out, ".t{tone}{{--tone:var(--{name})}}");
    }
    for (class, name) in classes() {
        let _ = write!(out, ".m-province.t{class},.m-islet.t{class}{{--class:var(--{name})}}");
    }
    out.push_str(MARKS);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(hex: &str) -> f64 {
        let channel = |i: usize| {
            let v = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0;
            if v <= 0.04045 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn token(name: &str) -> (&'static str, &'static str) {
        TOKENS.iter().find(|t| t.0 == name).map(|t| (t.1, t.2)).unwrap()
    }

    #[test]
    fn text_and_series_stand_out_on_every_ground() {
        for ground in ["paper", "sheet"] {
            let ground = token(ground);
            for (name, least) in [
                ("ink", 7.0),
                ("ink-2", 4.5),
                ("red", 4.5),
                ("sea", 4.5),
                ("green", 4.5),
                ("gold-ink", 4.5),
                ("mute", 4.5),
            ] {
                let color = token(name);
                let seen = contrast(color.0, ground.0).min(contrast(color.1, ground.1));
                assert!(seen >= least, "{name}: {seen:.2} < {least}");
            }
        }
    }

    #[test]
    fn map_classes_go_one_way_and_neighbours_differ() {
        let classes: Vec<_> = (1..=6).map(|i| token(&format!("class-{i}"))).collect();
        for pair in classes.windows(2) {
            let [(light_a, dark_a), (light_b, dark_b)] = [pair[0], pair[1]];
            assert!(luminance(light_a) > luminance(light_b) && luminance(dark_a) < luminance(dark_b));
            assert!(contrast(light_a, light_b) >= 1.2 && contrast(dark_a, dark_b) >= 1.2, "{pair:?}");
        }
        assert!(contrast(classes[0].0, classes[5].0) >= 4.5 && contrast(classes[0].1, classes[5].1) >= 4.5);
    }

    #[test]
    fn falls_and_rises_differ_without_colour() {
        let schemes: [(&str, fn(&str) -> &'static str); 3] = [
            ("sáng", |name| token(name).0),
            ("tối", |name| token(name).1),
            ("in", |name| crate::scene::dress::colour(name, crate::scene::dress::Scheme::Print).unwrap()),
        ];
        for (scheme, of) in schemes {
            let grey: Vec<f64> = (7..=13).map(|i| luminance(of(&format!("class-{i}")))).collect();
            let one_way = |a: f64, b: f64| if scheme == "tối" { a < b } else { a > b };
            assert!(grey.windows(2).all(|p| one_way(p[0], p[1])), "{scheme}: {grey:?}");
            for (i, j) in (7..13).map(|i| (i, i + 1)) {
                let seen = contrast(of(&format!("class-{i}")), of(&format!("class-{j}")));
                assert!(seen >= 1.2, "{scheme}, lớp {i} và {j}: {seen:.2}");
            }
            // A fall and a rise of the same strength.
            assert!(contrast(of("class-9"), of("class-11")) >= 1.5, "{scheme}");
            assert!(contrast(of("class-8"), of("class-12")) >= 2.5, "{scheme}");
            assert!(contrast(of("class-7"), of("class-13")) >= 4.5, "{scheme}");
        }
    }

    #[test]
    fn words_on_the_map_stand_out_on_every_class() {
        // Words carry a halo of paper, so they are read against paper; the lines against what they cross.
        for scheme in 0..2 {
            let of = |name: &str| if scheme == 0 { token(name).0 } else { token(name).1 };
            for word in ["ink", "sea"] {
                assert!(contrast(of(word), of("paper")) >= 4.5, "{word}");
            }
            for class in 1..=13 {
                let fill = of(&format!("class-{class}"));
                let lines = contrast(of("ink"), fill).max(contrast(of("paper"), fill));
                assert!(lines >= 3.0, "lớp {class}: {lines:.2}");
            }
        }
    }

    #[test]
    fn map_classes_can_be_told_apart_without_colour_vision() {
        for scheme in 0..2 {
            let of = |i: usize| {
                let t = token(&format!("class-{i}"));
                if scheme == 0 { t.0 } else { t.1 }
            };
            for group in [1..=6, 7..=13] {
                for (i, j) in
                    group.clone().flat_map(|i| group.clone().map(move |j| (i, j))).filter(|(i, j)| i < j)
                {
                    for matrix in BLINDNESS {
                        let distance = apart(&matrix, of(i), of(j));
                        assert!(distance > 0.09, "lớp {i} và {j}: {distance:.3}");
                    }
                }
            }
        }
    }

    /// Machado et al. 2009, full deuteranopia, protanopia and tritanopia, on linear light.
    const BLINDNESS: [[[f64; 3]; 3]; 3] = [
        [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
        [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
        [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
    ];

    /// How far apart two colours are for such an eye. Distance in CIE Lab-like terms is approximated by linear
    /// differences, which is enough to catch two colours that fall together.
    fn apart(matrix: &[[f64; 3]; 3], a: &str, b: &str) -> f64 {
        let linear = |hex: &str| -> [f64; 3] {
            [1, 3, 5]
                .map(|i| f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0)
                .map(|v: f64| v.powf(2.2))
        };
        let seen = |hex: &str| {
            let v = linear(hex);
            matrix.map(|row| row.iter().zip(v).map(|(k, c)| k * c).sum::<f64>().max(0.0).powf(1.0 / 2.2))
        };
        let (x, y) = (seen(a), seen(b));
        x.iter().zip(y).map(|(p, q)| (p - q) * (p - q)).sum::<f64>().sqrt()
    }

    #[test]
    fn series_can_be_told_apart_without_colour_vision() {
        const HUES: &[&str] = SERIES.split_at(4).0;
        for pick in [0, 1] {
            let of = |name: &str| if pick == 0 { token(name).0 } else { token(name).1 };
            for (i, a) in HUES.iter().enumerate() {
                for b in &HUES[i + 1..] {
                    for matrix in &BLINDNESS[..2] {
                        let distance = apart(matrix, of(a), of(b));
                        assert!(distance > 0.12, "{a}/{b}: {distance:.3}");
                    }
                }
            }
        }
    }
}
