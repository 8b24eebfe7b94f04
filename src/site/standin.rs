//! One page in place of `content`, `pages` and `downloads`, so that the pipeline runs from end to end until they are
//! merged. To merge: delete this file and change the first `use` of `finish.rs`.

pub(super) mod content {
    //! Stands in for the content check.
    use std::path::Path;

    pub(in crate::site) struct Content {
        pub(in crate::site) date: String,
    }

    #[allow(clippy::unnecessary_wraps)]
    pub(in crate::site) fn load(_data: &Path) -> Result<Content, Vec<String>> {
        Ok(Content { date: "2026-10-10".to_owned() })
    }
}

pub(super) mod pages {
    //! Stands in for prerendering.
    use super::super::{PageInfo, assets::Assets, headers::CSP};
    use super::content::Content;
    use std::{fs, io, path::Path};

    pub(in crate::site) fn write(
        staging: &Path,
        base: &str,
        assets: &Assets,
        build_id: &str,
        _content: &Content,
    ) -> io::Result<Vec<PageInfo>> {
        let page = |language: &str, title: &str| {
            let tags = assets.tags(base);
            format!(
                "<!DOCTYPE html><html lang=\"{language}\" data-app=\"static\" data-build=\"{build_id}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{CSP}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title>{tags}</head><body><div id=\"app\"><h1>{title}</h1></div></body></html>"
            )
        };
        fs::create_dir_all(staging.join("en"))?;
        fs::write(staging.join("index.html"), page("vi", "Ngày Số"))?;
        fs::write(staging.join("404.html"), page("vi", "Không có trang này"))?;
        fs::write(staging.join("en/404.html"), page("en", "No such page"))?;
        let info = |path: &str| PageInfo { path: path.to_owned(), ..PageInfo::default() };
        Ok(vec![info("/"), info("/404.html"), info("/en/404.html")])
    }
}

pub(super) mod downloads {
    //! Stands in for the files people take away.
    use super::content::Content;
    use std::{fs, io, path::Path};

    pub(in crate::site) fn write(staging: &Path, _content: &Content) -> io::Result<()> {
        fs::create_dir_all(staging.join("du-lieu"))?;
        fs::write(staging.join("du-lieu/thu.csv"), "\u{feff}nam,gia_tri\r\n2024,71\r\n")
    }
}
