//! Style sheets: which files make a bundle, squeezed with care, their pictures under hashed names.

use crate::error::{Error, Result};

/// One line of `style/order.txt`: `app: tokens.css base.css components/button.css`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Bundle {
    pub(crate) name: String,
    pub(crate) parts: Vec<String>,
}

/// Reads `style/order.txt`. A name may stand on several lines; `#` starts a remark.
pub(crate) fn order(text: &str) -> Result<Vec<Bundle>> {
    let mut bundles: Vec<Bundle> = Vec::new();
    for line in
        text.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
    {
        let (name, parts) = line
            .split_once(':')
            .ok_or_else(|| Error::source("style/order.txt", format!("no `name:` before `{line}`")))?;
        let parts = parts.split_whitespace().map(str::to_owned);
        match bundles.iter_mut().find(|bundle| bundle.name == name.trim()) {
            Some(bundle) => bundle.parts.extend(parts),
            None => bundles.push(Bundle { name: name.trim().to_owned(), parts: parts.collect() }),
        }
    }
    Ok(bundles)
}

/// Replaces every `url(…)` that names a file of ours by what `address` gives for its file name.
pub(crate) fn with_addresses(css: &str, mut address: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("url(") {
        let (before, after) = rest.split_at(start + "url(".len());
        let end = after.find(')').ok_or_else(|| Error::source("style", "a `url(` is not closed"))?;
        let raw = after[..end].trim().trim_matches(['"', '\'']);
        out.push_str(before);
        if raw.starts_with("data:") || raw.starts_with('/') || raw.starts_with('#') || raw.contains("://") {
            out.push_str(&after[..end]);
        } else {
            let name = raw.rsplit('/').next().unwrap_or(raw);
            out.push_str(&format!("\"{}\"", address(name)?));
        }
        rest = &after[end..];
    }
    out.push_str(rest);
    Ok(out)
}

/// Takes out comments and the spaces that carry no meaning. Strings and `url(…)` stay as they are; so does every space that a
/// selector or `calc()` may need.
pub(crate) fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            space = true;
            continue;
        }
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            space = true;
            continue;
        }
        let length = word_length(rest, first);
        let word = &rest[..length];
        let tight_before = matches!(first, '{' | '}' | ';' | ',');
        let tight_after = out.is_empty() || out.ends_with(['{', '}', ';', ',', ':']);
        if space && !tight_before && !tight_after {
            out.push(' ');
        }
        if first == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(word);
        rest = &rest[length..];
        space = false;
    }
    out
}

/// How much at the head of `rest` is copied in one piece: a whole string, a whole `url(…)`, or one character.
fn word_length(rest: &str, first: char) -> usize {
    if first == '"' || first == '\'' {
        let mut escaped = false;
        for (at, character) in rest.char_indices().skip(1) {
            if character == first && !escaped {
                return at + 1;
            }
            escaped = character == '\\' && !escaped;
        }
        return rest.len();
    }
    if rest.starts_with("url(") {
        return rest.find(')').map_or(rest.len(), |at| at + 1);
    }
    first.len_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_read() {
        let bundles = order("# first\napp: tokens.css base.css\nwarga: tokens.css\napp: pages/a.css # late\n").unwrap();
        assert_eq!(
            bundles[0],
            Bundle { name: "app".into(), parts: ["tokens.css", "base.css", "pages/a.css"].map(Into::into).into() }
        );
        assert_eq!(bundles[1].name, "warga");
        assert!(order("tokens.css base.css").is_err());
    }

    #[test]
    fn squeezing_keeps_the_meaning() {
        let table = [
            ("a  {\n  color : red;\n  margin: 0 auto;\n}\n", "a{color :red;margin:0 auto}"),
            ("/* head */ .a :hover,\n.b > c { x: calc(1rem + 2px) }", ".a :hover,.b > c{x:calc(1rem + 2px)}"),
            (".a::after { content: \"; /* kept */  } \" }", ".a::after{content:\"; /* kept */  } \"}"),
            (r#"a { content: "\"  ;" ; }"#, r#"a{content:"\"  ;"}"#),
            ("a{b:url( x y.svg )}", "a{b:url( x y.svg )}"),
            ("@media (min-width: 64rem) and (x) { a { b: c } }", "@media (min-width:64rem) and (x){a{b:c}}"),
            ("a{grid:\"a b\"\n  \"c d\"}", "a{grid:\"a b\" \"c d\"}"),
            ("/* never closed", ""),
        ];
        for (before, after) in table {
            assert_eq!(squeeze(before), after);
        }
    }

    #[test]
    fn pictures_get_their_addresses() {
        let css = "a{b:url(\"motif.svg\") 0,url('../c/d.svg'),url(data:x),url(#y),url(/assets/z)}";
        let found = with_addresses(css, |name| Ok(format!("/assets/{name}"))).unwrap();
        assert_eq!(
            found,
            "a{b:url(\"/assets/motif.svg\") 0,url(\"/assets/d.svg\"),url(data:x),url(#y),url(/assets/z)}"
        );
    }
}
