//! Filling in `{{names}}`, and taking remarks out of what phones download.

use crate::error::{Error, Result};

/// Replaces every `{{name}}`. A name that nobody knows is an error, not an empty place.
pub(crate) fn fill(file: &str, text: &str, mut value: impl FnMut(&str) -> Option<String>) -> Result<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").ok_or_else(|| Error::source(file, "a `{{` is not closed"))?;
        out.push_str(before);
        out.push_str(
            &value(name).ok_or_else(|| Error::source(file, format!("nothing is known for `{{{{{name}}}}}`")))?,
        );
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// Drops JavaScript comments that have their lines to themselves. Others stay: telling them from strings takes a parser.
pub(crate) fn without_comments(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut inside = false;
    for line in script.lines() {
        let start = line.trim_start();
        if inside {
            inside = !start.contains("*/");
        } else if start.starts_with("/*") {
            let closes_at_end = start.trim_end().ends_with("*/");
            if start.contains("*/") && !closes_at_end {
                out.push_str(line);
                out.push('\n');
            }
            inside = !start.contains("*/");
        } else if !start.is_empty() && !start.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// Drops the indentation of a script that has no text over several lines, as what wasm-bindgen writes.
pub(crate) fn flat(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Drops `<!-- remarks -->` and the indentation of a page.
pub(crate) fn without_remarks(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let lines = out.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_filled_and_strangers_refused() {
        let value = |name: &str| (name == "css").then(|| "/a.css".to_owned());
        assert_eq!(fill("f", "<{{css}}|{{css}}>", value).unwrap(), "</a.css|/a.css>");
        assert!(fill("f", "{{what}}", value).unwrap_err().to_string().contains("{{what}}"));
        assert!(fill("f", "{{css", value).is_err());
    }

    #[test]
    fn comments_on_their_own_lines_go() {
        let script =
            "// why\nlet a = 1; // stays\n/**\n * long\n */\n  let b = '// kept';\n/* short */\n/* x */ let c;\n";
        assert_eq!(without_comments(script), "let a = 1; // stays\n  let b = '// kept';\n/* x */ let c;\n");
    }

    #[test]
    fn a_flat_script_has_no_indentation() {
        assert_eq!(flat("a {\n    b;\n\n}\n"), "a {\nb;\n}\n");
    }

    #[test]
    fn remarks_and_indentation_go() {
        assert_eq!(without_remarks("<a>\n  <!-- why\n  so -->\n  <b>x</b>\n</a>"), "<a>\n<b>x</b>\n</a>\n");
    }
}
