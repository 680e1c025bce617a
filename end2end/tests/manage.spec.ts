// What an admin has typed or been told stays with them: first passwords when the line breaks between them, and the forms beside one that has
// just been accepted. Pains of peers.md rows 1, 19; acceptance PLM-6.
import type { Page } from '@playwright/test';
import { phoneOf, uuid7 } from '../support/device';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';

const BIDANG = 'Bidang Pelayanan Pendaftaran Penduduk';
const WAITS = 'Muhammad Fadhilurrahman Al-Ghifari, S.Kom., M.T.I.';
const OTHER = 'Zainal Abidin Lubis, S.E.';
const BUSY = { code: 'busy', id: 'Kantor sedang sibuk. Tunggu sebentar, lalu coba lagi.', en: 'The office is busy. Wait a moment, then try again.' };

const HEADER = 'NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan';
// More accounts than the office gives passwords for at once.
const COUNT = 45;
const EARLIER = 'Kata sandi awal bagi yang belum pernah masuk';
const PASSWORDS = /^\/api\/import\/[^/]+\/passwords/;

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

// Somebody new in a section that is new.
function someone(at: number): string {
  const letter = (number: number) => String.fromCharCode(65 + number);
  const name = `Pegawai ${letter(Math.floor(at / 10))}${letter(at % 10)}`;
  const unit = 'Dinas Kependudukan dan Pencatatan Sipil / Seksi Arsip Baru';
  return `199001012020121${String(at + 1).padStart(3, '0')};${name};III/a;Arsiparis;${unit};197203151994032004`;
}

// The lines of a list of passwords, without the one that names the columns.
const told = (csv: string) => csv.trim().split(/\r?\n/).slice(1);

test('row 19: the line breaks between first passwords, and none is lost; what is being written is not disturbed', async ({ admin, town }) => {
  test.slow();
  admin.journal.allowsStatus(503);
  await admin.signsIn();
  const { page } = admin;
  await admin.manages('Impor');
  await admin.bringsList('pegawai-baru.csv', [HEADER, ...Array.from({ length: COUNT }, (_, at) => someone(at))].join('\n'));
  await admin.checksList();
  await expect(admin.result()).toContainText(`${COUNT} orang baru, 0 berubah, 0 tetap, 0 baris bermasalah.`);

  await test.step('another check while it is written changes nothing', async () => {
    const writes = await town.network.holdsNextQuestion(/^\/api\/import\/apply/);
    await page.getByRole('button', { name: 'Terapkan' }).click();
    await writes.caught;
    await page.getByRole('button', { name: 'Periksa dulu' }).click();
    await writes.release();
    await expect(page.getByText(`${COUNT} dari ${COUNT} orang ditulis`)).toBeVisible({ timeout: 60_000 });
  });

  let some: string[] = [];
  await test.step('some come, then the office is busy: those are a file', async () => {
    await town.network.lets(1, { path: PASSWORDS });
    await town.network.says(PASSWORDS, 503, BUSY);
    some = told(await admin.downloads('Buat dan unduh kata sandi awal'));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(COUNT);
    await expect(page.getByRole('alert')).toContainText('Yang sudah sampai ada di unduhan Anda.');
  });

  await test.step('the next press hands over all of them, each with the password that was told, and it opens the door', async () => {
    const all = told(await admin.downloads('Buat dan unduh kata sandi awal'));
    expect(all).toHaveLength(COUNT);
    expect(all.slice(0, some.length)).toEqual(some);
    expect(new Set(all.map((line) => line.split(';')[0])).size).toBe(COUNT);
    for (const line of [all[0], all[COUNT - 1]]) {
      const [nip, name, password] = line.split(';');
      await new Office(town).signsIn({ nip: nip.replaceAll(' ', ''), name, password });
    }
  });

  await test.step('who comes back later finds the way beside the import', async () => {
    await admin.manages('Unit dan orang');
    await admin.manages('Impor');
    await expect(region(page, 'Impor terdahulu').getByRole('button', { name: EARLIER })).toBeVisible();
  });
});

test('row 19: who left the page before asking for first passwords finds them beside the import', async ({ admin }) => {
  test.slow();
  await admin.signsIn();
  const { page } = admin;
  await admin.manages('Impor');
  await admin.bringsList('pegawai-baru.csv', [HEADER, someone(0), someone(1)].join('\n'));
  await admin.checksList();
  await page.getByRole('button', { name: 'Terapkan' }).click();
  await expect(page.getByText('2 dari 2 orang ditulis')).toBeVisible({ timeout: 60_000 });
  await page.reload();
  expect(told(await admin.downloads(EARLIER))).toHaveLength(2);
});

test('row 1: a search for a name that has no answer says so, and can be asked again', async ({ admin, town }) => {
  admin.journal.allowsStatus(503);
  await admin.signsIn();
  const { page } = admin;
  await admin.manages();
  await page.getByRole('link', { name: BIDANG, exact: true }).click();
  const acting = region(page, 'Pelaksana tugas atau harian');
  await town.network.says(/^\/api\/people\?q=/, 503, BUSY);
  await acting.getByLabel('Siapa').fill('suparman');
  await expect(acting.getByRole('status')).toContainText('belum mendapat jawaban');
  await acting.getByRole('button', { name: 'Cari lagi' }).click();
  await expect(acting.getByLabel('Siapa')).toHaveValue('suparman');
  await acting.getByRole('button', { name: /^Suparman/ }).click();
  await expect(acting).toContainText('Dipilih: Suparman');
});

test('row 1: an answer to one wish leaves what is typed and chosen for another, also when the list cannot be read anew', async ({ admin, town }) => {
  admin.journal.allowsStatus(503);
  const { name } = town.server.login('Pegawai');
  const phone = await phoneOf(town, town.server.login('Pegawai'));
  phone.adds({ 'superior.request': { id: uuid7(), wanted: null, wanted_name: 'Nurhayati Siregar', reason: 'Saya pindah bidang.' } });
  while (phone.queue.length > 0) await phone.sends();
  await admin.signsIn();
  await admin.manages('Permintaan');
  const [one, other] = [admin.request(name), admin.request(WAITS)];
  const answer = other.getByLabel('Jawaban untuk orangnya');

  await test.step('words and a choice for one, while the other is being answered', async () => {
    await other.getByRole('button', { name: 'Pilih yang lain' }).click();
    await other.getByRole('searchbox').fill('zainal');
    await other.getByRole('button', { name: OTHER }).click();
    await one.getByLabel('Jawaban untuk orangnya').fill('Belum ada SK-nya.');
    const reads = await town.network.holdsNextQuestion(/^\/api\/requests/);
    await one.getByRole('button', { name: 'Jangan ubah' }).click();
    await reads.caught;
    await answer.fill('Saya tanyakan dulu ke bidangnya.');
    await reads.release();
    await expect(one).toHaveCount(0);
    await expect(answer).toHaveValue('Saya tanyakan dulu ke bidangnya.');
    await expect(answer, 'whoever types goes on typing').toBeFocused();
    await expect(other).toContainText(`Dipilih: ${OTHER}`);
  });

  await test.step('accepted, and then the list does not come: it stays, and says that it may be old', async () => {
    await town.network.says(/^\/api\/requests/, 503, BUSY);
    await other.getByRole('button', { name: 'Jangan ubah' }).click();
    await admin.isTold('diberi tahu.');
    const late = admin.page.getByRole('alert');
    await expect(late).toContainText('Belum dapat dimuat ulang');
    await expect(other).toBeVisible();
    await late.getByRole('button', { name: 'Muat ulang' }).click();
    await expect(other).toHaveCount(0);
    await expect(late).toHaveCount(0);
  });
});

test('plm_6: on the pages of a unit and of a person, what is typed into one form stays when another is accepted', async ({ admin }) => {
  test.slow();
  await admin.signsIn();
  const { page } = admin;
  await admin.manages();
  await page.getByRole('link', { name: BIDANG, exact: true }).click();

  await test.step('of a unit', async () => {
    const [kind, acting] = [region(page, 'Jenis unit'), region(page, 'Pelaksana tugas atau harian')];
    await acting.getByLabel('Siapa').fill('suparman');
    await acting.getByRole('button', { name: /^Suparman/ }).click();
    await page.getByRole('button', { name: 'Ubah unit' }).click();
    const official = region(page, 'Ubah unit').getByLabel('Nama resmi');
    await official.fill('Bidang Pendaftaran dan Pencatatan');
    await kind.getByLabel('Jenis', { exact: true }).selectOption('UPTD');
    await kind.getByRole('button', { name: 'Simpan' }).click();
    await admin.isTold('Jenis unit disimpan.');
    await expect(region(page, 'Unit').getByRole('listitem').filter({ hasText: BIDANG })).toContainText('UPTD');
    await expect(acting).toContainText('Dipilih: Suparman');
    await expect(official).toHaveValue('Bidang Pendaftaran dan Pencatatan');
  });

  await test.step('of a person', async () => {
    await page.getByRole('link', { name: 'Suparman', exact: true }).click();
    await page.getByRole('button', { name: 'Ubah penempatan' }).click();
    const position = region(page, 'Ubah penempatan').getByLabel('Jabatan');
    await position.fill('Arsiparis Ahli Pertama');
    const days = region(page, 'Hari tidak masuk');
    await days.getByRole('button', { name: 'Tambah Hari tidak masuk' }).click();
    await days.getByRole('button', { name: 'Cuti' }).click();
    await days.getByRole('button', { name: 'Simpan', exact: true }).click();
    await admin.isTold('Tersimpan. Orangnya dan atasannya dapat melihatnya.');
    await expect(days.getByRole('listitem')).toContainText('Cuti');
    await expect(position).toHaveValue('Arsiparis Ahli Pertama');
  });
});

test('row 1: two windows with the form of one unit: what each has changed stays, and what both have changed is said', async ({ admin, adminWith }) => {
  test.slow();
  const beside = await adminWith({});
  const forms = [];
  for (const one of [admin, beside]) {
    await one.signsIn();
    await one.manages();
    await one.page.getByRole('link', { name: BIDANG, exact: true }).click();
    await one.page.getByRole('button', { name: 'Ubah unit' }).click();
    forms.push(region(one.page, 'Ubah unit'));
  }
  const [mine, theirs] = forms;
  const names = forms.map((form) => form.getByLabel('Nama resmi'));
  await names[1].fill('Bidang Pendaftaran');
  await theirs.getByRole('button', { name: 'Simpan', exact: true }).click();
  await beside.isTold('Unit disimpan.');

  await test.step('another field: both stay', async () => {
    await mine.getByRole('button', { name: 'WITA' }).click();
    await mine.getByRole('button', { name: 'Simpan', exact: true }).click();
    await admin.isTold('Unit disimpan.');
    await admin.page.getByRole('button', { name: 'Ubah unit' }).click();
    await expect(names[0]).toHaveValue('Bidang Pendaftaran');
    await expect(mine.getByRole('button', { name: 'WITA' })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the same field: the second is told, and what was typed stays', async () => {
    await beside.page.getByRole('button', { name: 'Ubah unit' }).click();
    await names[1].fill('Bidang Pelayanan');
    await theirs.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(theirs).toHaveCount(0);
    await names[0].fill('Bidang Dokumen');
    await mine.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(mine.getByRole('alert')).toContainText('Isinya berubah sejak Anda membukanya.');
    await expect(names[0]).toHaveValue('Bidang Dokumen');
  });
});
