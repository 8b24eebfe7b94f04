//! How far the bank covers what it should (item specification §4): one table per rule, with have, target and minimum.

use super::bank::Channel;
use super::lint::{LETTERS, key_places};
use super::raw::{BankFile, Item, Type};
use std::fmt::Write as _;

/// Questions per area and level: target, minimum.
const LEVELS: [(usize, usize); 4] = [(4, 3), (5, 4), (4, 3), (3, 2)];
/// Questions per competence: target, minimum.
const COMPETENCES: [(&str, usize, usize); 24] = [
    ("1.1", 5, 4),
    ("1.2", 6, 4),
    ("1.3", 5, 4),
    ("2.1", 2, 2),
    ("2.2", 3, 2),
    ("2.3", 4, 3),
    ("2.4", 2, 1),
    ("2.5", 2, 2),
    ("2.6", 3, 2),
    ("3.1", 5, 4),
    ("3.2", 3, 2),
    ("3.3", 5, 4),
    ("3.4", 3, 2),
    ("4.1", 5, 4),
    ("4.2", 6, 4),
    ("4.3", 3, 2),
    ("4.4", 2, 2),
    ("5.1", 5, 4),
    ("5.2", 5, 4),
    ("5.3", 3, 2),
    ("5.4", 3, 2),
    ("6.1", 5, 4),
    ("6.2", 6, 4),
    ("6.3", 5, 4),
];
/// Questions per type.
const TYPES: [(&str, Type, usize); 6] = [
    ("single", Type::Single, 42),
    ("multiple", Type::Multiple, 13),
    ("tfset", Type::Tfset, 10),
    ("spot", Type::Spot, 14),
    ("order", Type::Order, 9),
    ("match", Type::Match, 8),
];
/// Situations that must occur: name, tags (one is enough), how often.
const SITUATIONS: [(&str, &[&str], usize); 15] = [
    ("VNeID, định danh điện tử", &["vneid", "danh-tinh"], 6),
    ("dịch vụ công trực tuyến", &["dich-vu-cong"], 6),
    ("OTP, ngân hàng số, QR", &["otp", "ngan-hang-so", "qr", "ma-qr"], 8),
    ("Zalo, mạng xã hội", &["zalo", "mang-xa-hoi"], 8),
    ("deepfake, trợ lý AI", &["deepfake", "tro-ly-ai"], 10),
    ("mạo danh cơ quan, ngân hàng…", &["mao-danh"], 6),
    ("mua sắm trực tuyến", &["mua-sam"], 4),
    ("học tập", &["hoc-tap"], 8),
    ("sức khỏe", &["suc-khoe"], 3),
    ("nông nghiệp, nghề, du lịch", &["nong-nghiep", "thu-cong", "du-lich"], 4),
    ("người cao tuổi, khuyết tật", &["nguoi-cao-tuoi", "khuyet-tat"], 5),
    ("Tổ công nghệ số cộng đồng", &["to-cong-nghe-so", "to-cong-nghe-so-cong-dong"], 4),
    ("cân bằng, bắt nạt", &["can-bang", "bat-nat"], 4),
    ("năng lượng, rác điện tử", &["nang-luong", "rac-dien-tu"], 2),
    ("mạng yếu, máy dùng chung", &["mang-yeu", "dung-chung-may"], 3),
];

/// The tables, and a warning for each count below its minimum.
pub fn coverage(file: &BankFile) -> (String, Vec<String>) {
    let items: Vec<&Item> = file.areas.iter().flat_map(|a| &a.items).filter(|i| i.status.drawn()).collect();
    let mut tables = Tables { text: String::new(), short: Vec::new() };
    tables.areas(file, &items);
    tables.competences(&items);
    tables.types(&items);
    tables.situations(&items);
    let (places, total) = key_places(file);
    let places: Vec<String> = LETTERS.iter().zip(places).map(|(letter, n)| format!("{letter} {n}")).collect();
    tables.line(&format!("Vị trí đáp án của {total} câu một lựa chọn: {}", places.join(" · ")));
    let practice: Vec<&Item> = file.practice.iter().flat_map(|p| &p.items).collect();
    let real = practice.iter().filter(|i| genuine(i)).count();
    tables.line(&format!("Luyện mắt: {} tin lừa đảo, {real} tin thật (cần 10 và 10)", practice.len() - real));
    (tables.text, tables.short)
}

fn genuine(item: &Item) -> bool {
    item.stimulus.as_ref().is_some_and(|s| s.genuine)
}

struct Tables {
    text: String,
    short: Vec<String>,
}

impl Tables {
    fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{}", text.trim_end());
    }

    /// One cell "have/target"; what is below the minimum is marked and noted.
    fn cell(&mut self, what: &str, have: usize, target: usize, least: usize) -> String {
        if have >= least {
            return format!("{have}/{target}");
        }
        self.short.push(format!("{what}: {have} câu, tối thiểu {least}"));
        format!("{have}/{target}!")
    }

    fn areas(&mut self, file: &BankFile, items: &[&Item]) {
        self.line("Miền × bậc (có/đích; ! là dưới mức tối thiểu; trong ngoặc là số câu single)");
        for area in &file.frame.areas {
            let mut row = format!("  {:<4}", area.code);
            for (level, (target, least)) in (1..).zip(LEVELS) {
                let here = || items.iter().filter(|i| i.area == area.id && i.level == level);
                let (have, single) = (here().count(), here().filter(|i| i.kind == Type::Single).count());
                let what = format!("miền {} bậc {level}", area.code);
                if single * 2 > have && have > 1 {
                    self.short.push(format!("{what}: {single} trong {have} câu là single, tối đa một nửa"));
                }
                let cell = self.cell(&what, have, target, least);
                let _ = write!(row, "  {:<10}", format!("{cell} ({single})"));
            }
            let all = items.iter().filter(|i| i.area == area.id).count();
            self.line(&format!("{row}  {all}/16"));
        }
        self.line(&format!("  cộng  {}/96", items.len()));
    }

    fn competences(&mut self, items: &[&Item]) {
        self.line("Năng lực");
        let mut cells = Vec::new();
        for (id, target, least) in COMPETENCES {
            let have = items.iter().filter(|i| i.competence == id).count();
            cells.push(format!("{id} {:<5}", self.cell(&format!("năng lực {id}"), have, target, least)));
        }
        for row in cells.chunks(6) {
            self.line(&format!("  {}", row.join("  ")));
        }
    }

    fn types(&mut self, items: &[&Item]) {
        let count = |kind| items.iter().filter(|i| i.kind == kind).count();
        let cells: Vec<String> =
            TYPES.iter().map(|(name, kind, target)| format!("{name} {}/{target}", count(*kind))).collect();
        self.line(&format!("Loại câu: {}", cells.join(" · ")));
        let spots = || items.iter().filter(|i| i.kind == Type::Spot);
        let real = spots().filter(|i| genuine(i)).count();
        let scams = spots().count() - real;
        self.line(&format!("Tin nhắn: {scams} lừa đảo, {real} thật (đích 7 và 7)"));
        for channel in Channel::ALL {
            let of = |wanted| {
                let same = |i: &&&Item| i.stimulus.as_ref().is_some_and(|s| s.kind == *channel);
                spots().filter(same).filter(|i| genuine(i) == wanted).count()
            };
            if of(false) > 0 && of(true) == 0 {
                self.short.push(format!("tin {channel:?}: có tin lừa đảo mà chưa có tin thật cùng kênh"));
            }
        }
    }

    fn situations(&mut self, items: &[&Item]) {
        self.line("Tình huống");
        for (name, tags, least) in SITUATIONS {
            let have = items.iter().filter(|i| i.tags.iter().any(|t| tags.contains(&t.as_str()))).count();
            let cell = self.cell(&format!("tình huống “{name}”"), have, least, least);
            self.line(&format!("  {cell:<7} {name}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::fixture;
    use crate::quiz::raw::Status;

    #[test]
    fn the_samples_fall_short_and_it_is_said_where() {
        let (text, short) = coverage(&fixture::file());
        for want in ["cộng  12/96", "1.1 1/5!", "single 5/42", "1 lừa đảo, 1 thật", "0/8! "] {
            assert!(text.contains(want), "{want} in\n{text}");
        }
        assert!(short.contains(&"năng lực 2.1: 0 câu, tối thiểu 2".to_owned()), "{short:?}");
        assert!(short.iter().any(|s| s.starts_with("miền at bậc 4")));
    }

    #[test]
    fn a_retired_question_covers_nothing() {
        let mut file = fixture::file();
        file.areas[0].items[0].status = Status::Retired;
        assert!(coverage(&file).0.contains("cộng  11/96"));
    }

    #[test]
    fn the_targets_add_up_to_the_blueprint() {
        assert_eq!(COMPETENCES.iter().map(|c| c.1).sum::<usize>(), 96);
        assert_eq!(TYPES.iter().map(|t| t.2).sum::<usize>(), 96);
        assert_eq!(LEVELS.iter().map(|l| l.0).sum::<usize>() * 6, 96);
    }
}
