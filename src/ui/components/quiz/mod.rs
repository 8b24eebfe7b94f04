//! The screens of the quiz and their parts. The state is `desk`; everything else gets plain values or calls it.

pub mod live; // one screen at a time
pub mod shared; // a result from an address
#[cfg(not(target_arch = "wasm32"))]
pub mod reading; // a fixed form to read, for pages without scripts

mod break_card; // after every sixth question
mod desk; // what happens when a button is pressed
mod feedback; // the mark, the reasons
mod fold; // a line to open
mod icon; // check, cross, flag …
mod intro; // the first screen
mod kept; // what this device keeps
mod parts; // what several screens have
mod question; // the task and its form
mod result; // what may be said at the end
mod review; // an item with its answer and reasons
mod words; // the names of bands, channels, outcomes

// One file per type of question: how it is answered.
mod matching;
mod multiple;
mod order;
mod single;
mod spot;
mod true_false;
