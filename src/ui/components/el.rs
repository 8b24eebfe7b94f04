//! Elements that all have one type. `view!` makes some 400 bytes of wasm for every element; a call here is 20.
//!
//! `el("p").class("lead").text(words)` is `<p class="lead">{words}</p>`. Screens with many elements are written so;
//! what is small stays in `view!`, and each can hold the other (`view`, `into_any`). An element that is drawn again
//! replaces the old one: nothing of an earlier screen (a ticked box, an open fold) can stay behind.

use crate::scene::svg::{Node, Tag};
use leptos::attr::Attribute;
use leptos::attr::any_attribute::{AnyAttribute, AnyAttributeState, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::no_attrs;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::sync::{Arc, Mutex};

/// An element being put together.
pub struct El(Box<Inner>);

struct Inner {
    tag: &'static str,
    /// Whether it is part of a picture.
    drawn: bool,
    fixed: Vec<(&'static str, String)>,
    moving: Vec<AnyAttribute>,
    children: Vec<Child>,
}

enum Child {
    Words(String),
    El(El),
    View(AnyView),
}

/// An element of the page.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Inner { tag, drawn: false, fixed: Vec::new(), moving: Vec::new(), children: Vec::new() }))
}

/// An element of a picture.
pub fn shape(tag: Tag, attrs: &[(&'static str, &str)]) -> El {
    let mut out = el(tag.name());
    out.0.drawn = true;
    attrs.iter().fold(out, |el, (name, value)| el.attr(name, value))
}

/// A picture that was worked out elsewhere.
pub fn picture(node: &Node) -> El {
    let mut out = shape(node.tag, &[]);
    out.0.fixed.clone_from(&node.attrs);
    if !node.text.is_empty() {
        out = out.text(&node.text);
    }
    node.children.iter().fold(out, |out, child| out.add(picture(child)))
}

/// A view that follows signals.
pub fn now(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let view: Arc<Mutex<dyn FnMut() -> AnyView + Send>> = Arc::new(Mutex::new(view));
    view.into_any()
}

/// Several elements, one after the other, without one around them.
pub fn row(elements: Vec<El>) -> AnyView {
    elements.into_iter().map(El::into_any).collect::<Vec<_>>().into_any()
}

impl El {
    /// `class="…"`.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// An attribute; a flag has an empty value.
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.fixed.push((name, value.to_owned()));
        self
    }

    /// An attribute that follows signals.
    pub fn attr_now(self, name: &'static str, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: Arc<Mutex<dyn FnMut() -> String + Send>> = Arc::new(Mutex::new(value));
        self.moving(custom_attribute(name, value).into_any_attr())
    }

    /// A flag that follows signals.
    pub fn flag_now(self, name: &'static str, set: impl FnMut() -> bool + Send + 'static) -> Self {
        let set: Arc<Mutex<dyn FnMut() -> bool + Send>> = Arc::new(Mutex::new(set));
        self.moving(custom_attribute(name, set).into_any_attr())
    }

    /// A property that follows signals, where an attribute would only be its first value (`checked`, `selected`).
    pub fn prop_now(self, name: &'static str, set: impl FnMut() -> bool + Send + 'static) -> Self {
        let set: Arc<Mutex<dyn FnMut() -> bool + Send>> = Arc::new(Mutex::new(set));
        self.moving(prop(name, set).into_any_attr())
    }

    /// The value of an input that follows signals.
    pub fn value_now(self, value: impl FnMut() -> String + Send + 'static) -> Self {
        let value: Arc<Mutex<dyn FnMut() -> String + Send>> = Arc::new(Mutex::new(value));
        self.moving(prop("value", value).into_any_attr())
    }

    /// What happens on an event.
    pub fn on(self, name: &'static str, act: impl FnMut(ev::Event) + 'static) -> Self {
        let act: Box<dyn FnMut(ev::Event)> = Box::new(act);
        self.moving(on(ev::Custom::<ev::Event>::new(name), act).into_any_attr())
    }

    fn moving(mut self, attr: AnyAttribute) -> Self {
        self.0.moving.push(attr);
        self
    }

    /// Words inside.
    pub fn text(mut self, words: &str) -> Self {
        self.0.children.push(Child::Words(words.to_owned()));
        self
    }

    /// Words that follow signals.
    pub fn text_now(self, words: impl FnMut() -> String + Send + 'static) -> Self {
        let words: Arc<Mutex<dyn FnMut() -> String + Send>> = Arc::new(Mutex::new(words));
        self.view(words.into_any())
    }

    /// An element inside.
    #[allow(clippy::should_implement_trait)] // a child is not a summand
    pub fn add(mut self, child: Self) -> Self {
        self.0.children.push(Child::El(child));
        self
    }

    /// An element inside, if there is one.
    pub fn opt(mut self, child: Option<Self>) -> Self {
        self.0.children.extend(child.map(Child::El));
        self
    }

    /// Elements inside, one after the other.
    pub fn all(mut self, children: Vec<Self>) -> Self {
        self.0.children.extend(children.into_iter().map(Child::El));
        self
    }

    /// Any view inside.
    pub fn view(mut self, child: AnyView) -> Self {
        self.0.children.push(Child::View(child));
        self
    }

    /// A view that follows signals.
    pub fn view_now(self, view: impl FnMut() -> AnyView + Send + 'static) -> Self {
        self.view(now(view))
    }

    #[cfg(not(target_arch = "wasm32"))]
    fn write(self, buf: &mut String) {
        let Inner { tag, fixed, moving, children, .. } = *self.0;
        let fixed = fixed.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr());
        let mut attrs = String::new();
        for attr in fixed.chain(moving) {
            attr.to_html(&mut attrs, &mut String::new(), &mut String::new(), &mut String::new());
        }
        buf.push('<');
        buf.push_str(tag);
        buf.push_str(&attrs);
        buf.push('>');
        for child in children {
            let position = &mut Position::FirstChild;
            match child {
                Child::Words(words) => words.to_html_with_buf(buf, position, true, false, Vec::new()),
                Child::El(el) => el.write(buf),
                Child::View(view) => view.to_html_with_buf(buf, position, true, false, Vec::new()),
            }
        }
        // The one element without an inside.
        if tag != "input" {
            buf.push_str("</");
            buf.push_str(tag);
            buf.push('>');
        }
    }
}

/// An element on the page.
pub struct Shown {
    element: types::Element,
    /// Kept as long as the element: they hold what follows signals and what happens on events.
    _moving: Vec<AnyAttributeState>,
    _views: Vec<AnyViewState>,
    _inside: Vec<Shown>,
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.element.unmount();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        self.element.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.element.insert_before_this(child)
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.element.clone()]
    }
}

impl Render for El {
    type State = Shown;

    fn build(self) -> Shown {
        let Inner { tag, drawn, fixed, moving, children } = *self.0;
        let element = Rndr::create_element(tag, drawn.then_some("http://www.w3.org/2000/svg"));
        for (name, value) in &fixed {
            Rndr::set_attribute(&element, name, value);
        }
        let moving = moving.into_iter().map(|attr| attr.build(&element)).collect();
        let (mut views, mut inside) = (Vec::new(), Vec::new());
        for child in children {
            match child {
                Child::Words(words) => Rndr::create_text_node(&words).mount(&element, None),
                Child::El(el) => {
                    let mut shown = el.build();
                    shown.mount(&element, None);
                    inside.push(shown);
                }
                Child::View(view) => {
                    let mut shown = view.build();
                    shown.mount(&element, None);
                    views.push(shown);
                }
            }
        }
        Shown { element, _moving: moving, _views: views, _inside: inside }
    }

    fn rebuild(self, state: &mut Shown) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

no_attrs!(El);

impl RenderHtml for El {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    #[allow(unused_variables)] // in the browser
    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        #[cfg(not(target_arch = "wasm32"))]
        {
            self.write(buf);
            *position = Position::NextChild;
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, _cursor: &Cursor, _position: &PositionState) -> Shown {
        // Pages are built anew in the browser, never hydrated.
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn it_writes_what_view_writes() {
        let (ours, theirs) = Owner::new().with(|| {
            let words = RwSignal::new("một <hai>".to_owned());
            let ours = el("p")
                .attr("data-x", "\"1\"")
                .attr_now("title", move || words.get())
                .on("click", |_| {})
                .text_now(move || words.get())
                .add(el("strong").text("ba & bốn"))
                .view(view! { <em>{"năm"}</em> }.into_any());
            let theirs = view! {
                <p data-x="\"1\"" title=move || words.get() on:click=|_| {}>
                    {move || words.get()}<strong>{"ba & bốn"}</strong><em>{"năm"}</em>
                </p>
            };
            (ours.into_any().to_html(), theirs.to_html())
        });
        assert_eq!(ours.replace("<!>", ""), theirs.replace("<!>", ""));
    }

    #[test]
    fn an_input_has_no_inside() {
        let html =
            Owner::new().with(|| el("input").attr("type", "radio").attr("checked", "").into_any().to_html());
        assert_eq!(html, "<input type=\"radio\" checked=\"\">");
    }
}
