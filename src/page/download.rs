//! Files that the page gives to the user.

use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser has to take what it is given, in milliseconds. Safari needs some time.
const TAKEN_MS: u32 = 30_000;

/// Has the browser download `text`, in UTF-8, as a file called `name` of a MIME type, which says
/// so.
///
/// # Errors
/// What the browser says.
pub fn text(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    bytes(name, &blob_of(kind, text)?)
}

/// Has the browser download a blob as a file called `name`.
///
/// # Errors
/// What the browser says.
pub fn bytes(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    let address = Url::create_object_url_with_blob(blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(TAKEN_MS, move || {
        // An address that is no longer there needs no taking back.
        let _: Result<(), _> = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// A text as what `kind`, a MIME type, says.
///
/// # Errors
/// What the browser says.
pub fn blob_of(kind: &str, text: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    Blob::new_with_str_sequence_and_options(&parts, &options)
}
