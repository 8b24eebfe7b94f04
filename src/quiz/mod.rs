//! The digital-skills self-quiz without its screens: the question bank, marking, the estimate, the choice of the
//! next question, the session and what it says at the end.
//!
//! Everything here is a function of its arguments: the seed and the stored text come in from outside, so that one
//! session can be replayed anywhere, to the last bit.

pub mod answer; // what a person answered; marking
pub mod bank; // questions that cannot be malformed
pub mod curve; // a belief about one ability
pub mod engine; // what the answers say about the person
pub mod link; // a result in an address
pub mod memory; // what a device remembers between sessions
pub mod report; // the result in numbers that may be said aloud
pub mod rng; // the seeded generator
pub mod select; // which question comes next
pub mod session; // where a person stands; saving and resuming
pub mod sight; // the result of "Luyện mắt"
pub mod trial; // made-up people take the test
pub mod wire; // the bank as the browser fetches it

pub mod world; // where the truth is known

mod exp; // the exponential, the same on every machine

// Where questions come from: files → bank → wire. The browser has none of it.
#[cfg(not(target_arch = "wasm32"))]
mod assemble; // raw → bank
#[cfg(not(target_arch = "wasm32"))]
pub mod coverage; // what the bank covers of what it should
#[cfg(not(target_arch = "wasm32"))]
pub mod form; // a fixed set of questions, for paper and pages without scripts
#[cfg(not(target_arch = "wasm32"))]
pub mod lint; // what a writer should look at again
#[cfg(not(target_arch = "wasm32"))]
mod check; // content rules that only authors need
#[cfg(not(target_arch = "wasm32"))]
pub mod fault; // what is wrong with the files
#[cfg(not(target_arch = "wasm32"))]
pub mod raw; // the shapes of the files

#[cfg(test)]
mod fixture; // the samples and the published bank, for tests
