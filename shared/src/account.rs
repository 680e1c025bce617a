//! Slice *account*: the right to sign in. Passwords are not here: they never enter the log.

use serde::{Deserialize, Serialize};

use crate::admin;
use crate::change::Change;
use crate::ids::{AccountId, EmployeeId};
use crate::nip::Nip;
use crate::refusal::Refusal;
use crate::row::{Claim, ClaimKind, Key, Row, Rows};
use crate::rule::{Ctx, within_only};
use crate::scope::Scope;

/// The right of one employee to sign in with their NIP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// What the person types. Known to the server and to the person alone.
    pub nip: Nip,
    /// Whose it is.
    pub employee: EmployeeId,
    /// Counts every change of the row.
    #[serde(default)]
    pub rev: u32,
}

/// Command `account.open`: let an employee sign in with this NIP.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OpenAccount {
    /// New id.
    pub id: AccountId,
    /// What the person will type.
    pub nip: Nip,
    /// Whose it is.
    pub employee: EmployeeId,
}

impl OpenAccount {
    fn claim(&self) -> Key {
        Key::claim(ClaimKind::Nip, self.nip.digits())
    }

    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id), Key::from(self.employee), self.claim()];
        keys.extend(admin::keys(rows.employee(self.employee).map(|employee| employee.unit), rows, ctx));
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        admin::must(rows.employee(self.employee).map(|employee| employee.unit), rows, ctx)?;
        rows.employee(self.employee).ok_or(Refusal::NotFound)?;
        if rows.has(&self.claim()) {
            return Err(Refusal::NipTaken);
        }
        if rows.account(self.id).is_some() {
            return Err(Refusal::AlreadyThere);
        }
        let account = Account { id: self.id, nip: self.nip.clone(), employee: self.employee, rev: 1 };
        let claim = Claim::new(ClaimKind::Nip, self.nip.digits(), self.id.to_string());
        Ok(vec![Change::put(Row::Account(account), [Scope::Office]), Change::put(Row::Claim(claim), [])])
    }
}

/// Command `account.close`: the right to sign in was a mistake, and nobody has used it. Only what undoes an import may ask
/// for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CloseAccount {
    /// Which account.
    pub id: AccountId,
}

impl CloseAccount {
    pub(crate) fn needs(&self, rows: &Rows, ctx: &Ctx) -> Vec<Key> {
        let mut keys = vec![Key::from(self.id)];
        if let Some(account) = rows.account(self.id) {
            keys.extend([Key::claim(ClaimKind::Nip, account.nip.digits()), Key::from(account.employee)]);
            keys.extend(admin::keys(rows.employee(account.employee).map(|employee| employee.unit), rows, ctx));
        }
        keys
    }

    pub(crate) fn decide(&self, rows: &Rows, ctx: &Ctx) -> Result<Vec<Change>, Refusal> {
        within_only(ctx)?;
        let account = rows.account(self.id).ok_or(Refusal::NotFound)?;
        admin::must(rows.employee(account.employee).map(|employee| employee.unit), rows, ctx)?;
        let claim = Key::claim(ClaimKind::Nip, account.nip.digits());
        Ok(vec![Change::gone(Key::from(self.id), [Scope::Office]), Change::gone(claim, [])])
    }
}
