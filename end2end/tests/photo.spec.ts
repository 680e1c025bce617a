// Photos in slices: a bad line costs the slice that was on its way, never the photo, and the phone lets go of it when it has arrived.
import type { TestInfo } from '@playwright/test';
import type { Staff } from '../support/actors/staff';
import { expect, test } from '../support/harness';
import type { Office } from '../support/office';
import { busyPhoto } from '../support/photo';
import { type Proxy, SLICE } from '../support/proxy';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const TEXT = 'Tiga kutipan akta kelahiran diserahkan; loket penuh, lihat foto.';

const SLICE_BYTES = 64 * 1024;
// What may go over the line for one photo, in photos.
const SENT_MAX = 1.5;

const WAITS = '1 foto masih di HP';

function work(info: TestInfo) {
  return { text: TEXT, plan: PLAN, amount: '3', photo: busyPhoto(info.outputPath('loket.bmp')) };
}

// The photo as the office shows it, byte for byte as long as the entry says.
async function arrives(office: Office): Promise<number> {
  const [{ id, photos }, ...others] = await office.entries(TEXT);
  expect(others).toEqual([]);
  expect(photos).toHaveLength(1);
  const shown = await office.asks('GET', `/api/entry/${id}/photo/${photos[0].sha256}`);
  expect(shown.status).toBe(200);
  expect(shown.body.length).toBe(photos[0].bytes);
  return shown.body.length;
}

async function slices(network: Proxy): Promise<number[]> {
  return (await network.asked()).filter(({ method }) => method === SLICE.method).map(({ bytes }) => bytes);
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

// Chromium writes cookies to disk every half minute, so the session may have died with the browser. The photo has not.
async function signsInIfAsked(staff: Staff): Promise<void> {
  const again = staff.page.getByRole('link', { name: 'Masuk', exact: true });
  const nothing = staff.page.getByText('Tidak ada yang menunggu.');
  await expect(again.or(nothing)).toBeVisible();
  if (!(await again.isVisible())) return;
  await again.click();
  await staff.signsInAgain();
  await expect(staff.page.getByText('Semua sudah sampai.')).toBeVisible({ timeout: 60_000 });
}

// Waits on this page: whoever loads it anew breaks off the slice that is on its way.
async function sendsNow(staff: Staff): Promise<void> {
  await staff.page.getByRole('button', { name: 'Kirim sekarang' }).click();
  await expect(staff.page.getByText('Tidak ada yang menunggu.')).toBeVisible({ timeout: 60_000 });
}

test('the line breaks in the middle of the second slice: the photo goes on from there', async ({ staff, office, town }, info) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await town.network.lets(1, SLICE);
  const fault = await town.network.cutsMidQuestion(SLICE);
  // Chromium itself asks once more when a used connection breaks.
  const again = await town.network.holds(SLICE);
  await staff.records(work(info));
  await fault.caught;
  await town.network.isCut();
  await again.release();
  await staff.opens('/antrean');
  await expect(staff.page.getByText(WAITS).first()).toBeVisible();

  await town.network.opens();
  await sendsNow(staff);
  await staff.hasNothingWaiting();
  const bytes = await arrives(office);
  const sent = await slices(town.network);
  expect(bytes, 'it fills several slices').toBeGreaterThan(3 * SLICE_BYTES);
  expect(sum(sent), `${sent} for ${bytes}`).toBeLessThan(SENT_MAX * bytes);
});

test('the answer to the last slice is lost: the photo stays until the office has said that it has it, and is not sent again', async ({ staff, office, town }, info) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  const held = await town.network.holds(SLICE);
  await staff.records(work(info));
  await held.caught;
  const [entry] = await office.entries(TEXT);
  const count = Math.ceil(entry.photos[0].bytes / SLICE_BYTES);
  // The first one is asked when it is released.
  if (count > 2) await town.network.lets(count - 2, SLICE);
  const lost = await town.network.swallows(SLICE);
  await held.release();
  await lost.caught;
  await arrives(office);
  await expect(staff.page.getByText(WAITS).first()).toBeVisible();

  // Chromium itself asks once more when a used connection breaks; that shall not be what helps.
  await town.network.holds(SLICE);
  await town.network.breaks();
  await staff.hasNothingWaiting();
  const answered = (await town.network.passed()).filter(({ method }) => method === SLICE.method);
  expect(answered.map(({ status }) => status), 'and after the lost one, none').toEqual(Array(count - 1).fill(204));
  await arrives(office);
});

test('the last slice is lost on its way: the photo is still on the phone, and the office has it only after the line is back', async ({ staff, office, town }, info) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  const held = await town.network.holds(SLICE);
  await staff.records(work(info));
  await held.caught;
  const [{ id, photos }] = await office.entries(TEXT);
  // The first one is asked when it is released, and the last one never.
  await town.network.lets(Math.ceil(photos[0].bytes / SLICE_BYTES) - 2, SLICE);
  const last = await town.network.holds(SLICE);
  await held.release();
  await last.caught;
  await town.network.isCut();
  await last.release();
  await staff.opens('/antrean');
  await expect(staff.page.getByText(WAITS).first()).toBeVisible();
  expect((await office.asks('GET', `/api/entry/${id}/photo/${photos[0].sha256}`)).status).toBe(404);

  await town.network.opens();
  await sendsNow(staff);
  await staff.hasNothingWaiting();
  await arrives(office);
});

test('the browser is killed while a photo is on its way: after a new start it goes on from where it was', async ({ staff, office, town }, info) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.lets(2, SLICE);
  const third = await town.network.holds(SLICE);
  await staff.records(work(info));
  await third.caught;
  await staff.browserDies();
  await town.network.breaks();
  await third.release();

  await staff.opens('/antrean');
  await signsInIfAsked(staff);
  await staff.hasNothingWaiting();
  const bytes = await arrives(office);
  const sent = await slices(town.network);
  expect(sum(sent), `${sent} for ${bytes}`).toBeLessThan(SENT_MAX * bytes);
});
