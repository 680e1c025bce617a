//! The app's two heavy files: cargo compiles, wasm-bindgen writes the glue, wasm-opt squeezes.

use std::path::{Path, PathBuf};

use crate::dist::{stamp, template};
use crate::error::{Error, Result};
use crate::machine::rust;
use crate::process;
use crate::workspace::{self, Workspace, read, read_text, remove_dir, write};

/// What today's rustc may emit; wasm-opt refuses a module that uses what it was not told of.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-multivalue",
];

pub(crate) struct App {
    pub(crate) glue: String,
    pub(crate) wasm: Vec<u8>,
}

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
    // Leptos then builds one type of view instead of one per component: half the bytes.
    flags.push("--cfg=erase_components".to_owned());
    flags
}

/// Glue and squeezed module; kept beside their stamp, so that a change of CSS does not wait for wasm-opt.
pub(crate) fn finish(workspace: &Workspace, compiled: &Path, wasm_opt: Option<&Path>) -> Result<App> {
    let dir = workspace.scratch().join("app");
    let stamp = stamp::of_app(workspace, compiled, wasm_opt.is_some())?;
    let stamp_file = dir.join("stamp");
    if !std::fs::read_to_string(&stamp_file).is_ok_and(|last| last == stamp) {
        remove_dir(&dir)?;
        bind(compiled, &dir)?;
        if let Some(wasm_opt) = wasm_opt {
            squeeze(wasm_opt, &dir.join("app_bg.wasm"))?;
        }
        write(&stamp_file, stamp)?;
    }
    Ok(App {
        glue: template::without_comments(&read_text(&dir.join("app.js"))?),
        wasm: read(&dir.join("app_bg.wasm"))?,
    })
}

/// Writes `app.js` and `app_bg.wasm`. The glue is told the module's address by `boot.js`, so that names can carry a hash.
fn bind(compiled: &Path, out: &Path) -> Result<()> {
    let mut arguments = vec![std::ffi::OsString::from("wasm-bindgen"), compiled.into()];
    arguments.extend(["--target", "web", "--no-typescript", "--omit-default-module-path"].map(Into::into));
    arguments.extend(
        ["--remove-name-section", "--remove-producers-section", "--out-name", "app", "--out-dir"].map(Into::into),
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
    process::run(process::command(wasm_opt).arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(&squeezed))?;
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
        assert!(matches!(bind(&dir.join("x.wasm"), &dir.join("out")), Err(Error::Bindgen(_))));
    }
}
