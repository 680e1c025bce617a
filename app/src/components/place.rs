//! Places of the app: the tree of addresses. What is shown there is in `pages`.

use shared::ids::{EmployeeId, EntryId, PlanId, TeamId};

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
    /// `/rencana/usul`
    Propose,
    /// `/rencana/{plan}`
    Plan(PlanId),
    /// `/papan`
    Board,
    /// `/tinjau`
    Review,
    /// `/dialog`
    Dialogues,
    /// `/dialog/{employee}`
    Dialogue(EmployeeId),
    /// `/tim`
    Teams,
    /// `/tim/{team}`
    Team(TeamId),
    /// `/papan/kota`
    Units,
    /// `/orang/{employee}`
    Person(EmployeeId),
    /// `/tv`
    Tv,
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
            "/rencana/usul" => Self::Propose,
            "/papan" => Self::Board,
            "/tinjau" => Self::Review,
            "/dialog" => Self::Dialogues,
            "/tim" => Self::Teams,
            "/papan/kota" => Self::Units,
            "/tv" => Self::Tv,
            "/saya" => Self::Me,
            "/masuk" => Self::SignIn,
            "/kelola" | "/kelola/permintaan" | "/kelola/impor" | "/kelola/tim" | "/kelola/tujuan" => Self::Manage,
            other => Self::named(other).unwrap_or(Self::Lost),
        }
    }

    /// The place of one thing.
    fn named(path: &str) -> Option<Self> {
        if let Some(id) = path.strip_prefix("/catatan/") {
            return id.parse().ok().map(Self::Entry);
        }
        if let Some(id) = path.strip_prefix("/dialog/") {
            return id.parse().ok().map(Self::Dialogue);
        }
        if let Some(id) = path.strip_prefix("/tim/") {
            return id.parse().ok().map(Self::Team);
        }
        if let Some(id) = path.strip_prefix("/rencana/") {
            return id.parse().ok().map(Self::Plan);
        }
        path.strip_prefix("/orang/")?.parse().ok().map(Self::Person)
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
        assert_eq!(Place::of(&["/orang/", id].concat()), Place::Person(id.parse().unwrap()));
        assert_eq!(Place::of(&["/dialog/", id].concat()), Place::Dialogue(id.parse().unwrap()));
        assert_eq!(Place::of(&["/rencana/", id].concat()), Place::Plan(id.parse().unwrap()));
        assert_eq!(Place::of(&["/tim/", id].concat()), Place::Team(id.parse().unwrap()));
        assert_eq!(Place::of("/rencana/usul"), Place::Propose);
        assert_eq!(Place::of(&["/catatan/", id].concat()), Place::Entry(id.parse().unwrap()));
    }
}
