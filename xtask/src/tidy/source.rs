//! A source file as the rules see it: its name, its text, and its code without comments.

pub(crate) struct Source {
    /// Path from the checkout's root, with `/`.
    pub(crate) name: String,
    pub(crate) text: String,
    /// The text without comments, line for line.
    pub(crate) code: String,
}

impl Source {
    pub(crate) fn new(name: &str, text: &str) -> Self {
        let code = if name.ends_with(".css") { without_blocks(text) } else { without_line_comments(text) };
        Self { name: name.to_owned(), text: text.to_owned(), code }
    }

    pub(crate) fn is_rust(&self) -> bool {
        self.name.ends_with(".rs")
    }

    /// Whether the file lies in one of these folders, or is a module with that name (`server/src/db` also means `db.rs`).
    pub(crate) fn is_in(&self, rooms: &[&str]) -> bool {
        rooms.iter().any(|room| self.name.strip_prefix(room).is_some_and(|rest| rest.starts_with('/') || rest == ".rs"))
    }

    pub(crate) fn finding(&self, at: usize, what: &str) -> String {
        let line = self.code[..at.min(self.code.len())].matches('\n').count() + 1;
        format!("{}:{line}: {what}", self.name)
    }

    /// Where `head::tail` is used, also as `head::{…, tail, …}`.
    pub(crate) fn uses_path(&self, head: &str, tail: &str) -> Option<usize> {
        let names = |text: &str| identifier(text.trim_start()) == tail;
        self.word(head).find(|at| {
            let Some(rest) = self.code[at + head.len()..].strip_prefix("::") else { return false };
            match rest.strip_prefix('{') {
                Some(group) => items(group).any(names),
                None => names(rest),
            }
        })
    }

    /// Where the crate is used: `name::…`, `use name;`, `use name as …`.
    pub(crate) fn uses_crate(&self, name: &str) -> Option<usize> {
        self.word(name)
            .find(|at| self.code[at + name.len()..].starts_with("::") || self.code[..*at].trim_end().ends_with("use"))
    }

    /// Where a name is used, on its own and not as a part of another.
    pub(crate) fn uses_word(&self, word: &str) -> Option<usize> {
        self.word(word).next()
    }

    fn word<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(word).map(|(at, _)| at).filter(move |at| {
            let before = self.code[..*at].chars().next_back();
            let after = self.code[at + word.len()..].chars().next();
            !before.is_some_and(is_name) && !after.is_some_and(is_name)
        })
    }
}

pub(crate) fn is_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

fn identifier(text: &str) -> &str {
    text.split(|character| !is_name(character)).next().unwrap_or_default()
}

/// The items of a `use` group up to its closing brace; inner groups stay with the item that they belong to.
fn items(group: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let end = group.find(|character| match character {
        '{' => {
            depth += 1;
            false
        }
        '}' if depth == 0 => true,
        '}' => {
            depth -= 1;
            false
        }
        _ => false,
    });
    let mut depth = 0_usize;
    group[..end.unwrap_or(group.len())].split(move |character| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    })
}

/// Cuts each line at `//`, but not in an address (`https://`).
fn without_line_comments(text: &str) -> String {
    let cut = |line: &str| {
        let comment = line.match_indices("//").map(|(at, _)| at).find(|at| !line[..*at].ends_with(':'));
        line[..comment.unwrap_or(line.len())].to_owned()
    };
    text.lines().map(cut).collect::<Vec<_>>().join("\n")
}

/// Takes out `/* … */` and keeps its line breaks.
fn without_blocks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.push_str(before);
        out.extend(comment.chars().filter(|character| *character == '\n'));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_in_every_spelling() {
        for text in [
            "std::fs::read()",
            "use std::{io, fs};",
            "use std::{\n  io::{self, Read},\n  fs::File,\n};",
            "let x = ::std::fs::y;",
        ] {
            assert!(Source::new("a.rs", text).uses_path("std", "fs").is_some(), "{text}");
        }
        for text in [
            "mystd::fs",
            "std::fsx",
            "use std::{io::{fs}};",
            "// std::fs",
            "use std::io; use x::{fs};",
            "/// no std::fs",
        ] {
            assert!(Source::new("a.rs", text).uses_path("std", "fs").is_none(), "{text}");
        }
    }

    #[test]
    fn crates_are_found_and_namesakes_are_not() {
        for text in ["tokio::spawn(x)", "use tokio;", "use tokio as t;", "use tokio::{sync, time};"] {
            assert!(Source::new("a.rs", text).uses_crate("tokio").is_some(), "{text}");
        }
        for text in ["\"surrealdb=warn\"", "strand::x", "let rand = 1;", "https://x // rand::y"] {
            let source = Source::new("a.rs", text);
            assert!(source.uses_crate("rand").is_none() && source.uses_crate("surrealdb").is_none(), "{text}");
        }
    }

    #[test]
    fn a_room_is_a_folder_or_a_file() {
        let db = &["server/src/db"][..];
        assert!(Source::new("server/src/db/row.rs", "").is_in(db) && Source::new("server/src/db.rs", "").is_in(db));
        assert!(!Source::new("server/src/dbx.rs", "").is_in(db));
    }

    #[test]
    fn lines_are_counted_over_comments() {
        let source = Source::new("a.css", "/* one\ntwo */\na { x: y }");
        assert_eq!(source.finding(source.code.find("x:").unwrap(), "here"), "a.css:3: here");
    }
}
