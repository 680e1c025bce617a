// The browser clears its storage, and everything that had not been sent is gone. Nothing brings it back; but the person is told, as exactly as
// anybody can know it, and nobody is told who has lost nothing.
import type { Response } from '@playwright/test';
import type { Staff } from '../support/actors/staff';
import { expect, test } from '../support/harness';
import type { Login } from '../support/server';
import type { Town } from '../support/town';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const SENT = { text: 'Empat kutipan akta kelahiran diserahkan di loket.', plan: PLAN, amount: '4' };
const GONE = [
  { text: 'Dua permohonan diteliti bersama pemohon.', plan: PLAN, amount: '2' },
  { text: 'Satu berkas lama dicari di gudang arsip.', plan: PLAN, amount: '1' },
];

const CLEARED = 'Penyimpanan HP ini telah dibersihkan';
const NOTED = 'a browser had cleared its storage';
const PULL = /\/api\/sync\/pull$/;

const told = (staff: Staff) => staff.page.getByRole('status').filter({ hasText: CLEARED });

// An office that takes pushes and decides nothing, so that what is sent still waits at the next pull; it lasts until it is released.
async function decidesNothing(staff: Staff, town: Town, epoch: number) {
  const reply = { answers: [], epoch, server_time: new Date().toISOString() };
  const busy = await town.network.says(/^\/api\/sync\/push/, 201, reply, 1_000);
  const isPull = (answer: Response, waiting: number) => PULL.test(answer.url()) && answer.request().postDataJSON().outbox_len === waiting;
  return { hears: (waiting: number) => staff.page.waitForResponse((answer) => isPull(answer, waiting), { timeout: 45_000 }), busy };
}

async function signsInAndSends(staff: Staff): Promise<number> {
  await staff.opens();
  const pulled = staff.page.waitForResponse(PULL, { timeout: 45_000 });
  await staff.signsInAgain();
  const { epoch } = await (await pulled).json();
  await staff.records(SENT);
  await staff.sees(SENT.text, 'Terkirim', 45_000);
  return epoch;
}

test('two entries wait when the storage is cleared: the person is told how many, until they have read it, and the office notes it', async ({ staff, office, town }) => {
  const epoch = await signsInAndSends(staff);
  const { hears, busy } = await decidesNothing(staff, town, epoch);
  await staff.records(GONE[0]);
  const heard = hears(2);
  await staff.records(GONE[1]);
  await heard;
  await staff.losesStorage();
  await busy.release();
  await staff.signsInAgain();
  await expect(told(staff)).toContainText(/Kantor memegang semua yang dikirim HP ini sampai hari ini \d\d\.\d\d\./);
  await expect(told(staff)).toContainText('Saat itu 2 catatan masih menunggu di sini, dan kini hilang.');
  await staff.sees(SENT.text, 'Terkirim');
  for (const { text } of GONE) {
    await expect(staff.page.getByText(text)).toHaveCount(0);
    expect(await office.entries(text)).toHaveLength(0);
  }
  await expect.poll(() => town.server.said(NOTED).length).toBe(1);
  expect(town.server.said(NOTED)[0]).toContain('"waiting":2');

  await staff.page.reload();
  await expect(told(staff)).toContainText('2 catatan');
  await told(staff).getByRole('button', { name: 'Mengerti' }).click();
  await expect(told(staff)).toHaveCount(0);
  await staff.page.reload();
  await staff.sees(SENT.text, 'Terkirim');
  await expect(told(staff)).toHaveCount(0);
  expect(town.server.said(NOTED)).toHaveLength(1);
});

test('the rest arrives after the last word: only what is still missing is called lost', async ({ staff, town }) => {
  const epoch = await signsInAndSends(staff);
  const { hears, busy } = await decidesNothing(staff, town, epoch);
  const heard = hears(1);
  await staff.records(GONE[0]);
  await heard;
  // The next push arrives, and nothing that comes back does.
  const silent = await town.network.cutsAfterCommit(1_000);
  staff.journal.allowsNoNetwork();
  await busy.release();
  await silent.caught;
  await staff.losesStorage();
  await silent.release();
  await staff.signsInAgain();
  await expect(told(staff)).toContainText('Saat itu tidak ada yang menunggu di sini.');
  await staff.sees(GONE[0].text, 'Terkirim');
});

test('nothing waited: that is said, and no more', async ({ staff }) => {
  await signsInAndSends(staff);
  await staff.losesStorage();
  await staff.signsInAgain();
  await expect(told(staff)).toContainText('Saat itu tidak ada yang menunggu di sini.');
  await expect(told(staff)).toContainText('Yang dicatat sesudahnya dan foto yang belum terkirim tidak ada lagi.');
  await staff.sees(SENT.text, 'Terkirim');
});

test('who has lost nothing is told nothing: a new browser, another person on the same phone, somebody who comes back', async ({ staff, staffWith, town }) => {
  await signsInAndSends(staff);
  await expect(told(staff)).toHaveCount(0);
  await staff.losesStorage();
  const signsIn = async ({ nip, password }: Login) => {
    await staff.fillsIn(nip, password);
    await staff.goesTo('Hari ini');
    await expect(staff.page.getByText('Semua sudah sampai.')).toBeVisible();
  };

  await test.step('another person was never here', async () => {
    await signsIn(town.server.login('Atasan'));
    await expect(told(staff)).toHaveCount(0);
    await staff.goesOut();
  });

  await test.step('the first one is told, and the other one is not, who comes back', async () => {
    await signsIn(staff.login);
    await expect(told(staff)).toBeVisible();
    await staff.goesOut();
    await signsIn(town.server.login('Atasan'));
    await expect(told(staff)).toHaveCount(0);
  });

  await test.step('the same person in a browser that is new', async () => {
    const elsewhere = await staffWith({});
    await elsewhere.signsIn();
    await elsewhere.sees(SENT.text, 'Terkirim');
    await expect(told(elsewhere)).toHaveCount(0);
  });
});
