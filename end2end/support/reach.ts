// What a person without a mouse meets: everything that can be pressed or typed into, one Tab after the other, with the focus to be seen.
// Things are known by what they say, because news that arrive meanwhile may have drawn them anew.
import type { Page } from '@playwright/test';

export type Reach = { missed: string[]; unseen: string[] };

export async function reachesByTab(page: Page): Promise<Reach> {
  const wanted = await page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, textarea, select, summary')];
    const reachable = all.filter((one) => {
      if (one.tabIndex < 0 || one.matches(':disabled, [type=hidden]') || !one.checkVisibility({ visibilityProperty: true })) return false;
      // The arrow keys move within a group of radio buttons; Tab comes to the chosen one.
      return one.getAttribute('type') !== 'radio' || (one as HTMLInputElement).checked;
    });
    (document.activeElement as HTMLElement | null)?.blur();
    return reachable.map((one) => `${one.tagName.toLowerCase()} ${one.id || one.getAttribute('href') || ''} “${(one.getAttribute('aria-label') ?? one.innerText).trim()}”`);
  });
  const reached = new Map<string, boolean>();
  // News that come meanwhile bring more to press, and what is drawn anew may send Tab back to the beginning: a second round at most.
  for (let step = 0; step < wanted.length + 5 || (step < 2 * wanted.length + 40 && wanted.some((name) => !reached.has(name))); step++) {
    await page.keyboard.press('Tab');
    const met = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      const around = [one, one.parentElement, one.parentElement?.parentElement];
      const isSeen = around.some((part) => part && getComputedStyle(part).outlineStyle !== 'none' && parseFloat(getComputedStyle(part).outlineWidth) > 0);
      const name = `${one.tagName.toLowerCase()} ${one.id || one.getAttribute('href') || ''} “${(one.getAttribute('aria-label') ?? one.innerText).trim()}”`;
      return { name, isSeen };
    });
    reached.set(met.name, (reached.get(met.name) ?? true) && met.isSeen);
  }
  return { missed: wanted.filter((name) => !reached.has(name)), unseen: wanted.filter((name) => reached.get(name) === false) };
}
