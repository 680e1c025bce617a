//! Templates of the demo agency: two for each person who can sign in, one with a plan and one without.

use shared::actor::Actor;
use shared::command::Action;
use shared::entry::{Content, More};
use shared::ids::{PlanId, TemplateId};
use shared::quantity::Quantity;
use shared::template::{KeepTemplate, Template};
use shared::zone::Zone;
use uuid::Uuid;

use super::people::WORK;
use super::{Hand, Person};
use crate::clock;
use crate::operator::Trouble;

/// Words of a plan's result that name its template.
const WORDS: usize = 3;

/// Writes them, by the person's own hand; for those who can sign in to the demo.
pub(super) async fn write(hand: &Hand<'_>, person: &Person, plans: &[(PlanId, usize)]) -> Result<(), Trouble> {
    if person.place.nip.is_none() {
        return Ok(());
    }
    let own = Actor::Employee { employee: person.id };
    let new = || TemplateId(Uuid::now_v7());
    let mut all = Vec::new();
    if let Some((plan, work)) = plans.first() {
        let work = &WORK[*work];
        let name = work.result.split(' ').take(WORDS).collect::<Vec<_>>().join(" ");
        let text = work.sentences[2].replace("{}", &work.daily.to_string());
        let (plan, quantity) = (Some(*plan), Quantity::whole(work.daily));
        let links = vec!["https://drive.muarakencana.go.id/loket/rekap-harian".to_owned()];
        all.push(Template { id: new(), name, content: said(text, plan, quantity, links) });
    }
    let text = "Apel pagi dan pembagian tugas loket bersama tim.".to_owned();
    let content = said(text, None, Quantity::ZERO, Vec::new());
    all.push(Template { id: new(), name: "Apel pagi".to_owned(), content });
    for template in all {
        hand.give(own, Action::KeepTemplate(Box::new(KeepTemplate(template))), None).await?;
    }
    Ok(())
}

fn said(text: String, plan: Option<PlanId>, quantity: Quantity, links: Vec<String>) -> Content {
    let work_date = Zone::Wib.local_date(clock::now());
    let more = Box::new(More { links, ..More::default() });
    Content { plan, text, quantity, work_date, photos: Vec::new(), more }
}
