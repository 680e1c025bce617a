// Feedback: the superior's queue, words that reach a phone, and the dialogue of a quarter. Acceptance BJI-7, PLM-5, DMI-9, PLB-8.
import { barriers } from '../support/axe';
import { Device } from '../support/device';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import { scrollsSideways } from '../support/screens';
import type { Town } from '../support/town';
import type { Login } from '../support/server';

async function phoneOf(town: Town, login: Login): Promise<Device> {
  const office = new Office(town);
  await office.signsIn(login);
  return new Device(office);
}

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Berkas uji ${String(at + 1).padStart(2, '0')} diserahkan.`);
}

test('bji_7: of 25 approved at once the one that changed meanwhile is refused, shown again with what changed, and approved then', async ({ supervisor, staff, office, town }) => {
  supervisor.journal.allowsNoNetwork();
  const device = await phoneOf(town, staff.login);
  const texts = numbered(25);
  const ids: string[] = [];
  for (const text of texts) ids.push(device.writes(text));
  while (device.queue.length > 0) await device.sends();

  // Her line is dead from the start, so nothing tells her page that an entry changes.
  await supervisor.signsIn();
  await supervisor.page.route('**/api/live**', (route) => route.abort());
  await supervisor.opensQueue();
  await expect(supervisor.waiting('Berkas uji')).toHaveCount(25);
  await supervisor.page.getByRole('checkbox', { name: 'Pilih semua' }).check();
  const [changed, better] = [texts[7], 'Berkas uji 08 diserahkan, dua lampirannya menyusul.'];
  await device.revises(ids[7], 1, better);

  await supervisor.page.getByRole('button', { name: /^Setujui \d+ catatan$/ }).click();
  await expect(supervisor.page.getByRole('alert')).toContainText(/^\d+ catatan berhasil, 1 tidak diterima\./);
  await expect(supervisor.waiting('Berkas uji')).toHaveCount(1);
  await expect(supervisor.waiting(changed)).toContainText('Catatan ini berubah sejak Anda membukanya.');
  const reviews = async () => {
    const rows = (await office.board()).filter((row) => row.kind === 'entry' && row.text.startsWith('Berkas uji'));
    return rows.map((row) => `${row.text} ${row.review}`).sort();
  };
  const wanted = texts.map((text, at) => (at === 7 ? `${better} open` : `${text} approved`)).sort();
  expect(await reviews()).toEqual(wanted);

  await supervisor.page.unroute('**/api/live**');
  const row = supervisor.waiting(better);
  await expect(row).toContainText('Berubah sejak Anda melihatnya.', { timeout: 45_000 });
  await expect(row.getByRole('deletion')).toHaveText(changed);
  await expect(row.getByRole('insertion')).toHaveText(better);
  await expect(supervisor.choice(better)).not.toBeChecked();
  await supervisor.choice(better).check();
  await supervisor.page.getByRole('button', { name: 'Setujui 1 catatan' }).click();
  await expect(supervisor.page.getByText('Tidak ada yang menunggu Anda. Semua catatan tim sudah dijawab.')).toBeVisible();
  expect(await reviews()).toEqual(wanted.map((one) => one.replace(' open', ' approved')));
});

test('bji_7: an entry that changes under the eyes of the superior is no longer chosen and says what changed', async ({ supervisor, staff, town }) => {
  const device = await phoneOf(town, staff.login);
  const entry = device.writes('Surat keterangan pindah diproses.');
  while (device.queue.length > 0) await device.sends();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  await supervisor.choice('Surat keterangan pindah').check();
  await device.revises(entry, 1, 'Surat keterangan pindah selesai dan diserahkan.');
  const row = supervisor.waiting('Surat keterangan pindah selesai');
  await expect(row.getByRole('deletion')).toHaveText('Surat keterangan pindah diproses.');
  await expect(row.getByRole('checkbox')).not.toBeChecked();
  await expect(supervisor.page.getByText('Belum ada yang dipilih')).toBeVisible();
});

test('plm_5: several entries go back with one reason, and the phone says so at its next connection', async ({ supervisor, staff, town }) => {
  staff.journal.allowsNoNetwork();
  const reason = 'Mohon lampirkan daftar penerima, agar dapat dicocokkan dengan register.';
  await staff.signsIn();
  const texts = ['Dua kartu keluarga dicetak ulang.', 'Satu akta dikoreksi.'];
  for (const text of texts) {
    await staff.records({ text });
    await staff.sees(text, 'Terkirim');
  }
  await staff.losesNetwork();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  for (const text of texts) await supervisor.choice(text).check();
  await supervisor.page.getByRole('button', { name: 'Kembalikan 2 catatan' }).click();
  // Without words nothing goes back, and what was chosen stays chosen.
  const send = supervisor.page.locator('form').getByRole('button', { name: 'Kembalikan 2 catatan' });
  await send.click();
  await expect(supervisor.waiting(texts[0])).toContainText('Tulis dulu pesannya');
  for (const text of texts) await supervisor.choice(text).check();
  await supervisor.page.getByLabel('Apa yang perlu diperbaiki').fill(reason);
  await send.click();
  await expect(supervisor.page.getByRole('status').getByText('2 catatan dikembalikan dengan alasan Anda.')).toBeVisible();
  for (const text of texts) await expect(supervisor.waiting(text)).toHaveCount(0);
  await staff.findsNetwork();
  for (const text of texts) await staff.sees(text, 'Perlu revisi', 45_000);
  await staff.goesTo('Kabar');
  await expect(staff.letters().filter({ hasText: reason }).first()).toBeVisible();
});

test('the queue is worked through by the keyboard alone, and keys do nothing outside the list', async ({ supervisor, staff, office, town }) => {
  const device = await phoneOf(town, staff.login);
  for (const text of numbered(3)) device.writes(text);
  while (device.queue.length > 0) await device.sends();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  const before = await supervisor.waiting('').count();
  await supervisor.page.keyboard.press('a');
  await expect(supervisor.page.getByText('Belum ada yang dipilih')).toBeVisible();
  const boxes = supervisor.page.getByRole('list', { name: 'Catatan yang menunggu' }).getByRole('checkbox');
  await boxes.first().focus();
  const { keyboard } = supervisor.page;
  await keyboard.press('j');
  await expect(boxes.nth(1)).toBeFocused();
  await keyboard.press('k');
  await expect(boxes.first()).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await expect(supervisor.page.getByText('2 dipilih')).toBeVisible();
  await keyboard.press('a');
  await expect(supervisor.waiting('')).toHaveCount(before - 2);
  await keyboard.press('r');
  await expect(supervisor.page.getByLabel('Apa yang perlu diperbaiki')).toBeFocused();
  expect((await office.board()).length).toBeGreaterThan(0);
});

for (const size of [{ name: 'hp', width: 360, height: 740 }, { name: 'meja', width: 1440, height: 900 }]) {
  test(`pictures of feedback, ${size.name}`, async ({ supervisorWith, staff, town }) => {
    const device = await phoneOf(town, staff.login);
    const entry = device.writes('Menyusun rekapitulasi permohonan pindah datang bersama lima kelurahan.');
    while (device.queue.length > 0) await device.sends();
    const supervisor = await supervisorWith({ viewport: { width: size.width, height: size.height } });
    const { page } = supervisor;
    const each = async (screen: string) => {
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: `shots/${screen}-${size.name}-${theme}.png`, fullPage: true });
      }
      expect.soft(await scrollsSideways(page), screen).toEqual([]);
      expect.soft(await barriers(page), screen).toEqual([]);
    };
    await supervisor.signsIn();
    await supervisor.opensQueue();
    await supervisor.choice('Menyusun rekapitulasi').check();
    await device.revises(entry, 1, 'Menyusun rekapitulasi permohonan pindah datang bersama enam kelurahan.');
    await expect(supervisor.waiting('enam kelurahan')).toContainText('Berubah sejak');
    const boxes = page.getByRole('list', { name: 'Catatan yang menunggu' }).getByRole('checkbox');
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await each('tinjau');
    await page.getByRole('button', { name: 'Kembalikan 3 catatan' }).click();
    await each('tinjau-alasan');
  });
}
