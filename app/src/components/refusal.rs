//! A refusal beside what was refused: what is wrong, what to do. What was typed stays; the focus comes here.

use shared::words::Spoken;

use crate::components::browser::focus;
use crate::components::icon::icon;
use crate::view::prelude::*;
use crate::words::Words;

/// Shows the reason while there is one.
#[must_use]
pub fn refusal(w: &'static Words, lead: &'static str, reason: RwSignal<Option<Spoken>>) -> View {
    let node = NodeRef::new();
    Effect::new(move || {
        if reason.with(Option::is_some)
            && let Some(element) = node.get()
        {
            focus(&element);
        }
    });
    let shown = move || {
        reason.get().map(|reason| {
            let words = reason.in_language(w.language).to_owned();
            view! {
                <div class="refusal" role="alert" tabindex="-1" node_ref={node} data-code={reason.code}>
                    {icon("warn")}
                    <div class="refusal-body"><p><strong class="refusal-rule">{lead}</strong>{words}</p></div>
                </div>
            }
        })
    };
    shown.into_view()
}
