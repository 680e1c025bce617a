//! The citizen's pages as HTML. Values in, markup out: nothing here knows requests, the database or the clock.

use maud::{DOCTYPE, Markup, html};
use shared::counter::Counter;
use shared::response::{Score, TEXT_CHARACTERS_MAX};
use shared::words::Language;

use super::face::{face, flower};
use super::field::Typed;
use super::reference::grouped;
use super::words::{self, Words};

/// What every page needs to know.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    /// The language of the page.
    pub(super) language: Language,
    /// The code in the address, if it can be one.
    pub(super) code: Option<&'a str>,
    /// The counter, when it is known.
    pub(super) counter: Option<&'a Counter>,
    /// Address of the stylesheet.
    pub(super) style: Option<&'a str>,
    /// Address of the sign in the browser's tab.
    pub(super) sign: Option<&'a str>,
}

/// Why a form has come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// No face was chosen.
    NoFace,
    /// The words are too long.
    TooLong,
    /// Too many answers at this counter at once.
    Busy,
    /// It could not be kept.
    Away,
}

impl Trouble {
    const fn words(self) -> Words {
        match self {
            Self::NoFace => words::CHOOSE,
            Self::TooLong => words::TOO_LONG,
            Self::Busy => words::BUSY,
            Self::Away => words::AWAY_KEPT,
        }
    }
}

/// The question, with what was typed so far.
pub(super) fn form(frame: Frame<'_>, typed: &Typed, trouble: Option<Trouble>) -> Markup {
    let say = |words: Words| words.say(frame.language);
    let at = |here: Trouble| trouble.filter(|trouble| *trouble == here);
    let said_by = |here: Trouble| at(here).map(|_| "kendala");
    let question = say(words::QUESTION);
    let title = if trouble.is_some() { format!("{}. {question}", say(words::NOT_SENT)) } else { question.to_owned() };
    // Another language would start the page anew, and what was typed would be gone.
    let other = trouble.is_none().then(|| here(frame, "", ""));
    let sentence = |trouble: Trouble| html! { p.oops #kendala role="alert" { (say(trouble.words())) } };
    let body = html! {
        @if let Some(trouble) = at(Trouble::Busy).or(at(Trouble::Away)) { (sentence(trouble)) }
        form method="post" action=(here(frame, "", words::code(frame.language))) autocomplete="off" {
            input type="hidden" name="jawaban" value=(typed.id);
            fieldset.faces aria-describedby=[said_by(Trouble::NoFace)] {
                legend { h1 { (question) } }
                @if let Some(trouble) = at(Trouble::NoFace) { (sentence(trouble)) }
                @for score in Score::BEST_FIRST {
                    label {
                        (face(score)) span { (in_words(score, frame.language)) }
                        input type="radio" name="nilai" value=(score.get()) required checked[typed.score == Some(score)]
                            autofocus[trouble == Some(Trouble::NoFace) && score == Score::BEST_FIRST[0]];
                    }
                }
            }
            @if let Some(trouble) = at(Trouble::TooLong) { (sentence(trouble)) }
            label.story {
                span { (say(words::STORY)) " " small { "(" (say(words::STORY_FREE)) ")" } }
                textarea name="cerita" rows="3" maxlength=(TEXT_CHARACTERS_MAX)
                    aria-invalid=[at(Trouble::TooLong).map(|_| "true")] aria-describedby=[said_by(Trouble::TooLong)]
                    { (typed.text) }
            }
            button.send type="submit" { (say(words::SEND)) }
        }
        p.promise { (say(words::PROMISE)) }
    };
    page(frame, &title, other, &body)
}

/// Thanks, with the code of the answer.
pub(super) fn thanks(frame: Frame<'_>, score: Score, reference: &str) -> Markup {
    let say = |words: Words| words.say(frame.language);
    let body = html! {
        div.thanks {
            (flower())
            h1 { (say(words::THANKS)) }
            p { (say(words::RECEIVED)) strong { (in_words(score, frame.language)) } ". " (say(words::WHAT_NOW)) }
        }
        div.reference {
            h2 { (say(words::CODE)) }
            p.code { (grouped(reference)) }
            p { (say(words::CODE_WHY)) }
        }
        ul.ways {
            li {
                a href=(here(frame, "", words::code(frame.language))) {
                    strong { (say(words::NEXT)) } (say(words::NEXT_WHY))
                }
            }
        }
        p.promise { (say(words::PROMISE)) }
    };
    let query = format!("/terima-kasih?kode={reference}");
    page(frame, say(words::THANKS), Some(here(frame, &query, "")), &body)
}

/// A page that can only say something. `way` is the word on the link to the counter's own page.
pub(super) fn notice(frame: Frame<'_>, what: Words, why: Words, way: Option<Words>) -> Markup {
    let say = |words: Words| words.say(frame.language);
    let body = html! {
        div.intro { h1 { (say(what)) } p.lead { (say(why)) } }
        @if let Some(way) = way.filter(|_| frame.code.is_some()) {
            ul.ways { li { a href=(here(frame, "", words::code(frame.language))) { strong { (say(way)) } } } }
        }
    };
    page(frame, say(what), frame.code.map(|_| here(frame, "", "")), &body)
}

/// The frame around every page: cloth, which counter, the other language.
fn page(frame: Frame<'_>, title: &str, other: Option<String>, body: &Markup) -> Markup {
    let say = |words: Words| words.say(frame.language);
    let (other_code, other_name) = match frame.language {
        Language::Id => ("en", "English"),
        Language::En => ("id", "Bahasa Indonesia"),
    };
    html! {
        (DOCTYPE)
        html lang=(words::code(frame.language)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (frame.counter.map_or(say(words::HOUSE), |counter| &counter.name)) }
                @if let Some(sign) = frame.sign { link rel="icon" href=(sign) type="image/svg+xml"; }
                @if let Some(style) = frame.style { link rel="stylesheet" href=(style); }
            }
            body.citizen {
                div.cloth aria-hidden="true" {}
                header.counter {
                    @match frame.counter {
                        Some(counter) => p {
                            strong { (counter.name) " · " (counter.service_name) } (counter.unit_name)
                        },
                        None => p { strong { (say(words::HOUSE)) } (frame.code.unwrap_or_default()) },
                    }
                    @if let Some(other) = other {
                        a href=(with(&other, other_code)) lang=(other_code) hreflang=(other_code) { (other_name) }
                    }
                }
                main { (body) }
            }
        }
    }
}

/// An address of this counter, in a language if one is given.
fn here(frame: Frame<'_>, rest: &str, language: &str) -> String {
    with(&format!("/f/{}{rest}", frame.code.unwrap_or_default()), language)
}

/// Indonesian is what an address means without saying so.
fn with(address: &str, language: &str) -> String {
    let mark = if address.contains('?') { '&' } else { '?' };
    if language == "en" { format!("{address}{mark}bahasa=en") } else { address.to_owned() }
}

const fn in_words(score: Score, language: Language) -> &'static str {
    let (id, en) = score.words();
    match language {
        Language::Id => id,
        Language::En => en,
    }
}
