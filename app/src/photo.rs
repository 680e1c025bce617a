//! A photo becomes evidence: small enough to travel, without position or camera data, named by the hash of its bytes.
//!
//! Drawing it anew is what drops EXIF and GPS: a canvas knows pixels only.

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use shared::entry::PHOTO_BYTES_MAX;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, Url};

use crate::browser;

/// Longest edge in pixels and JPEG quality, from good to small; the first that fits is taken.
const STEPS: [(f64, f64); 6] =
    [(1600.0, 0.7), (1600.0, 0.5), (1280.0, 0.5), (1024.0, 0.45), (800.0, 0.4), (640.0, 0.35)];

/// Draws the photo anew, smaller. `None` when the file is no picture that this browser can read.
pub(crate) async fn compress(file: &Blob) -> Option<Vec<u8>> {
    let promise = browser::window()?.create_image_bitmap_with_blob(file).ok()?;
    let bitmap: ImageBitmap = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let mut smallest = None;
    for (edge_max, quality) in STEPS {
        let bytes = draw(&bitmap, edge_max, quality).await?;
        if bytes.length() <= PHOTO_BYTES_MAX {
            smallest = Some(bytes.to_vec());
            break;
        }
    }
    bitmap.close();
    smallest
}

async fn draw(bitmap: &ImageBitmap, edge_max: f64, quality: f64) -> Option<Uint8Array> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (edge_max / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas: HtmlCanvasElement = browser::element("canvas")?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 1600")]
    {
        canvas.set_width(width as u32);
        canvas.set_height(height as u32);
    }
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.set_fill_style_str("#fff");
    pen.fill_rect(0.0, 0.0, width, height);
    pen.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, width, height).ok()?;
    let promise = Promise::new(&mut |resolve, _| {
        let _ = canvas.to_blob_with_type_and_encoder_options(&resolve, "image/jpeg", &JsValue::from_f64(quality));
    });
    let blob: Blob = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await.ok()?.dyn_into().ok()?;
    Some(Uint8Array::new(&buffer))
}

/// SHA-256 of the bytes, hexadecimal. `None` where the page is not served securely.
pub(crate) async fn sha256(bytes: &[u8]) -> Option<String> {
    let subtle = browser::window()?.crypto().ok()?.subtle();
    let promise = subtle.digest_with_str_and_js_u8_array("SHA-256", &Uint8Array::from(bytes)).ok()?;
    let digest = Uint8Array::new(&JsFuture::from(promise).await.ok()?);
    let digit = |n: u8| char::from_digit(u32::from(n), 16).unwrap_or('0');
    Some(digest.to_vec().into_iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}

/// An address under which the page can show the bytes, for as long as it is open.
pub(crate) fn address(bytes: &Uint8Array) -> Option<String> {
    Url::create_object_url_with_blob(&blob(&bytes.into(), "image/jpeg")?).ok()
}

/// A file in memory.
pub(crate) fn blob(part: &JsValue, mime: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(part), &options).ok()
}
