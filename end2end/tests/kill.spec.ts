// The server is killed (SIGKILL) under load, again and again, and starts on the same data. What it had acknowledged is there, once, and
// the progress of plans is the sum of their entries. The kernel outlives these kills, so a lost power supply is not what is tested.
//
// TELADAN_KILL_ROUNDS says how often; `cargo xtask bench kill` asks for 200 on the release build. TELADAN_KILL_SEED repeats the sizes of a
// run; when exactly the axe falls is left to the machine.
import { expect, test } from '@playwright/test';
import { chance } from '../support/chance';
import { Crowd } from '../support/crowd';
import { remove } from '../support/places';
import { freshData } from '../support/seed';
import { Server } from '../support/server';
import { summary } from '../support/stats';

const ROUNDS = Number(process.env.TELADAN_KILL_ROUNDS ?? 20);
const SEED = Number(process.env.TELADAN_KILL_SEED ?? Date.now() % 1_000_000);
const ACKNOWLEDGED_MAX = 40;
// For a test that hangs; how long a round takes is printed.
const ROUND_MS_MAX = 45_000;

test(`killed ${ROUNDS} times under load: nothing acknowledged is lost, nothing is applied twice, no start needs repair`, async () => {
  test.setTimeout(60_000 + ROUNDS * ROUND_MS_MAX);
  const server = new Server(await freshData());
  const random = chance(SEED);
  const restarts: number[] = [];
  const total = { lost: 0, doubled: 0, off: 0 };
  try {
    await server.starts();
    const crowd = await Crowd.gathers(server, random);
    for (let round = 1; round <= ROUNDS; round++) {
      await crowd.sendsUntilTheServerDies(1 + random(ACKNOWLEDGED_MAX));
      const start = performance.now();
      await server.starts();
      restarts.push(performance.now() - start);
      const { lost, doubled, off } = await crowd.looks();
      expect.soft({ lost, doubled, off }, `round ${round}, seed ${SEED}`).toEqual({ lost: 0, doubled: 0, off: 0 });
      total.lost += lost;
      total.doubled += doubled;
      total.off += off;
    }
    await crowd.sendsTheRest();
    const { entries, ...wrong } = await crowd.looks();
    console.log(`    ${ROUNDS} kills, seed ${SEED}: ${crowd.acknowledged.size} acknowledged, ${total.lost} lost, ${total.doubled} doubled, ${total.off} sums off`);
    console.log(`    ${summary('killed to listening', restarts).line}`);
    expect(wrong).toEqual({ lost: 0, doubled: 0, off: 0 });
    expect(entries, 'all that was ever written').toBe(crowd.acknowledged.size);
    expect(server.complaints(), "the server's journal").toEqual([]);
  } finally {
    await server.isKilled();
    remove(server.data);
  }
});
