//! Who knocks: a city with two dinas, somebody in each role, and a second agency in a database of its own.

use std::fmt;

use chrono::TimeDelta;
use shared::actor::Actor;
use shared::admin::GiveAdmin;
use shared::command::Action;
use shared::employee::SetEmployee;
use shared::ids::{EmployeeId, UnitId};
use shared::unit::{ActingKind, SetActing, SetUnit};
use teladan_server::auth::{new_token, token_hash};
use teladan_server::clock;
use teladan_server::office::Office;

use super::table::Target;
use super::things::Place;
use crate::doors::{House, STAFF_NIP, account};
use crate::support::{Small, accepted, new_id, today};

const FAR_NIP: &str = "199105052019031003";

macro_rules! roles {
    ($($role:ident $word:literal),+ $(,)?) => {
        /// A kind of person at the door.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Role { $($role),+ }

        impl Role {
            pub const ALL: [Self; 17] = [$(Self::$role),+];

            fn word(self) -> &'static str {
                match self { $(Self::$role => $word),+ }
            }
        }
    };
}

roles! {
    Nobody "nobody", Citizen "citizen", Ended "ended", Staff "staff", Peer "peer", Head "head", Acting "acting", Above "above",
    Top "top", Beside "beside", Assessor "assessor", Admin "admin", AdminBeside "admin-beside", Foreign "foreign",
    Leader "leader", Tv "tv", TvBeside "tv-beside",
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Role {
    /// The roles of this name; none if there is no such name.
    pub fn named(word: &str) -> Option<Vec<Self>> {
        let some = |wanted: &dyn Fn(Self) -> bool| Some(Self::ALL.into_iter().filter(|role| wanted(*role)).collect());
        match word {
            "everyone" => some(&|_| true),
            "signed" => some(&|role| !role.is_outside() && !role.is_tv()),
            word => Self::ALL.into_iter().find(|role| role.word() == word).map(|role| vec![role]),
        }
    }

    /// Without a running session of this agency, and no television.
    pub fn is_outside(self) -> bool {
        matches!(self, Self::Nobody | Self::Citizen | Self::Ended | Self::Foreign)
    }

    fn is_tv(self) -> bool {
        matches!(self, Self::Tv | Self::TvBeside)
    }
}

/// Everybody, and the places where what they ask for lies.
pub struct Cast {
    pub house: House,
    people: Vec<(Role, EmployeeId)>,
    abroad: (Office, EmployeeId),
    places: Vec<(Target, Place)>,
}

fn unit(id: UnitId, name: &str, parent: Option<UnitId>, head: Option<EmployeeId>) -> Action {
    Action::SetUnit(SetUnit { id, name: name.into(), parent, head, zone: Default::default(), was: None })
}

fn person(id: EmployeeId, name: &str, unit: UnitId, superior: Option<EmployeeId>) -> Action {
    let (rank, position) = ("III/a".into(), "Analis".into());
    Action::SetEmployee(SetEmployee { id, name: name.into(), rank, position, unit, superior })
}

impl Cast {
    pub async fn new() -> Self {
        Self::over(Small::in_memory().await).await
    }

    /// In an office that is there already.
    pub async fn over(small: Small) -> Self {
        let house = House::over(small).await;
        let small = house.small.clone();
        let order = |action| accepted(&small.office, Actor::Operator, action);
        let [city, dinas, dinas_beside, unit_beside] = [(); 4].map(|()| UnitId(new_id()));
        let [top, above, beside, assessor, acting, peer, far, admin, admin_beside, leader] =
            [(); 10].map(|()| EmployeeId(new_id()));
        for (id, name, parent) in [
            (city, "Pemerintah Kota", None),
            (dinas, "Dinas Kependudukan", Some(city)),
            (dinas_beside, "Dinas Kesehatan", Some(city)),
            (unit_beside, "Bidang Gizi", Some(dinas_beside)),
        ] {
            order(unit(id, name, parent, None)).await;
        }
        for (id, name, of, superior) in [
            (top, "Andi Baso", city, None),
            (above, "Nurhayati Siregar", dinas, Some(top)),
            (beside, "Maria Kaize", unit_beside, Some(top)),
            (acting, "Slamet Riyadi", dinas, Some(above)),
            (peer, "Dewi Lestari", small.unit, Some(small.head)),
            (assessor, "Ferdinand Ohee", unit_beside, Some(beside)),
            (far, "Obed Wanggai", unit_beside, Some(assessor)),
            (admin, "Sri Rahayu", dinas, Some(above)),
            (admin_beside, "Yohana Mote", dinas_beside, None),
            (leader, "Rosa Rumbiak", dinas_beside, Some(top)),
        ] {
            order(person(id, name, of, superior)).await;
        }
        order(unit(city, "Pemerintah Kota", None, Some(top))).await;
        order(unit(dinas, "Dinas Kependudukan", Some(city), Some(above))).await;
        order(unit(unit_beside, "Bidang Gizi", Some(dinas_beside), Some(beside))).await;
        order(unit(small.unit, "Bidang Pendaftaran", Some(dinas), Some(small.head))).await;
        order(Action::GiveAdmin(GiveAdmin { person: admin, unit: dinas })).await;
        order(Action::GiveAdmin(GiveAdmin { person: admin_beside, unit: dinas_beside })).await;
        let (from, until) = (today(), today() + chrono::Days::new(7));
        let stand_in = SetActing { unit: small.unit, person: acting, kind: ActingKind::Plh, from, until };
        order(Action::SetActing(stand_in)).await;
        account(&small, FAR_NIP, far).await;

        let abroad = Small::in_memory().await;
        let right = GiveAdmin { person: abroad.head, unit: abroad.unit };
        accepted(&abroad.office, Actor::Operator, Action::GiveAdmin(right)).await;
        let own = Place::new(small.office.clone(), small.unit, [small.staff, admin, leader], STAFF_NIP).await;
        let other = Place::new(small.office.clone(), unit_beside, [far, admin_beside, peer], FAR_NIP).await;
        let foreign =
            Place::new(abroad.office.clone(), abroad.unit, [abroad.staff, abroad.head, abroad.head], FAR_NIP).await;
        let people = vec![
            (Role::Ended, small.staff),
            (Role::Staff, small.staff),
            (Role::Peer, peer),
            (Role::Head, small.head),
            (Role::Acting, acting),
            (Role::Above, above),
            (Role::Top, top),
            (Role::Beside, beside),
            (Role::Assessor, assessor),
            (Role::Admin, admin),
            (Role::AdminBeside, admin_beside),
            (Role::Leader, leader),
        ];
        let places = vec![(Target::Own, own), (Target::Other, other), (Target::Foreign, foreign)];
        Self { house, people, abroad: (abroad.office, abroad.head), places }
    }

    /// Where this lies; for what is about nothing in particular it is the same as anywhere.
    pub fn place(&self, target: Target) -> &Place {
        self.places.iter().find(|(of, _)| *of == target).map_or(&self.places[0].1, |(_, place)| place)
    }

    /// Nowhere.
    pub fn nothing(&self) -> Place {
        Place::nowhere(&self.places[0].1)
    }

    /// What this one brings along; fresh, because some doors end it.
    pub async fn cookie(&self, role: Role) -> Option<String> {
        let office = &self.house.small.office;
        match role {
            Role::Nobody => None,
            Role::Citizen => Some("__Host-teladan=7KQM4X2T".to_owned()),
            Role::Foreign => Some(session(&self.abroad.0, self.abroad.1, 1).await),
            Role::Tv => Some(format!("__Host-teladan-tv={}", self.place(Target::Own).television().await.1)),
            Role::TvBeside => Some(format!("__Host-teladan-tv={}", self.place(Target::Other).television().await.1)),
            Role::Ended => Some(session(office, self.who(role), -1).await),
            Role::Staff | Role::Peer | Role::Head | Role::Acting | Role::Above | Role::Top | Role::Beside => {
                Some(session(office, self.who(role), 1).await)
            }
            Role::Assessor | Role::Admin | Role::AdminBeside | Role::Leader => {
                Some(session(office, self.who(role), 1).await)
            }
        }
    }

    /// The person in this role.
    pub fn who(&self, role: Role) -> EmployeeId {
        if role == Role::Foreign {
            return self.abroad.1;
        }
        self.people.iter().find(|(of, _)| *of == role).unwrap().1
    }
}

/// The cookie of a session that ends in so many hours.
async fn session(office: &Office, who: EmployeeId, hours: i64) -> String {
    let token = new_token().unwrap();
    let until = clock::now() + TimeDelta::hours(hours);
    office.db.open_session(&token_hash(&token), who, until).await.unwrap();
    format!("__Host-teladan={token}")
}
