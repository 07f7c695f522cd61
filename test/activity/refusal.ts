/** How something was refused: status, field and code, to be compared in one line. */
import type { Answer } from '../app.ts';

export const refusal = ({ status, body }: Answer): [status: number, path: string | undefined, code: string | undefined] => [
  status,
  body.issues?.[0]?.path,
  body.issues?.[0]?.code,
];
