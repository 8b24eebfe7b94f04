//! Rules of ids and texts.

use super::Check;
use crate::text::Text;
use std::collections::BTreeSet;
use std::fmt;

impl Check<'_> {
    /// A text in both languages, neither empty nor with loose blanks.
    pub(super) fn text(&mut self, file: &str, place: impl fmt::Display, text: &Text) {
        self.word(file, format_args!("{place}.vi"), &text.vi);
        self.word(file, format_args!("{place}.en"), &text.en);
    }

    /// One text, neither empty nor with loose blanks.
    pub(super) fn word(&mut self, file: &str, place: impl fmt::Display, word: &str) {
        if word.trim().is_empty() {
            self.add(file, place, || ("chữ để trống".into(), "Viết đủ cả tiếng Việt và tiếng Anh.".into()));
        } else if word.trim() != word {
            self.add(file, place, || {
                (format!("\"{word}\" có khoảng trắng ở đầu hoặc cuối"), "Xóa khoảng trắng thừa.".into())
            });
        }
    }

    /// An id that can stand in an address and is not taken yet.
    pub(super) fn id(&mut self, file: &str, place: impl fmt::Display, id: &str, seen: &mut BTreeSet<String>) {
        if !is_kebab(id) {
            self.add(file, &place, || {
                (
                    format!("id \"{id}\" không hợp lệ"),
                    "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, như \"to-cong-nghe\".".into(),
                )
            });
        }
        if !seen.insert(id.into()) {
            self.add(file, place, || {
                (format!("id \"{id}\" đã được dùng"), "Đặt một id khác hoặc xóa mục bị lặp.".into())
            });
        }
    }
}

/// Whether a text is made of lower-case ASCII words and digits joined by single hyphens.
pub fn is_kebab(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_kebab;

    #[test]
    fn ids_can_stand_in_an_address() {
        for good in ["egdi-rank", "a", "qd-505", "2024"] {
            assert!(is_kebab(good), "{good}");
        }
        for bad in ["", "-a", "a--b", "a-", "A", "tổ", "a_b", "a b"] {
            assert!(!is_kebab(bad), "{bad}");
        }
    }
}
