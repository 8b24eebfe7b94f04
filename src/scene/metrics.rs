//! How wide the shipped font draws a text: advance widths of Be Vietnam Pro 400, 600 and 800, in thousandths of
//! the font size, read from the very files in `public/fonts` (recipe: `docs/decisions/2026-11-22-phong-chu.md`).
//!
//! Pictures are drawn without kerning (`palette`), so the sums are the widths; a browser test holds them to two per cent.

use super::Weight;

/// Width of a text at a font size, in the units of the font size.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    text.chars().map(|c| f64::from(advance(c, weight))).sum::<f64>() * size / 1000.0
}

/// A text in lines no wider than `room`; a word that is wider stands alone and is cut where it must be.
pub fn wrap(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in together(text, |words| width(words, size, weight) <= room) {
        let gap = if line.is_empty() { "" } else { " " };
        if width(&line, size, weight) + width(gap, size, weight) + width(&word, size, weight) <= room {
            line.push_str(gap);
            line.push_str(&word);
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            let mut letter = [0; 4];
            if !line.is_empty()
                && width(&line, size, weight) + width(c.encode_utf8(&mut letter), size, weight) > room
            {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The words of a text; a number stays with what it counts, if both fit on a line.
fn together(text: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let counts = |last: &String| {
            let number = |c: char| c.is_ascii_digit() || ".,–−".contains(c);
            last.ends_with(|c: char| c.is_ascii_digit()) && last.chars().all(number)
        };
        let both = out.last().filter(|last| counts(last)).map(|last| format!("{last} {word}"));
        match (both.filter(|both| fits(both)), out.last_mut()) {
            (Some(both), Some(last)) => *last = both,
            _ => out.push(word.into()),
        }
    }
    out
}

/// Whether the shipped font has a letter.
pub fn knows(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c)
        || WIDTHS.binary_search_by_key(&(c as u32), |row| u32::from(row.0)).is_ok()
}

/// The same number of lines as [`wrap`] makes, about equally long, as a title looks best.
pub fn balance(text: &str, size: f64, weight: Weight, room: f64) -> Vec<String> {
    let lines = wrap(text, size, weight, room);
    let mut best = lines;
    let mut narrower = room;
    while best.len() > 1 {
        narrower -= size / 2.0;
        let tried = wrap(text, size, weight, narrower);
        if tried.len() > best.len() || narrower < room / 2.0 {
            break;
        }
        best = tried;
    }
    best
}

/// Height above the baseline of a capital letter, for vertical centring.
pub const CAP_HEIGHT: f64 = 0.74;

fn advance(c: char, weight: Weight) -> u16 {
    // Combining marks stand on the letter before them.
    if ('\u{300}'..='\u{36F}').contains(&c) {
        return 0;
    }
    let found =
        WIDTHS.binary_search_by_key(&(c as u32), |row| u32::from(row.0)).ok().and_then(|i| WIDTHS.get(i));
    let (_, regular, semibold, bold) = found.copied().unwrap_or(UNKNOWN);
    match weight {
        Weight::Regular => regular,
        Weight::SemiBold => semibold,
        Weight::Bold => bold,
    }
}

/// A letter that the font lacks is taken from another font by the browser; a wide guess keeps labels apart.
const UNKNOWN: (u16, u16, u16, u16) = (0, 700, 720, 740);

/// Code point, then the advance at each weight; ascending.
#[rustfmt::skip]
static WIDTHS: [(u16, u16, u16, u16); 257] = [
    (32, 230, 230, 230), (33, 280, 320, 361), (34, 318, 367, 416), (35, 807, 833, 858), (36, 645, 648, 651),
    (37, 849, 863, 878), (38, 740, 755, 770), (39, 179, 208, 237), (40, 439, 449, 458), (41, 439, 449, 458),
    (42, 497, 508, 519), (43, 608, 637, 666), (44, 303, 332, 361), (45, 608, 607, 606), (46, 286, 319, 352),
    (47, 503, 528, 553), (48, 676, 692, 708), (49, 385, 415, 446), (50, 651, 660, 669), (51, 660, 674, 687),
    (52, 710, 716, 723), (53, 660, 674, 689), (54, 680, 693, 706), (55, 594, 596, 599), (56, 634, 656, 679),
    (57, 680, 693, 706), (58, 286, 319, 352), (59, 303, 332, 361), (60, 556, 568, 579), (61, 726, 744, 761),
    (62, 556, 568, 579), (63, 573, 605, 637), (64, 1005, 1014, 1023), (65, 736, 758, 780), (66, 674, 698, 721),
    (67, 775, 778, 781), (68, 728, 743, 758), (69, 620, 634, 649), (70, 633, 640, 647), (71, 783, 788, 793),
    (72, 709, 725, 740), (73, 258, 280, 301), (74, 465, 482, 499), (75, 679, 703, 728), (76, 624, 637, 650),
    (77, 853, 877, 900), (78, 732, 743, 754), (79, 826, 828, 829), (80, 644, 667, 690), (81, 822, 825, 828),
    (82, 668, 697, 726), (83, 635, 656, 677), (84, 650, 674, 698), (85, 725, 733, 742), (86, 706, 732, 758),
    (87, 1005, 1039, 1074), (88, 720, 753, 786), (89, 665, 701, 736), (90, 660, 664, 669), (91, 459, 489, 519),
    (92, 485, 515, 546), (93, 459, 489, 519), (94, 559, 594, 629), (95, 702, 724, 747), (96, 202, 260, 317),
    (97, 642, 652, 663), (98, 652, 662, 673), (99, 613, 624, 635), (100, 652, 662, 673), (101, 599, 611, 624),
    (102, 386, 401, 416), (103, 643, 654, 665), (104, 583, 600, 617), (105, 264, 285, 306), (106, 274, 292, 310),
    (107, 555, 584, 613), (108, 255, 277, 299), (109, 893, 895, 897), (110, 573, 590, 607), (111, 642, 652, 663),
    (112, 652, 662, 673), (113, 652, 662, 673), (114, 392, 416, 441), (115, 508, 527, 546), (116, 428, 434, 441),
    (117, 566, 581, 596), (118, 576, 588, 600), (119, 870, 879, 888), (120, 559, 591, 624), (121, 583, 592, 601),
    (122, 502, 514, 527), (123, 426, 462, 498), (124, 408, 426, 443), (125, 426, 462, 498), (126, 468, 483, 498),
    (160, 230, 230, 230), (169, 826, 811, 796), (171, 644, 707, 770), (174, 434, 432, 431), (176, 475, 472, 469),
    (177, 647, 661, 676), (178, 435, 450, 465), (183, 255, 288, 321), (187, 644, 707, 770), (189, 800, 802, 803),
    (192, 736, 758, 780), (193, 736, 758, 780), (194, 736, 758, 780), (195, 736, 758, 780), (200, 630, 640, 651),
    (201, 630, 640, 651), (202, 630, 640, 651), (204, 278, 292, 305), (205, 278, 292, 305), (210, 826, 828, 829),
    (211, 826, 828, 829), (212, 826, 828, 829), (213, 826, 828, 829), (215, 579, 612, 645), (217, 745, 745, 746),
    (218, 745, 745, 746), (221, 665, 701, 736), (224, 653, 660, 667), (225, 653, 660, 667), (226, 653, 660, 667),
    (227, 653, 660, 667), (231, 623, 627, 632), (232, 609, 615, 621), (233, 609, 615, 621), (234, 609, 615, 621),
    (236, 276, 294, 311), (237, 276, 294, 311), (242, 652, 656, 660), (243, 652, 656, 660), (244, 652, 656, 660),
    (245, 652, 656, 660), (246, 652, 656, 660), (249, 591, 598, 605), (250, 591, 598, 605), (251, 591, 598, 605),
    (252, 591, 598, 605), (253, 583, 592, 601), (258, 736, 758, 780), (259, 653, 660, 667), (272, 788, 786, 783),
    (273, 662, 677, 692), (296, 278, 292, 305), (297, 276, 294, 311), (360, 745, 745, 746), (361, 591, 598, 605),
    (416, 826, 828, 829), (417, 642, 660, 678), (431, 745, 745, 746), (432, 576, 587, 598), (7840, 736, 758, 780),
    (7841, 653, 660, 667), (7842, 736, 758, 780), (7843, 653, 660, 667), (7844, 736, 758, 780), (7845, 653, 660, 667),
    (7846, 736, 758, 780), (7847, 653, 660, 667), (7848, 736, 758, 780), (7849, 653, 660, 667), (7850, 736, 758, 780),
    (7851, 653, 660, 667), (7852, 736, 758, 780), (7853, 653, 660, 667), (7854, 736, 758, 780), (7855, 653, 660, 667),
    (7856, 736, 758, 780), (7857, 653, 660, 667), (7858, 736, 758, 780), (7859, 653, 660, 667), (7860, 736, 758, 780),
    (7861, 653, 660, 667), (7862, 736, 758, 780), (7863, 653, 660, 667), (7864, 630, 640, 651), (7865, 609, 615, 621),
    (7866, 630, 640, 651), (7867, 609, 615, 621), (7868, 630, 640, 651), (7869, 609, 615, 621), (7870, 630, 640, 651),
    (7871, 609, 615, 621), (7872, 630, 640, 651), (7873, 609, 615, 621), (7874, 630, 640, 651), (7875, 609, 615, 621),
    (7876, 630, 640, 651), (7877, 609, 615, 621), (7878, 630, 640, 651), (7879, 609, 615, 621), (7880, 278, 292, 305),
    (7881, 276, 294, 311), (7882, 278, 292, 305), (7883, 276, 294, 311), (7884, 826, 828, 829), (7885, 652, 656, 660),
    (7886, 826, 828, 829), (7887, 652, 656, 660), (7888, 826, 828, 829), (7889, 652, 656, 660), (7890, 826, 828, 829),
    (7891, 652, 656, 660), (7892, 826, 828, 829), (7893, 652, 656, 660), (7894, 826, 828, 829), (7895, 652, 656, 660),
    (7896, 826, 828, 829), (7897, 652, 656, 660), (7898, 826, 828, 829), (7899, 652, 656, 660), (7900, 826, 828, 829),
    (7901, 652, 656, 660), (7902, 826, 828, 829), (7903, 652, 656, 660), (7904, 826, 828, 829), (7905, 652, 651, 650),
    (7906, 826, 828, 829), (7907, 652, 656, 660), (7908, 745, 745, 746), (7909, 591, 598, 605), (7910, 745, 745, 746),
    (7911, 591, 598, 605), (7912, 745, 745, 746), (7913, 591, 598, 605), (7914, 745, 745, 746), (7915, 591, 598, 605),
    (7916, 745, 745, 746), (7917, 591, 598, 605), (7918, 745, 745, 746), (7919, 591, 598, 605), (7920, 745, 745, 746),
    (7921, 591, 598, 605), (7922, 665, 701, 736), (7923, 583, 592, 601), (7924, 665, 701, 736), (7925, 583, 592, 601),
    (7926, 665, 701, 736), (7927, 583, 592, 601), (7928, 665, 701, 736), (7929, 583, 592, 601), (8211, 682, 696, 711),
    (8212, 868, 868, 869), (8216, 287, 270, 253), (8217, 217, 228, 239), (8220, 370, 420, 469), (8221, 407, 440, 473),
    (8226, 553, 564, 575), (8230, 726, 817, 908), (8363, 591, 621, 652), (8722, 636, 653, 670), (8776, 564, 584, 605),
    (8804, 571, 580, 589), (8805, 571, 580, 589),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_knows_vietnamese() {
        assert!(WIDTHS.is_sorted_by_key(|row| row.0));
        for c in "ằẳẵắặầẩẫấậđêôơưýỵ–“”−".chars() {
            assert!(WIDTHS.iter().any(|row| u32::from(row.0) == c as u32), "{c}");
        }
    }

    #[test]
    fn lines_keep_their_words_and_their_room() {
        let text =
            "Việt Nam lên hạng 71 trong xếp hạng chính phủ điện tử của Liên Hợp Quốc, cao nhất từ năm 2003";
        for room in [60.0, 120.0, 300.0, 5000.0] {
            for lines in [wrap(text, 20.0, Weight::Bold, room), balance(text, 20.0, Weight::Bold, room)] {
                assert!(lines.iter().all(|l| width(l, 20.0, Weight::Bold) <= room), "{room}: {lines:?}");
                let again: String = lines.join(" ").split_whitespace().collect();
                assert_eq!(again, text.split_whitespace().collect::<String>());
            }
        }
        let (wide, even) = (wrap(text, 20.0, Weight::Bold, 700.0), balance(text, 20.0, Weight::Bold, 700.0));
        assert_eq!(wide.len(), even.len());
        let last = |lines: &[String]| width(lines.last().unwrap(), 20.0, Weight::Bold);
        assert!(last(&even) >= last(&wide));
        assert_eq!(wrap("", 20.0, Weight::Bold, 100.0), [""; 0]);
        let long = "x".repeat(400);
        assert!(wrap(&long, 20.0, Weight::Bold, 100.0).len() > 40);
    }

    #[test]
    fn a_letter_with_marks_is_as_wide_as_its_base() {
        let plain = width("o", 16.0, Weight::Regular);
        assert!((width("ố", 16.0, Weight::Regular) - plain).abs() < 0.2);
        assert!((width("o\u{309}", 16.0, Weight::Regular) - plain).abs() < 1e-9);
    }
}
