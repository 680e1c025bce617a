// Which days a board shows and whom: in the address, so that it can be sent to somebody and the way back leads through it. Acceptance BJI-9, PLM-6.
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';
import { pictures, scrollsSidewaysAtTwice, stands } from '../support/screens';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const BIDANG = 'Bidang Pelayanan Pendaftaran Penduduk';

test('bji_9: periods and filters of the team board stand in the address; the way back leads through them', async ({ supervisor }) => {
  await supervisor.watchesBoard();
  const { page } = supervisor;
  const everyone = page.getByRole('table', { name: 'Semua orang di unit ini' });
  await expect(everyone.getByRole('columnheader', { name: '10 hari kerja' })).toBeVisible();
  await supervisor.follows('Minggu ini');
  await expect(page).toHaveURL(/periode=minggu/);
  await expect(everyone.getByRole('columnheader', { name: 'Hari tercatat' })).toBeVisible();
  await expect(page.getByText(/^Minggu ini, .+ sampai .+: \d+ catatan\./).first()).toBeVisible();
  const people = () => everyone.getByRole('rowheader').count();
  await expect.poll(people).toBeGreaterThan(20);
  const all = await people();
  await supervisor.follows(/^Menunggu/);
  await expect(page).toHaveURL(/periode=minggu.*saring=menunggu/);
  await expect.poll(people).toBeLessThan(all);
  await stands(page);
  await expect.poll(people).toBeGreaterThan(0);
  const few = await people();
  const address = page.url();
  await supervisor.follows('Triwulan ini');
  await expect(page).toHaveURL(/periode=triwulan.*saring=menunggu/);
  await page.goBack();
  await expect.poll(people).toBe(few);
  await page.goBack();
  await expect.poll(people).toBe(all);
  await page.goBack();
  await expect(everyone.getByRole('columnheader', { name: '10 hari kerja' })).toBeVisible();
  await page.goto(address);
  await stands(page);
  await expect.poll(people).toBe(few);
});

test('bji_9: a free range is typed, shared and refused in words when it makes no sense', async ({ leader }) => {
  await leader.watchesCity();
  const { page } = leader;
  await leader.follows('Rentang bebas');
  const [from, until] = [page.getByLabel('Mulai', { exact: true }), page.getByLabel('Sampai', { exact: true })];
  await expect(until).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  const today = await until.inputValue();
  await expect(from).toHaveValue(today);
  const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const entries = () => page.locator('.stat').filter({ hasText: 'hari kerja orang' });
  await from.fill(ago(20));
  await until.fill(ago(10));
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(page).toHaveURL(new RegExp(`periode=bebas&dari=${ago(20)}&sampai=${ago(10)}`));
  await entries().getByText('Dari mana angka ini?').click();
  await expect(entries().getByText(/^Rentang bebas, .+ sampai .+$/)).toBeVisible();
  await until.fill(ago(30));
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(page.getByRole('alert')).toContainText('366');
  await expect(until).toHaveValue(ago(30));
  await expect(page).toHaveURL(new RegExp(`sampai=${ago(10)}`));
  // The same by an address that somebody has sent: the board stands, and says what is wrong.
  await page.goto(new URL(`/papan/kota?periode=bebas&dari=${ago(3)}&sampai=${ago(5)}`, page.url()).href);
  await stands(page);
  await leader.boardIsLive();
  await expect(page.getByRole('alert')).toContainText('366');
  await expect(from).toHaveValue(ago(3));
  await page.goBack();
  await expect(from).toHaveValue(ago(20));
});

test('plm_6: a superior writes days away; the person is not missed on any board, and sees who wrote it', async ({ supervisor, staff }) => {
  const SILENT = 'Suparman';
  await supervisor.watchesBoard();
  const { page } = supervisor;
  const sentence = page.locator('.sentence');
  const away = async () => Number(/(\d+) tidak masuk/.exec((await sentence.textContent()) ?? '')?.[1] ?? 0);
  await expect.poll(away).toBeGreaterThan(0);
  const before = await away();
  const silent = page.getByRole('listitem').filter({ hasText: `${SILENT} belum mencatat` });
  await expect(silent).toBeVisible();
  await silent.getByRole('link', { name: 'Buka halamannya' }).click();
  await expect(page.getByRole('heading', { name: SILENT, level: 1 })).toBeVisible();
  const days = page.getByRole('region', { name: 'Hari tidak masuk' });
  await days.getByRole('button', { name: 'Tambah Hari tidak masuk' }).click();
  await days.getByRole('button', { name: 'Sakit' }).click();
  await days.getByLabel('Sampai').fill('2020-01-01');
  await days.getByLabel('Keterangan').fill('Surat dokter menyusul');
  await days.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(days.getByRole('alert')).toContainText('400');
  await expect(days.getByLabel('Keterangan')).toHaveValue('Surat dokter menyusul');
  await days.getByLabel('Sampai').fill(await days.getByLabel('Mulai').inputValue());
  await days.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(days).toContainText('Surat dokter menyusul · dicatat Drs. H. Zulkifli Hasan Basri, M.Si.');
  await supervisor.goesTo('Papan tim');
  await supervisor.boardIsLive();
  await expect.poll(away).toBe(before + 1);
  await expect(silent).toHaveCount(0);
  await supervisor.follows(/^Tidak masuk/);
  await expect(supervisor.row(SILENT)).toContainText('Sakit');
  await supervisor.follows(/^Belum mencatat/);
  await expect(supervisor.row(SILENT)).toHaveCount(0);
  await page.getByText('Dari mana angka ini?').first().click();
  await expect(page.getByRole('row', { name: `${SILENT} Sakit` })).toBeVisible();
  await supervisor.goesTo('Papan unit');
  await expect(sentence).toContainText(`${before + 1} tidak masuk`);
  await supervisor.follows(/^Tidak masuk/);
  await expect(page).toHaveURL(/status=tidak-masuk/);
  await expect(supervisor.row(SILENT)).toContainText('Sakit');
  await supervisor.row(SILENT).getByRole('link').click();
  await days.getByRole('button', { name: /^Tarik/ }).click();
  await expect(days).not.toContainText('Surat dokter menyusul');

  await test.step('what a superior has written for somebody stands on that one\'s own page, who cannot take it back', async () => {
    await staff.signsIn();
    await supervisor.goesTo('Papan tim');
    await supervisor.row(staff.login.name).getByRole('link').click();
    await page.getByRole('link', { name: 'Halaman lengkap' }).click();
    await days.getByRole('button', { name: 'Tambah Hari tidak masuk' }).click();
    await days.getByRole('button', { name: 'Dinas luar' }).click();
    await days.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(days).toContainText('dicatat Drs. H. Zulkifli');
    await staff.goesTo('Saya');
    const own = staff.page.getByRole('region', { name: 'Hari tidak masuk' });
    const line = own.getByRole('listitem').filter({ hasText: 'dicatat Drs. H. Zulkifli' });
    await expect(line).toContainText('Dinas luar');
    await expect(line.getByRole('button')).toHaveCount(0);
  });
});

test('plm_6: the board over a period, the last days of a person and their map count the same working days', async ({ supervisor }) => {
  await supervisor.watchesBoard();
  const { page } = supervisor;
  const ago = (days: number) => new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
  await page.goto(new URL(`/papan?periode=bebas&dari=${ago(27)}`, page.url()).href);
  await stands(page);
  const row = supervisor.row('Suparman');
  const recorded = row.getByRole('cell').nth(1);
  await expect(recorded).toContainText(/\d+ dari \d+/);
  const [, written, expected] = /(\d+) dari (\d+)/.exec((await recorded.textContent()) ?? '') ?? [];
  expect(Number(expected), 'some days are missing').toBeGreaterThan(Number(written));
  const everyone = page.getByRole('region', { name: 'Semua orang' });
  await everyone.getByText('Dari mana angka ini?').first().click();
  await expect(everyone.getByText(/Libur nasional, cuti bersama, .+ tidak dihitung/).first()).toBeVisible();
  await row.getByRole('link').click();
  await page.getByRole('link', { name: 'Halaman lengkap' }).click();
  const days = page.getByRole('region', { name: '20 hari kerja terakhir' });
  await expect(days.getByText(`${written} dari ${expected} hari kerja tercatat`)).toBeVisible();
  await expect(days.locator('.near')).toHaveCount(Number(expected) - Number(written));
  const map = page.getByRole('region', { name: 'Tiga belas minggu' });
  await expect(map.getByRole('img', { name: new RegExp(`: ${written} dari ${expected} hari kerja tercatat, `) })).toBeVisible();
  await map.getByText('Lihat sebagai tabel').click();
  await expect(map.getByRole('row', { name: /Tanpa catatan/ })).toHaveCount(Number(expected) - Number(written));
});

for (const [name, options] of Object.entries({ meja: DESK, hp: PHONE })) {
  test(`boards over a period stand at ${name}`, async ({ supervisorWith }) => {
    test.slow();
    const supervisor = await supervisorWith(options);
    await supervisor.signsIn();
    const { page } = supervisor;
    const shows = async (screen: string, address: string) => {
      await page.goto(new URL(address, page.url()).href);
      await stands(page);
      await supervisor.boardIsLive();
      await expect(page.getByRole('rowheader').first()).toBeVisible();
      await pictures(page, `rentang-${screen}`, name);
      expect.soft(await scrollsSidewaysAtTwice(page), `${screen} at 200 %`).toEqual([]);
    };
    await shows('tim-hari', '/papan');
    await shows('tim-minggu', '/papan?periode=minggu');
    await shows('tim-bebas', '/papan?periode=bebas&dari=2026-11-30&sampai=2026-11-02');
    await shows('unit', '/papan/kota?periode=bulan&status=menunggu');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(BIDANG);
  });
}
