//! Places of the app: the tree of addresses. What is shown there is in `pages`.

use shared::ids::EntryId;

/// Where one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `/`
    Today,
    /// `/catat`
    Write,
    /// `/catatan/{entry}`
    Entry(EntryId),
    /// `/kabar`
    Inbox,
    /// `/antrean`
    Queue,
    /// `/buku`
    Book,
    /// `/rencana`
    Plans,
    /// `/papan`
    Board,
    /// `/saya`
    Me,
    /// `/kelola` and what lies below it.
    Manage,
    /// `/masuk`
    SignIn,
    /// Anything else.
    Lost,
}

impl Place {
    /// The place with this path.
    #[must_use]
    pub fn of(path: &str) -> Self {
        let path = path.trim_end_matches('/');
        match path {
            "" => Self::Today,
            "/catat" => Self::Write,
            "/kabar" => Self::Inbox,
            "/antrean" => Self::Queue,
            "/buku" => Self::Book,
            "/rencana" => Self::Plans,
            "/papan" => Self::Board,
            "/saya" => Self::Me,
            "/masuk" => Self::SignIn,
            "/kelola" | "/kelola/permintaan" | "/kelola/impor" => Self::Manage,
            other => other.strip_prefix("/catatan/").and_then(|id| id.parse().ok()).map_or(Self::Lost, Self::Entry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_has_its_place() {
        let id = "018f0000-0000-7000-8000-000000000001";
        let table =
            [("/", Place::Today), ("/catat/", Place::Write), ("/catatan/x", Place::Lost), ("/nanti", Place::Lost)];
        for (path, place) in table {
            assert_eq!(Place::of(path), place, "{path}");
        }
        assert_eq!(Place::of(&["/catatan/", id].concat()), Place::Entry(id.parse().unwrap()));
    }
}
