//! How long something takes natively: the median of many samples.

use std::time::{Duration, Instant};

/// One sample lasts at least this long, so that the clock is fine enough.
pub const SAMPLE: Duration = Duration::from_millis(2);
/// How many samples a median is taken of.
pub const SAMPLES: usize = 15;

/// The median time of one run, in microseconds.
pub fn median(mut run: impl FnMut()) -> f64 {
    // How often one sample has to run; this also warms up.
    let mut times = 1_u32;
    loop {
        let start = Instant::now();
        (0..times).for_each(|_| run());
        let took = start.elapsed();
        if took >= SAMPLE || times > 1 << 20 {
            break;
        }
        times *= if took * 8 < SAMPLE { 4 } else { 2 };
    }
    let mut samples: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let start = Instant::now();
            (0..times).for_each(|_| run());
            start.elapsed().as_secs_f64() * 1e6 / f64::from(times)
        })
        .collect();
    samples.sort_by(f64::total_cmp);
    samples[SAMPLES / 2]
}
