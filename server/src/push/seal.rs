//! Encryption of a notice for one device: RFC 8291 over the coding `aes128gcm` of RFC 8188. The push service carries it and cannot
//! read it. Every message has the same length, so that not even its length tells what it is.

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::agreement::{ECDH_P256, PrivateKey, UnparsedPublicKey, agree};
use aws_lc_rs::hmac;

/// Bytes of an uncompressed point of P-256.
pub const POINT_BYTES: usize = 65;
/// Bytes of the secret that a device shares with whoever may write to it.
const AUTH_BYTES: usize = 16;
const SALT_BYTES: usize = 16;
const KEY_BYTES: usize = 16;
const NONCE_BYTES: usize = 12;
/// Size of a record as the header tells it; there is one, and it is shorter.
const RECORD_BYTES: u32 = 4096;
/// Bytes that are encrypted, whatever is said: the words, the mark of the last record, and zeros.
const PADDED_BYTES: usize = 128;
/// The mark of the last record (RFC 8188, section 2).
const LAST: u8 = 2;

/// The keys of a device.
#[derive(Clone)]
pub struct Keys {
    point: [u8; POINT_BYTES],
    auth: [u8; AUTH_BYTES],
}

impl Keys {
    /// A point on the curve and sixteen bytes, or nothing.
    #[must_use]
    pub fn of(point: &[u8], auth: &[u8]) -> Option<Self> {
        let keys = Self { point: point.try_into().ok()?, auth: auth.try_into().ok()? };
        let uncompressed = keys.point[0] == 4;
        // Whether the point lies on the curve is found by using it.
        let ours = PrivateKey::generate(&ECDH_P256).ok()?;
        (uncompressed && secret(&ours, &keys).is_some()).then_some(keys)
    }
}

/// Encrypts for this device. Nothing when there is no randomness, or too much is said.
#[must_use]
pub fn seal(words: &[u8], keys: &Keys) -> Option<Vec<u8>> {
    let mut salt = [0_u8; SALT_BYTES];
    getrandom::fill(&mut salt).ok()?;
    let mut plain = [words, &[LAST]].concat();
    if plain.len() > PADDED_BYTES {
        return None;
    }
    plain.resize(PADDED_BYTES, 0);
    seal_with(plain, keys, salt, &PrivateKey::generate(&ECDH_P256).ok()?)
}

fn secret(ours: &PrivateKey, keys: &Keys) -> Option<[u8; 32]> {
    let theirs = UnparsedPublicKey::new(&ECDH_P256, keys.point);
    agree(ours, theirs, (), |shared| <[u8; 32]>::try_from(shared).map_err(|_| ())).ok()
}

/// One step of HKDF with SHA-256: at most 32 bytes are ever wanted.
fn derive(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> hmac::Tag {
    let sign = |key: &[u8], parts: &[&[u8]]| hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), &parts.concat());
    let seed = sign(salt, &[secret]);
    sign(seed.as_ref(), &[&info.concat(), &[1]])
}

fn seal_with(mut plain: Vec<u8>, keys: &Keys, salt: [u8; SALT_BYTES], ours: &PrivateKey) -> Option<Vec<u8>> {
    let public = ours.compute_public_key().ok()?;
    let shared = secret(ours, keys)?;
    let both = derive(&keys.auth, &shared, &[b"WebPush: info\0", &keys.point, public.as_ref()]);
    let key = derive(&salt, both.as_ref(), &[b"Content-Encoding: aes128gcm\0"]);
    let nonce = derive(&salt, both.as_ref(), &[b"Content-Encoding: nonce\0"]);
    let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key.as_ref()[..KEY_BYTES]).ok()?);
    let nonce = Nonce::try_assume_unique_for_key(&nonce.as_ref()[..NONCE_BYTES]).ok()?;
    key.seal_in_place_append_tag(nonce, Aad::empty(), &mut plain).ok()?;
    let length = u8::try_from(public.as_ref().len()).ok()?;
    Some([&salt[..], &RECORD_BYTES.to_be_bytes(), &[length], public.as_ref(), &plain].concat())
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    /// RFC 8291, section 5 and appendix A.
    #[test]
    fn the_example_of_rfc_8291_comes_out_to_the_byte() {
        let point = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let keys = Keys::of(&point, &bytes("BTBZMqHH6r4Tts7J_aSIgg")).unwrap();
        let ours =
            PrivateKey::from_private_key(&ECDH_P256, &bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let plain = [&b"When I grow up, I want to be a watermelon"[..], &[LAST]].concat();
        let sealed = seal_with(plain, &keys, salt, &ours).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_\
             yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn all_messages_have_the_same_length_and_none_is_like_another() {
        let point = bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        let keys = Keys::of(&point, &[7; 16]).unwrap();
        let [short, long, again] = [&b"a"[..], &[b'b'; 127], &[b'b'; 127]].map(|words| seal(words, &keys).unwrap());
        assert_eq!(short.len(), long.len());
        assert_ne!(long, again);
        assert_eq!(seal(&[b'c'; 128], &keys), None);
    }
}
