// Somebody at the top of the city: reads sums of everything below, goes down to a person, hangs up a television.
import { type Locator, type Page, expect } from '@playwright/test';
import { DESK } from '../browsers';
import type { Town } from '../town';
import { Person } from './person';

export class Leader extends Person {
  constructor(town: Town, options = DESK) {
    super(town, 'Sekda', options);
  }

  async watchesCity(): Promise<void> {
    await this.signsIn();
    await this.goesTo('Papan unit');
    await this.boardIsLive();
  }

  async boardIsLive(): Promise<void> {
    await expect(this.page.getByText(/^Langsung · /)).toBeVisible();
  }

  title(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  // The figure under this name, without its source.
  figure(name: string): Locator {
    return figure(this.page, name);
  }

  // A code for one more screen; it is shown once.
  async invitesScreen(label: string): Promise<string> {
    await this.page.getByText('Layar TV', { exact: true }).click();
    await this.page.getByLabel('Tempat layar').fill(label);
    await this.page.getByRole('button', { name: 'Buat kode' }).click();
    const code = this.page.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    await expect(code).toBeVisible();
    return (await code.textContent()) ?? '';
  }
}

export function figure(page: Page, name: string): Locator {
  return page.locator('.stat').filter({ has: page.getByText(name, { exact: true }) }).locator('.stat-value');
}

// The first number in the text: "1.038 dari 4.629" is 1038.
export async function number(figure: Locator): Promise<number> {
  return Number(((await figure.textContent()) ?? '').trim().split(' ')[0].replace(/\./g, ''));
}
