// The phone's disk: a page dies in the middle of a save, a battery dies with a full queue, there is no space left. What was called saved is
// there, what was not is still on the screen or in the draft, and the person is told in words.
import { keepsSavesUnfinished } from '../support/disk';
import { expect, test } from '../support/harness';
import { PHOTO } from '../support/photo';

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Delapan kutipan akta kelahiran diserahkan sebelum siang.', plan: PLAN, amount: '8' };
const MORE = [
  { text: 'Dua permohonan dilengkapi bersama pemohon.', plan: PLAN, amount: '2' },
  { text: 'Satu berkas lama ditemukan di lemari arsip.', plan: PLAN, amount: '1', photo: PHOTO },
];

// Less than any record takes.
const NO_SPACE = 1;

const FULL = 'Belum tersimpan: penyimpanan HP tampaknya penuh. Tulisan Anda masih ada di layar';

test.beforeEach(() => test.slow());

test('the page is killed between put and complete: nothing is called saved, nothing is half there, the words are still in the form', async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await staff.fillsForm(WORK);
  await expect(staff.page.getByText(/^Draf \d\d\.\d\d$/)).toBeVisible();
  const wasPut = await keepsSavesUnfinished(staff.page);
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await wasPut();
  await expect(staff.page.getByText('Tersimpan di HP. Terkirim sendiri')).toHaveCount(0);
  await staff.pageDies();

  await staff.page.goto(`${town.origin}/catat`);
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  expect(await office.entries(WORK.text)).toHaveLength(0);
  // The draft is kept while the hands rest; what was typed last may have come after it.
  await staff.fillsForm(WORK);
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await staff.sees(WORK.text, 'Terkirim');
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

test('the browser is killed with three entries and a photo in the queue: all are there after a new start without a network, and arrive once', async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.isCut();
  for (const work of [WORK, ...MORE]) await staff.records(work);
  await staff.browserDies();
  await staff.opens();
  for (const { text } of [WORK, ...MORE]) await staff.sees(text, 'Tersimpan di HP');
  await expect(staff.page.getByText('3 catatan dan 1 foto masih di HP').first()).toBeVisible();

  await town.network.opens();
  await staff.signsInIfAsked(MORE[1].text);
  for (const { text } of [WORK, ...MORE]) {
    await staff.sees(text, 'Terkirim', 45_000);
    expect(await office.entries(text)).toHaveLength(1);
  }
  const [{ id, photos }] = await office.entries(MORE[1].text);
  await expect.poll(async () => (await office.asks('GET', `/api/entry/${id}/photo/${photos[0].sha256}`)).status).toBe(200);
});

test('no space for an entry: said in words, the text stays on the screen, and saving works when there is space again', async ({ staff, office }) => {
  await staff.signsIn();
  await staff.opensWithSpaceFor(NO_SPACE, '/catat');
  await staff.fillsForm(WORK);
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(staff.refusal()).toContainText(FULL);
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  expect(await office.entries(WORK.text)).toHaveLength(0);

  await staff.hasSpaceAgain();
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await staff.sees(WORK.text, 'Terkirim');
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

test('no space for a photo: said in words, text and photo stay on the screen, and both arrive when there is space again', async ({ staff, office }) => {
  await staff.signsIn();
  await staff.opensWithSpaceFor(NO_SPACE, '/catat');
  await staff.fillsForm({ ...WORK, photo: PHOTO });
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(staff.refusal()).toContainText(FULL);
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await expect(staff.page.getByRole('img', { name: 'Foto 1' })).toBeVisible();

  await staff.hasSpaceAgain();
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await staff.sees(WORK.text, 'Terkirim');
  const [{ id, photos }] = await office.entries(WORK.text);
  await expect.poll(async () => (await office.asks('GET', `/api/entry/${id}/photo/${photos[0].sha256}`)).status).toBe(200);
});
