//! The poster, looked at as a phone and a printer look at it: drawn, photographed, and its code read.
//!
//! Needs `rsvg-convert` (librsvg2-bin), `zbarimg` (zbar-tools), `pdftoppm` and `pdftotext` (poppler-utils).

use std::path::{Path, PathBuf};
use std::process::Command;

use shared::counter::{Counter, Tally};
use shared::ids::{CounterId, ServiceId, UnitId};
use teladan_server::poster;
use uuid::Uuid;

const ADDRESS: &str = "https://teladan.muarakencana.go.id/f/DUK-7";
const UNIT: &str = "Dinas Kependudukan dan Pencatatan Sipil Kota Muara Kencana";
const SERVICE: &str = "Penerbitan kutipan akta kelahiran dan akta kematian";

fn counter(name: &str) -> Counter {
    Counter {
        id: CounterId(Uuid::nil()),
        code: "DUK-7".into(),
        name: name.into(),
        service: ServiceId(Uuid::nil()),
        service_name: SERVICE.into(),
        unit: UnitId(Uuid::nil()),
        unit_name: UNIT.into(),
        all: Tally::default(),
        day: None,
        today: Tally::default(),
        last_at: None,
        last_words: String::new(),
        rev: 1,
    }
}

fn desk(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Runs a program of a Debian package and says what it says.
fn run(program: &str, package: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("`{program}` is needed ({error}): apt-get install {package}"));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    said
}

fn scanned(picture: &Path) -> String {
    run("zbarimg", "zbar-tools", &["--quiet", "--raw", picture.to_str().unwrap()]).trim_end().to_owned()
}

/// Every word of the names, in order, however the lines were broken.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_phone_reads_the_svg() {
    for (at, (name, address)) in [
        ("Loket 3", ADDRESS),
        (
            "Loket <3> & \"Ramah\" \u{1}ꦗꦮ",
            "https://teladan.pelayanan-publik.kepulauanmuarakencanakab.go.id/f/DUK-LANSIA-7",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let svg = poster::svg(&counter(name), address).unwrap();
        let (drawn, picture) =
            (desk(&format!("poster-{at}.svg"), svg.as_bytes()), desk(&format!("poster-{at}.png"), b""));
        let (drawn, target) = (drawn.to_str().unwrap(), picture.to_str().unwrap());
        run("rsvg-convert", "librsvg2-bin", &["--zoom", "2", "--output", target, drawn]);
        assert_eq!(scanned(&picture), address);
    }
}

#[test]
fn the_svg_stands_alone_and_cuts_no_name() {
    let svg = poster::svg(&counter("Loket 3"), ADDRESS).unwrap();
    assert!(svg.contains("width=\"148mm\" height=\"210mm\""));
    assert!(!svg.contains("href") && !svg.contains("style") && !svg.contains("@import"));
    let lines: Vec<_> = svg.split("</text>").filter_map(|part| part.rsplit_once('>')).map(|(_, line)| line).collect();
    let all = lines.join(" ");
    for wanted in
        [UNIT, SERVICE, "Loket 3", "Bagaimana pelayanan kami?", "How did we do?", "teladan.muarakencana.go.id/f/DUK-7"]
    {
        assert!(all.contains(wanted), "{wanted} in {all}");
    }
    assert!(all.contains("Tanpa nama dan tanpa akun."));
}

#[test]
fn a_phone_reads_the_printed_pdf() {
    let pdf = poster::pdf(&counter("Loket 3"), ADDRESS).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert!(String::from_utf8_lossy(&pdf).contains("/MediaBox [0 0 419.528 595.276]"));
    let document = desk("poster.pdf", &pdf);
    let document = document.to_str().unwrap();
    let picture = desk("poster-pdf.png", b"");
    let stem = picture.with_extension("");
    run("pdftoppm", "poppler-utils", &["-r", "150", "-png", "-singlefile", document, stem.to_str().unwrap()]);
    assert_eq!(scanned(&picture), ADDRESS);
}

#[test]
fn the_printed_words_are_whole_and_on_the_paper() {
    let name = "Loket 3 Ma’rūf";
    let document = desk("poster-words.pdf", &poster::pdf(&counter(name), ADDRESS).unwrap());
    let document = document.to_str().unwrap();
    let text = words(&run("pdftotext", "poppler-utils", &["-raw", document, "-"]));
    for wanted in [UNIT, SERVICE, "Loket 3 Ma’ruf", "teladan.muarakencana.go.id/f/DUK-7"] {
        assert!(text.contains(wanted), "{wanted} in {text}");
    }
    let boxes = run("pdftotext", "poppler-utils", &["-bbox", document, "-"]);
    assert!(boxes.contains(&format!("<title>Poster {name} · {SERVICE}</title>")), "{boxes}");
    let edges = boxes.split("xMin=\"").skip(1).filter_map(|part| part.split_once('"')).map(|(x, _)| x);
    assert!(edges.clone().count() > 20);
    for x in edges.chain(boxes.split("xMax=\"").skip(1).filter_map(|part| part.split_once('"')).map(|(x, _)| x)) {
        assert!((20.0..400.0).contains(&x.parse::<f32>().unwrap()), "{x} in {boxes}");
    }
}

#[test]
fn the_same_poster_is_the_same_bytes() {
    let counter = counter("Loket 3");
    assert_eq!(poster::svg(&counter, ADDRESS), poster::svg(&counter, ADDRESS));
    assert_eq!(poster::pdf(&counter, ADDRESS), poster::pdf(&counter, ADDRESS));
}

#[test]
fn an_address_that_no_phone_could_read_is_refused() {
    let address = format!("https://{}/f/DUK-7", "a".repeat(150));
    assert_eq!(poster::pdf(&counter("Loket 3"), &address), Err(poster::AddressTooLong { bytes: address.len() }));
}
