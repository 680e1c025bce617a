//! The office: what every door of one agency's server shares.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use crate::assets::Assets;
use crate::auth::PasswordPool;
use crate::bell::Bell;
use crate::brake::Brake;
use crate::contact::Contacts;
use crate::db::Db;
use crate::lanes::Lanes;
use crate::push::Push;
use crate::rollup::Found;

/// Wrong codes of televisions before a pause, for all who try together: nobody has a name there. Of eight letters and digits there
/// are a million million, so in ten minutes nobody finds one; and a hall of televisions may be paired at once.
const TV_TRIES_MAX: u32 = 40;

/// Shared by all doors. Cheap to clone; holds nothing that another node would need.
#[derive(Clone, Debug)]
pub struct Office {
    /// The agency's database.
    pub db: Db,
    /// Tells open boards and phones that a scope has moved.
    pub bell: Bell,
    /// Lets writers of one scope take turns.
    pub lanes: Arc<Lanes>,
    /// Computes password hashes, a few at a time.
    pub passwords: Arc<PasswordPool>,
    /// Slows down the guessing of passwords.
    pub brake: Arc<Brake>,
    /// Slows down the guessing of codes for televisions.
    pub tv_brake: Arc<Brake>,
    /// Remembers what browsers said last.
    pub contacts: Arc<Contacts>,
    /// Tells devices something while the app is closed; none where the operator does not want it.
    pub push: Option<Arc<Push>>,
    /// What the checks of the sums have found.
    pub rollups: Arc<Found>,
    /// The app's files.
    pub assets: Arc<Assets>,
    /// The address by which the world knows this office, if it was told.
    pub address: Option<Arc<str>>,
    /// Cancelled when the server is going down, so that live lines end.
    pub closing: CancellationToken,
}

impl Office {
    /// An office over this database.
    #[must_use]
    pub fn new(db: Db, assets: Assets) -> Self {
        Self {
            db,
            bell: Bell::new(),
            lanes: Arc::default(),
            passwords: Arc::default(),
            brake: Arc::default(),
            tv_brake: Arc::new(Brake::after(TV_TRIES_MAX)),
            contacts: Arc::default(),
            push: None,
            rollups: Arc::default(),
            assets: Arc::new(assets),
            address: None,
            closing: CancellationToken::new(),
        }
    }

    /// The same, known to the world by this address.
    #[must_use]
    pub fn known_as(self, address: Option<&str>) -> Self {
        Self { address: address.map(Arc::from), ..self }
    }

    /// The same, able to push.
    #[must_use]
    pub fn pushing(self, push: Arc<Push>) -> Self {
        Self { push: Some(push), ..self }
    }
}
