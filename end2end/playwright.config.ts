// How the suite runs: one worker (the tests measure time and share two cores with the server), no second tries (a flaky test is a bug),
// real Chromium as the machine has it.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './tests',
  outputDir: './results',
  globalSetup: './support/seed.ts',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 10_000, navigationTimeout: 20_000 },
});
