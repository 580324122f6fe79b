import { writeFileSync } from 'node:fs';
import { statesPage } from './states/states-page.ts';

/** `npm run states`: writes docs/delivery-states.md from src/core/delivery/state-chart.ts. */
writeFileSync('docs/delivery-states.md', statesPage());
