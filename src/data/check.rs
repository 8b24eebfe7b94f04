//! From shapes to a dataset that cannot be invalid: every rule of the data, all faults at once.

use super::fault::Fault;
use super::model::Dataset;
use super::raw::RawDataset;

impl TryFrom<RawDataset> for Dataset {
    type Error = Vec<Fault>;

    fn try_from(_raw: RawDataset) -> Result<Self, Vec<Fault>> {
        Err(Vec::new())
    }
}
