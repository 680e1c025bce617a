// Every screen of the app by its name, and when it stands.
import { type Page, expect } from '@playwright/test';
import { barriers } from './axe';

export type Screen = { name: string; path: string };

export const STAFF_SCREENS: Screen[] = [
  { name: 'hari-ini', path: '/' },
  { name: 'catat', path: '/catat' },
  { name: 'kabar', path: '/kabar' },
  { name: 'antrean', path: '/antrean' },
  { name: 'buku', path: '/buku' },
  { name: 'rencana', path: '/rencana' },
  { name: 'saya', path: '/saya' },
];

export const THEMES = ['light', 'dark'] as const;

export async function goesTo(page: Page, origin: string, { path }: Screen): Promise<void> {
  await page.goto(origin + path);
  await stands(page);
}

// The heading is there and no skeleton is left.
export async function stands(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton:visible')).toHaveCount(0);
}

// The newest entry in the notebook, as a page of its own.
export async function opensEntry(page: Page, origin: string): Promise<void> {
  await goesTo(page, origin, { name: 'buku', path: '/buku' });
  await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Catatan', level: 1 })).toBeVisible();
}

// Wider than the window means that people have to scroll sideways to read. A phone's `innerWidth` grows with a page that is too wide, so the
// width that was asked for is what counts.
export async function scrollsSideways(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    const wide = document.scrollingElement!.scrollWidth;
    if (wide <= width + 1) return [];
    const over = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width + 1);
    return [`${wide} px in ${width} px`, ...over.slice(0, 5).map((one) => `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''}`)];
  }, page.viewportSize()!.width);
}

// The same at 200 %: a window on a desk is half as wide then; on a phone the letters are twice as large.
export async function scrollsSidewaysAtTwice(page: Page): Promise<string[]> {
  const { width, height } = page.viewportSize()!;
  if (width === 1440) await page.setViewportSize({ width: width / 2, height: height / 2 });
  else await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const over = await scrollsSideways(page);
  await page.setViewportSize({ width, height });
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  return over;
}

// A picture of the page in each theme; no barrier in either, and nothing to scroll sideways for.
export async function pictures(page: Page, screen: string, size: string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    await page.evaluate(() => scrollTo(0, 0));
    await page.screenshot({ path: `shots/${screen}-${size}-${theme}.png`, fullPage: true, timeout: 60_000 });
    expect.soft(await barriers(page), `${screen}, ${theme}`).toEqual([]);
  }
  expect.soft(await scrollsSideways(page), screen).toEqual([]);
}
