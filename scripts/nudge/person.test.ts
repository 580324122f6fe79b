import { expect, onTestFinished, test, vi } from 'vitest';
import { aDataFolder, inFolder } from '#testing/a-store-folder.ts';
import { aTeamInStore, emailOf } from '#testing/a-team-in-database.ts';
import { runScript } from '#testing/running-product.ts';
import { UsageError } from '../usage-error.ts';
import type { Options } from './options.ts';
import { person } from './person.ts';
import { team } from './team.ts';

async function aHouse() {
  const folder = aDataFolder();
  vi.stubEnv('DATA_DIR', folder);
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  await inFolder(folder, ({ db }) => aTeamInStore(db, ['Ana', 'Ben'], Date.now()));
  const people = () =>
    inFolder(folder, ({ db }) =>
      db.selectFrom('person').select(['name', 'email', 'leaves_on']).orderBy('id').execute(),
    );
  const teams = () => inFolder(folder, ({ db }) => db.selectFrom('team').select(['name', 'ended_on']).execute());
  return { people, teams, said: () => printed.mock.calls.flat().join(' ') };
}

test('an address, a last day and coming back are one command each, which says what it did and with --dry-run does nothing', async () => {
  const { people, said } = await aHouse();
  const before = await people();
  const married = 'Ana.Berg@x.example';
  await person([emailOf('Ana')], { address: married, leaves: '2027-03-31', 'dry-run': true });
  expect(said()).toContain('Would be so: Ana has the address ana.berg@x.example.');
  expect(await people()).toEqual(before);
  await person([emailOf('Ana')], { address: married });
  await person([emailOf('Ana')], { leaves: '2027-03-31' });
  expect((await people())[0]).toEqual({ name: 'Ana', email: 'ana.berg@x.example', leaves_on: '2027-03-31' });
  await person([married], { back: true });
  expect((await people())[0]?.leaves_on).toBeNull();
  await expect(person([married], { address: emailOf('Ben') })).rejects.toThrow('Somebody else has the address');
  await expect(person(['nobody@x.example'], { back: true })).rejects.toThrow('Nobody has the address');
  const wrong: Options[] = [{}, { leaves: 'soon' }, { address: 'x' }, { leaves: '2027-03-31', back: true }];
  for (const options of wrong) await expect(person([married], options)).rejects.toThrow(UsageError);
});

test('a team is renamed, ended and opened again by its name however it is typed, and wrong names change nothing', async () => {
  const { teams } = await aHouse();
  await team(['rename', ' MOTORS', 'Drives'], { 'dry-run': true });
  expect(await teams()).toMatchObject([{ name: 'Motors' }]);
  await team(['rename', ' MOTORS', 'Drives'], {});
  await team(['end', 'motors'], {});
  expect(await teams()).toMatchObject([{ name: 'Drives', ended_on: expect.any(String) }]);
  await team(['reopen', 'Drives'], {});
  await expect(team(['merge', 'Drives', 'motors'], {})).rejects.toThrow('both names mean one team');
  await expect(team(['end', 'Drivs'], {})).rejects.toThrow('No team is called');
  for (const words of [[], ['merge', 'Drives'], ['dance', 'Drives']])
    await expect(team(words, {})).rejects.toThrow(UsageError);
  expect(await teams()).toEqual([{ name: 'Drives', ended_on: null }]);
});

test('an operator’s shell runs both, and is told what was wrong with what it typed', async () => {
  const folder = aDataFolder();
  await inFolder(folder, ({ db }) => aTeamInStore(db, ['Ana'], Date.now()));
  const env = { DATA_DIR: folder };
  const [done, refused] = await Promise.all([
    runScript('scripts/nudge.ts', ['person', emailOf('Ana'), '--leaves', '2027-03-31', '--dry-run'], env),
    runScript('scripts/nudge.ts', ['team', 'end'], env),
  ]);
  expect(done).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Would be so: Ana’s last day is 2027-03-31.'),
  });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('takes 1 name') });
});
