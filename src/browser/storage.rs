//! Small texts that stay on this device. A browser may refuse (private window, full, blocked): then nothing is kept.

/// The text under a key.
pub fn get(key: &str) -> Option<String> {
    imp::get(key)
}

/// Keeps a text; `false` if the browser refused.
#[must_use]
pub fn set(key: &str, text: &str) -> bool {
    imp::set(key, text)
}

/// Forgets a text; `false` if the browser refused.
#[must_use]
pub fn remove(key: &str) -> bool {
    imp::remove(key)
}

#[cfg(target_arch = "wasm32")]
mod imp {
    #[allow(clippy::disallowed_methods)]
    fn storage() -> Option<web_sys::Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    pub(super) fn get(key: &str) -> Option<String> {
        storage()?.get_item(key).ok()?
    }

    pub(super) fn set(key: &str, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    pub(super) fn remove(key: &str) -> bool {
        storage().is_some_and(|storage| storage.remove_item(key).is_ok())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod imp {
    pub(super) fn get(_key: &str) -> Option<String> {
        None
    }

    pub(super) fn set(_key: &str, _text: &str) -> bool {
        false
    }

    pub(super) fn remove(_key: &str) -> bool {
        false
    }
}
