//! The twelve samples of the item specification and the published bank, for tests.

use super::bank::Bank;
use super::raw::{AreaFile, BankFile, FrameFile};

pub(super) fn file() -> BankFile {
    serde_json::from_str(include_str!("../../tests/fixtures/quiz.json")).unwrap()
}

pub(super) fn bank() -> Bank {
    Bank::from_file(file()).unwrap()
}

/// The bank that is published.
pub(super) fn published() -> Bank {
    let frame: FrameFile = serde_json::from_str(include_str!("../../public/data/quiz/frame.json")).unwrap();
    let areas = [
        include_str!("../../public/data/quiz/dl.json"),
        include_str!("../../public/data/quiz/gt.json"),
        include_str!("../../public/data/quiz/st.json"),
        include_str!("../../public/data/quiz/at.json"),
        include_str!("../../public/data/quiz/gq.json"),
        include_str!("../../public/data/quiz/ai.json"),
    ];
    let areas: Vec<AreaFile> = areas.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    let practice = serde_json::from_str(include_str!("../../public/data/quiz/luyen-mat.json")).unwrap();
    Bank::new(frame, areas, Some(practice)).unwrap()
}
