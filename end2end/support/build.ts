// A later build of the app, made from the one that is tested: the boot file says something new, and with it change its name, the page, the
// list in the service worker, and the build's id, as `cargo xtask build` would change them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copy, dist, folder } from './places';

export type Build = { folder: string; id: string; boot: string };

export function thisBuild(): string {
  return JSON.parse(readFileSync(join(dist(), 'build.json'), 'utf8')).build;
}

export function laterBuild(): Build {
  const later = folder('dist');
  copy(dist(), later);
  const old = { id: thisBuild(), boot: readdirSync(join(later, 'assets')).find((name) => /^boot-[0-9a-f]+\.js$/.test(name))! };
  const text = readFileSync(join(later, 'assets', old.boot), 'utf8') + "\ndocument.documentElement.dataset.later = 'yes';\n";
  const build = { folder: later, id: sha256(old.id).slice(0, 12), boot: `/assets/boot-${sha256(text).slice(0, 10)}.js` };
  removeWithForms(later, `/assets/${old.boot}`);
  writeFileSync(join(later, build.boot), text);

  const page = readFileSync(join(later, 'index.html'), 'utf8').replaceAll(old.boot, basename(build.boot)).replaceAll(old.id, build.id);
  const worker = readFileSync(join(later, 'sw.js'), 'utf8').replaceAll(old.id, build.id);
  const list = /JSON\.parse\('(\[.*?\])'\)/.exec(worker)![1];
  const hashes: Record<string, string> = { [`/assets/${old.boot}`]: sha256(text), '/index.html': sha256(page) };
  const files = (JSON.parse(list) as [string, string][]).map(([path, hash]) => [path.replace(old.boot, basename(build.boot)), hashes[path] ?? hash]);
  for (const [name, content] of [['index.html', page], ['sw.js', worker.replace(list, JSON.stringify(files))]]) {
    removeWithForms(later, name);
    writeFileSync(join(later, name), content);
  }
  return build;
}

// The file and its compressed forms.
function removeWithForms(dir: string, name: string): void {
  for (const ending of ['', '.br', '.gz']) rmSync(join(dir, name + ending), { force: true });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
