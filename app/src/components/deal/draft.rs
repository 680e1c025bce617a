//! The form as a list of texts, kept on the device while it is half-written.

use super::DealForm;
use super::indicator::Says;
use crate::browser::spawn;
use crate::components::here::Here;
use crate::components::remember::keep;
use crate::view::prelude::*;

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
        let (wanted, around) = (name.clone(), extra.clone());
        spawn(async move {
            let texts = here.desk.load_form(&wanted).await;
            if ready.try_get_untracked().is_none() {
                return;
            }
            if let Some((before, form)) = texts.split_at_checked(around.len()) {
                around.iter().zip(before).for_each(|(signal, text)| signal.set(text.clone()));
                self.read_texts(form);
            }
            ready.set(true);
        });
        keep(here, name, move || {
            let mut texts: Vec<String> = extra.iter().map(|signal| signal.get()).collect();
            texts.extend(self.texts());
            ready.get().then_some(texts)
        });
        ready
    }
}
