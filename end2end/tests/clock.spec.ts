// A phone whose clock is a day off. What its owner writes is neither lost nor refused for it.
import { today } from '../support/device';
import { expect, test } from '../support/harness';

const DAY_MS = 86_400_000;
const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Sebelas kutipan akta kelahiran diserahkan hari ini.', plan: PLAN, amount: '11' };

test("the phone's clock is a day slow: an entry of its today arrives once", async ({ staff, office }) => {
  const before = await office.done(staff.login.name, PLAN);
  await staff.signsInWithClockOff(-DAY_MS);
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Terkirim', 30_000);
  expect(await office.entries(WORK.text)).toHaveLength(1);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 11);
});

test("the phone's clock is a day fast: an entry with the right date arrives once", async ({ staff, office }) => {
  await staff.signsInWithClockOff(DAY_MS);
  await staff.triesToRecord({ ...WORK, date: today() });
  await expect.poll(async () => (await office.entries(WORK.text)).length).toBe(1);
  await staff.hasNothingWaiting();
  const [entry, ...others] = await office.entries(WORK.text);
  expect(others).toEqual([]);
  expect(entry.work_date).toBe(today());
  expect(Math.abs(Date.parse(entry.received_at) - Date.now()), 'received by the clock of the office').toBeLessThan(DAY_MS / 2);
});

test("a day fast, and not a word from the office since the start: an entry of its tomorrow is refused in words, is not lost, and arrives once with the right date", async ({ staff, office, town }) => {
  test.slow();
  staff.journal.allowsNoNetwork();
  await staff.signsInWithClockOff(DAY_MS);
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.page.reload();
  await staff.records(WORK);
  await town.network.opens();
  // By now the phone knows what day it is, and the entry is of another one.
  await staff.page.goto(`${staff.town.origin}/antrean`);
  await expect(staff.page.getByText('Tanggal pekerjaan ini belum tiba.').first()).toBeVisible();
  expect(await office.entries(WORK.text)).toHaveLength(0);
  await staff.page.getByRole('link', { name: 'Perbaiki' }).click();
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await staff.fillsForm({ text: WORK.text, date: today() });
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await staff.isTold('Tersimpan di HP. Terkirim sendiri saat ada jaringan.');
  await expect.poll(async () => (await office.entries(WORK.text)).length).toBe(1);
  await staff.hasNothingWaiting();
});

test("the phone's clock is a day fast: an entry of today arrives without anybody knowing about clocks", async ({ staff, office }) => {
  await staff.signsInWithClockOff(DAY_MS);
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Terkirim');
  const [entry, ...others] = await office.entries(WORK.text);
  expect(others).toEqual([]);
  expect(entry.work_date).toBe(today());
});
