//! Notices above a page: what in the address was not understood, and what to do when the live part is missing.

use crate::route::Route;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The notices of every page. The one about a failed start is in every prerendered page; the style sheet shows it
/// only when `html[data-app]` says so.
#[component]
pub fn Notice(
    /// The surroundings.
    cx: Context,
    /// The current page.
    route: Signal<Route>,
) -> impl IntoView {
    let t = cx.t();
    let notice = cx.notice;
    let here = cx.href(&route.get_untracked());
    view! {
        {(!cx.live).then(|| view! {
            <p class="notice boot-failed" role="status">{t.boot.failed}" "<a href=here rel="external">{t.boot.retry}</a></p>
        })}
        <div role="status" class="notices">
            {move || notice.get().map(|words| view! {
                <p class="notice">{words}" "<button type="button" on:click=move |_| notice.set(None)>{t.boot.dismiss}</button></p>
            })}
        </div>
    }
}
