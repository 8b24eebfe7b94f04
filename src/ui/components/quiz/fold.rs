//! A `details` whose inside is built when it is first opened, so that long screens appear at once.

use leptos::prelude::*;

/// A line to open; `class` is that of the `details`.
#[component]
pub(super) fn Fold(class: &'static str, summary: AnyView, children: ChildrenFn) -> impl IntoView {
    let opened = RwSignal::new(false);
    view! {
        <details class=class on:toggle=move |_| opened.set(true)>
            <summary>{summary}</summary>
            {move || opened.get().then(|| children())}
        </details>
    }
    .into_any()
}
