//! The import of staff against the real database: what it writes, what it leaves alone, what it says.

use std::collections::BTreeMap;

use shared::actor::Actor;
use shared::command::Action;
use shared::employee::{Employee, SetEmployee};
use shared::ids::{AccountId, EmployeeId};
use shared::nip::Nip;
use shared::row::{ClaimKind, Key, Row};
use shared::scope::Scope;
use shared::unit::Unit;
use shared::words::Language;
use teladan_server::assets::Assets;
use teladan_server::db::Db;
use teladan_server::generate;
use teladan_server::import::plan::Ids;
use teladan_server::import::staff::{Options, Outcome, Report, run};
use teladan_server::office::Office;

use crate::support::{accepted, today};

const CALM: Options = Options { dry_run: false, skip_bad: false, passwords: false, zone: shared::zone::Zone::Wib };
const HEADER: &str = "NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan\n";
const HEAD: &str = "197203141998031004;Andi;IV/c;Kepala Dinas;Dinas X;\n";
const LEAD: &str = "197905022005012006;Siti;IV/a;Kepala Bidang;Dinas X / Bidang Y;197203141998031004\n";
const STAFF: &str = "198609262015051001;Budi;III/a;Analis;Dinas X / Bidang Y;197905022005012006\n";

/// An empty office with somebody from the personnel department at its desk.
struct Personnel {
    office: Office,
}

impl Personnel {
    async fn new() -> Self {
        Self { office: Office::new(Db::open("mem://", "test").await.unwrap(), Assets::default()) }
    }

    async fn brings(&self, file: &str, options: Options) -> Report {
        run(&self.office, "daftar.csv", file.as_bytes(), options).await.unwrap()
    }

    /// How far the log of the installation has come; any unit or account moves it.
    async fn head(&self) -> u64 {
        self.office.db.heads(&[Scope::Office]).await.unwrap()[0].1
    }

    async fn account(&self, nip: &str) -> Option<(AccountId, EmployeeId)> {
        let claim = self.office.db.row(Key::claim(ClaimKind::Nip, nip)).await.unwrap()?;
        let Row::Claim(claim) = claim else { panic!("{claim:?}") };
        let account = AccountId(claim.holder.parse().unwrap());
        let Some(Row::Account(account)) = self.office.db.row(Key::from(account)).await.unwrap() else {
            panic!("no account")
        };
        Some((account.id, account.employee))
    }

    async fn person(&self, nip: &str) -> Employee {
        let (_, employee) = self.account(nip).await.unwrap();
        let Some(Row::Employee(employee)) = self.office.db.row(Key::from(employee)).await.unwrap() else {
            panic!("nobody")
        };
        employee
    }

    async fn units(&self) -> BTreeMap<String, Unit> {
        let rows = self.office.db.snapshot(Scope::Office, today(), &[]).await.unwrap().rows;
        let unit = |row| if let Row::Unit(unit) = row { Some((unit.name.clone(), unit)) } else { None };
        rows.into_iter().filter_map(unit).collect()
    }
}

fn numbers(report: &Report) -> (usize, usize, usize, usize) {
    (report.new, report.changed, report.same, report.skipped)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_city_comes_in_once() {
    let personnel = Personnel::new().await;
    let people = generate::people(300, "Palembang", 11, today());
    let list = generate::csv(&people, generate::Separator::Semicolon);

    let dry = personnel.brings(&list, Options { dry_run: true, ..CALM }).await;
    assert_eq!((&dry.outcome, numbers(&dry)), (&Outcome::DryRun, (300, 0, 0, 0)));
    assert_eq!(personnel.head().await, 0, "a dry run writes nothing");

    let first = personnel.brings(&list, CALM).await;
    assert_eq!((&first.outcome, numbers(&first)), (&Outcome::Written, (300, 0, 0, 0)), "{}", first.print(Language::En));
    for person in &people {
        let found = personnel.person(person.nip.digits()).await;
        let superior = match person.superior {
            Some(at) => Some(personnel.person(people[at].nip.digits()).await.id),
            None => None,
        };
        assert_eq!(
            (&found.name, &found.rank, &found.position, found.superior),
            (&person.name, &person.rank, &person.position, superior)
        );
        assert_eq!(found.rev, 1, "written once");
    }
    let units = personnel.units().await;
    assert!(units.values().all(|unit| unit.head.is_some()), "every unit has a head");

    let head = personnel.head().await;
    let again = personnel.brings(&generate::csv(&people, generate::Separator::Comma), CALM).await;
    assert!(again.changes_nothing(), "{}", again.print(Language::En));
    assert_eq!((numbers(&again), personnel.head().await), ((0, 0, 300, 0), head));
}

#[tokio::test]
async fn rows_with_problems_stop_everything_or_are_left_out() {
    let personnel = Personnel::new().await;
    let bad = "198012302010012005;;IX;;;1972\n";
    let below = "198801172011011002;Tono;II/c;;Dinas X;198012302010012005\n";
    let list = [HEADER, HEAD, bad, below, LEAD].concat();

    let stopped = personnel.brings(&list, CALM).await;
    assert!(stopped.failed() && personnel.head().await == 0);
    let lines: Vec<_> = stopped.problems.iter().map(|p| (p.row, p.column.to_string(), p.code)).collect();
    let line = |row, column: &str, code| (row, column.to_owned(), code);
    let expected = [
        line(3, "B (Nama)", "name_empty"),
        line(3, "E (Unit Kerja)", "unit_empty"),
        line(3, "F (NIP Atasan)", "superior_nip_length"),
        line(4, "F (NIP Atasan)", "superior_row_bad"),
    ];
    assert_eq!(lines, expected);
    assert!(stopped.print(Language::Id).starts_with("Baris 3, kolom B (Nama): Nama masih kosong.\n"));

    let skipped = personnel.brings(&list, Options { skip_bad: true, ..CALM }).await;
    assert_eq!((&skipped.outcome, numbers(&skipped)), (&Outcome::Written, (2, 0, 0, 2)));
    assert_eq!(personnel.account("198801172011011002").await, None);
}

#[tokio::test]
async fn people_are_updated_by_their_nip() {
    let personnel = Personnel::new().await;
    personnel.brings(&[HEADER, HEAD, LEAD, STAFF].concat(), CALM).await;
    let before = personnel.person("198609262015051001").await;
    assert_eq!(personnel.units().await["Bidang Y"].head, before.superior);

    let moved = "198609262015051001;Budi, S.Kom.;III/b;Analis;Dinas X / Bidang Z;197203141998031004\n";
    let report = personnel.brings(&[HEADER, moved].concat(), CALM).await;
    assert_eq!((numbers(&report), report.units_new, report.accounts_opened), ((0, 1, 0, 0), 1, 0));
    let after = personnel.person("198609262015051001").await;
    let units = personnel.units().await;
    assert_eq!(
        (after.id, after.name.as_str(), after.rank.as_str(), after.rev),
        (before.id, "Budi, S.Kom.", "III/b", 2)
    );
    assert_eq!((after.unit, units["Bidang Z"].parent), (units["Bidang Z"].id, Some(units["Dinas X"].id)));
    let (dinas, staff_superior) = (personnel.person("197203141998031004").await.id, after.superior);
    assert_eq!(
        (staff_superior, units["Dinas X"].head, units["Bidang Z"].head),
        (Some(dinas), Some(dinas), Some(dinas))
    );
    assert_eq!(units["Bidang Y"].head, before.superior, "who led before still leads");

    // The two at the top change places: neither may ever stand above the other twice.
    let swapped = [
        HEADER,
        "197203141998031004;Andi;IV/c;Kepala Bidang;Dinas X / Bidang Y;197905022005012006\n",
        "197905022005012006;Siti;IV/a;Kepala Dinas;Dinas X;\n",
    ];
    let report = personnel.brings(&swapped.concat(), CALM).await;
    assert_eq!(numbers(&report), (0, 2, 0, 0), "{}", report.print(Language::En));
    let siti = personnel.person("197905022005012006").await;
    assert_eq!((personnel.person("197203141998031004").await.superior, siti.superior), (Some(siti.id), None));
    assert_eq!(personnel.units().await["Dinas X"].head, Some(siti.id));
}

#[tokio::test]
async fn initial_passwords_are_given_once_and_fit() {
    let personnel = Personnel::new().await;
    let list = [HEADER, HEAD, LEAD].concat();
    let without = personnel.brings(&list, CALM).await;
    let (account, _) = personnel.account("197203141998031004").await.unwrap();
    assert!(without.passwords.is_empty());
    assert_eq!(personnel.office.db.credential(&account.to_string()).await.unwrap(), None);

    let with = personnel.brings(&[&list, STAFF].concat(), Options { passwords: true, ..CALM }).await;
    let names: Vec<&str> = with.passwords.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Andi", "Siti", "Budi"], "in the order of the file, also who came before without one");
    let hash = personnel.office.db.credential(&account.to_string()).await.unwrap();
    assert!(personnel.office.passwords.fits(with.passwords[0].password.clone(), hash).await.unwrap());
    let csv = with.passwords_csv();
    assert!(csv.starts_with("NIP;Nama;Kata sandi awal\r\n19720314 199803 1 004;Andi;"), "{csv}");

    let again = personnel.brings(&[&list, STAFF].concat(), Options { passwords: true, ..CALM }).await;
    assert!(again.changes_nothing() && again.passwords_csv().is_empty());
}

#[tokio::test]
async fn two_first_imports_at_once_share_one_secret() {
    let personnel = Personnel::new().await;
    let (one, two) =
        ([HEADER, HEAD].concat(), [HEADER, "197905022005012006;Siti;IV/a;Kepala Dinas;Dinas Y;\n"].concat());
    let (one, two) = tokio::join!(personnel.brings(&one, CALM), personnel.brings(&two, CALM));
    assert_eq!((one.outcome, two.outcome), (Outcome::Written, Outcome::Written));
    let ids = Ids::new(personnel.office.db.credential("import-ids").await.unwrap().unwrap());
    for nip in ["197203141998031004", "197905022005012006"] {
        assert_eq!(personnel.person(nip).await.id, ids.employee(&Nip::parse(nip).unwrap()), "{nip}");
    }
}

#[tokio::test]
async fn an_import_that_was_cut_off_is_completed_by_the_same_file() {
    let personnel = Personnel::new().await;
    personnel.brings(&[HEADER, HEAD].concat(), CALM).await;
    // As if the process had died between the two commands of the next person.
    let secret = personnel.office.db.credential("import-ids").await.unwrap().unwrap();
    let half = Ids::new(secret).employee(&Nip::parse("197905022005012006").unwrap());
    let set = SetEmployee {
        id: half,
        name: "Siti".into(),
        rank: "IV/a".into(),
        position: "Kepala Bidang".into(),
        unit: personnel.units().await["Dinas X"].id,
        superior: None,
    };
    accepted(&personnel.office, Actor::Operator, Action::SetEmployee(set)).await;
    assert_eq!(personnel.account("197905022005012006").await, None);

    let report = personnel.brings(&[HEADER, HEAD, LEAD].concat(), CALM).await;
    assert_eq!((numbers(&report), report.accounts_opened), ((0, 1, 1, 0), 1));
    assert_eq!(personnel.person("197905022005012006").await.id, half, "the same person, not a second one");
}

#[tokio::test]
async fn lists_from_a_spreadsheet_come_in_whatever_their_format() {
    let personnel = Personnel::new().await;
    let files: [(&str, &[u8]); 5] = [
        ("staf-windows-1252-titik-koma.csv", include_bytes!("../fixtures/staf-windows-1252-titik-koma.csv")),
        ("staf-utf8-koma.csv", include_bytes!("../fixtures/staf-utf8-koma.csv")),
        ("staf-utf16-tab.csv", include_bytes!("../fixtures/staf-utf16-tab.csv")),
        ("staf.xlsx", include_bytes!("../fixtures/staf.xlsx")),
        ("staf.ods", include_bytes!("../fixtures/staf.ods")),
    ];
    for (at, (name, bytes)) in files.into_iter().enumerate() {
        let report = run(&personnel.office, name, bytes, CALM).await.unwrap();
        let expected = if at == 0 { (6, 0, 0, 0) } else { (0, 0, 6, 0) };
        assert_eq!((numbers(&report), report.problems), (expected, vec![]), "{name}");
    }
    assert_eq!(personnel.person("197203141998031004").await.name, "Dr. H. Andre Café, S.Sos., M.Si.");

    let rounded =
        run(&personnel.office, "x.xlsx", include_bytes!("../fixtures/staf-nip-angka.xlsx"), CALM).await.unwrap();
    assert!(rounded.failed() && rounded.problems.iter().all(|problem| problem.code.ends_with("_rounded")));
    let no_table = run(&personnel.office, "surat.pdf", b"%PDF-1.7", CALM).await.unwrap_err();
    assert!(no_table.to_string().contains("surat.pdf"), "{no_table}");
}
