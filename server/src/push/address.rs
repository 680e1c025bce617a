//! The address of a device at its push service. Only services that are known are spoken to, and only by HTTPS: an address comes from a
//! browser, and without this list it could be any machine that the server can reach.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Url;
use shared::push::Subscribe;

use super::seal::Keys;

/// Push services of the browsers in use. A name with a dot before it stands for all names that end so.
pub const KNOWN: [&str; 6] = [
    // Chrome, Edge on Android, Samsung Internet, Opera and others.
    "fcm.googleapis.com",
    // Firefox.
    "updates.push.services.mozilla.com",
    ".push.services.mozilla.com",
    // Safari.
    "web.push.apple.com",
    ".push.apple.com",
    // Edge on Windows.
    ".notify.windows.com",
];

/// Bytes of an address; those in use have some hundred.
const BYTES_MAX: usize = 2048;

/// Push services that are spoken to.
#[derive(Clone, Debug, Default)]
pub struct Hosts {
    /// More than the known ones, by the operator's word.
    pub more: Vec<String>,
    /// A receiver on this machine, without TLS: for tests.
    pub local: bool,
}

impl Hosts {
    /// May this address be spoken to?
    #[must_use]
    pub fn allow(&self, url: &Url) -> bool {
        let Some(host) = url.host_str() else { return false };
        if self.local && url.scheme() == "http" && host == "127.0.0.1" {
            return true;
        }
        let names = KNOWN.iter().copied().chain(self.more.iter().map(String::as_str));
        let known =
            || names.into_iter().any(|name| if name.starts_with('.') { host.ends_with(name) } else { host == name });
        let plain = url.scheme() == "https" && url.port().is_none() && url.username().is_empty();
        plain && url.password().is_none() && known()
    }
}

/// A device that can be told something.
#[derive(Clone)]
pub struct Device {
    /// Where.
    pub url: Url,
    /// For whose eyes.
    pub keys: Keys,
}

/// Why an address is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    /// It belongs to no push service that is known.
    #[error("not the address of a known push service")]
    Unknown,
    /// Its keys are none.
    #[error("not the keys of a device")]
    Keys,
}

/// Reads an address as a browser gives it.
///
/// # Errors
/// It is none, or leads elsewhere.
pub fn read(endpoint: &str, p256dh: &str, auth: &str, hosts: &Hosts) -> Result<Device, AddressFault> {
    let url = Url::parse(endpoint).ok().filter(|url| endpoint.len() <= BYTES_MAX && hosts.allow(url));
    let url = url.ok_or(AddressFault::Unknown)?;
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).map_err(|_| AddressFault::Keys);
    let keys = Keys::of(&bytes(p256dh)?, &bytes(auth)?).ok_or(AddressFault::Keys)?;
    Ok(Device { url, keys })
}

/// The same for what has just arrived.
///
/// # Errors
/// As [`read`].
pub fn check(sent: &Subscribe, hosts: &Hosts) -> Result<(), AddressFault> {
    read(&sent.endpoint, &sent.p256dh, &sent.auth, hosts).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    const POINT: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";

    #[test]
    fn only_known_push_services_are_spoken_to_and_only_by_https() {
        let hosts = Hosts { more: vec!["push.example.go.id".to_owned()], local: false };
        let good = [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://wns2-sg2p.notify.windows.com/w/?token=abc",
            "https://push.example.go.id/abc",
        ];
        for address in good {
            assert!(read(address, POINT, AUTH, &hosts).is_ok(), "{address}");
        }
        let bad = [
            "http://fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com:8443/fcm/send/abc",
            "https://somebody@fcm.googleapis.com/fcm/send/abc",
            "https://fcm.googleapis.com.example.com/abc",
            "https://example.com/?fcm.googleapis.com",
            "https://evilnotify.windows.com/abc",
            "https://127.0.0.1/abc",
            "http://127.0.0.1:9/abc",
            "https://169.254.169.254/latest",
            "file:///etc/passwd",
            "",
        ];
        for address in bad {
            assert_eq!(read(address, POINT, AUTH, &hosts).err(), Some(AddressFault::Unknown), "{address}");
        }
        let long = format!("https://fcm.googleapis.com/{}", "a".repeat(BYTES_MAX));
        assert_eq!(read(&long, POINT, AUTH, &hosts).err(), Some(AddressFault::Unknown));
        let local = Hosts { local: true, ..hosts };
        assert!(read("http://127.0.0.1:9/abc", POINT, AUTH, &local).is_ok());
        assert!(read("http://127.0.0.2:9/abc", POINT, AUTH, &local).is_err());
    }

    #[test]
    fn keys_are_a_point_of_the_curve_and_sixteen_bytes() {
        let read = |point: &str, auth: &str| read("https://fcm.googleapis.com/a", point, auth, &Hosts::default());
        assert!(read(&format!("{POINT}="), &format!("{AUTH}==")).is_ok(), "padding does not matter");
        // The last byte of the point is another one: it lies beside the curve.
        let beside = POINT.replace("Aiw4", "Aiw8");
        let compressed = URL_SAFE_NO_PAD.encode([2_u8; 33]);
        for (point, auth) in [(beside.as_str(), AUTH), (&compressed, AUTH), ("", AUTH), (POINT, "BTBZ"), (POINT, "*")] {
            assert_eq!(read(point, auth).err(), Some(AddressFault::Keys), "{point} {auth}");
        }
    }
}
