//! The site as values: which files there are, what each is called, what each says. Knows no disk.

use std::collections::BTreeMap;

use crate::dist::wasm::{App, GLUE, LINK};
use crate::dist::{app_manifest, css, sha256_hex, template};
use crate::error::{Error, Result};

/// File name to content.
pub(crate) type Folder = BTreeMap<String, Vec<u8>>;

pub(crate) struct Sources {
    pub(crate) public: Folder,
    pub(crate) style: Folder,
    pub(crate) app: App,
}

pub(crate) struct Site {
    /// Changes when any file changes.
    pub(crate) build: String,
    pub(crate) files: Vec<File>,
}

pub(crate) struct File {
    /// What people call it: `app.css`.
    pub(crate) name: String,
    /// Where it is served: `/assets/app-0123456789.css`.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
    /// Fetched before the staff app can be used; counted by the byte report.
    pub(crate) first_screen: bool,
}

/// The files in `public/` that are filled in. Every other file there is a picture and gets a hashed name.
const TEMPLATES: [&str; 4] = ["index.html", "boot.js", "sw.js", "manifest.webmanifest"];

/// Puts the site together. The order matters: a name that carries a hash has to be known before the file that says it is made.
pub(crate) fn assemble(sources: &Sources) -> Result<Site> {
    let mut files = Files::default();
    for (name, bytes) in sources.public.iter().filter(|(name, _)| !TEMPLATES.contains(&name.as_str())) {
        files.add_hashed(name, bytes.clone(), name == "icons.svg");
    }
    add_app(&mut files, &sources.app);
    add_bundles(&mut files, &sources.style)?;

    let index = template_text(&sources.public, "index.html")?;
    let boot = template_text(&sources.public, "boot.js")?;
    let worker = template_text(&sources.public, "sw.js")?;
    let manifest =
        app_manifest::with_icons(&template_text(&sources.public, "manifest.webmanifest")?, |name| files.path(name))?;
    files.add("manifest.webmanifest", "/manifest.webmanifest", manifest.into_bytes(), false);
    let boot = template::fill("public/boot.js", &template::without_comments(&boot), |name| files.value(name))?;
    files.add_hashed("boot.js", boot.into_bytes(), true);

    let build = files.build(&[&index, &worker]);
    let page = template::fill("public/index.html", &template::without_remarks(&index), |name| {
        // Not the pixels: those are fetched when the app is put on the home screen.
        if let Some(picture) = name.strip_prefix("asset:").filter(|picture| picture.ends_with(".svg")) {
            files.mark_first_screen(picture);
        }
        if name == "build" { Some(build.clone()) } else { files.value(name) }
    })?;
    files.add("index.html", "/index.html", page.into_bytes(), true);

    let list = serde_json::to_string(&files.precache())?;
    let worker = template::fill("public/sw.js", &template::without_comments(&worker), |name| match name {
        "build" => Some(build.clone()),
        "files" => Some(list.clone()),
        _ => files.value(name),
    })?;
    files.add("sw.js", "/sw.js", worker.into_bytes(), false);
    Ok(Site { build, files: files.0 })
}

/// The glue and the link import each other, so neither can be hashed before the other is named: they share one hash.
fn add_app(files: &mut Files, app: &App) {
    let mut link = app.link.clone();
    for (name, part) in &app.parts {
        files.add_hashed(name, part.clone(), false);
        let hashed = files.path(name).unwrap_or_default().replace("/assets/", "./");
        link = link.replace(&format!("\"./{name}\""), &format!("\"{hashed}\""));
    }
    let hash = &sha256_hex(format!("{}{link}", app.glue).as_bytes())[..10];
    let glue = app.glue.replace(&format!("from \"{LINK}\""), &format!("from \"./link-{hash}.js\""));
    let link = link.replace(&format!("from \"{GLUE}\""), &format!("from \"./app-{hash}.js\""));
    files.add("app.js", &format!("/assets/app-{hash}.js"), glue.into_bytes(), true);
    files.add("link.js", &format!("/assets/link-{hash}.js"), link.into_bytes(), true);
    files.add_hashed("app_bg.wasm", app.wasm.clone(), true);
}

fn add_bundles(files: &mut Files, style: &Folder) -> Result<()> {
    for bundle in css::order(&text(style, "order.txt", "style")?)? {
        let mut whole = String::new();
        for part in &bundle.parts {
            whole.push_str(&text(style, part, "style")?);
            whole.push('\n');
        }
        let for_staff = bundle.name == "app";
        let squeezed = css::with_addresses(&css::squeeze(&whole), |name| {
            if for_staff {
                files.mark_first_screen(name);
            }
            let missing =
                || Error::source(format!("style/, bundle {}", bundle.name), format!("public/{name} is not there"));
            files.path(name).ok_or_else(missing)
        })?;
        files.add_hashed(&format!("{}.css", bundle.name), squeezed.into_bytes(), for_staff);
    }
    Ok(())
}

fn template_text(public: &Folder, name: &str) -> Result<String> {
    text(public, name, "public")
}

fn text(folder: &Folder, name: &str, room: &str) -> Result<String> {
    let bytes = folder.get(name).ok_or_else(|| Error::source(format!("{room}/{name}"), "is not there"))?;
    String::from_utf8(bytes.clone()).map_err(|_| Error::source(format!("{room}/{name}"), "is not UTF-8"))
}

/// The files so far.
#[derive(Default)]
struct Files(Vec<File>);

impl Files {
    fn add(&mut self, name: &str, path: &str, bytes: Vec<u8>, first_screen: bool) {
        self.0.push(File { name: name.into(), path: path.into(), bytes, first_screen });
    }

    /// `app.css` becomes `/assets/app-<first ten digits of its sha256>.css`.
    fn add_hashed(&mut self, name: &str, bytes: Vec<u8>, first_screen: bool) {
        let hash = sha256_hex(&bytes);
        let flat = name.replace('/', "-");
        let (stem, extension) = flat.rsplit_once('.').unwrap_or((&flat, "bin"));
        let path = format!("/assets/{stem}-{}.{extension}", &hash[..10]);
        self.add(name, &path, bytes, first_screen);
    }

    fn path(&self, name: &str) -> Option<String> {
        self.0.iter().find(|file| file.name == name).map(|file| file.path.clone())
    }

    fn mark_first_screen(&mut self, name: &str) {
        self.0.iter_mut().filter(|file| file.name == name).for_each(|file| file.first_screen = true);
    }

    /// What a `{{name}}` in a template stands for.
    fn value(&self, name: &str) -> Option<String> {
        match name {
            "css" => self.path("app.css"),
            "boot" => self.path("boot.js"),
            "glue" => self.path("app.js"),
            "wasm" => self.path("app_bg.wasm"),
            "icons" => self.path("icons.svg"),
            "rooms" => self.path("rooms.css"),
            _ => self.path(name.strip_prefix("asset:")?),
        }
    }

    /// The build's id. `templates` are those that will say it and therefore cannot be hashed when filled in.
    fn build(&self, templates: &[&str]) -> String {
        let mut lines: Vec<_> =
            self.0.iter().map(|file| format!("{} {}", file.path, sha256_hex(&file.bytes))).collect();
        lines.extend(templates.iter().map(|template| sha256_hex(template.as_bytes())));
        lines.sort();
        sha256_hex(lines.join("\n").as_bytes())[..12].to_owned()
    }

    /// What the service worker keeps on the phone: path and sha256 of all that the staff app may need without a network. Not the
    /// citizens' bundle (their pages come from the server) and not the installer's pictures.
    fn precache(&self) -> Vec<(&str, String)> {
        let kept = self.0.iter().filter(|file| file.name != "warga.css" && !file.name.ends_with(".png"));
        kept.map(|file| (file.path.as_str(), sha256_hex(&file.bytes))).collect()
    }
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
