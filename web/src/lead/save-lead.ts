/** Saves a lead by way of this device: kept first, then sent, so that no closing and no broken connection loses it. */
import { Lead } from '../../../src/lead/lead.schema.ts';
import { api } from '../app/api.ts';
import { ApiProblem } from '../app/problem.ts';
import { entryOf, keepEntry } from '../offline/entry.ts';
import type { Sending } from '../offline/sending.ts';
import type { Entry, Refusal } from '../offline/store.ts';
import { sendLater } from '../offline/use-entries.ts';

/** Whether the server has it, or why it waits on this device. */
export type Saved = 'sent' | NonNullable<Sending['stopped']>;

export const problemOfRefusal = ({ status, code, detail, issues }: Refusal) =>
  new ApiProblem({ type: 'about:blank', title: '', status, code, detail, issues: [...issues] });

/**
 * `send` sends what waits, this one last.
 * @throws ApiProblem when the server refuses it; it then waits on this device to be corrected
 */
export async function saveLead(entry: Entry, send: () => Promise<Sending>): Promise<Saved> {
  const isKept = await keepEntry(entry).then(
    () => true,
    () => false,
  );
  if (!isKept) {
    await api.post(`/regions/${entry.region}/leads`, entry.input, Lead);
    return 'sent';
  }
  const { stopped } = await send();
  const left = await entryOf(entry.id);
  if (!left) return 'sent';
  if (left.refused) throw problemOfRefusal(left.refused);
  await sendLater();
  return stopped ?? 'server';
}
