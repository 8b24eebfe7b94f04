//! Home: the Day, the headline figures, the lead chart, the people who knock on doors, the map, the quiz.

use crate::data::Fact;
use crate::figure::Chart;
use crate::route::Route;
use crate::text::{fill, number};
use crate::ui::components::banner::Banner;
use crate::ui::components::chart_figure::ChartFigure;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::components::map_view::{MapTeaser, MapTeaserProps};
use crate::ui::components::{drum, fact};
use crate::ui::context::Context;
#[cfg(not(target_arch = "wasm32"))]
use crate::ui::context::Part;
use leptos::prelude::*;

/// The page.
pub fn page(cx: &Context) -> AnyView {
    let t = cx.t();
    let charts = |id: &str| Chart::new(&cx.data, id, cx.locale);
    let lead = charts("egdi-rank")
        .map(|chart| view! { <ChartFigure cx=cx.clone() chart=chart lead=t.home.lead_text/> });
    let teams = ["cns-teams", "cns-members"]
        .into_iter()
        .filter_map(charts)
        .enumerate()
        .map(|(i, chart)| {
            let words = if i == 0 { t.home.teams_text } else { "" };
            view! { <ChartFigure cx=cx.clone() chart=chart lead=words/> }
        })
        .collect_view();
    view! {
        {hero(cx)}
        {figures(cx)}
        <section class="band">{lead}</section>
        <section class="band" aria-labelledby="to-cong-nghe">
            <h2 class="over" id="to-cong-nghe">{t.home.teams_title}</h2>
            {teams}
        </section>
        <section class="band duo">
            {teaser(cx)}
            {quiz(cx)}
        </section>
    }
    .into_any()
}

fn hero(cx: &Context) -> AnyView {
    let t = cx.t();
    let value = |id: &str| cx.data.fact(id).and_then(|f| f.number.as_ref()).map_or(0.0, |n| n.0);
    let (before, after) = (value("egdi-2022-rank"), value("egdi-2024-rank"));
    let said = |n: f64| number::short(n, 0, cx.locale);
    let title = fill(t.home.hero, &[("before", &said(before)), ("after", &said(after))]);
    let lead = fill(t.home.lead, &[("n", &said(before - after))]);
    view! {
        <div class="hero" data-fact="egdi-2024-change">
            {drum::drum()}
            <div class="copy">
                <p class="over">{t.day.over}</p>
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                <p class="acts">
                    <a class="button primary" href=cx.href(&Route::Map)>{t.home.act_map}</a>
                    <a class="button" href=cx.href(&Route::Quiz)>{t.home.act_quiz}</a>
                </p>
                <Banner cx=cx.clone()/>
                <p class="drum-hint">{t.home.drum_hint}</p>
            </div>
        </div>
    }
    .into_any()
}

fn figures(cx: &Context) -> AnyView {
    let t = cx.t();
    let short = |f: &Fact| number::short(f.number.as_ref().map_or(0.0, |n| n.0), 2, cx.locale);
    let members_before = cx.data.fact("cns-members-300k").map(short).unwrap_or_default();
    let (vi_money, en_money) = (" tỷ USD", " billion USD");
    let money = if cx.locale == crate::text::Locale::Vi { vi_money } else { en_money };
    let members = fill(t.home.fig_members, &[("before", &members_before)]);
    let listed = [
        ("cns-teams-2024", "", t.home.fig_teams.to_owned(), t.home.by_minister),
        ("cns-members-2024", "", members, t.home.by_minister),
        ("egdi-2024-rank", "/193", t.home.fig_egdi.into(), t.home.by_un),
        ("ict-revenue-9m-118", money, t.home.fig_ict.into(), t.home.by_pm),
        ("digital-firms-51k", "", t.home.fig_firms.into(), t.home.by_pm),
    ];
    let mut items: Vec<AnyView> = listed
        .into_iter()
        .filter_map(|(id, unit, label, by)| {
            let found = cx.data.fact(id)?;
            Some(fact::headline(cx, found, short(found), unit, label, by))
        })
        .collect();
    items.extend(internet(cx));
    view! {
        <section aria-labelledby="con-so">
            <h2 class="visually-hidden" id="con-so">{t.home.figures}</h2>
            <ul class="headlines">{items}</ul>
        </section>
    }
    .into_any()
}

/// The sixth figure comes from a series, not from an article: the latest point of the World Bank's.
fn internet(cx: &Context) -> Option<AnyView> {
    let t = cx.t();
    let indicator = cx.data.indicator("internet-users")?;
    let points = &indicator.series.first()?.points;
    let (first, last) = (points.first()?, points.last()?);
    let said = |v: f64, digits| number::short(v, digits, cx.locale);
    let label =
        fill(t.home.fig_net, &[("before", &said(first.value, 2)), ("year", &first.date.year().to_string())]);
    let unit = if cx.locale == crate::text::Locale::Vi { " %" } else { "%" };
    let href = cx.href(&Route::Indicator("internet-users".into()));
    Some(
        view! {
            <li class="headline" data-indicator="internet-users">
                <p class="n">{said(last.value, 1)}<small>{unit}</small></p>
                <p class="l">{label}</p>
                <p class="src">{last.date.format(cx.locale)}" · "<a href=href>{last.source.publisher.get(cx.locale).to_owned()}</a></p>
            </li>
        }
        .into_any(),
    )
}

/// The small map. It never changes, so the live page keeps the prerendered one instead of carrying a map maker.
fn teaser(cx: &Context) -> AnyView {
    #[cfg(not(target_arch = "wasm32"))]
    if let Part::Ready(geometry) = cx.geometry.get_untracked() {
        let (data, locale, href) = (cx.data.clone(), cx.locale, cx.href(&Route::Map));
        let map = MapTeaser(MapTeaserProps { data, geometry, locale, href });
        return view! { <div class="card" data-keep="">{map}</div> }.into_any();
    }
    let _ = cx;
    view! { <div class="card" data-keep=""></div> }.into_any()
}

fn quiz(cx: &Context) -> AnyView {
    let t = cx.t();
    let count = QUESTIONS.to_string();
    view! {
        <div class="card gold">
            <h2>{t.home.quiz_title}</h2>
            <p>{fill(t.home.quiz_text, &[("n", &count)])}</p>
            <p><a class="button primary" href=cx.href(&Route::Quiz)>{t.home.quiz_act}</a></p>
            <p class="src">{t.home.quiz_note}</p>
        </div>
    }
    .into_any()
}

/// The facts this page shows; most pages fetch no others.
pub const FACTS: [&str; 8] = [
    "cns-teams-2024",
    "cns-members-2024",
    "cns-members-300k",
    "egdi-2022-rank",
    "egdi-2024-rank",
    "egdi-2024-change",
    "ict-revenue-9m-118",
    "digital-firms-51k",
];

/// How many questions the quiz asks now. A test compares it with the bank, which this page does not load.
pub const QUESTIONS: usize = 18;
