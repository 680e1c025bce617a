// Teams across units: made by an admin, written for without a network, read and answered by a leader who is nobody's superior there.
// Acceptance PLM-5, BNY-3, BJI-5.
import type { Page } from '@playwright/test';
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';
import { pictures, scrollsSidewaysAtTwice, stands } from '../support/screens';

const TEAM = 'Tim Arsip Digital Kelahiran';
const DONE = 'Memindai 40 akta lama untuk arsip bersama.';
const NEXT = 'Memindai 12 akta lagi dari lemari kedua.';
const ASKED = 'Berapa map yang masih tersisa?';
const ANSWERED = 'Masih 12 map, selesai Jumat.';

test('plm_5, bny_3, bji_5: a team of two units is made, a member writes for it without a network, its leader asks and is answered', async ({ admin, staff }) => {
  test.slow();
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await admin.signsIn();

  await test.step('the admin makes the team and leads it, and a person of another unit joins', async () => {
    await admin.manages('Tim');
    await admin.page.getByRole('button', { name: 'Buat tim' }).click();
    const form = admin.page.getByRole('region', { name: 'Tim baru' });
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('Pilih dulu ketua tim');
    await finds(admin.page, 'Ketua', admin.login.name);
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(form.getByRole('alert')).toContainText('Tulis dulu nama timnya');
    await form.getByLabel('Nama tim').fill(TEAM);
    await form.getByLabel('Tujuan').fill('Akta kelahiran sebelum 2006 dapat dicari dalam satu menit.');
    await form.getByRole('button', { name: 'Simpan', exact: true }).click();
    await admin.isTold('Tim dibuat. Tambahkan anggotanya.');
    const members = admin.page.getByRole('region', { name: 'Anggota' });
    await finds(admin.page, 'Nama anggota', staff.login.name);
    await members.getByRole('button', { name: 'Tambah anggota' }).click();
    await admin.isTold(`${staff.login.name.replace(/\.$/, '')}`);
    await expect(members.getByRole('listitem')).toContainText([staff.login.name]);
    await finds(admin.page, 'Nama anggota', staff.login.name);
    await members.getByRole('button', { name: 'Tambah anggota' }).click();
    await expect(members.getByRole('alert'), 'twice on the same days').toContainText('bertumpuk');
  });

  await test.step('the member, without a network, says for which team it was', async () => {
    await staff.goesTo('Saya');
    await staff.page.getByRole('link', { name: 'Tim', exact: true }).click();
    await expect(staff.page.getByRole('link', { name: TEAM })).toBeVisible();
    await staff.losesNetwork();
    await staff.goesTo('Hari ini');
    await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
    const choice = staff.page.getByRole('group', { name: /^Untuk tim/ });
    await expect(choice.getByRole('button', { name: TEAM })).toBeVisible();
    await expect(choice.getByRole('button', { pressed: true }), 'none unless it is chosen').toHaveCount(0);
    await choice.getByRole('button', { name: TEAM }).click();
    await expect(choice).toContainText('Yang menyetujui tetap atasan Anda.');
    await staff.fillsForm({ text: DONE, amount: '4' });
    await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await staff.isTold('Tersimpan di HP. Terkirim sendiri saat ada jaringan.');
    await staff.entry(DONE).getByRole('link').first().click();
    await expect(staff.page.getByRole('article')).toContainText(`Untuk ${TEAM}`);
  });

  const entry = admin.page.getByRole('region', { name: 'Catatan untuk tim' }).getByRole('listitem').filter({ hasText: DONE }).first();
  await test.step('the leader has the team open and sees it come', async () => {
    await admin.goesTo('Tim');
    await admin.page.getByRole('main').getByRole('link', { name: TEAM }).click();
    await expect(admin.page.getByRole('heading', { name: TEAM, level: 1 })).toBeVisible();
    await expect(admin.page.getByText(/^Langsung · /)).toBeVisible();
    await expect(entry).toHaveCount(0);
    await staff.findsNetwork();
    await expect(entry).toBeVisible();
    await expect(entry).toContainText(staff.login.name);
    const all = admin.page.getByRole('region', { name: 'Catatan untuk tim' }).getByRole('listitem');
    await expect(all, 'nothing else of the member').toHaveCount(1);
  });

  await test.step('the leader asks, and finds nothing to approve', async () => {
    await entry.getByRole('link', { name: /^Tanggapi/ }).click();
    await expect(entry.getByRole('button', { name: 'Umpan balik' })).toBeVisible();
    for (const not of ['Setujui', 'Perlu revisi', 'Tandai untuk dibahas']) await expect(entry.getByRole('button', { name: not })).toHaveCount(0);
    await entry.getByRole('button', { name: 'Tulis pesan' }).click();
    const field = entry.getByLabel('Pesan', { exact: true });
    await field.fill(ASKED);
    await staff.goesTo('Hari ini');
    await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
    await staff.page.getByRole('group', { name: /^Untuk tim/ }).getByRole('button', { name: TEAM }).click();
    await staff.fillsForm({ text: NEXT, amount: '12' });
    await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    const list = admin.page.getByRole('region', { name: 'Catatan untuk tim' });
    await expect(list.getByRole('listitem').filter({ hasText: NEXT }).first()).toBeVisible();
    await expect(field, 'news above it changes nothing of what is being written').toHaveValue(ASKED);
    await expect(field).toBeFocused();
    await entry.getByRole('button', { name: 'Kirim pesan' }).click();
    await expect(entry).toContainText(ASKED);
    await expect(admin.page.getByRole('region', { name: 'Perlu perhatian sekarang' })).toContainText('belum menjawab pertanyaan Anda');
  });

  await test.step('the member reads who asks, and in which role, and answers', async () => {
    await staff.goesTo('Kabar');
    const letter = staff.letters().filter({ hasText: ASKED });
    await expect(letter).toContainText('(ketua tim)');
    await letter.getByRole('link', { name: 'Balas' }).click();
    await staff.page.getByRole('button', { name: /^Balas pesan/ }).click();
    await staff.page.getByLabel('Pesan', { exact: true }).fill(ANSWERED);
    await staff.page.getByRole('button', { name: 'Kirim pesan' }).click();
    await expect(entry).toContainText(ANSWERED);
    await expect(admin.page.getByRole('region', { name: 'Perlu perhatian sekarang' })).not.toContainText('belum menjawab');
  });

  await test.step('the answer is news for the leader, and leads to the team', async () => {
    await admin.goesTo('Kabar');
    const letter = admin.page.getByRole('main').getByRole('listitem').filter({ hasText: ANSWERED });
    await expect(letter).toBeVisible();
    await letter.getByRole('link', { name: 'Balas' }).click();
    await expect(admin.page.getByRole('heading', { name: TEAM, level: 1 })).toBeVisible();
    await expect(entry).toContainText(ANSWERED);
  });

  await test.step('the rest of the member is not there for the leader', async () => {
    const doors = await staff.page.evaluate(async () => {
      const { employee, rows } = await (await fetch('/api/me')).json();
      const own = rows.map((row: Record<string, { id: string; unit?: string }>) => row.employee).find((one: { id: string }) => one?.id === employee);
      return [`/api/person/${employee}`, `/api/employee/${employee}/plans`, `/api/board/${own.unit}`, `/api/live?unit=${own.unit}`, `/api/dialogue/${employee}`];
    });
    admin.journal.allowsStatus(404);
    const answers = await admin.page.evaluate((doors) => Promise.all(doors.map(async (door) => (await fetch(door)).status)), doors);
    expect(answers).toEqual(doors.map(() => 404));
  });

  await test.step('a membership that ends today stays with what was written', async () => {
    await admin.manages('Tim');
    await admin.page.getByRole('link', { name: TEAM }).click();
    await admin.page.getByRole('button', { name: /^Akhiri keanggotaan/ }).click();
    await admin.isTold('berakhir hari ini. Catatannya tetap ada.');
    await expect(admin.page.getByRole('button', { name: /^Akhiri keanggotaan/ })).toHaveCount(0);
    await expect(admin.page.getByRole('region', { name: 'Anggota' })).toContainText(staff.login.name);
  });
});

for (const [size, options] of Object.entries({ meja: DESK, hp: PHONE })) {
  test(`the pages of teams stand, ${size}`, async ({ adminWith, staffWith }) => {
    test.slow();
    const [admin, staff] = [await adminWith(options), await staffWith(options)];
    await Promise.all([admin.signsIn(), staff.signsIn()]);
    const looks: [Page, string, string, string?][] = [
      [staff.page, 'tim', '/tim', 'Tim Percepatan Penurunan Stunting'],
      [admin.page, 'tim-ketua', '/tim', 'Tim Jemput Bola Adminduk'],
      [admin.page, 'kelola-tim', '/kelola/tim'],
      [staff.page, 'catat-tim', '/catat'],
    ];
    for (const [page, name, path, team] of looks) {
      await page.goto(new URL(path, page.url()).href);
      await stands(page);
      await shows(page, name);
      if (!team) continue;
      await page.getByRole('main').getByRole('link', { name: team }).click();
      await expect(page.getByRole('heading', { name: team, level: 1 })).toBeVisible();
      await expect(page.getByRole('region', { name: 'Anggota' }).getByRole('listitem').first()).toContainText(' · ');
      await stands(page);
      await shows(page, `${name}-satu`);
    }
    const answer = admin.page;
    await answer.goto(new URL('/tim', answer.url()).href);
    await answer.getByRole('main').getByRole('link', { name: 'Tim Jemput Bola Adminduk' }).click();
    await answer.getByRole('link', { name: /^Tanggapi/ }).first().click();
    await answer.getByRole('button', { name: 'Umpan balik' }).click();
    await shows(answer, 'tim-tanggapi');
    await answer.goto(new URL('/kelola/tim', answer.url()).href);
    await answer.getByRole('button', { name: 'Buat tim' }).click();
    await shows(answer, 'kelola-tim-baru');
    await answer.getByLabel('Nama tim').fill('Tim Koordinasi Penanggulangan Kemiskinan Ekstrem dan Percepatan Penghapusan Pekerja Anak Kota');
    await finds(answer, 'Ketua', admin.login.name);
    await answer.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(answer.getByRole('region', { name: 'Anggota' })).toBeVisible();
    await shows(answer, 'kelola-tim-satu');
    await answer.goto(new URL('/tim', answer.url()).href);
    await answer.getByRole('main').getByRole('link', { name: /^Tim Koordinasi/ }).click();
    await expect(answer.getByText('Belum ada catatan untuk tim ini.')).toBeVisible();
    await shows(answer, 'tim-kosong');

    async function shows(page: Page, screen: string): Promise<void> {
      await pictures(page, screen, size);
      expect.soft(await scrollsSidewaysAtTwice(page), `${screen}, twice as large`).toEqual([]);
    }
  });
}

// Types the beginning of a name and takes whom the office finds.
async function finds(page: Page, label: string, name: string): Promise<void> {
  const search = page.getByRole('searchbox', { name: label });
  await search.fill(name.split(' ').find((word) => word.replace(/\W/g, '').length > 3) ?? name);
  await page.getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) }).click();
}
