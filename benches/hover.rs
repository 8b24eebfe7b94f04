//! From a hand to the next frame: what the main thread does between the event and the picture handed to the
//! compositor, with the processor four times slower, read from the browser's own trace.
//!
//! Not from scripts in the page: `event` entries are rounded to eight milliseconds and begin at sixteen, and timers
//! inside the page cannot see style, layout and paint. The trace has them all. Told are
//!
//! * work: how long the main thread was busy from the beginning of the event until the frame was committed, in time of
//!   its processor, so that a neighbour's work on the same machine does not count. This is what the page is answerable
//!   for, and what the budget of 16 ms is held against;
//! * screen: from the input reaching the browser until the frame was presented, which also waits for the screen's
//!   beat (up to 16.7 ms) and for the software that paints where there is no graphics card.
//!
//! Beside both stands the same of an empty page in the same run, which moves one dot: the floor of this machine.

use crate::driver::{Session, pause};
use serde_json::Value;
use std::collections::BTreeMap;

/// How many times slower than this machine.
pub const SLOWER: f64 = 4.0;
/// What the budget allows, in milliseconds.
pub const BUDGET: f64 = 16.0;
const MOVES: usize = 60;

/// An empty page whose only dot follows the pointer and jumps at a key.
pub const EMPTY: &str = "<!doctype html><meta charset=utf-8><title>trống</title>\
    <style>body{margin:0;height:100vh}i{position:absolute;width:9px;height:9px;background:red;will-change:transform}</style>\
    <i></i><script>const i=document.querySelector('i');let n=0;\
    addEventListener('pointermove',e=>{i.style.transform=`translate(${e.clientX}px,${e.clientY}px)`});\
    addEventListener('keydown',()=>{i.style.transform=`translate(${n=(n+30)%900}px,50px)`})</script>";

/// Times in milliseconds.
#[derive(Clone, Debug, Default)]
pub struct Times {
    pub work: Vec<f64>,
    pub screen: Vec<f64>,
}

/// What was measured of a page.
pub struct Measured {
    pub hover: Times,
    pub keys: Times,
    /// What hovering changed in the figure, other than ring and tooltip.
    pub touched: Vec<String>,
    /// What the main thread did while hovering: milliseconds an event, by name of the work.
    pub parts: Vec<(String, f64)>,
}

/// Moves over a page's picture and walks through it by keys.
pub fn measure(url: &str, picture: Option<&str>) -> Measured {
    let session = Session::start(true);
    session.open(url);
    let (mut left, mut top, mut width, mut height) = (100.0, 100.0, 900.0, 500.0);
    if let Some(selector) = picture {
        session.until("document.documentElement.dataset.app == 'live'");
        session.until(&format!("document.querySelector({selector:?})"));
        session.js(&format!("document.querySelector({selector:?}).scrollIntoView({{block: 'center'}})"));
        pause(800);
        let script = format!(
            "const r = document.querySelector({selector:?}).getBoundingClientRect(); \
             return [r.left, Math.max(r.top, 0), r.width, Math.min(r.bottom, innerHeight) - Math.max(r.top, 0)]"
        );
        let place: Vec<f64> = serde_json::from_value(session.js(&script)).unwrap();
        (left, top, width, height) = (place[0], place[1], place[2], place[3]);
        watch(&session, selector);
    }
    let at = |k: usize| {
        // Up and down and across, so that almost every move reaches another datum.
        let (x, y) = ((k * 7 % MOVES) as f64 / MOVES as f64, (k * 11 % MOVES) as f64 / MOVES as f64);
        (left + width * (0.1 + 0.8 * x), top + height * (0.15 + 0.7 * y))
    };
    // The first moves load styles and fonts of the tooltip, and are not timed.
    for k in 0..8 {
        let (x, y) = at(k * 5);
        session.move_mouse(x, y);
        pause(120);
    }
    let mut touched = Vec::new();
    if picture.is_some() {
        touched = serde_json::from_value(session.js("watcher.disconnect(); return touched")).unwrap();
        let seen = session.js("return changes");
        assert!(seen.as_u64().is_some_and(|n| n > 4), "rê chuột không đổi gì: {seen}");
    }
    session.slow_down(SLOWER);
    pause(300);
    session.js("console.timeStamp('chuột')");
    for k in 0..MOVES {
        let (x, y) = at(k);
        session.move_mouse(x, y);
        pause(150);
    }
    if let Some(selector) = picture {
        session.js(&format!("document.querySelector({selector:?}).focus()"));
    }
    pause(300);
    session.js("console.timeStamp('phím')");
    for k in 0..MOVES {
        // There and back again, so that the walk never stands at an end.
        session.press(if (k / 8) % 2 == 0 { "ArrowRight" } else { "ArrowLeft" });
        pause(150);
    }
    session.js("console.timeStamp('hết')");
    pause(300);
    let trace = session.trace();
    let (mouse, keys, end) = (mark(&trace, "chuột"), mark(&trace, "phím"), mark(&trace, "hết"));
    assert!(
        0.0 < mouse && mouse < keys && keys < end,
        "vết không có mốc: {mouse} {keys} {end}, {} việc",
        trace.len()
    );
    let (hover, parts) = times(&trace, "pointermove", "MOUSE_MOVED_EVENT", (mouse, keys));
    let (keys, _) = times(&trace, "keydown", "KEY_PRESSED", (keys, end));
    Measured { hover, keys, touched, parts }
}

/// When a time stamp of ours was written.
pub fn mark(trace: &[Value], name: &str) -> f64 {
    trace.iter().find(|e| e["args"]["data"]["message"] == name).map_or(0.0, start)
}

/// Notes every change in the figure that is not in the ring, the tooltip, the spoken line, or what stands beside a map.
fn watch(session: &Session, selector: &str) {
    session.js(&format!(
        "const figure = document.querySelector({selector:?}).closest('figure'); window.touched = []; window.changes = 0; \
         const own = '.plot-over, .m-hover, .map-panel, .map-legend, [role=status]'; \
         const says = n => n.nodeType == 1 ? n.outerHTML.slice(0, 90) : String(n.nodeValue).slice(0, 40); \
         const ours = n => n.nodeType == 8 || !!(n.nodeType == 1 ? n : n.parentElement)?.closest(own); \
         window.watcher = new MutationObserver(list => {{ for (const m of list) {{ changes++; \
           if (m.type != 'childList') {{ if (!ours(m.target)) touched.push(m.type + ' ' + (m.attributeName ?? '') + ' ' + says(m.target)); continue; }} \
           if (ours(m.target)) continue; \
           for (const n of [...m.addedNodes, ...m.removedNodes]) if (!ours(n) && n.nodeType != 3) touched.push('childList ' + says(n)); }} }}); \
         watcher.observe(figure, {{ subtree: true, childList: true, attributes: true, characterData: true }});"
    ));
}

fn start(event: &Value) -> f64 {
    event["ts"].as_f64().unwrap_or_default()
}

fn duration(event: &Value) -> f64 {
    event["dur"].as_f64().unwrap_or_default()
}

/// Whether an entry stands for something done: those of the category `input` only follow an event through the browser.
fn is_work(event: &Value) -> bool {
    event["cat"].as_str().is_some_and(|list| list.split(',').any(|cat| cat == "devtools.timeline"))
}

/// The times of all events of a kind between two marks, and what the main thread was busy with, by name.
pub fn times(
    trace: &[Value],
    name: &str,
    latency: &str,
    (from, to): (f64, f64),
) -> (Times, Vec<(String, f64)>) {
    let inside = |e: &&Value| (from..to).contains(&start(e));
    let thread = |e: &Value| (e["pid"].as_i64(), e["tid"].as_i64());
    let mut events: Vec<&Value> = trace
        .iter()
        .filter(|e| e["name"] == "EventDispatch" && e["args"]["data"]["type"] == name)
        .filter(inside)
        .collect();
    events.sort_by(|a, b| start(a).total_cmp(&start(b)));
    let mut out = Times::default();
    let Some(main) = events.first().map(|e| thread(e)) else { return (out, Vec::new()) };
    let mut busy: Vec<(f64, f64, f64, &str)> = trace
        .iter()
        .filter(|e| e["ph"] == "X" && thread(e) == main && is_work(e))
        .filter(inside)
        .map(|e| {
            let cpu = e["tdur"].as_f64().unwrap_or_else(|| duration(e));
            (start(e), start(e) + duration(e), cpu, e["name"].as_str().unwrap_or_default())
        })
        .collect();
    busy.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)));
    // The end of a frame's commit: the picture is the compositor's from here.
    let mut commits: Vec<f64> =
        trace.iter().filter(|e| e["name"] == "Commit" && e["ph"] == "e").filter(inside).map(start).collect();
    commits.sort_by(f64::total_cmp);
    let mut parts: BTreeMap<&str, f64> = BTreeMap::new();
    for (i, event) in events.iter().enumerate() {
        let begin = start(event);
        let next = events.get(i + 1).map_or(to, |e| start(e));
        // An event that changes nothing (the same datum again) brings no frame, and takes no more than itself.
        let end = commits.iter().find(|c| (begin..next).contains(*c)).copied();
        let end = end.unwrap_or(begin + duration(event));
        let (mut reached, mut spent) = (begin, 0.0);
        for (a, b, cpu, name) in busy.iter().skip_while(|e| e.1 <= begin).take_while(|e| e.0 < end) {
            // What lies inside something told already is part of it.
            if *a >= reached {
                *parts.entry(name).or_default() += cpu;
                spent += cpu;
                reached = *b;
            }
        }
        out.work.push(spent / 1000.0);
    }
    let mut parts: Vec<(String, f64)> =
        parts.into_iter().map(|(name, t)| (name.to_owned(), t / 1000.0 / events.len() as f64)).collect();
    parts.sort_by(|a, b| b.1.total_cmp(&a.1));
    // Input to screen: an asynchronous pair by id.
    let pairs = trace.iter().filter(|e| e["name"] == "EventLatency" && e["ph"] == "b").filter(inside);
    for open in pairs.filter(|e| e["args"]["event_latency"]["event_type"] == latency) {
        let close = trace.iter().find(|e| {
            e["name"] == "EventLatency"
                && e["ph"] == "e"
                && e["id2"] == open["id2"]
                && start(e) >= start(open)
        });
        out.screen.extend(close.map(|e| (start(e) - start(open)) / 1000.0));
    }
    (out, parts)
}

/// Median, 95 of 100, the share within the budget, and of how many.
pub fn told(times: &[f64]) -> String {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        sorted.get(((sorted.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(f64::NAN)
    };
    let within = sorted.iter().filter(|t| **t <= BUDGET).count();
    let share = 100.0 * within as f64 / sorted.len().max(1) as f64;
    format!("{:6.1} {:6.1} {share:5.0} % {:4}", at(0.5), at(0.95), sorted.len())
}
