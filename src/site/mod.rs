//! The workshop, native only: checks the content, builds the site, serves it. The only module that touches files.
//!
//! Read it in the order of a build: `cli` → `build` (runs Trunk) → `finish` (Trunk's hook) → everything else.

pub mod assets; // the shipped styles, scripts, wasm and fonts, under names that hold their content's hash
pub mod budget; // is everything small enough?
pub mod build; // is there anything to do? then run Trunk
pub mod cli; // the command line
pub mod compress; // .br and .gz beside every text file
pub mod content; // reads and checks public/data, all faults at once
pub mod downloads; // the files people take away
pub mod files; // reading, writing, listing, hashing, with errors that name the file
pub mod finish; // what happens after Trunk has compiled
pub mod golden; // are the pictures as approved?
pub mod headers; // the policy and the headers a host shall send
pub mod pages; // prerendering: every page in both languages
pub mod pictures; // charts and maps as people share them
pub mod png; // a picture in few bytes
pub mod programs; // the wasm programs besides the one Trunk compiles
pub mod place; // where the site will stand: origin and base path
pub mod serve; // the local server
pub mod share; // pictures for shared links
pub mod simulate; // the engine against people whose ability is known
pub mod tags; // the few tags of a page that the workshop needs to see
pub mod tools; // Trunk, wasm-bindgen and friends, installed when missing
pub mod version; // phien-ban.json, robots.txt, sitemap.xml

use std::{
    fmt,
    io::{self, Write as _},
};

/// Why the workshop stopped: one line in Vietnamese that ends with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop(pub String);

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Stop {}

/// What every step of the workshop returns.
pub type Outcome<T> = Result<T, Stop>;

/// Makes a [`Stop`] from a format string.
macro_rules! stop {
    ($($part:tt)*) => { $crate::site::Stop(format!($($part)*)) };
}
pub(crate) use stop;

/// What the later steps (sitemap, headers, budgets) need to know about a page that was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PageInfo {
    /// Its address below the base path, with a leading slash: `/so-lieu/`, `/404.html`.
    pub path: String,
    /// The same page in the other language, if there is one.
    pub alternate: Option<String>,
    /// The data files it fetches, relative to the site's root, without a leading slash.
    pub data: Vec<String>,
}

impl PageInfo {
    /// The file behind the address, relative to the site's root.
    pub fn file(&self) -> String {
        let path = self.path.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

/// Says something to whoever runs us. Unlike `println!` it does not mind that nobody listens (`… | head`).
fn say(text: impl fmt::Display) {
    let _ = writeln!(io::stdout(), "{text}");
}

/// Says something on the side: progress, faults.
fn note(text: impl fmt::Display) {
    let _ = writeln!(io::stderr(), "{text}");
}
