//! The table as it is read: a mistake in it is told with its line.

use std::fmt;

use super::cast::Role;

const TABLE: &str = include_str!("table.txt");

/// Where that lies which is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    Own,
    Other,
    Foreign,
    /// Nothing in particular.
    All,
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Own => "own",
            Self::Other => "other",
            Self::Foreign => "foreign",
            Self::All => "all",
        })
    }
}

/// What these roles get.
type Rule = (Vec<Role>, u16);

/// What is expected of one operation.
#[derive(Clone, Debug)]
pub struct Line {
    pub method: String,
    /// The address with names in braces, and what follows a question mark.
    pub path: String,
    /// What is sent along.
    pub body: String,
    rules: Vec<(Target, Vec<Rule>)>,
    place: usize,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "table.txt:{} {} {}", self.place, self.method, self.path)
    }
}

impl Line {
    /// Method and address with bare places, as [`bare`] writes them.
    pub fn operation(&self) -> (String, String) {
        (self.method.clone(), bare(self.path.split('?').next().unwrap()))
    }

    pub fn targets(&self) -> impl Iterator<Item = Target> {
        self.rules.iter().map(|(target, _)| *target)
    }

    /// The status for this role: of the first rule that names it, or of the rest.
    pub fn expected(&self, target: Target, role: Role) -> u16 {
        let rules = self.rules.iter().find(|(of, _)| *of == target).map(|(_, rules)| rules.as_slice());
        let named = rules.unwrap_or_default().iter().find(|(roles, _)| roles.contains(&role));
        named.map_or(if role.is_outside() { 401 } else { 404 }, |(_, status)| *status)
    }

    fn read(place: usize, line: &str) -> Self {
        let odd = |what: &str| -> ! { panic!("server/tests/it/roles/table.txt:{place}: {what}: {line}") };
        let mut parts = line.split(" | ").map(str::trim);
        let (method, path) =
            parts.next().and_then(|first| first.split_once(' ')).unwrap_or_else(|| odd("no method and address"));
        let (mut rules, mut body) = (Vec::new(), String::new());
        for part in parts {
            if let Some(what) = part.strip_prefix("body ") {
                what.clone_into(&mut body);
                continue;
            }
            let (target, said) = part.split_once(':').unwrap_or_else(|| odd("no target"));
            let target = match target {
                "own" => Target::Own,
                "other" => Target::Other,
                "foreign" => Target::Foreign,
                "all" => Target::All,
                _ => odd("not a target"),
            };
            let said = said.split(';').map(str::trim).filter(|rule| *rule != "-");
            let rule = |rule: &str| {
                let (roles, status) = rule.split_once('=').unwrap_or_else(|| odd("a rule without a status"));
                let roles =
                    roles.split_whitespace().flat_map(|word| Role::named(word).unwrap_or_else(|| odd("not a role")));
                (roles.collect(), status.trim().parse().unwrap_or_else(|_| odd("not a status")))
            };
            rules.push((target, said.map(rule).collect()));
        }
        let targets: Vec<Target> = rules.iter().map(|(target, _)| *target).collect();
        if targets != [Target::All] && targets != [Target::Own, Target::Other, Target::Foreign] {
            odd("own, other and foreign in this order, or all alone");
        }
        Self { method: method.trim().to_owned(), path: path.trim().to_owned(), body, rules, place }
    }
}

/// All lines of the table.
pub fn lines() -> Vec<Line> {
    let lines = (1..).zip(TABLE.lines().map(str::trim)).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(place, line)| Line::read(place, line)).collect()
}

/// An address whose places have lost their names, because the document and the table may call them differently.
pub fn bare(path: &str) -> String {
    let mut parts = path.split('{');
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        bare.push_str("{}");
        bare.push_str(part.split_once('}').map_or(part, |(_, rest)| rest));
    }
    bare
}
