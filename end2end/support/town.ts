// One test's world: its own data, its own server, and the network in front of it.
import { Proxy } from './proxy';
import { remove } from './places';
import { freshData } from './seed';
import { Server } from './server';

export class Town {
  readonly server = new Server(freshData());
  readonly network = new Proxy(() => this.server.port);

  static async wakes(): Promise<Town> {
    const town = new Town();
    await town.server.starts();
    await town.network.opens();
    return town;
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
