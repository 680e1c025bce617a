// The network between the browser and the server. Browsers only know this address, so their origin stays whatever happens behind it.
//
// It can be cut (nobody listens any more), be a hotel's portal (every question gets a stranger's page), hold a question back, or swallow an
// answer: then the server has done its work and nobody hears of it. Answers stream through as they come. The Host header is not touched,
// because the server compares it with the Origin.
import { type IncomingMessage, type Server as HttpServer, type ServerResponse, createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { once } from 'node:events';

const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'upgrade']);

const PORTAL = '<!doctype html><title>WiFi Hotel</title><h1>Selamat datang di WiFi Hotel</h1><form><button>Sambungkan</button></form>';

// One answer as it went over the wire.
export type Passed = { method: string; path: string; status: number; bytes: number };

// A question or answer that is being held.
export class Hold {
  readonly caught: Promise<void>;
  private say!: () => void;
  private open!: () => void;
  readonly opened: Promise<void>;
  isOpen = false;

  constructor(readonly path: RegExp) {
    this.caught = new Promise((resolve) => (this.say = resolve));
    this.opened = new Promise((resolve) => (this.open = resolve));
  }

  catches(): void {
    this.say();
  }

  release(): void {
    this.isOpen = true;
    this.open();
  }
}

export class Proxy {
  port = 0;
  readonly passed: Passed[] = [];
  private server?: HttpServer;
  private sockets = new Set<Socket>();
  private strange = false;
  private questions: Hold[] = [];
  private answers: Hold[] = [];

  constructor(private readonly upstream: () => number) {}

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  // The line is whole.
  async opens(): Promise<void> {
    this.strange = false;
    if (this.server) return;
    const server = createServer((question, answer) => void this.carry(question, answer));
    server.keepAliveTimeout = 60_000;
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  // The line is gone: what is open breaks, what is new is refused.
  async isCut(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    this.breaks();
    await closed;
  }

  // Open connections break, new ones pass.
  breaks(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  // Somebody else answers everything, with a page of theirs and status 200.
  becomesPortal(): void {
    this.strange = true;
    this.breaks();
  }

  // Questions to this path are not asked until it is released.
  holdsQuestion(path: RegExp): Hold {
    const hold = new Hold(path);
    this.questions.push(hold);
    return hold;
  }

  // The next question to this path is asked and answered, but the answer never arrives.
  swallowsAnswer(path: RegExp): Hold {
    const hold = new Hold(path);
    this.answers.push(hold);
    return hold;
  }

  private async carry(question: IncomingMessage, answer: ServerResponse): Promise<void> {
    answer.on('error', () => {});
    const path = question.url ?? '/';
    if (this.strange) {
      question.resume();
      answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PORTAL);
      return;
    }
    const held = this.questions.find((hold) => !hold.isOpen && hold.path.test(path));
    if (held) {
      held.catches();
      await held.opened;
    }
    this.forward(question, answer, path, takes(this.answers, path));
  }

  private forward(question: IncomingMessage, answer: ServerResponse, path: string, swallow: Hold | undefined): void {
    const onward = request({
      host: '127.0.0.1',
      port: this.upstream(),
      method: question.method,
      path,
      headers: endToEnd(question.rawHeaders) as never,
      setHost: false,
      agent: false,
    });
    onward.on('error', () => answer.destroy());
    answer.once('close', () => onward.destroy());
    onward.once('response', (reply) => {
      reply.on('error', () => answer.destroy());
      if (swallow) {
        reply.resume().once('end', () => swallow.catches());
        return;
      }
      const headers = endToEnd(reply.rawHeaders);
      const passed: Passed = { method: question.method ?? '', path, status: reply.statusCode ?? 0, bytes: headers.join('').length + headers.length * 2 + 17 };
      this.passed.push(passed);
      reply.on('data', (chunk: Buffer) => (passed.bytes += chunk.length));
      answer.writeHead(reply.statusCode ?? 502, headers);
      answer.flushHeaders();
      reply.pipe(answer);
    });
    question.pipe(onward);
  }
}

function takes(holds: Hold[], path: string): Hold | undefined {
  const at = holds.findIndex((hold) => hold.path.test(path));
  return at < 0 ? undefined : holds.splice(at, 1)[0];
}

function endToEnd(raw: string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < raw.length; at += 2) {
    if (!HOP_BY_HOP.has(raw[at].toLowerCase())) kept.push(raw[at], raw[at + 1]);
  }
  return kept;
}
