// Several windows of one phone share a queue: all write into it and one sends. It dies, is closed, is put to sleep in the middle of sending, or
// nobody looks at it any more, and still everything arrives once.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/harness';
import { PHOTO } from '../support/photo';
import { askers, dies, freezes, isSeen, listens, thaws, waitsInTurn, writesMany } from '../support/window';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const EACH = 200;
const FEW = 5;
const PUSH = /^\/api\/sync\/push/;
const PHOTOS = /^\/api\/photo\//;
const SENDING = /^\/api\/(sync|live|photo)/;
const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const MORE = { text: 'Satu permohonan dilengkapi sesudah istirahat.', plan: PLAN, amount: '1' };
const WORK = { text: 'Sepuluh permohonan diperiksa bersama loket satu.', plan: PLAN, amount: '10' };

test('two windows write 200 entries each at the same time: all 400 arrive, each once', async ({ staff, office }) => {
  test.setTimeout(900_000);
  const before = await office.done(staff.login.name, PLAN);
  await staff.signsIn();
  const other = await staff.opensWindow();
  const texts = (window: string) => Array.from({ length: EACH }, (_, at) => `Berkas ${window}-${at + 1} selesai diperiksa.`);
  const [left, right] = [texts('kiri'), texts('kanan')];
  const start = performance.now();
  await Promise.all([writesMany(staff.page, PLAN, left), writesMany(other, PLAN, right)]);
  const written = performance.now();
  const arrived = async () => (await office.board()).filter(({ kind, text }) => kind === 'entry' && /^Berkas (kiri|kanan)-/.test(text)).map(({ text }) => text);
  await expect.poll(async () => (await arrived()).length, { timeout: 300_000 }).toBeGreaterThanOrEqual(2 * EACH);
  console.log(`    ${2 * EACH} entries: written in ${Math.round(written - start)} ms, at the office ${Math.round(performance.now() - written)} ms later`);
  expect((await arrived()).sort()).toEqual([...left, ...right].sort());
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 2 * EACH);
});

test('the window that sends is frozen in the middle of a push: the other one delivers, and the thawed one doubles nothing', async ({ staff, office, town }) => {
  await staff.signsIn();
  const other = await staff.opensWindow();
  await expect(other.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await staff.page.bringToFront();
  const push = await town.network.holdsNextQuestion(PUSH);
  await staff.records(WORK);
  await push.caught;
  const frozen = await freezes(staff.page);
  await other.bringToFront();
  await expect(other.getByRole('listitem').filter({ hasText: WORK.text })).toContainText('Terkirim', { timeout: 60_000 });
  expect(await office.entries(WORK.text)).toHaveLength(1);
  await push.release();
  await thaws(frozen);
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  expect(await office.entries(WORK.text)).toHaveLength(1);

  await test.step('the thawed window follows: what is written in it is sent by the other one', async () => {
    const asked = listens(staff.browser);
    await staff.records(MORE);
    await staff.sees(MORE.text, 'Terkirim', 45_000);
    expect(askers(asked, PUSH)).toEqual([other]);
  });
});

test('four windows write at the same time and the first one alone sends: the others show the truth all the same', async ({ staff, office }) => {
  await staff.opens();
  const asked = listens(staff.browser);
  await staff.signsInAgain();
  const others = [await staff.opensWindow(), await staff.opensWindow(), await staff.opensWindow()];
  const windows = [staff.page, ...others];
  const texts = windows.map((_, window) => Array.from({ length: FEW }, (_, at) => `Berkas ${window + 1}-${at + 1} diperiksa.`));
  await Promise.all(windows.map((window, at) => writesMany(window, PLAN, texts[at])));
  const sent = (window: Page) => window.getByRole('listitem').filter({ hasText: /Berkas \d-\d/ }).filter({ hasText: 'Terkirim' });
  for (const window of windows) await expect(sent(window)).toHaveCount(windows.length * FEW);
  const arrived = (await office.board()).filter(({ kind, text }) => kind === 'entry' && /^Berkas \d-\d/.test(text));
  expect(arrived.map(({ text }) => text).sort()).toEqual(texts.flat().sort());
  // Each would open its line for hints now, if it led.
  for (const window of windows) await isSeen(window, true);
  const says = async (window: Page) => {
    await window.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: 'Saya' }).click();
    await expect(window.getByText('Terakhir terhubung')).toBeVisible();
  };
  await Promise.all(windows.map(says));
  const follows = () => Promise.all(windows.map(async (window) => (await window.getByText('Lewat jendela lain').count()) > 0));
  await expect.poll(follows).toEqual([false, true, true, true]);
  expect(askers(asked, SENDING).map((page) => windows.indexOf(page))).toEqual([0]);
});

for (const [ends, leaves] of [
  ['dies', dies],
  ['is closed', (page: Page) => page.close()],
  ['goes elsewhere', (page: Page) => page.goto('about:blank')],
] as const) {
  test(`the window that sends ${ends} in the middle of a push: another one sends at once`, async ({ staff, office, town }) => {
    staff.journal.allowsNoNetwork();
    await staff.signsIn();
    const [first, other] = [staff.page, await staff.opensWindow()];
    await expect(other.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
    const push = await town.network.holdsNextQuestion(PUSH);
    await staff.records(WORK);
    await push.caught;
    const tookInTurn = await waitsInTurn(other);
    const again = other.waitForRequest((request) => PUSH.test(new URL(request.url()).pathname), { timeout: 60_000 });
    const start = performance.now();
    await leaves(first);
    await again;
    console.log(`    the other one sent after ${Math.round(performance.now() - start)} ms`);
    expect(await tookInTurn(), 'the lead was handed over, not taken after a silence').toBe(true);
    await expect(other.getByRole('listitem').filter({ hasText: WORK.text })).toContainText('Terkirim');
    await push.release();
    expect(await office.entries(WORK.text)).toHaveLength(1);
    if (!first.isClosed()) await first.close();
  });
}

test('nobody looks at the window that sends: the one that is looked at sends from then on', async ({ staff, office }) => {
  await staff.signsIn();
  const other = await staff.opensWindow();
  await expect(other.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await isSeen(staff.page, false);
  const asked = listens(staff.browser);
  await isSeen(other, true);
  await writesMany(other, PLAN, [WORK.text]);
  await expect(other.getByRole('listitem').filter({ hasText: WORK.text })).toContainText('Terkirim');
  expect(askers(asked, PUSH)).toEqual([other]);
  expect(await office.entries(WORK.text)).toHaveLength(1);
  await isSeen(staff.page, true);
  await staff.sees(WORK.text, 'Terkirim', 45_000);

  await test.step('the first one follows now: the other one sends its entry and its photo, and it knows when both have arrived', async () => {
    await staff.records({ ...MORE, photo: PHOTO });
    await staff.sees(MORE.text, 'Terkirim', 45_000);
    await expect(staff.page.getByText('Semua sudah sampai.')).toBeVisible();
    expect(askers(asked, PHOTOS)).toEqual([other]);
    expect(askers(asked, PUSH)).toEqual([other]);
    const [{ id, photos }] = await office.entries(MORE.text);
    expect((await office.asks('GET', `/api/entry/${id}/photo/${photos[0].sha256}`)).status).toBe(200);
  });
});
