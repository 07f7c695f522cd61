/** What giving a lead to another owner answers. */
import * as z from 'zod';

const Named = z.object({ id: z.uuid(), name: z.string() });

/** `controllerChanged`: the lead went to another partner. `followUps`: how many unanswered ones went along. */
export const OwnerChanged = z
  .object({ id: z.uuid(), leadId: z.uuid(), owner: Named, controllerChanged: z.boolean(), followUps: z.int() })
  .meta({ id: 'OwnerChanged' });
export type OwnerChanged = z.infer<typeof OwnerChanged>;
