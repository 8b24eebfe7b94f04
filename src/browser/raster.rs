//! A picture as PNG, drawn by the browser with the page's own fonts.
//!
//! An image knows nothing of the page it is made on, so the fonts travel inside it; without them Vietnamese letters
//! would come from whatever the device has.

use super::Trouble;

/// An SVG file and the size it has in pixels.
#[derive(Clone, Debug)]
pub struct Picture {
    /// The file.
    pub svg: String,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Draws a picture and saves it under a name.
#[cfg(target_arch = "wasm32")]
pub async fn save(picture: Picture, name: &str) -> Result<(), Trouble> {
    super::save::blob(name, &imp::png(picture).await?)
}

/// Outside a browser there is nothing to draw with.
#[cfg(not(target_arch = "wasm32"))]
#[allow(clippy::unused_async)] // the same call as in the browser
pub async fn save(_picture: Picture, _name: &str) -> Result<(), Trouble> {
    Err(Trouble::Absent)
}

#[cfg(target_arch = "wasm32")]
pub use imp::png;

#[cfg(target_arch = "wasm32")]
mod imp {
    use super::{Picture, Trouble};
    use crate::browser::{document, save, window};
    use js_sys::Promise;
    use std::cell::RefCell;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;
    use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

    thread_local! {
        /// The rules that bring the fonts along, once they have been fetched.
        static FONTS: RefCell<Option<String>> = const { RefCell::new(None) };
    }

    /// The picture as PNG.
    pub async fn png(picture: Picture) -> Result<Blob, Trouble> {
        let fonts = fonts().await?;
        let svg = picture.svg.replacen("<style>", &format!("<style>{fonts}"), 1);
        let file = save::of_text("image/svg+xml", &svg)?;
        let url = Url::create_object_url_with_blob(&file).map_err(|_| Trouble::Picture)?;
        let drawn = draw(&url, picture.width, picture.height).await;
        let _ = Url::revoke_object_url(&url);
        drawn.ok_or(Trouble::Picture)
    }

    async fn draw(url: &str, width: f64, height: f64) -> Option<Blob> {
        let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
        let brush = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let image = HtmlImageElement::new().ok()?;
        let loaded = Promise::new(&mut |done, fault| {
            image.set_onload(Some(&done));
            image.set_onerror(Some(&fault));
        });
        image.set_src(url);
        JsFuture::from(loaded).await.ok()?;
        // WebKit reports an image as loaded before the fonts inside it are: the first drawing asks for them, and the
        // one that counts comes when they have had time to arrive.
        for wait in [0, 120] {
            pause(wait).await;
            brush.clear_rect(0.0, 0.0, width, height);
            brush.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
        }
        let mut asked = false;
        let blob = Promise::new(&mut |done, _| asked = canvas.to_blob(&done).is_ok());
        if !asked {
            return None;
        }
        JsFuture::from(blob).await.ok()?.dyn_into::<Blob>().ok()
    }

    async fn pause(millis: i32) {
        let Some(window) = window().filter(|_| millis > 0) else { return };
        let over = Promise::new(&mut |done, _| {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis);
        });
        let _ = JsFuture::from(over).await;
    }

    /// The shipped fonts as rules with the files inside. The build writes their addresses into the page:
    /// `<meta name="phong-chu" content="400 /assets/a.woff2 600 …">`.
    async fn fonts() -> Result<String, Trouble> {
        if let Some(known) = FONTS.with_borrow(Clone::clone) {
            return Ok(known);
        }
        let meta = document().and_then(|d| d.query_selector("meta[name=\"phong-chu\"]").ok().flatten());
        let named = meta.and_then(|m| m.get_attribute("content")).ok_or(Trouble::Fonts)?;
        let mut rules = String::new();
        let mut words = named.split(' ');
        while let (Some(weight), Some(url)) = (words.next(), words.next()) {
            let answer = gloo_net::http::Request::get(url).send().await.map_err(|_| Trouble::Fonts)?;
            if !answer.ok() {
                return Err(Trouble::Fonts);
            }
            let bytes = answer.binary().await.map_err(|_| Trouble::Fonts)?;
            rules.push_str("@font-face{font-family:\"Be Vietnam Pro\";font-weight:");
            rules.push_str(weight);
            rules.push_str(";src:url(data:font/woff2;base64,");
            rules.push_str(&super::base64(&bytes));
            rules.push_str(") format(\"woff2\")}");
        }
        FONTS.replace(Some(rules.clone()));
        Ok(rules)
    }

    /// The picture as a promise, for those who want one.
    pub(crate) fn promised(picture: Picture) -> Promise {
        wasm_bindgen_futures::future_to_promise(async {
            png(picture).await.map(JsValue::from).map_err(|_| JsValue::from_str("png"))
        })
    }
}

#[cfg(target_arch = "wasm32")]
pub(super) use imp::promised;

/// Bytes in letters, as `data:` addresses hold them.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))] // its test is native
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let at = |i: usize| u32::from(three.get(i).copied().unwrap_or_default());
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for i in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * i) & 63) as usize).copied().unwrap_or_default();
            out.push(if i > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::base64::prelude::{BASE64_STANDARD, Engine as _};

    #[test]
    fn bytes_become_letters_as_everywhere() {
        for (bytes, letters) in
            [("", ""), ("M", "TQ=="), ("Ma", "TWE="), ("Man", "TWFu"), ("Ngày", "TmfDoHk=")]
        {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(base64(&all), BASE64_STANDARD.encode(&all));
    }
}
