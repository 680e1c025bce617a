// The HTTP door without a browser: what is really in the database, and requests that no browser would send.
import { request } from 'node:http';
import type { Login } from './server';
import type { Town } from './town';

export type Row = { kind: string; id: string; [field: string]: any };
export type Spoken = { code: string; id: string; en: string };
export type Reply = { status: number; headers: Record<string, string>; body: Buffer };

export class Office {
  private cookie = '';

  constructor(private readonly town: Pick<Town, 'server'>) {}

  async signsIn({ nip, password }: Login): Promise<void> {
    const reply = await this.asks('POST', '/api/session', { json: { nip, password } });
    if (reply.status !== 201) throw new Error(`sign-in: ${reply.status} ${reply.body}`);
    this.cookie = reply.headers['set-cookie'].split(';')[0];
  }

  async me(): Promise<{ employee: string; boards: { unit: string; name: string }[]; rows: Row[] }> {
    return json(await this.asks('GET', '/api/me'));
  }

  // All rows of the board of the unit that this person leads.
  async board(): Promise<Row[]> {
    const { boards } = await this.me();
    const { rows } = json<{ rows: Record<string, object>[] }>(await this.asks('GET', `/api/board/${boards[0].unit}`));
    return rows.map(flatRow);
  }

  // How far the log of that board has come.
  async boardHead(): Promise<number> {
    const { boards } = await this.me();
    return json<{ head: number }>(await this.asks('GET', `/api/board/${boards[0].unit}`)).head;
  }

  async entries(text: string): Promise<Row[]> {
    return (await this.board()).filter((row) => row.kind === 'entry' && row.text === text);
  }

  // How much of a plan is done, in its measure.
  async done(owner: string, result: string): Promise<number> {
    const rows = await this.board();
    const person = rows.find((row) => row.kind === 'employee' && row.name === owner);
    const plan = rows.find((row) => row.kind === 'plan' && row.owner === person?.id && row.result === result);
    if (!plan) throw new Error(`no plan “${result}” of ${owner}`);
    return plan.done / 100;
  }

  // Straight to the server, past the network that a test may have cut.
  asks(method: string, path: string, options: { json?: unknown; body?: string | Buffer; headers?: Record<string, string> } = {}): Promise<Reply> {
    const body = options.json === undefined ? options.body : JSON.stringify(options.json);
    const headers: Record<string, string> = { host: `localhost:${this.town.server.port}`, ...options.headers };
    if (this.cookie) headers.cookie ??= this.cookie;
    if (options.json !== undefined) headers['content-type'] ??= 'application/json';
    if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: this.town.server.port, method, path, headers, agent: false });
      asked.on('error', reject);
      asked.on('response', (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: flat(answer.headers), body: Buffer.concat(chunks) }));
      });
      asked.end(body);
    });
  }
}

export function json<T>(reply: Reply): T {
  if (reply.status >= 300) throw new Error(`${reply.status}: ${reply.body}`);
  return JSON.parse(reply.body.toString('utf8'));
}

export function spoken(reply: Reply): Spoken {
  return JSON.parse(reply.body.toString('utf8'));
}

function flat(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
}

// On the wire a row stands under its kind: {"entry": {…}}.
function flatRow(row: Record<string, object>): Row {
  const [[kind, fields]] = Object.entries(row);
  return { ...fields, kind } as Row;
}
