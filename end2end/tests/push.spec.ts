// Notices while the app is closed: nothing is asked before a switch is pressed, a refusal is said in words, and what arrives is shown and leads
// to its page. A push service is not to be had here, so the browser's address is a made-up one; what it does with a message is real.
import { createECDH, randomBytes } from 'node:crypto';
import type { BrowserContextOptions, Page, Worker } from '@playwright/test';
import type { Staff } from '../support/actors/staff';
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';
import { THEMES, scrollsSideways } from '../support/screens';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const REMIND = 'Ingatkan saya pukul 15.30 bila hari ini belum ada catatan';
const NEWS = 'Beri tahu saat ada kabar';

const section = (page: Page) => page.getByRole('region', { name: 'Pemberitahuan di perangkat ini' });
const switchOf = (page: Page, name: string) => section(page).getByRole('switch', { name });

async function opensMe(staff: Staff): Promise<Page> {
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.goesTo('Saya');
  await expect(switchOf(staff.page, REMIND)).not.toBeChecked();
  await expect(switchOf(staff.page, NEWS)).not.toBeChecked();
  return staff.page;
}

// The browser has an address at a known service, with keys that are keys.
async function hasAddress(staff: Staff): Promise<void> {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  await staff.browser.addInitScript(
    ({ p256dh, auth }) => {
      const kept = 'test.address';
      const address = {
        toJSON: () => ({ endpoint: 'https://fcm.googleapis.com/fcm/send/coba', keys: { p256dh, auth } }),
        unsubscribe: async () => (localStorage.removeItem(kept), true),
      };
      PushManager.prototype.getSubscription = async () => (localStorage.getItem(kept) ? address : null) as never;
      PushManager.prototype.subscribe = async (wanted) => {
        localStorage.setItem(kept, String(wanted?.applicationServerKey));
        return address as never;
      };
    },
    { p256dh, auth },
  );
}

const wishes = (page: Page) => page.evaluate(async () => (await (await fetch('/api/push')).json()).wishes);

async function worker(staff: Staff): Promise<Worker> {
  return staff.browser.serviceWorkers()[0] ?? staff.browser.waitForEvent('serviceworker');
}

// Hands the app's worker a message, as the browser does after it has opened it.
async function receives(staff: Staff, data: string): Promise<void> {
  const devtools = await staff.browser.newCDPSession(staff.page);
  // What is handed to a worker that is not in charge yet is lost.
  const registration = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      const own = versions.find(({ scriptURL, status }) => scriptURL.startsWith(staff.town.origin) && status === 'activated');
      if (own) resolve(own.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await registration;
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: staff.town.origin, registrationId, data });
  await devtools.detach();
}

// What is handed over by these means is now and then lost on a loaded machine, as it is on the way from a real service. It is handed over again
// until it shows; the next of its kind takes its place.
async function leads(staff: Staff, data: string, to: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await receives(staff, data);
    await expect(to).toPass({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

const shown = async (staff: Staff) =>
  (await worker(staff)).evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const all = await registration.getNotifications();
    return all.map(({ title, body, tag, data, lang }) => ({ title, body, tag, to: data.to, lang }));
  });

test('no permission, no notice: the switch goes back and says why, and nothing was asked before', async ({ staff }) => {
  await staff.opens();
  await staff.browser.addInitScript(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    Notification.requestPermission = async () => {
      (window as unknown as { asked: number }).asked = ((window as unknown as { asked?: number }).asked ?? 0) + 1;
      return 'denied';
    };
  });
  const page = await opensMe(staff);
  const asked = () => page.evaluate(() => (window as unknown as { asked?: number }).asked ?? 0);
  expect(await asked()).toBe(0);
  await switchOf(page, REMIND).click();
  await expect(section(page).getByRole('status')).toContainText('Peramban belum mengizinkan pemberitahuan');
  await expect(switchOf(page, REMIND)).not.toBeChecked();
  expect(await asked()).toBe(1);
  expect(await wishes(page)).toEqual({ remind: false, news: false });
});

test('a browser that was told to refuse shows a sentence and no switch', async ({ staff }) => {
  await staff.opens();
  await staff.browser.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }));
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.goesTo('Saya');
  await expect(section(staff.page)).toContainText('Kabar tetap ada di halaman Kabar');
  await expect(section(staff.page).getByRole('switch')).toHaveCount(0);
});

test('a browser whose push service is out of reach says so', async ({ staff }) => {
  await staff.opens();
  await staff.browser.grantPermissions(['notifications']);
  await staff.browser.addInitScript(() => {
    Notification.requestPermission = async () => 'granted';
    PushManager.prototype.subscribe = async () => Promise.reject(new DOMException('no service', 'AbortError'));
  });
  const page = await opensMe(staff);
  await switchOf(page, NEWS).click();
  await expect(section(page).getByRole('status')).toContainText('belum terjangkau');
  await expect(switchOf(page, NEWS)).not.toBeChecked();
  expect(await wishes(page)).toEqual({ remind: false, news: false });
});

// On Saya, with the reminder wished for by the switch.
async function wantsReminders(staff: Staff): Promise<Page> {
  await staff.opens();
  await staff.browser.grantPermissions(['notifications']);
  await staff.browser.addInitScript(() => (Notification.requestPermission = async () => 'granted'));
  await hasAddress(staff);
  const page = await opensMe(staff);
  await switchOf(page, REMIND).click();
  await expect.poll(() => wishes(page)).toEqual({ remind: true, news: false });
  return page;
}

test('switches stay as they were set, and signing out takes the address away', async ({ staff }) => {
  const page = await wantsReminders(staff);
  await switchOf(page, NEWS).click();
  await expect.poll(() => wishes(page)).toEqual({ remind: true, news: true });
  await page.reload();
  await expect(switchOf(page, REMIND)).toBeChecked();
  await expect(switchOf(page, NEWS)).toBeChecked();
  await switchOf(page, REMIND).click();
  await expect.poll(() => wishes(page)).toEqual({ remind: false, news: true });
  const address = () => page.evaluate(() => localStorage.getItem('test.address'));
  expect(await address()).toMatch(/^B[\w-]{86}$/);
  await staff.goesOut();
  await expect.poll(address).toBeNull();
  await staff.fillsIn(staff.login.nip, staff.login.password);
  await staff.goesTo('Saya');
  await expect(switchOf(page, NEWS)).not.toBeChecked();
  await expect.poll(() => wishes(page)).toEqual({ remind: false, news: false });
});

test('a message is shown in its language and says nothing of anybody; one that cannot be read is shown all the same', async ({ staff }) => {
  await staff.opens();
  await staff.browser.grantPermissions(['notifications']);
  await staff.signsInAgain();
  await staff.canWorkOffline();
  const news = { title: 'Teladan', body: 'Ada kabar baru', tag: 'news', to: '/kabar', lang: 'id' };
  const remind = { title: 'Teladan', body: 'There is no entry today yet', tag: 'remind', to: '/catat', lang: 'en' };
  await leads(staff, JSON.stringify({ kind: 'news', language: 'id', to: '/kabar' }), async () => expect(await shown(staff)).toEqual([news]));
  await leads(staff, JSON.stringify({ kind: 'remind', language: 'en', to: '/catat' }), async () => {
    const both = await shown(staff);
    expect(both).toHaveLength(2);
    expect(both).toContainEqual(remind);
  });
  await leads(staff, JSON.stringify({ kind: 'toString', language: 'id', to: 'https://example.com/' }), async () => {
    expect((await shown(staff)).find(({ tag }) => tag === 'news')?.to).toBe('/');
  });
  await (await worker(staff)).evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    for (const notification of await registration.getNotifications({ tag: 'news' })) notification.close();
  });
  await leads(staff, 'bukan JSON', async () => expect(await shown(staff), 'one that cannot be read is shown as well').toHaveLength(2));
});

test('a tap on a notice turns the open window to its page without loading it again', async ({ staff }) => {
  await staff.opens();
  await staff.browser.grantPermissions(['notifications']);
  await staff.signsInAgain();
  await staff.canWorkOffline();
  const isTheSame = await staff.keepsThisPage();
  const told = JSON.stringify({ kind: 'news', language: 'id', to: '/kabar' });
  await leads(staff, told, async () => expect(await shown(staff)).toHaveLength(1));
  // Nobody's finger is here: the window may not be brought to the front, and everything before that is done.
  await (await worker(staff)).evaluate(async () => {
    const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
    const [notification] = await registration.getNotifications();
    dispatchEvent(new (globalThis as never as { NotificationEvent: new (name: string, init: object) => Event }).NotificationEvent('notificationclick', { notification }));
  });
  await expect(staff.page.getByRole('heading', { name: 'Kabar', level: 1 })).toBeVisible();
  await expect(staff.page).toHaveURL(/\/kabar$/);
  await isTheSame();
});

const SIZES: { name: string; options: BrowserContextOptions }[] = [{ name: 'hp', options: PHONE }, { name: 'meja', options: DESK }];

for (const { name, options } of SIZES) {
  test(`the switches in pictures, ${name}`, async ({ staffWith }) => {
    const staff = await staffWith(options);
    const page = await wantsReminders(staff);
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme });
      await section(page).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `shots/pemberitahuan-${name}-${theme}.png` });
    }
    await page.evaluate(() => (PushManager.prototype.subscribe = async () => Promise.reject(new Error('no service'))));
    await page.evaluate(() => (PushManager.prototype.getSubscription = async () => null));
    await switchOf(page, NEWS).click();
    await expect(section(page).getByRole('status')).toContainText('belum terjangkau');
    await section(page).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `shots/pemberitahuan-tidak-${name}.png` });
    expect(await scrollsSideways(page)).toEqual([]);
  });
}
