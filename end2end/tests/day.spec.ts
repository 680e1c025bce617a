// The day on the phone: three taps, yesterday once more, what stands in the way, evidence of every kind, the file for BKN. Acceptance BJI-3,
// BJI-6, BJI-8, PLM-6, DMI-2.
import { readFileSync } from 'node:fs';
import { barriers } from '../support/axe';
import { DESK, PHONE } from '../support/browsers';
import { monthBefore } from '../support/calendar';
import { expect, test } from '../support/harness';
import { goesTo, scrollsSideways } from '../support/screens';
import { rowsOf } from '../support/workbook';

const SAVED = 'Tersimpan di HP. Terkirim sendiri saat ada jaringan.';
// A day in the zone of the demo's unit.
function day(before: number): string {
  return new Date(Date.now() + 7 * 3_600_000 - before * 86_400_000).toISOString().slice(0, 10);
}

const PDF = { name: 'Rekap loket.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(150_000, 7)]) };

test('bji_6: a piece of work is written down in three taps, and at most four fields must be filled', async ({ staff, office, supervisor }) => {
  await staff.signsIn();
  await office.signsIn(supervisor.login);
  const { page } = staff;
  let taps = 0;
  const taps_on = async (what: ReturnType<typeof page.getByRole>) => {
    await what.tap();
    taps += 1;
  };
  const begun = Date.now();
  await taps_on(page.getByRole('link', { name: 'Catat pekerjaan', exact: true }));
  const often = page.getByRole('group', { name: 'Sering Anda catat' }).getByRole('button').first();
  await expect(often).toBeVisible();
  expect(await page.locator('main :required:visible').count(), 'PLM-6').toBeLessThanOrEqual(4);
  await taps_on(often);
  await expect(page.getByLabel('Apa yang Anda kerjakan?')).not.toHaveValue('');
  const text = await page.getByLabel('Apa yang Anda kerjakan?').inputValue();
  const amount = await page.getByRole('textbox', { name: 'Hasil', exact: true }).inputValue();
  expect(Number(amount.replace(',', '.')), 'the amount comes along').toBeGreaterThan(0);
  const before = (await office.entries(text)).length;
  await taps_on(page.getByRole('button', { name: 'Simpan', exact: true }));
  await staff.isTold(SAVED);
  expect(taps).toBe(3);
  // BJI-6 gives a person a minute; a program does not have to think, and the machine may be busy elsewhere.
  console.log(`    from the first tap to the word saved: ${Date.now() - begun} ms`);
  await expect.poll(async () => (await office.entries(text)).length).toBe(before + 1);
});

test('bji_8: yesterday is written once more without a network, and an unfinished form stays as it was', async ({ staff, town, office, supervisor }) => {
  test.slow();
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  const { page } = staff;
  await office.signsIn(supervisor.login);
  await staff.triesToRecord({ text: 'Menata arsip 2019, rak 4.', date: day(1), amount: '3' });
  await staff.isTold(SAVED);
  await page.goto(`${town.origin}/catat`);
  await page.getByRole('button', { name: 'Masih berjalan' }).tap();
  await page.getByRole('button', { name: 'Terhambat' }).tap();
  await page.getByLabel('Apa yang menghambat?').fill('Rak 5 terkunci.');
  await page.getByLabel('Apa yang Anda kerjakan?').fill('Baru separuh');
  await expect(page.getByText(/^Draf /)).toBeVisible();
  await page.getByRole('link', { name: 'Kembali ke Hari ini' }).tap();
  await town.network.isCut();
  await page.getByRole('link', { name: 'Salin kemarin', exact: true }).tap();
  const list = page.getByRole('group', { name: /^Kemarin, / });
  const chosen = list.getByRole('checkbox', { name: /Menata arsip 2019/ });
  await expect(chosen).toBeChecked();
  for (const one of await list.getByRole('checkbox').all()) await one.uncheck();
  await expect(page.getByRole('button', { name: 'Pilih dulu yang disalin' })).toBeVisible();
  await chosen.check();
  await page.getByLabel('Jumlah untuk Menata arsip 2019, rak 4.').fill('5');
  await page.getByRole('button', { name: 'Simpan 1 catatan' }).tap();
  await staff.isTold('1 catatan tersimpan di HP.');
  await staff.sees('Menata arsip 2019, rak 4.', 'Tersimpan di HP');
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await expect(page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue('Baru separuh');
  await expect(page.getByLabel('Apa yang menghambat?')).toHaveValue('Rak 5 terkunci.');
  await page.getByRole('link', { name: 'Kembali ke Hari ini' }).tap();
  await town.network.opens();
  await staff.sees('Menata arsip 2019, rak 4.', 'Terkirim', 45_000);
  const all = await office.entries('Menata arsip 2019, rak 4.');
  expect(all.map((row) => [row.work_date, row.quantity / 100]).sort()).toEqual([[day(1), 3], [day(0), 5]]);
});

test('plm_6: what is late is marked and accepted; what is blocked says by what; a document and a link are evidence', async ({ staff, supervisor, office, town }) => {
  test.slow();
  const text = 'Rekap loket pekan lalu.';
  await staff.signsIn();
  await office.signsIn(supervisor.login);
  const { page } = staff;
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await staff.fillsForm({ text, plan: 'Tambahan, di luar rencana', date: day(14) });
  await expect(page.getByText(/^Akan ditandai: terlambat dicatat \d+ hari kerja\. Catatan tetap diterima\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Terhambat' }).tap();
  await page.getByText('Tautan, berkas, inovasi, keputusan').tap();
  await page.getByLabel('Alamat').fill('drive.go.id/rekap');
  await page.getByLabel('Tambah berkas').setInputFiles({ name: 'virus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') });
  await expect(staff.refusal()).toContainText('Berkas ini tidak bisa dilampirkan.');
  await page.getByLabel('Tambah berkas').setInputFiles(PDF);
  await expect(page.getByRole('button', { name: 'Hapus berkas Rekap loket.pdf' })).toBeVisible();
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await expect(staff.refusal()).toContainText('Tulis apa yang menghambat');
  await page.getByLabel('Apa yang menghambat?').fill('Jaringan SIAK putus.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await expect(staff.refusal()).toContainText('Tautan dimulai dengan https://');
  await page.getByRole('button', { name: 'Hapus tautan drive.go.id/rekap' }).tap();
  await page.getByLabel('Alamat').fill('https://drive.go.id/rekap');
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await staff.isTold(SAVED);

  await expect.poll(async () => (await office.entries(text)).length).toBe(1);
  const [entry] = await office.entries(text);
  expect(entry.late_days).toBeGreaterThan(2);
  const file = `/api/entry/${entry.id}/file/${entry.more.files[0].sha256}`;
  await expect.poll(async () => (await office.asks('GET', file)).status).toBe(200);
  const answer = await office.asks('GET', file);
  expect(answer.body.equals(PDF.buffer)).toBe(true);
  expect(answer.headers['content-disposition']).toContain('attachment; filename="Rekap loket.pdf"');

  await page.goto(`${town.origin}/catatan/${entry.id}`);
  await expect(page.getByText(`Terlambat dicatat ${entry.late_days} hari kerja`)).toBeVisible();
  await expect(page.getByText('Terhambat: Jaringan SIAK putus.')).toBeVisible();
  const link = page.getByRole('link', { name: 'drive.go.id (tab baru)' });
  await expect(link).toHaveAttribute('rel', /noopener/);
  await expect(page.getByRole('link', { name: /^Rekap loket\.pdf/ })).toBeVisible();
  expect(await barriers(page), 'the entry').toEqual([]);

  await supervisor.watchesBoard();
  const stuck = supervisor.page.getByRole('listitem').filter({ hasText: /terhambat\./ });
  await expect(stuck).toBeVisible();
  await stuck.getByRole('link', { name: 'Tampilkan' }).click();
  await expect(supervisor.page).toHaveURL(/saring=terhambat/);
});

test('dmi_2: an innovation and a part in a decision are entries with what makes them so', async ({ staff, office, supervisor }) => {
  test.slow();
  await staff.signsIn();
  await office.signsIn(supervisor.login);
  const { page } = staff;
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await page.getByLabel('Apa yang Anda kerjakan?').fill('Lembar periksa sebelum antre.');
  await page.getByText('Tautan, berkas, inovasi, keputusan').tap();
  await page.getByRole('button', { name: 'Inovasi' }).tap();
  await page.getByRole('button', { name: 'Sudah dipakai' }).tap();
  await page.getByRole('radio', { name: 'Tambahan' }).check();
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await expect(staff.refusal()).toContainText('Lengkapi isian inovasi');
  await expect(page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue('Lembar periksa sebelum antre.');
  expect(await barriers(page), 'the form').toEqual([]);
  await page.getByLabel('Dampaknya').fill('Tidak ada pemohon yang kembali.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await staff.isTold(SAVED);
  await expect.poll(async () => (await office.entries('Lembar periksa sebelum antre.'))[0]?.more.special).toEqual({
    adoption: 'adopted',
    effect: 'Tidak ada pemohon yang kembali.',
  });

  const decided = 'Rapat bidang menetapkan jam loket keliling.';
  await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).tap();
  await page.getByLabel('Apa yang Anda kerjakan?').fill(decided);
  await page.getByText('Tautan, berkas, inovasi, keputusan').tap();
  await page.getByRole('button', { name: 'Ikut memutuskan' }).tap();
  await page.getByRole('radio', { name: 'Tambahan' }).check();
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await expect(staff.refusal()).toContainText('Lengkapi isian');
  await page.getByLabel('Forum').fill('Rapat bidang');
  await page.getByRole('button', { name: 'Pemberi masukan' }).tap();
  await page.getByLabel('Keputusannya').fill('Dua hari sepekan di kelurahan.');
  await page.getByRole('button', { name: 'Simpan', exact: true }).tap();
  await staff.isTold(SAVED);
  await expect.poll(async () => (await office.entries(decided))[0]?.more.special).toEqual({
    forum: 'Rapat bidang',
    part: 'adviser',
    outcome: 'Dua hari sepekan di kelurahan.',
  });
});

test('the month as a file for BKN is the month on the page, as a workbook and as lines', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await staff.records({ text: '=1+1 bukan rumus; "kutip"', plan: 'Tambahan, di luar rencana' });
  await staff.sees('=1+1 bukan rumus; "kutip"', 'Terkirim', 30_000);
  await goesTo(page, town.origin, { name: 'buku', path: '/buku' });
  await expect(page.getByRole('main').getByRole('link', { name: '=1+1 bukan rumus' })).toBeVisible();
  const shown = (await page.getByRole('main').getByRole('listitem').getByRole('link').allTextContents()).reverse();
  const download = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
    return readFileSync(await file.path());
  };
  const [head, ...rows] = rowsOf(await download('Excel (XLSX)'));
  expect(head).toEqual(['Tanggal', 'Uraian kegiatan', 'Rencana hasil kerja', 'Tautan bukti']);
  const words = rows.map(([, text]) => text.replace(/ \([\d.,]+ [^()]+\)$/, ''));
  expect(words.toSorted()).toEqual(shown.toSorted());
  expect(rows.map(([date]) => date).every((date) => date.startsWith(day(0).slice(0, 7)))).toBe(true);
  const csv = (await download('CSV')).toString('utf8');
  expect(csv.startsWith('\uFEFFTanggal;Uraian kegiatan;Rencana hasil kerja;Tautan bukti\r\n')).toBe(true);
  expect(csv).toContain(`;"'=1+1 bukan rumus; ""kutip""";Tambahan;`);
});

test('plm_6: the notebook says how complete it is, and every square of the map has its line in the table', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  // Somebody who began on the first day of the month before has days without an entry in that month. This month may have none: the demo
  // has written on the last ten working days.
  const first = monthBefore(day(0));
  await staff.triesToRecord({ text: 'Apel pagi bulan lalu.', plan: 'Tambahan, di luar rencana', date: first });
  await staff.isTold(SAVED);
  await goesTo(page, town.origin, { name: 'buku', path: `/buku?bulan=${first.slice(0, 7)}` });
  const figure = page.getByRole('region', { name: 'Kelengkapan' });
  await expect(figure.getByText(/dari \d+ hari kerja tercatat/)).toBeVisible();
  const sentence = (await figure.getByRole('progressbar').getAttribute('aria-label')) ?? '';
  const [, written, expected] = sentence.match(/^(\d+) dari (\d+) hari kerja tercatat$/) ?? [];
  expect(Number(expected)).toBeGreaterThan(Number(written));
  await figure.getByText('Dari mana angka ini?').tap();
  await expect(figure.getByRole('row', { name: /Tanpa catatan/ })).toHaveCount(Number(expected) - Number(written));
  const map = page.getByRole('region', { name: 'Tiga belas minggu' });
  await expect(map.getByRole('img', { name: /^Catatan per hari dari / })).toBeVisible();
  await map.getByText('Lihat sebagai tabel').tap();
  const squares = await map.locator('svg[role=img] rect').count();
  const before = await map.locator('svg[role=img] rect.is-before').count();
  await expect(map.getByRole('row')).toHaveCount(squares - before + 1);
});

const SCREENS = [
  { name: 'catat-lain', path: '/catat' },
  { name: 'salin', path: '/catat?kemarin=1' },
  { name: 'buku', path: '/buku' },
];

for (const [size, options] of [['hp', PHONE], ['meja', DESK]] as const) {
  test(`pictures of the day, ${size}`, async ({ staffWith, town }) => {
    test.slow();
    const staff = await staffWith(options);
    await staff.signsIn();
    const { page } = staff;
    for (const screen of SCREENS) {
      await goesTo(page, town.origin, screen);
      if (screen.name === 'catat-lain') {
        await page.getByRole('button', { name: 'Terhambat' }).click();
        await page.getByLabel('Apa yang menghambat?').fill('Jaringan SIAK putus sejak pukul sepuluh.');
        await page.getByText('Tautan, berkas, inovasi, keputusan').click();
        await page.getByLabel('Alamat').fill('https://arsip-dinas-kependudukan-dan-pencatatan-sipil.muarakencana.go.id/rekap/2026/11/loket');
        await page.getByRole('button', { name: 'Tambah tautan' }).click();
        await page.getByLabel('Tambah berkas').setInputFiles({ ...PDF, name: 'Laporan kegiatan pelayanan akta kelahiran bulan November 2026 (final).pdf' });
        await page.getByRole('button', { name: 'Ikut memutuskan' }).click();
        await page.getByText('Simpan sebagai contoh').click();
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await scrollsSideways(page), screen.name).toEqual([]);
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: `shots/${screen.name}-${size}-${colorScheme}.png`, fullPage: true });
      }
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await barriers(page), screen.name).toEqual([]);
    }
  });
}
