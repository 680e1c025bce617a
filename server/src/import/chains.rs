//! Lines of superiors as they will be after the import: people of the file where their rows are good, else as the office
//! has them. Finds circles, lines too long to follow, and people under somebody whose row is bad.

use std::collections::{BTreeSet, HashMap};

use shared::ids::EmployeeId;
use shared::nip::Nip;

use super::check::Draft;
use super::known::Known;
use super::problem::Fault;

/// Superiors above one person that the rule of `employee.set` follows.
pub(super) const ABOVE_MAX: usize = 31;

/// Somebody in a line of superiors.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    /// The row at this index of the file.
    File(usize),
    /// Known to the office, not in the file.
    Office(EmployeeId),
}

struct Lines<'a> {
    drafts: &'a [Draft],
    by_nip: &'a HashMap<Nip, usize>,
    known: &'a Known,
    bad: &'a BTreeSet<usize>,
    in_file: HashMap<EmployeeId, usize>,
}

/// Faults of the superiors of rows that are good so far, by index of the row.
pub(super) fn faults(
    drafts: &[Draft],
    by_nip: &HashMap<Nip, usize>,
    known: &Known,
    bad: &BTreeSet<usize>,
) -> Vec<(usize, Fault)> {
    let in_file = by_nip.iter().filter_map(|(nip, at)| Some((known.people.get(nip)?.employee, *at))).collect();
    let lines = Lines { drafts, by_nip, known, bad, in_file };
    let good = (0..drafts.len()).filter(|at| !bad.contains(&drafts[*at].row));
    good.filter_map(|at| Some((at, lines.fault(at)?))).collect()
}

impl Lines<'_> {
    fn fault(&self, at: usize) -> Option<Fault> {
        let above = self.above(Node::File(at))?;
        if let Node::File(superior) = above
            && self.bad.contains(&self.drafts[superior].row)
        {
            return Some(Fault::SuperiorRowBad { other: self.drafts[superior].row });
        }
        let mut line = vec![Node::File(at)];
        let mut next = Some(above);
        while let Some(node) = next {
            if node == line[0] {
                return Some(Fault::SuperiorCycle { chain: self.words(&line) });
            }
            // A circle further up is told to those in it; this person follows in the next round.
            if line.contains(&node) {
                return None;
            }
            if line.len() > ABOVE_MAX {
                return Some(Fault::SuperiorTooDeep);
            }
            line.push(node);
            next = self.above(node);
        }
        None
    }

    fn above(&self, node: Node) -> Option<Node> {
        match node {
            Node::File(at) if !self.bad.contains(&self.drafts[at].row) && !self.drafts[at].keeps_superior => {
                let superior = self.drafts[at].superior.as_ref()?;
                match self.by_nip.get(superior) {
                    Some(at) => Some(Node::File(*at)),
                    None => Some(Node::Office(self.known.people.get(superior)?.employee)),
                }
            }
            Node::File(at) => self.in_office(self.known.people.get(self.drafts[at].nip.as_ref()?)?.employee),
            Node::Office(employee) => self.in_office(employee),
        }
    }

    fn in_office(&self, employee: EmployeeId) -> Option<Node> {
        let superior = self.known.employees.get(&employee)?.superior?;
        Some(self.in_file.get(&superior).map_or(Node::Office(superior), |at| Node::File(*at)))
    }

    /// `Budi (4) → Siti (9) → Budi (4)`, with the rows of the file.
    fn words(&self, line: &[Node]) -> String {
        let name = |node: &Node| match node {
            Node::File(at) => format!("{} ({})", self.drafts[*at].name, self.drafts[*at].row),
            Node::Office(employee) => {
                self.known.employees.get(employee).map_or_else(|| "…".to_owned(), |employee| employee.name.clone())
            }
        };
        line.iter().chain(line.first()).map(name).collect::<Vec<_>>().join(" → ")
    }
}
