// What everybody forgets to look at: the browser's console, uncaught errors, and violations of the Content-Security-Policy.
import { type BrowserContext, expect } from '@playwright/test';

// What Chromium itself writes when the network is gone; a test that cuts it says so.
const NO_NETWORK = /net::ERR_|Failed to load resource: net|TypeError: Failed to fetch|ServiceWorker.*(fetch|script)/i;

export class Journal {
  private readonly wrong: string[] = [];
  private readonly allowed: RegExp[] = [];

  async reads(context: BrowserContext): Promise<void> {
    context.on('console', (message) => {
      if (message.type() === 'error') this.wrong.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => this.wrong.push(`uncaught: ${error.error().message}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
  }

  allowsNoNetwork(): void {
    this.allowed.push(NO_NETWORK);
  }

  // A live line that is answered by a stranger's page.
  allowsPortal(): void {
    this.allowed.push(/EventSource's response has a MIME type/);
  }

  // A part of the app that is not to be had; the loader says so before the page does.
  allowsMissingPart(): void {
    this.allowed.push(/Failed to execute 'compile' on 'WebAssembly': HTTP status code is not ok/);
  }

  // Chromium writes an error line for every answer of 400 and above, also for those that the page expects.
  allowsStatus(...statuses: number[]): void {
    for (const status of statuses) this.allowed.push(new RegExp(`responded with a status of ${status}`));
  }

  unexpected(): string[] {
    return this.wrong.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
  }

  mustBeClean(): void {
    expect(this.unexpected(), "the browser's console").toEqual([]);
  }
}
