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

  constructor(private readonly context: BrowserContext) {}

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
    await page.goto(origin);
    await page.waitForFunction(() => 'contract' in globalThis);
    return page;
  }

  async cases(): Promise<string[]> {
    const page = await this.opens();
    const cases = await page.evaluate(() => (globalThis as any).contract.cases());
    await page.close();
    return cases;
  }

  // Answers what is not so; nothing when all is well.
  async proves(name: string): Promise<string | undefined> {
    const page = await this.opens();
    const said = await page.evaluate((name) => (globalThis as any).contract.prove(name).catch((error: unknown) => String(error)), name);
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
