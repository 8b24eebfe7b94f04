//! The device's own share sheet, where there is one.

use super::Trouble;
use super::raster::Picture;

/// What to hand over.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// A title.
    pub title: String,
    /// A sentence.
    pub text: String,
    /// The address.
    pub url: String,
    /// The name of the picture.
    pub name: String,
    /// The picture, where the device takes files.
    pub picture: Picture,
}

/// Whether the device has a share sheet.
pub fn is_there() -> bool {
    imp::has("share")
}

/// Opens it.
pub async fn open(parcel: Parcel) -> Result<(), Trouble> {
    imp::open(parcel).await
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::{Parcel, Trouble};
    use crate::browser::{raster, window};
    use js_sys::{Array, Reflect};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{DomException, File, FilePropertyBag, ShareData};

    pub(super) fn has(name: &str) -> bool {
        window().is_some_and(|w| Reflect::has(&w.navigator(), &name.into()).unwrap_or(false))
    }

    pub(super) async fn open(parcel: Parcel) -> Result<(), Trouble> {
        let navigator = window().filter(|_| has("share")).ok_or(Trouble::Absent)?.navigator();
        let data = ShareData::new();
        data.set_title(&parcel.title);
        data.set_text(&parcel.text);
        data.set_url(&parcel.url);
        if has("canShare")
            && let Ok(blob) = raster::png(parcel.picture).await
        {
            let about = FilePropertyBag::new();
            about.set_type("image/png");
            let file = File::new_with_blob_sequence_and_options(&Array::of1(&blob), &parcel.name, &about);
            if let Ok(file) = file {
                data.set_files(&Array::of1(&file));
                // A device that takes no files still takes the address.
                if !navigator.can_share_with_data(&data) {
                    let _ = Reflect::delete_property(&data, &"files".into());
                }
            }
        }
        match JsFuture::from(navigator.share_with_data(&data)).await {
            Ok(_) => Ok(()),
            Err(fault) => {
                let cancelled = fault.dyn_ref::<DomException>().is_some_and(|e| e.name() == "AbortError");
                Err(if cancelled { Trouble::Cancelled } else { Trouble::Refused })
            }
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use super::{Parcel, Trouble};

    pub(super) fn has(_name: &str) -> bool {
        false
    }

    #[allow(clippy::unused_async)] // the same call as in the browser
    pub(super) async fn open(_parcel: Parcel) -> Result<(), Trouble> {
        Err(Trouble::Absent)
    }
}
