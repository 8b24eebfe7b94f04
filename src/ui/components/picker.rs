//! Choosing provinces by name: a button that opens a list with search, regions and orders; the chosen ones as chips,
//! the reader's own first.
//!
//! There is one picker on a page, so its ids are fixed. Where a reader cannot interact it holds its place, closed.

use super::el::{El, el, now, row, shape};
use crate::browser::{focus, pointer};
use crate::data::Code63;
use crate::figure::pick::{Group, Picks, Valued, fronted, toggled};
use crate::figure::view::Order;
use crate::scene::svg::Tag;
use crate::text::{Messages, fill};
use crate::ui::context::Context;
use leptos::prelude::*;
use std::sync::Arc;

const BUTTON: &str = "chon-tinh";
const PANEL: &str = "chon-tinh-bang";
const SEARCH: &str = "chon-tinh-tim";
const LIST: &str = "chon-tinh-ds";
const FULL: &str = "chon-tinh-du";

/// What the parts of a picker share. Cheap to clone.
#[derive(Clone)]
struct Desk {
    words: &'static Messages,
    picks: Arc<Picks>,
    chosen: Signal<Vec<Code63>>,
    on_change: Callback<Vec<Code63>>,
    most: usize,
    live: bool,
    open: RwSignal<bool>,
    typed: RwSignal<String>,
    order: RwSignal<Order>,
    said: RwSignal<String>,
    /// Where the focus goes once the chips have been drawn anew.
    wish: StoredValue<Option<String>>,
}

/// A picker of provinces: `values` are shown beside the names, `chosen` are the ticked ones, the first of them the
/// reader's own; at most `most` can be ticked.
pub fn picker(
    cx: &Context,
    values: Signal<Vec<Valued>>,
    chosen: Signal<Vec<Code63>>,
    on_change: Callback<Vec<Code63>>,
    most: usize,
) -> AnyView {
    let desk = Desk {
        words: cx.t(),
        picks: Arc::new(Picks::new(&cx.data, cx.locale)),
        chosen,
        on_change,
        most,
        live: cx.live,
        open: RwSignal::new(false),
        typed: RwSignal::new(String::new()),
        order: RwSignal::new(Order::Region),
        said: RwSignal::new(String::new()),
        wish: StoredValue::new(None),
    };
    let on_escape = desk.clone();
    let (for_panel, for_chips) = (desk.clone(), desk.clone());
    let panel = el("div")
        .class("picker-panel")
        .attr("id", PANEL)
        .attr("role", "group")
        .attr("aria-label", desk.words.picker.panel)
        .flag_now("hidden", move || !desk.open.get())
        .view_now(move || if for_panel.open.get() { for_panel.panel(values) } else { ().into_any() });
    let desk = on_escape.clone();
    el("div")
        .class("picker")
        .on("keydown", move |event| {
            if on_escape.open.get_untracked() && pointer::plain_key(&event).as_deref() == Some("Escape") {
                event.stop_propagation();
                on_escape.close();
            }
        })
        .add(desk.button())
        .add(panel)
        .view(now(move || for_chips.chips()))
        .into_any()
}

impl Desk {
    fn count(&self) -> [(&'static str, String); 2] {
        [("n", self.chosen.get().len().to_string()), ("most", self.most.to_string())]
    }

    /// A message with how many are chosen, of how many.
    fn counted(&self, message: &str) -> String {
        let [n, most] = self.count();
        fill(message, &[(n.0, &n.1), (most.0, &most.1)])
    }

    fn is_full(&self) -> bool {
        self.chosen.get().len() >= self.most
    }

    fn toggle(&self, code: Code63) {
        self.said.set(String::new());
        self.on_change.run(toggled(&self.chosen.get_untracked(), code, self.most));
    }

    fn close(&self) {
        self.open.set(false);
        self.typed.set(String::new());
        self.said.set(String::new());
        focus::later(BUTTON);
    }

    fn button(&self) -> El {
        let desk = self.clone();
        let open = self.open;
        el("button")
            .attr("type", "button")
            .class("picker-button")
            .attr("id", BUTTON)
            .attr_now("aria-expanded", move || open.get().to_string())
            .attr("aria-controls", PANEL)
            .flag_now("disabled", {
                let live = self.live;
                move || !live
            })
            .on("click", move |_| open.update(|open| *open = !*open))
            .text_now(move || desk.counted(desk.words.picker.button))
    }

    /// The chosen ones.
    fn chips(&self) -> AnyView {
        let chosen = self.chosen.get();
        if let Some(id) = self.wish.try_update_value(Option::take).flatten() {
            focus::later(&id);
        }
        if chosen.is_empty() {
            return ().into_any();
        }
        let chips = chosen.iter().enumerate().map(|(i, code)| self.chip(*code, i == 0)).collect();
        row(vec![el("ul").class("picker-chips").attr("aria-label", self.words.picker.chosen).all(chips)])
    }

    fn chip(&self, code: Code63, is_own: bool) -> El {
        let name = self.picks.name(code).to_owned();
        let id = |what: &str| format!("{BUTTON}-{what}-{code}");
        let named = |message: &str| fill(message, &[("name", &name)]);
        let (front, drop) = (self.clone(), self.clone());
        let star = el("button")
            .attr("type", "button")
            .class("picker-star")
            .attr("id", &id("sao"))
            .attr("aria-pressed", if is_own { "true" } else { "false" })
            .attr("aria-label", &named(self.words.picker.make_own))
            .attr("title", if is_own { self.words.picker.own } else { self.words.picker.make_own_short })
            .flag_now("disabled", {
                let live = self.live;
                move || !live
            })
            .on("click", {
                let id = id("sao");
                move |_| {
                    front.wish.set_value(Some(id.clone()));
                    front.on_change.run(fronted(&front.chosen.get_untracked(), code));
                }
            })
            .add(icon("M12 3l2.7 5.8 6.3.7-4.7 4.3 1.3 6.2L12 16.9 6.4 20l1.3-6.2L3 9.5l6.3-.7z"));
        let cross = el("button")
            .attr("type", "button")
            .class("picker-drop")
            .attr("id", &id("bo"))
            .attr("aria-label", &named(self.words.picker.drop))
            .flag_now("disabled", {
                let live = self.live;
                move || !live
            })
            .on("click", move |_| {
                let chosen = drop.chosen.get_untracked();
                // The focus goes on to the neighbour, or back to the button when none is left.
                let at = chosen.iter().position(|c| *c == code).unwrap_or_default();
                let next = chosen.get(at + 1).or_else(|| at.checked_sub(1).and_then(|i| chosen.get(i)));
                drop.wish.set_value(Some(
                    next.map_or_else(|| BUTTON.to_owned(), |next| format!("{BUTTON}-bo-{next}")),
                ));
                drop.on_change.run(toggled(&chosen, code, drop.most));
            })
            .add(icon("M6 6l12 12M18 6L6 18"));
        let own = is_own.then(|| el("small").text(self.words.picker.own));
        el("li")
            .class(if is_own { "picker-chip own" } else { "picker-chip" })
            .add(star)
            .add(el("span").text(&name).opt(own))
            .add(cross)
    }

    /// Search, order, list and what can be done with all of them.
    fn panel(&self, values: Signal<Vec<Valued>>) -> AnyView {
        let t = &self.words.picker;
        let (picks, typed, order) = (self.picks.clone(), self.typed, self.order);
        let groups = Memo::new(move |_| picks.groups(&typed.get(), order.get(), &values.get()));
        let (desk, clear, done, full) = (self.clone(), self.clone(), self.clone(), self.clone());
        let found = move || groups.with(|all| all.iter().map(|g| g.rows.len()).sum::<usize>());
        let list = self.clone();
        let clearing = el("button")
            .attr("type", "button")
            .class("picker-word")
            .on("click", move |_| {
                clear.on_change.run(Vec::new());
                clear.said.set(clear.words.picker.cleared.to_owned());
            })
            .text(t.clear);
        let closing = el("button")
            .attr("type", "button")
            .class("picker-word")
            .on("click", move |_| done.close())
            .text(t.done);
        row(vec![
            self.search(groups),
            self.orders(),
            el("p").class("picker-said").attr("role", "status").text_now(move || desk.status(found())),
            el("p").class("picker-full").attr("id", FULL).attr("role", "status").text_now(move || {
                if full.is_full() { full.counted(full.words.picker.full) } else { String::new() }
            }),
            el("div")
                .class("picker-list")
                .attr("id", LIST)
                .on("keydown", |event| {
                    let step = match pointer::plain_key(&event).as_deref() {
                        Some("ArrowDown") => 1,
                        Some("ArrowUp") => -1,
                        _ => return,
                    };
                    event.prevent_default();
                    if !focus::walk(LIST, "input:not(:disabled)", step) && step < 0 {
                        focus::later(SEARCH);
                    }
                })
                .view_now(move || list.list(&groups.get())),
            el("p").class("picker-note").text(t.note),
            el("div").class("picker-foot").add(clearing).add(closing),
        ])
    }

    /// How many fit, and whether there is room for more.
    fn status(&self, found: usize) -> String {
        let mut words = vec![self.said.get()];
        if !self.typed.get().trim().is_empty() {
            words.push(if found == 0 {
                self.words.picker.none.to_owned()
            } else {
                fill(self.words.picker.found, &[("n", &found.to_string())])
            });
        }
        words.retain(|w| !w.is_empty());
        words.join(" ")
    }

    fn search(&self, groups: Memo<Vec<Group>>) -> El {
        let t = &self.words.picker;
        let (typed, said, desk) = (self.typed, self.said, self.clone());
        let input = el("input")
            .attr("type", "search")
            .attr("id", SEARCH)
            .attr("autocomplete", "off")
            .attr("spellcheck", "false")
            .attr("placeholder", t.search_hint)
            .value_now(move || typed.get())
            .on("input", move |event| {
                said.set(String::new());
                typed.set(pointer::value(&event).unwrap_or_default().chars().take(40).collect());
            })
            .on("keydown", move |event| match pointer::plain_key(&event).as_deref() {
                Some("ArrowDown") => {
                    event.prevent_default();
                    focus::walk(LIST, "input:not(:disabled)", 1);
                }
                Some("Enter") => {
                    event.prevent_default();
                    desk.take_best(&groups.get_untracked());
                }
                _ => {}
            });
        let label = el("label").attr("for", SEARCH).text(t.search);
        el("div").class("picker-search").add(label).add(input)
    }

    /// Enter in the search takes the best of what fits, and makes room for the next name.
    fn take_best(&self, groups: &[Group]) {
        if self.typed.get_untracked().trim().is_empty() {
            return;
        }
        let Some(best) = groups.first().and_then(|g| g.rows.first()) else { return };
        let chosen = self.chosen.get_untracked();
        let name = [("name", best.name.as_str())];
        if chosen.contains(&best.code) {
            self.said.set(fill(self.words.picker.already, &name));
        } else if chosen.len() < self.most {
            self.on_change.run(toggled(&chosen, best.code, self.most));
            self.said.set(fill(self.words.picker.added, &name));
        } else {
            return;
        }
        self.typed.set(String::new());
    }

    fn orders(&self) -> El {
        let (t, order, typed) = (&self.words.picker, self.order, self.typed);
        let one = |(this, name): (Order, &str)| {
            let input = el("input")
                .attr("type", "radio")
                .attr("name", "chon-tinh-xep")
                .attr("value", this.word())
                .prop_now("checked", move || order.get() == this)
                .on("change", move |_| order.set(this));
            el("label").class("chip").add(input).add(el("span").text(name))
        };
        let all = [(Order::Region, t.by_region), (Order::Name, t.by_name), (Order::Value, t.by_value)];
        el("fieldset")
            .class("picker-order")
            // What is found stands in the order of how well it fits.
            .flag_now("disabled", move || !typed.get().trim().is_empty())
            .add(el("legend").text(t.order))
            .add(el("div").class("chips").all(all.into_iter().map(one).collect()))
    }

    /// The checkboxes. One too many cannot be ticked, and it is said why.
    fn list(&self, groups: &[Group]) -> AnyView {
        let groups = groups.iter().filter(|g| !g.rows.is_empty()).map(|group| {
            let head = if group.head.is_empty() { self.words.picker.all } else { &group.head };
            let class = if group.head.is_empty() { "visually-hidden" } else { "picker-head" };
            let boxes = group.rows.iter().map(|r| self.tick(r.code, &r.name, &r.value)).collect();
            el("fieldset")
                .attr("aria-describedby", FULL)
                .add(el("legend").class(class).text(head))
                .add(el("div").class("picker-rows").all(boxes))
        });
        row(groups.collect())
    }

    fn tick(&self, code: Code63, name: &str, value: &str) -> El {
        let (chosen, desk, room) = (self.chosen, self.clone(), self.clone());
        let input = el("input")
            .attr("type", "checkbox")
            .attr("value", &code.to_string())
            .prop_now("checked", move || chosen.get().contains(&code))
            .flag_now("disabled", move || room.is_full() && !chosen.get().contains(&code))
            .on("change", move |_| desk.toggle(code));
        el("label")
            .class("picker-row")
            .add(input)
            .add(el("span").text(name))
            .opt((!value.is_empty()).then(|| el("span").class("picker-value").text(value)))
    }
}

/// A sign as large as the text around it.
fn icon(path: &str) -> El {
    let frame = [
        ("class", "picker-icon"),
        ("viewBox", "0 0 24 24"),
        ("width", "1em"),
        ("height", "1em"),
        ("aria-hidden", "true"),
    ];
    shape(Tag::Svg, &frame).add(shape(Tag::Path, &[("d", path)]))
}
