// A phone without a screen: pushes entries over HTTP as the app does. For many entries in a row, where fingers would be too slow.
// Like the app it keeps what it has written until the office has answered, and sends it again.
import { randomBytes, randomUUID } from 'node:crypto';
import { json } from './office';
import type { Office } from './office';

type Written = { entry: string; command: { id: string } };

const COMMANDS_MAX = 50;

export class Device {
  // Not answered yet.
  readonly queue: Written[] = [];
  private readonly id = randomUUID();
  private seq = 0;

  constructor(private readonly office: Office) {}

  // Puts an entry at the end of the queue; answers its id.
  writes(text: string, plan?: { id: string; amount: number }): string {
    const content = { text, plan: plan?.id ?? null, quantity: (plan?.amount ?? 0) * 100, work_date: today(), photos: [] };
    const entry = uuid7();
    const action = { 'entry.record': { id: entry, content } };
    const command = { id: uuid7(), device: this.id, seq: ++this.seq, v: 1, made_at: new Date().toISOString(), action };
    this.queue.push({ entry, command });
    return entry;
  }

  // Any other command at the end of the queue.
  adds(action: Record<string, object>): void {
    const command = { id: uuid7(), device: this.id, seq: ++this.seq, v: 1, made_at: new Date().toISOString(), action };
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
