//! All indicators, by theme, each with its finding and latest value.

use crate::data::{Indicator, Theme};
use crate::figure::{Chart, Datum};
use crate::route::Route;
use crate::text::{Messages, fill};
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = cx.t();
    let themes = Theme::ALL.iter().map(|theme| group(cx, *theme)).collect_view();
    view! {
        <div class="page-head">
            <h1>{t.indicators.title}</h1>
            <p class="lead">{fill(t.indicators.lead, &[("n", &cx.data.indicators.len().to_string())])}</p>
        </div>
        {themes}
    }
    .into_any()
}

/// The heading of a theme.
pub fn theme_name(t: &Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::International => t.indicators.international,
        Theme::Connectivity => t.indicators.connectivity,
        Theme::Economy => t.indicators.economy,
        Theme::Community => t.indicators.community,
        Theme::Index => t.indicators.index,
        Theme::ProvinceDigital => t.indicators.province_digital,
        Theme::ProvinceContext => t.indicators.province_context,
    }
}

fn group(cx: &Context, theme: Theme) -> AnyView {
    let id = format!("nhom-{}", theme as u8 + 1);
    let items = cx.data.indicators.iter().filter(|i| i.theme == theme).map(|i| entry(cx, i)).collect_view();
    view! {
        <section class="theme" aria-labelledby=id.clone()>
            <h2 id=id.clone()>{theme_name(cx.t(), theme)}</h2>
            <ul class="entries">{items}</ul>
        </section>
    }
    .into_any()
}

/// One indicator in a list.
pub fn entry(cx: &Context, indicator: &Indicator) -> AnyView {
    let t = cx.t();
    let href = cx.href(&Route::Indicator(indicator.id.clone()));
    let (finding, latest, kind) = match Chart::new(&cx.data, &indicator.id, cx.locale) {
        Some(chart) => {
            let last: Option<&Datum> = chart.series.first().and_then(|s| s.data.last());
            let latest = last.map(|d| fill(t.indicators.latest, &[("value", &d.text), ("when", &d.when)]));
            (chart.title, latest.unwrap_or_default(), t.indicators.kind_chart)
        }
        None => {
            let years: Vec<String> = indicator.years.iter().map(ToString::to_string).collect();
            let years = match years.as_slice() {
                [first, .., last] => format!("{first}–{last}"),
                other => other.join(""),
            };
            (String::new(), fill(t.indicators.years, &[("years", &years)]), t.indicators.kind_map)
        }
    };
    view! {
        <li>
            <a href=href>{indicator.name.get(cx.locale).to_owned()}</a>
            {(!finding.is_empty()).then(|| view! { <p>{finding}</p> })}
            <p class="src">{kind}" · "{latest}</p>
        </li>
    }
    .into_any()
}
