//! Puts words or a picture on the clipboard. Many browsers allow it only on secure pages and right after a click.

use super::Trouble;
use super::raster::Picture;

/// Copies words.
pub async fn text(words: String) -> Result<(), Trouble> {
    imp::text(words).await
}

/// Whether pictures can be copied here at all.
pub fn takes_pictures() -> bool {
    imp::takes_pictures()
}

/// Copies a picture. To be called right in the event: some browsers count anything later as not asked for, so the
/// clipboard is given the promise of a picture at once, and the picture when it is drawn.
pub fn picture(picture: Picture) -> impl Future<Output = Result<(), Trouble>> {
    imp::picture(picture)
}

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::{Picture, Trouble};
    use crate::browser::{raster, window};
    use js_sys::{Array, Object, Promise, Reflect};
    use wasm_bindgen::JsCast;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Clipboard, ClipboardItem};

    /// The clipboard; none on pages without a secure address.
    fn clipboard() -> Option<Clipboard> {
        let navigator = window()?.navigator();
        let found = Reflect::get(&navigator, &"clipboard".into()).ok()?;
        (!found.is_undefined() && !found.is_null()).then(|| found.unchecked_into())
    }

    pub(super) async fn text(words: String) -> Result<(), Trouble> {
        let asked = clipboard().ok_or(Trouble::Absent)?.write_text(&words);
        JsFuture::from(asked).await.map(|_| ()).map_err(|_| Trouble::Refused)
    }

    pub(super) fn takes_pictures() -> bool {
        let known = window().is_some_and(|w| Reflect::has(&w, &"ClipboardItem".into()).unwrap_or(false));
        known && clipboard().is_some_and(|c| Reflect::has(&c, &"write".into()).unwrap_or(false))
    }

    pub(super) fn picture(picture: Picture) -> impl Future<Output = Result<(), Trouble>> {
        let asked = ask(picture);
        async {
            let asked = asked.ok_or(Trouble::Absent)?;
            JsFuture::from(asked).await.map(|_| ()).map_err(|_| Trouble::Refused)
        }
    }

    fn ask(picture: Picture) -> Option<Promise> {
        let clipboard = clipboard().filter(|_| takes_pictures())?;
        let record = Object::new();
        Reflect::set(&record, &"image/png".into(), &raster::promised(picture)).ok()?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&record).ok()?;
        Some(clipboard.write(&Array::of1(&item)))
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    use super::{Picture, Trouble};

    #[allow(clippy::unused_async)] // the same call as in the browser
    pub(super) async fn text(_words: String) -> Result<(), Trouble> {
        Err(Trouble::Absent)
    }

    pub(super) fn takes_pictures() -> bool {
        false
    }

    #[allow(clippy::unused_async)]
    pub(super) async fn picture(_picture: Picture) -> Result<(), Trouble> {
        Err(Trouble::Absent)
    }
}
