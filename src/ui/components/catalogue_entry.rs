//! An indicator in a list: name, latest value, small picture, finding, and how far it may be trusted.

use super::el::{El, el, picture, shape};
use crate::data::Status;
use crate::figure::catalogue::{Entry, Trust};
use crate::scene::svg::{Tag, content};
use leptos::prelude::AnyView;

/// The entry, with its address and whether a link must leave the program for it. `over` stands above the name, where
/// the list does not say the theme; `why` says why it was found.
pub fn entry(entry: &Entry, (href, leaves): (&str, bool), over: Option<&str>, why: Option<AnyView>) -> El {
    let link = el("a").attr("href", href).text(&entry.name);
    let link = if leaves { link.attr("rel", "external") } else { link };
    let value = &entry.value;
    let words = |text: &str| (!text.is_empty()).then(|| el("span").text(text));
    let many = !entry.others.is_empty();
    let of = if many { series(0, &entry.of) } else { el("span").text(&entry.of) };
    let others: Vec<El> = entry.others.iter().zip(1..).map(|(text, tone)| series(tone, text)).collect();
    let also = many.then(|| el("p").class("src entry-also").all(others));
    let finding = (!entry.finding.is_empty()).then(|| el("p").class("entry-finding").text(&entry.finding));
    let trust = entry.trust.iter().map(mark).collect();
    let told = el("div").class("entry-words");
    let told = match why {
        Some(why) => told.view(why),
        None => told,
    };
    el("li")
        .class("entry")
        .add(
            el("div")
                .class("entry-head")
                .opt(over.map(|theme| el("p").class("entry-over").text(theme)))
                .add(el("h3").add(link)),
        )
        .add(
            el("div")
                .class("entry-value")
                .add(
                    el("p")
                        .opt(words(&value.before))
                        .add(el("strong").text(&value.number))
                        .opt(words(&value.after)),
                )
                .add(el("p").class("src").add(of)),
        )
        .add(spark(entry))
        .add(
            told.opt(finding)
                .opt(also)
                .add(el("p").class("src entry-trust").add(el("span").text(&entry.kind)).all(trust)),
        )
}

/// Words about a series, with the colour of its line before them.
fn series(tone: usize, words: &str) -> El {
    let class = format!("m-point t{}", tone + 1);
    let dot = shape(Tag::Circle, &[("class", &class), ("cx", "5"), ("cy", "5"), ("r", "3")]);
    let key = shape(
        Tag::Svg,
        &[("viewBox", "0 0 10 10"), ("width", "10"), ("height", "10"), ("aria-hidden", "true")],
    );
    el("span").class("entry-series").add(key.add(dot)).text(words)
}

/// The small picture with its two ends. The words beside it say what it shows, so it is not read out.
fn spark(entry: &Entry) -> El {
    let svg = shape(Tag::Svg, &[("viewBox", "0 0 120 36"), ("width", "120"), ("height", "36")]);
    let svg = svg.all(content(&entry.spark).iter().map(picture).collect());
    let (left, right) = &entry.ends;
    let ends = (!left.is_empty())
        .then(|| el("p").class("spark-ends").add(el("span").text(left)).add(el("span").text(right)));
    el("div").class("spark").attr("aria-hidden", "true").add(svg).opt(ends)
}

/// How far it may be trusted, in a sign and in words.
fn mark(trust: &Trust) -> El {
    let (class, sign) = match trust.status {
        Status::Verified => ("trust verified", "M4.5 8.25 7 10.75 11.5 5.5"),
        Status::Derived => ("trust", "M5.25 6.5H10.75M5.25 9.5H10.75"),
        Status::Unverified => ("trust", ""),
    };
    let svg = shape(
        Tag::Svg,
        &[("viewBox", "0 0 16 16"), ("width", "16"), ("height", "16"), ("aria-hidden", "true")],
    );
    let ring = shape(Tag::Circle, &[("cx", "8"), ("cy", "8"), ("r", "6.5")]);
    let sign = (!sign.is_empty()).then(|| shape(Tag::Path, &[("d", sign)]));
    el("span").class(class).add(svg.add(ring).opt(sign)).text(&trust.words)
}
