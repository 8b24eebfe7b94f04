//! The picture that stands for a page where its link is shared: the finding large, the figure beside it, 1200 × 630.

use super::poster::fit;
use super::poster_words::Pen;
use crate::scene::dress::{self, Scheme};
use crate::scene::svg::{Node, Tag, content, document, num};
use crate::scene::{Anchor, Mark, Reading, Role, Scene, Shape, metrics, sun};
use crate::text::Locale;

/// Width and height, as those who show links ask for it.
pub const SIZE: (f64, f64) = (1200.0, 630.0);
const MARGIN: f64 = 56.0;
/// Where the figure stands: corner, width, height.
const ROOM: (f64, f64, f64, f64) = (648.0, 44.0, 508.0, 542.0);
/// Letters of the title: as large as four lines of it allow.
const TITLE: f64 = 60.0;

/// What the picture says.
pub struct Share<'a> {
    /// Language.
    pub locale: Locale,
    /// The finding, or the name of the page.
    pub title: &'a str,
    /// A sentence below.
    pub words: &'a str,
    /// Where the numbers come from; may be empty.
    pub source: &'a str,
    /// The figure, if the page has one; else the sun.
    pub picture: Option<Scene>,
}

impl Share<'_> {
    /// As SVG, in the light scheme.
    pub fn svg(&self) -> String {
        let mut body = content(&self.frame());
        body.push(sun_at((MARGIN + 20.0, 76.0), 42.0));
        match &self.picture {
            Some(picture) => {
                let ((x, y), scale) = fit(picture, ROOM);
                // A picture in the picture: what runs over its edge is cut off.
                let mut inner = Node::new(
                    Tag::Svg,
                    vec![
                        ("x", num(x)),
                        ("y", num(y)),
                        ("width", num(picture.width * scale)),
                        ("height", num(picture.height * scale)),
                        ("viewBox", format!("0 0 {} {}", num(picture.width), num(picture.height))),
                    ],
                );
                inner.children = content(picture);
                body.push(inner);
            }
            None => body.push(sun_at((ROOM.0 + ROOM.2 / 2.0, SIZE.1 / 2.0), 420.0)),
        }
        let mut used = vec!["m-paper"];
        for node in &body {
            node.classes(&mut used);
        }
        let style = dress::flat_for(Scheme::Light, &used);
        document(
            SIZE,
            SIZE,
            Some(self.locale.tag()),
            &[("title", self.title), ("desc", self.words), ("style", &style)],
            &body,
        )
    }

    /// The words on the left.
    fn frame(&self) -> Scene {
        let room = ROOM.0 - MARGIN - 36.0;
        let mut pen = Pen::new((MARGIN, 128.0), room);
        let site = self.locale.messages().site.name;
        pen.marks.push(line(Role::Heading, (MARGIN + 52.0, 87.0), site, 31.0));
        let size = pen.fitting(self.title, TITLE, 4);
        pen.balanced(Role::Heading, self.title, size, 1.18);
        pen.gap(16.0);
        // The last line is the source's; a long sentence ends before it.
        let low = SIZE.1 - MARGIN - 26.0;
        let most = ((low - pen.at.1) / (26.0 * 1.4)).floor().max(0.0) as usize;
        let words = metrics::wrap(self.words, 26.0, Role::Remark.weight(), room);
        let cut = words.len() > most;
        for (i, words) in words.into_iter().take(most).enumerate() {
            let words = if cut && i + 1 == most {
                format!("{}…", words.trim_end_matches(['.', ',']))
            } else {
                words
            };
            pen.words(Role::Remark, &words, 26.0, 1.4);
        }
        let sources = metrics::wrap(self.source, 20.0, Role::Caption.weight(), room - 24.0);
        if let Some(source) = sources.first() {
            let cut = if sources.len() > 1 { "…" } else { "" };
            let source = format!("{}{cut}", source.trim_end_matches([',', ';']));
            pen.marks.push(line(Role::Caption, (MARGIN, SIZE.1 - MARGIN + 6.0), &source, 20.0));
        }
        Scene {
            id: "chia-se".into(),
            width: SIZE.0,
            height: SIZE.1,
            name: self.title.into(),
            description: self.words.into(),
            reading: Reading::Free,
            marks: pen.marks,
            hits: Vec::new(),
        }
    }
}

fn line(role: Role, at: (f64, f64), text: &str, size: f64) -> Mark {
    let (weight, anchor) = (role.weight(), Anchor::Start);
    Mark::new(role, 0, Shape::Text { at, text: text.into(), size, weight, anchor })
}

fn sun_at((x, y): (f64, f64), size: f64) -> Node {
    let place = format!("translate({} {}) scale({})", num(x), num(y), num(size / 60.0));
    let attrs =
        vec![("class", Role::Sun.class().to_owned()), ("transform", place), ("d", sun::MARK.to_owned())];
    Node::new(Tag::Path, attrs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_end_before_the_source() {
        let words = "Một câu dài hơn chỗ có được. ".repeat(30);
        let share = Share {
            locale: Locale::Vi,
            title: "Bản đồ tỉnh, thành của một nước có rất nhiều tỉnh, thành",
            words: &words,
            source: "Nguồn: A.",
            picture: None,
        };
        let frame = share.frame();
        let texts: Vec<(f64, &str)> = (frame.marks.iter())
            .filter_map(|m| match &m.shape {
                Shape::Text { at, text, .. } => Some((at.1, text.as_str())),
                _ => None,
            })
            .collect();
        let source = texts.iter().find(|(_, text)| *text == "Nguồn: A.").unwrap().0;
        assert!(texts.iter().filter(|(y, _)| *y < source - 20.0).count() > 4);
        assert!(texts.iter().all(|(y, text)| *y <= source && (text != &"" && *y < SIZE.1)), "{texts:?}");
        assert!(texts.iter().any(|(_, text)| text.ends_with('…')));
    }
}
