//! Which headers belong to one stretch of the way only (RFC 9110, 7.6.1), and what headers weigh.

use hyper::HeaderMap;
use hyper::header::{CONNECTION, HeaderName};

const HOP_BY_HOP: [&str; 7] =
    ["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

/// Takes out what is not for the other side, also what `Connection` names.
pub(crate) fn drop_hop_by_hop(headers: &mut HeaderMap) {
    let values = headers.get_all(CONNECTION).iter().filter_map(|value| value.to_str().ok());
    let named: Vec<HeaderName> =
        values.flat_map(|value| value.split(',')).filter_map(|name| name.trim().parse().ok()).collect();
    for name in named {
        headers.remove(name);
    }
    for name in HOP_BY_HOP {
        headers.remove(name);
    }
}

/// What a head weighs on the line: the first line and, for each header, its name, its value, and four characters around them.
pub(crate) fn size(headers: &HeaderMap) -> u64 {
    let first_line = "HTTP/1.1 200 OK\r\n".len();
    headers.iter().fold(first_line, |sum, (name, value)| sum + name.as_str().len() + value.len() + 4) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_for_the_other_side_stays() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            ("host", "localhost:8080"),
            ("connection", "keep-alive, x-mine"),
            ("x-mine", "1"),
            ("keep-alive", "timeout=5"),
            ("transfer-encoding", "chunked"),
            ("upgrade", "h2c"),
            ("cookie", "a=1"),
        ] {
            headers.insert(HeaderName::from_static(name), value.parse().unwrap());
        }
        drop_hop_by_hop(&mut headers);
        let mut names: Vec<_> = headers.keys().map(HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["cookie", "host"]);
        assert_eq!(size(&headers), 17 + ("host".len() + "localhost:8080".len() + 4) as u64 + 6 + 3 + 4);
    }
}
