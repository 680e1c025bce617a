//! Passwords and session tokens. A password is hashed with argon2id, a few at a time; a token is 256 random bits of which
//! the database keeps only the SHA-256.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

/// Memory per hash in KiB, passes and lanes: the OWASP minimum for argon2id (19 MiB, 2, 1).
const ARGON2: (u32, u32, u32) = (19 * 1024, 2, 1);
/// Hashes computed at the same time; more would only take memory and make everybody wait.
const HASHES_AT_ONCE: usize = 2;
/// Logins waiting for their turn before new ones are told to come back.
const WAITING_MAX: usize = 200;

/// Why there is no hash.
#[derive(Debug, thiserror::Error)]
pub enum PasswordError {
    /// Too many people sign in at once.
    #[error("too many sign-ins at once")]
    Busy,
    /// The hash could not be computed or read.
    #[error("password hash: {0}")]
    Hash(String),
}

/// A bounded pool for password hashes.
#[derive(Debug)]
pub struct PasswordPool {
    turns: Semaphore,
    waiting: Semaphore,
}

impl Default for PasswordPool {
    fn default() -> Self {
        Self::new()
    }
}

fn argon2() -> Result<Argon2<'static>, PasswordError> {
    let (memory, passes, lanes) = ARGON2;
    let params = Params::new(memory, passes, lanes, None).map_err(|error| PasswordError::Hash(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

impl PasswordPool {
    /// An idle pool.
    #[must_use]
    pub fn new() -> Self {
        Self { turns: Semaphore::new(HASHES_AT_ONCE), waiting: Semaphore::new(WAITING_MAX) }
    }

    /// The argon2id hash of a password, with a fresh salt.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when too many wait already.
    pub async fn hash(&self, password: String) -> Result<String, PasswordError> {
        self.work(move || {
            let hash =
                argon2()?.hash_password(password.as_bytes()).map_err(|error| PasswordError::Hash(error.to_string()))?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Does the password fit the hash? Without a hash (no such account) the same work is done and the answer is no, so
    /// that the time tells nothing.
    ///
    /// # Errors
    /// [`PasswordError::Busy`] when too many wait already.
    pub async fn fits(&self, password: String, hash: Option<String>) -> Result<bool, PasswordError> {
        let Some(hash) = hash else {
            self.hash(password).await?;
            return Ok(false);
        };
        self.work(move || {
            let hash = PasswordHash::new(&hash).map_err(|error| PasswordError::Hash(error.to_string()))?;
            Ok(argon2()?.verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        job: impl FnOnce() -> Result<T, PasswordError> + Send + 'static,
    ) -> Result<T, PasswordError> {
        let _place = self.waiting.try_acquire().map_err(|_| PasswordError::Busy)?;
        let _turn = self.turns.acquire().await.map_err(|_| PasswordError::Busy)?;
        tokio::task::spawn_blocking(job).await.map_err(|error| PasswordError::Hash(error.to_string()))?
    }
}

/// 256 random bits as text.
///
/// # Errors
/// The operating system gives no randomness.
pub fn new_token() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Under which name a token is kept: whoever reads the database cannot use it.
#[must_use]
pub fn token_hash(token: &str) -> String {
    hex(&Sha256::digest(token.as_bytes()))
}

/// Bytes as lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_only_its_own_hash() {
        let pool = PasswordPool::new();
        let hash = pool.hash("songket-biru-7".to_owned()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(pool.fits("songket-biru-7".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!pool.fits("songket-biru-8".to_owned(), Some(hash)).await.unwrap());
        assert!(!pool.fits("songket-biru-7".to_owned(), None).await.unwrap());
    }
}
