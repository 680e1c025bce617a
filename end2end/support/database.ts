// The vendor's own database server, in memory, for tests in which several servers share one database.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { database } from './places';

// Somebody else may take a port between our look at it and the server's.
const PORTS = 5;

export class Database {
  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {}

  static async starts(): Promise<Database> {
    for (let tried = 0; tried < PORTS; tried++) {
      const port = await freePort();
      const bind = `127.0.0.1:${port}`;
      const args = ['start', '--user', 'root', '--pass', 'root', '--bind', bind, '--log', 'none', 'memory'];
      const started = spawn(database(), args, { stdio: 'ignore' });
      await once(started, 'spawn');
      if (await answers(started, port)) {
        return new Database(started, `ws://root:root@${bind}`);
      }
    }
    throw new Error(`the database server ended on each of ${PORTS} ports`);
  }

  async stops(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}

// Knocks until the server opens; no when it has ended. Its own line "Started web server" comes before it listens.
async function answers(server: ChildProcess, port: number): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    if (await opens(port)) {
      return true;
    }
    await setTimeout(20);
  }
  return false;
}

async function opens(port: number): Promise<boolean> {
  const line = connect(port, '127.0.0.1');
  try {
    await once(line, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    line.destroy();
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
