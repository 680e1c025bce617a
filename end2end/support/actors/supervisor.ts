// A head of a unit at a desk: keeps the team's board open, reads entries and answers them.
import { type Locator, expect } from '@playwright/test';
import { DESK } from '../browsers';
import type { Role } from '../server';
import type { Town } from '../town';
import { Person } from './person';

// From the office's acceptance to the eye, in milliseconds, as the board itself marks it.
export type Delay = { seq: number; ms: number };

export class Supervisor extends Person {
  constructor(town: Town, options = DESK, role: Role = 'Atasan') {
    super(town, role, options);
  }

  async watchesBoard(): Promise<void> {
    await this.signsIn();
    await this.goesTo('Papan tim');
    await this.boardIsLive();
  }

  async boardIsLive(timeout = 45_000): Promise<void> {
    await expect(this.page.getByText(/^Langsung · /)).toBeVisible({ timeout });
  }

  row(name: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async progressOf(name: string): Promise<number> {
    return Number(await this.row(name).getByRole('progressbar').getAttribute('value'));
  }

  tile(counter: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: counter }) });
  }

  // The panel beside the table.
  panel(): Locator {
    return this.page.getByRole('complementary');
  }

  async opensPerson(name: string): Promise<void> {
    await this.row(name).getByRole('link', { name, exact: true }).click();
    await expect(this.panel().getByRole('heading', { name, level: 2 })).toBeVisible();
  }

  // Opens one of the person's entries; the newest is open already.
  async opensEntry(text: string): Promise<void> {
    const other = this.panel().getByRole('button', { name: text, exact: true });
    const reading = this.panel().getByRole('article').getByText(text, { exact: true });
    await expect(other.or(reading).first()).toBeVisible();
    if (await other.isVisible()) await other.click();
    await expect(reading).toBeVisible();
  }

  async thanks(): Promise<void> {
    await this.panel().getByRole('button', { name: 'Terima kasih', exact: true }).click();
    await this.isTold(/^Terima kasih terkirim ke /);
  }

  async approves(): Promise<void> {
    await this.panel().getByRole('button', { name: 'Setujui', exact: true }).click();
    await this.isTold(/^Catatan .* disetujui\.$/);
  }

  async writes(words: string): Promise<void> {
    await this.panel().getByRole('button', { name: 'Tulis pesan', exact: true }).click();
    await this.sends(words, /^Pesan terkirim ke /);
  }

  async returns(reason: string): Promise<void> {
    await this.panel().getByRole('button', { name: 'Perlu revisi', exact: true }).click();
    await this.sends(reason, /^Catatan dikembalikan ke /);
  }

  // Opens the queue of everything that waits.
  async opensQueue(): Promise<void> {
    await this.page.goto(`${this.town.origin}/tinjau`);
    await expect(this.page.getByRole('heading', { name: 'Tinjau', level: 1 })).toBeVisible();
    await expect(this.page.getByRole('checkbox', { name: 'Pilih semua' })).toBeVisible();
  }

  // An entry in that queue.
  waiting(text: string): Locator {
    return this.page.getByRole('list', { name: 'Catatan yang menunggu' }).getByRole('listitem').filter({ hasText: text });
  }

  choice(text: string): Locator {
    return this.waiting(text).getByRole('checkbox');
  }

  async delays(): Promise<Delay[]> {
    return this.page.evaluate(() => {
      const marks = performance.getEntriesByName('teladan:painted') as PerformanceMark[];
      return marks.map(({ startTime, detail }) => ({ seq: detail.seq, ms: performance.timeOrigin + startTime - detail.at }));
    });
  }

  private async sends(words: string, told: RegExp): Promise<void> {
    await this.panel().getByLabel('Pesan', { exact: true }).fill(words);
    await this.panel().getByRole('button', { name: 'Kirim pesan', exact: true }).click();
    await this.isTold(told);
  }

  private async isTold(words: RegExp): Promise<void> {
    await expect(this.page.getByRole('status').getByText(words)).toBeVisible();
  }
}
