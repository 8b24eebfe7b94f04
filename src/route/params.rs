//! The query of an address: read into pairs, changed, and written again.
//!
//! An address can be typed by hand, so everything is read somehow: what is no valid escape stays as it is.

/// The pairs of a query, with or without its question mark, decoded, in order.
pub fn read(query: &str) -> Vec<(String, String)> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        })
        .collect()
}

/// The first value of a name.
pub fn get<'a>(pairs: &'a [(String, String)], name: &str) -> Option<&'a str> {
    pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

/// The query with some values changed: a new one takes the place of the old, an empty one removes it. What is not
/// named stays. Empty, or with its question mark.
pub fn with(query: &str, changes: &[(&str, String)]) -> String {
    let mut pairs = read(query);
    for (name, value) in changes {
        let place = pairs.iter().position(|(key, _)| key == name);
        pairs.retain(|(key, _)| key != name);
        if !value.is_empty() {
            let pair = ((*name).to_owned(), value.clone());
            pairs.insert(place.unwrap_or(pairs.len()).min(pairs.len()), pair);
        }
    }
    let mut out = String::new();
    for (name, value) in pairs {
        out.push(if out.is_empty() { '?' } else { '&' });
        encode(&name, &mut out);
        if !value.is_empty() {
            out.push('=');
            encode(&value, &mut out);
        }
    }
    out
}

fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while let Some(byte) = bytes.get(i) {
        let pair = (bytes.get(i + 1).copied().and_then(digit), bytes.get(i + 2).copied().and_then(digit));
        match (byte, pair) {
            (b'%', (Some(high), Some(low))) => {
                out.push(high * 16 + low);
                i += 3;
                continue;
            }
            (b'+', _) => out.push(b' '),
            (other, _) => out.push(*other),
        }
        i += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// Letters, digits and what reads well in an address stay; everything else is escaped.
fn encode(text: &str, out: &mut String) {
    const HEX: [char; 16] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let hex = |n: u8| HEX.get(usize::from(n)).copied().unwrap_or('0');
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b',' => {
                out.push(byte as char);
            }
            b' ' => out.push('+'),
            other => {
                out.push('%');
                out.push(hex(other >> 4));
                out.push(hex(other & 15));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let query =
            with("?nam=2020-2024&theme=dark", &[("tim", "Đà Nẵng & 5%".into()), ("nam", String::new())]);
        assert_eq!(query, "?theme=dark&tim=%C4%90%C3%A0+N%E1%BA%B5ng+%26+5%25");
        assert_eq!(get(&read(&query), "tim"), Some("Đà Nẵng & 5%"));
        assert_eq!(with("?a=1", &[("a", String::new())]), "");
        assert_eq!(with("?a=1&b=2&a=3", &[("a", "9".into())]), "?a=9&b=2");
    }

    #[test]
    fn strange_queries_do_no_harm() {
        for query in ["?", "?&&", "?=", "?%", "?a=%zz", "?%ff=%fe", "a=b=c", "?<script>"] {
            let again = with(query, &[]);
            assert_eq!(read(&again), read(&with(&again, &[])), "{query}");
        }
        assert_eq!(get(&read("?a=%C4"), "a"), Some("\u{FFFD}"));
    }
}
