//! What a row says: its value, its words, and how far it may be trusted.

use super::Check;
use super::rows::At;
use crate::data::model::{Measure, Scope, Source, SourceKind, Status};
use crate::data::raw::RawRow;

impl Check<'_> {
    pub(super) fn value(&mut self, file: &str, row: &RawRow, measure: Measure, scope: Scope) {
        let value = row.v;
        let whole = value.fract() == 0.0;
        let most = match (row.o, scope) {
            (Some(out_of), _) => f64::from(out_of),
            (None, Scope::Provincial) => 63.0,
            (None, Scope::National) => f64::INFINITY,
        };
        let asked = if !value.is_finite() {
            Some("một số hữu hạn; chỗ trống thì bỏ cả dòng")
        } else if measure == Measure::Rank && (!whole || value < 1.0) {
            Some("thứ hạng là số nguyên từ 1 trở lên")
        } else if measure == Measure::Rank && value > most {
            Some("thứ hạng không lớn hơn số được xếp hạng")
        } else if measure == Measure::Share && !(0.0..=100.0).contains(&value) {
            Some("tỷ lệ phần trăm từ 0 đến 100")
        } else if measure == Measure::Flag && value != 0.0 && value.to_bits() != 1.0_f64.to_bits() {
            Some("chỉ 0 (không) hoặc 1 (có)")
        } else if matches!(measure, Measure::Count | Measure::Rate) && value < 0.0 {
            Some("số đếm không âm")
        } else {
            None
        };
        if let Some(asked) = asked {
            self.add(file, format_args!("{}, cột value", At(row)), || {
                (format!("giá trị {value} không hợp lệ"), format!("Cần {asked}."))
            });
        }
        if row.o.is_some() && measure != Measure::Rank {
            self.add(file, format_args!("{}, cột out_of", At(row)), || {
                ("chỉ thứ hạng mới có số được xếp hạng".into(), "Để trống cột out_of.".into())
            });
        }
    }

    pub(super) fn words(&mut self, file: &str, row: &RawRow) {
        for (column, text) in [("period", &row.p), ("note", &row.n)] {
            let Some(text) = text else { continue };
            for (language, word) in [("vi", &text.vi), ("en", &text.en)] {
                self.word(file, format_args!("{}, cột {column}_{language}", At(row)), word);
            }
        }
        if let Some(evidence) = &row.e {
            self.word(file, format_args!("{}, cột evidence", At(row)), evidence);
        }
    }

    /// What nobody can look up is marked so, and nothing else is.
    pub(super) fn status(&mut self, file: &str, row: &RawRow, source: &Source) {
        let recalled = source.kind == SourceKind::Recalled;
        let place = format_args!("{}, cột status", At(row));
        if recalled && row.q != Status::Unverified {
            self.add(file, place, || {
                (
                    format!("nguồn \"{}\" chỉ là ghi nhớ mà số không ghi \"unverified\"", source.id),
                    "Ghi status là unverified, hoặc dẫn một nguồn thật.".into(),
                )
            });
        } else if row.q == Status::Unverified && !recalled && source.url.is_some() {
            self.add(file, place, || {
                (
                    format!("ghi \"unverified\" mà nguồn \"{}\" có địa chỉ để đối chiếu", source.id),
                    "Đối chiếu rồi ghi verified, hoặc để url của nguồn là null nếu chỉ biết tên miền.".into(),
                )
            });
        }
    }
}
