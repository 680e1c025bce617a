// Where things are on this machine. `cargo xtask test e2e` says it in TELADAN_BIN, TELADAN_DIST, TELADAN_CONTRACT,
// TELADAN_DATABASE, TELADAN_FAULT and CHROMIUM.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function bin(): string {
  return named('TELADAN_BIN', 'the server binary');
}

export function dist(): string {
  return named('TELADAN_DIST', 'the folder with the built app');
}

export function contract(): string {
  return named('TELADAN_CONTRACT', "the page of the disk's contract");
}

export function database(): string {
  return named('TELADAN_DATABASE', 'the database server for tests');
}

export function fault(): string {
  return named('TELADAN_FAULT', 'the fault proxy');
}

export function chromium(): string {
  return process.env.CHROMIUM || execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
}

// A folder of our own that nobody else uses.
export function folder(name: string): string {
  return mkdtempSync(join(tmpdir(), `teladan-${name}-`));
}

export function copy(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith('.sock') });
}

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function named(variable: string, what: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: it names ${what}. Run: cargo xtask test e2e`);
  return value;
}
