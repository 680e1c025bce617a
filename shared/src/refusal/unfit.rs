//! What is unfit about the rest of an entry: its obstacle, links, documents and kind; and about a template. A family of refusals of its own.

use super::Refusal;
use crate::entry::{FILE_BYTES_MAX, FILES_MAX, LINKS_MAX};
use crate::template::TEMPLATES_MAX;

/// What is unfit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Something is blocked, and nothing says by what.
    ObstacleMissing,
    /// An address that is none, or not of the web.
    Link,
    /// More links than allowed.
    TooManyLinks,
    /// A document that is none, or has an unsound name.
    File,
    /// A document is too large.
    FileTooLarge,
    /// More documents than allowed.
    TooManyFiles,
    /// An innovation without its effect, or a decision without its place or outcome.
    SpecialIncomplete,
    /// A template needs a name.
    TemplateUnnamed,
    /// The plan of a template is not the person's own.
    TemplatePlan,
    /// More templates than allowed.
    TooManyTemplates,
}

impl From<Unfit> for Refusal {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}

impl Unfit {
    /// The number in its sentences, if there is one.
    pub(super) fn values(self) -> Vec<(&'static str, String)> {
        let max = match self {
            Self::TooManyLinks => LINKS_MAX.to_string(),
            Self::TooManyFiles => FILES_MAX.to_string(),
            Self::FileTooLarge => (FILE_BYTES_MAX / 1_000_000).to_string(),
            Self::TooManyTemplates => TEMPLATES_MAX.to_string(),
            Self::ObstacleMissing | Self::Link | Self::File | Self::SpecialIncomplete => return Vec::new(),
            Self::TemplateUnnamed | Self::TemplatePlan => return Vec::new(),
        };
        vec![("{max}", max)]
    }

    pub(super) const fn plain(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::ObstacleMissing => (
                "obstacle_missing",
                "Tulis apa yang menghambat, agar atasan Anda bisa membantu.",
                "Write what stands in the way, so that your superior can help.",
            ),
            Self::Link => (
                "link_unfit",
                "Tautan dimulai dengan https:// atau http://. Salin alamatnya utuh dari peramban.",
                "A link begins with https:// or http://. Copy the whole address from the browser.",
            ),
            Self::TooManyLinks => (
                "too_many_links",
                "Paling banyak {max} tautan untuk satu catatan. Hapus sebagian dulu.",
                "At most {max} links for one entry. Remove some first.",
            ),
            Self::File => (
                "file_unfit",
                "Berkas ini tidak bisa dilampirkan. Pakai PDF, DOCX, XLSX, PPTX, ODT, ODS, atau ODP tanpa makro.",
                "This file cannot be attached. Use PDF, DOCX, XLSX, PPTX, ODT, ODS or ODP without macros.",
            ),
            Self::FileTooLarge => (
                "file_too_large",
                "Berkas ini lebih besar dari {max} MB. Kecilkan dulu, atau simpan di penyimpanan kantor dan tempel tautannya.",
                "This file is larger than {max} MB. Make it smaller, or keep it in the office's storage and paste a link.",
            ),
            Self::TooManyFiles => (
                "too_many_files",
                "Paling banyak {max} berkas untuk satu catatan. Hapus sebagian dulu.",
                "At most {max} files for one entry. Remove some first.",
            ),
            Self::SpecialIncomplete => (
                "special_incomplete",
                "Lengkapi isian inovasi atau keputusan, atau pilih pekerjaan biasa.",
                "Complete what is asked about the innovation or decision, or choose ordinary work.",
            ),
            Self::TemplateUnnamed => (
                "template_unnamed",
                "Beri nama contoh ini, agar mudah ditemukan lagi.",
                "Give this template a name, so that you find it again.",
            ),
            Self::TemplatePlan => (
                "template_plan_unknown",
                "Rencana pada contoh ini bukan rencana Anda. Pilih rencana Anda sendiri atau tugas tambahan, lalu simpan lagi.",
                "The plan of this template is not yours. Choose one of your own or additional work, then save again.",
            ),
            Self::TooManyTemplates => (
                "too_many_templates",
                "Anda sudah punya {max} contoh. Hapus atau ganti salah satunya dulu.",
                "You have {max} templates already. Remove or replace one first.",
            ),
        }
    }
}
