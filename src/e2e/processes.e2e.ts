import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { freePort } from '#testing/free-port.ts';
import { runScript, startProduct } from '#testing/running-product.ts';

let folder: string;
let demo: Record<string, string>;

const people = `team,name,email,role,zone
Gauges,Ida Berg,ida@works.example,buyer,Europe/Oslo
Gauges,Jan Moe,jan@works,buyer,Europe/Oslo
Gauges,Kari Lie,kari@works.example,welder,Europe/Oslo`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodomoto-processes-'));
  demo = { PORT: String(await freePort()), DATA_DIR: join(folder, 'demo') };
  const restored = await runScript('scripts/nudge.ts', ['restore', inject('demoBackup')], demo);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await runScript('scripts/nudge.ts', ['resume'], demo)).toMatchObject({ code: 0 });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('starting', () => {
  it('ends cleanly when it is told to stop, and keeps its store', async () => {
    const product = await startProduct({ ...demo, PORT: String(await freePort()) });
    expect(product.output()).not.toContain('26 weeks played');
    expect(await product.stop('SIGINT')).toBe(0);
  });

  it('starts although a killed run left a mark whose number another program has by now', async () => {
    writeFileSync(join(demo['DATA_DIR'] ?? '', 'running.pid'), String(process.pid));
    const product = await startProduct({ ...demo, PORT: String(await freePort()) });
    expect(await product.stop()).toBe(0);
  });

  it('leaves no server behind when npm, which started it, is killed', async () => {
    const port = String(await freePort());
    const { PATH = '', HOME = '' } = process.env;
    const npm = spawn('npm', ['start'], {
      env: { PATH, HOME, ...demo, PORT: port },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    npm.stdout.on('data', (chunk) => (output += String(chunk)));
    await vi.waitFor(() => expect(output).toContain('Ctrl-C stops'), { timeout: 50_000, interval: 100 });
    npm.kill('SIGKILL');
    const answers = () =>
      fetch(`http://localhost:${port}/healthz`).then(
        () => true,
        () => false,
      );
    await expect.poll(answers, { timeout: 6000, interval: 200 }).toBe(false);
    // The mark goes last, a moment after the door.
    const mark = join(demo['DATA_DIR'] ?? '', 'running.pid');
    await expect.poll(() => existsSync(mark), { timeout: 6000, message: 'it ended in order' }).toBe(false);
  });

  it('says in one sentence that the port is taken, and what lay behind it', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, 'localhost', () => resolve()));
    const address = other.address();
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const { code, stderr } = await runScript('scripts/start.ts', [], { ...demo, PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Port \d+ is taken by another program\.\n.*PORT=.*\n/);
    expect(stderr).toMatch(/\nCode: PORT_TAKEN \(docs\/errors\.md#port-taken\)\nCause: listen EADDRINUSE.*\n$/);
  });

  it('lets one process work in a data folder: a second start and a restore are refused meanwhile', async () => {
    const product = await startProduct({ ...demo, PORT: String(await freePort()) });
    const second = await runScript('scripts/start.ts', [], { ...demo, PORT: String(await freePort()) });
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^Another Nodomoto \(process \d+\) works in the data folder/);
    const backup = join(folder, 'while-running.sqlite');
    expect((await runScript('scripts/nudge.ts', ['backup', backup], demo)).code).toBe(0);
    const restore = await runScript('scripts/nudge.ts', ['restore', backup], demo);
    expect(restore.code).toBe(1);
    expect(restore.stderr).toContain('Stop it, restore, and start it again.');
    await product.stop();
    expect((await runScript('scripts/nudge.ts', ['restore', backup], demo)).code).toBe(0);
    expect((await runScript('scripts/nudge.ts', ['resume'], demo)).code).toBe(0);
  });

  it('never mails the demo organisation for real', async () => {
    const production = {
      ...demo,
      PORT: String(await freePort()),
      SMTP_URL: 'smtp://127.0.0.1:9',
      SITE_URL: 'http://localhost:4321',
      SECRET: 'thirty-two letters for the tests, or more',
    };
    const { code, stderr } = await runScript('scripts/start.ts', [], production);
    expect(code).toBe(1);
    expect(stderr).toContain('holds the demo organisation, which gets no real mail');
  });

  it('says in one sentence that the data folder cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { code, stderr } = await runScript('scripts/start.ts', [], {
      PORT: String(await freePort()),
      DATA_DIR: join(folder, 'a-file', 'below'),
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The data folder ".*" cannot be written\.\nSet DATA_DIR/);
  });

  it.each([
    [{ PORT: 'abc' }, /PORT: write a port number/],
    [{ SITE_URL: 'nodomoto.example' }, /SITE_URL: write the full address/],
    [{ SMTP_URL: 'smtp://mail.example' }, /also set SITE_URL and SECRET/],
  ])('names the wrong setting %o and its mend', async (settings, sentence) => {
    const { code, stderr } = await runScript('scripts/start.ts', [], { ...demo, ...settings });
    expect(code).toBe(1);
    expect(stderr).toMatch(sentence);
  });
});

describe('npm run nudge', () => {
  it('prints the same plan, to the byte, for the same instant', async () => {
    const args = ['plan', '--now', '2026-12-15T00:00Z', '--dry-run', '--json'];
    const first = await runScript('scripts/nudge.ts', args, demo);
    const second = await runScript('scripts/nudge.ts', args, demo);
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    const plan: { teams: { team: string; nudges: { person: string; dueAt: string; why: string }[] }[] } = JSON.parse(
      first.stdout,
    );
    // Four teams of the house, and that of a supplier, which whoever runs the machine sees too.
    expect(plan.teams).toHaveLength(5);
    for (const nudge of plan.teams.flatMap((team) => team.nudges)) {
      expect(nudge.why).toMatch(/\b[Yy]our?\b/);
      expect(Date.parse(nudge.dueAt)).toBeGreaterThanOrEqual(Date.parse('2026-12-15T00:00Z'));
    }
  });

  it('refuses to save a plan of a time that is still to come, and says how to look at it', async () => {
    const { code, stderr } = await runScript('scripts/nudge.ts', ['plan', '--now', '2126-12-15T00:00Z'], demo);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^--now 2126-12-15T00:00Z is ahead of the clock.*\nLook ahead with --dry-run/);
  });

  it('refuses a file with wrong lines, naming each, and saves nothing of it', async () => {
    const file = join(folder, 'people.csv');
    writeFileSync(file, people);
    const { code, stderr } = await runScript('scripts/nudge.ts', ['import', file], demo);
    expect(code).toBe(1);
    expect(stderr).toContain('Say what the words for roles mean. --role buyer takes all others as buyers');
    const asked = await runScript('scripts/nudge.ts', ['import', file, '--role', 'buyer'], demo);
    expect(asked.code).toBe(1);
    expect(asked.stdout + asked.stderr).toMatch(
      /line 3: E-mail, “jan@works” is not an e-mail address[\s\S]*1 line cannot be taken/,
    );
    const erased = await runScript('scripts/nudge.ts', ['erase', 'ida@works.example'], demo);
    expect(erased.stderr).toContain('Nobody has the address ida@works.example.');
  });

  it('shows a mail before it is sent', async () => {
    const { code, stdout } = await runScript(
      'scripts/nudge.ts',
      ['preview', 'one-site-is-one-point', '--to', 'dana.whitfield@kazehaya.example'],
      demo,
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Subject: .{8,59}\n/);
    expect(stdout).toContain('Why you: ');
    expect(stdout).not.toContain('%%');
  });

  it('refuses an option that a command does not have, rather than doing the thing', async () => {
    const { code, stderr } = await runScript(
      'scripts/nudge.ts',
      ['erase', 'meera.joshi@kazehaya.example', '--dry-run'],
      demo,
    );
    expect(code).toBe(2);
    expect(stderr).toContain('"erase" has no option --dry-run.');
    const preview = ['preview', 'one-site-is-one-point', '--to', 'meera.joshi@kazehaya.example'];
    expect((await runScript('scripts/nudge.ts', preview, demo)).code).toBe(0);
  });

  it('prints what is kept about a person, and erases them with a certificate that names nobody', async () => {
    const takumi = 'takumi.ono@kazehaya.example';
    const kept = await runScript('scripts/nudge.ts', ['export-person', takumi], demo);
    expect(JSON.parse(kept.stdout)).toMatchObject({ address: takumi, tables: { person: [{ name: 'Takumi Ono' }] } });
    const { code, stdout } = await runScript('scripts/nudge.ts', ['erase', takumi], demo);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Takumi Ono was erased: \d+ nudges and \d+ answers went too/);
    expect(stdout.split('Certificate of erasure')[1]).toMatch(/1 entry in the list of people/);
    expect(stdout.split('Certificate of erasure')[1]).not.toMatch(/takumi/i);
    expect((await runScript('scripts/nudge.ts', ['export-person', takumi], demo)).code).toBe(1);
  });

  it('shows what has been kept for its time, and cuts nothing when it is asked not to', async () => {
    const { code, stdout } = await runScript('scripts/nudge.ts', ['retention', '--dry-run'], demo);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Dry run, nothing is cut\..*\n[\s\S]*answers, folded into memory +24 months/);
  });

  it('backs up and restores', async () => {
    const file = join(folder, 'backup.sqlite');
    expect((await runScript('scripts/nudge.ts', ['backup', file], demo)).code).toBe(0);
    await runScript('scripts/nudge.ts', ['erase', 'rin.fujita@kazehaya.example'], demo);
    expect((await runScript('scripts/nudge.ts', ['restore', file], demo)).code).toBe(0);
    expect((await runScript('scripts/nudge.ts', ['resume'], demo)).code).toBe(0);
    // The first command after the restore has erased them again.
    expect((await runScript('scripts/nudge.ts', ['erase', 'rin.fujita@kazehaya.example'], demo)).code).toBe(1);
  });

  it('finds nothing wrong with a demo, and says what is wrong with a mail server that is not there', async () => {
    expect((await runScript('scripts/nudge.ts', ['doctor'], demo)).code).toBe(0);
    const production = {
      ...demo,
      SMTP_URL: 'smtp://127.0.0.1:9',
      SITE_URL: 'https://nodomoto.example',
      SECRET: 'thirty-two letters for the tests, or more',
      TRAINERS: 'a@b.example',
    };
    const { code, stdout } = await runScript('scripts/nudge.ts', ['doctor'], production);
    expect(code).toBe(1);
    expect(stdout).toMatch(/wrong {2}mail server 127\.0\.0\.1:9: it does not answer/);
  });

  it('signs in at the mail server, and says that the password is wrong', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(new Error('no such password')),
    });
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    const production = {
      DATA_DIR: join(folder, 'signs-in'),
      SMTP_URL: `smtp://nudge:wrong@127.0.0.1:${port}`,
      SITE_URL: 'https://nodomoto.example',
      SECRET: 'thirty-two letters for the tests, or more',
      TRAINERS: 'a@b.example',
    };
    const { code, stdout } = await runScript('scripts/nudge.ts', ['doctor'], production);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(code).toBe(1);
    expect(stdout).toMatch(/wrong {2}mail server .*: it refuses the login \(535 .*\)\. Check the name and password/);
  });

  it.each([[['nonsense']], [['plan', '--bogus']], [['import']], [['plan', '--now', 'tomorrow']]])(
    '%o is wrong usage: exit 2 and how to call it',
    async (args) => {
      const { code, stderr } = await runScript('scripts/nudge.ts', args, demo);
      expect(code).toBe(2);
      expect(stderr).toContain('npm run nudge -- COMMAND');
    },
  );
});
