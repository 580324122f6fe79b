import { writeFileSync } from 'node:fs';
import { settingsExample } from '#server/settings-example.ts';

/** `npm run settings`: writes .env.example from src/server/settings.ts. */
writeFileSync('.env.example', settingsExample());
