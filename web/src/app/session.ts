/** Who is signed in, with which roles in which regions. */
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { Session } from '../../../src/access/session.schema.ts';
import { forgetAnswers, freshOrKept, keptAnswer } from '../offline/kept-answer.ts';
import { api } from './api.ts';
import { ApiProblem } from './problem.ts';

/** Another user's options are no use to this one. */
async function askWhoIsThere(signal: AbortSignal): Promise<Session> {
  const session = await api.get('/session', Session, { signal, anonymous: true });
  const before = await keptAnswer('session', Session);
  if (before && before.user.id !== session.user.id) await forgetAnswers();
  return session;
}

/** The session, or null when nobody is signed in; without connection the last one on this device, so that the quick log opens. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: 5 * 60_000,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await freshOrKept('session', Session, () => askWhoIsThere(signal));
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 401) return null;
      throw error;
    }
  },
});

/** The guard of every page for members: to the setting up while it is open, else to sign-in, which knows the way back. */
export async function requireSession(queryClient: QueryClient, backTo: string): Promise<Session> {
  const session = await queryClient.ensureQueryData(sessionQuery);
  if (session) return session;
  const { setUpQuery } = await import('./set-up-state.ts');
  const setUp = await queryClient.fetchQuery(setUpQuery);
  if (setUp.open) throw redirect({ to: '/setup' as string });
  throw redirect({ to: '/sign-in', search: backTo === '/' ? {} : { to: backTo } });
}

const lastRegion = 'suppilo.region';

export function rememberRegion(slug: string): void {
  localStorage.setItem(lastRegion, slug);
}

/** The region to open first: the one used last, if she still belongs to it. */
export function firstRegion(session: Session): Session['memberships'][number] | undefined {
  const last = localStorage.getItem(lastRegion);
  return session.memberships.find(({ region }) => region.slug === last) ?? session.memberships[0];
}
