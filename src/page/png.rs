use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, HtmlImageElement, Url};

use super::download::blob_of;

/// The kind of an SVG file.
pub const SVG_KIND: &str = "image/svg+xml;charset=utf-8";

/// So many pixels are drawn for each CSS pixel, along either side.
const DENSITY: u32 = 2;

/// An SVG picture as a PNG, at twice its size in pixels.
///
/// # Errors
/// What the browser says, or null where it says nothing.
pub async fn png(svg: &str) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&blob_of(SVG_KIND, svg)?)?;
    let drawn = draw(&address).await;
    Url::revoke_object_url(&address)?;
    drawn
}

async fn draw(address: &str) -> Result<Blob, JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(image.natural_width() * DENSITY);
    canvas.set_height(image.natural_height() * DENSITY);
    let (width, height) = (canvas.width().into(), canvas.height().into());
    super::timeline::context(&canvas)
        .ok_or(JsValue::NULL)?
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let blob = Promise::new(&mut |resolve, reject| {
        if let Err(why) = canvas.to_blob(&resolve) {
            // Nobody else is told of it.
            let _: Result<_, _> = reject.call1(&JsValue::NULL, &why);
        }
    });
    // A canvas that is too large gives null.
    JsFuture::from(blob).await?.dyn_into()
}
