//! Encryption at rest: AES-GCM with a key that the page may use and never see.
//!
//! Each database has a key of its own, in a table of its own: what is cleared together is lost together, so no value outlives its
//! key. The key is not extractable; it lies there as the browser's own object. A value is bound to its place (database, table and
//! name), so that one laid in another's place does not open. WebCrypto answers late and a transaction does not wait: values are
//! encrypted before it begins, and decrypted after it has ended.
//!
//! A browser without WebCrypto, or one that cannot keep a key, still works: there values are plain, as they were in earlier builds.

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AesGcmParams, AesKeyGenParams, CryptoKey, IdbDatabase, SubtleCrypto};

use super::table::{Sure, Tx};
use super::{Fault, Result};
use crate::browser;

/// Where a database keeps its key.
pub(super) const KEYS: &str = "keys";
const KEY: &str = "values";
const CIPHER: &str = "AES-GCM";
const KEY_BITS: u16 = 256;
/// Chance fills it anew for each value: 2³² values before it is worth a thought.
const IV_BYTES: u32 = 12;

/// A value, and the place that it is bound to. Plain on its way to the disk, encrypted on its way back.
pub(super) struct Placed {
    place: String,
    value: JsValue,
}

impl Placed {
    /// A text or bytes, under this name in this table.
    pub(super) fn new(table: &str, name: &str, value: JsValue) -> Self {
        Self { place: [table, "/", name].concat(), value }
    }
}

/// The key of one database, or none.
pub(super) struct Crypt {
    database: String,
    key: Option<(SubtleCrypto, CryptoKey)>,
}

impl Crypt {
    /// The key that lies in this database; a fresh one if there is none.
    pub(super) async fn of(database: &str, db: &IdbDatabase) -> Result<Self> {
        let subtle: Option<SubtleCrypto> = browser::property(&["crypto", "subtle"]).map(JsCast::unchecked_into);
        let mut key = None;
        if let Some(subtle) = subtle {
            let mut known = kept(&Tx::read(db, &[KEYS])?).await?;
            if known.is_none()
                && let Some(fresh) = generate(&subtle).await
            {
                // A browser that cannot keep a key says so here, and a full disk too: the next start tries again.
                known = keep(db, fresh).await.ok();
            }
            key = known.map(|key| (subtle, key));
        }
        Ok(Self { database: database.to_owned(), key })
    }

    /// Are values encrypted here?
    pub(super) const fn has_key(&self) -> bool {
        self.key.is_some()
    }

    /// Values as they go to the disk, in the same order.
    pub(super) async fn encrypt(&self, values: &[Placed]) -> Result<Vec<JsValue>> {
        let Some((subtle, key)) = &self.key else {
            return Ok(values.iter().map(|placed| placed.value.clone()).collect());
        };
        let crypto = browser::window().and_then(|window| window.crypto().ok()).ok_or(Fault::Unwritten)?;
        let (ivs, bodies) = (Array::new(), Array::new());
        for Placed { place, value } in values {
            let iv = Uint8Array::new_with_length(IV_BYTES);
            crypto.get_random_values_with_js_u8_array(&iv).map_err(|_| Fault::Unwritten)?;
            let how = self.params(place, &iv);
            let begun = match value.as_string() {
                Some(text) => subtle.encrypt_with_object_and_u8_array(&how, key, text.as_bytes()),
                None => subtle.encrypt_with_object_and_buffer_source(&how, key, value.unchecked_ref()),
            };
            ivs.push(iv.as_ref());
            bodies.push(begun.map_err(|_| Fault::Unwritten)?.as_ref());
        }
        let bodies: Array = JsFuture::from(Promise::all(&bodies)).await.map_err(|_| Fault::Unwritten)?.unchecked_into();
        Ok(ivs.iter().zip(bodies.iter()).map(|(iv, body)| Array::of2(&iv, &body).into()).collect())
    }

    /// One text, as it goes to the disk.
    pub(super) async fn encrypt_text(&self, table: &str, name: &str, text: &str) -> Result<JsValue> {
        let values = self.encrypt(&[Placed::new(table, name, text.into())]).await?;
        values.into_iter().next().ok_or(Fault::Unwritten)
    }

    /// What values from the disk say, in the same order: a text or bytes as they were written, plain ones included; none for
    /// what does not open here.
    pub(super) async fn decrypt(&self, values: &[Placed]) -> Vec<Option<JsValue>> {
        let begun = Array::new();
        for placed in values {
            begun.push(&self.begin(placed));
        }
        let Ok(ended) = JsFuture::from(Promise::all_settled(&begun)).await else { return vec![None; values.len()] };
        let said = |one: JsValue| Reflect::get(&one, &"value".into()).ok().filter(|value| !value.is_undefined());
        Array::from(&ended).iter().map(said).collect()
    }

    /// A plain value as it is; for an encrypted one the promise of it.
    fn begin(&self, Placed { place, value }: &Placed) -> JsValue {
        let Some([iv, body]) = parts(value) else { return value.clone() };
        let Some((subtle, key)) = &self.key else { return JsValue::UNDEFINED };
        let how = self.params(place, iv.unchecked_ref());
        let begun = subtle.decrypt_with_object_and_buffer_source(&how, key, body.unchecked_ref());
        begun.map_or(JsValue::UNDEFINED, Into::into)
    }

    /// What values from the disk say, when they are texts.
    pub(super) async fn decrypt_texts(&self, values: &[Placed]) -> Vec<Option<String>> {
        self.decrypt(values).await.into_iter().map(|value| text(&value?)).collect()
    }

    fn params(&self, place: &str, iv: &Uint8Array) -> Object {
        let how = AesGcmParams::new_with_u8_array(CIPHER, iv);
        let bound = [self.database.as_str(), "/", place].concat();
        how.set_additional_data_u8_array(&Uint8Array::from(bound.as_bytes()));
        how.unchecked_into()
    }
}

/// A text from what was decrypted, or from what was plain.
fn text(value: &JsValue) -> Option<String> {
    match value.dyn_ref::<ArrayBuffer>() {
        Some(bytes) => String::from_utf8(Uint8Array::new(bytes).to_vec()).ok(),
        None => value.as_string(),
    }
}

/// Initialisation vector and body of an encrypted value; none for a plain one.
fn parts(value: &JsValue) -> Option<[JsValue; 2]> {
    let parts: &Array = value.dyn_ref()?;
    Some([parts.get(0), parts.get(1)])
}

/// Is this value encrypted?
pub(super) fn is_encrypted(value: &JsValue) -> bool {
    Array::is_array(value)
}

async fn generate(subtle: &SubtleCrypto) -> Option<CryptoKey> {
    let how = AesKeyGenParams::new(CIPHER, KEY_BITS);
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.generate_key_with_object(&how, false, &uses).ok()?;
    JsFuture::from(key).await.ok().map(JsCast::unchecked_into)
}

async fn kept(tx: &Tx) -> Result<Option<CryptoKey>> {
    Ok(tx.get(KEYS, KEY).await?.map(JsCast::unchecked_into))
}

/// Keeps a fresh key, unless another window was first; answers the one that counts. It is on the disk before anything is
/// encrypted with it.
async fn keep(db: &IdbDatabase, fresh: CryptoKey) -> Result<CryptoKey> {
    let tx = Tx::write(db, &[KEYS], Sure::Strict)?;
    if let Some(known) = kept(&tx).await? {
        return Ok(known);
    }
    tx.put(KEYS, KEY.into(), fresh.clone().into())?;
    tx.commit().await?;
    Ok(fresh)
}
