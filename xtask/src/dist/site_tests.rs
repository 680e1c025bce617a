//! Tests of `site` on a small fixture, and on the real templates in `public/`.

use super::*;

fn folder(files: &[(&str, &str)]) -> Folder {
    files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
}

fn fixture() -> Sources {
    Sources {
        public: folder(&[
            ("index.html", include_str!("../../../public/index.html")),
            ("boot.js", include_str!("../../../public/boot.js")),
            ("sw.js", include_str!("../../../public/sw.js")),
            ("manifest.webmanifest", include_str!("../../../public/manifest.webmanifest")),
            ("icons.svg", "<svg>icons</svg>"),
            ("tanda.svg", "<svg>tanda</svg>"),
            ("motif-tepi.svg", "<svg>tepi</svg>"),
            ("motif-tabur.svg", "<svg>tabur</svg>"),
            ("icon-192.png", "png"),
        ]),
        style: folder(&[
            ("order.txt", "app: tokens.css parts/cloth.css\nrooms: pages/board.css\nwarga: tokens.css warga.css"),
            ("tokens.css", "/* t */ :root { --a: 1px; }"),
            ("parts/cloth.css", ".cloth { background: url(\"motif-tepi.svg\"); }"),
            ("pages/board.css", ".board { color: red; }"),
            ("warga.css", ".thanks { background: url(\"motif-tabur.svg\"); }"),
        ]),
        app: App {
            glue: "import * as parts from \"./__wasm_split.js\"; export default 1;".into(),
            wasm: b"\0asm".to_vec(),
            link: "import { initSync } from \"./app.js\"; fetch(new URL(\"./split_board.wasm\", import.meta.url));"
                .into(),
            parts: folder(&[("split_board.wasm", "board")]),
        },
    }
}

fn named<'a>(site: &'a Site, name: &str) -> &'a File {
    site.files.iter().find(|file| file.name == name).unwrap()
}

fn said(site: &Site, name: &str) -> String {
    String::from_utf8(named(site, name).bytes.clone()).unwrap()
}

#[test]
fn every_name_is_the_hash_of_its_content() {
    let site = assemble(&fixture()).unwrap();
    let css = named(&site, "app.css");
    assert_eq!(css.path, format!("/assets/app-{}.css", &sha256_hex(&css.bytes)[..10]));
    assert!(said(&site, "app.css").contains(&named(&site, "motif-tepi.svg").path));
    let page = said(&site, "index.html");
    for name in ["app.css", "rooms.css", "boot.js", "app.js", "app_bg.wasm", "icons.svg", "tanda.svg"] {
        assert!(page.contains(&named(&site, name).path), "index.html does not say {name}");
    }
    assert!(page.contains(&format!("data-build=\"{}\"", site.build)));
    assert!(said(&site, "boot.js").contains(&named(&site, "app_bg.wasm").path));
    assert!(said(&site, "manifest.webmanifest").contains(&named(&site, "icon-192.png").path));
}

#[test]
fn the_page_has_nothing_inline() {
    let page = said(&assemble(&fixture()).unwrap(), "index.html");
    assert!(!page.contains("<style") && !page.contains(" style=") && !page.contains(" onclick"));
    for script in page.split("<script").skip(1) {
        assert!(script.contains("src=\"/assets/") && script.contains("></script>"), "inline script: {script}");
    }
}

#[test]
fn the_worker_lists_what_the_staff_app_needs() {
    let site = assemble(&fixture()).unwrap();
    let worker = said(&site, "sw.js");
    for name in [
        "index.html",
        "boot.js",
        "app.js",
        "app_bg.wasm",
        "app.css",
        "rooms.css",
        "icons.svg",
        "motif-tepi.svg",
        "manifest.webmanifest",
    ] {
        let file = named(&site, name);
        assert!(
            worker.contains(&format!("[\"{}\",\"{}\"]", file.path, sha256_hex(&file.bytes))),
            "{name} is not listed"
        );
    }
    for name in ["warga.css", "icon-192.png", "sw.js"] {
        assert!(!worker.contains(&format!("[\"{}\",", named(&site, name).path)), "{name} is listed");
    }
    assert!(worker.contains(&site.build));
}

#[test]
fn the_report_counts_what_the_first_screen_needs() {
    let site = assemble(&fixture()).unwrap();
    let mut counted: Vec<_> =
        site.files.iter().filter(|file| file.first_screen).map(|file| file.name.as_str()).collect();
    counted.sort();
    assert_eq!(
        counted,
        [
            "app.css",
            "app.js",
            "app_bg.wasm",
            "boot.js",
            "icons.svg",
            "index.html",
            "link.js",
            "motif-tepi.svg",
            "tanda.svg"
        ]
    );
}

#[test]
fn same_inputs_same_bytes_and_any_change_another_build() {
    let first = assemble(&fixture()).unwrap();
    let again = assemble(&fixture()).unwrap();
    let all = |site: &Site| site.files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect::<Vec<_>>();
    assert_eq!(all(&first), all(&again));
    for name in ["index.html", "boot.js", "sw.js", "icon-192.png"] {
        let mut sources = fixture();
        sources.public.get_mut(name).unwrap().extend(b"\nchanged");
        assert_ne!(assemble(&sources).unwrap().build, first.build, "{name}");
    }
}

#[test]
fn what_is_missing_is_named() {
    let mut sources = fixture();
    sources.public.remove("motif-tabur.svg");
    assert!(assemble(&sources).err().unwrap().to_string().contains("motif-tabur.svg"));
    let mut sources = fixture();
    sources.style.remove("parts/cloth.css");
    assert!(assemble(&sources).err().unwrap().to_string().contains("style/parts/cloth.css"));
}

#[test]
fn glue_and_link_know_each_other_and_the_parts_by_their_hashed_names() {
    let site = assemble(&fixture()).unwrap();
    let (glue, link) = (named(&site, "app.js"), named(&site, "link.js"));
    assert!(said(&site, "app.js").contains(&link.path.replace("/assets/", "./")), "{}", said(&site, "app.js"));
    assert!(said(&site, "link.js").contains(&glue.path.replace("/assets/", "./")));
    let board = named(&site, "split_board.wasm");
    assert!(said(&site, "link.js").contains(&board.path.replace("/assets/", "./")));
    assert!(link.first_screen && !board.first_screen, "a part is fetched when its page is opened");
    let mut other = fixture();
    other.app.parts = folder(&[("split_board.wasm", "another board")]);
    assert_ne!(named(&assemble(&other).unwrap(), "app.js").path, glue.path, "another part is another app");
}
