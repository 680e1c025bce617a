// No serious or critical barrier on any screen, light or dark (WCAG 2.2 AA as far as a machine can tell).
import { barriers } from '../support/axe';
import { expect, test } from '../support/harness';
import { STAFF_SCREENS, THEMES, goesTo, opensEntry, stands } from '../support/screens';

for (const theme of THEMES) {
  test(`staff screens, ${theme}`, async ({ staff, town }) => {
    test.slow();
    await staff.opens('/', { colorScheme: theme });
    await stands(staff.page);
    expect.soft(await barriers(staff.page), 'masuk').toEqual([]);
    await staff.signsInAgain();
    for (const screen of STAFF_SCREENS) {
      await goesTo(staff.page, town.origin, screen);
      expect.soft(await barriers(staff.page), screen.name).toEqual([]);
    }
    await opensEntry(staff.page, town.origin);
    expect.soft(await barriers(staff.page), 'catatan').toEqual([]);
  });

  test(`the screens of bad days, ${theme}`, async ({ staff, town }) => {
    test.slow();
    staff.journal.allowsNoNetwork();
    await staff.opens('/', { colorScheme: theme });
    await staff.signsInAgain();
    await staff.canWorkOffline();
    await town.network.isCut();
    await staff.triesToRecord({ text: '' });
    await expect(staff.refusal()).toBeVisible();
    expect.soft(await barriers(staff.page), 'catat, refused').toEqual([]);
    await staff.page.getByRole('link', { name: 'Kembali ke Hari ini' }).tap();
    await staff.records({ text: 'Melayani pemohon saat jaringan terputus.', amount: '4' });
    expect.soft(await barriers(staff.page), 'hari-ini, offline').toEqual([]);
    await goesTo(staff.page, town.origin, { name: 'antrean', path: '/antrean' });
    expect.soft(await barriers(staff.page), 'antrean, waiting').toEqual([]);
    await town.network.opens();
    await expect(staff.page.getByText(/^Tidak ada yang menunggu\. Semua/)).toBeVisible();
  });

  test(`the board, ${theme}`, async ({ supervisor, staff }) => {
    test.slow();
    await supervisor.opens('/', { colorScheme: theme });
    await supervisor.signsInAgain();
    await supervisor.goesTo('Papan tim');
    await supervisor.boardIsLive();
    expect.soft(await barriers(supervisor.page), 'papan').toEqual([]);
    await supervisor.opensPerson(staff.login.name);
    expect.soft(await barriers(supervisor.page), 'papan, panel').toEqual([]);
  });

  test(`the citizen's pages, ${theme}`, async ({ stranger, town }) => {
    const page = await stranger({ colorScheme: theme });
    await page.goto(`${town.origin}/f/DUK-3`);
    await expect(page.getByRole('radio', { name: 'Baik', exact: true })).toBeVisible();
    expect.soft(await barriers(page), 'warga').toEqual([]);
    await page.getByRole('radio', { name: 'Baik', exact: true }).check();
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Terima kasih.' })).toBeVisible();
    expect.soft(await barriers(page), 'terima kasih').toEqual([]);
    await page.goto(`${town.origin}/f/DUK-99`);
    expect.soft(await barriers(page), 'tidak dikenal').toEqual([]);
  });
}
