// Somebody at a counter with any phone, in a hurry, and JavaScript off.
import { type BrowserContext, type Locator, type Page, type TestInfo, expect } from '@playwright/test';
import { PHONE, openBrowser } from '../browsers';
import { Journal } from '../journal';
import { folder, remove } from '../places';
import type { Town } from '../town';

export type Answer = 'Sangat baik' | 'Baik' | 'Kurang baik' | 'Tidak baik';

export class Citizen {
  readonly journal = new Journal();
  private readonly profile = folder('citizen');
  private context?: BrowserContext;

  constructor(private readonly town: Town) {}

  get page(): Page {
    return this.context!.pages()[0];
  }

  // Opens the address that a QR code said.
  async scans(address: string): Promise<number> {
    if (!this.context) {
      this.context = await openBrowser(this.profile, { ...PHONE, javaScriptEnabled: false });
      await this.journal.reads(this.context);
    }
    return (await this.page.goto(address))?.status() ?? 0;
  }

  // Types the address of a counter.
  visits(counter: string): Promise<number> {
    return this.scans(`${this.town.origin}/f/${counter}`);
  }

  async chooses(answer: Answer): Promise<void> {
    await this.page.getByRole('radio', { name: answer, exact: true }).check();
  }

  async writes(words: string): Promise<void> {
    await this.story().fill(words);
  }

  async sends(): Promise<void> {
    await this.page.getByRole('button', { name: 'Kirim', exact: true }).tap();
  }

  async isThanked(): Promise<string> {
    await expect(this.page.getByRole('heading', { name: 'Terima kasih.', level: 1 })).toBeVisible();
    const code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(await this.page.getByRole('main').innerText())?.[0];
    expect(code, 'a code to ask with').toBeTruthy();
    return code!;
  }

  async leaves(answer: Answer, words = ''): Promise<string> {
    await this.chooses(answer);
    if (words) await this.writes(words);
    await this.sends();
    return this.isThanked();
  }

  story(): Locator {
    return this.page.getByRole('textbox', { name: /^Ceritakan sedikit/ });
  }

  async goes(info: TestInfo): Promise<void> {
    const shot = info.errors.length > 0 ? await this.context?.pages()[0]?.screenshot().catch(() => undefined) : undefined;
    if (shot) await info.attach('Warga', { body: shot, contentType: 'image/png' });
    await this.context?.close();
    remove(this.profile);
    if (info.errors.length === 0) this.journal.mustBeClean();
  }
}
