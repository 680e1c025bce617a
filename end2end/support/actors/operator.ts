// Who runs the server: has a shell and the command line, no browser.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bin } from '../places';
import type { Town } from '../town';

const run = promisify(execFile);

export class Operator {
  constructor(private readonly town: Town) {}

  // Draws the poster of a counter while the server runs, and reads its QR code as a phone's camera would.
  async drawsPoster(counter: string): Promise<string> {
    const { data } = this.town.server;
    const [svg, png] = ['poster.svg', 'poster.png'].map((name) => join(data, name));
    await this.says('poster', counter, '--data', data, '--out', svg, '--public-url', this.town.origin);
    await run('rsvg-convert', ['--width', '1200', '--background-color', 'white', '--output', png, svg]);
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', png]);
    return stdout.trim();
  }

  async says(...words: string[]): Promise<string> {
    const { DATABASE_URL: _, ...env } = process.env;
    const { stdout } = await run(bin(), words, { env });
    return stdout;
  }
}
