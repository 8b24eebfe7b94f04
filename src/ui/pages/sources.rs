//! Sources: every fact with its quotation, by topic; then every source.

use crate::data::{Fact, Source, SourceKind, Topic};
use crate::route::Route;
use crate::text::{Locale, fill};
use crate::ui::components::part;
use crate::ui::context::Context;
use leptos::prelude::*;

/// The page, once every fact is here.
pub fn page(cx: &Context) -> AnyView {
    let cx = cx.clone();
    part::when_ready(&cx.clone(), cx.archive, Route::Sources, move |data| {
        whole(&Context { data, ..cx.clone() })
    })
}

fn whole(cx: &Context) -> AnyView {
    let t = cx.t();
    let lead = fill(
        t.sources.lead,
        &[("facts", &cx.data.facts.len().to_string()), ("sources", &cx.data.sources.len().to_string())],
    );
    let contents = cx
        .data
        .topics
        .iter()
        .map(|topic| view! { <li><a href=format!("#{}", topic.id) rel="external">{topic.title.get(cx.locale).to_owned()}</a></li> })
        .collect_view();
    let topics = cx.data.topics.iter().map(|topic| chapter(cx, topic)).collect_view();
    let list = cx.data.sources.iter().map(|source| line(cx, source)).collect_view();
    view! {
        <div class="page-head">
            <h1>{t.sources.title}</h1>
            <p class="lead">{lead}</p>
            <nav class="contents" aria-label=t.sources.contents><ul>
                {contents}
                <li><a href="#moi-nguon" rel="external">{t.sources.list}</a></li>
                <li><a href="#tep" rel="external">{t.sources.files}</a></li>
            </ul></nav>
        </div>
        {topics}
        <section class="theme" aria-labelledby="moi-nguon">
            <h2 id="moi-nguon">{t.sources.list}</h2>
            <ul class="source-list">{list}</ul>
        </section>
        <section class="theme" aria-labelledby="tep">
            <h2 id="tep">{t.sources.files}</h2>
            <p><a href=cx.file("du-lieu/datapackage.json") download="" rel="external">{t.sources.package}</a></p>
            <p>{t.sources.geometry}" "<a href="https://www.openstreetmap.org/copyright" rel="external noopener">{"openstreetmap.org/copyright"}</a></p>
            <p>{t.sources.font}</p>
        </section>
    }
    .into_any()
}

fn chapter(cx: &Context, topic: &Topic) -> AnyView {
    let facts =
        topic.facts.iter().filter_map(|id| cx.data.fact(id)).map(|fact| entry(cx, fact)).collect_view();
    view! {
        <section class="theme" aria-labelledby=topic.id.clone()>
            <h2 id=topic.id.clone()>{topic.title.get(cx.locale).to_owned()}</h2>
            <p class="lead">{topic.lead.get(cx.locale).to_owned()}</p>
            <div class="facts">{facts}</div>
        </section>
    }
    .into_any()
}

/// One fact: what it says, in whose words, when.
fn entry(cx: &Context, fact: &Fact) -> AnyView {
    let t = cx.t();
    let locale = cx.locale;
    let items = (!fact.items.is_empty()).then(|| {
        let items = fact.items.iter().map(|i| view! { <li>{i.get(locale).to_owned()}</li> }).collect_view();
        view! { <ul class="items">{items}</ul> }
    });
    let value =
        fact.items.is_empty().then(|| view! { <p class="value">{fact.value.get(locale).to_owned()}</p> });
    let translated =
        (locale == Locale::En).then(|| view! { <p class="translated">{fact.quote.en.clone()}</p> });
    let note = fact.note.as_ref().map(|n| view! { <p class="note">{n.get(locale).to_owned()}</p> });
    let source = &fact.source;
    let title = source.title.get(locale).to_owned();
    let title = match &source.url {
        Some(url) => view! { <a href=url.clone() rel="external noopener">{title}</a> }.into_any(),
        None => title.into_any(),
    };
    let _ = t;
    view! {
        <article class="fact" id=format!("fact-{}", fact.id) data-fact=fact.id.clone()>
            <h3>{fact.label.get(locale).to_owned()}</h3>
            {value}
            {items}
            <blockquote lang="vi"><p>"“"{fact.quote.vi.clone()}"”"</p></blockquote>
            {translated}
            <p class="src">{title}", "{source.publisher.get(locale).to_owned()}" · "{fact.as_of.format(locale)}</p>
            {note}
        </article>
    }
    .into_any()
}

/// One source as a list item.
pub fn line(cx: &Context, source: &Source) -> AnyView {
    let t = cx.t();
    let kind = match source.kind {
        SourceKind::Article => t.sources.article,
        SourceKind::Official => t.sources.official,
        SourceKind::Press => t.sources.press,
        SourceKind::Dataset => t.sources.dataset,
        SourceKind::Recalled => t.sources.recalled,
    };
    let title = source.title.get(cx.locale).to_owned();
    let title = match &source.url {
        Some(url) => view! { <a href=url.clone() rel="external noopener">{title}</a> }.into_any(),
        None => view! { {title}" ("{t.sources.no_url}")" }.into_any(),
    };
    let date = source.date.map_or_else(|| t.sources.undated.to_owned(), |d| d.format(cx.locale));
    view! { <li>{title}<span class="src">{source.publisher.get(cx.locale).to_owned()}" · "{date}" · "{kind}</span></li> }.into_any()
}
