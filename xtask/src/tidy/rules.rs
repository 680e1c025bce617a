//! One function for each rule: from a file to its findings.

use super::source::{Source, is_name};

pub(crate) type Rule = fn(&Source) -> Vec<String>;

pub(crate) const ALL: [Rule; 8] = [
    has_a_head,
    is_a_page,
    shared_knows_no_io,
    rows_stay_in_db,
    db_knows_no_http,
    pages_send_commands,
    raw_values_are_tokens,
    nothing_inline,
];

const LINES_MAX: usize = 300;

/// The first line says what lives in the file.
fn has_a_head(source: &Source) -> Vec<String> {
    let missing = source.is_rust() && !source.text.starts_with("//!");
    missing.then(|| source.finding(0, "begin with a `//!` line that says what lives here")).into_iter().collect()
}

/// A file is a page. When scrolling begins to tire you, look for the second noun.
fn is_a_page(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    let long = lines > LINES_MAX;
    long.then(|| source.finding(0, &format!("{lines} lines, {LINES_MAX} at most: look for the second noun")))
        .into_iter()
        .collect()
}

/// Rule 1 of the house. The clock and chance are handed in, so that a phone and the server decide alike.
fn shared_knows_no_io(source: &Source) -> Vec<String> {
    if !source.is_in(&["shared/src"]) {
        return Vec::new();
    }
    let paths = [("std", "fs"), ("std", "net"), ("std", "env"), ("Utc", "now"), ("Local", "now")];
    let crates = ["tokio", "rand", "web_sys", "surrealdb", "leptos", "axum"];
    let found =
        paths.iter().filter_map(|(head, tail)| Some((source.uses_path(head, tail)?, format!("{head}::{tail}"))));
    let found = found.chain(crates.iter().filter_map(|name| Some((source.uses_crate(name)?, (*name).to_owned()))));
    let found = found.chain(source.uses_word("SystemTime").map(|at| (at, "SystemTime".to_owned())));
    found
        .map(|(at, what)| source.finding(at, &format!("shared knows no IO; have what `{what}` gives handed in")))
        .collect()
}

/// Rule 6: SurrealDB's types never leave `server/src/db`.
fn rows_stay_in_db(source: &Source) -> Vec<String> {
    let outside = source.is_rust() && source.is_in(&["server"]) && !source.is_in(&["server/src/db"]);
    let found = if outside { source.uses_crate("surrealdb") } else { None };
    found
        .map(|at| source.finding(at, "SurrealDB stays in server/src/db; give db a function that says what you want"))
        .into_iter()
        .collect()
}

/// The database room knows nothing about requests and pages.
fn db_knows_no_http(source: &Source) -> Vec<String> {
    if !source.is_in(&["server/src/db"]) {
        return Vec::new();
    }
    let found = ["axum", "maud"].iter().filter_map(|name| Some((source.uses_crate(name)?, name)));
    found.map(|(at, name)| source.finding(at, &format!("db knows no HTTP; `{name}` belongs to the caller"))).collect()
}

/// Rule 8: pages send commands and read signals; components know their props.
fn pages_send_commands(source: &Source) -> Vec<String> {
    if !source.is_in(&["app/src/pages", "app/src/components"]) {
        return Vec::new();
    }
    let found = ["api", "store"].iter().filter_map(|room| Some((source.uses_path("crate", room)?, room)));
    found
        .map(|(at, room)| {
            source.finding(at, &format!("pages send commands and read signals; `crate::{room}` is not theirs"))
        })
        .collect()
}

/// The strict Content-Security-Policy would drop it, silently.
fn nothing_inline(source: &Source) -> Vec<String> {
    if !source.is_in(&["app/src", "server/src"]) {
        return Vec::new();
    }
    let found = source.code.match_indices("style=").map(|(at, _)| at);
    let found = found.filter(|at| !source.code[..*at].ends_with(|before: char| is_name(before) || before == '-'));
    found
        .map(|at| source.finding(at, "no inline style: the CSP forbids it; use a class, or an SVG attribute"))
        .collect()
}

/// Colours and sizes have names, in `style/tokens.css`. A hairline is a hairline, and `@media` cannot read a token.
fn raw_values_are_tokens(source: &Source) -> Vec<String> {
    if !source.is_in(&["style"]) || source.name == "style/tokens.css" {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut at = 0;
    for line in source.code.split_inclusive('\n') {
        let condition = line.trim_start().starts_with("@media") || line.trim_start().starts_with("@container");
        if let Some(colour) = raw_colour(line) {
            findings
                .push(source.finding(at, &format!("`{colour}` is a raw colour; give it a name in style/tokens.css")));
        }
        // In a condition only what stands before the brace is excused.
        let sizes = if condition { line.split_once('{').map_or("", |(_, rest)| rest) } else { line };
        if let Some(size) = raw_size(sizes) {
            findings.push(
                source.finding(at, &format!("`{size}` is a raw size; use a token or rem (up to 3px is a hairline)")),
            );
        }
        at += line.len();
    }
    findings
}

fn raw_colour(line: &str) -> Option<String> {
    for function in ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch(", "hwb("] {
        let found = line
            .match_indices(function)
            .find(|(at, _)| !line[..*at].ends_with(|before: char| is_name(before) || before == '-'));
        if found.is_some() {
            return Some(format!("{function}…)"));
        }
    }
    let hex = line.match_indices('#').map(|(at, _)| {
        let rest = &line[at + 1..];
        &rest[..rest.find(|next: char| !is_name(next) && next != '-').unwrap_or(rest.len())]
    });
    let is_colour =
        |word: &&str| matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|digit| digit.is_ascii_hexdigit());
    hex.into_iter().find(is_colour).map(|word| format!("#{word}"))
}

fn raw_size(line: &str) -> Option<String> {
    line.match_indices("px").find_map(|(at, _)| {
        let after = line[at + 2..].chars().next();
        let start =
            line[..at].rfind(|before: char| !before.is_ascii_digit() && before != '.').map_or(0, |start| start + 1);
        let number: f64 = line[start..at].parse().ok()?;
        (number > 3.0 && !after.is_some_and(is_name)).then(|| line[start..at + 2].to_owned())
    })
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
