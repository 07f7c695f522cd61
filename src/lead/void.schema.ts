/** What voiding a row of history answers. */
import * as z from 'zod';
import { Standing } from './stage.schema.ts';

/** `id`: what was voided. `lead`: where it stands now. `followUps`: how many open ones were cancelled, with an outcome. */
export const Voided = z.object({ id: z.uuid(), leadId: z.uuid(), lead: Standing, followUps: z.int() }).meta({ id: 'Voided' });
export type Voided = z.input<typeof Voided>;
