//! The footer: day of the data, build, promises.

use crate::route::Route;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The footer of every page.
#[component]
pub fn Footer(
    /// The surroundings.
    cx: Context,
) -> impl IntoView {
    let t = cx.t();
    let data = fill(t.footer.data, &[("date", &cx.data.as_of.format(cx.locale))]);
    let build = fill(t.footer.build, &[("build", &cx.build)]);
    view! {
        <footer class="site-footer" aria-label=t.footer.label>
            <p>{data}" · "{build}" · "{t.footer.privacy}</p>
            <p><a href=cx.href(&Route::Provinces)>{t.province.list_title}</a>" · "<a href=cx.href(&Route::Sources)>{t.nav.sources}</a>" · "{t.footer.code}</p>
        </footer>
    }
}
