//! What a reader has chosen in the catalogue: theme, words and order, as in `?chu-de=…&tim=…&xep=…`.

use crate::data::Theme;
use crate::text::collate;

/// The longest text a search takes.
pub const LONGEST: usize = 60;

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By theme.
    #[default]
    Theme,
    /// By name, as a Vietnamese dictionary has it.
    Name,
    /// Newest data first.
    Newest,
}

impl Order {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Theme, Self::Name, Self::Newest];

    /// The word in an address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Theme => "chu-de",
            Self::Name => "ten",
            Self::Newest => "moi",
        }
    }
}

/// The word for a theme in an address.
pub fn slug(theme: Theme) -> &'static str {
    match theme {
        Theme::International => "the-gioi",
        Theme::Connectivity => "ket-noi",
        Theme::Economy => "kinh-te-so",
        Theme::Community => "to-cong-nghe",
        Theme::Index => "chi-so",
        Theme::ProvinceDigital => "cac-tinh",
        Theme::ProvinceContext => "boi-canh",
    }
}

/// What a reader has chosen, as in `?chu-de=…&tim=…&xep=…`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only this theme.
    pub theme: Option<Theme>,
    /// Words to be found, as typed.
    pub text: String,
    /// Order.
    pub order: Order,
}

impl Choice {
    /// Reads the parameters of an address. Those that make no sense take the default and are named.
    pub fn read(ask: &dyn Fn(&str) -> Option<String>) -> (Self, Vec<(&'static str, String)>) {
        let (mut choice, mut bad) = (Self::default(), Vec::new());
        if let Some(word) = ask("chu-de") {
            choice.theme = Theme::ALL.iter().copied().find(|theme| slug(*theme) == word);
            if choice.theme.is_none() {
                bad.push(("chu-de", word));
            }
        }
        if let Some(text) = ask("tim") {
            // Words of signs alone find nothing; very long ones nobody has typed.
            if text.chars().nth(LONGEST).is_some() || collate::fold(&text).is_empty() {
                bad.push(("tim", text));
            } else {
                choice.text = text;
            }
        }
        if let Some(word) = ask("xep") {
            match Order::ALL.into_iter().find(|order| order.slug() == word) {
                Some(order) => choice.order = order,
                None => bad.push(("xep", word)),
            }
        }
        (choice, bad)
    }

    /// The parameters of an address; empty where it is the default.
    pub fn query(&self) -> [(&'static str, &str); 3] {
        let order = if self.order == Order::default() { "" } else { self.order.slug() };
        [("chu-de", self.theme.map_or("", slug)), ("tim", self.text.trim()), ("xep", order)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Choice, Vec<&'static str>) {
        let ask = |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, v)| (*v).to_owned());
        let (choice, bad) = Choice::read(&ask);
        (choice, bad.into_iter().map(|(name, _)| name).collect())
    }

    #[test]
    fn a_choice_is_read_back_from_its_address() {
        for theme in Theme::ALL.iter().copied().map(Some).chain([None]) {
            for order in Order::ALL {
                for text in ["", "da nang", "<b>&?=#"] {
                    let choice = Choice { theme, text: text.into(), order };
                    let query = choice.query();
                    let kept: Vec<_> = query.into_iter().filter(|(_, value)| !value.is_empty()).collect();
                    assert_eq!(read(&kept), (choice.clone(), vec![]), "{kept:?}");
                }
            }
        }
        assert_eq!(Choice::default().query().map(|(_, value)| value), ["", "", ""]);
    }

    #[test]
    fn nonsense_gives_the_default_and_is_named() {
        let long = "a".repeat(10_000);
        let (choice, bad) = read(&[("chu-de", "sao-hoa"), ("tim", &long), ("xep", "Ten")]);
        assert_eq!((choice, bad), (Choice::default(), vec!["chu-de", "tim", "xep"]));
        assert_eq!(read(&[("tim", "…?!")]).1, ["tim"]);
        assert_eq!(read(&[("chu-de", ""), ("tim", "gdp")]).1, ["chu-de"]);
    }
}
