// A new build arrives while somebody is writing: it is offered and never forced, and one that is not whole changes nothing.
import { type Build, laterBuild, thisBuild } from '../support/build';
import { expect, test } from '../support/harness';
import { remove } from '../support/places';
import type { Town } from '../support/town';

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Lima kutipan akta kelahiran selesai sebelum rapat.', plan: PLAN, amount: '5' };

const READY = 'Versi baru siap';

let later: Build;
test.beforeEach(() => {
  test.slow();
  later = laterBuild();
});
test.afterEach(() => remove(later.folder));

// Killed and not stopped: with live lines open, the database's library may call a stop unclean in the journal.
async function serves(town: Town, build: Build): Promise<void> {
  await town.server.isKilled();
  town.server.app = build.folder;
  await town.server.starts();
}

test('a new build while a form is open is offered, not forced: page and words stay, and it comes when it is asked for', async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await staff.fillsForm(WORK);
  await expect(staff.page.getByText(/^Draf \d\d\.\d\d$/)).toBeVisible();
  const samePage = await staff.keepsThisPage();
  await serves(town, later);
  expect(await staff.looksForUpdate()).toBe('installed');
  await expect(staff.page.getByRole('status').filter({ hasText: READY })).toBeVisible();
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await samePage();
  await expect(staff.page.locator('html')).toHaveAttribute('data-build', thisBuild());

  await staff.page.getByRole('button', { name: 'Perbarui sekarang' }).click();
  await expect(staff.page.locator('html')).toHaveAttribute('data-build', later.id);
  await expect(staff.page.locator('html')).toHaveAttribute('data-later', 'yes');
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await staff.sees(WORK.text, 'Terkirim');
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

test('a new build that nobody asked for is there at the next start, also without a network', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await serves(town, later);
  expect(await staff.looksForUpdate()).toBe('installed');
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  await staff.reloadsWithoutNetwork(() => staff.sees(WORK.text, 'Terkirim', 10_000));
  await expect(staff.page.locator('html'), 'an old window is open').toHaveAttribute('data-build', thisBuild());
  await staff.closesBrowser();
  await town.network.isCut();
  await staff.opens();
  await staff.sees(WORK.text, 'Terkirim');
  await expect(staff.page.locator('html')).toHaveAttribute('data-build', later.id);
  await town.network.opens();
});

test('a new build of which one file is missing is not taken: the old one goes on, also without a network', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(404);
  await staff.signsIn();
  await staff.canWorkOffline();
  await serves(town, later);
  const missing = await town.network.misses(new RegExp(later.boot.replaceAll('.', '\\.')));
  expect(await staff.looksForUpdate()).toBe('redundant');
  await missing.caught;
  await expect(staff.page.getByText(READY)).toHaveCount(0);
  await town.network.isCut();
  await staff.closesBrowser();
  await staff.opens();
  await expect(staff.page.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await expect(staff.page.locator('html')).toHaveAttribute('data-build', thisBuild());
  // First the file, then the line: the browser may look by itself as soon as it can, and would be told once more that it is missing.
  await missing.release();
  await town.network.opens();
  expect(await staff.looksForUpdate(), 'once it is whole').toBe('installed');
});

test('the first visit when one file is missing: the app works, and does not say that it opens without a network', async ({ staff, town }) => {
  staff.journal.allowsStatus(404);
  staff.journal.allowsNoNetwork();
  const missing = await town.network.misses(/^\/assets\/icons-[0-9a-f]+\.svg/);
  await staff.signsIn();
  await missing.hasCaught(2);
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Terkirim');
  await staff.goesTo('Saya');
  await expect(staff.page.getByText('Terbuka tanpa jaringan', { exact: true }).locator('xpath=..')).toContainText('Belum');
  await missing.release();
  await staff.page.reload();
  await staff.canWorkOffline();
});
