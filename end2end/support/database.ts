// The vendor's own database server, in memory, for tests in which several servers share one database.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { database } from './places';

export class Database {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async starts(): Promise<Database> {
    const bind = `127.0.0.1:${await freePort()}`;
    const args = ['start', '--user', 'root', '--pass', 'root', '--bind', bind, '--log', 'info', 'memory'];
    const started = spawn(database(), args, { stdio: ['ignore', 'pipe', 'pipe'] });
    await new Promise<void>((resolve, reject) => {
      started.once('error', reject);
      started.once('exit', (code) => reject(new Error(`the database server ended with ${code}`)));
      for (const said of [started.stdout!, started.stderr!]) {
        createInterface({ input: said }).on('line', (line) => line.includes('Started web server') && resolve());
      }
    });
    return new Database(started, `ws://root:root@${bind}`);
  }

  async stops(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}

// Free a moment ago; the database server takes no port 0.
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
