/** The Koillismaa demo: its totals are the report's, and it can be taken away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, TestApp } from '../app.ts';
import { ok } from '../story.ts';

const report = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/reference/koillismaa-report.json'), 'utf8'));
const WHOLE = 'from=2023-12-01&to=2026-01-01';
const OF = '/regions/koillismaa';

describe('the Koillismaa demo', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start();
    browser = app.browser();
    ok(await browser('POST', '/setup/demo', {}));
  }, 120_000);
  afterAll(() => app.stop());

  const activities = async (query = '') => {
    const { items } = ok(await browser('GET', `${OF}/activities?limit=200&${query}`));
    return Promise.all(items.map(async ({ id }: { id: string }) => ok(await browser('GET', `${OF}/activities/${id}`))));
  };

  it('signs its visitor in with every role', async () => {
    const { user, memberships } = ok(await browser('GET', '/session'));
    expect(user.operator).toBe(true);
    expect(memberships).toHaveLength(1);
    expect(memberships[0].region).toMatchObject({ slug: 'koillismaa', demo: true });
    expect(memberships[0].roles.sort()).toEqual(['admin', 'contact', 'manager', 'marketer']);
  });

  it('reached gross what the report says, over at least six channels', async () => {
    const { reach } = ok(await browser('GET', `${OF}/reports/funnel?${WHOLE}`));
    expect(reach.grossReach).toBe(report.marketing.peopleReachedGross);
    const { items } = ok(await browser('GET', `${OF}/activities?kind=campaign&parts=true&limit=200`));
    const channels = new Set(
      items.filter((one: { grossReach: number | null }) => one.grossReach).map((one: { channel: string }) => one.channel),
    );
    expect(channels.size).toBeGreaterThanOrEqual(6);
  });

  it('has several videos, the best of them with 760,000 views', async () => {
    const { items } = ok(await browser('GET', `${OF}/activities?kind=influencer_video`));
    const views = items
      .map((one: { views: number; channel: string }) => [one.channel, one.views])
      .sort((a: [string, number], b: [string, number]) => b[1] - a[1]);
    expect(views.length).toBeGreaterThan(1);
    expect(views[0]).toEqual(['youtube', report.marketing.bestInfluencerVideoViews]);
  });

  it('had 58 employers in its activities', async () => {
    const all = await activities();
    const organisations = new Set(all.flatMap((one) => one.organisations.map(({ id }: { id: string }) => id)));
    expect(organisations.size).toBe(report.marketing.companiesAndOrganisationsInEventsAndMeasures);
  });

  it('held six info sessions in four languages with 80 attendees', async () => {
    const sessions = await activities('kind=info_session');
    const byLanguage = sessions.flatMap((one) => Object.keys(one.attendance.byLanguage));
    expect(sessions).toHaveLength(report.entrepreneurship.infoSessions);
    expect(new Set(byLanguage).size).toBe(report.entrepreneurship.infoSessionLanguages);
    expect(sessions.reduce((sum, one) => sum + one.attendance.headcount, 0)).toBe(report.entrepreneurship.infoSessionParticipants);
    expect(new Set(sessions.flatMap((one) => one.municipalities))).toEqual(new Set(['305', '832']));
  });

  it('guided 42 persons, of whom nine founded a company', async () => {
    const { steps } = ok(await browser('GET', `${OF}/reports/funnel?${WHOLE}&pipeline=entrepreneurship&windowDays=none`));
    const count = (key: string) => steps.find((step: { key: string }) => step.key === key).count;
    expect(count('guided')).toBe(report.entrepreneurship.guidedPersons);
    expect(count('won')).toBe(report.entrepreneurship.newCompanies);
    const [{ companies }] = (await app.sql("select count(*)::int as companies from outcome where type = 'new_company'")) as [
      { companies: number },
    ];
    expect(companies).toBe(report.entrepreneurship.newCompanies);
  });

  it("ran the report's programme with its partners and budget", async () => {
    const { items } = ok(await browser('GET', `${OF}/programmes`));
    expect(items[0]).toMatchObject({
      name: report.programme.name,
      startsOn: report.programme.startsOn,
      endsOn: report.programme.endsOn,
      budgetCents: report.programme.budgetEur * 100,
      euFundingCents: report.programme.euFundingEur * 100,
    });
    expect(items[0].partners.map(({ name }: { name: string }) => name).sort()).toEqual([...report.programme.partners].sort());
    expect(items[0].workPackages.length).toBeGreaterThan(3);
  });

  it('names nobody who could be real', async () => {
    const names = (await app.sql('select name from person union select name from contact_person union select name from app_user')) as {
      name: string;
    }[];
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(({ name }) => !name.includes('Esimerkki'))).toEqual([]);
  });

  it('lies within the time of the project', async () => {
    const [{ first, last }] = (await app.sql(
      `select min(at)::date::text as first, max(at)::date::text as last from
       (select created_at as at from lead union all select at from touch union all select at from stage_change) history`,
    )) as [{ first: string; last: string }];
    expect(first >= report.programme.startsOn).toBe(true);
    expect(last <= report.programme.endsOn).toBe(true);
  });

  it('keeps its projections as history tells them', async () => {
    const [{ wrong }] = (await app.sql(`
      select count(*)::int as wrong from journey j
      left join region r on r.id = j.region_id
      cross join lateral (select * from journey_from_history(j.region_id, array[j.lead_id])) h
      where j is distinct from h`)) as [{ wrong: number }];
    expect(wrong).toBe(0);
  });

  it('is not set up twice, and can be taken away for a region of one’s own', async () => {
    expect((await app.browser()('POST', '/setup/demo', {})).status).toBe(409);
    expect((await app.browser()('DELETE', '/setup/demo')).status).toBe(401);
    expect((await browser('DELETE', '/setup/demo')).status).toBe(204);
    expect(ok(await browser('GET', '/setup'))).toMatchObject({ open: true, demo: false });
    const [{ left }] = (await app.sql(
      'select (select count(*) from person) + (select count(*) from app_user) + (select count(*) from audit) as left',
    )) as [{ left: string }];
    expect(Number(left)).toBe(0);
  });
});
