import { settingsSchema } from './settings.ts';

const head =
  '# Every setting, with its default. Copy to .env, or set them in the environment. `npm run nudge -- doctor` looks at them.';

/** The text of .env.example: what each setting is for, and its default, empty where there is none or it follows from others. */
export function settingsExample(): string {
  const defaults: Record<string, unknown> = settingsSchema.parse({});
  const entries = Object.entries(settingsSchema.shape).map(([name, setting]) => {
    const value = defaults[name];
    const shown = typeof value === 'string' || typeof value === 'number' ? value : '';
    return [...(setting.description ?? '').split('\n').map((line) => `# ${line}`), `${name}=${shown}`].join('\n');
  });
  return `${[head, ...entries].join('\n\n')}\n`;
}
