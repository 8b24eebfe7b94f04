//! Vietnamese order and search: `a ă â … d đ e ê … o ô ơ … u ư`, and folding of diacritics.

use std::cmp::Ordering;

/// Compares two Vietnamese texts as a dictionary does: letters first (ă after a, đ after d), tone marks only to
/// break ties, case last.
pub fn compare(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a.chars(), b.chars());
    let mut tones = Ordering::Equal;
    loop {
        match (left.next(), right.next()) {
            (None, None) => return tones.then_with(|| a.cmp(b)),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(x), Some(y)) => {
                let ((x, tone_x), (y, tone_y)) = (letter(x), letter(y));
                if x != y {
                    return x.cmp(&y);
                }
                tones = tones.then(tone_x.cmp(&tone_y));
            }
        }
    }
}

/// A text for searching: lower case, no diacritics, single spaces; `Đà Nẵng` → `da nang`.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let (base, _) = strip(c);
        let base = match base {
            'ă' | 'â' => 'a',
            'đ' => 'd',
            'ê' => 'e',
            'ô' | 'ơ' => 'o',
            'ư' => 'u',
            other => other,
        };
        if is_word(base) {
            out.push(base);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Letters and digits. Beyond ASCII all that is not a sign counts: the standard tables know better and weigh 4 kB.
fn is_word(c: char) -> bool {
    match c {
        '\u{80}'..='\u{BF}' | '×' | '÷' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}' => false,
        _ => c.is_ascii_alphanumeric() || !c.is_ascii(),
    }
}

/// The place of a letter in the alphabet and its tone (0 none, then huyền, hỏi, ngã, sắc, nặng).
fn letter(c: char) -> (u16, u8) {
    let (base, tone) = strip(c);
    let place = match base {
        'a' => 0x200,
        'ă' => 0x201,
        'â' => 0x202,
        'b' => 0x210,
        'c' => 0x220,
        'd' => 0x230,
        'đ' => 0x231,
        'e' => 0x240,
        'ê' => 0x241,
        'o' => 0x2E0,
        'ô' => 0x2E1,
        'ơ' => 0x2E2,
        'u' => 0x340,
        'ư' => 0x341,
        'f'..='n' => 0x250 + (base as u16 - 'f' as u16) * 0x10,
        'p'..='t' => 0x2F0 + (base as u16 - 'p' as u16) * 0x10,
        'v'..='z' => 0x350 + (base as u16 - 'v' as u16) * 0x10,
        '0'..='9' => 0x100 + (base as u16 - '0' as u16),
        ' ' | '-' | '–' => 0x20,
        other => (other as u32).min(0x1FF) as u16,
    };
    (place, tone)
}

/// Lower case of the letters that Vietnamese and English use. The standard tables know all scripts and weigh 30 kB.
pub fn lower(c: char) -> char {
    let code = c as u32;
    let low = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        // Ă Đ Ĩ Ũ and the letters with two marks stand in pairs, capital first.
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1EA0..=0x1EFF => code | 1,
        0x1AF => 0x1B0,
        _ => code,
    };
    char::from_u32(low).unwrap_or(c)
}

/// Upper case of the same letters.
pub fn upper(c: char) -> char {
    let code = c as u32;
    let high = match code {
        0x61..=0x7A | 0xE0..=0xF6 | 0xF8..=0xFE => code - 0x20,
        0x100..=0x137 | 0x14A..=0x177 | 0x1A0..=0x1A5 | 0x1EA0..=0x1EFF => code & !1,
        0x1B0 => 0x1AF,
        _ => code,
    };
    char::from_u32(high).unwrap_or(c)
}

/// Lower case without the tone mark: `Ẵ` → (`ă`, ngã).
fn strip(c: char) -> (char, u8) {
    const ROWS: [(char, &str); 12] = [
        ('a', "àảãáạ"),
        ('ă', "ằẳẵắặ"),
        ('â', "ầẩẫấậ"),
        ('e', "èẻẽéẹ"),
        ('ê', "ềểễếệ"),
        ('i', "ìỉĩíị"),
        ('o', "òỏõóọ"),
        ('ô', "ồổỗốộ"),
        ('ơ', "ờởỡớợ"),
        ('u', "ùủũúụ"),
        ('ư', "ừửữứự"),
        ('y', "ỳỷỹýỵ"),
    ];
    let lower = lower(c);
    if lower.is_ascii() {
        return (lower, 0);
    }
    ROWS.iter()
        .find_map(|(base, marked)| {
            marked.chars().position(|m| m == lower).map(|tone| (*base, tone as u8 + 1))
        })
        .unwrap_or((lower, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_dictionary_order() {
        let mut names =
            vec!["Đồng Nai", "Điện Biên", "Cần Thơ", "Đà Nẵng", "Cà Mau", "Cao Bằng", "An Giang", "Ăn", "Ân"];
        names.sort_by(|a, b| compare(a, b));
        assert_eq!(
            names,
            ["An Giang", "Ăn", "Ân", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Điện Biên", "Đồng Nai"]
        );
    }

    #[test]
    fn tones_only_break_ties() {
        let mut words = vec!["mạ", "má", "mã", "mả", "mà", "ma", "mai"];
        words.sort_by(|a, b| compare(a, b));
        assert_eq!(words, ["ma", "mà", "mả", "mã", "má", "mạ", "mai"]);
    }

    #[test]
    fn case_agrees_with_the_standard_tables() {
        let letters =
            "aăâbcdđeêfghijklmnoôơpqrstuưvwxyzàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
        for c in letters.chars() {
            let capital = c.to_uppercase().next().unwrap();
            assert_eq!((upper(c), lower(capital), lower(c), upper(capital)), (capital, c, c, capital), "{c}");
        }
        for c in "0 -–.?中".chars() {
            assert_eq!((lower(c), upper(c)), (c, c));
        }
    }

    #[test]
    fn search_text_has_no_marks() {
        assert_eq!(fold("  Thừa Thiên – Huế "), "thua thien hue");
        assert_eq!(fold("ĐẮK LẮK"), "dak lak");
        assert_eq!(fold("“Trà Vinh” … 5 × 3 – 2\u{a0}% · café №中"), "tra vinh 5 3 2 cafe 中");
    }
}
