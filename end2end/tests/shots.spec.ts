// Pictures of every screen for people to look at, in end2end/shots/. Fails only when a screen does not stand, or has to be scrolled sideways.
import type { Page } from '@playwright/test';
import { DESK, PHONE } from '../support/browsers';
import { expect, test } from '../support/harness';
import { STAFF_SCREENS, type Screen, THEMES, goesTo, opensEntry, scrollsSideways, stands } from '../support/screens';

const SIZES = [{ name: 'hp', options: PHONE }, { name: 'meja', options: DESK }];
const BOARD: Screen = { name: 'papan', path: '/papan' };

async function shoot(page: Page, screen: string, size: string, theme: string): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: `shots/${screen}-${size}-${theme}.png`, fullPage: true, timeout: 60_000 });
}

for (const { name: size, options } of SIZES) {
  test(`staff, ${size}`, async ({ staffWith, town }) => {
    test.slow();
    const staff = await staffWith(options);
    staff.journal.allowsNoNetwork();
    const each = async (screen: string) => {
      for (const theme of THEMES) {
        await staff.page.emulateMedia({ colorScheme: theme });
        await shoot(staff.page, screen, size, theme);
      }
    };
    await staff.opens();
    await stands(staff.page);
    await each('masuk');
    await staff.signsInAgain();
    await staff.canWorkOffline();
    for (const screen of STAFF_SCREENS) {
      await goesTo(staff.page, town.origin, screen);
      await each(screen.name);
    }
    await opensEntry(staff.page, town.origin);
    await each('catatan');
    await goesTo(staff.page, town.origin, STAFF_SCREENS[0]);
    await town.network.isCut();
    await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
    await staff.fillsForm({ text: 'Melayani 4 pemohon saat jaringan di kelurahan terputus.', amount: '4' });
    await each('catat-terisi');
    await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await expect(staff.entry('Melayani 4 pemohon saat jaringan di kelurahan terputus.')).toBeVisible();
    await each('hari-ini-luring');
    await goesTo(staff.page, town.origin, STAFF_SCREENS[3]);
    await each('antrean-luring');
    await town.network.opens();
    await expect(staff.page.getByText(/^Tidak ada yang menunggu\. Semua/)).toBeVisible();
  });

  test(`the board, ${size}`, async ({ supervisorWith, staff, town }) => {
    test.slow();
    const supervisor = await supervisorWith(options);
    const each = async (screen: string) => {
      for (const theme of THEMES) {
        await supervisor.page.emulateMedia({ colorScheme: theme });
        await shoot(supervisor.page, screen, size, theme);
      }
    };
    await supervisor.signsIn();
    await goesTo(supervisor.page, town.origin, BOARD);
    await supervisor.boardIsLive();
    await each('papan');
    await supervisor.opensPerson(staff.login.name);
    await each('papan-orang');
  });

  test(`the citizen's pages, ${size}`, async ({ stranger, town }) => {
    const page = await stranger(options);
    const each = async (screen: string) => {
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await shoot(page, screen, size, theme);
      }
    };
    await page.goto(`${town.origin}/f/DUK-3`);
    await each('warga');
    await page.getByRole('radio', { name: 'Sangat baik' }).check();
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Terima kasih.' })).toBeVisible();
    await each('warga-terima-kasih');
    await page.goto(`${town.origin}/f/DUK-99`);
    await each('warga-tidak-dikenal');
  });
}

for (const percent of [100, 200]) {
  test(`at 320 px and ${percent} % text nobody scrolls sideways`, async ({ supervisorWith, stranger, town }) => {
    test.slow();
    const narrow = { ...PHONE, viewport: { width: 320, height: 640 } };
    const supervisor = await supervisorWith(narrow);
    const check = async (page: Page, screen: string) => {
      await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent);
      await page.screenshot({ path: `shots/sempit-${percent}-${screen}.png`, fullPage: true, timeout: 60_000 });
      expect.soft(await scrollsSideways(page), screen).toEqual([]);
    };
    await supervisor.opens();
    await stands(supervisor.page);
    await check(supervisor.page, 'masuk');
    await supervisor.signsInAgain();
    for (const screen of [...STAFF_SCREENS, BOARD]) {
      await goesTo(supervisor.page, town.origin, screen);
      await check(supervisor.page, screen.name);
    }
    const citizen = await stranger(narrow);
    await citizen.goto(`${town.origin}/f/DUK-3`);
    await check(citizen, 'warga');
  });
}
