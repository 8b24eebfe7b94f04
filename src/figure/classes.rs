//! Classes of a map: natural breaks (optimal one-dimensional k-means), groups of ranks, yes and no.

use crate::text::sort;
/// The most classes a map has, as there are colours.
pub const MOST: usize = 6;

/// A class by its lowest and highest value, both inside.
pub type Range = (f64, f64);

/// Natural breaks: at most `most` ranges, ascending, such that the squares of the distances to the class means are
/// least. Equal values stand together, so few distinct values make few classes.
pub fn natural(values: &[f64], most: usize) -> Vec<Range> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sort::by(&mut sorted, f64::total_cmp);
    let mean = sorted.iter().sum::<f64>() / sorted.len().max(1) as f64;
    let mut distinct: Vec<(f64, f64)> = Vec::new(); // value and how often
    for value in sorted {
        match distinct.last_mut() {
            Some((last, count)) if *last >= value => *count += 1.0,
            _ => distinct.push((value, 1.0)),
        }
    }
    let n = distinct.len();
    let classes = most.min(n);
    if classes == 0 {
        return Vec::new();
    }
    // Running sums of weight, value and square; centred, so that nothing is lost in the differences.
    let mut sums = vec![(0.0, 0.0, 0.0)];
    let mut run = (0.0, 0.0, 0.0);
    for (value, count) in &distinct {
        let v = value - mean;
        run = (run.0 + count, run.1 + count * v, run.2 + count * v * v);
        sums.push(run);
    }
    let spread = |from: usize, to: usize| -> f64 {
        let (Some(a), Some(b)) = (sums.get(from), sums.get(to)) else { return f64::INFINITY };
        let weight = b.0 - a.0;
        if weight > 0.0 { (b.2 - a.2) - (b.1 - a.1).powi(2) / weight } else { 0.0 }
    };
    // best.get(j): least cost of the first j values in so many classes; cuts say where the last class begins.
    let mut best: Vec<f64> = (0..=n).map(|j| spread(0, j)).collect();
    let mut cuts: Vec<Vec<usize>> = Vec::new();
    for class in 1..classes {
        let at = |j: usize| {
            let ways = (class..j).map(|i| (i, best.get(i).copied().unwrap_or(f64::INFINITY) + spread(i, j)));
            ways.min_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or((j, f64::INFINITY))
        };
        let (cut, cost): (Vec<usize>, Vec<f64>) = (0..=n).map(at).unzip();
        cuts.push(cut);
        best = cost;
    }
    let mut ranges = Vec::with_capacity(classes);
    let mut end = n;
    for cut in cuts.iter().rev().map(Some).chain([None]) {
        let start = cut.and_then(|c| c.get(end)).copied().unwrap_or(0);
        if let (Some((low, _)), Some((high, _))) = (distinct.get(start), distinct.get(end.wrapping_sub(1))) {
            ranges.push((*low, *high));
        }
        end = start;
    }
    ranges.reverse();
    ranges
}

/// Groups of ranks from the best down: 1–10, 11–20, … The last group takes what is left.
pub fn ranks(last: usize) -> Vec<Range> {
    let groups = MOST.min(last);
    let width = last / groups.max(1);
    let edge = |i: usize| if i == groups { last } else { i * width };
    (0..groups).map(|i| ((edge(i) + 1) as f64, edge(i + 1) as f64)).collect()
}

/// The colours (0 lightest, 5 darkest) of `count` classes, spread over all six.
pub fn tones(count: usize) -> Vec<u8> {
    let last = MOST - 1;
    match count {
        0 => Vec::new(),
        1 => vec![3],
        2 => vec![0, 4],
        _ => (0..count.min(MOST)).map(|i| ((i * last * 2 + count - 1) / (2 * (count - 1))) as u8).collect(),
    }
}

/// Classes of a change: falls, about the same, rises.
#[derive(Clone, Debug, PartialEq)]
pub struct Diverging {
    /// From the strongest fall to the strongest rise, each with its colour. The middle one is always there.
    pub ranges: Vec<(Range, u8)>,
    /// A change smaller than this counts as none; 0 where only no change at all does.
    pub within: f64,
}

/// The colours of a change: three of falls, the strongest first, about the same, three of rises. They follow the six
/// of [`tones`].
pub const CHANGE: [u8; 7] = [6, 7, 8, SAME, 10, 11, 12];

/// The colour of no change.
pub const SAME: u8 = 9;

/// Divides changes into falls and rises, three classes each at most, around a middle that reaches a quarter of the
/// usual change (the median) to both sides, rounded down to 1, 2 or 5 of a decimal place.
pub fn diverging(values: &[f64], decimals: usize) -> Diverging {
    let step = 10_f64.powi(-(decimals as i32));
    let mut sizes: Vec<f64> = values.iter().filter(|v| v.is_finite()).map(|v| v.abs()).collect();
    sort::by(&mut sizes, f64::total_cmp);
    let usual = sizes.get(sizes.len().saturating_sub(1) / 2).copied().unwrap_or_default();
    let width = round_width(usual / 4.0, step);
    let middle = width - step / 2.0;
    let side = |sign: f64| -> Vec<(Range, u8)> {
        let beyond: Vec<f64> = values.iter().map(|v| v * sign).filter(|v| *v > middle).collect();
        let ranges = natural(&beyond, 3);
        // How far from the middle the colours lie.
        let far: &[u8] = match ranges.len() {
            1 => &[2],
            2 => &[1, 3],
            _ => &[1, 2, 3],
        };
        ranges.into_iter().zip(far.iter().copied()).collect()
    };
    let down = side(-1.0).into_iter().rev().map(|((low, high), far)| ((-high, -low), SAME - far));
    let up = side(1.0).into_iter().map(|(range, far)| (range, SAME + far));
    let ranges = down.chain([((-middle, middle), SAME)]).chain(up).collect();
    Diverging { ranges, within: if width > step * 1.5 { width } else { 0.0 } }
}

/// The largest of 1, 2, 5, 10, … times the step that is no more than asked; at least the step.
fn round_width(asked: f64, step: f64) -> f64 {
    let mut width = step;
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(45) {
        if width * factor > asked * 1.000_001 {
            break;
        }
        width *= factor;
    }
    width
}

/// The class in which a value stands.
pub fn class_of(ranges: &[Range], value: f64) -> Option<usize> {
    ranges.iter().position(|(low, high)| value >= *low && value <= *high)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(groups: &[&[f64]]) -> f64 {
        let one = |g: &[f64]| {
            let mean = g.iter().sum::<f64>() / g.len() as f64;
            g.iter().map(|v| (v - mean).powi(2)).sum::<f64>()
        };
        groups.iter().map(|g| one(g)).sum()
    }

    /// The least cost over every way to cut a sorted list into `k` runs.
    fn brute(sorted: &[f64], k: usize) -> f64 {
        if k == 1 {
            return cost(&[sorted]);
        }
        (1..=sorted.len() - (k - 1))
            .map(|cut| cost(&[&sorted[..cut]]) + brute(&sorted[cut..], k - 1))
            .fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn natural_breaks_are_the_best_there_are() {
        let mut seed = 7_u32;
        for n in 2..=11 {
            for k in 2..=n.min(5) {
                let mut values: Vec<f64> = (0..n)
                    .map(|_| {
                        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                        f64::from(seed >> 16) / 97.0
                    })
                    .collect();
                let ranges = natural(&values, k);
                sort::by(&mut values, f64::total_cmp);
                let groups: Vec<Vec<f64>> = ranges
                    .iter()
                    .map(|(a, b)| values.iter().copied().filter(|v| v >= a && v <= b).collect())
                    .collect();
                assert_eq!(groups.iter().map(Vec::len).sum::<usize>(), n);
                let groups: Vec<&[f64]> = groups.iter().map(Vec::as_slice).collect();
                assert!((cost(&groups) - brute(&values, k)).abs() < 1e-6, "{n} giá trị, {k} lớp");
            }
        }
    }

    #[test]
    fn ties_stand_together_and_few_values_make_few_classes() {
        assert_eq!(natural(&[1.0, 1.0, 1.0, 2.0, 2.0, 9.0], 6), [(1.0, 1.0), (2.0, 2.0), (9.0, 9.0)]);
        assert_eq!(natural(&[1.0, 1.0, 1.0, 2.0, 2.0, 9.0], 2), [(1.0, 2.0), (9.0, 9.0)]);
        assert_eq!(natural(&[4.0; 5], 6), [(4.0, 4.0)]);
        assert!(natural(&[], 6).is_empty());
    }

    #[test]
    fn sixty_three_ranks_go_by_tens() {
        let tens = [(1.0, 10.0), (11.0, 20.0), (21.0, 30.0), (31.0, 40.0), (41.0, 50.0), (51.0, 63.0)];
        assert_eq!(ranks(63), tens);
        assert_eq!(ranks(3), [(1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]);
        assert!(ranks(0).is_empty());
    }

    #[test]
    fn a_change_has_falls_a_middle_and_rises() {
        let split = diverging(&[-1.2, -1.1, -0.6, -0.3, -0.09, 0.0, 0.09, 0.1, 0.5, 0.9, 3.0], 2);
        assert!((split.within - 0.1).abs() < 1e-9);
        let ranges: Vec<Range> = split.ranges.iter().map(|(range, _)| *range).collect();
        assert_eq!(ranges[..3], [(-1.2, -1.1), (-0.6, -0.6), (-0.3, -0.3)]);
        assert_eq!(ranges[4..], [(0.1, 0.1), (0.5, 0.9), (3.0, 3.0)]);
        assert!(split.ranges.iter().map(|(_, tone)| *tone).eq(CHANGE));
        let of = |v: f64| class_of(&ranges, v);
        assert_eq!([-0.3, -0.09, 0.0, 0.09, 0.1].map(of), [Some(2), Some(3), Some(3), Some(3), Some(4)]);
    }

    #[test]
    fn a_change_may_go_one_way_or_none() {
        let tones = |values: &[f64]| diverging(values, 0).ranges.iter().map(|(_, t)| *t).collect::<Vec<_>>();
        assert_eq!(tones(&[]), [9]);
        assert_eq!(tones(&[0.0; 9]), [9]);
        assert_eq!(tones(&[3.0]), [9, 11]);
        assert_eq!(tones(&[-3.0, -40.0]), [6, 8, 9]);
        assert_eq!(tones(&[f64::NAN, 2.0]), [9, 11]);
    }

    #[test]
    fn the_middle_is_a_round_number() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        for (asked, step, want) in [
            (0.149, 0.01, 0.1),
            (0.2, 0.01, 0.2),
            (0.004, 0.01, 0.01),
            (6.3, 1.0, 5.0),
            (0.0, 1.0, 1.0),
            (99.0, 0.1, 50.0),
        ] {
            assert!(near(round_width(asked, step), want), "{asked}: {}", round_width(asked, step));
        }
    }

    #[test]
    fn colours_are_spread() {
        assert_eq!(tones(6), [0, 1, 2, 3, 4, 5]);
        assert_eq!(tones(5), [0, 1, 3, 4, 5]);
        assert_eq!(tones(3), [0, 3, 5]);
        assert_eq!(tones(2), [0, 4]);
    }
}
