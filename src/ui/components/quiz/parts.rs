//! What several screens have: a heading that takes the focus, buttons in a row, an option to choose, a picture.

use crate::scene::svg::Tag;
use crate::ui::components::el::{El, el, shape};
use leptos::ev;

/// A heading that takes the focus when its screen comes.
pub(super) fn title(tag: &'static str, id: &str, words: &str) -> El {
    el(tag).attr("id", id).attr("tabindex", "-1").text(words)
}

/// A button that does something; `mark` is a flag for tests, `main` the one that most people want.
pub(super) fn button(main: bool, mark: &'static str, words: &str, act: impl Fn() + 'static) -> El {
    press(if main { "quiz-button quiz-primary" } else { "quiz-button" }, mark, words, act)
}

/// A button of a class of its own.
pub(super) fn press(class: &str, mark: &'static str, words: &str, act: impl Fn() + 'static) -> El {
    el("button").attr("type", "button").class(class).attr(mark, "").on("click", move |_| act()).text(words)
}

/// Buttons in a row.
pub(super) fn acts(buttons: Vec<El>) -> El {
    el("div").class("quiz-acts").all(buttons)
}

/// A radio button or checkbox.
pub(super) fn control(kind: &str, name: &str, act: impl FnMut(ev::Event) + 'static) -> El {
    el("input").attr("type", kind).attr("name", name).on("change", act)
}

/// A control with its words.
pub(super) fn option(control: El, words: &str) -> El {
    el("label").class("quiz-option").add(control).add(el("span").text(words))
}

/// A group of controls; `class` is that of its legend.
pub(super) fn fields(class: &str, legend: &str, inside: Vec<El>) -> El {
    let mut words = el("legend").text(legend);
    if !class.is_empty() {
        words = words.class(class);
    }
    el("fieldset").class("quiz-fields").add(words).all(inside)
}

/// A hint in small type.
pub(super) fn hint(words: &str) -> El {
    el("p").class("quiz-hint").text(words)
}

/// A block with a heading.
pub(super) fn block(class: &str, words: &str) -> El {
    el("div").class(class).add(el("h2").text(words))
}

/// A picture as wide as its place, hidden from readers: the words beside it say the same.
pub(super) fn strip(class: &'static str, height: &str, shapes: Vec<El>) -> El {
    let mut attrs = vec![("width", "100%"), ("height", height), ("aria-hidden", "true")];
    if !class.is_empty() {
        attrs.insert(0, ("class", class));
    }
    shape(Tag::Svg, &attrs).all(shapes)
}
