//! The web app manifest: its icons under their hashed names.

use serde_json::Value;

use crate::error::Result;

/// `address` gives the hashed address of a file in `public/`. An icon without a file is left out, and said.
pub(crate) fn with_icons(text: &str, address: impl Fn(&str) -> Option<String>) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(text)?;
    if let Some(icons) = manifest.get_mut("icons").and_then(Value::as_array_mut) {
        icons.retain_mut(|icon| {
            let name = icon.get("src").and_then(Value::as_str).unwrap_or_default().to_owned();
            let found = address(&name);
            match &found {
                Some(path) => icon["src"] = Value::String(path.clone()),
                None => println!("manifest.webmanifest: public/{name} is not there; the icon is left out"),
            }
            found.is_some()
        });
    }
    Ok(manifest.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn icons_get_addresses_and_missing_ones_go() {
        let text = r#"{"name": "T", "icons": [{"src": "a.png"}, {"src": "b.png"}]}"#;
        let made = with_icons(text, |name| (name == "a.png").then(|| "/assets/a-1.png".into())).unwrap();
        assert_eq!(made, r#"{"icons":[{"src":"/assets/a-1.png"}],"name":"T"}"#);
    }
}
