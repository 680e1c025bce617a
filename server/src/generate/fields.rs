//! Fields of work: which positions an agency has, and what people have studied for them.

/// What somebody has studied; it decides where a career begins and how far it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Study {
    /// School only: from II/a.
    School,
    /// Three years: from II/c.
    Diploma,
    /// A degree: from III/a.
    #[default]
    Degree,
    /// A physician or dentist: from III/b.
    Physician,
}

/// A kind of work below the heads.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Role {
    /// Its name, without the level of a functional position.
    pub(super) name: &'static str,
    pub(super) study: Study,
    /// Jabatan fungsional, with levels, or pelaksana, without.
    pub(super) functional: bool,
}

/// A field of work.
#[derive(Debug)]
pub(super) struct Field {
    /// What stands after the name with a degree.
    pub(super) degrees: &'static [&'static str],
    /// With a master's degree.
    pub(super) masters: &'static [&'static str],
    /// With a diploma.
    pub(super) diploma: &'static str,
    pub(super) roles: &'static [Role],
}

const fn functional(name: &'static str) -> Role {
    Role { name, study: Study::Degree, functional: true }
}

const fn skilled(name: &'static str) -> Role {
    Role { name, study: Study::Diploma, functional: true }
}

const fn degree(name: &'static str) -> Role {
    Role { name, study: Study::Degree, functional: false }
}

const fn diploma(name: &'static str) -> Role {
    Role { name, study: Study::Diploma, functional: false }
}

const fn school(name: &'static str) -> Role {
    Role { name, study: Study::School, functional: false }
}

const CLERK: Role = school("Pengadministrasi Perkantoran");
const OPERATOR: Role = school("Operator Layanan Operasional");
const ANALYST: Role = degree("Penelaah Teknis Kebijakan");
const SERVICE: Role = degree("Penata Layanan Operasional");
const DATA: Role = diploma("Pengolah Data dan Informasi");

pub(super) static OFFICE: Field = Field {
    degrees: &["S.Sos.", "S.AP.", "S.IP.", "S.E.", "S.STP.", "S.H."],
    masters: &["M.Si.", "M.AP.", "M.M.", "M.H."],
    diploma: "A.Md.",
    roles: &[
        ANALYST,
        SERVICE,
        CLERK,
        DATA,
        OPERATOR,
        functional("Arsiparis"),
        functional("Analis Kebijakan"),
        skilled("Arsiparis"),
    ],
};
pub(super) static LAW: Field = Field {
    degrees: &["S.H."],
    masters: &["M.H."],
    diploma: "A.Md.",
    roles: &[functional("Perancang Peraturan Perundang-undangan"), functional("Analis Hukum"), ANALYST, CLERK],
};
pub(super) static MONEY: Field = Field {
    degrees: &["S.E.", "S.Ak.", "S.E., Ak."],
    masters: &["M.M.", "M.Si.", "M.Ak."],
    diploma: "A.Md.Ak.",
    roles: &[
        functional("Analis Keuangan Pusat dan Daerah"),
        ANALYST,
        DATA,
        CLERK,
        skilled("Pranata Keuangan APBN"),
        diploma("Juru Pungut Pajak"),
    ],
};
pub(super) static AUDIT: Field = Field {
    degrees: &["S.E.", "S.H.", "S.T.", "S.Sos."],
    masters: &["M.Si.", "M.M.", "M.Ak."],
    diploma: "A.Md.",
    roles: &[
        functional("Auditor"),
        functional("Pengawas Penyelenggaraan Urusan Pemerintahan Daerah"),
        skilled("Auditor"),
        CLERK,
    ],
};
pub(super) static BUILDING: Field = Field {
    degrees: &["S.T."],
    masters: &["M.T.", "M.Si."],
    diploma: "A.Md.T.",
    roles: &[
        functional("Pembina Jasa Konstruksi"),
        functional("Penata Ruang"),
        skilled("Teknisi Jalan dan Jembatan"),
        ANALYST,
        OPERATOR,
        DATA,
    ],
};
pub(super) static COMPUTING: Field = Field {
    degrees: &["S.Kom.", "S.T.", "S.I.Kom."],
    masters: &["M.Kom.", "M.T.I.", "M.I.Kom."],
    diploma: "A.Md.Kom.",
    roles: &[
        functional("Pranata Komputer"),
        skilled("Pranata Komputer"),
        functional("Pranata Hubungan Masyarakat"),
        functional("Statistisi"),
        DATA,
        CLERK,
    ],
};
pub(super) static CIVIL: Field = Field {
    degrees: &["S.Sos.", "S.H.", "S.Kom.", "S.AP."],
    masters: &["M.Si.", "M.H."],
    diploma: "A.Md.",
    roles: &[
        functional("Administrator Database Kependudukan"),
        skilled("Operator Sistem Informasi Administrasi Kependudukan"),
        SERVICE,
        CLERK,
        DATA,
        ANALYST,
    ],
};
pub(super) static TEACHING: Field = Field {
    degrees: &["S.Pd.", "S.Pd.", "S.Pd.SD.", "S.Ag."],
    masters: &["M.Pd."],
    diploma: "A.Ma.Pd.",
    roles: &[functional("Guru"), functional("Guru"), functional("Guru"), functional("Guru"), functional("Guru"), CLERK],
};
pub(super) static HEALTH: Field = Field {
    degrees: &["S.K.M.", "S.Kep., Ns.", "S.Farm., Apt.", "S.Gz."],
    masters: &["M.Kes.", "M.K.M.", "M.Kep."],
    diploma: "A.Md.Kep.",
    roles: &[
        Role { name: "Dokter", study: Study::Physician, functional: true },
        skilled("Perawat"),
        functional("Perawat"),
        skilled("Bidan"),
        functional("Apoteker"),
        skilled("Perawat"),
        functional("Penyuluh Kesehatan Masyarakat"),
        skilled("Pranata Laboratorium Kesehatan"),
        CLERK,
    ],
};
pub(super) static SOCIAL: Field = Field {
    degrees: &["S.Sos.", "S.ST.", "S.Psi."],
    masters: &["M.Si.", "M.Psi."],
    diploma: "A.Md.",
    roles: &[functional("Pekerja Sosial"), functional("Penyuluh Sosial"), ANALYST, CLERK, DATA],
};
pub(super) static TRANSPORT: Field = Field {
    degrees: &["S.T.", "S.SiT.", "S.Tr.Tra."],
    masters: &["M.T.", "M.M.Tr."],
    diploma: "A.Md.LLAJ.",
    roles: &[skilled("Penguji Kendaraan Bermotor"), ANALYST, OPERATOR, OPERATOR, school("Petugas Lalu Lintas"), CLERK],
};
pub(super) static ORDER: Field = Field {
    degrees: &["S.H.", "S.Sos.", "S.STP."],
    masters: &["M.Si.", "M.H."],
    diploma: "A.Md.",
    roles: &[
        skilled("Polisi Pamong Praja"),
        functional("Polisi Pamong Praja"),
        skilled("Pemadam Kebakaran"),
        OPERATOR,
        CLERK,
    ],
};
pub(super) static LAND: Field = Field {
    degrees: &["S.P.", "S.Pt.", "S.Pi.", "drh."],
    masters: &["M.P.", "M.Si."],
    diploma: "A.Md.P.",
    roles: &[
        functional("Penyuluh Pertanian"),
        functional("Pengendali Dampak Lingkungan"),
        skilled("Penyuluh Pertanian"),
        ANALYST,
        OPERATOR,
        CLERK,
    ],
};
pub(super) static TRADE: Field = Field {
    degrees: &["S.E.", "S.Sos.", "S.Par.", "S.T."],
    masters: &["M.M.", "M.Si."],
    diploma: "A.Md.Par.",
    roles: &[
        functional("Penera"),
        functional("Adyatama Kepariwisataan dan Ekonomi Kreatif"),
        SERVICE,
        ANALYST,
        DATA,
        CLERK,
    ],
};
pub(super) static STAFFING: Field = Field {
    degrees: &["S.Psi.", "S.Sos.", "S.AP.", "S.Kom."],
    masters: &["M.Si.", "M.AP.", "M.Psi."],
    diploma: "A.Md.",
    roles: &[
        functional("Analis Sumber Daya Manusia Aparatur"),
        skilled("Pranata Sumber Daya Manusia Aparatur"),
        functional("Assessor Sumber Daya Manusia Aparatur"),
        ANALYST,
        CLERK,
    ],
};
