//! A part of a page that needs data which may still be on its way.

use crate::route::Route;
use crate::text::fill;
use crate::ui::context::{Context, Part};
use leptos::prelude::*;
use std::sync::Arc;

/// Shows a view as soon as its data are here; until then that they are coming, and after a failure why and how to
/// try again. `route` says what to ask for.
pub fn when_ready<T: Send + Sync + 'static>(
    cx: &Context,
    part: RwSignal<Part<T>>,
    route: Route,
    view: impl Fn(Arc<T>) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let t = cx.t();
    // A prerendered page is whole, and its data never change.
    if !cx.live {
        return match part.get_untracked() {
            Part::Ready(data) => view(data),
            _ => ().into_any(),
        };
    }
    let cx = cx.clone();
    (move || match part.get() {
        Part::Ready(data) => view(data),
        Part::Missing | Part::Loading => {
            view! { <p class="notice" role="status">{t.boot.part_loading}</p> }.into_any()
        }
        Part::Failed(why) => {
            let (cx, route) = (cx.clone(), route.clone());
            let retry = move |_| leptos::task::spawn_local(cx.clone().need(route.clone()));
            view! {
                <p class="notice" role="alert">
                    {fill(t.boot.part_failed, &[("detail", &why)])}" "
                    <button type="button" on:click=retry>{t.boot.part_retry}</button>
                </p>
            }
            .into_any()
        }
    })
    .into_any()
}
