//! The plan: which commands would bring the office to what the file says. A function from values to values; a dry run
//! shows it and a real run carries it out.

use std::collections::{BTreeSet, HashMap};

use sha2::{Digest, Sha256};
use shared::command::Action;
use shared::employee::{Employee, RestoreEmployee, SetEmployee};
use shared::ids::{AccountId, EmployeeId, UnitId};
use shared::nip::Nip;
use shared::unit::SetUnit;
use shared::zone::Zone;

use super::check::StaffRow;
use super::heads::{self, Seat, Seats};
use super::known::Known;
use super::units::Tree;

/// Identities of new people, made from their NIP and a secret of the installation. An import that was cut off finds the
/// people it had written; who does not know the secret cannot go from an id back to a NIP.
#[derive(Clone)]
pub struct Ids {
    secret: String,
}

impl std::fmt::Debug for Ids {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ids(…)")
    }
}

impl Ids {
    /// Identities under this secret.
    #[must_use]
    pub const fn new(secret: String) -> Self {
        Self { secret }
    }

    /// The employee with this NIP.
    #[must_use]
    pub fn employee(&self, nip: &Nip) -> EmployeeId {
        EmployeeId(self.id("employee", nip))
    }

    /// Their account.
    #[must_use]
    pub fn account(&self, nip: &Nip) -> AccountId {
        AccountId(self.id("account", nip))
    }

    fn id(&self, kind: &str, nip: &Nip) -> uuid::Uuid {
        let hash = Sha256::digest(format!("{}\n{kind}\n{}", self.secret, nip.digits()));
        let mut bytes = [0_u8; 16];
        bytes.copy_from_slice(&hash[..16]);
        uuid::Builder::from_random_bytes(bytes).into_uuid()
    }
}

/// What happens to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Row of the file.
    pub row: usize,
    /// Who.
    pub employee: EmployeeId,
    /// Their number.
    pub nip: Nip,
    /// Name with titles.
    pub name: String,
    /// Are they new to the office?
    pub is_new: bool,
    /// How they shall be, unless the office has all of it already.
    pub set: Option<SetEmployee>,
    /// Their revision when they were looked up; none for who is new.
    pub base: Option<u32>,
    /// Their account.
    pub account: AccountId,
    /// Is the account still to be opened?
    pub opens: bool,
}

impl Step {
    /// The command that makes them so. What the file does not say is filled from what was looked up, so who is known is written only
    /// over what was looked up.
    #[must_use]
    pub fn write(&self) -> Option<Action> {
        let set = self.set.clone()?;
        Some(match self.base {
            Some(base) => Action::RestoreEmployee(RestoreEmployee { base, set }),
            None => Action::SetEmployee(set),
        })
    }
}

/// What an import would do.
#[derive(Debug)]
pub struct Plan {
    /// All units, the new ones included.
    pub tree: Tree,
    /// People, those without a superior first, then those directly under them, and so on.
    pub levels: Vec<Vec<Step>>,
    /// Where the people of the file will stand.
    pub seats: Seats,
    /// Units whose people are in the file or leave for another unit.
    pub touched: BTreeSet<UnitId>,
}

impl Plan {
    /// The plan for these people. `zone` is the one of new units at the top; `mint` gives new ids.
    #[must_use]
    pub fn make(people: &[StaffRow], known: &Known, zone: Zone, ids: &Ids, mut mint: impl FnMut() -> UnitId) -> Self {
        let mut tree = Tree::of(&known.units);
        let who = |nip: &Nip| known.people.get(nip).map_or_else(|| ids.employee(nip), |person| person.employee);
        let mut seats = Seats::new();
        let mut touched = BTreeSet::new();
        let mut steps = Vec::with_capacity(people.len());
        for person in people {
            let id = who(&person.nip);
            let before = known.employees.get(&id);
            let kept_unit = before.filter(|_| person.kept.unit).map(|before| before.unit);
            let Some(unit) = kept_unit.or_else(|| tree.place(&person.unit, zone, &mut mint)) else { continue };
            let set = wanted(person, id, unit, person.superior.as_ref().map(who), before);
            seats.insert(id, Seat { unit, superior: set.superior });
            touched.insert(unit);
            touched.extend(before.map(|before| before.unit));
            let account = known.people.get(&person.nip).and_then(|known| known.account);
            steps.push(Step {
                row: person.row,
                employee: id,
                nip: person.nip.clone(),
                name: set.name.clone(),
                is_new: before.is_none(),
                set: before.is_none_or(|before| differs(before, &set)).then_some(set),
                base: before.map(|before| before.rev),
                account: account.unwrap_or_else(|| ids.account(&person.nip)),
                opens: account.is_none(),
            });
        }
        let levels = levels(steps, &seats, known, who);
        Self { tree, levels, seats, touched }
    }

    /// Units whose present members must be known before heads can be chosen: the touched ones, those above and directly below.
    #[must_use]
    pub fn neighbourhood(&self, known: &Known) -> BTreeSet<UnitId> {
        let children = self.tree.children();
        let near = self.touched.iter().flat_map(|unit| {
            let below = children.get(unit).into_iter().flatten().copied();
            self.tree.above(*unit).into_iter().chain(below).chain([*unit])
        });
        let there: BTreeSet<UnitId> = known.units.iter().map(|unit| unit.id).collect();
        near.filter(|unit| there.contains(unit)).collect()
    }

    /// Units whose head changes, as commands. `members` are the present members of the neighbourhood.
    #[must_use]
    pub fn heads(&self, known: &Known, members: &[Employee]) -> Vec<SetUnit> {
        let present = known.employees.values().chain(members);
        let mut seats: Seats = present.map(|one| (one.id, Seat { unit: one.unit, superior: one.superior })).collect();
        seats.extend(&self.seats);
        let changes = heads::choose(&self.tree, &seats, &self.touched).into_iter();
        changes.filter_map(|(unit, head)| Some(SetUnit { head: Some(head), ..self.tree.get(unit)?.clone() })).collect()
    }

    /// Rows in which an admin would write in their own matter: their own place, or that somebody known is theirs to assess. The
    /// rule refuses it (`employee.set`); here it is known before anything is written.
    #[must_use]
    pub fn own_matter(&self, admin: EmployeeId, known: &Known) -> BTreeSet<usize> {
        let is_own = |step: &&Step| {
            let (Some(set), Some(before)) = (&step.set, known.employees.get(&step.employee)) else { return false };
            let rises = set.superior == Some(admin) && before.superior != Some(admin);
            rises || (step.employee == admin && differs(&Employee { name: set.name.clone(), ..before.clone() }, set))
        };
        self.steps().filter(is_own).map(|step| step.row).collect()
    }

    /// Everybody in the plan.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.levels.iter().flatten()
    }
}

/// The person as the file wants them, with what the file says nothing of as it was.
fn wanted(
    person: &StaffRow,
    id: EmployeeId,
    unit: UnitId,
    superior: Option<EmployeeId>,
    before: Option<&Employee>,
) -> SetEmployee {
    let text = |kept: bool, new: &String, old: fn(&Employee) -> &String| {
        before.filter(|_| kept).map_or_else(|| new.clone(), |before| old(before).clone())
    };
    SetEmployee {
        id,
        name: text(person.kept.name, &person.name, |before| &before.name),
        rank: text(person.kept.rank, &person.rank, |before| &before.rank),
        position: text(person.kept.position, &person.position, |before| &before.position),
        unit,
        superior: if let Some(before) = before.filter(|_| person.kept.superior) { before.superior } else { superior },
    }
}

fn differs(before: &Employee, set: &SetEmployee) -> bool {
    let Employee { id: _, name, rank, position, unit, superior, rev: _ } = before;
    (name, rank, position, unit, superior) != (&set.name, &set.rank, &set.position, &set.unit, &set.superior)
}

/// By the length of the line of superiors as it will be: whoever is written finds everybody above as the file wants them,
/// so that two people who change places never stand above each other in between.
fn levels(steps: Vec<Step>, seats: &Seats, known: &Known, who: impl Fn(&Nip) -> EmployeeId) -> Vec<Vec<Step>> {
    let superior = |person: EmployeeId| match seats.get(&person) {
        Some(seat) => seat.superior,
        None => known.employees.get(&person).and_then(|employee| employee.superior),
    };
    let mut depths: HashMap<EmployeeId, usize> = HashMap::new();
    let mut levels: Vec<Vec<Step>> = Vec::new();
    for step in steps {
        let mut line = vec![who(&step.nip)];
        while let Some(above) = superior(line[line.len() - 1])
            && !depths.contains_key(&above)
            && !line.contains(&above)
        {
            line.push(above);
        }
        let known_above = superior(line[line.len() - 1]).and_then(|above| depths.get(&above).copied());
        for (person, depth) in line.iter().rev().zip(known_above.map_or(0, |depth| depth + 1)..) {
            depths.entry(*person).or_insert(depth);
        }
        let depth = depths.get(&line[0]).copied().unwrap_or(0);
        if levels.len() <= depth {
            levels.resize_with(depth + 1, Vec::new);
        }
        levels[depth].push(step);
    }
    levels
}

#[cfg(test)]
mod tests;
