//! Names in the module that nobody reads: taken out, or made short. Knows just enough of WebAssembly for that: its sections, and the
//! two of them that hold names.
//!
//! A hash of sixteen digits cannot be squeezed, and each import has one, in the module and again in the glue.

use crate::error::{Error, Result};

const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
/// The eight bytes before the first section: magic and version.
const HEAD: usize = 8;

/// The module without the exports that `is_unwanted`. What only they reach is left out by whoever cuts the module.
pub(crate) fn without_exports(module: &[u8], is_unwanted: impl Fn(&str) -> bool) -> Result<Vec<u8>> {
    rewritten(module, EXPORTS, |from, into| {
        let name = from.name()?;
        let start = from.at;
        from.take(1)?;
        from.number()?;
        let wanted = !is_unwanted(name);
        if wanted {
            put_name(into, name);
            into.extend_from_slice(&from.bytes[start..from.at]);
        }
        Ok(wanted)
    })
}

/// Module and glue with short names for what the glue lends to the module.
pub(crate) fn with_short_imports(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut glue = glue.to_owned();
    let mut count = 0;
    let short = rewritten(module, IMPORTS, |from, into| {
        let (room, name) = (from.name()?, from.name()?);
        let start = from.at;
        from.import_kind()?;
        put_name(into, room);
        let key = [name, ":"].concat();
        // Once, as a key of the object that is lent; else it is left as it is.
        if name.starts_with("__wb") && glue.matches(&key).count() == 1 {
            let fresh = format!("i{count}");
            count += 1;
            glue = glue.replace(&key, &[fresh.as_str(), ":"].concat());
            put_name(into, &fresh);
        } else {
            put_name(into, name);
        }
        into.extend_from_slice(&from.bytes[start..from.at]);
        Ok(true)
    })?;
    Ok((short, glue))
}

/// Copies a module; in the section of this kind `entry` copies each entry, or says that it is left out.
fn rewritten(
    module: &[u8],
    kind: u8,
    mut entry: impl FnMut(&mut Reader, &mut Vec<u8>) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut out = module.get(..HEAD).ok_or_else(unreadable)?.to_vec();
    let mut from = Reader { bytes: module, at: HEAD };
    while from.at < module.len() {
        let start = from.at;
        let found = from.take(1)?[0];
        let length = from.number()?;
        let body = from.take(length)?;
        if found != kind {
            out.extend_from_slice(&module[start..from.at]);
            continue;
        }
        let mut inside = Reader { bytes: body, at: 0 };
        let (mut entries, mut kept) = (Vec::new(), 0);
        for _ in 0..inside.number()? {
            kept += usize::from(entry(&mut inside, &mut entries)?);
        }
        let mut section = number(kept);
        section.append(&mut entries);
        out.push(kind);
        out.append(&mut number(section.len()));
        out.append(&mut section);
    }
    Ok(out)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let end = self.at.checked_add(count).ok_or_else(unreadable)?;
        let taken = self.bytes.get(self.at..end).ok_or_else(unreadable)?;
        self.at = end;
        Ok(taken)
    }

    /// LEB128, without a sign.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0_u64;
        for shift in (0..35).step_by(7) {
            let byte = self.take(1)?[0];
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return usize::try_from(number).map_err(|_| unreadable());
            }
        }
        Err(unreadable())
    }

    fn name(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| unreadable())
    }

    /// What is imported: function, table, memory, global or tag.
    fn import_kind(&mut self) -> Result<()> {
        match self.take(1)?[0] {
            0 => self.number().map(drop),
            1 => self.take(1).and_then(|_| self.limits()),
            2 => self.limits(),
            3 => self.take(2).map(drop),
            4 => self.take(1).and_then(|_| self.number()).map(drop),
            _ => Err(unreadable()),
        }
    }

    fn limits(&mut self) -> Result<()> {
        let has_end = self.take(1)?[0] & 1 == 1;
        self.number()?;
        if has_end { self.number().map(drop) } else { Ok(()) }
    }
}

fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

fn put_name(into: &mut Vec<u8>, name: &str) {
    into.append(&mut number(name.len()));
    into.extend_from_slice(name.as_bytes());
}

fn unreadable() -> Error {
    Error::Bindgen("the module's sections cannot be read".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with two function imports and two function exports, written by hand.
    fn module() -> Vec<u8> {
        let mut imports = number(2);
        for name in ["__wbg_now_0123456789abcdef", "memory_of_others"] {
            put_name(&mut imports, "./app_bg.js");
            put_name(&mut imports, name);
            imports.extend([0, 0]);
        }
        let mut exports = number(2);
        for name in ["start", "stream_pull"] {
            put_name(&mut exports, name);
            exports.extend([0, 1]);
        }
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (kind, mut body) in [(IMPORTS, imports), (EXPORTS, exports), (0, b"tail".to_vec())] {
            module.push(kind);
            module.append(&mut number(body.len()));
            module.append(&mut body);
        }
        module
    }

    fn says(module: &[u8], word: &str) -> bool {
        module.windows(word.len()).any(|window| window == word.as_bytes())
    }

    #[test]
    fn unwanted_exports_go_and_the_rest_stays() {
        assert_eq!(without_exports(&module(), |_| false).unwrap(), module());
        let fewer = without_exports(&module(), |name| name.starts_with("stream_")).unwrap();
        assert!(says(&fewer, "start") && says(&fewer, "tail") && !says(&fewer, "stream_pull"));
        assert_eq!(fewer.len(), module().len() - "stream_pull".len() - 3);
    }

    #[test]
    fn imports_are_called_the_same_in_module_and_glue() {
        let glue = "return { __wbg_now_0123456789abcdef: function() {}, memory_of_others: 1 };";
        let (short, glue) = with_short_imports(&module(), glue).unwrap();
        assert_eq!(glue, "return { i0: function() {}, memory_of_others: 1 };");
        assert!(says(&short, "\x02i0\0\0") && says(&short, "memory_of_others") && !says(&short, "__wbg_now"));
    }

    #[test]
    fn a_name_that_the_glue_says_twice_or_never_is_left() {
        for glue in ["", "__wbg_now_0123456789abcdef: 1, __wbg_now_0123456789abcdef: 2"] {
            let (same, unchanged) = with_short_imports(&module(), glue).unwrap();
            assert_eq!((same, unchanged.as_str()), (module(), glue));
        }
    }

    #[test]
    fn long_numbers_come_back() {
        for value in [0, 127, 128, 300, 1_000_000] {
            assert_eq!(Reader { bytes: &number(value), at: 0 }.number().unwrap(), value);
        }
        assert!(without_exports(b"\0asm", |_| false).is_err());
    }
}
