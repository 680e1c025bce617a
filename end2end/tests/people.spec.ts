// Who belongs where. A wrong superior is asked for without a network, approved, and moves; a list is brought in and taken back; on a leave
// day nobody is missed. Pains of peers.md rows 1, 18, 19, 27; acceptance PLM-6.
import type { Admin } from '../support/actors/admin';
import { DESK, PHONE } from '../support/browsers';
import { works } from '../support/calendar';
import { today } from '../support/device';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import { pictures, scrollsSidewaysAtTwice, stands } from '../support/screens';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const LEADER = 'Dra. Hj. Nurhayati Siregar, M.Si.';
const WAITS = 'Muhammad Fadhilurrahman Al-Ghifari, S.Kom., M.T.I.';

test('row 1: a wrong superior is asked for without a network, answered by the admin, and the board follows', async ({ staff, admin, town }) => {
  test.slow();
  const name = staff.login.name;
  staff.journal.allowsNoNetwork();
  const above = new Office(town);
  await above.signsIn(town.server.login('Pimpinan'));
  const onBoardAbove = async () => (await above.board()).filter((row) => row.kind === 'employee' && row.name === name).length;
  await staff.signsIn();
  await staff.canWorkOffline();
  expect(await onBoardAbove()).toBe(0);
  const superior = staff.page.getByRole('region', { name: 'Atasan', exact: true });

  await test.step('the search finds the right one, then the network goes and the request waits', async () => {
    await staff.goesTo('Saya');
    await superior.getByRole('button', { name: 'Atasan saya salah?' }).click();
    await staff.page.getByLabel('Atasan yang seharusnya').fill('nurhayati');
    await superior.getByRole('button', { name: LEADER }).click();
    await town.network.isCut();
    await staff.page.getByLabel('Alasan').fill('Saya ditugaskan langsung di bawah Kepala Dinas sejak 1 November.');
    await superior.getByRole('button', { name: 'Ajukan permintaan' }).click();
    await staff.isTold('Permintaan tersimpan di HP, lalu dikirim ke admin.');
    await expect(superior).toContainText('Menunggu admin');
    await expect(superior.getByRole('button', { name: 'Atasan saya salah?' })).toHaveCount(0);
  });

  await test.step('the network is back; the admin sees it and approves', async () => {
    await town.network.opens();
    await admin.signsIn();
    await expect(async () => {
      await admin.manages('Permintaan');
      await admin.page.reload();
      await expect(admin.request(name)).toBeVisible({ timeout: 15_000 });
    }).toPass({ timeout: 90_000 });
    await expect(admin.request(WAITS), 'the request of the demo waits as well').toBeVisible();
    await expect(admin.request(name)).toContainText(LEADER);
    await admin.request(name).getByLabel('Jawaban untuk orangnya').fill('Sesuai SK, terima kasih.');
    await admin.request(name).getByRole('button', { name: 'Setujui dan ubah atasan' }).click();
    await admin.isTold(`Atasan ${name} diubah.`);
    await expect(admin.request(name)).toHaveCount(0);
  });

  await test.step('the person is told, and has the new superior', async () => {
    await staff.goesTo('Kabar');
    const news = staff.letters().filter({ hasText: `Atasan Anda sekarang ${LEADER}` });
    await expect(news).toBeVisible();
    await expect(news).toContainText('Sesuai SK, terima kasih.');
    await staff.goesTo('Saya');
    await expect(superior).toContainText(LEADER);
    await expect(superior).toContainText('Disetujui');
  });

  await test.step('the board of the new superior has the person, with the work of these days', async () => {
    const rows = await above.board();
    const person = rows.find((row) => row.kind === 'employee' && row.name === name);
    expect(rows.filter((row) => row.kind === 'entry' && row.owner === person?.id).length).toBeGreaterThan(3);
  });
});

const HEADER = 'NIP;Nama;Golongan;Jabatan;Unit Kerja;NIP Atasan';
const GOOD = '199001012020121001;Budi Santoso;III/a;Kepala Seksi Arsip Baru;Dinas Kependudukan dan Pencatatan Sipil / Seksi Arsip Baru;197203151994032004';
const BAD = '19920202;Siti Aminah;II/c;Operator;Seksi Arsip Baru;199001012020121001';
const MENDED = '199202022021122002;Siti Aminah;II/c;Operator;Seksi Arsip Baru;199001012020121001';

test('row 19: a list with errors is checked, mended, applied and taken back', async ({ admin }) => {
  test.slow();
  await admin.signsIn();
  await admin.manages('Impor');

  await test.step('a list with a bad row says which and why, and cannot be applied', async () => {
    await admin.bringsList('pegawai.csv', [HEADER, GOOD, BAD].join('\n'));
    await admin.checksList();
    await expect(admin.result()).toContainText('1 orang baru, 0 berubah, 0 tetap, 1 baris bermasalah.');
    await expect(admin.result()).toContainText('Baris 3, kolom A (NIP)');
    await expect(admin.page.getByRole('button', { name: 'Terapkan' })).toBeDisabled();
    const csv = await admin.downloads('Unduh daftar masalah');
    expect(csv.trim().split('\n')).toHaveLength(2);
    expect(csv).toContain('3;A (NIP);');
  });

  await test.step('the mended list is applied', async () => {
    await admin.bringsList('pegawai.csv', [HEADER, GOOD, MENDED].join('\n'));
    await expect(admin.page.getByText('Diambil dari pilihan Anda yang terakhir.')).toBeVisible();
    await admin.checksList();
    await expect(admin.result()).toContainText('2 orang baru, 0 berubah, 0 tetap, 0 baris bermasalah.');
    await expect(admin.result()).toContainText('Seksi Arsip Baru');
    await admin.page.getByRole('button', { name: 'Terapkan' }).click();
    await expect(admin.page.getByText('2 dari 2 orang ditulis')).toBeVisible({ timeout: 60_000 });
    const passwords = await admin.downloads('Buat dan unduh kata sandi awal');
    expect(passwords.trim().split('\n')).toHaveLength(3);
    await admin.manages('Unit dan orang');
    await admin.page.getByRole('link', { name: 'Seksi Arsip Baru' }).click();
    await expect(admin.page.getByRole('link', { name: 'Siti Aminah' })).toBeVisible();
  });

  await test.step('taken back, it is gone', async () => {
    await admin.manages('Impor');
    await admin.page.getByRole('button', { name: 'Urungkan impor' }).click();
    await expect(admin.page.getByRole('region', { name: 'Impor terdahulu' })).toContainText('Diurungkan', { timeout: 60_000 });
    await admin.manages('Unit dan orang');
    await expect(admin.page.getByRole('link', { name: 'Bidang Pelayanan Pendaftaran Penduduk', exact: true })).toBeVisible();
    await expect(admin.page.getByRole('link', { name: 'Seksi Arsip Baru' })).toHaveCount(0);
  });
});

test('row 27, plm_6: on a leave day, written without a network, the board does not ask for an entry', async ({ staff, supervisor, office, town }) => {
  test.slow();
  staff.journal.allowsNoNetwork();
  supervisor.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  const away = staff.page.getByRole('region', { name: 'Hari tidak masuk' });

  await test.step('written without a network; the same day twice is refused at once', async () => {
    await staff.goesTo('Saya');
    await town.network.isCut();
    await away.getByRole('button', { name: /^Tambah/ }).click();
    await away.getByRole('button', { name: 'Dinas luar' }).click();
    await away.getByLabel('Keterangan').fill('Sosialisasi SPBE');
    await away.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(away.getByRole('listitem').filter({ hasText: 'Sosialisasi SPBE' })).toContainText('Dinas luar');
    await away.getByRole('button', { name: /^Tambah/ }).click();
    await away.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(away.getByRole('alert')).toContainText('bertumpuk');
  });

  await test.step('it arrives, and can be taken back', async () => {
    await town.network.opens();
    const known = async () => (await office.board()).filter((row) => row.kind === 'absences' && JSON.stringify(row).includes('Sosialisasi SPBE'));
    await expect.poll(async () => (await known()).length).toBe(1);
    await away.getByRole('button', { name: 'Batal' }).click();
    const written = away.getByRole('listitem').filter({ hasText: 'Sosialisasi SPBE' });
    await written.getByRole('button', { name: /^Tarik/ }).click();
    await expect(written).toHaveCount(0);
    await expect.poll(async () => (await known()).length).toBe(0);
  });

  await test.step('the board says why somebody has nothing today, and asks only for the others', async () => {
    await supervisor.watchesBoard();
    await expect(supervisor.row('Dewi Kartikasari Hutagalung, S.Sos.')).toContainText('Cuti');
    await expect(supervisor.row('Ni Luh Putu Ayu Wulandari, S.E.')).toContainText('Dinas luar');
    await expect(supervisor.row('Suparman')).toContainText('Belum ada catatan hari ini');
    await supervisor.page.getByRole('link', { name: /^Belum mencatat/ }).click();
    // On a day off nobody is asked.
    await expect(supervisor.row('Suparman')).toHaveCount(works(today()) ? 1 : 0);
    await expect(supervisor.row('Dewi Kartikasari Hutagalung, S.Sos.')).toHaveCount(0);
  });
});

test('plm_6: an admin writes days away for somebody, and says what kind a unit is', async ({ admin }) => {
  test.slow();
  const { page } = await signedIn(admin);
  await admin.manages();
  await stands(page);
  await page.getByRole('link', { name: 'Bidang Pelayanan Pendaftaran Penduduk', exact: true }).click();
  const kind = page.getByRole('region', { name: 'Jenis unit' });
  await expect(kind.getByLabel('Jenis', { exact: true })).toHaveValue('2');
  await kind.getByLabel('Jenis', { exact: true }).selectOption('UPTD');
  await kind.getByRole('button', { name: 'Simpan' }).click();
  await admin.isTold('Jenis unit disimpan.');
  const unit = page.getByRole('region', { name: 'Unit', exact: true }).getByRole('listitem').filter({ hasText: 'Bidang Pelayanan Pendaftaran Penduduk' });
  await expect(unit).toContainText('UPTD');
  await page.reload();
  await expect(unit).toContainText('UPTD');
  await page.getByRole('link', { name: 'Suparman', exact: true }).click();
  const days = page.getByRole('region', { name: 'Hari tidak masuk' });
  await days.getByRole('button', { name: 'Tambah Hari tidak masuk' }).click();
  await days.getByRole('button', { name: 'Cuti' }).click();
  await days.getByLabel('Keterangan').fill('SK cuti nomor 12');
  await days.getByRole('button', { name: 'Simpan', exact: true }).click();
  await admin.isTold('Tersimpan. Orangnya dan atasannya dapat melihatnya.');
  await expect(days.getByRole('listitem')).toContainText('SK cuti nomor 12');
  await days.getByRole('button', { name: /^Tarik/ }).click();
  await expect(days.getByRole('listitem')).toHaveCount(0);
});

for (const [size, options] of Object.entries({ meja: DESK, hp: PHONE })) {
  test(`a place that begins later is written, seen by the person, listed and cancelled at ${size}`, async ({ adminWith, staffWith }) => {
    test.slow();
    const [admin, staff] = [await adminWith(options), await staffWith(options)];
    const { page } = await signedIn(admin);
    const from = today(20);
    const picture = async (of: typeof page, screen: string) => {
      await stands(of);
      await pictures(of, `nanti-${screen}`, size);
      expect.soft(await scrollsSidewaysAtTwice(of), `${screen} at 200 %`).toEqual([]);
    };
    await page.goto(new URL('/kelola', page.url()).href);
    await admin.follows('Bidang Pelayanan Pendaftaran Penduduk');
    await admin.follows(staff.login.name);
    const form = page.getByRole('region', { name: 'Ubah penempatan' });
    await test.step('in three weeks is written down, and the place is as it was', async () => {
      await page.getByRole('button', { name: 'Ubah penempatan' }).click();
      await form.getByLabel('Jabatan').fill('Arsiparis Ahli Pertama');
      await form.getByLabel('Berlaku sejak').fill(from);
      await form.getByLabel('Dasar perubahan').fill('SK 821/114/2026');
      await form.getByRole('button', { name: 'Simpan' }).click();
      await admin.isTold('Dicatat. Berlaku mulai');
      const coming = page.getByRole('region', { name: 'Berlaku nanti' });
      await expect(coming).toContainText('Arsiparis Ahli Pertama');
      await expect(coming).toContainText('SK 821/114/2026');
      await expect(page.getByRole('region', { name: 'Riwayat penempatan' })).not.toContainText('Arsiparis');
      await picture(page, 'orang');
    });

    await test.step('the person reads it', async () => {
      await staff.signsIn();
      await staff.goesTo('Saya');
      await staff.page.getByRole('button', { name: 'Lihat riwayat penempatan' }).click();
      const book = staff.page.getByRole('region', { name: 'Riwayat penempatan' });
      await expect(book.getByRole('listitem').first()).toContainText('Arsiparis Ahli Pertama');
      await book.scrollIntoViewIfNeeded();
      await picture(staff.page, 'saya');
    });

    await test.step('it is among what waits for the admin, who cancels it', async () => {
      await page.goto(new URL('/kelola/permintaan', page.url()).href);
      const about = page.getByRole('region', { name: 'Akan berpindah' });
      await expect(about).toContainText(staff.login.name);
      await picture(page, 'permintaan');
      await about.getByRole('link', { name: staff.login.name }).click();
      await page.getByRole('button', { name: 'Batalkan' }).click();
      await admin.isTold('Dibatalkan.');
      await expect(page.getByRole('region', { name: 'Berlaku nanti' })).toHaveCount(0);
    });
  });

  test(`the admin's pages stand at ${size}, light and dark`, async ({ adminWith }) => {
    test.slow();
    const admin = await adminWith(options);
    const { page } = await signedIn(admin);
    const shows = async (screen: string) => {
      await stands(page);
      await pictures(page, `kelola-${screen}`, size);
      expect.soft(await scrollsSidewaysAtTwice(page), `${screen} at 200 %`).toEqual([]);
    };
    await page.goto(new URL('/kelola', page.url()).href);
    await shows('unit');
    await admin.follows('Bidang Pelayanan Pendaftaran Penduduk');
    await expect(page.getByRole('link', { name: 'Suparman', exact: true })).toBeVisible();
    await admin.follows('Suparman');
    await expect(page.getByRole('heading', { name: 'Suparman', level: 2 })).toBeVisible();
    await page.getByRole('button', { name: 'Tambah Hari tidak masuk' }).press('Enter');
    await expect(page.getByLabel('Keterangan')).toBeVisible();
    await shows('orang');
    const tab = (name: string) => page.getByRole('navigation', { name: 'Kelola' }).getByRole('link', { name }).press('Enter');
    await tab('Permintaan');
    await shows('permintaan');
    await tab('Impor');
    await shows('impor');
  });
}

async function signedIn(admin: Admin): Promise<Admin> {
  await admin.signsIn();
  return admin;
}
