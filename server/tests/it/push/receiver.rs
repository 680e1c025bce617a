//! A push service and the browsers behind it, on this machine: takes messages, looks at who sends them, and opens them with the devices' own
//! keys, as RFC 8291 tells a browser to. Written from the standard, without a line of what encrypts.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::hkdf::{HKDF_SHA256, KeyType, Salt};
use aws_lc_rs::signature::{self, ECDSA_P256_SHA256_FIXED};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;
use shared::push::{Subscribe, Wishes};
use tokio::net::TcpListener;

/// A message as it arrived, opened.
#[derive(Clone)]
pub struct Heard {
    pub said: Value,
    headers: HeaderMap,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers[name].to_str().unwrap()
    }
}

#[derive(Default)]
struct Inside {
    devices: BTreeMap<String, PrivateKey>,
    answers: BTreeMap<String, u16>,
    heard: Vec<Heard>,
    origin: String,
}

pub struct Receiver {
    inside: Arc<Mutex<Inside>>,
}

const AUTH: [u8; 16] = [42; 16];

struct Length(usize);

impl KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

fn expand(salt: &[u8], secret: &[u8], info: &[u8], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    let seed = Salt::new(HKDF_SHA256, salt).extract(secret);
    seed.expand(&[info], Length(length)).unwrap().fill(&mut out).unwrap();
    out
}

fn open(key: &PrivateKey, message: &[u8]) -> Vec<u8> {
    let (salt, sender, mut sealed) = (&message[..16], &message[21..86], message[86..].to_vec());
    assert_eq!((&message[16..20], message[20]), (&4096_u32.to_be_bytes()[..], 65));
    let shared = agree(key, UnparsedPublicKey::new(&ECDH_P256, sender), (), |secret| Ok(secret.to_vec())).unwrap();
    let public = key.compute_public_key().unwrap();
    let both = expand(&AUTH, &shared, &[b"WebPush: info\0", public.as_ref(), sender].concat(), 32);
    let content = expand(salt, &both, b"Content-Encoding: aes128gcm\0", 16);
    let nonce = Nonce::try_assume_unique_for_key(&expand(salt, &both, b"Content-Encoding: nonce\0", 12)).unwrap();
    let content = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &content).unwrap());
    let plain = content.open_in_place(nonce, Aad::empty(), &mut sealed).unwrap();
    let end = plain.iter().rposition(|byte| *byte != 0).unwrap();
    assert_eq!(plain[end], 2, "the mark of the last record");
    plain[..end].to_vec()
}

/// Is the word signed by the key beside it, for this service?
fn looks_at(authorization: &str, origin: &str) {
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
    let (token, key) = authorization.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
    let (said, signed) = token.rsplit_once('.').unwrap();
    let key = signature::UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bytes(key));
    key.verify(said.as_bytes(), &bytes(signed)).unwrap();
    let claims: Value = serde_json::from_slice(&bytes(said.split_once('.').unwrap().1)).unwrap();
    assert_eq!(claims["aud"], origin);
}

async fn take(
    State(inside): State<Arc<Mutex<Inside>>>,
    Path(device): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> StatusCode {
    let mut inside = inside.lock().unwrap();
    if let Some(status) = inside.answers.get(&device) {
        return StatusCode::from_u16(*status).unwrap();
    }
    looks_at(headers["authorization"].to_str().unwrap(), &inside.origin);
    let said = serde_json::from_slice(&open(&inside.devices[&device], &body)).unwrap();
    inside.heard.push(Heard { said, headers });
    StatusCode::CREATED
}

impl Receiver {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let inside = Arc::new(Mutex::new(Inside { origin, ..Inside::default() }));
        let doors = Router::new().route("/kotak/{device}", post(take)).with_state(Arc::clone(&inside));
        tokio::spawn(async move { axum::serve(listener, doors).await.unwrap() });
        Self { inside }
    }

    /// What a device's browser says of itself.
    pub fn subscription(&self, device: &str, wishes: Wishes) -> Subscribe {
        let mut inside = self.inside.lock().unwrap();
        let key = PrivateKey::generate(&ECDH_P256).unwrap();
        let p256dh = URL_SAFE_NO_PAD.encode(key.compute_public_key().unwrap());
        inside.devices.insert(device.to_owned(), key);
        let endpoint = format!("{}/kotak/{device}", inside.origin);
        Subscribe { endpoint, p256dh, auth: URL_SAFE_NO_PAD.encode(AUTH), language: Default::default(), wishes }
    }

    /// From now on the service answers so for this device.
    pub fn no_longer_knows(&self, device: &str, status: u16) {
        self.inside.lock().unwrap().answers.insert(device.to_owned(), status);
    }

    pub fn heard(&self) -> Vec<Heard> {
        self.inside.lock().unwrap().heard.clone()
    }
}
