// One test's world: its own data, its own server, and the network in front of it.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { Proxy } from './proxy';
import { folder, remove } from './places';
import { freshData } from './seed';
import { Server } from './server';

export class Town {
  readonly network = new Proxy(() => this.server.port);

  private constructor(readonly server: Server) {}

  static async wakes(): Promise<Town> {
    return new Town(new Server(await freshData())).opens();
  }

  // A server on a database that others use too. The first one makes the demo agency; who comes after knows its logins from a sibling.
  static async on(database: string, sibling?: Town): Promise<Town> {
    const data = folder('node');
    if (sibling) copyFileSync(join(sibling.server.data, 'demo-logins.txt'), join(data, 'demo-logins.txt'));
    return new Town(new Server(data, database)).opens();
  }

  private async opens(): Promise<Town> {
    await this.server.starts();
    await this.network.opens();
    return this;
  }

  get origin(): string {
    return this.network.origin;
  }

  async sleeps(): Promise<void> {
    await this.network.ends();
    await this.server.isKilled();
    remove(this.server.data);
  }
}
