//! Turns `src/text/vi.json` and `en.json` into constants, so that a missing or misspelt message stops the
//! compiler and no reader's phone parses them.

use serde_json::{Map, Value};
use std::{env, fmt::Write as _, fs, path::PathBuf};

fn main() {
    let dir = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("src/text");
    let read = |name: &str| -> Map<String, Value> {
        let path = dir.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).unwrap_or_else(|e| stop(&format!("{name}: {e}")));
        match serde_json::from_str(&text) {
            Ok(Value::Object(map)) => map,
            Ok(_) => stop(&format!("{name}: cần một đối tượng JSON")),
            Err(e) => stop(&format!("{name}: {e}")),
        }
    };
    let (vi, en) = (read("vi.json"), read("en.json"));

    let mut faults = Vec::new();
    let mut out = String::new();
    let mut groups = String::new();
    let (mut vi_groups, mut en_groups) = (String::new(), String::new());
    for key in en.keys().filter(|k| !vi.contains_key(*k)) {
        faults.push(format!("vi.json: thiếu nhóm \"{key}\" (có trong en.json)"));
    }
    for (group, vi_group) in &vi {
        let (Some(vi_group), Some(en_group)) =
            (vi_group.as_object(), en.get(group).and_then(Value::as_object))
        else {
            faults.push(format!("en.json: thiếu nhóm \"{group}\""));
            continue;
        };
        for key in en_group.keys().filter(|k| !vi_group.contains_key(*k)) {
            faults.push(format!("vi.json: thiếu \"{group}.{key}\" (có trong en.json)"));
        }
        let name = camel(group);
        let _ = writeln!(out, "/// Messages of `{group}`.\n#[allow(missing_docs)]\npub struct {name} {{");
        let (mut v, mut e) = (String::new(), String::new());
        for (key, text) in vi_group {
            let (Some(text_vi), Some(text_en)) = (text.as_str(), en_group.get(key).and_then(Value::as_str))
            else {
                faults.push(format!("\"{group}.{key}\": cần một chuỗi ở cả vi.json và en.json"));
                continue;
            };
            if text_vi.trim().is_empty() || text_en.trim().is_empty() {
                faults.push(format!("\"{group}.{key}\": chuỗi trống"));
            }
            if holes(text_vi) != holes(text_en) {
                faults.push(format!("\"{group}.{key}\": chỗ điền {{…}} ở vi và en không giống nhau"));
            }
            let _ = writeln!(out, "    pub {key}: &'static str,");
            let _ = writeln!(v, "        {key}: {text_vi:?},");
            let _ = writeln!(e, "        {key}: {text_en:?},");
        }
        out.push_str("}\n");
        let _ = writeln!(groups, "    pub {group}: {name},");
        let _ = writeln!(vi_groups, "    {group}: {name} {{\n{v}    }},");
        let _ = writeln!(en_groups, "    {group}: {name} {{\n{e}    }},");
    }
    if !faults.is_empty() {
        stop(&faults.join("\n"));
    }
    let _ = writeln!(
        out,
        "/// Every message of the page, by group.\n#[allow(missing_docs)]\npub struct Messages {{\n{groups}}}"
    );
    let _ = writeln!(out, "{}", order(&vi));
    // The browser is sent the words of its page's language; only builds and tests hold both.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch != "wasm32") {
        let _ = writeln!(out, "static VI: Messages = Messages {{\n{vi_groups}}};");
        let _ = writeln!(out, "static EN: Messages = Messages {{\n{en_groups}}};");
    }

    let target = PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("messages.rs");
    if let Err(e) = fs::write(&target, out) {
        stop(&format!("{}: {e}", target.display()));
    }
}

/// The messages as a plain list and back: those of the quiz last, because only its pages are sent them.
fn order(groups: &Map<String, Value>) -> String {
    let of_quiz = |group: &str| group.split('_').next() == Some("quiz");
    let (mut words, mut from, mut puts, mut quiz_puts) =
        (String::new(), String::new(), String::new(), String::new());
    let (mut quiz_words, mut reading) = (String::new(), 0);
    for (group, texts) in groups {
        let quiz = of_quiz(group);
        let (words, puts) = if quiz { (&mut quiz_words, &mut quiz_puts) } else { (&mut words, &mut puts) };
        let _ = writeln!(from, "            {group}: {} {{", camel(group));
        for key in texts.as_object().into_iter().flat_map(Map::keys) {
            let _ = writeln!(words, "            self.{group}.{key},");
            let _ = writeln!(from, "                {key}: \"\",");
            let _ = writeln!(puts, "        put(&mut self.{group}.{key}, words);");
            reading += usize::from(!quiz);
        }
        from.push_str("            },\n");
    }
    format!(
        "impl Messages {{
    /// How many messages there are before those of the quiz.
    pub const READING: usize = {reading};

    /// All messages, in order; those of the quiz come last.
    pub fn words(&self) -> Vec<&'static str> {{
        vec![
{words}{quiz_words}        ]
    }}

    /// The other direction, but for those of the quiz. In place, word by word: a value built at once weighs four times
    /// as much in the wasm.
    pub fn from_words(words: &mut std::vec::IntoIter<String>) -> Self {{
        let mut all = Self {{
{from}        }};
        all.put_reading(words);
        all
    }}

    #[inline(never)] // twice in the wasm it would weigh twice
    fn put_reading(&mut self, words: &mut std::vec::IntoIter<String>) {{
{puts}    }}

    /// Those of the quiz, which come after the others. Only the program of the quiz carries this.
    pub fn put_quiz(&mut self, words: &mut std::vec::IntoIter<String>) {{
{quiz_puts}    }}
}}"
    )
}

/// The placeholders of a message, sorted: `{year}` → `year`.
fn holes(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn camel(name: &str) -> String {
    name.split('_')
        .map(|word| {
            word.chars()
                .next()
                .into_iter()
                .flat_map(char::to_uppercase)
                .chain(word.chars().skip(1))
                .collect::<String>()
        })
        .collect()
}

fn stop(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(1)
}
