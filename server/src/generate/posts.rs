//! Posts: the chart of a city of a wanted size. Every post has a unit and, but for the Sekda's, a superior before it.

use super::agencies::{AGENCIES, ASSISTANTS, Agency, KECAMATAN, KELURAHAN};
use super::chance::Chance;
use super::fields::{self, Field, Role};

/// One manager for so many people.
const PEOPLE_PER_MANAGER: usize = 5;
/// People directly under a lowest head before teams are formed, and people in a team.
const TEAM: usize = 16;
/// People that an agency with houses keeps in its own offices, at most.
const CORE_MAX: usize = 140;
/// The smallest agency.
const QUOTA_MIN: usize = 3;

/// How high a post stands.
#[derive(Clone, Copy, Debug)]
pub(super) enum Grade {
    /// Sekretaris Daerah.
    Secretary,
    /// JPT Pratama: heads of dinas and badan, assistants.
    Chief,
    /// Administrator: secretaries, kepala bidang, camat.
    Administrator,
    /// Pengawas: kepala subbagian and seksi, lurah.
    Supervisor,
    /// Leads a school, a clinic or another house.
    Principal,
    /// Leads a team (ketua tim kerja) where a unit is large.
    Lead,
    /// Everybody else.
    Staff(Role),
}

/// A place for one person.
#[derive(Clone, Debug)]
pub(super) struct Post {
    /// Path of the unit.
    pub(super) unit: String,
    /// What heads are called; for staff it depends on the person's level.
    pub(super) position: String,
    pub(super) grade: Grade,
    /// Index of the superior's post.
    pub(super) superior: Option<usize>,
    pub(super) field: &'static Field,
}

/// A head, by the index of the head above within the same agency.
struct Manager {
    unit: String,
    position: String,
    grade: Grade,
    above: usize,
    field: &'static Field,
}

/// All posts of a city of `count` people.
pub(super) fn city(count: usize, city: &str, chance: &mut Chance) -> Vec<Post> {
    let root = match city.split_once(' ') {
        Some(("Kota" | "Kabupaten", _)) => format!("Pemerintah {city}"),
        _ => format!("Pemerintah Kota {city}"),
    };
    let agencies = &AGENCIES[..(count / 18).clamp(1, AGENCIES.len())];
    let kecamatan: Vec<&str> = KECAMATAN.split('|').take(if count < 45 { 0 } else { (count / 170).max(1) }).collect();
    // A small city would be all teachers if the weights of a large one counted.
    let cap = (count / 10).max(12);
    let mut weights = vec![45.min(cap)];
    weights.extend(agencies.iter().map(|agency| agency.weight.min(cap)));
    weights.extend(kecamatan.iter().map(|_| 25.min(cap)));
    let mut quotas = share(count, &weights).into_iter();
    let mut chart = Chart { posts: Vec::with_capacity(count), chance };
    chart.fill(&secretariat(&root), quotas.next().unwrap_or(0), None);
    for (agency, quota) in agencies.iter().zip(&mut quotas) {
        chart.agency(&format!("{root} / {}", agency.name), agency, quota);
    }
    for ((at, name), quota) in kecamatan.iter().enumerate().zip(&mut quotas) {
        chart.fill(&subdistrict(&format!("{root} / Kecamatan {name}"), at), quota, Some(0));
    }
    chart.posts
}

/// `count` in parts like `weights`, each with enough people to be an agency; the largest gives what rounding takes.
fn share(count: usize, weights: &[usize]) -> Vec<usize> {
    let total: usize = weights.iter().sum();
    let mut parts: Vec<usize> = weights.iter().map(|weight| (count * weight / total).max(QUOTA_MIN)).collect();
    while parts.iter().sum::<usize>() != count {
        let sum: usize = parts.iter().sum();
        let Some(largest) = parts.iter_mut().max() else { break };
        *largest = if sum < count { *largest + count - sum } else { (*largest - 1).max(1) };
        if sum > count && *largest == 1 {
            break;
        }
    }
    parts
}

struct Chart<'a> {
    posts: Vec<Post>,
    chance: &'a mut Chance,
}

impl Chart<'_> {
    /// An agency with its houses.
    fn agency(&mut self, path: &str, agency: &Agency, quota: usize) {
        let managers = offices(path, agency);
        let Some(houses) = agency.houses.as_ref().filter(|houses| quota >= 2 * houses.people) else {
            self.fill(&managers, quota, Some(0));
            return;
        };
        let core = (quota / 4).clamp(houses.people / 2, CORE_MAX);
        let count = (quota - core) / houses.people;
        let kinds: Vec<&str> = houses.names.split('|').collect();
        let head = self.posts.len();
        let managers_there = self.fill(&managers, quota - count * houses.people, Some(0));
        for house in 0..count {
            let kind = kinds[house % kinds.len()];
            let unit = format!("{path} / {kind} {}", house / kinds.len() + 1);
            let leader = self.posts.len();
            let (position, field) = (houses.head.to_owned(), agency.field);
            // Its kind's bidang looks after it, where there is one already.
            let above = match house % agency.bidang.split('|').count() + 2 {
                bidang if bidang < managers_there => head + bidang,
                _ => head,
            };
            self.posts.push(Post {
                unit: unit.clone(),
                position,
                grade: Grade::Principal,
                superior: Some(above),
                field,
            });
            for _ in 1..houses.people {
                self.staff(unit.clone(), leader, field);
            }
        }
    }

    /// As many heads as so many people need, from the top; then everybody else under the lowest of them.
    /// Answers with the number of heads.
    fn fill(&mut self, managers: &[Manager], quota: usize, superior: Option<usize>) -> usize {
        let start = self.posts.len();
        let managers = &managers[..(quota / PEOPLE_PER_MANAGER).clamp(1, managers.len()).min(quota)];
        for (at, Manager { unit, position, grade, above, field }) in managers.iter().enumerate() {
            let superior = if at == 0 { superior } else { Some(start + above) };
            self.posts.push(Post { unit: unit.clone(), position: position.clone(), grade: *grade, superior, field });
        }
        let is_lowest = |at: &usize| !managers.iter().skip(1).any(|manager| manager.above == *at);
        let lowest: Vec<usize> = (0..managers.len()).filter(is_lowest).collect();
        // Of each lowest head: people so far, and who leads the newest of them.
        let mut teams: Vec<(usize, usize)> = lowest.iter().map(|at| (0, start + at)).collect();
        for person in 0..quota - managers.len() {
            let team = if person < lowest.len() { person } else { self.chance.below(lowest.len()) };
            let at = lowest[team];
            let (people, lead) = &mut teams[team];
            *people += 1;
            let Manager { unit, field, .. } = &managers[at];
            if (*people).is_multiple_of(TEAM) {
                *lead = self.posts.len();
                let position = "Ketua Tim Kerja".to_owned();
                let superior = Some(start + at);
                self.posts.push(Post { unit: unit.clone(), position, grade: Grade::Lead, superior, field });
            } else {
                let lead = *lead;
                self.staff(unit.clone(), lead, field);
            }
        }
        managers.len()
    }

    fn staff(&mut self, unit: String, superior: usize, field: &'static Field) {
        let grade = Grade::Staff(self.chance.pick(field.roles));
        self.posts.push(Post { unit, position: String::new(), grade, superior: Some(superior), field });
    }
}

fn manager(unit: String, position: &str, grade: Grade, above: usize, field: &'static Field) -> Manager {
    Manager { unit, position: position.to_owned(), grade, above, field }
}

/// The heads of the Sekretariat Daerah: first one bagian of each assistant, then the others.
fn secretariat(root: &str) -> Vec<Manager> {
    let path = format!("{root} / Sekretariat Daerah");
    let mut heads = vec![manager(path.clone(), "Sekretaris Daerah", Grade::Secretary, 0, &fields::OFFICE)];
    let bagian = |name: &str, above| {
        let field = if name == "Bagian Hukum" { &fields::LAW } else { &fields::OFFICE };
        manager(format!("{path} / {name}"), &format!("Kepala {name}"), Grade::Administrator, above, field)
    };
    for (assistant, bagians) in ASSISTANTS {
        let above = heads.len();
        heads.push(manager(path.clone(), assistant, Grade::Chief, 0, &fields::OFFICE));
        heads.push(bagian(bagians[0], above));
    }
    for (at, (_, bagians)) in ASSISTANTS.iter().enumerate() {
        heads.extend(bagians[1..].iter().map(|name| bagian(name, 1 + 2 * at)));
    }
    heads
}

/// The heads of an agency: its chief, the secretary, the bidang, then subbagian and seksi.
fn offices(path: &str, agency: &Agency) -> Vec<Manager> {
    let (chief, secretary, office) = match agency.name.split(' ').next().unwrap_or_default() {
        "Inspektorat" => ("Inspektur", "Sekretaris", "Sekretariat"),
        "Rumah" => ("Direktur", "Kepala Bagian Tata Usaha", "Bagian Tata Usaha"),
        "Sekretariat" => ("Sekretaris DPRD", "Kepala Bagian Tata Usaha", "Bagian Tata Usaha"),
        "Satuan" => ("Kepala Satuan", "Sekretaris", "Sekretariat"),
        "Badan" => ("Kepala Badan", "Sekretaris", "Sekretariat"),
        _ => ("Kepala Dinas", "Sekretaris", "Sekretariat"),
    };
    let office = format!("{path} / {office}");
    let mut heads = vec![manager(path.to_owned(), chief, Grade::Chief, 0, agency.field)];
    heads.push(manager(office.clone(), secretary, Grade::Administrator, 0, &fields::OFFICE));
    let is_title = |bidang: &str| bidang.starts_with("Inspektur");
    let bidang_path = |bidang: &str| format!("{path} / {}{bidang}", if is_title(bidang) { "" } else { "Bidang " });
    for bidang in agency.bidang.split('|') {
        let position = if is_title(bidang) { bidang.to_owned() } else { format!("Kepala Bidang {bidang}") };
        heads.push(manager(bidang_path(bidang), &position, Grade::Administrator, 0, agency.field));
    }
    for (name, field) in [("Umum dan Kepegawaian", &fields::OFFICE), ("Keuangan dan Perencanaan", &fields::MONEY)] {
        let unit = format!("{office} / Subbagian {name}");
        heads.push(manager(unit, &format!("Kepala Subbagian {name}"), Grade::Supervisor, 1, field));
    }
    for (at, bidang) in agency.bidang.split('|').enumerate().filter(|(_, bidang)| !is_title(bidang)) {
        for part in ["Pelaksanaan", "Pengendalian"] {
            let unit = format!("{} / Seksi {part} {bidang}", bidang_path(bidang));
            heads.push(manager(
                unit,
                &format!("Kepala Seksi {part} {bidang}"),
                Grade::Supervisor,
                2 + at,
                agency.field,
            ));
        }
    }
    heads
}

/// The heads of a kecamatan with its kelurahan.
fn subdistrict(path: &str, at: usize) -> Vec<Manager> {
    let mut heads = vec![manager(path.to_owned(), "Camat", Grade::Administrator, 0, &fields::OFFICE)];
    heads.push(manager(format!("{path} / Sekretariat"), "Sekretaris Camat", Grade::Supervisor, 0, &fields::OFFICE));
    for name in KELURAHAN.split('|').cycle().skip(at * 5).take(6) {
        heads.push(manager(format!("{path} / Kelurahan {name}"), "Lurah", Grade::Supervisor, 0, &fields::CIVIL));
    }
    for (name, field) in [("Pemerintahan", &fields::OFFICE), ("Ketenteraman dan Ketertiban", &fields::ORDER)] {
        let unit = format!("{path} / Seksi {name}");
        heads.push(manager(unit, &format!("Kepala Seksi {name}"), Grade::Supervisor, 0, field));
    }
    heads
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_make_the_whole() {
        for (count, weights) in
            [(30, vec![12, 12]), (31, vec![45, 14, 400]), (9, vec![100, 1, 1]), (50_000, vec![7; 49])]
        {
            let parts = share(count, &weights);
            assert_eq!(parts.iter().sum::<usize>(), count);
            assert!(parts.iter().all(|part| *part >= QUOTA_MIN));
        }
    }
}
