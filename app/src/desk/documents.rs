//! Documents: taken in from a file. From there on their bytes are kept and sent like those of photos.

use std::sync::Arc;

use js_sys::{ArrayBuffer, Uint8Array};
use shared::entry::{FILE_BYTES_MAX, File, FileKind, is_file_name};
use shared::refusal::{Refusal, Unfit};
use shared::words::Spoken;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::{Desk, Snapshot};
use crate::photo;

fn unfit(unfit: Unfit) -> Spoken {
    Refusal::from(unfit).spoken()
}

impl Desk {
    /// Takes in a document and keeps it for the form's draft.
    ///
    /// # Errors
    /// It is too large, is no document that may be attached, or cannot be read.
    pub async fn take_document(self, file: web_sys::File) -> Result<(File, Snapshot), Spoken> {
        if file.size() > f64::from(FILE_BYTES_MAX) {
            return Err(unfit(Unfit::FileTooLarge));
        }
        let unread = || unfit(Unfit::File);
        let buffer: ArrayBuffer = JsFuture::from(file.array_buffer())
            .await
            .ok()
            .and_then(|buffer| buffer.dyn_into().ok())
            .ok_or_else(unread)?;
        let array = Uint8Array::new(&buffer);
        let bytes = array.to_vec();
        let kind = FileKind::of(&bytes).ok_or_else(unread)?;
        let name = kind.named(file.name().trim());
        if !is_file_name(&name) {
            return Err(unread());
        }
        let sha256 = photo::sha256(&bytes).await.ok_or_else(unread)?;
        if let Some(home) = self.home() {
            // Without the draft it is still in the form; saving writes it with its entry, and tells if it cannot.
            let _ = home.own.keep_for_draft(&sha256, array.into()).await;
        }
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let taken = Snapshot { sha256: sha256.clone(), bytes: Arc::new(bytes), url: String::new() };
        Ok((File { sha256, bytes: size, name }, taken))
    }
}
