//! A citizen at a counter: scans, chooses a face, writes a little, is thanked. And everything that can go wrong on the way.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use shared::actor::Actor;
use shared::command::Action;
use shared::counter::{Counter, OpenCounter};
use shared::ids::{CounterId, ResponseId, ServiceId};
use shared::response::Response as Answer;
use shared::row::{ClaimKind, Key, Row};
use shared::service::SetService;
use teladan_server::citizen;
use tower::ServiceExt;
use uuid::Uuid;

use crate::support::{Small, accepted, new_id};

const STORY: &str = "Petugas ramah, <b>tetapi</b> antrean lama & panas.\nSemoga lekas membaik.";
const STORY_ON_PAGE: &str =
    "Petugas ramah, &lt;b&gt;tetapi&lt;/b&gt; antrean lama &amp; panas.\nSemoga lekas membaik.</textarea>";

/// An office with two counters and somebody in front of them.
struct Hall {
    small: Small,
    door: Router,
    counter: CounterId,
}

struct Seen {
    status: StatusCode,
    headers: HeaderMap,
    page: String,
}

impl Hall {
    async fn open() -> Self {
        let small = Small::in_memory().await;
        let (service, counter) = (ServiceId(new_id()), CounterId(new_id()));
        let serve = SetService { id: service, name: "Akta kelahiran".into(), unit: small.unit };
        accepted(&small.office, Actor::Operator, Action::SetService(serve)).await;
        for (id, code, name) in [(counter, "DUK-3", "Loket 3"), (CounterId(new_id()), "DUK-4", "Loket 4")] {
            let open = OpenCounter { id, code: code.into(), name: name.into(), service };
            accepted(&small.office, Actor::Operator, Action::OpenCounter(open)).await;
        }
        let door = citizen::door().with_state(small.office.clone());
        Self { small, door, counter }
    }

    async fn ask(&self, request: Request<Body>) -> Seen {
        let (parts, body) = self.door.clone().oneshot(request).await.unwrap().into_parts();
        let page = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        assert!(!parts.headers.contains_key(header::SET_COOKIE));
        assert_eq!(parts.headers[header::CACHE_CONTROL], "no-store");
        assert!(!page.contains("<script") && !page.contains("style=\""), "{page}");
        Seen { status: parts.status, headers: parts.headers, page }
    }

    async fn opens(&self, address: &str) -> Seen {
        self.ask(Request::get(address).body(Body::empty()).unwrap()).await
    }

    async fn sends(&self, address: &str, fields: &[(&str, &str)]) -> Seen {
        self.posts(address, "application/x-www-form-urlencoded", encoded(fields)).await
    }

    async fn posts(&self, address: &str, kind: &str, body: String) -> Seen {
        self.ask(Request::post(address).header(header::CONTENT_TYPE, kind).body(Body::from(body)).unwrap()).await
    }

    /// Opens the page, fills it in, sends it and follows to the thanks.
    async fn leaves(&self, address: &str, score: &str, story: &str) -> (String, Seen) {
        let id = self.opens(address).await.id();
        let sent = self.sends(address, &[("jawaban", &id), ("nilai", score), ("cerita", story)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
        let to = sent.headers[header::LOCATION].to_str().unwrap().to_owned();
        (id, self.opens(&to).await)
    }

    async fn counter(&self) -> Counter {
        match self.small.office.db.row(Key::from(self.counter)).await.unwrap() {
            Some(Row::Counter(counter)) => counter,
            other => panic!("{other:?}"),
        }
    }

    async fn kept(&self, id: &str) -> Option<Answer> {
        match self.small.office.db.row(Key::from(id.parse::<ResponseId>().unwrap())).await.unwrap() {
            Some(Row::Response(answer)) => Some(answer),
            _ => None,
        }
    }
}

impl Seen {
    fn shows(&self, wanted: &str) {
        assert!(self.page.contains(wanted), "{wanted} in {}", self.page);
    }

    /// The hidden identity of the answer.
    fn id(&self) -> String {
        let (_, rest) = self.page.split_once("name=\"jawaban\" value=\"").unwrap();
        rest[..36].to_owned()
    }

    /// The form came back with the sentence and with what was typed.
    fn returned(&self, status: StatusCode, sentence: &str) {
        assert_eq!(self.status, status, "{}", self.page);
        self.shows(sentence);
        self.shows(STORY_ON_PAGE);
        self.shows("Belum terkirim");
    }
}

fn encoded(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    fields.iter().map(|(name, value)| format!("{name}={}", one(value))).collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn a_page_asks_one_question() {
    let hall = Hall::open().await;
    let seen = hall.opens("/f/DUK-3").await;
    assert_eq!(seen.status, StatusCode::OK);
    for wanted in [
        "<html lang=\"id\">",
        "noindex",
        "Loket 3 · Akta kelahiran",
        "Bidang Pendaftaran",
        "Bagaimana pelayanan kami hari ini?",
        "href=\"/f/DUK-3?bahasa=en\"",
        "Ceritakan sedikit",
        "boleh kosong",
        "maxlength=\"500\"",
        ">Kirim</button>",
        "Tanpa nama dan tanpa akun. Nomor HP dan lokasi Anda tidak disimpan.",
    ] {
        seen.shows(wanted);
    }
    assert_eq!(seen.page.matches("type=\"radio\" name=\"nilai\"").count(), 4);
    assert_eq!(seen.page.matches("<label>").count(), 4);
    assert_eq!(Uuid::parse_str(&seen.id()).unwrap().get_version_num(), 7);
    assert_ne!(seen.id(), hall.opens("/f/duk-3").await.id());
}

#[tokio::test]
async fn an_answer_is_kept_counted_and_thanked_for() {
    let hall = Hall::open().await;
    let (id, thanks) = hall.leaves("/f/DUK-3", "4", STORY).await;
    let answer = hall.kept(&id).await.unwrap();
    assert_eq!((answer.score.get(), answer.text.as_str(), answer.counter), (4, STORY, hall.counter));
    assert_eq!(hall.counter().await.all.answers, [0, 0, 0, 1]);
    assert_eq!(answer.reference.len(), 8);
    assert!(!answer.reference.contains(['0', 'O', '1', 'I', 'L']));
    assert_eq!(thanks.status, StatusCode::OK);
    thanks.shows("Terima kasih.");
    thanks.shows("<strong>Sangat baik</strong>");
    thanks.shows(&format!(">{}-{}<", &answer.reference[..4], &answer.reference[4..]));
    thanks.shows("href=\"/f/DUK-3\"");
    // The page of thanks is open to whoever holds the code; the words stay with the office.
    assert!(!thanks.page.contains("antrean lama"));
}

#[tokio::test]
async fn two_taps_are_one_answer() {
    let hall = Hall::open().await;
    let id = hall.opens("/f/DUK-3").await.id();
    let fields = [("jawaban", id.as_str()), ("nilai", "3")];
    let (one, two) = tokio::join!(hall.sends("/f/DUK-3", &fields), hall.sends("/f/DUK-3", &fields));
    let three = hall.sends("/f/DUK-3", &fields).await;
    for other in [&two, &three] {
        assert_eq!(other.status, StatusCode::SEE_OTHER);
        assert_eq!(one.headers[header::LOCATION], other.headers[header::LOCATION]);
    }
    assert_eq!(hall.counter().await.all.total(), 1);
}

#[tokio::test]
async fn everything_can_be_read_in_english() {
    let hall = Hall::open().await;
    let page = hall.opens("/f/DUK-3?bahasa=en").await;
    page.shows("<html lang=\"en\">");
    page.shows("How was our service today?");
    page.shows("action=\"/f/DUK-3?bahasa=en\"");
    page.shows("href=\"/f/DUK-3\" lang=\"id\"");
    let (_, thanks) = hall.leaves("/f/DUK-3?bahasa=en", "2", "").await;
    thanks.shows("Thank you.");
    thanks.shows("<strong>Not so good</strong>");
    hall.sends("/f/DUK-3?bahasa=en", &[("cerita", "x")]).await.shows("Choose one of the faces first");
    hall.opens("/f/NOWHERE?bahasa=en").await.shows("This counter code is not known.");
}

#[tokio::test]
async fn an_unknown_counter_says_what_to_do() {
    let hall = Hall::open().await;
    for address in ["/f/DUK-9", "/f/%3Cscript%3E", "/f/%FF", "/f/DUK-9/terima-kasih?kode=ABCDEFGH"] {
        let seen = hall.opens(address).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{address}");
        seen.shows("Kode loket ini tidak dikenal.");
        seen.shows("Periksa huruf di bawah kode QR, atau tanyakan petugas.");
    }
    assert_eq!(hall.sends("/f/DUK-9", &[("nilai", "4")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_typed_is_never_lost() {
    let hall = Hall::open().await;
    let id = new_id().to_string();
    let faceless = hall.sends("/f/DUK-3", &[("jawaban", &id), ("cerita", STORY)]).await;
    faceless.returned(StatusCode::UNPROCESSABLE_ENTITY, "Pilih dulu satu wajah");
    assert_eq!(faceless.id(), id);
    // The refused try has not spoiled the identity: the same form is taken once it is complete.
    let sent = hall.sends("/f/DUK-3", &[("jawaban", &id), ("nilai", "3"), ("cerita", STORY)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);

    let long = format!("{}{STORY}", "panjang ".repeat(60));
    let too_long = hall.sends("/f/DUK-3", &[("nilai", "2"), ("cerita", &long)]).await;
    too_long.returned(StatusCode::UNPROCESSABLE_ENTITY, "lebih dari 500 huruf");
    too_long.shows("value=\"2\" required checked");
    assert_eq!(hall.counter().await.all.total(), 1);
}

#[tokio::test]
async fn what_is_no_form_is_answered_in_words() {
    let hall = Hall::open().await;
    let large = hall.sends("/f/DUK-3", &[("nilai", "4"), ("cerita", &"x".repeat(4_000))]).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
    large.shows("terlalu panjang untuk dikirim");
    let json = hall.posts("/f/DUK-3", "application/json", "{}".into()).await;
    assert_eq!(json.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    json.shows("Buka halaman loket");
    // The longest text that is allowed, in the widest letters there are, is not too large.
    let widest = "𝓐".repeat(500);
    assert_eq!(hall.sends("/f/DUK-3", &[("nilai", "4"), ("cerita", &widest)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_flood_at_one_counter_leaves_the_others_dry() {
    let hall = Hall::open().await;
    let fields = [("nilai", "1"), ("cerita", STORY)];
    let crowd = futures::future::join_all((0..70).map(|_| hall.sends("/f/DUK-3", &fields))).await;
    // On a slow machine some of those that passed find the office busy; the brake has not stopped them.
    let stopped: Vec<_> = crowd.iter().filter(|seen| seen.status == StatusCode::TOO_MANY_REQUESTS).collect();
    assert!((1..=10).contains(&stopped.len()), "{}", stopped.len());
    stopped[0].returned(StatusCode::TOO_MANY_REQUESTS, "terlalu banyak jawaban sekaligus");
    assert!(stopped[0].headers.contains_key(header::RETRY_AFTER));
    assert!(crowd.iter().any(|seen| seen.status == StatusCode::SEE_OTHER));
    assert_eq!(hall.sends("/f/DUK-4", &[("nilai", "4")]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_code_opens_only_its_own_thanks() {
    let hall = Hall::open().await;
    let (id, _) = hall.leaves("/f/DUK-3", "3", "").await;
    let code = hall.kept(&id).await.unwrap().reference;
    assert!(hall.small.office.db.row(Key::claim(ClaimKind::Reference, &code)).await.unwrap().is_some());
    assert_eq!(hall.opens(&format!("/f/DUK-3/terima-kasih?kode={code}")).await.status, StatusCode::OK);
    for address in [
        format!("/f/DUK-4/terima-kasih?kode={code}"),
        "/f/DUK-3/terima-kasih?kode=ABCDEFGH".into(),
        "/f/DUK-3/terima-kasih".into(),
    ] {
        let seen = hall.opens(&address).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{address}");
        seen.shows("Kode jawaban ini tidak dikenal.");
    }
}

/// What a phone on the worst network has to fetch, as it is sent: page, style, cloth and the sign in the tab.
#[tokio::test]
async fn the_first_page_is_light() {
    let hall = Hall::open().await;
    let page = hall.opens("/f/DUK-3").await.page;
    assert!(page.len() <= 12_000, "{} bytes of HTML", page.len());
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let read = |path: String| std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let order = read(format!("{root}/style/order.txt"));
    let names = order.lines().find_map(|line| line.strip_prefix("warga:")).expect("a line `warga:` in order.txt");
    let style: String = names.split_whitespace().map(|name| read(format!("{root}/style/{name}"))).collect();
    let mut parts = vec![("page", page), ("tanda.svg", read(format!("{root}/public/tanda.svg")))];
    for cloth in ["motif-tepi.svg", "motif-tabur.svg"] {
        assert!(style.contains(cloth), "{cloth}");
        parts.push((cloth, read(format!("{root}/public/{cloth}"))));
    }
    parts.push(("style", style));
    let weights: Vec<_> = parts.iter().map(|(name, text)| (*name, text.len(), brotli(text))).collect();
    println!("{weights:?}");
    let total: usize = weights.iter().map(|(_, _, small)| small).sum();
    assert!(total <= 30_000, "{total} bytes: {weights:?}");
}

fn brotli(text: &str) -> usize {
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut small, &settings).unwrap();
    small.len()
}
