//! A file as a person in front of a screen sees it: its headers, its first rows, and which column they say is which.

use super::{Column, FileError, HEADER_ROWS_MAX, Line, RawRow, clean, header, sheet, text};

/// For each of our columns ([`Column::ALL`]) its place in the file, counted from 0; none when the file does not have it.
pub type Mapping = Vec<Option<usize>>;

/// A table with a row that names its columns.
#[derive(Clone, Debug)]
pub struct Table {
    name: String,
    header: usize,
    titles: Vec<String>,
    suggested: Mapping,
    lines: Vec<Line>,
}

impl Table {
    /// Reads a file that a stranger sent: XLSX or text, and no larger inside than a staff list can be.
    ///
    /// # Errors
    /// It is no table, or too large.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self, FileError> {
        let name = name.to_owned();
        let candidates = match sheet::is_workbook(bytes) {
            _ if bytes.is_empty() => return Err(FileError::Empty { name }),
            true => match sheet::guarded(bytes) {
                Ok(Some(sheets)) => sheets,
                Ok(None) => return Err(FileError::TooLarge { name }),
                Err(cause) => return Err(FileError::Workbook { name, cause }),
            },
            false => text::readings(bytes),
        };
        let too_many = |lines: &Vec<Line>| {
            lines.len() > sheet::ROWS_MAX || lines.iter().any(|(_, cells)| cells.len() > sheet::COLUMNS_MAX)
        };
        if candidates.iter().all(too_many) {
            return Err(FileError::TooLarge { name });
        }
        let mut found: Vec<Self> = candidates
            .into_iter()
            .filter(|lines| !too_many(lines))
            .filter_map(|lines| Self::of(&name, lines))
            .collect();
        // The most columns that we know win, then the most columns; among equals the first, for the sort is stable.
        found.sort_by_key(|table| {
            let known = table.suggested.iter().flatten().count();
            std::cmp::Reverse((known, table.titles.iter().filter(|title| !title.is_empty()).count()))
        });
        let table = found.into_iter().next().ok_or_else(|| FileError::Empty { name: name.clone() })?;
        if table.below().next().is_none() { Err(FileError::NoRows { name }) } else { Ok(table) }
    }

    fn of(name: &str, lines: Vec<Line>) -> Option<Self> {
        let said = |cells: &[String]| cells.iter().any(|cell| !clean(cell).is_empty());
        let found = header::find(&lines);
        let row = match &found {
            Some(header) => header.row,
            None => lines.iter().take(HEADER_ROWS_MAX).find(|(_, cells)| said(cells))?.0,
        };
        let cells = &lines.iter().find(|(at, _)| *at == row)?.1;
        let titles = cells.iter().map(|cell| clean(cell)).collect();
        let suggested = found.map_or_else(|| vec![None; Column::ALL.len()], |header| header.found());
        Some(Self { name: name.to_owned(), header: row, titles, suggested, lines })
    }

    /// The headers, from column A on.
    #[must_use]
    pub fn titles(&self) -> &[String] {
        &self.titles
    }

    /// Which column seems to be which.
    #[must_use]
    pub fn suggested(&self) -> &Mapping {
        &self.suggested
    }

    fn below(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|(row, cells)| *row > self.header && cells.iter().any(|cell| !clean(cell).is_empty()))
    }

    /// The first rows below the header, as they stand there.
    #[must_use]
    pub fn first_rows(&self, most: usize) -> Vec<Vec<String>> {
        self.below().take(most).map(|(_, cells)| cells.iter().map(|cell| clean(cell)).collect()).collect()
    }

    /// Rows below the header.
    #[must_use]
    pub fn count(&self) -> usize {
        self.below().count()
    }

    /// The rows, with the columns that the person chose. Only the NIP is needed: without it nobody is known.
    ///
    /// # Errors
    /// No column is the NIP, or nothing stands below the header.
    pub fn rows(&self, mapping: &Mapping) -> Result<Vec<RawRow>, FileError> {
        let name = || self.name.clone();
        let header = header::Header::chosen(self.header, &self.titles, mapping);
        if header.missing().contains(&Column::Nip) {
            return Err(FileError::MissingColumns { name: name(), row: self.header, columns: vec![Column::Nip] });
        }
        let rows = header.rows(&self.lines);
        if rows.is_empty() { Err(FileError::NoRows { name: name() }) } else { Ok(rows) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_says_which_column_is_which() {
        let file = "Kode,Yang bersangkutan,Tempat\n198609262015051001,Budi,Dinas X\n";
        let table = Table::open("daftar.csv", file.as_bytes()).unwrap();
        assert_eq!(table.titles(), ["Kode", "Yang bersangkutan", "Tempat"]);
        assert!(table.suggested().iter().all(Option::is_none));
        let mapping = vec![Some(0), Some(1), None, None, Some(2), None, None];
        let rows = table.rows(&mapping).unwrap();
        assert_eq!((rows[0].row, rows[0].text(Column::Name), rows[0].text(Column::Unit)), (2, "Budi", "Dinas X"));
        assert!(rows[0].cell(Column::Superior).is_none());
        let without = table.rows(&vec![None; 7]).unwrap_err();
        assert!(matches!(without, FileError::MissingColumns { .. }));
        let beyond = table.rows(&vec![Some(9); 7]).unwrap_err();
        assert!(matches!(beyond, FileError::MissingColumns { .. }), "a place that is not there is none");
    }

    #[test]
    fn what_is_too_large_is_not_taken() {
        let long = format!("NIP;Nama\n{}", "1;a\n".repeat(20_001));
        assert!(matches!(Table::open("x.csv", long.as_bytes()), Err(FileError::TooLarge { .. })));
        // Too wide as a table with semicolons; as one with commas it has one column, and nobody lays out the others.
        let wide = format!("NIP{}\n1\n", ";x".repeat(150));
        assert_eq!(Table::open("x.csv", wide.as_bytes()).unwrap().titles().len(), 1);
        // A ZIP archive in name only, and an old workbook.
        for bytes in [&b"PK\x03\x04 nothing"[..], &b"\xd0\xcf\x11\xe0 nothing"[..]] {
            assert!(matches!(Table::open("x.xlsx", bytes), Err(FileError::TooLarge { .. })));
        }
    }
}
