// A phone without a screen: pushes entries over HTTP as the app does. For many entries in a row, where fingers would be too slow.
import { randomBytes, randomUUID } from 'node:crypto';
import { json } from './office';
import type { Office } from './office';

export class Device {
  private readonly id = randomUUID();
  private seq = 0;

  constructor(private readonly office: Office) {}

  async records(text: string, plan?: { id: string; amount: number }): Promise<void> {
    const content = { text, plan: plan?.id ?? null, quantity: (plan?.amount ?? 0) * 100, work_date: today(), photos: [] };
    const command = { id: uuid7(), device: this.id, seq: ++this.seq, v: 1, made_at: new Date().toISOString(), action: { 'entry.record': { id: uuid7(), content } } };
    const request = { protocol: 1, device: this.id, commands: [command] };
    const reply = json<{ answers: { verdict: unknown }[] }>(await this.office.asks('POST', '/api/sync/push', { json: request }));
    if (reply.answers[0].verdict !== 'accepted') throw new Error(JSON.stringify(reply));
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
