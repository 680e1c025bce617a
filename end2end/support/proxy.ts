// The network between the browser and the server: a program of ours (end2end/fault) that cuts, lies, stalls and repeats. Browsers only
// know its address, so their origin stays whatever happens behind it. Here it is told what to do; how it does it stands there.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fault } from './places';

// One question as the browser sent it, also those that never arrived.
export type Asked = { method: string; path: string; bytes: number };

// One answer as it went over the wire.
export type Passed = { method: string; path: string; status: number; bytes: number };

type Wish = { what: string; path?: RegExp; method?: string; times?: number; [detail: string]: unknown };

// A slice of a photo is such a question.
export const SLICE: Question = { method: 'PATCH', path: /^\/api\/photo\// };

type Question = { method?: string; path: RegExp };

const PUSH = /^\/api\/sync\/push/;

// What is to go wrong, until it is lifted or has happened often enough.
export class Fault {
  constructor(
    private readonly proxy: Proxy,
    private readonly id: number,
  ) {}

  // It has happened once.
  get caught(): Promise<void> {
    return this.hasCaught(1);
  }

  async hasCaught(times: number): Promise<void> {
    await this.proxy.orders('GET', `/rules/${this.id}/caught?count=${times}`);
  }

  // It is over. A question that was held is asked now.
  async release(): Promise<void> {
    await this.proxy.orders('DELETE', `/rules/${this.id}`);
  }
}

export class Proxy {
  port = 0;
  private control = 0;
  private process?: ChildProcess;
  private portal?: Fault;

  constructor(private readonly upstream: () => number) {}

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  // The line is whole.
  async opens(): Promise<void> {
    if (!this.process) return this.starts();
    await this.portal?.release();
    this.portal = undefined;
    await this.orders('POST', '/open');
  }

  // The line is gone: what is open breaks, what is new is refused.
  async isCut(): Promise<void> {
    await this.orders('POST', '/cut');
  }

  // Open connections break, new ones pass.
  async breaks(): Promise<void> {
    await this.orders('POST', '/break');
  }

  // Somebody else answers everything, with a page of theirs and status 200.
  async becomesPortal(): Promise<void> {
    this.portal = await this.rule({ what: 'portal' });
    await this.breaks();
  }

  // Questions to this path are not asked until it is released.
  holdsQuestion(path: RegExp): Promise<Fault> {
    return this.rule({ what: 'hold', path });
  }

  // One question to this path is not asked until it is released; those after it are.
  holdsNextQuestion(path: RegExp): Promise<Fault> {
    return this.rule({ what: 'hold', path, times: 1 });
  }

  // The next question to this path is asked and answered, but the answer never arrives; the line stays silent.
  swallowsAnswer(path: RegExp): Promise<Fault> {
    return this.rule({ what: 'swallow', path, times: 1 });
  }

  // The next questions of this kind pass, whatever is to happen to those after them.
  lets(times: number, question: Question): Promise<Fault> {
    return this.rule({ what: 'pass', ...question, times });
  }

  // Half of the next question of this kind is heard.
  cutsMidQuestion(question: Question): Promise<Fault> {
    return this.rule({ what: 'cut-mid-question', ...question, times: 1 });
  }

  // Questions of this kind are not asked until it is released.
  holds(question: Question): Promise<Fault> {
    return this.rule({ what: 'hold', ...question });
  }

  // The next question of this kind is carried out, and the line stays silent.
  swallows(question: Question): Promise<Fault> {
    return this.rule({ what: 'swallow', ...question, times: 1 });
  }

  // The line breaks before the next pushes are heard.
  cutsBefore(times = 1): Promise<Fault> {
    return this.rule({ what: 'cut-before', path: PUSH, times });
  }

  // The next questions are carried out, and the line breaks before their answers.
  cutsAfterCommit(times = 1, path: RegExp = PUSH): Promise<Fault> {
    return this.rule({ what: 'cut-after-commit', path, times });
  }

  // Half of the next answers arrives.
  cutsMidBody(path: RegExp = PUSH, times = 1): Promise<Fault> {
    return this.rule({ what: 'cut-mid-body', path, times });
  }

  // A stranger's page answers the next questions to this path.
  putsPortalBefore(path: RegExp = PUSH, times = 1): Promise<Fault> {
    return this.rule({ what: 'portal', path, times });
  }

  // The office says the session is over, and it is not.
  saysSessionIsOver(path: RegExp = PUSH, times = 1): Promise<Fault> {
    return this.rule({ what: 'signed-out', path, times });
  }

  // The next questions to this path stand still for a while.
  stalls(ms: number, path: RegExp = PUSH, times = 1): Promise<Fault> {
    return this.rule({ what: 'stall', ms, path, times });
  }

  // The next pushes arrive twice, at the same time.
  doubles(times = 1): Promise<Fault> {
    return this.rule({ what: 'twice', path: PUSH, times });
  }

  // Answers from here on are those of a later version: everything in them has a field more. Not the live line's, which never end.
  answersAsLaterVersion(): Promise<Fault> {
    return this.rule({ what: 'later', path: /^\/api\/[^l]/ });
  }

  // The office says this.
  says(path: RegExp, status: number, body: unknown, times = 1): Promise<Fault> {
    return this.rule({ what: 'say', path, status, body, times });
  }

  // The server does not have this file.
  misses(path: RegExp): Promise<Fault> {
    return this.rule({ what: 'say', path, status: 404, body: {} });
  }

  async asked(): Promise<Asked[]> {
    return this.orders('GET', '/asked');
  }

  // The server's answers that nobody has touched.
  async passed(): Promise<Passed[]> {
    return this.orders('GET', '/passed');
  }

  async ends(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.stdin!.end();
    await ended;
  }

  async orders<T>(method: string, path: string, wish?: object): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${this.control}${path}`, { method, body: wish && JSON.stringify(wish) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private async rule({ path, ...wish }: Wish): Promise<Fault> {
    const { id } = await this.orders<{ id: number }>('POST', '/rules', { ...wish, path: path?.source });
    return new Fault(this, id);
  }

  private async starts(): Promise<void> {
    const started = spawn(fault(), [String(this.upstream())], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.process = started;
    const said = await Promise.race([
      once(createInterface({ input: started.stdout! }), 'line').then(([line]) => String(line)),
      once(started, 'exit').then(([code]) => `ended with ${code}`),
    ]);
    const [, port, control] = /^line (\d+) control (\d+)$/.exec(said) ?? [];
    if (!control) throw new Error(`the fault proxy: ${said}`);
    this.port = Number(port);
    this.control = Number(control);
  }
}
