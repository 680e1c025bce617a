// Phones without screens that go on sending while the server dies under them, and the books that tell whether it kept its word. They read
// what a superior would see: entries and progress.
import { Device } from './device';
import { Office } from './office';
import type { Role, Server } from './server';

// Each pair of them writes to the same plans, so their commands also run into each other.
const WRITERS: Role[] = ['Pegawai', 'Pegawai', 'Pegawai', 'Atasan', 'Atasan'];
const READERS: Role[] = ['Atasan', 'Pimpinan'];
const BATCH_MAX = 5;

type Writer = { device: Device; plans: string[] };

// What is wrong; zeroes are what one wants. An entry that was applied twice has a second revision or moves its plan twice; `off` are plans
// whose progress is not the sum of their entries.
export type Found = { entries: number; lost: number; doubled: number; off: number };

export class Crowd {
  readonly acknowledged = new Set<string>();
  // Entry to plan and amount.
  private readonly written = new Map<string, { plan: string; amount: number }>();
  private readonly before = new Map<string, number>();
  private readonly writers: Writer[] = [];
  private readonly readers: Office[] = [];

  private constructor(
    private readonly server: Server,
    private readonly random: (below: number) => number,
  ) {}

  static async gathers(server: Server, random: (below: number) => number): Promise<Crowd> {
    const crowd = new Crowd(server, random);
    for (const role of READERS) crowd.readers.push(await crowd.signsIn(role));
    const boards = await crowd.boards();
    for (const plan of boards.plans) crowd.before.set(plan.id, plan.done);
    for (const role of WRITERS) {
      const office = await crowd.signsIn(role);
      const { employee } = await office.me();
      const plans = boards.plans.filter((plan) => plan.owner === employee && plan.state === 'agreed').map(({ id }) => id);
      if (plans.length === 0) throw new Error(`${role} has no plan`);
      crowd.writers.push({ device: new Device(office), plans });
    }
    return crowd;
  }

  // Everybody sends as fast as they can, until so many have been acknowledged; then the server dies under the others.
  async sendsUntilTheServerDies(acknowledged: number): Promise<void> {
    let left = acknowledged;
    let dying: Promise<void> | undefined;
    const sends = async ({ device, plans }: Writer) => {
      while (!dying) {
        if (device.queue.length === 0) this.writes(device, plans, 1 + this.random(BATCH_MAX));
        const done = await device.sends().catch((cause) => {
          if (!dying) throw cause;
          return [];
        });
        for (const entry of done) this.acknowledged.add(entry);
        left -= done.length;
        if (left <= 0) dying ??= this.server.isKilled();
      }
    };
    await Promise.all(this.writers.map(sends));
    await dying;
  }

  // What was not answered is sent again.
  async sendsTheRest(): Promise<void> {
    for (const { device } of this.writers) {
      while (device.queue.length > 0) for (const entry of await device.sends()) this.acknowledged.add(entry);
    }
  }

  async looks(): Promise<Found> {
    const { entries, plans } = await this.boards();
    const kept = new Map(entries.map((entry) => [entry.id, entry]));
    const ours = entries.filter(({ id }) => this.written.has(id));
    const sums = new Map<string, number>();
    for (const { id } of ours) {
      const { plan, amount } = this.written.get(id)!;
      sums.set(plan, (sums.get(plan) ?? 0) + amount * 100);
    }
    return {
      entries: ours.length,
      lost: [...this.acknowledged].filter((id) => !kept.has(id)).length,
      doubled: ours.filter(({ rev }) => rev !== 1).length,
      off: plans.filter(({ id, done }) => done !== this.before.get(id)! + (sums.get(id) ?? 0)).length,
    };
  }

  private writes(device: Device, plans: string[], count: number): void {
    for (let at = 0; at < count; at++) {
      const [plan, amount] = [plans[this.random(plans.length)], 1 + this.random(9)];
      this.written.set(device.writes(`Berkas nomor ${this.written.size + 1} selesai.`, { id: plan, amount }), { plan, amount });
    }
  }

  // A head's work stands on two boards.
  private async boards() {
    const all = (await Promise.all(this.readers.map((office) => office.board()))).flat();
    const rows = [...new Map(all.map((row) => [row.id, row])).values()];
    return { entries: rows.filter(({ kind }) => kind === 'entry'), plans: rows.filter(({ kind }) => kind === 'plan') };
  }

  private async signsIn(role: Role): Promise<Office> {
    const office = new Office({ server: this.server });
    await office.signsIn(this.server.login(role));
    return office;
  }
}
