// What staff and supervisors do with plans, by role and label, on any page that shows the form of one.
import { type Locator, type Page, expect } from '@playwright/test';

export type Indicator = { name?: string; target?: string; measure?: string; source?: string; formula?: string };

// A whole plan of somebody who leads no unit.
export const COUNTED: Indicator = { name: 'Keluarga didampingi', target: '12', measure: 'keluarga' };
export const GOOD: Indicator = {
  name: 'Berkas lengkap sejak pertama',
  target: '80',
  measure: 'persen',
  source: 'SIAK, berkas dikembalikan',
  formula: 'Berkas lengkap dibagi berkas masuk',
};

// The fields of one indicator, by the name over them.
export function indicator(place: Page | Locator, number: number): Locator {
  return place.getByRole('group', { name: new RegExp(`^Indikator ${number}`) });
}

export async function fillsIndicator(place: Page | Locator, number: number, says: Indicator): Promise<void> {
  const fields = indicator(place, number);
  const all: [string, string | undefined][] = [
    ['Nama indikator', says.name],
    ['Target', says.target],
    ['Satuan', says.measure],
    ['Sumber data', says.source],
    ['Cara menghitung', says.formula],
  ];
  for (const [label, text] of all) {
    if (text !== undefined) await fields.getByLabel(label, { exact: true }).fill(text);
  }
}

export async function opensForm(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/rencana/usul`);
  await expect(page.getByLabel('Rencana hasil kerja')).toBeVisible();
}

export async function opensPlan(page: Page, origin: string, result: string): Promise<void> {
  await page.goto(`${origin}/rencana`);
  await page.getByRole('main').getByRole('link', { name: result, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Rencana hasil kerja', level: 1 })).toBeVisible();
}

// Presses what opens a part of the page.
export async function unfolds(place: Page | Locator, name: string | RegExp): Promise<void> {
  await place.locator('summary').filter({ hasText: name }).first().click();
}
