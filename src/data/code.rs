//! Codes of provinces. The 63 units before 1 July 2025 and the 34 since then share numbers but not meaning
//! (15 is Yên Bái among the 63 and Lào Cai among the 34), so they are different types and only data connect them.

#[cfg(not(target_arch = "wasm32"))]
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Code of one of the 63 units until 30 June 2025 (statistics office list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code63(u8);

/// Code of one of the 34 units since 1 July 2025 (Decision 19/2025/QĐ-TTg).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code34(u8);

macro_rules! code {
    ($name:ident) => {
        impl $name {
            /// Reads two digits, `"01"` to `"99"`; anything else is `None`.
            pub fn parse(text: &str) -> Option<Self> {
                let two = text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
                two.then(|| text.parse().ok().filter(|n| *n > 0).map(Self))?
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:02}", self.0)
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        #[cfg(not(target_arch = "wasm32"))]
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| {
                    serde::de::Error::custom(format!(
                        "mã tỉnh không hợp lệ: \"{text}\" (cần hai chữ số, như \"01\")"
                    ))
                })
            }
        }
    };
}
code!(Code63);
code!(Code34);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_two_digits() {
        assert_eq!(Code63::parse("01").map(|c| c.to_string()).as_deref(), Some("01"));
        for bad in ["1", "001", "ab", "00", "", "+1"] {
            assert_eq!(Code34::parse(bad), None, "{bad}");
        }
    }
}
