// Templates of one's own and the last amounts: one tap each in the form, also without a network, and on every device of the person.
// Acceptance BJI-3, BJI-6.
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const SAVED = 'Tersimpan di HP. Terkirim sendiri saat ada jaringan.';

// A day in the zone of the demo's unit.
function day(before: number): string {
  return new Date(Date.now() + 7 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);
}

test('bji_3: a template is made without a network, fills the form with one tap, and is there on a second device', async ({ staffWith, office, supervisor }) => {
  test.slow();
  const [phone, laptop] = [await staffWith(PHONE), await staffWith(DESK)];
  phone.journal.allowsNoNetwork();
  await phone.signsIn();
  await phone.canWorkOffline();
  await office.signsIn(supervisor.login);
  const work = { text: 'Legalisir akta di loket 2.', plan: 'Penerbitan kutipan akta kelahiran di loket', amount: '12' };
  const form = (device: typeof phone) => ({
    text: device.page.getByLabel('Apa yang Anda kerjakan?'),
    amount: device.page.getByRole('textbox', { name: 'Hasil', exact: true }),
    mine: device.page.getByRole('group', { name: 'Contoh Anda' }),
    fold: device.page.getByText('Simpan sebagai contoh'),
    list: device.page.getByRole('list', { name: 'Contoh Anda' }),
  });
  const { page } = phone;
  await phone.losesNetwork();
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await phone.fillsForm(work);
  await form(phone).fold.tap();
  await page.getByRole('button', { name: 'Simpan contoh' }).tap();
  await expect(phone.refusal()).toContainText('Beri nama contoh ini');
  await expect(form(phone).text).toHaveValue(work.text);
  await page.getByLabel('Nama contoh', { exact: true }).fill('Legalisir');
  await page.keyboard.press('Enter');
  await phone.isTold('Contoh Legalisir tersimpan.');
  await expect(form(phone).mine.getByRole('button', { name: 'Legalisir' })).toBeVisible();
  await expect(form(phone).text, 'keeping a template saves no entry').toHaveValue(work.text);
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await phone.isTold(SAVED);

  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await form(phone).mine.getByRole('button', { name: 'Legalisir' }).tap();
  await expect(form(phone).text).toHaveValue(work.text);
  await expect(form(phone).amount).toHaveValue('12');
  await expect(page.getByRole('radio', { name: work.plan })).toBeChecked();
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await phone.isTold(SAVED);
  await phone.findsNetwork();
  await expect.poll(async () => (await office.entries(work.text)).length).toBe(2);

  await laptop.signsIn();
  await laptop.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await form(laptop).mine.getByRole('button', { name: 'Legalisir' }).click();
  await expect(form(laptop).text).toHaveValue(work.text);
  await form(laptop).fold.click();
  await laptop.page.getByLabel('Ganti nama contoh Legalisir').fill('Legalisir loket 2');
  await laptop.page.keyboard.press('Enter');
  await laptop.isTold('Contoh itu sekarang bernama Legalisir loket 2.');
  await form(laptop).text.fill('Legalisir akta di loket 5.');
  const line = form(laptop).list.getByRole('listitem').filter({ has: laptop.page.getByLabel('Ganti nama contoh Legalisir loket 2') });
  await line.getByRole('button', { name: /^Ganti isinya/ }).click();
  await laptop.isTold('Isi contoh Legalisir loket 2 diganti dengan isi formulir.');
  await expect(line).toContainText('loket 5');

  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await expect(form(phone).mine.getByRole('button', { name: 'Legalisir loket 2' })).toBeVisible();
  await line.getByRole('button', { name: /^Hapus/ }).click();
  await expect(form(laptop).mine.getByRole('button', { name: 'Legalisir loket 2' })).toHaveCount(0);
  await laptop.page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(form(laptop).mine.getByRole('button', { name: 'Legalisir loket 2' })).toBeVisible();
  await line.getByRole('button', { name: /^Hapus/ }).click();
  await expect(form(phone).mine.getByRole('button', { name: 'Legalisir loket 2' })).toHaveCount(0);
  await expect(form(phone).mine.getByRole('button').first(), 'the others stay').toBeVisible();
});

test('bji_6: a template is three taps to a saved entry, its amount can be one of the last, and a plan that has ended is asked for', async ({ staff, office, supervisor }) => {
  await staff.signsIn();
  await office.signsIn(supervisor.login);
  const { page } = staff;
  const mine = page.getByRole('group', { name: 'Contoh Anda' }).getByRole('button').first();
  const text = page.getByLabel('Apa yang Anda kerjakan?');
  const save = page.getByRole('button', { name: 'Simpan', exact: true });
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await mine.tap();
  await expect(text).not.toHaveValue('');
  const words = await text.inputValue();
  const before = (await office.entries(words)).length;
  await save.tap();
  await staff.isTold(SAVED);
  await expect.poll(async () => (await office.entries(words)).length).toBe(before + 1);

  await page.getByRole('link', { name: 'Dari contoh', exact: true }).tap();
  await expect(mine, 'one key away').toBeFocused();
  await page.keyboard.press('Enter');
  const amount = page.getByRole('textbox', { name: 'Hasil', exact: true });
  const last = page.getByRole('group', { name: 'Jumlah terakhir' }).getByRole('button');
  await expect(last.nth(1)).toBeVisible();
  await expect(last.nth(4)).toHaveCount(0);
  const values = (await last.allTextContents()).map((word) => word.trim());
  expect(new Set(values).size, 'each once').toBe(values.length);
  await expect(amount, 'the newest first: what the template has just saved').toHaveValue(values[0]);
  await expect(last.first()).toHaveAttribute('aria-pressed', 'true');
  await last.nth(1).press('Enter');
  await expect(amount).toHaveValue(values[1]);
  await expect(last.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(last.first()).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('radio', { name: 'Tambahan, di luar rencana' }).check();
  await expect(last, 'additional work has no measure').toHaveCount(0);

  await text.fill('');
  await page.getByRole('button', { name: 'Tanggal lain' }).tap();
  await page.getByLabel('Pilih tanggal').fill(day(100));
  await mine.tap();
  await expect(text).toHaveValue(words);
  await expect(page.getByText('Pilih rencana lain, atau tugas tambahan.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Tambahan, di luar rencana' })).not.toBeChecked();
  await save.tap();
  await expect(staff.refusal()).toContainText('Pilih dulu rencana lain');
  await expect(text).toHaveValue(words);
  await page.getByRole('radio', { name: 'Tambahan, di luar rencana' }).check();
  await expect(page.getByText('Pilih rencana lain, atau tugas tambahan.')).toHaveCount(0);
  await text.fill('Legalisir dari arsip triwulan lalu.');
  await save.tap();
  await staff.isTold(SAVED);
});
