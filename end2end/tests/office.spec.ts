// What an admin does by hand: units, acting posts, placements, rights, missions. What an admin may not do in their own matter, and what a
// superior says of days away that were written afterwards. Acceptance BJI-1, PLM-6, PLM-10; peers.md rows 1, 2, 18, 27.
import type { Page } from '@playwright/test';
import { DESK, PHONE } from '../support/browsers';
import { today } from '../support/device';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import { pictures, stands } from '../support/screens';

const BIDANG = 'Bidang Pelayanan Pendaftaran Penduduk';
const LONG = 'Unit Pelaksana Teknis Daerah Pelayanan Administrasi Kependudukan Wilayah Timur Kecamatan Muara Kencana Ulu';

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name, exact: typeof name === 'string' });

test('a unit is made, moved and led; a circle is refused and what was typed stays', async ({ admin }) => {
  test.slow();
  await admin.signsIn();
  const { page } = admin;
  await admin.manages();
  await page.getByRole('link', { name: BIDANG, exact: true }).click();

  await test.step('a new unit two hours ahead, with a long name', async () => {
    await page.getByRole('button', { name: 'Unit baru di bawahnya' }).click();
    const form = region(page, 'Unit baru');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(form.getByRole('alert')).toContainText('Namanya masih kosong');
    await form.getByLabel('Nama resmi').fill(LONG);
    await form.getByRole('button', { name: 'WIT', exact: true }).click();
    await form.getByLabel('Pimpinan').fill('suparman');
    await form.getByRole('button', { name: /^Suparman/ }).click();
    await form.getByRole('button', { name: 'Simpan' }).click();
    await admin.isTold('Unit disimpan.');
    const unit = region(page, 'Unit').getByRole('listitem').filter({ hasText: LONG });
    await expect(unit).toContainText('Suparman');
    await expect(page).toHaveURL(/unit=/);
    await expect(region(page, `Orang di ${LONG}`)).toContainText('Belum ada orang');
  });

  await test.step('the unit above cannot go below it', async () => {
    await page.getByRole('link', { name: BIDANG, exact: true }).click();
    await page.getByRole('button', { name: 'Ubah unit' }).click();
    const form = region(page, 'Ubah unit');
    await form.getByLabel('Nama resmi').fill('Bidang Pendaftaran dan Pencatatan');
    await form.getByLabel('Unit induk').selectOption(LONG);
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(form.getByRole('alert')).toContainText('di bawah dirinya sendiri');
    await expect(form.getByLabel('Nama resmi')).toHaveValue('Bidang Pendaftaran dan Pencatatan');
    await form.getByRole('button', { name: 'Batal' }).click();
  });

  await test.step('nobody makes themselves the head', async () => {
    await page.getByRole('link', { name: LONG, exact: true }).click();
    await page.getByRole('button', { name: 'Ubah unit' }).click();
    const form = region(page, 'Ubah unit');
    await form.getByRole('button', { name: 'Pilih yang lain' }).click();
    await form.getByLabel('Pimpinan').fill(admin.login.name.split(',')[0]);
    await form.getByRole('button', { name: admin.login.name }).click();
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(form.getByRole('alert')).toContainText('menyangkut diri Anda sendiri');
  });
});

test('plm_6: an acting post opens the board for its days, a placement is dated and explained, and both are ended or read', async ({ admin, staff, town }) => {
  test.slow();
  await admin.signsIn();
  const { page } = admin;
  await admin.manages();
  await page.getByRole('link', { name: BIDANG, exact: true }).click();

  await test.step('Plh. for today, and ended again', async () => {
    const acting = region(page, 'Pelaksana tugas atau harian');
    await acting.getByRole('button', { name: 'Tetapkan' }).click();
    await expect(acting.getByRole('alert')).toContainText('Pilih dulu orangnya');
    await acting.getByLabel('Siapa').fill('suparman');
    await acting.getByRole('button', { name: /^Suparman/ }).click();
    await acting.getByRole('button', { name: 'Tetapkan' }).click();
    await admin.isTold('Ditetapkan.');
    await expect(acting.getByRole('listitem')).toContainText('Plh. Suparman');
    await expect(region(page, 'Unit').getByRole('listitem').filter({ hasText: BIDANG })).toContainText('Plh. Suparman');
    await acting.getByRole('button', { name: 'Akhiri' }).click();
    await admin.isTold('Diakhiri.');
    await expect(acting.getByRole('listitem')).toHaveCount(0);
    await acting.getByLabel('Siapa').fill(admin.login.name.split(',')[0]);
    await acting.getByRole('button', { name: admin.login.name }).click();
    await acting.getByRole('button', { name: 'Tetapkan' }).click();
    await expect(acting.getByRole('alert')).toContainText('menyangkut diri Anda sendiri');
  });

  await test.step('a placement without a ground, and one in two years, are refused; what was typed stays', async () => {
    await page.getByRole('link', { name: staff.login.name, exact: true }).click();
    await page.getByRole('button', { name: 'Ubah penempatan' }).click();
    const form = region(page, 'Ubah penempatan');
    await form.getByLabel('Jabatan').fill('Pranata Komputer Ahli Pertama');
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(form.getByRole('alert')).toContainText('alasan atau dasarnya');
    await form.getByLabel('Dasar perubahan').fill('SK 821/114/2026');
    await form.getByLabel('Berlaku sejak').fill(today(730));
    await form.getByRole('button', { name: 'Simpan' }).click();
    await expect(form.getByRole('alert')).toContainText('paling jauh satu tahun');
    await expect(form.getByLabel('Jabatan')).toHaveValue('Pranata Komputer Ahli Pertama');
    await form.getByLabel('Berlaku sejak').fill(today(-20));
    await form.getByRole('button', { name: 'Simpan' }).click();
    await admin.isTold('Penempatan diubah.');
    const history = region(page, 'Riwayat penempatan');
    await expect(history.getByRole('listitem').first()).toContainText('Pranata Komputer Ahli Pertama');
    await expect(history.getByRole('listitem').first()).toContainText('SK 821/114/2026');
  });

  await test.step('the right over the unit is given and taken', async () => {
    await page.getByRole('button', { name: /^Jadikan admin/ }).click();
    await admin.isTold('Tersimpan.');
    const other = new Office(town);
    await other.signsIn(staff.login);
    await page.getByRole('button', { name: /^Cabut hak admin/ }).click();
    await expect(page.getByRole('button', { name: /^Jadikan admin/ })).toBeVisible();
  });

  await test.step('the person reads the same book', async () => {
    await staff.signsIn();
    await staff.goesTo('Saya');
    const history = region(staff.page, 'Riwayat penempatan');
    await history.getByRole('button', { name: 'Lihat riwayat penempatan' }).click();
    await expect(history.getByRole('listitem').first()).toContainText('SK 821/114/2026');
    await expect(history.getByRole('listitem').first()).toContainText(admin.login.name);
  });
});

test('plm_10: days away written afterwards are told to the superior, who takes them back with a reason', async ({ staff, supervisor }) => {
  test.slow();
  const day = (ago: number) => new Date(Date.now() + 7 * 3_600_000 - ago * 86_400_000).toISOString().slice(0, 10);
  await staff.signsIn();
  await staff.goesTo('Saya');
  const away = region(staff.page, 'Hari tidak masuk');
  await away.getByRole('button', { name: /^Tambah/ }).click();
  await away.getByRole('button', { name: 'Sakit' }).click();
  await away.getByLabel('Mulai').fill(day(20));
  await away.getByLabel('Sampai').fill(day(19));
  await away.getByLabel('Keterangan').fill('Demam');
  await away.getByRole('button', { name: 'Simpan', exact: true }).click();
  const written = away.getByRole('listitem').filter({ hasText: 'Demam' });
  await expect(written).toContainText('ditulis sesudah harinya');

  await test.step('the superior sees it among the exceptions and answers', async () => {
    await supervisor.watchesBoard();
    const alert = supervisor.page.getByRole('listitem').filter({ hasText: `${staff.login.name} menulis hari tidak masuk sesudah harinya.` });
    await expect(alert).toBeVisible();
    await alert.getByRole('link', { name: 'Lihat dan jawab' }).click();
    const list = region(supervisor.page, 'Hari tidak masuk');
    const one = list.getByRole('listitem').filter({ hasText: 'Demam' });
    await expect(one).toContainText('ditulis sesudah harinya');
    await one.getByRole('button', { name: /^Tarik dengan alasan/ }).click();
    await one.getByRole('button', { name: /^Tarik/ }).click();
    await expect(one.getByRole('alert')).toContainText('alasan');
    await one.getByLabel('Alasan untuk orangnya').fill('Anda hadir di rapat bidang.');
    await one.getByRole('button', { name: /^Tarik/ }).click();
    await expect(list.getByRole('listitem').filter({ hasText: 'Anda hadir di rapat bidang.' })).toContainText('Ditarik');
  });

  await test.step('the person is told why', async () => {
    await staff.goesTo('Kabar');
    await expect(staff.letters().filter({ hasText: 'Hari tidak masuk ditarik' })).toContainText('Anda hadir di rapat bidang.');
  });
});

test('bji_1: an admin of the whole writes a mission and a programme; a head is offered it, and what is closed is offered no more', async ({ admin, leader, operator, town }) => {
  test.slow();
  await admin.signsIn();
  const { page } = admin;
  await page.goto(`${town.origin}/kelola/tujuan`);
  const goals = region(page, 'Misi dan program');
  await expect(goals).toContainText('Misi 2: Mewujudkan pelayanan dasar');
  await expect(goals).toContainText('2025–2029');
  await expect(goals.getByRole('button', { name: 'Misi baru' }), 'an admin of a part reads').toHaveCount(0);
  await operator.says('admin', 'add', admin.login.nip, 'Pemerintah Kota Muara Kencana', '--data', town.server.data);
  await page.reload();
  await goals.getByRole('button', { name: 'Misi baru' }).click();
  const form = page.getByRole('form');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form.getByRole('alert')).toContainText('masih kosong');
  await form.getByLabel('Bunyinya').fill('Misi 6: Mewujudkan warga yang terdata sejak lahir');
  await form.getByLabel('Tahun mulai').fill('2030');
  await form.getByLabel('Tahun akhir').fill('2025');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(form.getByRole('alert')).toContainText('berakhir sebelum mulai');
  await form.getByLabel('Tahun mulai').fill('2025');
  await form.getByLabel('Tahun akhir').fill('2029');
  await form.getByRole('button', { name: 'Simpan' }).click();
  const mission = goals.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Misi 6/ }) });
  await mission.getByRole('button', { name: /^Program baru/ }).click();
  await form.getByLabel('Bunyinya').fill('Program Akta Sejak Lahir');
  await form.getByRole('button', { name: 'Simpan' }).click();
  await expect(mission).toContainText('Program Akta Sejak Lahir');

  const offered = async () => {
    const ties = await leader.page.evaluate(async () => {
      const me = await (await fetch('/api/me')).json();
      return (await fetch(`/api/employee/${me.employee}/ties`)).json();
    });
    return JSON.stringify(ties.programmes);
  };
  await leader.signsIn();
  await expect.poll(offered).toContain('Program Akta Sejak Lahir');
  await mission.getByRole('button', { name: /^Tutup Misi 6/ }).click();
  await expect(mission).toContainText('Ditutup');
  await expect.poll(offered).not.toContain('Program Akta Sejak Lahir');
});

for (const [size, options] of Object.entries({ meja: DESK, hp: PHONE })) {
  test(`the forms of the office stand at ${size}, light and dark`, async ({ adminWith }) => {
    test.slow();
    const admin = await adminWith(options);
    await admin.signsIn();
    const { page } = admin;
    const shows = async (screen: string) => {
      await stands(page);
      await pictures(page, `kelola-${screen}`, size);
    };
    await page.goto(new URL('/kelola/tujuan', page.url()).href);
    await shows('tujuan');
    await page.goto(new URL('/kelola', page.url()).href);
    await admin.follows(BIDANG);
    await page.getByRole('button', { name: 'Unit baru di bawahnya' }).press('Enter');
    await page.getByLabel('Nama resmi').fill(LONG);
    await shows('unit-baru');
  });
}
