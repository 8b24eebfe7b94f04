//! Where the arrow keys lead, worked out by the build; the browser reads the outcome.

use super::LonLat;
use super::project::COS16;
use super::walk::{Direction, Steps, touching};
use std::collections::VecDeque;
use std::f64::consts::{FRAC_PI_2, PI};

/// Where each arrow leads from each unit. An arrow prefers a neighbour straight ahead and close by; a unit that no
/// arrow would lead to is given the arrow that fits it best, so that the walk reaches every unit from every other.
/// Units are given by the points at which their names stand.
pub(super) fn steps(units: &[LonLat], sides: &[Vec<usize>]) -> Steps {
    let near: Vec<Vec<usize>> = (0..units.len()).map(|i| touching(i, sides)).collect();
    let cost = |from: usize, to: usize, d: Direction| cost(*units.get(from)?, *units.get(to)?, d);
    let mut steps: Steps = (near.iter().enumerate())
        .map(|(from, near)| {
            Direction::ALL.map(|d| {
                let ahead = |widest: f64| {
                    let ways = near.iter().filter_map(|to| Some((*to, cost(from, *to, d)?)));
                    let ways = ways.filter(|(_, c)| c.turn < widest);
                    ways.min_by(|a, b| a.1.total.total_cmp(&b.1.total)).map(|(to, _)| to)
                };
                ahead(1.05).or_else(|| ahead(1.45))
            })
        })
        .collect();
    // Each round mends one unit; there are at most as many rounds as units, twice over.
    for _ in 0..units.len() * 2 {
        let (out, back) = (reached(&steps, false), reached(&steps, true));
        let lost = |set: &[bool]| set.iter().position(|seen| !seen);
        let Some((stray, outwards)) = lost(&out).map(|v| (v, true)).or(lost(&back).map(|v| (v, false)))
        else {
            break;
        };
        let seen = if outwards { &out } else { &back };
        let friends = near.get(stray).into_iter().flatten().filter(|i| seen.get(**i) == Some(&true));
        let ways = friends.flat_map(|friend| Direction::ALL.map(|d| (*friend, d)));
        let ways = ways.filter_map(|(friend, d)| {
            let (from, to) = if outwards { (friend, stray) } else { (stray, friend) };
            let taken = steps.get(from)?.get(d as usize)?;
            let guests = |unit: usize| steps.iter().flatten().filter(|s| **s == Some(unit)).count();
            let spare = taken.is_none_or(|unit| guests(unit) > 1);
            let cost = cost(from, to, d).filter(|c| spare && c.turn < FRAC_PI_2)?;
            Some((from, to, d, cost.turn + if taken.is_some() { 0.5 } else { 0.0 }))
        });
        let Some((from, to, d, _)) = ways.min_by(|a, b| a.3.total_cmp(&b.3)) else { break };
        if let Some(slot) = steps.get_mut(from).and_then(|s| s.get_mut(d as usize)) {
            *slot = Some(to);
        }
    }
    steps
}

struct Cost {
    turn: f64,
    total: f64,
}

fn cost(from: LonLat, to: LonLat, direction: Direction) -> Option<Cost> {
    let (east, north) = ((to.0 - from.0) * COS16, to.1 - from.1);
    let far = east.hypot(north);
    // Clockwise from north.
    let mut turn = (east.atan2(north) - FRAC_PI_2 * f64::from(direction as u8)).abs();
    if turn > PI {
        turn = (2.0 * PI - turn).abs();
    }
    (far > 0.0).then_some(Cost { turn, total: far * (1.0 + 1.5 * turn * turn) })
}

/// Which units the walk reaches from the first one, or (backwards) from which it reaches the first one.
fn reached(steps: &Steps, backwards: bool) -> Vec<bool> {
    let mut seen = vec![false; steps.len()];
    let mut queue = VecDeque::from([0_usize]);
    while let Some(unit) = queue.pop_front() {
        match seen.get_mut(unit) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        if backwards {
            queue.extend((0..steps.len()).filter(|i| steps.get(*i).is_some_and(|s| s.contains(&Some(unit)))));
        } else {
            queue.extend(steps.get(unit).into_iter().flatten().flatten());
        }
    }
    seen
}
