import { dayMs } from '#core/memory/forgetting-curve.ts';
import type { AppContext } from '#server/app-context.ts';
import { acceptInvitation } from '#server/desk/suppliers/answer-invitation.ts';
import { inviteSupplier } from '#server/desk/suppliers/invite-supplier.ts';
import { recommendModule } from '#server/desk/suppliers/recommend-module.ts';
import { addPerson } from '#server/people/person-life.ts';

/** Invented: a press shop that takes part, and a maker of valves that has not answered yet. */
const kadota = {
  firm: 'Kadota Press',
  contact: 'kaoru@kadota.example',
  language: 'en',
  zone: 'Asia/Tokyo',
  line: 'Your press is the one we cannot do without. We would like you to read with us what happened to others.',
} as const;

const forli = {
  firm: 'Forlì Valvole',
  contact: 'direzione@forli.example',
  language: 'en',
  zone: 'Europe/Rome',
  line: null,
} as const;

const people = ['Umeko Hara', 'Tsuru Oda', 'Wakana Seki', 'Yumiko Kawai', 'Zenji Mori'];

/** Firms that the invented house asked to take part. */
export async function askSuppliers({ supplierDoor }: AppContext, trainer: string, now: number): Promise<void> {
  const { db } = supplierDoor.planner;
  const invited = await inviteSupplier(supplierDoor, kadota, trainer, now - 20 * dayMs);
  if (!invited.ok) throw new Error(`The demo's supplier was not invited: ${invited.reason}.`);
  const supplier = { id: invited.id, contact: kadota.contact };
  await acceptInvitation(supplierDoor, supplier, { mayDecide: true, sharesProgress: true }, now - 18 * dayMs);
  const { id: team } = await db
    .selectFrom('team')
    .select('id')
    .where('supplier_id', '=', invited.id)
    .executeTakeFirstOrThrow();
  for (const name of people) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@kadota.example`;
    await addPerson(db, { team_id: team, email, name, role: 'planner', zone: kadota.zone }, [], now - 17 * dayMs);
  }
  const dueOn = new Date(now + 40 * dayMs).toISOString().slice(0, 10);
  await recommendModule(supplierDoor, { supplier: invited.id, moduleId: 'first-72-hours', dueOn }, trainer, now);
  await inviteSupplier(supplierDoor, forli, trainer, now - dayMs);
}
