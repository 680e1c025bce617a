// The real server on a database on disk. It can be asked to stop, or be killed without a word; it comes back on the same data and port.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bin, dist } from './places';

export type Role = 'Pegawai' | 'Atasan' | 'Pimpinan' | 'Sekda' | 'Admin' | 'Penilai';
export type Login = { nip: string; password: string; name: string };

// The demo over a network database, on a machine that is busy elsewhere, takes minutes; how long it takes is not what a test says.
const START_MS_MAX = 240_000;

export class Server {
  port = 0;
  private process?: ChildProcess;
  private journal: string[] = [];
  // The folder with the app that it serves from its next start on.
  app = dist();

  constructor(
    readonly data: string,
    private readonly database?: string,
  ) {}

  async starts(): Promise<void> {
    const { DATABASE_URL: _, ...env } = process.env;
    const args = ['serve', '--port', String(this.port), '--data', this.data, '--assets', this.app];
    if (this.database) args.push('--database', this.database);
    const started = spawn(bin(), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.process = started;
    createInterface({ input: started.stderr! }).on('line', (line) => this.journal.push(line));
    this.port = await new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server did not start:\n${this.tail()}`)), START_MS_MAX);
      started.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${this.tail()}`)));
      started.once('error', reject);
      createInterface({ input: started.stdout! }).on('line', (line) => {
        const port = /^Teladan: http:\/\/localhost:(\d+)/.exec(line)?.[1];
        if (!port) return;
        clearTimeout(late);
        resolve(Number(port));
      });
    });
  }

  // As a power cut would: no goodbye, no flush.
  async isKilled(): Promise<void> {
    await this.ends('SIGKILL');
  }

  async stops(): Promise<void> {
    await this.ends('SIGTERM');
  }

  login(role: Role): Login {
    const text = readFileSync(join(this.data, 'demo-logins.txt'), 'utf8');
    const line = new RegExp(`^\\s*${role}\\s+(\\d{18})\\s+(\\S+)\\s+(.+)$`, 'm').exec(text);
    if (!line) throw new Error(`no login for ${role} in:\n${text}`);
    return { nip: line[1], password: line[2], name: line[3].trim() };
  }

  // What the journal says went wrong: errors and panics. A reading transaction that ends because its reader has gone is none; the
  // database's library calls it an error all the same.
  complaints(): string[] {
    const wrong = this.journal.filter((line) => line.includes('"level":"ERROR"') || line.includes('panicked'));
    return wrong.filter((line) => !line.includes('A transaction was dropped without being committed or cancelled'));
  }

  // The lines of the journal with these words.
  said(words: string): string[] {
    return this.journal.filter((line) => line.includes(words));
  }

  tail(): string {
    return this.journal.slice(-20).join('\n');
  }

  private async ends(signal: NodeJS.Signals): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  }
}
