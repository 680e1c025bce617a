// Somebody with a browser: what staff and supervisors have in common. The browser can be closed, die, and be opened again.
import { type BrowserContext, type BrowserContextOptions, type CDPSession, type Page, type TestInfo, expect } from '@playwright/test';
import { openBrowser, processOf } from '../browsers';
import { Journal } from '../journal';
import { folder, remove } from '../places';
import type { Login, Role } from '../server';
import type { Town } from '../town';

// How long a person waits for something that must come, on a machine that is busy elsewhere.
export const PATIENCE_MS = 60_000;

export class Person {
  readonly journal = new Journal();
  hasSignedIn = false;
  private readonly profile = folder('browser');
  private context?: BrowserContext;
  private quota?: CDPSession;

  constructor(
    readonly town: Town,
    private readonly role: Role,
    private readonly options: BrowserContextOptions,
  ) {}

  get login(): Login {
    return this.town.server.login(this.role);
  }

  get browser(): BrowserContext {
    if (!this.context) throw new Error('the browser is closed');
    return this.context;
  }

  get page(): Page {
    return this.browser.pages()[0];
  }

  async opens(path = '/', options: BrowserContextOptions = {}): Promise<void> {
    await this.startsBrowser(options);
    await this.page.goto(this.town.origin + path);
  }

  // Types the address and looks, without waiting for anything to be loaded.
  async opensAtOnce(path = '/'): Promise<void> {
    await this.startsBrowser({});
    await this.page.goto(this.town.origin + path, { waitUntil: 'commit' });
  }

  // On the sign-in page, wherever that stands.
  async fillsIn(nip: string, password: string): Promise<void> {
    // The page is loaded before the app is.
    await expect(this.page.getByLabel('NIP', { exact: true })).toBeVisible({ timeout: PATIENCE_MS });
    await this.page.getByLabel('NIP', { exact: true }).fill(nip);
    await this.page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).click();
  }

  async signsIn(): Promise<void> {
    await this.opens();
    await this.signsInAgain();
  }

  async signsInAgain(): Promise<void> {
    await this.fillsIn(this.login.nip, this.login.password);
    await expect(this.page.getByRole('link', { name: 'Catat pekerjaan', exact: true })).toBeVisible({ timeout: PATIENCE_MS });
    this.hasSignedIn = true;
  }

  // Goes to a link of the page by the keyboard alone.
  async follows(name: string | RegExp): Promise<void> {
    const link = this.page.getByRole('main').getByRole('link', { name, exact: true });
    await expect(link).toBeVisible({ timeout: PATIENCE_MS });
    // Focus and key in one step, so that nothing comes between them.
    await link.press('Enter');
  }

  // The app is on this device and answers by itself.
  async canWorkOffline(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: PATIENCE_MS }).toBe('activated');
  }

  // The browser asks for a new build, as Chromium does by itself now and then. Says what became of it; `none` when there is nothing new.
  looksForUpdate(): Promise<string> {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      // One that is given up at once is gone from the registration before we can look there.
      const found: { worker?: ServiceWorker | null } = {};
      registration.addEventListener('updatefound', () => (found.worker = registration.installing), { once: true });
      await registration.update();
      const worker = found.worker ?? registration.installing ?? registration.waiting;
      if (!worker) return 'none';
      return new Promise<string>((resolve) => {
        const look = () => {
          if (worker.state !== 'installing') resolve(worker.state);
        };
        worker.addEventListener('statechange', look);
        look();
      });
    });
  }

  // Taps the way to another page. A path is for those that no link on this page leads to.
  async goesTo(name: string): Promise<void> {
    const link = this.page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name });
    await expect(link).toBeVisible({ timeout: PATIENCE_MS });
    await link.click();
  }

  // From now on nobody reloads this page; the answer asks whether that is so.
  async keepsThisPage(): Promise<() => Promise<void>> {
    await this.page.evaluate(() => Object.assign(window, { isStillTheSame: true }));
    return async () => expect(await this.page.evaluate(() => 'isStillTheSame' in window), 'the page was not reloaded').toBe(true);
  }

  // Signs the session out at the office, behind the page's back: as an admin, another device or time would.
  async sessionEnds(): Promise<void> {
    const status = await this.page.evaluate(async () => (await fetch('/api/session', { method: 'DELETE' })).status);
    expect(status).toBe(204);
  }

  // The browser's session becomes another person's, and nobody has told this page: it slept, or another program did it.
  async sessionBecomes({ nip, password }: Login): Promise<void> {
    const status = await this.page.evaluate(async (login) => {
      await fetch('/api/session', { method: 'DELETE' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/session', { method: 'POST', headers, body: JSON.stringify(login) })).status;
    }, { nip, password });
    expect(status).toBe(201);
  }

  // This device alone has no network; others still have.
  async losesNetwork(): Promise<void> {
    await this.browser.setOffline(true);
  }

  async findsNetwork(): Promise<void> {
    await this.browser.setOffline(false);
  }

  // This device loses its network and the page is opened anew. News are on the disk a moment after they are on the screen: when what is
  // looked for is not there yet, they are heard once more.
  async reloadsWithoutNetwork(looks: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.losesNetwork();
      await this.page.reload();
      await looks().catch(async (cause) => {
        await this.findsNetwork();
        throw cause;
      });
    }).toPass({ timeout: PATIENCE_MS, intervals: [3_000] });
  }

  async closesBrowser(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
  }

  // The battery is empty: the process dies without closing anything.
  async browserDies(): Promise<void> {
    const gone = this.browser.waitForEvent('close');
    process.kill(processOf(this.profile), 'SIGKILL');
    await gone;
    this.context = undefined;
  }

  // The page's process dies, as it does when memory runs out; the browser goes on, and the person opens the app again.
  async pageDies(): Promise<void> {
    const dying = this.page;
    const gone = dying.waitForEvent('crash');
    const devtools = await this.browser.newCDPSession(dying);
    // It dies before it can answer.
    devtools.send('Page.crash').catch(() => {});
    await gone;
    await this.browser.newPage();
    await dying.close();
  }

  // Another window of the same browser.
  async opensWindow(path = '/'): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(this.town.origin + path);
    return page;
  }

  // The browser clears what it keeps for us, as it does when space runs out: everything that scripts can write, and no cookie. No page of ours
  // is open meanwhile.
  async losesStorage(): Promise<void> {
    await this.page.goto('about:blank');
    const devtools = await this.browser.newCDPSession(this.page);
    const storageTypes = 'indexeddb,local_storage,cache_storage,service_workers';
    await devtools.send('Storage.clearDataForOrigin', { origin: this.town.origin, storageTypes });
    await devtools.detach();
    await this.page.goto(this.town.origin);
  }

  // Opens the browser anew, and it will keep no more than so many bytes for us. Anew, because Chromium asks its quota at most every half
  // minute while a database is open.
  async opensWithSpaceFor(bytes: number, path = '/'): Promise<void> {
    await this.closesBrowser();
    await this.startsBrowser({});
    this.quota = await this.browser.newCDPSession(this.page);
    await this.quota.send('Storage.overrideQuotaForOrigin', { origin: this.town.origin, quotaSize: bytes });
    await this.page.goto(this.town.origin + path);
  }

  // As much as the disk has.
  async hasSpaceAgain(): Promise<void> {
    await this.quota?.send('Storage.overrideQuotaForOrigin', { origin: this.town.origin });
  }

  async leaves(info: TestInfo): Promise<void> {
    if (info.errors.length > 0) await this.showsWhatItSaw(info);
    await this.closesBrowser();
    remove(this.profile);
    if (info.errors.length === 0) this.journal.mustBeClean();
  }

  private async startsBrowser(options: BrowserContextOptions): Promise<void> {
    if (this.context) return;
    this.context = await openBrowser(this.profile, { ...this.options, ...options });
    await this.journal.reads(this.context);
  }

  private async showsWhatItSaw(info: TestInfo): Promise<void> {
    await info.attach(`${this.role}, console`, { body: this.journal.unexpected().join('\n'), contentType: 'text/plain' });
    const shot = await this.context?.pages()[0]?.screenshot({ fullPage: true, timeout: 5_000 }).catch(() => undefined);
    if (!shot) return;
    await info.attach(this.role, { body: shot, contentType: 'image/png' });
  }
}
