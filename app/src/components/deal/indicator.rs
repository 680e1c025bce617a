//! What is typed about one indicator.

use crate::view::prelude::*;

/// The fields of one indicator, as texts.
#[derive(Clone, Copy)]
pub(super) struct Says {
    /// Its place in the ids of its fields; 0 is the counted one.
    pub(super) key: usize,
    pub(super) name: RwSignal<String>,
    pub(super) measure: RwSignal<String>,
    pub(super) target: RwSignal<String>,
    pub(super) source: RwSignal<String>,
    pub(super) formula: RwSignal<String>,
    pub(super) aspect: RwSignal<String>,
    pub(super) group: RwSignal<String>,
    pub(super) perspective: RwSignal<String>,
    pub(super) level: RwSignal<String>,
}

impl Says {
    pub(super) const TEXTS: usize = 9;

    pub(super) fn new(key: usize) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            key,
            name: text(),
            measure: text(),
            target: text(),
            source: text(),
            formula: text(),
            aspect: text(),
            group: RwSignal::new("service".to_owned()),
            perspective: text(),
            level: RwSignal::new("output".to_owned()),
        }
    }

    const fn all(self) -> [RwSignal<String>; Self::TEXTS] {
        let Self { name, measure, target, source, formula, aspect, group, perspective, level, key: _ } = self;
        [name, measure, target, source, formula, aspect, group, perspective, level]
    }

    pub(super) fn texts(self) -> Vec<String> {
        self.all().iter().map(|text| text.get()).collect()
    }

    pub(super) fn take(self, texts: &[String]) {
        self.all().iter().zip(texts).for_each(|(signal, text)| signal.set(text.clone()));
    }

    /// Was nothing typed?
    pub(super) fn is_blank(self) -> bool {
        let typed = [self.name, self.measure, self.target, self.source, self.formula];
        typed.iter().all(|text| text.with_untracked(|text| text.trim().is_empty()))
    }
}
