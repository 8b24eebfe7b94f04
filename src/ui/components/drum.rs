//! The mark of the page: a bronze-drum sun whose rings are real text in UTF-8 bits. A radial stroke is 1, a small
//! circle is 0, read clockwise from the top.
//!
//! Each ring is one circle: its dash pattern carries the bits, so the whole drum is a few kilobytes.

use crate::scene::sun::MARK;
use crate::scene::svg::num;
use leptos::prelude::*;
use std::f64::consts::{FRAC_PI_2, TAU};
use std::fmt::Write as _;

/// The rings, from inside: text, radius, height of a stroke, its share of a bit's width.
const RINGS: [(&str, u32, u32); 4] = [
    ("10/1010/1010/10", 144, 22),
    ("chuyển đổi số", 212, 34),
    ("Không ai bị bỏ lại phía sau", 286, 30),
    ("đi từng ngõ, gõ từng nhà, hướng dẫn từng người", 333, 22),
];

/// Length that each bit takes on a ring's path.
const BIT: usize = 10;

/// The large drum of the home page; decorative, its meaning is told beside it.
pub fn drum() -> AnyView {
    let rings = RINGS.map(|(text, radius, height)| ring(text, radius, height)).into_iter().collect_view();
    let plain = [122, 161, 188, 236, 262, 308, 350, 373]
        .map(|r| view! { <circle class="d-line" r=r/> })
        .into_iter()
        .collect_view();
    let bold =
        [127, 166, 241, 313].map(|r| view! { <circle class="d-line bold" r=r/> }).into_iter().collect_view();
    let teeth = [teeth(169.0, 15.0, 72), teeth(258.0, -14.0, 96), teeth(354.0, 16.0, 140)]
        .map(|d| view! { <path class="d-solid" d=d/> })
        .into_iter()
        .collect_view();
    view! {
        <svg class="drum" viewBox="-376 -376 752 752" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
            <path class="d-sun" d=sun(112.0, 50.0)/>
            <path class="d-feather" d=feathers()/>
            {plain}{bold}{teeth}{rings}
        </svg>
    }
    .into_any()
}

/// The small mark of the header.
pub fn mark() -> AnyView {
    view! {
        <svg class="mark" viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
            <path class="d-sun" d=MARK/>
            <circle class="d-line" r=36 stroke-width=3/>
            <circle class="d-line" r=46 stroke-width=4/>
        </svg>
    }
    .into_any()
}

/// One ring of text.
fn ring(text: &str, radius: u32, height: u32) -> AnyView {
    let bits = bits(text);
    let length = bits.len() * BIT;
    // A circle is a little narrower than its bit, so that two zeros side by side stay two.
    let bit = f64::from(radius) * TAU / bits.len() as f64;
    let dot = tenth((bit * 0.86).min(f64::from(height) * 0.5));
    let hole = tenth(dot - 2.4);
    let ones = ones(&bits);
    let zeros = zeros(&bits);
    view! {
        <circle class="d-ones" r=radius pathLength=length stroke-width=height stroke-dasharray=ones transform="rotate(-90)"/>
        <circle class="d-zeros" r=radius pathLength=length stroke-width=num(dot) stroke-dasharray=zeros.clone() transform="rotate(-90)"/>
        <circle class="d-holes" r=radius pathLength=length stroke-width=num(hole) stroke-dasharray=zeros transform="rotate(-90)"/>
    }
    .into_any()
}

/// The bits of a text, most significant first.
fn bits(text: &str) -> Vec<bool> {
    text.bytes().flat_map(|byte| (0..8).rev().map(move |i| byte >> i & 1 == 1)).collect()
}

/// Dashes of three tenths of a bit for each 1, in the middle of the bit.
fn ones(bits: &[bool]) -> String {
    dashes(bits, true, 3, BIT - 3, 3)
}

/// Dashes of no length for each 0: with round ends they are dots.
fn zeros(bits: &[bool]) -> String {
    dashes(bits, false, 0, BIT, 5)
}

/// A dash pattern: `dash` for each bit that equals `want`, gaps summed up between; `lead` before the first.
fn dashes(bits: &[bool], want: bool, dash: usize, rest: usize, lead: usize) -> String {
    let mut out = String::new();
    // A pattern starts with a dash; one of no length lets it start with a gap instead.
    let mut gap = lead;
    let mut first = true;
    for bit in bits {
        if *bit == want {
            let _ = if first { write!(out, "0 {gap} {dash}") } else { write!(out, " {gap} {dash}") };
            first = false;
            gap = rest;
        } else {
            gap += BIT;
        }
    }
    let _ = write!(out, " {}", gap.saturating_sub(lead));
    out
}

/// A sun of fourteen rays, as on the drum of Ngọc Lũ.
fn sun(outer: f64, inner: f64) -> String {
    let mut d = String::new();
    for i in 0..28 {
        let r = if i % 2 == 0 { outer } else { inner };
        let _ = write!(d, "{}{}", if i == 0 { 'M' } else { 'L' }, at(r, f64::from(i) / 28.0));
    }
    d.push('Z');
    d
}

/// Three small chevrons between each two rays.
fn feathers() -> String {
    let mut d = String::new();
    for i in 0..14 {
        let turn = (f64::from(i) + 0.5) / 14.0;
        for r in [78.0, 92.0, 106.0] {
            let _ = write!(d, "M{}L{}L{}", at(r, turn - 0.012), at(r - 13.0, turn), at(r, turn + 0.012));
        }
    }
    d
}

/// A ring of saw teeth, relative and to the tenth, because there are hundreds.
fn teeth(radius: f64, height: f64, count: u32) -> String {
    let mut d = String::new();
    let mut here = (0.0, 0.0);
    for i in 0..=count * 2 {
        let r = if i % 2 == 0 { radius } else { radius + height };
        let (sin, cos) = sin_cos(f64::from(i) / f64::from(count * 2));
        let to = (r * sin, -r * cos);
        let step = (tenth(to.0 - here.0), tenth(to.1 - here.1));
        let _ = write!(d, "{}{} {}", if i == 0 { 'M' } else { 'l' }, num(step.0), num(step.1));
        here = (here.0 + step.0, here.1 + step.1);
    }
    // The inner edge, the other way round, so that only the teeth are filled.
    let _ = write!(d, "M0 {0}A{1} {1} 0 1 0 .1 {0}Z", num(-radius), num(radius));
    d
}

fn tenth(v: f64) -> f64 {
    (v * 10.0).round() / 10.0
}

fn at(radius: f64, turn: f64) -> String {
    let (sin, cos) = sin_cos(turn);
    format!("{} {}", num(tenth(radius * sin)), num(tenth(-radius * cos)))
}

/// Sine and cosine of a share of a full turn, by their series on a quarter turn: good to nine digits, the same on
/// every machine, and a fraction of the library's weight.
fn sin_cos(turn: f64) -> (f64, f64) {
    let quarters = (turn.rem_euclid(1.0) * 4.0).floor();
    let x = (turn.rem_euclid(1.0) * 4.0 - quarters) * FRAC_PI_2;
    let (mut sin, mut cos, mut term) = (0.0, 0.0, 1.0);
    for n in 0..16_u32 {
        let sign = if n / 2 % 2 == 0 { 1.0 } else { -1.0 };
        *(if n % 2 == 0 { &mut cos } else { &mut sin }) += sign * term;
        term *= x / f64::from(n + 1);
    }
    match quarters as u8 {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may fail where it stands
mod tests {
    use super::*;

    /// Reads a ring back as a reader with a ruler would: where dashes begin, there are ones.
    fn read(pattern: &str, count: usize) -> String {
        let lengths: Vec<usize> = pattern.split(' ').map(|n| n.parse().unwrap()).collect();
        let mut found = vec![false; count];
        let mut along = 0;
        for pair in lengths.chunks(2) {
            if pair[0] > 0 {
                found[along / BIT] = true;
            }
            along += pair[0] + pair.get(1).unwrap_or(&0);
        }
        assert_eq!(along, count * BIT, "the pattern closes");
        let bytes = found.chunks(8).map(|b| b.iter().fold(0_u8, |n, bit| n << 1 | u8::from(*bit))).collect();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_rings_can_be_read() {
        for (text, ..) in RINGS {
            let bits = bits(text);
            assert_eq!(read(&ones(&bits), bits.len()), text);
        }
    }

    #[test]
    fn the_mark_is_the_sun_and_the_series_are_sine_and_cosine() {
        assert_eq!(MARK, sun(30.0, 14.0));
        for i in -20..40 {
            let turn = f64::from(i) / 13.0;
            let (sin, cos) = sin_cos(turn);
            assert!((sin - (turn * TAU).sin()).abs() < 1e-9 && (cos - (turn * TAU).cos()).abs() < 1e-9);
        }
    }

    #[test]
    fn the_drum_is_light() {
        let html = Owner::new().with(|| drum().to_html());
        assert!(html.len() < 20_000, "{} bytes", html.len());
    }
}
