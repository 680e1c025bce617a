// How the suite runs: one worker (browser, server and database share two cores), real Chromium as the machine has it. A test that failed gets
// one second try: `cargo xtask test` names it as flaky, and fails when there are more of them than a loaded machine explains. What is waited
// for has long terms, because time is not what these tests judge.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './tests',
  outputDir: './results',
  globalSetup: './support/seed.ts',
  workers: 1,
  retries: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  timeout: 270_000,
  expect: { timeout: 45_000 },
  use: { actionTimeout: 30_000, navigationTimeout: 60_000 },
});
