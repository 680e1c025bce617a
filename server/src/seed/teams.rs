//! Two teams across units in the demo city: what was done for them, a question that waits for its answer, and work that is blocked.

use chrono::{DateTime, Days, NaiveDate, Utc};
use shared::actor::Actor;
use shared::command::Action;
use shared::employee::Employee;
use shared::entry::{Content, Doing, More, RecordEntry};
use shared::ids::{EmployeeId, EntryId, RemarkId, TeamId};
use shared::quantity::Quantity;
use shared::remark::{RemarkKind, Shape, WriteRemark};
use shared::row::Row;
use shared::scope::Scope;
use shared::team::{JoinTeam, SetTeam};
use shared::zone::Zone;
use uuid::Uuid;

use super::week::{moment, working_days};
use super::{Hand, Town};
use crate::clock;
use crate::operator::Trouble;

/// Days for which a team has run, and for which it will.
const TERM: (u64, u64) = (80, 140);
/// What stands in the way of one piece of work.
const OBSTACLE: &str = "Alat ukur tinggi badan belum dikirim dari gudang dinas.";

/// What a member wrote: which member, how many working days ago, the words.
type Said = (usize, usize, &'static str);

const STUNTING: [Said; 6] = [
    (1, 4, "Mencocokkan data 214 balita posyandu dengan catatan gizi; 17 anak perlu diukur ulang."),
    (3, 3, "Kunjungan ke 9 rumah keluarga berisiko di RW 04 bersama kader; 6 bersedia ikut kelas ibu."),
    (4, 2, "Pengukuran ulang di PAUD Melati: 11 dari 17 anak selesai."),
    (2, 1, "Rapat dengan tiga lurah: jadwal pemberian makanan tambahan disepakati sampai Desember."),
    (1, 1, "Rekap mingguan dikirim ke sekretariat; dua kelurahan belum melapor."),
    (4, 1, "Pengukuran ulang hari kedua di PAUD Kenanga baru 2 anak."),
];

const OUTREACH: [Said; 3] = [
    (1, 3, "Mendata 38 lansia dan penyandang disabilitas yang belum merekam KTP-el."),
    (2, 2, "Menyiapkan aula sekolah dan undangan RT untuk perekaman pemula Sabtu pagi."),
    (1, 1, "Mengantar surat ke 12 rumah; semua bersedia didatangi petugas."),
];

/// Writes it all.
pub(super) async fn write(hand: &Hand<'_>, town: &Town) -> Result<(), Trouble> {
    let now = clock::now();
    let health = hand.people_of("Bidang Kesehatan Masyarakat").await?;
    let [social, schools] = [hand.people_of("Dinas Sosial").await?, hand.people_of("Dinas Pendidikan").await?];
    let disease = hand.people_of("Bidang Pencegahan dan Pengendalian Penyakit").await?;
    let (Some([head, nurse]), Some([_, second])) = (health.first_chunk::<2>(), disease.first_chunk::<2>()) else {
        return Ok(());
    };
    let (Some(social), Some(schools)) = (social.first(), schools.first()) else { return Ok(()) };
    let (Some(own), Some(beside)) = (town.staff.first(), town.staff.get(1)) else { return Ok(()) };
    let stunting = Team {
        name: "Tim Percepatan Penurunan Stunting",
        purpose: "Prevalensi stunting di tiga kelurahan turun di bawah 14 persen: satu data balita, kunjungan keluarga berisiko, dan \
                  makanan tambahan tepat sasaran.",
        leader: *head,
        members: &[own.id, *nurse, *social, *second, *schools],
    };
    let entries = stunting.write(hand, town, &STUNTING, now).await?;
    let blocked = entries.last().copied();
    if let (Some(first), Some(last)) = (entries.get(2).copied(), blocked) {
        let asks = WriteRemark::plain(
            RemarkId(Uuid::now_v7()),
            last,
            RemarkKind::Question,
            "Berapa anak yang masih menunggu, dan kapan alatnya tiba?".to_owned(),
        );
        let shape = Some(Shape {
            behaviour: "Pengukuran ulang dimulai pada hari undangan.".to_owned(),
            impact: "Sebelas keluarga tidak perlu datang dua kali.".to_owned(),
            next: "Pakai cara yang sama di Kenanga.".to_owned(),
        });
        let praise = WriteRemark::plain(RemarkId(Uuid::now_v7()), first, RemarkKind::Note, String::new());
        for remark in [WriteRemark { shape, ..praise }, asks] {
            hand.give(Actor::Employee { employee: *head }, Action::WriteRemark(remark), None).await?;
        }
    }
    let outreach = Team {
        name: "Tim Jemput Bola Adminduk",
        purpose: "Warga yang tidak bisa datang ke kantor tetap memegang KTP-el dan akta: didata, didatangi, dan diantar.",
        leader: town.admin,
        members: &[beside.id, *social, *schools],
    };
    outreach.write(hand, town, &OUTREACH, now).await?;
    Ok(())
}

/// A team to be written. Members keep their places: what they wrote names them by these.
struct Team<'a> {
    name: &'static str,
    purpose: &'static str,
    leader: EmployeeId,
    members: &'a [EmployeeId],
}

impl Team<'_> {
    /// The team, its members, and what they wrote; tells the entries in their order.
    async fn write(
        &self,
        hand: &Hand<'_>,
        town: &Town,
        said: &[Said],
        now: DateTime<Utc>,
    ) -> Result<Vec<EntryId>, Trouble> {
        let today = Zone::Wib.local_date(now);
        let from = today.checked_sub_days(Days::new(TERM.0)).unwrap_or(today);
        let until = today.checked_add_days(Days::new(TERM.1)).unwrap_or(today);
        let id = TeamId(Uuid::now_v7());
        let (name, purpose, leader) = (self.name.to_owned(), self.purpose.to_owned(), self.leader);
        hand.order(Action::SetTeam(SetTeam { id, base: 0, name, purpose, unit: town.city, leader, from, until }))
            .await?;
        for person in self.members {
            hand.order(Action::JoinTeam(JoinTeam { team: id, person: *person, from, until })).await?;
        }
        let days = working_days(today);
        let mut entries = Vec::new();
        for (at, (member, ago, words)) in (0_u64..).zip(said) {
            let day = days.iter().rev().nth(*ago).copied().unwrap_or(today);
            let Some(person) = self.members.get(*member) else { continue };
            let blocked = words.contains("baru 2 anak");
            entries.push(hand.for_team(id, *person, words, blocked, (day, 600 + at * 13), now).await?);
        }
        Ok(entries)
    }
}

impl Hand<'_> {
    /// The people of the unit with this name, its head first.
    async fn people_of(&self, name: &str) -> Result<Vec<EmployeeId>, Trouble> {
        let Some(unit) = self.office.db.units().await?.into_iter().find(|unit| unit.name == name) else {
            return Ok(Vec::new());
        };
        let rows = self.office.db.of_kind(Scope::Unit(unit.id), "employee").await?.into_iter();
        let mut people: Vec<Employee> =
            rows.filter_map(|row| if let Row::Employee(person) = row { Some(person) } else { None }).collect();
        people.retain(|person| person.unit == unit.id);
        people.sort_by_key(|person| (unit.head != Some(person.id), person.name.clone()));
        Ok(people.into_iter().map(|person| person.id).collect())
    }

    /// An entry of a member for the team.
    async fn for_team(
        &self,
        team: TeamId,
        person: EmployeeId,
        words: &str,
        blocked: bool,
        (day, minute): (NaiveDate, u64),
        now: DateTime<Utc>,
    ) -> Result<EntryId, Trouble> {
        let id = EntryId(Uuid::now_v7());
        let mut more = More { team: Some(team), ..More::default() };
        if blocked {
            (more.doing, more.obstacle) = (Doing::Blocked, OBSTACLE.to_owned());
        }
        let (plan, quantity, photos) = (None, Quantity::ZERO, Vec::new());
        let content = Content { plan, text: words.to_owned(), quantity, work_date: day, photos, more: Box::new(more) };
        let record = Action::RecordEntry(RecordEntry { id, content, draft: None });
        self.give(Actor::Employee { employee: person }, record, Some(moment(day, minute, now))).await?;
        Ok(id)
    }
}
