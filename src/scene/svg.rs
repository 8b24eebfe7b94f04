//! A scene as SVG: one tree of elements, written here as a string and by `ui` as live nodes.

use super::dress::{self, Scheme};
use super::palette;
use super::{Anchor, Mark, Role, Scene, Shape, Weight};

/// An SVG element. Only tags and attributes that both writers know.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Tag.
    pub tag: Tag,
    /// Attributes, in writing order.
    pub attrs: Vec<(&'static str, String)>,
    /// Text content.
    pub text: String,
    /// Children; never together with text.
    pub children: Vec<Node>,
}

/// The tags in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Tag {
    Svg,
    Title,
    Desc,
    Style,
    Defs,
    Pattern,
    G,
    Path,
    Circle,
    Rect,
    Line,
    Text,
}

impl Tag {
    /// The name in the document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Title => "title",
            Self::Desc => "desc",
            Self::Style => "style",
            Self::Defs => "defs",
            Self::Pattern => "pattern",
            Self::G => "g",
            Self::Path => "path",
            Self::Circle => "circle",
            Self::Rect => "rect",
            Self::Line => "line",
            Self::Text => "text",
        }
    }
}

impl Node {
    /// An element without words or children.
    pub fn new(tag: Tag, attrs: Vec<(&'static str, String)>) -> Self {
        Self { tag, attrs, text: String::new(), children: Vec::new() }
    }

    /// The classes of it and of all inside it.
    pub fn classes<'a>(&'a self, into: &mut Vec<&'a str>) {
        for (_, names) in self.attrs.iter().filter(|(name, _)| *name == "class") {
            for name in names.split(' ') {
                if !into.contains(&name) {
                    into.push(name);
                }
            }
        }
        for child in &self.children {
            child.classes(into);
        }
    }
}

/// A number in SVG: at most two decimals, no trailing zeros. By whole numbers: the machinery for printing floats is
/// heavy in the wasm, and differs by nothing here.
pub fn num(value: f64) -> String {
    let cents = (value * 100.0).round() as i64;
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let sign = if cents < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        r if r % 10 == 0 => format!("{sign}{whole}.{}", r / 10),
        r => format!("{sign}{whole}.{r:02}"),
    }
}

/// The marks of a scene, with the hatch they may refer to. Without title or frame, which the two writers differ in.
pub fn content(scene: &Scene) -> Vec<Node> {
    let hatch = format!("{}-hatch", scene.id);
    let mut nodes = Vec::with_capacity(scene.marks.len() + 1);
    if scene.marks.iter().any(any_hatched) {
        let mut pattern = Node::new(
            Tag::Pattern,
            vec![
                ("id", hatch.clone()),
                ("width", "6".into()),
                ("height", "6".into()),
                ("patternUnits", "userSpaceOnUse".into()),
            ],
        );
        pattern.children = vec![
            Node::new(
                Tag::Rect,
                vec![("class", "m-hatch-ground".into()), ("width", "6".into()), ("height", "6".into())],
            ),
            Node::new(
                Tag::Path,
                vec![("class", "m-hatch".into()), ("d", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5".into())],
            ),
        ];
        let mut defs = Node::new(Tag::Defs, Vec::new());
        defs.children.push(pattern);
        nodes.push(defs);
    }
    nodes.extend(scene.marks.iter().map(|mark| mark_node(mark, &hatch)));
    nodes
}

/// Marks without the hatch they may refer to.
pub fn marks(marks: &[Mark]) -> Vec<Node> {
    marks.iter().map(|mark| mark_node(mark, "")).collect()
}

fn hatched(role: Role) -> bool {
    matches!(role, Role::NoData | Role::BarHollow)
}

fn any_hatched(mark: &Mark) -> bool {
    match &mark.shape {
        Shape::Group(marks) => marks.iter().any(any_hatched),
        _ => hatched(mark.role),
    }
}

fn mark_node(mark: &Mark, hatch: &str) -> Node {
    let mut attrs = vec![("class", class(mark))];
    let (mut words, mut children) = ("", Vec::new());
    let tag = match &mark.shape {
        Shape::Path(d) => {
            attrs.push(("d", d.clone()));
            Tag::Path
        }
        Shape::Circle(x, y, r) => {
            attrs.extend([("cx", num(*x)), ("cy", num(*y)), ("r", num(*r))]);
            Tag::Circle
        }
        Shape::Rect(x, y, w, h) => {
            attrs.extend([("x", num(*x)), ("y", num(*y)), ("width", num(*w)), ("height", num(*h))]);
            Tag::Rect
        }
        Shape::Line(x1, y1, x2, y2) => {
            attrs.extend([("x1", num(*x1)), ("y1", num(*y1)), ("x2", num(*x2)), ("y2", num(*y2))]);
            Tag::Line
        }
        Shape::Text { at, text, size, anchor, .. } => {
            attrs.extend([("x", num(at.0)), ("y", num(at.1)), ("font-size", num(*size))]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => attrs.push(("text-anchor", "middle".into())),
                Anchor::End => attrs.push(("text-anchor", "end".into())),
            }
            words = text;
            Tag::Text
        }
        Shape::Group(marks) => {
            children = marks.iter().map(|mark| mark_node(mark, hatch)).collect();
            Tag::G
        }
    };
    attrs.extend(mark.attrs.iter().cloned());
    if hatched(mark.role) {
        attrs.push(("fill", format!("url(#{hatch})")));
    }
    Node { tag, attrs, text: words.into(), children }
}

fn class(mark: &Mark) -> String {
    let mut class = format!("{} t{}", mark.role.class(), mark.tone + 1);
    if let Shape::Text { weight, .. } = mark.shape {
        class.push_str(match weight {
            Weight::Regular => "",
            Weight::SemiBold => " w6",
            Weight::Bold => " w8",
        });
    }
    class
}

/// The scene as a file that stands by itself: title, description, and both colour schemes.
pub fn to_string(scene: &Scene) -> String {
    alone(scene, &palette::standalone())
}

/// The scene as a file in one colour scheme, every colour written out.
pub fn in_scheme(scene: &Scene, scheme: Scheme) -> String {
    alone(scene, &dress::flat(scheme))
}

fn alone(scene: &Scene, style: &str) -> String {
    let head = [("title", scene.name.as_str()), ("desc", &scene.description), ("style", style)];
    document((scene.width, scene.height), (scene.width, scene.height), None, &head, &content(scene))
}

/// A file: how large it is (inside, and to the world), its language, what it says of itself (element and words), and
/// what it shows, on a ground of paper.
pub fn document(
    (width, height): (f64, f64),
    (shown_width, shown_height): (f64, f64),
    lang: Option<&str>,
    head: &[(&str, &str)],
    body: &[Node],
) -> String {
    let mut root = vec![
        ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
        ("viewBox", format!("0 0 {} {}", num(width), num(height))),
        ("width", num(shown_width)),
        ("height", num(shown_height)),
        ("role", "img".into()),
    ];
    root.extend(lang.map(|lang| ("lang", lang.to_owned())));
    let mut out = String::new();
    open("svg", &root, &mut out);
    out.push('>');
    for (tag, words) in head {
        open(tag, &[], &mut out);
        out.push('>');
        escape(words, &mut out);
        close(tag, &mut out);
    }
    let paper = vec![("class", "m-paper".into()), ("width", num(width)), ("height", num(height))];
    write(&Node::new(Tag::Rect, paper), &mut out);
    for node in body {
        write(node, &mut out);
    }
    close("svg", &mut out);
    out.push('\n');
    out
}

/// Writes an element and all inside it.
pub fn write(node: &Node, out: &mut String) {
    open(node.tag.name(), &node.attrs, out);
    if node.text.is_empty() && node.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    escape(&node.text, out);
    for child in &node.children {
        write(child, out);
    }
    close(node.tag.name(), out);
}

fn open(tag: &str, attrs: &[(&'static str, String)], out: &mut String) {
    out.push('<');
    out.push_str(tag);
    for (name, value) in attrs {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}

fn close(tag: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

/// Writes words as text of an element or an attribute.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0.0, -0.001, 12.5, 3.25, 100.0].map(num), ["0", "0", "12.5", "3.25", "100"]);
    }

    #[test]
    fn words_from_data_stay_words() {
        let mark = Mark::new(
            Role::Remark,
            0,
            Shape::Text {
                at: (1.0, 2.0),
                text: "<img onerror=\"x\">&".into(),
                size: 12.0,
                weight: Weight::Regular,
                anchor: Anchor::Start,
            },
        );
        let mut out = String::new();
        write(&mark_node(&mark, "h"), &mut out);
        assert_eq!(
            out,
            "<text class=\"m-remark t1\" x=\"1\" y=\"2\" font-size=\"12\">&lt;img onerror=&quot;x&quot;&gt;&amp;</text>"
        );
    }
}
