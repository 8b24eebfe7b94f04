//! The part of the browser bench that runs in the browser: draws what it is asked to, as often as it is asked to. The
//! page around it has the clock.
//!
//! Built for wasm with the profile of the real programs by `cargo bench --bench browser`; never shipped.
#![allow(clippy::indexing_slicing)]
#![allow(unreachable_pub)]

#[cfg(target_arch = "wasm32")]
#[path = "multiply.rs"]
mod multiply;

fn main() {
    // What it has to offer is below; natively there is nothing to do.
}

#[cfg(target_arch = "wasm32")]
mod inside {
    use super::multiply::{self, FACTORS};
    use ngay_so::data::{Dataset, wire};
    use ngay_so::figure::{Chart, Size};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The charts of the bench, one at a time.
    #[wasm_bindgen]
    pub struct Bench {
        data: Dataset,
        chart: Option<Chart>,
    }

    #[wasm_bindgen]
    impl Bench {
        /// Reads the dataset as the page does.
        #[wasm_bindgen(constructor)]
        pub fn new(wire: &str) -> Result<Bench, String> {
            let data = wire::read(wire).map_err(|e| format!("{e:?}"))?;
            Ok(Self { data, chart: None })
        }

        /// The name of a case.
        pub fn name(&self, case: usize) -> String {
            multiply::cases(&self.data)[case].name(&self.data)
        }

        /// Makes the chart of a case with so many times the data; gives the count of its data.
        pub fn choose(&mut self, case: usize, factor: usize) -> usize {
            let chart = multiply::cases(&self.data)[case].chart(&self.data, FACTORS[factor]);
            let count = chart.len();
            self.chart = Some(chart);
            count
        }

        /// Draws it so often; gives the length of the text, so that nothing can be left out.
        pub fn draw(&self, times: u32, width: u16) -> usize {
            let Some(chart) = &self.chart else { return 0 };
            (0..times).map(|_| multiply::draw(chart, Size::Px(width)).1.len()).sum()
        }

        /// The text of the picture.
        pub fn text(&self, width: u16) -> String {
            self.chart.as_ref().map(|chart| multiply::draw(chart, Size::Px(width)).1).unwrap_or_default()
        }
    }
}
