//! A fortnight of work in the demo agency: entries, what the superior said, what citizens said.

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use futures::{StreamExt, TryStreamExt};
use shared::actor::Actor;
use shared::calendar::Calendar;
use shared::command::Action;
use shared::complete::is_working;
use shared::entry::{ApproveEntry, Content, FlagEntry, RecordEntry, ReturnEntry, SeeEntry};
use shared::ids::{EmployeeId, EntryId, RemarkId, ResponseId};
use shared::quantity::Quantity;
use shared::remark::{RemarkKind, WriteRemark};
use shared::response::{LeaveResponse, Score};
use shared::zone::Zone;
use uuid::Uuid;

use super::more::more;
use super::people::{VOICES, WORDS, WORK};
use super::plan::{self, Above, Term};
use super::template;
use super::{Hand, Person, Town};
use crate::clock;
use crate::operator::Trouble;

/// Working days before today that have entries.
const DAYS: usize = 10;
/// People written at the same time.
const AT_ONCE: usize = 6;
/// Who has written nothing lately (place in the list of staff), and for how many days: today, and as many working days before it as the
/// board needs to tell it by name, on a Monday as on a Friday.
const SILENT: (usize, usize) = (17, 4);

/// Numbers that look random and are the same every time: a linear congruential step (Knuth's MMIX constants).
pub(super) struct Dice(u64);

impl Dice {
    /// The stream that this number begins.
    pub(super) const fn of(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }
}

/// Writes it all.
pub(super) async fn write(hand: &Hand<'_>, town: &Town) -> Result<(), Trouble> {
    let now = clock::now();
    let today = Zone::Wib.local_date(now);
    let days = working_days(today);
    let above = plan::write_above(hand, town, Term::of(&days)).await?;
    let people = town.staff.iter().enumerate();
    let people: Vec<_> = people.map(|(at, person)| write_person(hand, town, &above, at, person, &days, now)).collect();
    futures::stream::iter(people).buffer_unordered(AT_ONCE).try_collect::<Vec<()>>().await?;
    plan::write_expectation(hand, town, today).await?;
    let counters: Vec<_> =
        town.counters.iter().enumerate().map(|(at, counter)| write_counter(hand, at, *counter, &days, now)).collect();
    futures::stream::iter(counters).buffer_unordered(AT_ONCE).try_collect::<Vec<()>>().await?;
    Ok(())
}

/// The last working days, oldest first, and today whatever day it is, so that the first look finds a living board.
pub(super) fn working_days(today: NaiveDate) -> Vec<NaiveDate> {
    // In a year without a list of holidays only weekends are free.
    let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let works = |day: &NaiveDate| is_working(*day, Calendar::official()).unwrap_or(weekday(day));
    let mut days: Vec<NaiveDate> = today.iter_days().rev().skip(1).filter(works).take(DAYS).collect();
    days.reverse();
    days.push(today);
    days
}

/// A moment of that local day; never later than now.
pub(super) fn moment(day: NaiveDate, minute: u64, now: DateTime<Utc>) -> DateTime<Utc> {
    let midnight =
        day.and_time(chrono::NaiveTime::MIN).and_utc() - TimeDelta::hours(i64::from(Zone::Wib.offset_hours()));
    let wanted = midnight + TimeDelta::minutes(i64::try_from(minute).unwrap_or(0));
    if wanted <= now {
        wanted
    } else {
        midnight + (now - midnight) * i32::try_from(minute % 90 + 9).unwrap_or(50) / 100
    }
}

async fn write_person(
    hand: &Hand<'_>,
    town: &Town,
    above: &Above,
    at: usize,
    person: &Person,
    days: &[NaiveDate],
    now: DateTime<Utc>,
) -> Result<(), Trouble> {
    let mut dice = Dice(at as u64 * 7919 + 17);
    let plans = plan::write_own(hand, town, above, at, person, Term::of(days)).await?;
    let today = days.last().copied().unwrap_or_default();
    template::write(hand, person, &plans).await?;
    let own = Actor::Employee { employee: person.id };
    for (place, day) in days.iter().enumerate() {
        let silent = at == SILENT.0 && days.len() - place <= SILENT.1;
        let absent = dice.below(11) == 0 || (*day == today && at % 7 == 3) || silent;
        let entries = if absent { 0 } else { 1 + dice.below(2) };
        for part in 0..entries {
            let (plan, work) = plans[usize::try_from(part).unwrap_or(0) % plans.len()];
            let work = &WORK[work];
            let amount =
                (work.daily / 2 + i64::try_from(dice.below(work.daily.unsigned_abs() + 1)).unwrap_or(0)).max(1);
            let sentence = work.sentences[usize::try_from(dice.below(3)).unwrap_or(0)];
            // Now and then somebody writes it down days later; it is marked, and counts all the same.
            let late = if (at as u64 + dice.below(30)).is_multiple_of(29) && today - *day > TimeDelta::days(6) {
                4
            } else {
                0
            };
            let written = moment(*day + TimeDelta::days(late), 470 + part * 170 + dice.below(150), now);
            let entry = EntryId(Uuid::now_v7());
            let content = Content {
                plan: Some(plan),
                text: sentence.replace("{}", &amount.to_string()),
                quantity: Quantity::whole(amount),
                work_date: *day,
                photos: Vec::new(),
                more: Box::new(more(&mut dice)),
            };
            hand.give(own, Action::RecordEntry(RecordEntry { id: entry, content, draft: None }), Some(written)).await?;
            let superior = if person.id == town.head { town.leader } else { town.head };
            review(hand, superior, entry, today - *day, written, now, &mut dice).await?;
        }
    }
    Ok(())
}

/// The last day of the quarter.
pub(super) fn quarter_end(day: NaiveDate) -> NaiveDate {
    let next = quarter_start(day).checked_add_months(chrono::Months::new(3));
    next.and_then(|day| day.pred_opt()).unwrap_or(day)
}

/// The first day of the quarter.
pub(super) fn quarter_start(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).unwrap_or(day)
}

/// What the superior did: older entries are approved, some are returned or praised, the last ones wait.
async fn review(
    hand: &Hand<'_>,
    superior: EmployeeId,
    entry: EntryId,
    age: TimeDelta,
    written: DateTime<Utc>,
    now: DateTime<Utc>,
    dice: &mut Dice,
) -> Result<(), Trouble> {
    let head = Actor::Employee { employee: superior };
    let later = Some((written + TimeDelta::minutes(40 + i64::try_from(dice.below(300)).unwrap_or(0))).min(now));
    let luck = dice.below(20);
    if age >= TimeDelta::days(1) && luck == 0 {
        let remark = RemarkId(Uuid::now_v7());
        let reason = "Angkanya berbeda dengan buku register. Mohon disamakan, atau tulis sebabnya.".to_owned();
        return hand.give(head, Action::ReturnEntry(ReturnEntry { entry, base: 1, remark, reason }), later).await;
    }
    if luck == 1 {
        let words = WORDS[usize::try_from(dice.below(4)).unwrap_or(0)].to_owned();
        let kind = if dice.below(2) == 0 { RemarkKind::Thanks } else { RemarkKind::Note };
        let id = RemarkId(Uuid::now_v7());
        hand.give(head, Action::WriteRemark(WriteRemark::plain(id, entry, kind, words)), later).await?;
    }
    if luck == 3 {
        hand.give(head, Action::FlagEntry(FlagEntry { entry, on: true }), later).await?;
    }
    if age >= TimeDelta::days(2) && luck != 2 {
        return hand.give(head, Action::ApproveEntry(ApproveEntry { entry, base: 1 }), later).await;
    }
    if luck > 10 {
        return hand.give(head, Action::SeeEntry(SeeEntry { entry, base: 1 }), later).await;
    }
    Ok(())
}

async fn write_counter(
    hand: &Hand<'_>,
    at: usize,
    counter: shared::ids::CounterId,
    days: &[NaiveDate],
    now: DateTime<Utc>,
) -> Result<(), Trouble> {
    let mut dice = Dice(at as u64 * 104_729 + 5);
    for day in days.iter().rev().take(3).rev() {
        for answer in 0..(4 + dice.below(6)) {
            let (score, text) = VOICES[usize::try_from(dice.below(VOICES.len() as u64)).unwrap_or(0)];
            let Ok(score) = Score::try_from(score) else { continue };
            let id = ResponseId(Uuid::now_v7());
            let reference = id.0.simple().to_string().to_uppercase()[24..].to_owned();
            let leave = LeaveResponse { id, counter, score, text: text.to_owned(), reference };
            let minute = 480 + answer * 47 + dice.below(40);
            hand.give(Actor::Citizen, Action::LeaveResponse(leave), Some(moment(*day, minute, now))).await?;
        }
    }
    Ok(())
}
