//! The header: which column is which, however the office calls it.

use std::sync::Arc;

use super::{Cell, HEADER_ROWS_MAX, Line, Place, RawRow, clean};

/// A column of the staff list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The person's number.
    Nip,
    /// Name with titles.
    Name,
    /// Golongan/ruang.
    Rank,
    /// Jabatan.
    Position,
    /// Home unit, alone or as a path.
    Unit,
    /// The NIP of the direct superior.
    Superior,
    /// The agency (OPD) when it stands in a column of its own beside the unit. Optional.
    Agency,
}

impl Column {
    /// All columns, in the order of [`RawRow`]'s cells.
    pub const ALL: &[Self] =
        &[Self::Nip, Self::Name, Self::Rank, Self::Position, Self::Unit, Self::Superior, Self::Agency];

    /// Columns that every file has. A misspelt header must not silently empty everybody's superior, so all are wanted.
    pub const WANTED: &[Self] = &[Self::Nip, Self::Name, Self::Rank, Self::Position, Self::Unit, Self::Superior];

    /// What the column is called in our own files.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Nip => "NIP",
            Self::Name => "Nama",
            Self::Rank => "Golongan",
            Self::Position => "Jabatan",
            Self::Unit => "Unit Kerja",
            Self::Superior => "NIP Atasan",
            Self::Agency => "OPD",
        }
    }

    /// Several titles as a list for people.
    pub(super) fn titles(columns: &[Self]) -> String {
        columns.iter().map(|column| column.title()).collect::<Vec<_>>().join(", ")
    }

    /// Names under which it is found, most telling first; compared without case, blanks and signs.
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Nip => &[
                "nip",
                "nip baru",
                "nip/ni pppk",
                "nip/nippppk",
                "nip/nipppk",
                "ni pppk",
                "nipppk",
                "nip pegawai",
                "nip asn",
                "no nip",
                "nomor induk pegawai",
                "nomor nip",
                "employee nip",
            ],
            Self::Name => &[
                "nama",
                "nama lengkap",
                "nama pegawai",
                "nama asn",
                "nama dan gelar",
                "nama gelar",
                "nama pns",
                "name",
                "full name",
                "employee name",
            ],
            Self::Rank => &[
                "golongan ruang",
                "gol ruang",
                "golongan",
                "gol",
                "pangkat golongan ruang",
                "pangkat gol ruang",
                "pangkat golongan",
                "pangkat gol",
                "pangkat",
                "rank",
                "grade",
            ],
            Self::Position => &["jabatan", "nama jabatan", "jabatan saat ini", "position", "job title"],
            Self::Unit => &[
                "unit kerja",
                "unit organisasi",
                "nama unit kerja",
                "nama unit organisasi",
                "unit",
                "nama unit",
                "unor",
                "nama unor",
                "satuan kerja",
                "work unit",
                "department",
            ],
            Self::Superior => &[
                "nip atasan langsung",
                "nip atasan",
                "nip atasan penilai",
                "nip pejabat penilai",
                "nip pejabat penilai kinerja",
                "nip penilai",
                "atasan langsung",
                "atasan",
                "superior nip",
                "nip superior",
                "superior",
                "supervisor nip",
            ],
            Self::Agency => &["opd", "nama opd", "perangkat daerah", "skpd", "agency"],
        }
    }
}

/// Letters and digits alone: `Gol./Ruang` is `golruang`.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A row that names columns.
#[derive(Debug)]
pub(super) struct Header {
    /// Its row number.
    pub(super) row: usize,
    places: Vec<Option<Arc<Place>>>,
}

/// The row among the first ones that names the most columns, if any names two.
pub(super) fn find(lines: &[Line]) -> Option<Header> {
    let headers = lines.iter().take(HEADER_ROWS_MAX).map(|(row, cells)| Header::of(*row, cells));
    let best = headers.reduce(|best, next| if next.count() > best.count() { next } else { best })?;
    (best.count() >= 2).then_some(best)
}

impl Header {
    fn of(row: usize, cells: &[String]) -> Self {
        let bare_cells: Vec<String> = cells.iter().map(|cell| bare(cell)).collect();
        let find = |column: &Column| {
            let index =
                column.names().iter().find_map(|name| bare_cells.iter().position(|cell| *cell == bare(name)))?;
            Some(Arc::new(Place::new(index, clean(&cells[index]))))
        };
        let mut places: Vec<Option<Arc<Place>>> = Column::ALL.iter().map(find).collect();
        // A lone "OPD" is the unit; beside a unit it is the agency above it.
        if places[Column::Unit as usize].is_none() {
            places[Column::Unit as usize] = places[Column::Agency as usize].take();
        }
        Self { row, places }
    }

    /// The columns that a person chose: for each of ours the place in the row, if the file has it.
    pub(super) fn chosen(row: usize, cells: &[String], places: &[Option<usize>]) -> Self {
        let place = |at: usize| {
            let index = places.get(at).copied().flatten()?;
            Some(Arc::new(Place::new(index, clean(cells.get(index)?))))
        };
        Self { row, places: (0..Column::ALL.len()).map(place).collect() }
    }

    /// For each of our columns its place in the row.
    pub(super) fn found(&self) -> Vec<Option<usize>> {
        self.places.iter().map(|place| place.as_ref().map(|place| place.index)).collect()
    }

    /// How many columns it names.
    pub(super) fn count(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// Wanted columns that it does not name.
    pub(super) fn missing(&self) -> Vec<Column> {
        Column::WANTED.iter().copied().filter(|column| self.places[*column as usize].is_none()).collect()
    }

    /// The rows below it that say something.
    pub(super) fn rows(&self, lines: &[Line]) -> Vec<RawRow> {
        let below = lines.iter().filter(|(row, _)| *row > self.row);
        let rows = below.map(|(row, cells)| {
            let cell = |place: &Arc<Place>| Cell {
                text: cells.get(place.index).map(|text| clean(text)).unwrap_or_default(),
                place: place.clone(),
            };
            RawRow { row: *row, cells: self.places.iter().map(|place| place.as_ref().map(cell)).collect() }
        });
        rows.filter(|row| row.cells.iter().flatten().any(|cell| !cell.text.is_empty())).collect()
    }
}
