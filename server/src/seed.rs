//! The demo agency: Kota Muara Kencana, with a believable fortnight of work behind it. Everything goes through the one
//! writer, so the demo is also a long test of the rules. The same day gives the same agency; ids and passwords differ.

mod absences;
mod agencies;
mod city;
mod goals;
mod more;
mod people;
mod plan;
mod talk;
mod teams;
mod template;
mod week;

use std::path::Path;

use chrono::{DateTime, Utc};
use shared::account::OpenAccount;
use shared::actor::Actor;
use shared::admin::GiveAdmin;
use shared::command::{Action, Command};
use shared::counter::OpenCounter;
use shared::employee::SetEmployee;
use shared::ids::{AccountId, CommandId, CounterId, DeviceId, EmployeeId, ServiceId, UnitId};
use shared::nip::Nip;
use shared::scope::Scope;
use shared::service::SetService;
use shared::sync::wire::Verdict;
use shared::unit::SetUnit;
use shared::zone::Zone;
use uuid::Uuid;

use crate::clock;
use crate::command;
use crate::import::passwords;
use crate::office::Office;
use crate::operator::{Trouble, write_private};

/// What the database remembers of having been filled.
const DONE: &str = "demo";
/// What it remembers of the filling having begun.
const BEGUN: &str = "demo-begun";
/// File in the data folder with the demo's logins.
const LOGINS: &str = "demo-logins.txt";

/// Fills an empty database, once. A half-filled one (the process was killed) is left alone and said so.
///
/// # Errors
/// The database is out of reach, or a command was refused, which would be a bug.
pub async fn once(office: &Office, data: &Path) -> Result<(), Trouble> {
    if office.db.noted(DONE).await? {
        return Ok(());
    }
    if office.db.noted(BEGUN).await? {
        let place = data.display();
        println!(
            "Agensi contoh belum lengkap: penyiapan pertama terhenti. Hapus {place}, lalu jalankan lagi. (The demo agency is \
             incomplete: its first start was interrupted. Delete {place} and start again.)"
        );
        return Ok(());
    }
    if office.db.heads(&[Scope::Office]).await?.iter().any(|(_, head)| *head > 0) {
        return Ok(()); // A real agency lives here.
    }
    office.db.note(BEGUN).await?;
    println!("Menyiapkan agensi contoh: Kota Muara Kencana (preparing the demo agency)…");
    let hand = Hand { office };
    let town = hand.found().await?;
    week::write(&hand, &town).await?;
    absences::write(&hand, &town).await?;
    talk::write(&hand, &town).await?;
    let senior = city::write(&hand, &town).await?;
    teams::write(&hand, &town).await?;
    let logins = hand.logins(&town, senior).await?;
    write_private(&data.join(LOGINS), logins.as_bytes())?;
    office.db.note(DONE).await?;
    Ok(())
}

/// What is printed at every start: one login per role.
#[must_use]
pub fn logins(data: &Path) -> String {
    std::fs::read_to_string(data.join(LOGINS)).unwrap_or_default()
}

/// Somebody in the demo.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) id: EmployeeId,
    pub(crate) place: &'static people::Someone,
}

/// What the demo consists of.
pub(crate) struct Town {
    pub(crate) city: UnitId,
    pub(crate) sekda: EmployeeId,
    pub(crate) leader: EmployeeId,
    pub(crate) head: EmployeeId,
    pub(crate) admin: EmployeeId,
    pub(crate) staff: Vec<Person>,
    pub(crate) counters: Vec<CounterId>,
}

/// The hand that writes the demo.
pub(crate) struct Hand<'a> {
    office: &'a Office,
}

impl Hand<'_> {
    /// Gives a command at a moment; a refusal is a bug in the demo.
    pub(crate) async fn give(
        &self,
        actor: Actor,
        action: Action,
        moment: Option<DateTime<Utc>>,
    ) -> Result<(), Trouble> {
        let made_at = moment.unwrap_or_else(clock::now);
        let command =
            Command { id: CommandId(Uuid::now_v7()), device: DeviceId(Uuid::new_v4()), seq: 1, v: 1, made_at, action };
        match command::run_at(self.office, actor, &command, moment).await? {
            Verdict::Accepted => Ok(()),
            Verdict::Rejected { reason } => Err(Trouble::Said(format!("demo: {}", reason.en))),
        }
    }

    async fn order(&self, action: Action) -> Result<(), Trouble> {
        self.give(Actor::Operator, action, None).await
    }

    async fn unit(
        &self,
        id: UnitId,
        name: &str,
        parent: Option<UnitId>,
        head: Option<EmployeeId>,
    ) -> Result<(), Trouble> {
        self.order(Action::SetUnit(SetUnit { id, name: name.to_owned(), parent, head, zone: Zone::Wib, was: None }))
            .await
    }

    async fn person(
        &self,
        id: EmployeeId,
        place: &people::Someone,
        unit: UnitId,
        superior: Option<EmployeeId>,
    ) -> Result<(), Trouble> {
        let (name, rank, position) = (place.name.to_owned(), place.rank.to_owned(), place.position.to_owned());
        self.order(Action::SetEmployee(SetEmployee { id, name, rank, position, unit, superior })).await
    }

    async fn found(&self) -> Result<Town, Trouble> {
        let [city, dinas, bidang] = [(); 3].map(|()| UnitId(Uuid::now_v7()));
        let [sekda, leader, head] = [(); 3].map(|()| EmployeeId(Uuid::now_v7()));
        self.unit(city, "Pemerintah Kota Muara Kencana", None, Some(sekda)).await?;
        self.unit(dinas, "Dinas Kependudukan dan Pencatatan Sipil", Some(city), None).await?;
        self.unit(bidang, "Bidang Pelayanan Pendaftaran Penduduk", Some(dinas), None).await?;
        self.person(sekda, &people::SEKDA, city, None).await?;
        self.person(leader, &people::LEADER, dinas, Some(sekda)).await?;
        self.person(head, &people::HEAD, bidang, Some(leader)).await?;
        self.unit(dinas, "Dinas Kependudukan dan Pencatatan Sipil", Some(city), Some(leader)).await?;
        self.unit(bidang, "Bidang Pelayanan Pendaftaran Penduduk", Some(dinas), Some(head)).await?;
        let mut staff = Vec::new();
        for place in &people::STAFF {
            let id = EmployeeId(Uuid::now_v7());
            self.person(id, place, bidang, Some(head)).await?;
            staff.push(Person { id, place });
        }
        staff.push(Person { id: head, place: &people::HEAD });
        let counters = self.counters(bidang).await?;
        let admin = EmployeeId(Uuid::now_v7());
        self.person(admin, &people::ADMIN, dinas, Some(leader)).await?;
        self.order(Action::GiveAdmin(GiveAdmin { person: admin, unit: dinas })).await?;
        Ok(Town { city, sekda, leader, head, admin, staff, counters })
    }

    async fn counters(&self, unit: UnitId) -> Result<Vec<CounterId>, Trouble> {
        let mut counters = Vec::new();
        for (code, name, service) in people::COUNTERS {
            let (id, service_id) = (CounterId(Uuid::now_v7()), ServiceId(Uuid::now_v7()));
            self.order(Action::SetService(SetService { id: service_id, name: service.to_owned(), unit })).await?;
            let open = OpenCounter { id, code: code.to_owned(), name: name.to_owned(), service: service_id };
            self.order(Action::OpenCounter(open)).await?;
            counters.push(id);
        }
        Ok(counters)
    }

    async fn logins(&self, town: &Town, senior: EmployeeId) -> Result<String, Trouble> {
        let first = town.staff.iter().find(|person| person.place.nip.is_some());
        let staff = first.map(|person| (person.id, person.place));
        let roles = [
            ("Pegawai", staff),
            ("Atasan", Some((town.head, &people::HEAD))),
            ("Pimpinan", Some((town.leader, &people::LEADER))),
            ("Admin", Some((town.admin, &people::ADMIN))),
            ("Sekda", Some((town.sekda, &people::SEKDA))),
            ("Penilai", Some((senior, &people::SENIOR))),
        ];
        let mut text = String::from("Masuk dengan (sign in with):\n");
        for (role, someone) in roles {
            let Some((employee, place)) = someone else { continue };
            let Some(nip) = place.nip.and_then(|nip| Nip::parse(nip).ok()) else { continue };
            let account = AccountId(Uuid::now_v7());
            self.order(Action::OpenAccount(OpenAccount { id: account, nip: nip.clone(), employee })).await?;
            let password = passwords::new().map_err(|error| Trouble::Said(error.to_string()))?;
            let hash = self.office.passwords.hash(password.clone()).await?;
            self.office.db.keep_credential(&account.to_string(), &hash).await?;
            text.push_str(&format!("  {role:<9} {}  {password}  {}\n", nip.digits(), place.name));
        }
        Ok(text)
    }
}
