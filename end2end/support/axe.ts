// What axe can tell about a page for people with disabilities, as one line per problem. Only what is serious or critical.
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
// In the page itself and for violations alone: a third of the time that its driver for Playwright takes.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await inTallWindow(page, () => analyses(page));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]?.trim()}`));
}

async function analyses(page: Page): Promise<AxeResults> {
  await page.evaluate(AXE);
  return page.evaluate((tags) => (window as any).axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), RULES);
}

// A window as tall as the page: axe takes what lies under a fixed bar for covered, though people can scroll it out from there.
async function inTallWindow<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const size = page.viewportSize()!;
  const height = await page.evaluate(() => document.scrollingElement!.scrollHeight + 200);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const seen = await look();
  await page.setViewportSize(size);
  return seen;
}
