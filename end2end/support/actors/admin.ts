// A personnel officer at a desk: looks after the units and people of a dinas.
import { type Download, type Locator, expect } from '@playwright/test';
import { DESK } from '../browsers';
import type { Town } from '../town';
import { Person } from './person';

export class Admin extends Person {
  constructor(town: Town, options = DESK) {
    super(town, 'Admin', options);
  }

  async manages(tab?: 'Unit dan orang' | 'Permintaan' | 'Tim' | 'Impor'): Promise<void> {
    await this.goesTo('Kelola');
    if (tab) await this.page.getByRole('navigation', { name: 'Kelola' }).getByRole('link', { name: tab }).click();
  }

  request(name: string): Locator {
    return this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name, level: 3 }) });
  }

  async isTold(words: string): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
  }

  // Hands in a list and waits until its columns are shown.
  async bringsList(name: string, text: string): Promise<void> {
    await this.page.getByLabel('Pilih berkas').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await expect(this.page.getByRole('region', { name: 'Kolom mana yang mana?' })).toBeVisible();
  }

  async checksList(): Promise<void> {
    await this.page.getByRole('button', { name: 'Periksa dulu' }).click();
    await expect(this.result()).toBeVisible();
  }

  result(): Locator {
    return this.page.getByRole('region', { name: 'Yang akan terjadi' });
  }

  // What a button hands over as a file.
  async downloads(button: string): Promise<string> {
    const [file] = await Promise.all([
      // Making many passwords takes the office its time.
      this.page.waitForEvent('download', { timeout: 60_000 }) as Promise<Download>,
      this.page.getByRole('button', { name: button }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }
}
