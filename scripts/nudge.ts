import { parseArgs } from 'node:util';
import { commands } from './nudge/commands.ts';
import { wrongUsage } from './nudge/options.ts';
import { usage } from './nudge/usage.ts';
import { ownerOnly } from './read-environment.ts';
import { runCommand } from './run-command.ts';

/** `npm run nudge -- COMMAND`: the scheduled script and its commands. Exit 0 done, 1 failed, 2 wrong usage. */
async function main(): Promise<void> {
  process.umask(ownerOnly);
  const [name = '', ...rest] = process.argv.slice(2);
  if (['', 'help', '--help', '-h'].includes(name)) {
    console.log(usage);
    return;
  }
  const command = commands.find((entry) => entry.name === name);
  if (!command) throw wrongUsage(`There is no command "${name}".`);
  const { values, positionals } = parseCommand(rest);
  const stray = Object.keys(values).find((option) => !command.options.some((known) => known === option));
  if (stray) throw wrongUsage(`"${name}" has no option --${stray}.`);
  const run = await command.load();
  await run(positionals, values);
}

function parseCommand(rest: string[]) {
  try {
    return parseArgs({
      args: rest,
      allowPositionals: true,
      options: {
        now: { type: 'string' },
        to: { type: 'string' },
        kind: { type: 'string' },
        settle: { type: 'string' },
        lift: { type: 'string' },
        days: { type: 'string' },
        year: { type: 'string' },
        address: { type: 'string' },
        team: { type: 'string' },
        quarter: { type: 'string' },
        html: { type: 'string' },
        pdf: { type: 'string' },
        leaves: { type: 'string' },
        back: { type: 'boolean' },
        give: { type: 'string' },
        take: { type: 'string' },
        by: { type: 'string' },
        link: { type: 'string' },
        line: { type: 'string' },
        until: { type: 'string' },
        operator: { type: 'boolean' },
        as: { type: 'string' },
        pass: { type: 'string' },
        language: { type: 'string' },
        tlp: { type: 'string' },
        out: { type: 'string' },
        trust: { type: 'string' },
        called: { type: 'string' },
        json: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        prune: { type: 'boolean' },
        yes: { type: 'boolean' },
        leavers: { type: 'string' },
        same: { type: 'string' },
        renamed: { type: 'string' },
        role: { type: 'string' },
        zone: { type: 'string' },
        'without-faulty': { type: 'boolean' },
        encoding: { type: 'string' },
        sheet: { type: 'string' },
        list: { type: 'string' },
        decimal: { type: 'string' },
        'date-order': { type: 'string', multiple: true },
        column: { type: 'string', multiple: true },
        value: { type: 'string', multiple: true },
        zeros: { type: 'string', multiple: true },
        xlsx: { type: 'boolean' },
        quick: { type: 'boolean' },
        field: { type: 'boolean' },
        publish: { type: 'boolean' },
        markdown: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw wrongUsage(error instanceof Error ? error.message : String(error));
  }
}

await runCommand(main);
