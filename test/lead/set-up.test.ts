/** The first visit: a region, its operator, and what a new region finds in it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestApp } from '../app.ts';
import { ok, PASSWORD } from '../story.ts';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start();
});
afterAll(() => app?.stop());

const body = (slug: string, email: string, fields: Record<string, unknown> = {}) => ({
  region: { name: `Alue ${slug}`, slug, locale: 'fi', municipalities: ['305', '832'], ...fields },
  admin: { name: 'Aino Admin', email, password: PASSWORD },
});

describe('setting up', () => {
  it('is open at first', async () => {
    expect(ok(await app.browser()('GET', '/setup'))).toEqual({ open: true, demo: false, loading: null });
  });

  it.each([
    [
      'a weak password',
      { ...body('koillinen', 'aino@example.fi'), admin: { name: 'Aino', email: 'aino@example.fi', password: 'short' } },
      'admin.password',
    ],
    ['an unknown municipality', body('koillinen', 'aino@example.fi', { municipalities: ['999'] }), 'region.municipalities.0'],
    ['an unknown time zone', body('koillinen', 'aino@example.fi', { timeZone: 'Mars/Base' }), 'region.timeZone'],
    ['a reserved address', body('demo', 'aino@example.fi'), 'region.slug'],
  ])('refuses %s at its field', async (_, input, path) => {
    const answer = await app.browser()('POST', '/setup', input);
    expect(answer.status).toBe(400);
    expect(answer.body.issues.map((issue: { path: string }) => issue.path)).toContain(path);
  });

  it('is won by one of two who do it at once, who is signed in and the operator', async () => {
    const [one, other] = [app.browser(), app.browser()];
    const answers = await Promise.all([
      one('POST', '/setup', body('yksi', 'yksi@example.fi')),
      other('POST', '/setup', body('kaksi', 'kaksi@example.fi')),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const won = answers[0].status === 201 ? { answer: answers[0], browser: one } : { answer: answers[1], browser: other };
    const lost = answers[0].status === 201 ? answers[1] : answers[0];
    expect(lost.body.code).toBe('already_set_up');
    expect(won.answer.body.user.operator).toBe(true);
    expect(won.answer.body.memberships).toEqual([
      expect.objectContaining({ roles: ['admin'], partnerId: expect.any(String), contactPersonId: null }),
    ]);
    expect(ok(await won.browser('GET', '/session')).user.email).toBe(won.answer.body.user.email);
    expect(await app.sql('select 1 from region')).toHaveLength(1);
    expect(await app.sql('select 1 from app_user')).toHaveLength(1);
    expect(ok(await app.browser()('GET', '/setup')).open).toBe(false);
    await makesRegions(won.browser, won.answer.body.user.email);
  });

  it('happens once', async () => {
    const again = await app.browser()('POST', '/setup', body('kolme', 'kolme@example.fi'));
    expect([again.status, again.body.code]).toEqual([409, 'already_set_up']);
  });
});

/** Further regions, as the operator makes them. */
async function makesRegions(operator: ReturnType<TestApp['browser']>, operatorEmail: string) {
  const sv = ok(await operator('POST', '/regions', body('osterbotten', 'selma@example.fi', { locale: 'sv' })));
  expect(sv).toMatchObject({ slug: 'osterbotten', locale: 'sv', municipalities: ['305', '832'], demo: false });
  const taken = await operator('POST', '/regions', body('osterbotten', 'sven@example.fi'));
  expect([taken.status, taken.body.code, taken.body.issues[0].path]).toEqual([409, 'slug_taken', 'region.slug']);
  expect(await app.sql(`select 1 from app_user where email = 'sven@example.fi'`)).toHaveLength(0);

  const selma = app.browser();
  ok(await selma('POST', '/session', { email: 'selma@example.fi', password: PASSWORD }));
  const pipelines = ok(await selma('GET', '/regions/osterbotten/pipelines')).items;
  expect(pipelines.map((pipeline: { key: string }) => pipeline.key)).toEqual(['talent', 'entrepreneurship', 'remote']);
  expect(pipelines[0].stages.map((stage: { key: string; label: string }) => [stage.key, stage.label])).toEqual([
    ['new', 'Ny'],
    ['contacted', 'Kontaktad'],
    ['qualified', 'Kartlagd'],
    ['visiting', 'På besök'],
    ['won', 'Bosatt'],
  ]);
  const heardFrom = ok(await selma('GET', '/regions/osterbotten/heard-from-options')).items;
  expect(heardFrom).toContainEqual({ key: 'friend', label: 'En vän eller släkting', channel: null, archived: false });
  expect(heardFrom).toContainEqual({ key: 'youtube', label: 'YouTube', channel: 'youtube', archived: false });
  const refused = await selma('POST', '/regions', body('neljas', 'nelli@example.fi'));
  expect(refused.status).toBe(403);
  expect((await app.browser()('POST', '/regions', body('neljas', 'nelli@example.fi'))).status).toBe(401);

  ok(
    await operator('POST', '/regions', {
      ...body('omani', operatorEmail),
      admin: { name: 'Toinen nimi', email: operatorEmail, password: 'Aivan-toinen-salasana-1' },
    }),
  );
  const session = ok(await operator('GET', '/session'));
  expect(session.user.name).toBe('Aino Admin');
  expect(session.memberships.map((membership: { region: { slug: string } }) => membership.region.slug)).toContain('omani');
  const other = await app.browser()('POST', '/session', { email: operatorEmail, password: 'Aivan-toinen-salasana-1' });
  expect(other.status).toBe(401);
}
