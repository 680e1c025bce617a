//! What a document is, told by its bytes and by nothing else. The phone asks before it keeps one, the server before it takes one.
//!
//! Documents of an office are archives: what kind they are, the names inside say. One with a program inside (macros) is none of
//! these, and neither is a plain archive or a document of before 2007, whose programs cannot be told from its text.

/// A kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Document Format.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument slides.
    Odp,
}

const ARCHIVE: &[u8] = b"PK\x03\x04";
/// Where an OpenDocument file names itself: its first member, which is not compressed.
const SELF_NAMED: usize = 38;

impl FileKind {
    /// All, in the order of a list for people.
    pub const ALL: [Self; 7] = [Self::Pdf, Self::Docx, Self::Xlsx, Self::Pptx, Self::Odt, Self::Ods, Self::Odp];

    /// May bytes that begin like this become a document? What it is, only the whole tells.
    #[must_use]
    pub fn may_begin(bytes: &[u8]) -> bool {
        bytes.starts_with(b"%PDF-") || bytes.starts_with(ARCHIVE)
    }

    /// What these bytes are, all of them.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"%PDF-") {
            return Some(Self::Pdf);
        }
        if !bytes.starts_with(ARCHIVE) || has(bytes, b"vbaProject.bin") {
            return None;
        }
        if let Some(named) = bytes.get(SELF_NAMED..) {
            let open = |kind: &&Self| named.starts_with(kind.mime().as_bytes());
            if let Some(kind) = [Self::Odt, Self::Ods, Self::Odp].iter().find(open) {
                return Some(*kind);
            }
        }
        let inside =
            [(Self::Docx, "word/document.xml"), (Self::Xlsx, "xl/workbook.xml"), (Self::Pptx, "ppt/presentation.xml")];
        let found = inside.into_iter().find(|(_, name)| has(bytes, name.as_bytes()))?;
        has(bytes, b"[Content_Types].xml").then_some(found.0)
    }

    /// The ending of its name, with the dot.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Docx => ".docx",
            Self::Xlsx => ".xlsx",
            Self::Pptx => ".pptx",
            Self::Odt => ".odt",
            Self::Ods => ".ods",
            Self::Odp => ".odp",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// The name under which it is handed out: the person's own, with the ending that its bytes deserve.
    #[must_use]
    pub fn named(self, name: &str) -> String {
        let fits = name.to_ascii_lowercase().ends_with(self.ending());
        if fits { name.to_owned() } else { [name, self.ending()].concat() }
    }
}

/// Do the bytes contain these?
fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
