//! By what a push service knows this office: a signed word (VAPID, RFC 8292) with every request. The key is the office's own; a
//! subscription holds for this key only.

use aws_lc_rs::agreement::{ECDH_P256, PrivateKey};
use aws_lc_rs::encoding::{AsBigEndian, EcPrivateKeyBin};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;

/// Hours for which a signed word is good. The standard allows a day.
const HOURS: i64 = 12;

/// The office's key.
#[derive(Debug)]
pub struct Key {
    pair: EcdsaKeyPair,
    public: Vec<u8>,
}

/// A new private key: 32 bytes.
#[must_use]
pub fn fresh() -> Option<Vec<u8>> {
    let key = PrivateKey::generate(&ECDH_P256).ok()?;
    let bytes: EcPrivateKeyBin<'_> = key.as_be_bytes().ok()?;
    Some(bytes.as_ref().to_vec())
}

impl Key {
    /// The key with these private bytes.
    #[must_use]
    pub fn of(secret: &[u8]) -> Option<Self> {
        let public = PrivateKey::from_private_key(&ECDH_P256, secret).ok()?.compute_public_key().ok()?;
        let public = public.as_ref().to_vec();
        let pair =
            EcdsaKeyPair::from_private_key_and_public_key(&ECDSA_P256_SHA256_FIXED_SIGNING, secret, &public).ok()?;
        Some(Self { pair, public })
    }

    /// The public key: an uncompressed point.
    #[must_use]
    pub fn public(&self) -> &[u8] {
        &self.public
    }

    /// What the header `Authorization` says to a push service with this origin.
    #[must_use]
    pub fn authorization(&self, origin: &str, contact: Option<&str>, now: DateTime<Utc>) -> Option<String> {
        let until = (now + TimeDelta::hours(HOURS)).timestamp();
        let claims = match contact {
            Some(contact) => json!({ "aud": origin, "exp": until, "sub": contact }),
            None => json!({ "aud": origin, "exp": until }),
        };
        let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let said = [part(&json!({ "typ": "JWT", "alg": "ES256" })), part(&claims)].join(".");
        let signature = self.pair.sign(&SystemRandom::new(), said.as_bytes()).ok()?;
        let (signature, key) = (URL_SAFE_NO_PAD.encode(signature), URL_SAFE_NO_PAD.encode(&self.public));
        Some(format!("vapid t={said}.{signature}, k={key}"))
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey};

    use super::*;

    /// The claims, if the signature is that of the key in the header: as a push service looks at it.
    fn verified(header: &str) -> Option<serde_json::Value> {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
        let (token, key) = header.strip_prefix("vapid t=")?.split_once(", k=")?;
        let (said, signature) = token.rsplit_once('.')?;
        let key = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bytes(key)?);
        key.verify(said.as_bytes(), &bytes(signature)?).ok()?;
        serde_json::from_slice(&bytes(said.split_once('.')?.1)?).ok()
    }

    /// RFC 8292, section 2.4: whoever verifies here agrees with the standard.
    #[test]
    fn the_example_of_rfc_8292_verifies() {
        let header = "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
        let claims = verified(header).unwrap();
        let expected =
            json!({ "aud": "https://push.example.net", "exp": 1_453_523_768, "sub": "mailto:push@example.com" });
        assert_eq!(claims, expected);
        assert_eq!(verified(&header.replace("i3CYb", "i3CYc")), None);
    }

    #[test]
    fn our_word_verifies_and_names_the_service_the_end_and_whom_to_ask() {
        let key = Key::of(&fresh().unwrap()).unwrap();
        assert_eq!((key.public().len(), key.public()[0]), (65, 4));
        let now = "2026-11-26T08:30:00Z".parse().unwrap();
        let word = key.authorization("https://fcm.googleapis.com", Some("https://kinerja.example.go.id"), now).unwrap();
        let claims = verified(&word).unwrap();
        assert_eq!(claims["aud"], "https://fcm.googleapis.com");
        assert_eq!(claims["sub"], "https://kinerja.example.go.id");
        assert_eq!(claims["exp"], "2026-11-26T20:30:00Z".parse::<DateTime<Utc>>().unwrap().timestamp());
        let other = Key::of(&fresh().unwrap()).unwrap();
        let (theirs, ours) = (URL_SAFE_NO_PAD.encode(other.public()), URL_SAFE_NO_PAD.encode(key.public()));
        assert_eq!(verified(&word.replace(&ours, &theirs)), None, "another office's key");
        assert!(Key::of(&[0; 32]).is_none() && Key::of(&[1; 31]).is_none());
    }
}
