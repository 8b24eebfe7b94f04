//! Hearing a chart: one button plays and pauses, two step, a voice is told each point. Silent until asked.

mod player;

use self::player::{Kept, Player};
use super::el::{El, el, shape};
use super::plot::Active;
use crate::figure::Chart;
use crate::figure::sound::{Speed, Timbre};
use crate::scene::svg::Tag;
use crate::text::fill;
use crate::ui::context::Context;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The control. While it plays it moves `active` along, so that the picture shows what is heard.
///
/// It announces what it plays in a region of its own. A picture that announces `active` too should keep quiet then:
/// see [`listen_with`].
pub fn listen(cx: &Context, chart: Signal<Arc<Chart>>, active: Active) -> AnyView {
    listen_with(cx, chart, Signal::stored(None), active, RwSignal::new(None))
}

/// The control for one chosen series, if there is one. `heard` is what `active` has been set to from here, so that
/// the picture can leave it unsaid.
pub fn listen_with(
    cx: &Context,
    chart: Signal<Arc<Chart>>,
    chosen: Signal<Option<usize>>,
    active: Active,
    heard: Active,
) -> AnyView {
    if !cx.live {
        return ().into_any();
    }
    let kept = StoredValue::new_local(Rc::new(RefCell::new(Kept::default())));
    let player = Player { chart, chosen, active, heard, playing: RwSignal::new(false), kept };
    player.watch();
    player.view().into_any()
}

/// Something the control shows.
type Shown = fn(Player, &Kept, bool) -> String;

impl Player {
    fn now(self, shown: Shown) -> impl FnMut() -> String + Send + 'static {
        move || {
            let playing = self.playing.get();
            let kept = self.kept.try_get_value();
            kept.map(|kept| shown(self, &kept.borrow(), playing)).unwrap_or_default()
        }
    }

    fn view(self) -> El {
        let t = &self.chart.get_untracked().locale.messages().sound;
        let main = button(move || self.press())
            .class("listen-main")
            .add(icon("play", "M7 4v16l13-8z"))
            .add(icon("pause", "M6 4h4v16h-4zM14 4h4v16h-4z"))
            .add(el("span").text_now(self.now(word)));
        let step = |label, path, forward| {
            button(move || self.step(forward))
                .attr("aria-label", label)
                .attr("title", label)
                .add(icon("", path))
        };
        let speeds = [t.slow, t.normal, t.fast].into_iter().enumerate().map(|(i, name)| {
            let option = el("option").attr("value", &i.to_string()).text(name);
            if i == 1 { option.attr("selected", "") } else { option }
        });
        let choose = move |event| {
            if let Some(kept) = self.kept.try_get_value() {
                kept.borrow_mut().speed = match event_target_value(&event).as_str() {
                    "0" => Speed::Slow,
                    "2" => Speed::Fast,
                    _ => Speed::Normal,
                };
            }
        };
        let speed = el("label")
            .add(el("span").text(t.speed))
            .add(el("select").on("change", choose).all(speeds.collect()));
        let more = el("div")
            .class("listen-more")
            .add(step(t.back, "M18 4v16l-11-8zM5 4h2.5v16h-2.5z", false))
            .add(step(t.forward, "M6 4v16l11-8zM16.5 4h2.5v16h-2.5z", true))
            .add(speed);
        el("div")
            .class("listen")
            .attr("role", "group")
            .attr("aria-label", t.label)
            .attr_now("data-listen", self.now(state))
            .add(
                el("div")
                    .class("listen-row")
                    .add(main)
                    .add(el("p").class("listen-place").text_now(self.now(place)))
                    .add(more),
            )
            .add(el("p").class("listen-key").text_now(self.now(key)))
            .add(
                el("p")
                    .class("visually-hidden")
                    .attr("role", "status")
                    .text_now(self.now(|_, kept, _| kept.said.clone())),
            )
    }
}

/// For the style sheet: what of the control is there to see.
fn state(_: Player, kept: &Kept, playing: bool) -> String {
    if playing {
        "playing"
    } else if kept.asked {
        "open"
    } else {
        "closed"
    }
    .into()
}

/// On the button: what pressing it does.
fn word(player: Player, kept: &Kept, playing: bool) -> String {
    let t = &player.chart.get_untracked().locale.messages().sound;
    match kept.at {
        _ if playing => t.pause,
        None => t.start,
        Some(i) if i + 1 == kept.melody.notes.len() => t.again,
        Some(_) => t.resume,
    }
    .into()
}

fn place(player: Player, kept: &Kept, _: bool) -> String {
    let t = &player.chart.get_untracked().locale.messages().sound;
    let Some(i) = kept.at else { return String::new() };
    fill(t.place, &[("n", &(i + 1).to_string()), ("of", &kept.melody.notes.len().to_string())])
}

/// How to understand what one hears.
fn key(player: Player, kept: &Kept, _: bool) -> String {
    let chart = player.chart.get_untracked();
    let t = &chart.locale.messages().sound;
    if !kept.asked || kept.mute {
        return if kept.mute { t.silent.into() } else { String::new() };
    }
    let mut words = String::from(if chart.inverted { t.higher_rank } else { t.higher });
    let mut add = |sentence: &str| {
        words.push(' ');
        words.push_str(sentence);
    };
    if chart.series.len() > 1 && player.chosen.get_untracked().is_none() {
        add(t.series);
    }
    if kept.melody.notes.iter().any(|n| n.timbre == Timbre::Hollow) {
        add(t.hollow);
    }
    words
}

fn button(act: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").on("click", move |_| act())
}

fn icon(class: &str, path: &str) -> El {
    shape(Tag::Svg, &[("class", class), ("viewBox", "0 0 24 24"), ("aria-hidden", "true")])
        .add(shape(Tag::Path, &[("d", path)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::content;
    use crate::text::Locale;
    use std::path::Path;

    fn with_player(id: &str, test: impl FnOnce(Player)) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let data = content::load(&folder).unwrap_or_else(|f| panic!("{}", content::Report(&f))).dataset;
        let chart = Arc::new(Chart::new(&data, id, Locale::Vi).unwrap());
        Owner::new().with(|| {
            test(Player {
                chart: Signal::stored(chart),
                chosen: Signal::stored(None),
                active: RwSignal::new(None),
                heard: RwSignal::new(None),
                playing: RwSignal::new(false),
                kept: StoredValue::new_local(Rc::default()),
            });
        });
    }

    fn shown(player: Player, shown: Shown) -> String {
        player.now(shown)()
    }

    fn said(player: Player) -> String {
        shown(player, |_, kept, _| kept.said.clone())
    }

    #[test]
    fn nothing_is_shown_or_said_before_it_is_asked_for() {
        with_player("egdi-rank", |player| {
            let html = player.view().into_any().to_html();
            assert!(html.contains("data-listen=\"closed\"") && html.contains("Nghe biểu đồ"), "{html}");
            assert_eq!((said(player), shown(player, key), shown(player, place)), Default::default());
        });
    }

    #[test]
    fn where_there_is_no_loudspeaker_it_says_so_and_still_steps() {
        with_player("egdi-rank", |player| {
            player.press();
            assert!(said(player).contains("không phát được âm thanh"));
            assert!(shown(player, key).contains("không phát được âm thanh"));
            assert_eq!(shown(player, state), "open");
            player.step(true);
            assert_eq!(said(player), "năm 2003: hạng chín mươi bảy");
            player.step(true);
            assert_eq!(said(player), "năm 2004: hạng một trăm mười hai, chưa kiểm chứng");
            assert_eq!(player.active.get_untracked(), Some((0, 1)));
        });
    }

    #[test]
    fn steps_stay_inside() {
        with_player("egdi-rank", |player| {
            for _ in 0..2 {
                player.step(false);
                assert_eq!(shown(player, place), "điểm 1 trên 12");
            }
            for _ in 0..12 {
                player.step(true);
            }
            assert_eq!(
                (shown(player, place), shown(player, word)),
                ("điểm 12 trên 12".into(), "Nghe lại".into())
            );
            assert_eq!(player.heard.get_untracked(), player.active.get_untracked());
        });
    }

    #[test]
    fn a_chosen_series_is_heard_alone() {
        with_player("digital-economy", |player| {
            let player = Player { chosen: Signal::stored(Some(1)), ..player };
            player.step(true);
            assert_eq!(shown(player, place), "điểm 1 trên 4");
            assert!(said(player).starts_with("Ước tính của Bộ TT&TT, năm 2021: "), "{}", said(player));
            assert_eq!(player.active.get_untracked(), Some((1, 0)));
        });
    }

    #[test]
    fn a_chart_without_data_is_silent() {
        with_player("egdi-rank", |player| {
            let mut chart = (*player.chart.get_untracked()).clone();
            chart.series.clear();
            let player = Player { chart: Signal::stored(Arc::new(chart)), ..player };
            player.press();
            player.step(true);
            assert_eq!((said(player), shown(player, state)), (String::new(), "closed".into()));
        });
    }

    #[test]
    fn a_pause_says_where_it_stands() {
        with_player("egdi-rank", |player| {
            player.step(true);
            for note in 1..=2 {
                player.sound(note, true);
            }
            assert_eq!((shown(player, word), shown(player, state)), ("Tạm dừng".into(), "playing".into()));
            // In the middle of a quick melody nothing is announced.
            assert_eq!(said(player), "năm 2003: hạng chín mươi bảy");
            player.active.set(None);
            player.press();
            assert_eq!(player.active.get_untracked(), Some((0, 2)));
            assert_eq!(shown(player, word), "Nghe tiếp");
            assert_eq!(said(player), "năm 2005: hạng một trăm linh năm, suy ra từ nguồn");
        });
    }
}
