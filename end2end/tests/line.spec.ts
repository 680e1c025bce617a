// A bad line: each thing that can happen to a push on its way happens, and every record is at the office exactly once.
import { expect, test } from '../support/harness';
import type { Fault, Proxy } from '../support/proxy';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const FIRST = { text: 'Empat kutipan akta kelahiran diserahkan di loket dua.', plan: PLAN, amount: '4' };
const SECOND = { text: 'Enam kutipan akta kelahiran diserahkan setelah istirahat.', plan: PLAN, amount: '6' };

const STALL_MS = 5_000;

// Chromium itself asks once more when a used connection breaks, so a single cut might not be seen by the app.
const CUTS = 3;

const FAULTS: [string, (network: Proxy) => Promise<Fault>, number?][] = [
  ['the line breaks before the push is heard, three times', (network) => network.cutsBefore(CUTS), CUTS],
  ['the office has written it down and the line breaks before its answer, three times', (network) => network.cutsAfterCommit(CUTS), CUTS],
  ['the answer to a push breaks off in the middle', (network) => network.cutsMidBody()],
  ['the answer to a pull breaks off in the middle', (network) => network.cutsMidBody(/^\/api\/sync\/pull/)],
  ['a portal answers the push with its own page and status 200', (network) => network.putsPortalBefore()],
  ['a portal answers the pull with its own page and status 200', (network) => network.putsPortalBefore(/^\/api\/sync\/pull/)],
  ['the push stands still for five seconds', (network) => network.stalls(STALL_MS)],
  ['the push arrives twice at the same time, and so does the next', (network) => network.doubles(2)],
];

for (const [what, happens, times = 1] of FAULTS) {
  test(`${what}: both records arrive once, without reload`, async ({ staff, office, town }) => {
    staff.journal.allowsNoNetwork();
    const before = await office.done(staff.login.name, PLAN);
    await staff.signsIn();
    const samePage = await staff.keepsThisPage();
    const fault = await happens(town.network);
    await staff.records(FIRST);
    await staff.records(SECOND);
    await fault.hasCaught(times);
    for (const { text } of [FIRST, SECOND]) await staff.sees(text, 'Terkirim', 45_000);
    await samePage();
    for (const { text } of [FIRST, SECOND]) expect(await office.entries(text)).toHaveLength(1);
    expect(await office.done(staff.login.name, PLAN)).toBe(before + 10);
  });
}

test('the office says in between that the session is over: the record waits, and arrives once after signing in again', async ({ staff, office, town }) => {
  staff.journal.allowsStatus(401);
  const before = await office.done(staff.login.name, PLAN);
  await staff.signsIn();
  const fault = await town.network.saysSessionIsOver();
  await staff.records(FIRST);
  await fault.caught;
  await staff.sees(FIRST.text, 'Tersimpan di HP');
  expect(await office.entries(FIRST.text)).toHaveLength(0);
  await staff.page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await staff.signsInAgain();
  await staff.sees(FIRST.text, 'Terkirim', 45_000);
  expect(await office.entries(FIRST.text)).toHaveLength(1);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 4);
});
