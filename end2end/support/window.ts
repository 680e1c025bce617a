// A window of the app that somebody works in very fast, and one that stands still.
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

// Writes entry after entry through the app's own form, one piece each, as quickly as the page allows: opens the form, fills it in, presses the
// button and waits for what a person waits for, being back at the list.
export async function writesMany(page: Page, plan: string, texts: string[]): Promise<void> {
  await page.evaluate(async ({ plan, texts }) => {
    const appears = <T>(find: () => T | null | undefined | false, what: string) =>
      new Promise<T>((resolve, reject) => {
        const late = setTimeout(() => end(() => reject(new Error(`${what} did not appear`))), 60_000);
        const observer = new MutationObserver(() => look());
        const end = (then: () => void) => {
          clearTimeout(late);
          observer.disconnect();
          then();
        };
        const look = () => {
          const found = find();
          if (found) end(() => resolve(found));
        };
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        look();
      });
    const named = <T extends HTMLElement>(tag: string, name: string) => () =>
      [...document.querySelectorAll<T>(tag)].find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === name);
    const labelled = (name: string) => () => [...document.querySelectorAll('label')].find((one) => one.innerText.trim().startsWith(name))?.control;
    const types = async (name: string, typed: string) => {
      const field = (await appears(labelled(name), name)) as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    for (const text of texts) {
      (await appears(named('a', 'Catat pekerjaan'), 'the way to the form')).click();
      await types('Apa yang Anda kerjakan?', text);
      (await appears(labelled(plan), 'the plan')).click();
      await types('Hasil', '1');
      (await appears(named('button', 'Simpan'), 'the button')).click();
      await appears(() => location.pathname === '/' && named('a', 'Catat pekerjaan')(), `the list after “${text}”`);
    }
  }, { plan, texts });
}

// Everything in the window stands still, as in one that the browser has frozen: no script runs and no timer, while its requests and its locks
// stay. By way of the debugger, because Page.setWebLifecycleState freezes hidden pages only, and without a screen no page is ever hidden.
export async function freezes(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  const stands = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.pause');
  // It stands at the next line that is run. Nobody hears the answer before it goes on.
  devtools.send('Runtime.evaluate', { expression: '0' }).catch(() => {});
  await stands;
  return devtools;
}

export async function thaws(devtools: CDPSession): Promise<void> {
  await devtools.send('Debugger.resume');
  await devtools.detach();
}

// The window's process dies without a word, as it does when memory runs out.
export async function dies(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const gone = page.waitForEvent('crash');
  // It dies before it can answer.
  devtools.send('Page.crash').catch(() => {});
  await gone;
}

// A window that waits for its turn gets the lead as soon as it is free; one that hears nothing for some seconds takes it by force. The answer
// says whether this one has done without force from here on.
export async function waitsInTurn(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    LockManager.prototype.request = new Proxy(LockManager.prototype.request, {
      apply: (request, locks, given: unknown[]) => {
        if (given.some((one) => (one as LockOptions | undefined)?.steal)) Object.assign(window, { usedForce: true });
        return Reflect.apply(request, locks, given);
      },
    });
  });
  return () => page.evaluate(() => !('usedForce' in window));
}

// Nobody sees this window any more, or somebody does again. Without a screen no page is ever hidden by itself.
export async function isSeen(page: Page, seen: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, !seen);
}

export type Asked = { page: Page; path: string };

// Everything that the windows of a browser ask the office from here on, and which of them did.
export function listens(browser: BrowserContext): Asked[] {
  const asked: Asked[] = [];
  browser.on('request', (request) => {
    const { pathname } = new URL(request.url());
    // What a service worker asks has no window.
    if (pathname.startsWith('/api/')) asked.push({ page: request.frame().page(), path: pathname });
  });
  return asked;
}

// Who has asked this.
export function askers(asked: Asked[], path: RegExp): Page[] {
  return [...new Set(asked.filter((one) => path.test(one.path)).map(({ page }) => page))];
}
