//! A city hall by numbers: 40 dinas with three bidang each, a head and a secretary in each dinas, and a head with 40 people in each bidang.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use shared::chance::splitmix64;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::entry::{ApproveEntry, Content, RecordEntry};
use shared::ids::{EmployeeId, EntryId, PlanId, RemarkId, UnitId};
use shared::plan::{About, Aspect, Indicator, Level, Perspective, PlanKind, ProposePlan};
use shared::quantity::Quantity;
use shared::remark::{RemarkKind, WriteRemark};
use shared::unit::SetUnit;
use teladan_server::generate;
use uuid::Uuid;

/// Units directly below the city.
pub const DINAS: u64 = 40;
const BIDANG: u64 = 3;
const TEAM: u64 = 40;
const PER_DINAS: u64 = 2 + BIDANG * (TEAM + 1);
/// People who write entries. One more leads the city.
pub const PEOPLE: u64 = DINAS * PER_DINAS;
/// Workdays of the year that is filled. Each person writes on four days of five.
pub const WORKDAYS: u64 = 250;

/// An indicator that serves staff and heads alike: each form reads its own field.
fn about(name: &str, aspect: Aspect, level: Level) -> About {
    let (source, formula) = ("buku register".into(), "selesai dibagi diterima".into());
    let (aspect, perspective) = (Some(aspect), Some(Perspective::Process));
    About { name: name.into(), aspect, perspective, level, source, formula, ..About::default() }
}

const WORDS: [&str; 6] = [
    "Verifikasi berkas permohonan akta kelahiran di loket dan menghubungi pemohon yang berkasnya belum lengkap",
    "Menyusun rekap kunjungan lapangan RW 04 bersama kader, lalu memasukkan hasilnya ke aplikasi",
    "Rapat koordinasi persiapan musrenbang kelurahan; notulen dibagikan kepada peserta",
    "Memperbarui data aset ruang pelayanan dan menempel kode barang yang rusak",
    "Melayani konsultasi perizinan usaha mikro, tiga di antaranya lewat telepon",
    "Menyiapkan laporan triwulan: mengumpulkan angka dari seksi, memeriksa, dan mengetik ringkasan",
];

/// An id that sorts by its moment, like those that phones mint.
pub fn minted(at: DateTime<Utc>, what: u64, number: u64) -> Uuid {
    let mut chance = number.wrapping_mul(8).wrapping_add(what);
    let low = u128::from(splitmix64(&mut chance) >> 2) | (0b10 << 62);
    let ms = u128::from(at.timestamp_millis().unsigned_abs());
    Uuid::from_u128((ms << 80) | (7 << 76) | (u128::from(number % 4096) << 64) | low)
}

/// Who somebody is in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    Dinas(u64),
    Secretary(u64),
    Bidang(u64, u64),
    Staff(u64, u64, u64),
}

pub struct City {
    /// The day on which everybody was brought in.
    pub founded: DateTime<Utc>,
    /// Workdays, the oldest first; the last one is today or the last workday before.
    pub days: Vec<NaiveDate>,
    names: Vec<String>,
}

impl City {
    pub fn new(today: NaiveDate) -> Self {
        let back = (0..).filter_map(|back| today.checked_sub_days(Days::new(back)));
        let work = back.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
        let mut days: Vec<NaiveDate> = work.take(usize::try_from(WORKDAYS).unwrap()).collect();
        days.reverse();
        let founded = (days[0] - Days::new(30)).and_time(chrono::NaiveTime::MIN).and_utc();
        Self { founded, days, names: generate::names(usize::try_from(PEOPLE).unwrap() + 1, 7) }
    }

    pub fn post(person: u64) -> Post {
        let (dinas, place) = (person / PER_DINAS, person % PER_DINAS);
        match place {
            0 => Post::Dinas(dinas),
            1 => Post::Secretary(dinas),
            place => {
                let (bidang, place) = ((place - 2) / (TEAM + 1), (place - 2) % (TEAM + 1));
                if place == 0 { Post::Bidang(dinas, bidang) } else { Post::Staff(dinas, bidang, place) }
            }
        }
    }

    fn number(post: Post) -> u64 {
        let bidang = |dinas: u64, bidang: u64| dinas * PER_DINAS + 2 + bidang * (TEAM + 1);
        match post {
            Post::Dinas(dinas) => dinas * PER_DINAS,
            Post::Secretary(dinas) => dinas * PER_DINAS + 1,
            Post::Bidang(of, at) => bidang(of, at),
            Post::Staff(of, at, place) => bidang(of, at) + place,
        }
    }

    pub fn who(&self, person: u64) -> EmployeeId {
        EmployeeId(minted(self.founded, 1, person))
    }

    /// Who leads the city.
    pub fn top(&self) -> EmployeeId {
        self.who(PEOPLE)
    }

    pub fn city(&self) -> UnitId {
        UnitId(minted(self.founded, 2, 0))
    }

    pub fn dinas(&self, dinas: u64) -> UnitId {
        UnitId(minted(self.founded, 2, 1 + dinas))
    }

    pub fn bidang(&self, dinas: u64, bidang: u64) -> UnitId {
        UnitId(minted(self.founded, 2, 1 + DINAS + dinas * BIDANG + bidang))
    }

    pub fn superior(&self, person: u64) -> EmployeeId {
        match Self::post(person) {
            Post::Dinas(_) => self.top(),
            Post::Secretary(dinas) | Post::Bidang(dinas, _) => self.who(Self::number(Post::Dinas(dinas))),
            Post::Staff(dinas, bidang, _) => self.who(Self::number(Post::Bidang(dinas, bidang))),
        }
    }

    fn unit(&self, person: u64) -> UnitId {
        match Self::post(person) {
            Post::Dinas(dinas) | Post::Secretary(dinas) => self.dinas(dinas),
            Post::Bidang(dinas, bidang) | Post::Staff(dinas, bidang, _) => self.bidang(dinas, bidang),
        }
    }

    /// What the operator brings in: units, people with their superiors before them, heads, plans.
    pub fn founding(&self) -> Vec<Action> {
        let unit = |id, name: String, parent, head| {
            Action::SetUnit(SetUnit { id, name, parent, head, zone: Default::default(), was: None })
        };
        let units = |led: bool| {
            let by = |post: Post| led.then(|| self.who(Self::number(post)));
            let mut units = vec![unit(self.city(), "Pemerintah Kota".into(), None, led.then(|| self.top()))];
            for dinas in 0..DINAS {
                let name = format!("Dinas {}", dinas + 1);
                units.push(unit(self.dinas(dinas), name, Some(self.city()), by(Post::Dinas(dinas))));
                for bidang in 0..BIDANG {
                    let (parent, name) = (Some(self.dinas(dinas)), format!("Bidang {}.{}", dinas + 1, bidang + 1));
                    units.push(unit(self.bidang(dinas, bidang), name, parent, by(Post::Bidang(dinas, bidang))));
                }
            }
            units
        };
        let person = |id, name: &String, position: &str, unit, superior| {
            let (name, rank, position) = (name.clone(), "III/b".into(), position.into());
            Action::SetEmployee(SetEmployee { id, name, rank, position, unit, superior })
        };
        let mut all = units(false);
        all.push(person(self.top(), self.names.last().unwrap(), "Sekretaris Daerah", self.city(), None));
        for (number, name) in (0..PEOPLE).zip(&self.names) {
            let superior = Some(self.superior(number));
            all.push(person(self.who(number), name, "Analis Kebijakan", self.unit(number), superior));
        }
        all.extend(units(true));
        all.extend((0..PEOPLE).flat_map(|number| [0, 1].map(|which| self.plan(number, which))));
        all
    }

    fn plan_id(&self, person: u64, which: u64) -> PlanId {
        PlanId(minted(self.founded, 3, person * 2 + which))
    }

    fn plan(&self, person: u64, which: u64) -> Action {
        Action::ProposePlan(Box::new(ProposePlan {
            id: self.plan_id(person, which),
            owner: self.who(person),
            result: ["Permohonan layanan selesai sesuai standar", "Laporan berkala tersusun tepat waktu"]
                [usize::from(which == 1)]
            .into(),
            measure: ["berkas", "laporan"][usize::from(which == 1)].into(),
            target: Quantity::whole(400),
            from: self.days[0],
            until: self.days[self.days.len() - 1] + Days::new(60),
            kind: PlanKind::Main,
            supports: None,
            goal: None,
            about: about("Jumlah selesai", Aspect::Quantity, Level::Output),
            more: vec![Indicator {
                about: about("Selesai tanpa koreksi", Aspect::Quality, Level::Outcome),
                measure: "persen".into(),
                target: Quantity::whole(97),
            }],
        }))
    }

    /// Does this person write on that workday? On four of five.
    pub fn writes(person: u64, day: u64) -> bool {
        !(person + day).is_multiple_of(5)
    }

    pub fn entry_id(&self, person: u64, day: u64) -> EntryId {
        EntryId(minted(self.written_at(person, day), 4, day * PEOPLE + person))
    }

    /// In the afternoon, one after the other.
    pub fn written_at(&self, person: u64, day: u64) -> DateTime<Utc> {
        let day = self.days[usize::try_from(day).unwrap()];
        let begin = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::hours(5);
        begin + TimeDelta::seconds(i64::try_from(person * 2).unwrap())
    }

    /// On the next morning.
    pub fn reviewed_at(&self, person: u64, day: u64) -> DateTime<Utc> {
        let day = self.days[usize::try_from(day).unwrap()] + Days::new(1);
        let begin = day.and_time(chrono::NaiveTime::MIN).and_utc();
        begin + TimeDelta::seconds(i64::try_from(person).unwrap())
    }

    pub fn record(&self, person: u64, id: EntryId, work_date: NaiveDate, number: u64) -> Action {
        let mut chance = number;
        let which = splitmix64(&mut chance);
        let plan = (!which.is_multiple_of(6)).then(|| self.plan_id(person, which % 2));
        let content = Content {
            plan,
            text: WORDS[usize::try_from(which % 6).unwrap()].into(),
            quantity: Quantity::whole(i64::try_from(1 + which % 4).unwrap()),
            work_date,
            photos: Vec::new(),
            more: Box::default(),
        };
        Action::RecordEntry(RecordEntry { id, content, draft: None })
    }

    /// What the superior does with it: approves, and says something about one in fifty. One in a hundred stays open.
    pub fn review(&self, person: u64, day: u64) -> Vec<Action> {
        let (entry, number) = (self.entry_id(person, day), day * PEOPLE + person);
        let mut all = Vec::new();
        if number.is_multiple_of(50) {
            let (id, kind) = (RemarkId(minted(self.reviewed_at(person, day), 5, number)), RemarkKind::Thanks);
            let text = "Rapi, dan pemohon langsung paham.".into();
            all.push(Action::WriteRemark(WriteRemark::plain(id, entry, kind, text)));
        }
        if !number.is_multiple_of(100) {
            all.push(Action::ApproveEntry(ApproveEntry { entry, base: 1 }));
        }
        all
    }
}
