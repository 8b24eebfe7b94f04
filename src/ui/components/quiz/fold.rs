//! A `details` whose inside is built when it is first opened, so that long screens appear at once.

use crate::ui::components::el::{El, el};
use leptos::prelude::*;

/// A line to open; `class` is that of the `details`.
pub(super) fn fold(class: &str, summary: El, inside: impl Fn() -> AnyView + Send + 'static) -> El {
    let opened = RwSignal::new(false);
    el("details")
        .class(class)
        .on("toggle", move |_| opened.set(true))
        .add(summary)
        .view_now(move || if opened.get() { inside() } else { ().into_any() })
}
