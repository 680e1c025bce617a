//! Names that are made of several others and travel as one text, such as `{person}/{year}`.

/// The text is not such a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a name of this kind")]
pub struct NotAName;

/// The parts between the strokes; none when there are more or fewer of them.
#[must_use]
pub fn parts<const COUNT: usize>(text: &str) -> Option<[&str; COUNT]> {
    let mut all = [""; COUNT];
    let mut rest = text.split('/');
    for part in &mut all {
        *part = rest.next()?;
    }
    rest.next().is_none().then_some(all)
}

/// Writes and reads a type as the text of its `Display` and `FromStr`, and says so in the OpenAPI document.
macro_rules! as_text {
    ($name:ident, $form:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                let text = utoipa::openapi::ObjectBuilder::new().schema_type(utoipa::openapi::schema::Type::String);
                text.description(Some($form)).into()
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::ToSchema for $name {}
    };
}

pub(crate) use as_text;

#[cfg(test)]
mod tests {
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    use super::parts;

    #[test]
    fn a_name_has_as_many_parts_as_its_kind() {
        assert_eq!(parts::<2>("a/b"), Some(["a", "b"]));
        for bad in ["", "a", "a/b/c"] {
            assert_eq!(parts::<2>(bad), None, "{bad}");
        }
        assert_eq!(parts::<1>(""), Some([""]));
    }
}
