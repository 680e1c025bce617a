// One person, two devices, no network: what both have written comes together field by field, and where it cannot, the person chooses.
import type { Locator } from '@playwright/test';
import type { Staff } from '../support/actors/staff';
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const BIRTHS = 'Penerbitan kutipan akta kelahiran di loket';
const BEGUN = { text: 'Kutipan akta kelahiran.', plan: BIRTHS, amount: '7' };
const MERGED = 'Digabung dari dua perangkat. Periksa sebentar.';
const SAVED = 'Tersimpan di HP. Terkirim sendiri saat ada jaringan.';

const words = ({ page }: Staff): Locator => page.getByRole('textbox', { name: 'Apa yang Anda kerjakan?' });
const amount = ({ page }: Staff): Locator => page.getByRole('textbox', { name: 'Hasil', exact: true });
const choice = ({ page }: Staff): Locator => page.getByRole('group', { name: 'Apa yang Anda kerjakan? Pilih satu isi' });
const choose = (staff: Staff, value: string): Locator => choice(staff).getByRole('button', { name: `Pakai ini: ${value}` });

// The office has said yes to what the form has sent.
async function officeHasDraft(staff: Staff, act: () => Promise<void>): Promise<void> {
  const told = staff.page.waitForResponse((reply) => {
    return reply.url().endsWith('/api/sync/push') && Boolean(reply.request().postData()?.includes('draft.set'));
  }, { timeout: 45_000 });
  await act();
  expect((await told).status()).toBe(201);
}

async function opensForm(staff: Staff): Promise<void> {
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await expect(words(staff)).toBeVisible();
}

// A draft begun on the phone and gone on with on the laptop; both lose their network.
async function twoForms(phone: Staff, laptop: Staff): Promise<void> {
  for (const device of [phone, laptop]) device.journal.allowsNoNetwork();
  await phone.signsIn();
  await opensForm(phone);
  await officeHasDraft(phone, () => phone.fillsForm(BEGUN));
  await laptop.signsIn();
  await opensForm(laptop);
  await expect(laptop.page.getByText(/^Dilanjutkan dari perangkat lain, /)).toBeVisible();
  await expect(words(laptop)).toHaveValue(BEGUN.text);
  await expect(amount(laptop)).toHaveValue(BEGUN.amount);
  for (const device of [phone, laptop]) await device.losesNetwork();
}

async function networkIsBack(...devices: Staff[]): Promise<void> {
  for (const device of devices) await device.findsNetwork();
}

test('different fields of a draft come together and are marked on both devices; saved once, it is gone from both', async ({ staffWith, office }) => {
  const [phone, laptop] = [await staffWith(PHONE), await staffWith(DESK)];
  await twoForms(phone, laptop);
  const text = 'Kutipan akta kelahiran, lima di antaranya terlambat lapor.';
  await words(phone).fill(text);
  await amount(laptop).fill('9');
  await networkIsBack(phone, laptop);
  for (const device of [phone, laptop]) {
    await expect(amount(device)).toHaveValue('9');
    await expect(words(device)).toHaveValue(text);
    await expect(device.page.getByText(MERGED).first()).toBeVisible();
    await expect(choice(device)).toHaveCount(0);
  }
  // What is said goes again after some seconds, and the laptop may say it at the same time as the phone; so both are listened to at once.
  const finished = laptop.page.getByRole('status').filter({ hasText: 'Draf ini sudah selesai di perangkat lain.' });
  await Promise.all([
    expect(finished).toBeVisible(),
    phone.page.getByRole('button', { name: 'Simpan', exact: true }).click().then(() => phone.isTold(SAVED)),
  ]);
  await expect(words(laptop)).toHaveValue('');
  await expect.poll(async () => (await office.entries(text)).map(({ quantity }) => quantity)).toEqual([900]);
});

test('the same field of a draft keeps both values until one is chosen, and then both devices are level', async ({ staffWith, office }) => {
  const [phone, laptop] = [await staffWith({ ...PHONE, viewport: { width: 360, height: 740 } }), await staffWith(DESK)];
  await twoForms(phone, laptop);
  const [one, other] = ['Tujuh kutipan akta kelahiran terbit.', 'Tujuh kutipan akta, dua di antaranya kembar.'];
  await words(phone).fill(one);
  await words(laptop).fill(other);
  await networkIsBack(phone, laptop);
  for (const device of [phone, laptop]) {
    for (const value of [one, other]) await expect(choose(device, value)).toBeVisible();
  }
  await expect(words(phone), 'nothing is taken from under the hands').toHaveValue(one);
  await expect(words(laptop)).toHaveValue(other);
  await expect.poll(() => phone.page.evaluate(() => document.documentElement.scrollWidth), 'nothing runs off a small screen').toBe(360);
  await choose(phone, other).press('Enter');
  for (const device of [phone, laptop]) {
    await expect(choice(device)).toHaveCount(0);
    await expect(words(device)).toHaveValue(other);
  }
  await expect(words(phone)).toBeFocused();
  await laptop.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await laptop.isTold(SAVED);
  await expect(words(phone)).toHaveValue('');
  await expect.poll(async () => (await office.entries(other)).length).toBe(1);
});

test('a form left without a network is on the other device as soon as there is one again', async ({ staffWith }) => {
  const [phone, laptop] = [await staffWith(PHONE), await staffWith(DESK)];
  phone.journal.allowsNoNetwork();
  await phone.signsIn();
  await phone.losesNetwork();
  await opensForm(phone);
  await phone.fillsForm(BEGUN);
  await phone.page.getByRole('link', { name: 'Kembali ke Hari ini' }).click();
  await expect(phone.page.getByRole('status').getByText('masih di HP'), 'a draft is no queue').toHaveCount(0);
  await officeHasDraft(phone, () => phone.findsNetwork());
  await laptop.signsIn();
  await opensForm(laptop);
  await expect(words(laptop)).toHaveValue(BEGUN.text);
});

test('an entry revised on two devices is merged; what cannot be merged is chosen before the superior approves', async ({ staffWith, supervisor }) => {
  const [phone, laptop] = [await staffWith(PHONE), await staffWith(DESK)];
  for (const device of [phone, laptop]) device.journal.allowsNoNetwork();
  await phone.signsIn();
  await phone.records(BEGUN);
  await phone.sees(BEGUN.text, 'Terkirim', 45_000);
  await laptop.signsIn();
  const [one, other] = ['Kutipan akta kelahiran, tujuh terbit.', 'Kutipan akta kelahiran, sembilan terbit.'];
  const changes = [{ device: phone, text: one, much: '7' }, { device: laptop, text: other, much: '9' }];
  for (const { device, text, much } of changes) {
    await device.entry(BEGUN.text).getByRole('link', { name: BEGUN.text }).click();
    await device.losesNetwork();
    await device.page.getByRole('link', { name: 'Perbaiki catatan' }).click();
    await words(device).fill(text);
    await amount(device).fill(much);
    await device.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await device.isTold(SAVED);
  }
  await phone.findsNetwork();
  await phone.sees(one, 'Terkirim', 45_000);
  await laptop.findsNetwork();
  await expect(laptop.entry(one)).toContainText('Perlu dipilih');
  await expect(laptop.entry(one), 'the amount was changed here alone').toContainText('9 berkas');

  await supervisor.watchesBoard();
  await supervisor.opensPerson(phone.login.name);
  await supervisor.opensEntry(one);
  await expect(supervisor.panel()).toContainText('Belum dipilih pemiliknya: ada dua isi dari dua perangkat.');
  await expect(supervisor.panel().getByRole('button', { name: 'Setujui' })).toHaveCount(0);

  await phone.entry(one).getByRole('link', { name: one }).click();
  await expect(phone.page.getByText(MERGED)).toBeVisible();
  await choose(phone, other).click();
  await expect(choice(phone)).toHaveCount(0);
  await expect(supervisor.panel()).toContainText(other);
  await supervisor.panel().getByRole('button', { name: 'Setujui' }).click();
  await laptop.sees(other, 'Disetujui', 45_000);
});
