//! Photos: taking, showing, sending. Bytes lie on this device until the office has them durably.

use std::rc::Rc;
use std::sync::Arc;

use js_sys::Uint8Array;
use shared::ids::EntryId;
use shared::sync::defence::Defences;
use shared::sync::parcel::{Next, Parcel, SLICE_BYTES};
use shared::words::Spoken;
use wasm_bindgen::JsCast;
use web_sys::File;

use super::home::Home;
use super::{Desk, Snapshot, say};
use crate::{api, photo};

impl Desk {
    /// Makes a photo small, strips it of position and camera data, and keeps it for the form's draft.
    ///
    /// # Errors
    /// The file is no picture that this device can read.
    pub async fn take_photo(self, file: File) -> Result<Snapshot, Spoken> {
        let bytes = photo::compress(&file).await.ok_or_else(say::photo)?;
        let sha256 = photo::sha256(&bytes).await.ok_or_else(say::photo)?;
        let array = Uint8Array::from(bytes.as_slice());
        let url = self.show_photo(&sha256, &array).ok_or_else(say::photo)?;
        if let Some(home) = self.home() {
            // Without the draft the photo is still in the form; saving writes it with its entry, and tells if it cannot.
            let _ = home.own.keep_for_draft(&sha256, array.into()).await;
        }
        Ok(Snapshot { sha256, bytes: Arc::new(bytes), url })
    }

    /// An address for showing a photo that lies on this device; none when it does not. Then see [`Desk::photo_address`].
    pub async fn photo(self, sha256: String) -> Option<String> {
        if let Some(known) = self.known(&sha256) {
            return Some(known);
        }
        let bytes: Uint8Array = self.home()?.own.photo(&sha256).await.ok()??.dyn_into().ok()?;
        self.show_photo(&sha256, &bytes)
    }

    /// Where the office keeps a photo of an entry.
    #[must_use]
    pub fn photo_address(entry: EntryId, sha256: &str) -> String {
        format!("/api/entry/{entry}/photo/{sha256}")
    }

    fn show_photo(self, sha256: &str, bytes: &Uint8Array) -> Option<String> {
        if let Some(known) = self.known(sha256) {
            return Some(known);
        }
        let address = photo::address(bytes)?;
        self.core().addresses.borrow_mut().push((sha256.to_owned(), address.clone()));
        Some(address)
    }

    fn known(self, sha256: &str) -> Option<String> {
        let core = self.core();
        let addresses = core.addresses.borrow();
        addresses.iter().find(|(known, _)| known == sha256).map(|(_, address)| address.clone())
    }

    /// Sends what waits, one after the other. One that the office refuses does not hold up the others.
    pub(super) async fn send_photos(self, home: &Rc<Home>) {
        if home.own.photos_waiting().is_empty() || home.sending_photos.replace(true) {
            return;
        }
        self.show(home);
        for sha256 in home.own.photos_waiting() {
            let Ok(Some(bytes)) = home.own.photo(&sha256).await else { continue };
            let Ok(bytes) = bytes.dyn_into::<Uint8Array>() else { continue };
            match self.send_photo(home, &sha256, &bytes).await {
                Next::LetGo => {
                    let _ = home.own.photo_sent(&sha256).await;
                    self.show(home);
                }
                Next::Pass => {}
                Next::Later | Next::Ask | Next::Send { .. } => break,
            }
        }
        home.sending_photos.set(false);
        self.show(home);
    }

    /// Carries one to an end. Where it stands is for the office to say, so nothing is written here on the way.
    async fn send_photo(self, home: &Rc<Home>, sha256: &str, bytes: &Uint8Array) -> Next {
        let (mut parcel, mut next) = Parcel::new(bytes.length(), SLICE_BYTES, Defences::default());
        loop {
            if !self.is_home(home) || !home.confirmed.get() {
                return Next::Later;
            }
            let heard = match next {
                Next::Ask => api::ask_photo(home.employee, sha256).await,
                Next::Send { from, to } => api::send_slice(home.employee, sha256, bytes, from, to).await,
                Next::LetGo | Next::Later | Next::Pass => return next,
            };
            next = parcel.step(heard);
        }
    }
}
