// A civil servant with a small phone: writes down work, reads what comes back, and wants to know what has left the phone.
import { type Locator, type TestInfo, expect } from '@playwright/test';
import { PHONE } from '../browsers';
import type { Town } from '../town';
import { PATIENCE_MS, Person } from './person';

export type Work = { text: string; plan?: string; amount?: string; photo?: string; date?: string };

// The words under an entry.
export type State = 'Tersimpan di HP' | 'Terkirim' | 'Dilihat atasan' | 'Disetujui' | 'Perlu revisi';

export class Staff extends Person {
  // A test that ends with something on the phone on purpose says so.
  keepsQueue = false;

  constructor(town: Town, options = PHONE) {
    super(town, 'Pegawai', options);
  }

  // Signing in is done when the first news have arrived: from then on the phone can do without the network.
  override async signsInAgain(): Promise<void> {
    await super.signsInAgain();
    await expect(this.page.getByRole('region', { name: 'Rencana hari ini' }).getByRole('listitem').first()).toBeVisible({ timeout: PATIENCE_MS });
  }

  // The phone believes that it is so much later; the time goes on from there.
  async signsInWithClockOff(ms: number): Promise<void> {
    await this.opens();
    await this.page.clock.setSystemTime(Date.now() + ms);
    await this.page.reload();
    await this.signsInAgain();
    const off = (await this.page.evaluate(() => Date.now())) - Date.now();
    expect(Math.abs(off - ms), 'the clock is off').toBeLessThan(60_000);
  }

  async fillsForm({ text, plan, amount, photo, date }: Work): Promise<void> {
    const { page } = this;
    await page.getByLabel('Apa yang Anda kerjakan?').fill(text);
    if (plan) await page.getByRole('radio', { name: plan }).check();
    if (amount) await page.getByRole('textbox', { name: 'Hasil', exact: true }).fill(amount);
    if (date) {
      await page.getByRole('button', { name: 'Tanggal lain' }).click();
      await page.getByLabel('Pilih tanggal').fill(date);
    }
    if (photo) {
      await page.getByLabel('Ambil foto').setInputFiles(photo);
      await expect(page.getByRole('img', { name: 'Foto 1' })).toBeVisible();
    }
  }

  // Fills the form and presses the button; says nothing about what comes of it.
  async triesToRecord(work: Work): Promise<void> {
    await this.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
    await this.fillsForm(work);
    await this.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  }

  async records(work: Work): Promise<void> {
    await this.triesToRecord(work);
    await this.isTold('Tersimpan di HP. Terkirim sendiri saat ada jaringan.');
    await expect(this.entry(work.text)).toBeVisible();
  }

  async revises(text: string, work: Work): Promise<void> {
    await this.page.getByRole('link', { name: `Perlu revisi: ${text}` }).click();
    await this.page.getByRole('heading', { name: 'Perbaiki catatan', level: 1 }).waitFor();
    await this.fillsForm(work);
    await this.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await this.isTold('Tersimpan di HP. Terkirim sendiri saat ada jaringan.');
  }

  // Chromium writes cookies to disk every half minute, so a session may have died with the battery. The queue has not.
  async signsInIfAsked(text: string): Promise<void> {
    const again = this.page.getByRole('link', { name: 'Masuk', exact: true });
    const arrived = this.entry(text).getByText('Terkirim');
    await expect(again.or(arrived).first()).toBeVisible({ timeout: PATIENCE_MS });
    if (!(await again.isVisible())) return;
    await again.click();
    await this.signsInAgain();
  }

  // Signs out; what has not been sent stays on this phone.
  async goesOut(): Promise<void> {
    await this.goesTo('Saya');
    await this.page.getByRole('button', { name: 'Keluar', exact: true }).click();
    const stays = this.page.getByRole('button', { name: 'Keluar, antrean tetap di HP ini' });
    const out = this.page.getByRole('heading', { name: 'Masuk', level: 1 });
    await expect(stays.or(out).first()).toBeVisible({ timeout: 30_000 });
    if (await stays.isVisible()) await stays.click();
    await expect(out).toBeVisible();
  }

  entry(text: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('link', { name: text, exact: true }) });
  }

  async sees(text: string, state: State, timeout = 45_000): Promise<void> {
    await expect(this.entry(text)).toContainText(state, { timeout });
  }

  async isTold(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  }

  // What the office or the phone said no to, with the reason in words.
  refusal(): Locator {
    return this.page.getByRole('alert');
  }

  letters(): Locator {
    return this.page.getByRole('main').getByRole('listitem');
  }

  async hasNothingWaiting(): Promise<void> {
    await this.opens('/antrean');
    await expect(this.page.getByText('Tidak ada yang menunggu. Semua catatan sudah sampai ke kantor.')).toBeVisible();
  }

  override async leaves(info: TestInfo): Promise<void> {
    try {
      if (info.errors.length === 0 && this.hasSignedIn && !this.keepsQueue) await this.hasNothingWaiting();
    } finally {
      await super.leaves(info);
    }
  }
}
