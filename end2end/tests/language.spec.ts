// English lies in a file of its own: it comes when it is chosen, stays without a network, and its absence is said.
import { expect, test } from '../support/harness';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const FILE = /^\/assets\/split_english-[0-9a-f]+\.wasm/;

const speaks = { id: { today: 'Rencana hari ini', me: 'Saya', book: 'Buku' }, en: { today: 'Plans for today', me: 'Me', book: 'Notebook' } };

test('English is chosen without a network, stays after the app is opened again, and goes back', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.goesTo(speaks.id.me);
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('heading', { name: speaks.en.me, level: 1 })).toBeVisible();

  await staff.closesBrowser();
  for (const [path, name, level] of [['/', speaks.en.today, 2], ['/buku', speaks.en.book, 1], ['/catat', 'Write down work', 1]] as const) {
    await staff.opens(path);
    await expect(staff.page.getByRole('heading', { name, level })).toBeVisible();
    await expect(staff.page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await staff.opens('/saya');
  await staff.page.getByRole('button', { name: 'Indonesia' }).tap();
  await expect(staff.page.getByRole('heading', { name: speaks.id.me, level: 1 })).toBeVisible();
  await staff.page.reload();
  await expect(staff.page.getByRole('heading', { name: speaks.id.me, level: 1 })).toBeVisible();
  await town.network.opens();
});

test('who never chooses English does not wait for it', async ({ staff, town }) => {
  const english = await town.network.holdsQuestion(FILE);
  await staff.signsIn();
  await expect(staff.page.getByRole('heading', { name: speaks.id.today })).toBeVisible();
  await english.release();
});

test('the English file is not to be had: the screen stays Indonesian and says so; later one tap is enough', async ({ staff, town }) => {
  staff.journal.allowsStatus(404);
  staff.journal.allowsNoNetwork();
  staff.journal.allowsMissingPart();
  const missing = await town.network.misses(FILE);
  await staff.opens();
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('status').filter({ hasText: 'Bahasa Inggris belum ada di HP ini' })).toBeVisible();
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await expect(staff.page.locator('html')).toHaveAttribute('lang', 'id');
  // It was chosen: the next start tries again, and opens in Indonesian all the same.
  await staff.page.reload();
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await missing.release();
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
});

test('the English file hangs: the app opens in Indonesian all the same', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  const english = await town.network.holdsQuestion(FILE);
  await staff.opens();
  await staff.page.evaluate(() => localStorage.setItem('teladan.lang', 'en'));
  await staff.page.reload();
  await english.caught;
  // The app waits some seconds for the file, and no longer.
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await english.release();
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
});

test('what waits on the phone is shown at the next start without a network, although its rules come with the form', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  const work = { text: 'Empat kutipan akta dicetak ulang.', plan: 'Penerbitan kutipan akta kelahiran di loket', amount: '4' };
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.records(work);
  await staff.closesBrowser();
  await staff.opens();
  await staff.sees(work.text, 'Tersimpan di HP');
  await town.network.opens();
  await staff.sees(work.text, 'Terkirim', 45_000);
});
