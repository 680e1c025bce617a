//! The form as a list of texts, kept on the device while it is half-written.

use std::time::Duration;

use super::DealForm;
use super::indicator::Says;
use crate::browser::spawn;
use crate::components::here::Here;
use crate::view::prelude::*;

/// Typing pauses this long before the form is kept.
const PAUSE: Duration = Duration::from_millis(300);

impl DealForm {
    /// All texts, in an order that [`DealForm::read`] knows.
    fn texts(self) -> Vec<String> {
        let mut texts = vec![self.result.get()];
        texts.extend(self.first.texts());
        self.more.with(|more| more.iter().for_each(|one| texts.extend(one.texts())));
        texts
    }

    fn read_texts(self, texts: &[String]) {
        let Some((result, rest)) = texts.split_first() else { return };
        let mut indicators = rest.chunks(Says::TEXTS).enumerate().map(|(at, texts)| {
            let says = Says::new(at);
            says.take(texts);
            says
        });
        let Some(first) = indicators.next() else { return };
        self.result.set(result.clone());
        self.first.take(&first.texts());
        self.more.set(indicators.collect());
    }

    /// Brings back what was typed before under this name, and keeps what is typed from now on. `extra` are texts of the page
    /// around the form. The answer says when the form may be shown.
    #[must_use]
    pub fn remember(self, here: Here, name: String, extra: Vec<RwSignal<String>>) -> RwSignal<bool> {
        let ready = RwSignal::new(false);
        let key = StoredValue::new(name.clone());
        let around = extra.clone();
        spawn(async move {
            let texts = here.desk.load_form(&name).await;
            if ready.try_get_untracked().is_none() {
                return;
            }
            if let Some((before, form)) = texts.split_at_checked(around.len()) {
                around.iter().zip(before).for_each(|(signal, text)| signal.set(text.clone()));
                self.read_texts(form);
            }
            ready.set(true);
        });
        Effect::new(move |before: Option<Option<Vec<String>>>| {
            if !ready.get() {
                return None;
            }
            let mut texts: Vec<String> = extra.iter().map(|signal| signal.get()).collect();
            texts.extend(self.texts());
            // The first look is what it starts with, and no change.
            if before.flatten().is_some_and(|before| before != texts) {
                let kept = texts.clone();
                set_timeout(
                    move || {
                        let Some(name) = key.try_get_value() else { return };
                        // What was sent meanwhile is not kept again.
                        if ready.try_get_untracked() == Some(true) {
                            spawn(async move { here.desk.keep_form(&name, kept).await });
                        }
                    },
                    PAUSE,
                );
            }
            Some(texts)
        });
        ready
    }
}
