// Requests that no page of ours sends. Each is turned away with a status, a code, and a sentence in two languages.
import { expect, test } from '../support/harness';
import { type Reply, Office, spoken } from '../support/office';

function saysNo(reply: Reply, status: number, code: string): void {
  expect(reply.status).toBe(status);
  const { id, en, ...rest } = spoken(reply);
  expect(rest).toMatchObject({ code });
  expect(id, 'a sentence').toMatch(/^[A-Z].*\.$/);
  expect(en, 'a sentence').toMatch(/^[A-Z].*\.$/);
  expect(id).not.toBe(en);
  expect(reply.headers['x-teladan']).toBe('1');
}

test('a body that is too large is turned away in words', async ({ office }) => {
  const body = JSON.stringify({ protocol: 1, device: 'x'.repeat(600_000), commands: [] });
  saysNo(await office.asks('POST', '/api/sync/push', { body, headers: { 'content-type': 'application/json' } }), 413, 'too_large');
});

test('a photo that is too large is turned away in words', async ({ office }) => {
  const body = Buffer.alloc(300_001, 0xff);
  saysNo(await office.asks('PUT', `/api/photo/${'0'.repeat(64)}`, { body, headers: { 'content-type': 'image/jpeg' } }), 413, 'too_large');
});

test('a photo whose bytes were damaged on the way is asked for again', async ({ office }) => {
  const body = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  saysNo(await office.asks('PUT', `/api/photo/${'0'.repeat(64)}`, { body, headers: { 'content-type': 'image/jpeg' } }), 422, 'hash_mismatch');
});

test('a body of another type is turned away in words', async ({ office }) => {
  saysNo(await office.asks('POST', '/api/sync/push', { body: 'nip=1', headers: { 'content-type': 'text/plain' } }), 415, 'wrong_type');
});

test('a body that cannot be read is turned away in words', async ({ office }) => {
  saysNo(await office.asks('POST', '/api/sync/push', { body: '{', headers: { 'content-type': 'application/json' } }), 400, 'unreadable_request');
});

test("another site's request is turned away, whichever way the browser says so", async ({ office }) => {
  const json = { protocol: 1, device: '00000000-0000-4000-8000-000000000000', commands: [] };
  for (const headers of [{ origin: 'https://lain.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
    saysNo(await office.asks('POST', '/api/sync/push', { json, headers }), 403, 'other_site');
  }
});

test('without a session there is nothing to see', async ({ town }) => {
  const stranger = new Office(town);
  for (const path of ['/api/me', '/api/live', '/api/board/018f0000-0000-7000-8000-000000000001']) {
    saysNo(await stranger.asks('GET', path), 401, 'signed_out');
  }
});

test("somebody else's board is not there", async ({ office, town }) => {
  const staff = new Office(town);
  await staff.signsIn(town.server.login('Pegawai'));
  const { boards } = await office.me();
  saysNo(await staff.asks('GET', `/api/board/${boards[0].unit}`), 404, 'not_found');
  saysNo(await staff.asks('GET', `/api/live?unit=${boards[0].unit}&after=0`), 404, 'not_found');
});

test('a session that was copied is worth nothing after signing out', async ({ office }) => {
  expect((await office.asks('DELETE', '/api/session')).status).toBe(204);
  saysNo(await office.asks('GET', '/api/me'), 401, 'signed_out');
});

test('six wrong passwords in a minute are too many', async ({ town }) => {
  const guesser = new Office(town);
  const { nip } = town.server.login('Pimpinan');
  for (let guess = 1; guess <= 5; guess++) {
    saysNo(await guesser.asks('POST', '/api/session', { json: { nip, password: `tebakan-${guess}` } }), 401, 'wrong_password');
  }
  const reply = await guesser.asks('POST', '/api/session', { json: { nip, password: town.server.login('Pimpinan').password } });
  saysNo(reply, 429, 'slow_down');
  expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
});
