//! Enums whose values have one name each, the same in files, on the wire and in a report.
//!
//! serde's own derive would also read `{"BAIK": null}` for `"BAIK"`; these read the name and nothing else.

/// What every enum written with the macro below can do.
pub trait Named: Copy + Eq + Sized + 'static {
    /// All values, in the order of their source.
    const ALL: &'static [Self];
    /// All names, in the same order.
    const NAMES: &'static [&'static str];

    /// The name of this value.
    fn name(self) -> &'static str;

    /// The place of this value in [`Self::ALL`].
    fn place(self) -> usize;
}

/// The text names none of the values.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is none of {}", .names.join(", "))]
pub struct NameUnknown {
    /// What was given.
    pub text: String,
    /// What would have been understood.
    pub names: &'static [&'static str],
}

/// The value with this name.
///
/// # Errors
/// The text is the name of no value.
pub fn parse<N: Named>(text: &str) -> Result<N, NameUnknown> {
    let at = N::NAMES.iter().position(|name| *name == text);
    at.map(|at| N::ALL[at]).ok_or_else(|| NameUnknown { text: text.to_owned(), names: N::NAMES })
}

/// Reads a name where serde reads a string.
pub(crate) struct NameVisitor<N>(pub(crate) std::marker::PhantomData<N>);

impl<N: Named> serde::de::Visitor<'_> for NameVisitor<N> {
    type Value = N;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "one of {}", N::NAMES.join(", "))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<N, E> {
        parse(text).map_err(E::custom)
    }
}

macro_rules! named {
    ($($(#[$meta:meta])* pub enum $type:ident { $($(#[$doc:meta])* $value:ident = $name:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[$doc])* $value),+ }

        impl $crate::named::Named for $type {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            const NAMES: &'static [&'static str] = &[$($name),+];

            fn name(self) -> &'static str {
                match self { $(Self::$value => $name),+ }
            }

            fn place(self) -> usize {
                self as usize
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::named::Named::name(*self))
            }
        }

        impl std::str::FromStr for $type {
            type Err = $crate::named::NameUnknown;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::named::parse(text)
            }
        }

        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::named::Named::name(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::named::NameVisitor(std::marker::PhantomData))
            }
        }
    )+};
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::*;

    named! {
        /// For this test.
        pub enum Sea {
            /// Between Java and Borneo.
            Java = "JAVA",
            /// East of it.
            Flores = "FLORES",
        }
    }

    #[test]
    fn a_name_is_read_and_nothing_else() {
        assert_eq!(serde_json::from_str::<Sea>("\"JAVA\"").unwrap(), Sea::Java);
        assert_eq!(serde_json::to_string(&Sea::Flores).unwrap(), "\"FLORES\"");
        assert!(Sea::ALL.iter().enumerate().all(|(at, sea)| sea.place() == at && sea.name().parse() == Ok(*sea)));
        for bad in ["\"Java\"", "{\"JAVA\":null}", "0", "null", "\"\""] {
            assert!(serde_json::from_str::<Sea>(bad).is_err(), "{bad}");
        }
    }
}
