//! The app's heavy files: cargo compiles, wasm-split cuts off what the first screen does not need, wasm-bindgen writes the
//! glue, wasm-opt squeezes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::dist::{names, stamp, template};
use crate::error::{Error, Result};
use crate::machine::rust;
use crate::process;
use crate::workspace::{self, Workspace, files_below, read, read_text, remove_dir, write};

/// A function with one caller stays a function unless it is tiny: what stands in one place repeats less, so brotli has less to
/// do. 20 kB of the app.
const INLINE: &str = "--one-caller-inline-max-function-size=10";

/// What is left of the module for wasm-bindgen after the parts were cut off.
const MAIN: &str = "main.wasm";

/// Readers of streams for JavaScript that a crate below Leptos exports and nobody here calls: without their exports nothing reaches
/// them. 5 kB of the app.
const STREAMS: &str = "intounderlying";

/// What today's rustc may emit; wasm-opt refuses a module that uses what it was not told of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

/// The app as files that do not know their final names yet.
pub(crate) struct App {
    /// wasm-bindgen's JavaScript. It imports the link by [`LINK`].
    pub(crate) glue: String,
    /// What the first screen needs.
    pub(crate) wasm: Vec<u8>,
    /// JavaScript that fetches a part when somebody opens a page in it.
    pub(crate) link: String,
    /// The parts, by file name.
    pub(crate) parts: BTreeMap<String, Vec<u8>>,
}

/// By which address glue and modules import the link.
pub(crate) const LINK: &str = "./__wasm_split.js";
/// By which address the link imports the glue.
pub(crate) const GLUE: &str = "./app.js";

/// Compiles the app and returns the raw module's path.
pub(crate) fn compile(workspace: &Workspace) -> Result<PathBuf> {
    let mut command = rust::wasm_cargo();
    command.current_dir(&workspace.root);
    command.args(["build", "-p", "teladan-app", "--lib", "--target", rust::WASM, "--profile", "app"]);
    command.arg("--target-dir").arg(workspace.wasm_target());
    command.arg("--config").arg(format!(
        "target.{}.rustflags={}",
        rust::WASM,
        serde_json::to_string(&remaps(workspace))?
    ));
    process::run(&mut command)?;
    Ok(workspace.wasm_target().join(rust::WASM).join("app/teladan_app.wasm"))
}

/// Panic messages carry source paths. They are cut short, so that the same sources give the same bytes wherever they lie.
fn remaps(workspace: &Workspace) -> Vec<String> {
    let home = workspace::env("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| workspace::env("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.and_then(|home| std::fs::read_dir(home.join("registry/src")).ok());
    let mut from: Vec<_> = registries.into_iter().flatten().flatten().map(|entry| (entry.path(), "crates")).collect();
    from.push((workspace.root.clone(), "teladan"));
    from.sort();
    let mut flags: Vec<String> =
        from.iter().map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display())).collect();
    // Where each call and address stands, so that the module can be split.
    flags.push("-Clink-args=--emit-relocs".to_owned());
    flags
}

/// Glue and squeezed module; kept beside their stamp, so that a change of CSS does not wait for wasm-opt.
pub(crate) fn finish(workspace: &Workspace, compiled: &Path, wasm_opt: Option<&Path>) -> Result<App> {
    let dir = workspace.scratch().join("app");
    let stamp = stamp::of_app(workspace, compiled, wasm_opt.is_some())?;
    let stamp_file = dir.join("stamp");
    if !std::fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) {
        remove_dir(&dir)?;
        let parts = split(compiled, &dir)?;
        bind(&dir.join(MAIN), &dir, "app")?;
        shorten(&dir)?;
        if let Some(wasm_opt) = wasm_opt {
            squeeze(wasm_opt, &dir.join("app_bg.wasm"))?;
            for part in &parts {
                squeeze(wasm_opt, part)?;
            }
        }
        std::fs::remove_file(dir.join(MAIN)).map_err(Error::file(&dir.join(MAIN)))?;
        write(&stamp_file, stamp)?;
    }
    let mut parts = BTreeMap::new();
    for path in files_below(&dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".wasm") && name != "app_bg.wasm" {
            parts.insert(name, read(&path)?);
        }
    }
    Ok(App {
        glue: template::flat(&template::without_comments(&read_text(&dir.join("app.js"))?)),
        wasm: read(&dir.join("app_bg.wasm"))?,
        link: template::without_comments(&read_text(&dir.join(LINK))?),
        parts,
    })
}

/// Short names between glue and module.
fn shorten(dir: &Path) -> Result<()> {
    let (module, glue) = (dir.join("app_bg.wasm"), dir.join("app.js"));
    let (short, text) = names::with_short_imports(&read(&module)?, &read_text(&glue)?)?;
    write(&module, short)?;
    write(&glue, text)
}

/// Cuts the module at the functions marked `#[wasm_split]`: `main.wasm`, the parts, and the link beside them.
fn split(compiled: &Path, out: &Path) -> Result<Vec<PathBuf>> {
    let module = names::without_exports(&read(compiled)?, |name| name.contains(STREAMS))?;
    let main = out.join(MAIN);
    let mut options = wasm_split_cli_support::Options::new(&module);
    options.output_dir = out;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = GLUE;
    println!("wasm-split {}", compiled.display());
    let parts = wasm_split_cli_support::transform(options).map_err(|error| Error::Bindgen(format!("{error:#}")))?;
    Ok(parts.split_modules)
}

/// Writes glue and module, for the app `app.js` and `app_bg.wasm`. The glue is told the module's address by whoever loads it, so
/// that names can carry a hash.
pub(super) fn bind(compiled: &Path, out: &Path, name: &str) -> Result<()> {
    let mut arguments = vec![std::ffi::OsString::from("wasm-bindgen"), compiled.into()];
    arguments.extend(
        ["--target", "web", "--no-typescript", "--omit-default-module-path", "--keep-lld-exports", "--no-demangle"]
            .map(Into::into),
    );
    arguments.extend(
        ["--remove-name-section", "--remove-producers-section", "--out-name", name, "--out-dir"].map(Into::into),
    );
    arguments.push(out.into());
    println!("wasm-bindgen {}", compiled.display());
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .map_err(|error| Error::Bindgen(format!("{error:#}")))?;
    if out.join("snippets").exists() {
        return Err(Error::Bindgen(
            "a crate brought its own JavaScript (snippets/), which dist cannot hash yet".into(),
        ));
    }
    Ok(())
}

fn squeeze(wasm_opt: &Path, module: &Path) -> Result<()> {
    let squeezed = module.with_extension("squeezed");
    process::run(
        process::command(wasm_opt)
            .args(["-Oz", "--strip-debug", INLINE])
            .args(FEATURES)
            .arg(module)
            .arg("-o")
            .arg(&squeezed),
    )?;
    std::fs::rename(&squeezed, module).map_err(Error::file(module))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checkout_disappears_from_paths() {
        let workspace = Workspace { root: "/some/where".into(), target: "/t".into() };
        assert!(remaps(&workspace).contains(&"--remap-path-prefix=/some/where=teladan".to_owned()));
    }

    #[test]
    fn what_is_no_module_is_refused_in_words() {
        let dir = crate::workspace::test_dir("bind");
        write(&dir.join("x.wasm"), "no module").unwrap();
        assert!(matches!(bind(&dir.join("x.wasm"), &dir.join("out"), "x"), Err(Error::Bindgen(_))));
    }
}
