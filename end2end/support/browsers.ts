// Real Chromium. Each actor has a browser of their own, so that one can die without the others.
import { type BrowserContext, type BrowserContextOptions, chromium as playwright } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { chromium } from './places';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const HERE: BrowserContextOptions = { locale: 'id-ID', timezoneId: 'Asia/Jakarta', serviceWorkers: 'allow', reducedMotion: 'reduce' };

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const DESK: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

// A browser with this profile folder: what it keeps there it finds again after it was closed or killed.
export function openBrowser(profile: string, options: BrowserContextOptions): Promise<BrowserContext> {
  return playwright.launchPersistentContext(profile, { executablePath: chromium(), args: ARGS, headless: true, ...HERE, ...options });
}

// The process of the browser with this profile folder; its children carry --type.
export function processOf(profile: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const line = commandLine(pid);
    if (line.includes(`--user-data-dir=${profile}`) && !line.some((part) => part.startsWith('--type='))) return Number(pid);
  }
  throw new Error(`no browser with the profile ${profile}`);
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // It has ended since we looked.
  }
}
