//! The twelve samples of the item specification, for tests.

use super::{bank::Bank, raw::BankFile};

pub(super) fn file() -> BankFile {
    serde_json::from_str(include_str!("../../tests/fixtures/quiz.json")).unwrap()
}

pub(super) fn bank() -> Bank {
    Bank::from_file(file()).unwrap()
}
