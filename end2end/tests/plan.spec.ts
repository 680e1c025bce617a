// A plan from the first word to the mission of the region: proposed, refused for what it lacks, bargained over, renegotiated, climbed.
import { expect, test } from '../support/harness';
import { barriers } from '../support/axe';
import { isKept } from '../support/disk';
import { COUNTED, GOOD, fillsIndicator, indicator, opensForm, opensPlan, unfolds } from '../support/actors/planner';
import { scrollsSideways } from '../support/screens';

test.describe.configure({ timeout: 270_000 });
const RESULT = 'Keluarga baru memiliki KK, KIA, dan akta dalam satu kunjungan';
const BIRTHS = 'Penerbitan kutipan akta kelahiran di loket';
const TWINS = 'Perbaikan data ganda NIK';

test('dmi_1: a plan that counts quantity alone is refused with the reason, and what was typed stays', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await opensForm(page, town.origin);
  await page.getByLabel('Rencana hasil kerja').fill(RESULT);
  await fillsIndicator(page, 1, COUNTED);
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(staff.refusal()).toContainText('hanya menghitung jumlah');
  await expect(page.getByLabel('Rencana hasil kerja')).toHaveValue(RESULT);
  await fillsIndicator(page, 2, GOOD);
  await indicator(page, 2).getByLabel('Aspek').selectOption('Kuantitas');
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(staff.refusal()).toContainText('hanya menghitung jumlah');
  await indicator(page, 2).getByLabel('Aspek').selectOption('Waktu');
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(page.getByRole('heading', { name: 'Rencana saya', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: RESULT })).toBeVisible();
});

test('bny_2: the field that an indicator lacks is named and marked', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await opensForm(page, town.origin);
  await page.getByLabel('Rencana hasil kerja').fill(RESULT);
  await fillsIndicator(page, 1, COUNTED);
  for (const [field, label, words] of [
    ['source', 'Sumber data', 'belum punya sumber data'],
    ['formula', 'Cara menghitung', 'belum punya cara menghitung'],
    ['measure', 'Satuan', 'belum punya satuan'],
    ['target', 'Target', 'perlu target lebih dari 0'],
  ] as const) {
    await fillsIndicator(page, 2, { ...GOOD, [field]: '' });
    await page.getByRole('button', { name: 'Usulkan rencana' }).click();
    await expect(staff.refusal()).toContainText(`“${GOOD.name}”`);
    await expect(staff.refusal()).toContainText(words);
    await expect(indicator(page, 2).getByLabel(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await expect(indicator(page, 1).getByLabel(label, { exact: true })).not.toHaveAttribute('aria-invalid', 'true');
  }
  await fillsIndicator(page, 2, GOOD);
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(page.getByRole('link', { name: RESULT })).toBeVisible();
});

test('dmi_2: the counted indicator and a further one each say what they are for', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await opensForm(page, town.origin);
  await page.getByLabel('Rencana hasil kerja').fill(RESULT);
  await fillsIndicator(page, 1, COUNTED);
  await fillsIndicator(page, 2, GOOD);
  await indicator(page, 1).getByLabel('Kelompok').selectOption('Inovasi');
  await indicator(page, 1).getByLabel('Tingkat').selectOption('Dampak (outcome)');
  await expect(indicator(page, 1).getByLabel('Aspek')).toHaveCount(0);
  await indicator(page, 2).getByLabel('Kelompok').selectOption('Partisipasi dalam keputusan');
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await opensPlan(page, town.origin, RESULT);
  const lines = page.getByRole('region', { name: 'Yang berlaku sekarang' }).getByRole('listitem');
  await expect(lines.first()).toContainText('Kuantitas · Inovasi · Dampak (outcome)');
  await expect(lines.nth(1)).toContainText('Kualitas · Partisipasi dalam keputusan · Keluaran (output)');
});

test('a half-written proposal is there again after the page has died', async ({ staff, town }) => {
  await staff.signsIn();
  await opensForm(staff.page, town.origin);
  await staff.page.getByLabel('Rencana hasil kerja').fill(RESULT);
  await isKept(staff.page, /^plan$/, () => fillsIndicator(staff.page, 2, GOOD));
  await staff.pageDies();
  await opensForm(staff.page, town.origin);
  await expect(staff.page.getByLabel('Rencana hasil kerja')).toHaveValue(RESULT);
  await expect(indicator(staff.page, 2).getByLabel('Cara menghitung')).toHaveValue(GOOD.formula!);
});

test('plm_10, bji_3: a proposal made without a network is answered with a counter-proposal, and work counts only when both agree', async ({ staff, supervisor, town }) => {
  const { name } = staff.login;
  const boss = supervisor.login.name;
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  const { page } = staff;

  await test.step('proposed without a network', async () => {
    await opensForm(page, town.origin);
    await page.getByLabel('Rencana hasil kerja').fill(RESULT);
    await fillsIndicator(page, 1, COUNTED);
    await fillsIndicator(page, 2, GOOD);
    await town.network.isCut();
    await page.getByRole('button', { name: 'Usulkan rencana' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: RESULT })).toContainText('Menunggu persetujuan');
    await expect(page.getByRole('listitem').filter({ hasText: RESULT })).toContainText('Belum dikaitkan');
    await town.network.opens();
  });

  await test.step('no entry counts against it yet', async () => {
    await page.getByRole('link', { name: /^Kembali ke/ }).click();
    await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
    await expect(page.getByRole('radio', { name: BIRTHS })).toBeVisible();
    await expect(page.getByRole('radio', { name: RESULT })).toHaveCount(0);
  });

  await test.step('the superior reads it and offers something else', async () => {
    await supervisor.watchesBoard();
    const alert = supervisor.page.getByRole('listitem').filter({ hasText: RESULT });
    await expect(alert).toBeVisible();
    await alert.getByRole('link', { name: `Tinjau usulan ${name}` }).click();
    const proposal = supervisor.panel().getByRole('article', { name: RESULT });
    await expect(proposal).toContainText(GOOD.name!);
    await unfolds(proposal, 'Usulkan lain');
    await fillsIndicator(proposal, 1, { target: '18' });
    await proposal.getByRole('button', { name: 'Kirim usulan' }).click();
    await expect(supervisor.panel().getByRole('alert')).toContainText('Tulis dulu pesannya');
    await proposal.getByLabel('Alasan').fill('Enam kelurahan ikut mulai bulan depan.');
    await proposal.getByRole('button', { name: 'Kirim usulan' }).click();
    await expect(supervisor.panel()).toContainText('Anda menjawab dengan usulan lain');
  });

  await test.step('the person agrees; now work counts', async () => {
    await opensPlan(page, town.origin, RESULT);
    const offer = page.getByRole('region', { name: `Usulan ${boss}` });
    await expect(offer).toContainText('Enam kelurahan ikut mulai bulan depan.');
    await expect(offer).toContainText('dari 12 menjadi 18 keluarga');
    await offer.getByRole('button', { name: 'Setuju dengan usulan ini' }).click();
    await expect(page.getByRole('region', { name: 'Riwayat kesepakatan' })).toContainText('Target 12 menjadi 18');
    await expect(page.getByRole('main')).toContainText('Disepakati');
    await page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).first().click();
    await staff.fillsForm({ text: 'Tiga keluarga baru didampingi di loket.', plan: RESULT, amount: '3' });
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await staff.sees('Tiga keluarga baru didampingi di loket.', 'Terkirim', 45_000);
  });
});

test('dmi_7: an agreed target is renegotiated; the superior sees the load, the trail stays, and work goes on counting', async ({ staff, supervisor, office, town }) => {
  const { name } = staff.login;
  await staff.signsIn();
  const { page } = staff;
  await opensPlan(page, town.origin, TWINS);
  await unfolds(page, 'Minta ubah target');
  await page.getByRole('group', { name: /^Indikator 1/ }).getByLabel('Target').fill('60');
  await page.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(staff.refusal()).toContainText('Tulis dulu pesannya');
  await page.getByLabel('Alasan').fill('Dua loket tutup sejak Senin.');
  await page.getByRole('button', { name: 'Kirim usulan' }).click();
  await expect(page.getByRole('main')).toContainText('Menunggu jawaban atas perubahan target');

  const before = await office.done(name, TWINS);
  await page.goto(`${town.origin}/`);
  await staff.records({ text: 'Dua data ganda diperbaiki.', plan: TWINS, amount: '2' });
  await expect.poll(() => office.done(name, TWINS)).toBe(before + 2);

  await supervisor.watchesBoard();
  await supervisor.opensPerson(name);
  const proposal = supervisor.panel().getByRole('article', { name: TWINS });
  await expect(supervisor.panel()).toContainText(/Beban sekarang: \d+ rencana berjalan, \d+ belum tercapai\. Sisa: /);
  await expect(proposal).toContainText('Dua loket tutup sejak Senin.');
  await expect(proposal).toContainText('dari 75 menjadi 60 data');
  await proposal.getByRole('button', { name: 'Setujui', exact: true }).click();
  await expect(supervisor.panel().getByRole('article', { name: TWINS })).toHaveCount(0);

  await opensPlan(page, town.origin, TWINS);
  await expect(page.getByRole('main')).toContainText(`${before + 2} dari 60 data`);
  await expect(page.getByRole('region', { name: 'Riwayat kesepakatan' })).toContainText('Target 75 menjadi 60');
});

test('bji_1: from a daily entry to the mission in four steps, also without a network', async ({ staff, supervisor, town }) => {
  const text = 'Dua kutipan akta kelahiran diserahkan pagi ini.';
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.records({ text, plan: BIRTHS, amount: '2' });
  await staff.sees(text, 'Terkirim', 45_000);
  for (const isCut of [false, true]) {
    if (isCut) {
      await town.network.isCut();
      await staff.page.goto(`${town.origin}/`);
    }
    await staff.entry(text).getByRole('link', { name: text, exact: true }).click();
    await unfolds(staff.page, 'Untuk apa ini?');
    const steps = staff.page.getByRole('group').filter({ hasText: 'Untuk apa ini?' }).getByRole('listitem');
    const boss = supervisor.login.name;
    await expect(steps.first()).toContainText(BIRTHS);
    await expect(steps.nth(1)).toContainText(`Hasil kerja ${boss}`);
    await expect(steps.filter({ hasText: 'Program Pencatatan Sipil' })).toBeVisible();
    await expect(steps.last()).toContainText('Misi 2: Mewujudkan pelayanan dasar');
    if (isCut) await expect(steps).toHaveCount(4);
    else await staff.page.getByRole('link', { name: /^Kembali ke/ }).click();
  }
  await town.network.opens();
});

test('bji_2: a head of unit plans what is made and what comes of it, from a perspective', async ({ supervisor, town }) => {
  await supervisor.signsIn();
  const { page } = supervisor;
  await opensForm(page, town.origin);
  await page.getByLabel('Rencana hasil kerja').fill('Warga rentan terlayani di tempat tinggalnya');
  await fillsIndicator(page, 1, { name: 'Kunjungan jemput bola', target: '9', measure: 'kunjungan' });
  await indicator(page, 1).getByLabel('Perspektif').selectOption('Proses Bisnis');
  await fillsIndicator(page, 2, GOOD);
  await indicator(page, 2).getByLabel('Tingkat').selectOption('Keluaran (output)');
  await indicator(page, 2).getByLabel('Perspektif').selectOption('Penerima Layanan');
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(page.getByRole('alert')).toContainText('dampaknya (outcome)');
  await expect(indicator(page, 2).getByLabel('Aspek')).toHaveCount(0);
  await indicator(page, 2).getByLabel('Tingkat').selectOption('Dampak (outcome)');
  await page.getByRole('button', { name: 'Usulkan rencana' }).click();
  await expect(page.getByRole('heading', { name: 'Rencana saya', level: 1 })).toBeVisible();
  await opensPlan(page, town.origin, 'Warga rentan terlayani di tempat tinggalnya');
  await expect(page.getByRole('main')).toContainText('Penerima Layanan');
  await expect(page.getByRole('main')).toContainText('Dampak (outcome)');
});

test('dmi_1: what an old phone proposes is refused in words', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  const answer = await page.evaluate(async () => {
    const { employee } = await (await fetch('/api/me')).json();
    const action = { 'plan.propose': { id: crypto.randomUUID(), owner: employee, result: 'Akta terbit', measure: 'berkas', target: 900, from: '2026-07-01', until: '2026-09-30' } };
    const [id, device] = [crypto.randomUUID(), crypto.randomUUID()];
    const command = { id, device, seq: 1, v: 1, made_at: new Date().toISOString(), action };
    const headers = { 'content-type': 'application/json' };
    return (await fetch('/api/sync/push', { method: 'POST', headers, body: JSON.stringify({ protocol: 1, device, commands: [command] }) })).json();
  });
  expect(JSON.stringify(answer)).toContain('plan_only_quantity');
  await page.goto(`${town.origin}/rencana`);
  await expect(page.getByText('Akta terbit', { exact: true })).toHaveCount(0);
});

test('a further indicator is reported by its owner and stays when the page is opened again', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await opensPlan(page, town.origin, BIRTHS);
  await expect(page.getByRole('region', { name: 'Yang berlaku sekarang' })).toContainText('Belum ada realisasi');
  await unfolds(page, 'Laporkan realisasi');
  await page.getByLabel('Realisasi (persen)').fill('97,5');
  await page.getByLabel('Keterangan').fill('2 koreksi dari 80 akta.');
  await page.getByRole('button', { name: 'Simpan realisasi' }).click();
  await expect(page.getByRole('region', { name: 'Yang berlaku sekarang' })).toContainText('Realisasi 97,5 persen');
  await opensPlan(page, town.origin, BIRTHS);
  await expect(page.getByRole('region', { name: 'Yang berlaku sekarang' })).toContainText('2 koreksi dari 80 akta.');
});

test('what the superior expects of behaviour is seen under its value with its guides', async ({ staff, supervisor, town }) => {
  await staff.signsIn();
  await staff.page.goto(`${town.origin}/rencana`);
  const values = staff.page.getByRole('region', { name: 'Perilaku kerja: BerAKHLAK' });
  await expect(values).toContainText('Pemohon dengan balita dan lansia dipanggil lebih dulu');
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await unfolds(supervisor.panel(), /^Rencana /);
  await unfolds(supervisor.panel(), 'Ekspektasi perilaku');
  await supervisor.panel().getByLabel('Harmonis').fill('Sapa rekan di loket lain setiap pagi.');
  await supervisor.panel().getByRole('button', { name: 'Simpan ekspektasi' }).click();
  await expect(values).toContainText('Sapa rekan di loket lain setiap pagi.');
});

test('the tie is made later, from the list of the superior', async ({ staff, town }) => {
  await staff.signsIn();
  const { page } = staff;
  await opensPlan(page, town.origin, BIRTHS);
  await unfolds(page, 'Ubah kaitan');
  await page.getByLabel(/^Mendukung hasil kerja/).selectOption('KTP-el menjangkau warga rentan');
  await page.getByRole('button', { name: 'Simpan kaitan' }).click();
  await expect(page.getByRole('main')).toContainText('Mendukung: KTP-el menjangkau warga rentan');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the pages of plans have no barrier and never scroll sideways, ${theme}`, async ({ staff, supervisor, town }) => {
    await staff.opens('/', { colorScheme: theme });
    await staff.signsInAgain();
    await opensForm(staff.page, town.origin);
    expect.soft(await barriers(staff.page), 'usul').toEqual([]);
    expect.soft(await scrollsSideways(staff.page), 'usul').toEqual([]);
    await opensPlan(staff.page, town.origin, BIRTHS);
    for (const name of ['Laporkan', 'Untuk apa ini?', 'Ubah kaitan', 'Minta ubah target']) await unfolds(staff.page, name);
    // The climb is read from the office and the form from the disk; the page grows when they come.
    await expect(indicator(staff.page, 1).first()).toBeVisible();
    await expect(staff.page.getByText(/Misi \d/).first()).toBeVisible();
    expect.soft(await barriers(staff.page), 'rencana').toEqual([]);
    expect.soft(await scrollsSideways(staff.page), 'rencana').toEqual([]);
    await supervisor.opens('/', { colorScheme: theme });
    await supervisor.signsInAgain();
    await supervisor.goesTo('Papan tim');
    await supervisor.boardIsLive();
    await supervisor.page.getByRole('link', { name: /^Tinjau usulan/ }).first().click();
    await expect(supervisor.panel().getByRole('article').first()).toBeVisible();
    await unfolds(supervisor.panel(), 'Usulkan lain');
    expect.soft(await barriers(supervisor.page), 'papan').toEqual([]);
  });
}
