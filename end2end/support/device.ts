// A phone without a screen: pushes entries over HTTP as the app does. For many entries in a row, where fingers would be too slow.
// Like the app it keeps what it has written until the office has answered, and sends it again.
import { randomBytes, randomUUID } from 'node:crypto';
import { Office, type Row, json } from './office';
import type { Login } from './server';
import type { Town } from './town';

type Written = { entry: string; command: { id: string } };

const COMMANDS_MAX = 50;

export class Device {
  // Not answered yet.
  readonly queue: Written[] = [];
  private readonly id = randomUUID();
  private seq = 0;

  constructor(private readonly office: Office) {}

  // Rows of this kind in the person's own scope, as a new phone would be told them.
  async ownRows(kind: string): Promise<Row[]> {
    return (await this.ownScope()).rows.flatMap((row) => (kind in row ? [row[kind]] : []));
  }

  // How far the log of the person's own scope has come.
  async ownHead(): Promise<number> {
    return (await this.ownScope()).head;
  }

  private async ownScope(): Promise<{ rows: Record<string, Row>[]; head: number }> {
    const { employee } = await this.office.me();
    const question = { whole: { scope: `p:${employee}`, mark: null } };
    const reply = await this.office.asks('POST', '/api/sync/pull', { json: { protocol: 2, device: this.id, question } });
    return json<{ told: { whole: { rows: Record<string, Row>[]; head: number } } }>(reply).told.whole;
  }

  // Puts an entry at the end of the queue, about work of that day; answers its id.
  writes(text: string, plan?: { id: string; amount: number }, day = today()): string {
    const content = { text, plan: plan?.id ?? null, quantity: (plan?.amount ?? 0) * 100, work_date: day, photos: [] };
    const entry = uuid7();
    const action = { 'entry.record': { id: entry, content } };
    const command = { id: uuid7(), device: this.id, seq: ++this.seq, v: 1, made_at: new Date().toISOString(), action };
    this.queue.push({ entry, command });
    return entry;
  }

  // Any other command at the end of the queue, made when this device's clock says.
  adds(action: Record<string, object>, made = new Date()): void {
    const command = { id: uuid7(), device: this.id, seq: ++this.seq, v: 1, made_at: made.toISOString(), action };
    this.queue.push({ entry: '', command });
  }

  // Says something else in an entry of this version.
  async revises(entry: string, base: number, text: string): Promise<void> {
    const content = { text, plan: null, quantity: 0, work_date: today(), photos: [] };
    this.adds({ 'entry.revise': { entry, base, content } });
    while (this.queue.length > 0) await this.sends();
  }

  // Sends the head of the queue; answers the entries that the office has accepted for good. None while it is busy.
  async sends(): Promise<string[]> {
    const sent = this.queue.slice(0, COMMANDS_MAX);
    const request = { protocol: 1, device: this.id, commands: sent.map(({ command }) => command) };
    const reply = await this.office.asks('POST', '/api/sync/push', { json: request });
    if (reply.status === 503) return [];
    const { answers } = json<{ answers: { id: string; verdict: unknown }[] }>(reply);
    const refused = answers.filter(({ verdict }) => verdict !== 'accepted');
    const isAnswered = sent.every(({ command }, at) => answers[at]?.id === command.id);
    if (!isAnswered || refused.length > 0) throw new Error(reply.body.toString());
    this.queue.splice(0, sent.length);
    return sent.map(({ entry }) => entry);
  }

  async records(text: string, plan?: { id: string; amount: number }): Promise<void> {
    this.writes(text, plan);
    while (this.queue.length > 0) await this.sends();
  }
}

// One more phone of this person.
export async function phoneOf(town: Town, login: Login): Promise<Device> {
  const office = new Office(town);
  await office.signsIn(login);
  return new Device(office);
}

// The day where the demo agency is (WIB, UTC+7), moved by some days.
export function today(plus = 0): string {
  return new Date(Date.now() + 7 * 3_600_000 + plus * 86_400_000).toISOString().slice(0, 10);
}

export function uuid7(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
