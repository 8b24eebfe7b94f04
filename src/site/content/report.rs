//! A list of faults as an author reads it.

use crate::data::fault::Fault;
use std::collections::BTreeSet;
use std::fmt;

/// Faults grouped by file, with a count.
pub struct Report<'a>(pub &'a [Fault]);

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let files: BTreeSet<&str> = self.0.iter().map(|fault| fault.file.as_str()).collect();
        writeln!(f, "Có {} lỗi trong {} tệp.", self.0.len(), files.len())?;
        for file in files {
            writeln!(f, "\n{}", if file.is_empty() { "(thư mục dữ liệu)" } else { file })?;
            for fault in self.0.iter().filter(|fault| fault.file == file) {
                let colon = if fault.place.is_empty() { "" } else { ": " };
                writeln!(f, "  {}{colon}{}", fault.place, fault.what)?;
                if !fault.remedy.is_empty() {
                    writeln!(f, "    → {}", fault.remedy)?;
                }
            }
        }
        Ok(())
    }
}

/// By file; inside a file as they were found. The same sentence twice helps nobody.
pub(super) fn sorted(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by(|a, b| a.file.cmp(&b.file));
    faults.dedup();
    faults
}
