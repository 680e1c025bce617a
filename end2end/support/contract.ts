// The page with the app's room `store` by itself, for each test at an origin of its own: storage that nobody has used. No server is needed;
// the browser is given the files under an address that is secure, with the policy that the app has.
import type { BrowserContext, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from './places';

const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

export type Measured = [pull: number, start: number, save: number];

export class Contract {
  private opened = 0;

  // With so much space for each page, in bytes.
  constructor(
    private readonly context: BrowserContext,
    private readonly space = -1,
  ) {}

  // A page that knows nothing; its storage can be cleared under it.
  async opens(): Promise<Page> {
    const page = await this.context.newPage();
    const origin = `https://case-${++this.opened}.teladan.test`;
    await page.route(`${origin}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
      const body = readFileSync(join(contract(), name));
      const headers = { 'content-type': TYPES[name.split('.').pop()!], 'content-security-policy': POLICY };
      return route.fulfill({ body, headers });
    });
    const devtools = await this.context.newCDPSession(page);
    await page.exposeFunction('clearsStorage', (origin: string) => devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' }));
    const hasSpace = (quotaSize: number) => devtools.send('Storage.overrideQuotaForOrigin', quotaSize < 0 ? { origin } : { origin, quotaSize });
    await page.exposeFunction('hasSpace', hasSpace);
    await hasSpace(this.space);
    await page.goto(origin);
    await page.waitForFunction(() => 'contract' in globalThis, undefined, { timeout: 60_000 });
    return page;
  }

  async cases(): Promise<string[]> {
    const page = await this.opens();
    const cases = await page.evaluate(() => (globalThis as any).contract.cases());
    await page.close();
    return cases;
  }

  // Answers what is not so; nothing when all is well.
  proves(name: string): Promise<string | undefined> {
    return this.calls('prove', name);
  }

  async calls(what: string, ...given: string[]): Promise<string | undefined> {
    const page = await this.opens();
    const call = ([what, ...given]: string[]) => (globalThis as any).contract[what](...given).catch((error: unknown) => String(error));
    const said = await page.evaluate(call, [what, ...given]);
    await page.close();
    return said;
  }

  async measures(rows: number): Promise<Measured> {
    const page = await this.opens();
    const measured = await page.evaluate((rows) => (globalThis as any).contract.measure(rows).then(Array.from), rows);
    await page.close();
    return measured as Measured;
  }
}
