import type { Tables } from '#server/database/schema.ts';

/** What in a row tells whose it is. */
export type Sign =
  | { by: 'supplier' | 'team' | 'person' | 'address'; column: string }
  /** A row of another table; `at` is that table's column. */
  | { by: 'row'; of: keyof Tables; at: string; column: string };

/**
 * Whose the rows of a table are. *house*: the house's, all of them. *everybody*: they say nothing of anybody's team. Otherwise any of the signs makes a
 * row a supplier's. A new table does not compile until it stands here.
 */
export type Belonging = 'house' | 'everybody' | readonly Sign[];

const team: Sign = { by: 'team', column: 'team_id' };
const person: Sign = { by: 'person', column: 'person_id' };
const address = (column: string): Sign => ({ by: 'address', column });
const row = (of: keyof Tables, at: string, column: string): Sign => ({ by: 'row', of, at, column });

export const belongings: Readonly<Record<keyof Tables, Belonging>> = {
  supplier: [{ by: 'supplier', column: 'id' }],
  invitation_refusal: 'house',
  team: [{ by: 'supplier', column: 'supplier_id' }],
  person: [team],
  former_address: [person],
  former_team_name: [team],
  exposure: [team],
  team_link: [team],
  team_trainer: [team],
  team_memory: [team],
  planned_day: [team],
  safeguard: [team],
  safeguard_event: [row('safeguard', 'id', 'safeguard_id')],
  safeguard_asking: [person],
  assignment: [team],
  assignment_lesson: [row('assignment', 'id', 'assignment_id')],
  assignment_role: [row('assignment', 'id', 'assignment_id')],
  assignment_person: [person],
  assignment_reminder: [person],
  // News of the house for every team is for its own teams.
  signal: [team],
  message: [person, address('address')],
  report: [row('message', 'id', 'message_id')],
  nudge: [person],
  answer: [row('nudge', 'id', 'nudge_id')],
  reading: [row('nudge', 'id', 'nudge_id')],
  memory: [person],
  memory_base: [person],
  record_base: [person],
  calibration: [person],
  not_relevant: [person],
  xapi_outbox: [person],
  suppression: [address('address')],
  access: [team, address('who'), address('subject')],
  session: [address('email')],
  sign_in: [address('email')],
  digest_wish: [address('email')],
  people_import: [address('made_by')],
  import_change: [row('people_import', 'key', 'import_key'), person, team],
  known_headings: 'everybody',
  stress_test: [row('stress_test_item', 'test_key', 'key')],
  stress_test_item: [team],
  desk_role: 'house',
  piece: 'house',
  piece_version: 'house',
  shared_sender: 'house',
  received_piece: 'house',
  exported_piece: 'house',
  near_miss: 'house',
  near_miss_publication: 'house',
  near_miss_strip: 'house',
  near_miss_step: 'house',
  near_miss_letter: 'house',
  near_miss_digest: 'house',
  brief_snapshot: 'house',
  brief_threshold: 'house',
  brief_position: 'house',
  brief_scenario: 'house',
  brief_decision: 'house',
  code_organisation: 'house',
  code_statement: 'house',
  programme_use: 'house',
  asked_version: 'everybody',
  mailed_text: 'everybody',
  memory_model: 'everybody',
  erasure: 'everybody',
  erased_address: 'everybody',
  fact: 'everybody',
};
