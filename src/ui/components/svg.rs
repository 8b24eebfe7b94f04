//! The scene's one tree as live nodes: what `scene::svg::write` says in text, said to the document.

use crate::scene::svg::{Node, Tag};
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;
use leptos::svg;

/// The nodes, in order. The same tree drawn again keeps its elements and sets their attributes anew.
pub fn view(nodes: Vec<Node>) -> AnyView {
    nodes.into_iter().map(element).collect::<Vec<_>>().into_any()
}

/// One element with all inside it.
pub fn element(node: Node) -> AnyView {
    let Node { tag, attrs, text, children } = node;
    let attrs: Vec<AnyAttribute> =
        attrs.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect();
    // An empty text child would be written as a blank, so a leaf has none.
    macro_rules! dress {
        ($make:expr) => {{
            let bare = $make.add_any_attr(attrs);
            if !children.is_empty() {
                bare.child(view(children)).into_any()
            } else if !text.is_empty() {
                bare.child(text).into_any()
            } else {
                bare.into_any()
            }
        }};
    }
    match tag {
        Tag::Svg => dress!(svg::svg()),
        Tag::Title => dress!(svg::title()),
        Tag::Desc => dress!(svg::desc()),
        Tag::Style => dress!(svg::style()),
        Tag::Defs => dress!(svg::defs()),
        Tag::Pattern => dress!(svg::pattern()),
        Tag::G => dress!(svg::g()),
        Tag::Path => dress!(svg::path()),
        Tag::Circle => dress!(svg::circle()),
        Tag::Rect => dress!(svg::rect()),
        Tag::Line => dress!(svg::line()),
        Tag::Text => dress!(svg::text()),
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn both_writers_say_the_same() {
        let leaf = Node {
            tag: Tag::Path,
            attrs: vec![("class", "m-line t1".into()), ("d", "M0 0L1 1".into()), ("data-unit", "48".into())],
            text: String::new(),
            children: Vec::new(),
        };
        let word = Node {
            tag: Tag::Text,
            attrs: vec![("aria-label", "\"<a>\"".into())],
            text: "Đà <b>".into(),
            children: Vec::new(),
        };
        let group =
            Node { tag: Tag::G, attrs: Vec::new(), text: String::new(), children: vec![leaf.clone(), word] };
        let live = Owner::new().with(|| element(group).to_html());
        assert_eq!(
            live.replace("<!>", ""),
            "<g><path class=\"m-line t1\" d=\"M0 0L1 1\" data-unit=\"48\"></path>\
             <text aria-label=\"&quot;&lt;a&gt;&quot;\">Đà &lt;b&gt;</text></g>"
        );
    }
}
