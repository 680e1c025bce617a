// What a person without a mouse meets: everything that can be pressed or typed into, one Tab after the other, with the focus to be seen.
import type { Page } from '@playwright/test';

export type Reach = { missed: string[]; unseen: string[] };

export async function reachesByTab(page: Page): Promise<Reach> {
  const names = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')];
    const wanted = all.filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled, [type=hidden]') || !one.checkVisibility({ visibilityProperty: true })) return false;
      // The arrow keys move within a group of radio buttons; Tab comes to the chosen one.
      return one.getAttribute('type') !== 'radio' || (one as HTMLInputElement).checked;
    });
    wanted.forEach((one, at) => one.setAttribute('data-reach', String(at)));
    (document.activeElement as HTMLElement | null)?.blur();
    return wanted.map((one) => `${one.tagName.toLowerCase()} “${(one.getAttribute('aria-label') ?? one.innerText ?? '').trim() || one.id}”`);
  });
  const reached = new Set<number>();
  const unseen: string[] = [];
  for (let step = 0; step < names.length + 3; step++) {
    await page.keyboard.press('Tab');
    const met = await page.evaluate(() => {
      const one = document.activeElement;
      const at = one?.getAttribute('data-reach');
      const around = [one, one?.parentElement, one?.parentElement?.parentElement];
      const isSeen = around.some((part) => part && getComputedStyle(part).outlineStyle !== 'none' && parseFloat(getComputedStyle(part).outlineWidth) > 0);
      return at === null || at === undefined ? undefined : { at: Number(at), isSeen };
    });
    if (!met || reached.has(met.at)) continue;
    reached.add(met.at);
    if (!met.isSeen) unseen.push(names[met.at]);
  }
  return { missed: names.filter((_, at) => !reached.has(at)), unseen };
}
