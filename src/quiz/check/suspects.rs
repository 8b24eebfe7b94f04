//! What must not stand in a question's text: real addresses, telephone and account numbers, machine paths.

/// Endings of file names, which look like addresses and are none.
const FILES: [&str; 16] = [
    "apk", "csv", "doc", "docx", "exe", "html", "jpg", "jpeg", "mp3", "mp4", "pdf", "png", "pptx", "txt",
    "xlsx", "zip",
];

/// The suspicious parts of a text, each with the remedy.
pub(super) fn suspects(text: &str) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_'))) {
        let word = word.trim_matches(['.', '-', '_']);
        if looks_like_address(word) && !allowed(&word.to_ascii_lowercase()) {
            found.push((
                word.to_owned(),
                "địa chỉ trong bài phải có đuôi .gov.vn (có thật) hoặc .example (tưởng tượng); nếu không phải địa chỉ, thêm dấu cách sau dấu chấm",
            ));
        }
    }
    for number in numbers(text) {
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let plain = digits == number.len();
        let abroad = number.starts_with("84") && digits == 11 && !number.contains('.');
        let phone = abroad || ["0", "1800", "1900"].iter().any(|start| number.starts_with(start));
        if (phone && (8..=12).contains(&digits)) || (plain && digits >= 9) {
            found.push((number, "giống số điện thoại, số tài khoản hoặc số căn cước; chỉ dùng 156 và 5656"));
        }
    }
    for path in [":\\", "/home/", "/Users/", "file://"] {
        if text.contains(path) {
            found.push((path.to_owned(), "giống đường dẫn trên máy; bỏ đi"));
        }
    }
    found
}

/// Two or more labels, the last one only letters: `ngan-hang.com`, not `8.000` nor `v.v`.
fn looks_like_address(word: &str) -> bool {
    let Some((rest, last)) = word.rsplit_once('.') else { return false };
    word.is_ascii()
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic())
        && rest.split('.').all(|label| !label.is_empty())
        && !FILES.contains(&last.to_ascii_lowercase().as_str())
}

fn allowed(address: &str) -> bool {
    [".gov.vn", ".example"].iter().any(|ending| address.ends_with(ending)) || address == "gov.vn"
}

/// Runs of digits, joined over single spaces and dots: `0912 345 678`, `8.000.000`.
fn numbers(text: &str) -> Vec<String> {
    let mut runs = vec![String::new()];
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let Some(run) = runs.last_mut() else { break };
        let joins =
            matches!(c, ' ' | '.') && !run.is_empty() && rest.peek().is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit() || joins {
            run.push(c);
        } else if !run.is_empty() {
            runs.push(String::new());
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_end_in_gov_vn_or_example() {
        for good in [
            "Vào dichvucong.gov.vn.",
            "Mở songxanh-capnhat.example nhé",
            "đuôi .gov.vn",
            "8.000 đồng, v.v.",
            "tệp capnhat.apk",
            "Xong.Rồi",
        ] {
            assert_eq!(suspects(good), [], "{good}");
        }
        for bad in
            ["Mở vietcombank.com", "gov.vn.tracuu.net", "https://abc.vn/x", "ai@thu.org", "dichvucong-gov.vn"]
        {
            assert_eq!(suspects(bad).len(), 1, "{bad}");
        }
    }

    #[test]
    fn numbers_of_people_stay_out() {
        for good in [
            "8.000.000 đồng",
            "156 hoặc 5656",
            "10/10/2026",
            "mã DVC-0007-261010",
            "01/3/2026",
            "60 người",
            "84.000.000 đồng",
        ] {
            assert_eq!(suspects(good), [], "{good}");
        }
        for bad in [
            "gọi 0912 345 678",
            "gọi 0912.345.678",
            "gọi +84912345678",
            "tổng đài 1900 1234",
            "căn cước 001099012345",
        ] {
            assert_eq!(suspects(bad).len(), 1, "{bad}");
        }
    }

    #[test]
    fn paths_stay_out() {
        assert_eq!(suspects("mở C:\\Windows").len(), 1);
    }
}
