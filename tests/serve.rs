//! The local server as a browser meets it: types, compressed files, headers, missing pages, base path.

#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used, clippy::indexing_slicing)]

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

/// A server on a folder of its own; both go when it is dropped.
struct Server {
    child: Child,
    dist: PathBuf,
    host: String,
    base: String,
}

impl Server {
    fn start(name: &str, base: &str) -> Self {
        let dist = std::env::temp_dir().join(format!("ngay-so-serve-{name}-{}", std::process::id()));
        for (file, text) in [
            ("index.html", "trang chủ"),
            ("404.html", "không có"),
            ("en/404.html", "missing"),
            ("so-lieu/index.html", "số liệu"),
            ("assets/a-1.css", "a{color:red}"),
            ("assets/a-1.css.br", "giả vờ brotli"),
            ("assets/a-1.css.gz", "giả vờ gzip"),
            ("assets/b-1.wasm", "\0asm"),
            ("assets/c-1.woff2", "wOF2"),
            ("du-lieu/d.csv", "\u{feff}a\r\n"),
            ("du-lieu/e.json", "{}"),
            ("hinh/f.svg", "<svg/>"),
            ("manifest.webmanifest", "{}"),
            ("boot.js", "1"),
            (".fingerprint", "x"),
        ] {
            let path = dist.join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let headers = format!(
            "{base}*\n  X-Content-Type-Options: nosniff\n{base}assets/*\n  Cache-Control: immutable\n{base}404.html\n  X-Missing: yes\n"
        );
        fs::write(dist.join("_headers"), headers).unwrap();

        let mut child = Command::new(env!("CARGO_BIN_EXE_site"))
            .args(["serve", "--port", "0", "--public-url", base, "--dist"])
            .arg(&dist)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address =
            line.trim().strip_prefix("Đang phục vụ http://").unwrap_or_else(|| panic!("{line}")).to_owned();
        let host = address.strip_suffix(base).unwrap_or_else(|| panic!("{address}")).to_owned();
        Self { child, dist, host, base: base.to_owned() }
    }

    /// Asks below the base path.
    fn get(&self, path: &str) -> Answer {
        self.ask("GET", &format!("{}{path}", self.base), "")
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n",
            self.host
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers =
            lines.filter_map(|l| l.split_once(": ")).map(|(k, v)| (k.to_lowercase(), v.to_owned())).collect();
        Answer { status, headers, body: body.to_owned() }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.dist);
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

#[test]
fn every_kind_of_file_has_its_type() {
    let server = Server::start("types", "/");
    for (path, kind) in [
        ("", "text/html; charset=utf-8"),
        ("so-lieu/", "text/html; charset=utf-8"),
        ("boot.js", "text/javascript; charset=utf-8"),
        ("assets/a-1.css", "text/css; charset=utf-8"),
        ("assets/b-1.wasm", "application/wasm"),
        ("assets/c-1.woff2", "font/woff2"),
        ("du-lieu/d.csv", "text/csv; charset=utf-8"),
        ("du-lieu/e.json", "application/json; charset=utf-8"),
        ("hinh/f.svg", "image/svg+xml; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
    ] {
        let answer = server.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
    }
}

#[test]
fn whoever_can_unpack_gets_the_small_file() {
    let server = Server::start("packed", "/");
    let ask = |accept: &str| server.ask("GET", "/assets/a-1.css", accept);
    let br = ask("Accept-Encoding: gzip, br\r\n");
    assert_eq!((br.header("content-encoding"), br.body.as_str()), ("br", "giả vờ brotli"));
    assert_eq!(br.header("content-type"), "text/css; charset=utf-8");
    assert_eq!(br.header("vary"), "accept-encoding");
    let gz = ask("Accept-Encoding: gzip\r\n");
    assert_eq!((gz.header("content-encoding"), gz.body.as_str()), ("gzip", "giả vờ gzip"));
    let plain = ask("");
    assert_eq!((plain.header("content-encoding"), plain.body.as_str()), ("", "a{color:red}"));
}

#[test]
fn a_missing_page_says_so_in_the_readers_language() {
    let server = Server::start("missing", "/");
    let vi = server.get("khong-co/");
    assert_eq!((vi.status, vi.body.as_str(), vi.header("x-missing")), (404, "không có", "yes"));
    let en = server.get("en/nope");
    assert_eq!((en.status, en.body.as_str()), (404, "missing"));
    assert_eq!(server.ask("HEAD", "/nope", "").body, "");
}

#[test]
fn what_is_not_for_readers_is_not_served() {
    let server = Server::start("hidden", "/");
    for path in [
        "_headers",
        ".fingerprint",
        "../Cargo.toml",
        "%2e%2e/Cargo.toml",
        "..%2fCargo.toml",
        "so-lieu/../_headers",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn headers_follow_their_patterns() {
    let server = Server::start("headers", "/");
    assert_eq!(server.get("").header("x-content-type-options"), "nosniff");
    assert_eq!(server.get("").header("cache-control"), "");
    assert_eq!(server.get("assets/b-1.wasm").header("cache-control"), "immutable");
}

#[test]
fn everything_works_below_a_base_path() {
    let server = Server::start("base", "/x/");
    assert_eq!(server.get("so-lieu/").body, "số liệu");
    assert_eq!(server.get("assets/b-1.wasm").header("cache-control"), "immutable");
    for door in ["/", "/x"] {
        let answer = server.ask("GET", door, "");
        assert_eq!((answer.status, answer.header("location")), (307, "/x/"), "{door}");
    }
    let folder = server.get("so-lieu?nam=2024");
    assert_eq!((folder.status, folder.header("location")), (308, "/x/so-lieu/?nam=2024"));
    let outside = server.ask("GET", "/so-lieu/", "");
    assert_eq!((outside.status, outside.body.as_str()), (404, "không có"));
}

#[test]
fn a_fault_is_one_line_with_the_remedy() {
    let server = Server::start("busy", "/");
    let port = server.host.rsplit(':').next().unwrap().to_owned();
    let nowhere = std::env::temp_dir().join("ngay-so-không-có");
    for (words, remedy) in [
        (vec!["serve", "--port", &port], "--port 0"),
        (vec!["serve", "--port", "0", "--dist", nowhere.to_str().unwrap()], "cargo run -- build"),
        (vec!["serve", "--public-url", "ftp://a"], "/ngay-so/"),
        (vec!["finish"], "cargo run -- build"),
        (vec!["dựng"], "--help"),
    ] {
        let out = Command::new(env!("CARGO_BIN_EXE_site"))
            .args(&words)
            .env_remove("TRUNK_STAGING_DIR")
            .output()
            .unwrap();
        let said = String::from_utf8(out.stderr).unwrap();
        assert_eq!(out.status.code(), Some(1), "{words:?}: {said}");
        assert!(said.trim().lines().count() == 1 && said.contains(remedy), "{words:?}: {said}");
    }
}
