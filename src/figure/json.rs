//! The numbers as JSON, with names, terms, dates and sources. Written by hand: a value tree with its float printing
//! would weigh more in the wasm than all of this.

use super::sheet::{Line, Sheet};
use crate::data::{Level, Status};
use crate::text::number;

/// JSON being written.
struct Json {
    out: String,
    /// Whether a member stands before the next one.
    more: bool,
}

impl Json {
    fn key(&mut self, name: &str) {
        self.comma();
        self.words(name);
        self.out.push(':');
        self.more = false;
    }

    fn comma(&mut self) {
        if self.more {
            self.out.push(',');
        }
        self.more = true;
    }

    fn words(&mut self, text: &str) {
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                '\n' => self.out.push_str("\\n"),
                c if u32::from(c) < 0x20 => self.out.push(' '),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
        self.more = true;
    }

    fn open(&mut self, sign: char) {
        self.comma();
        self.out.push(sign);
        self.more = false;
    }

    fn close(&mut self, sign: char) {
        self.out.push(sign);
        self.more = true;
    }

    /// A text; nothing where it is empty.
    fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.key(name);
            self.words(text);
        }
    }

    /// What is JSON already.
    fn plain(&mut self, name: &str, json: &str) {
        self.key(name);
        self.out.push_str(json);
        self.more = true;
    }
}

/// The sheet as JSON. `title` is the finding, `notes` are the cautions.
pub fn write(sheet: &Sheet<'_>, title: &str, notes: &[String]) -> String {
    let about = sheet.about;
    let locale = about.locale;
    let mut j = Json { out: String::with_capacity(4000), more: false };
    j.open('{');
    j.text("id", &about.id);
    j.text("lang", locale.tag());
    j.text("name", &about.name);
    j.text("finding", title);
    j.text("unit", sheet.unit);
    j.text("definition", &about.definition);
    j.text("licence", &about.licence);
    j.text("data_date", &about.as_of.to_string());
    j.text("compiler", locale.messages().site.name);
    j.text("page", &format!("/{}", about.page));
    j.key("notes");
    j.open('[');
    for note in notes {
        j.comma();
        j.words(note);
    }
    j.close(']');
    j.key("sources");
    j.open('[');
    for source in &sheet.sources {
        j.open('{');
        j.text("id", &source.id);
        j.text("title", source.title.get(locale));
        j.text("publisher", source.publisher.get(locale));
        j.text("url", source.url.as_deref().unwrap_or_default());
        j.text("date", &source.date.map(|d| d.to_string()).unwrap_or_default());
        j.text("licence", source.licence.get(locale));
        j.close('}');
    }
    j.close(']');
    j.key("series");
    j.open('[');
    for run in sheet.lines.chunk_by(|a, b| a.series_id == b.series_id) {
        let Some(first) = run.first() else { continue };
        j.open('{');
        j.text("id", first.series_id);
        j.text("name", first.series);
        j.key("points");
        j.open('[');
        for line in run {
            point(&mut j, line);
        }
        j.close(']');
        j.close('}');
    }
    j.close(']');
    j.close('}');
    j.out.push('\n');
    j.out
}

fn point(j: &mut Json, line: &Line<'_>) {
    j.open('{');
    j.text("date", &line.date.to_string());
    j.text("period", line.period);
    if let Some((code, name)) = line.place {
        let key = if code.level() == Level::Old { "province_code63" } else { "province_code34" };
        j.text(key, &code.to_string());
        j.text("province", name);
    }
    j.plain("value", &number::raw(line.value));
    if let Some((low, high)) = line.range {
        j.plain("low", &number::raw(low));
        j.plain("high", &number::raw(high));
    }
    j.text("rank", line.rank);
    if let Some(n) = line.out_of {
        j.plain("out_of", &n.to_string());
    }
    let status = match line.status {
        Status::Verified => "verified",
        Status::Derived => "derived",
        Status::Unverified => "unverified",
    };
    j.text("status", status);
    j.text("note", line.note);
    j.text("source", &line.source.id);
    j.text("evidence", line.evidence);
    j.close('}');
}
