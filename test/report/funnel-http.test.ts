/** The funnel over HTTP: who gets in, what is refused, and the files it is taken along in. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ExcelJS from 'exceljs';
import { ok, type RegionInStory, Story } from '../story.ts';

let story: Story;
let region: RegionInStory;
let other: RegionInStory;
beforeAll(async () => {
  story = await Story.begin();
  [region, other] = [await story.region(), await story.region()];
  await region.contactPerson();
});
afterAll(() => story?.end());

const YEAR = 'from=2025-01-01&to=2026-01-01';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const funnel = (query: string, headers: Record<string, string> = {}, by = region.admin) =>
  by('GET', region.path(`/reports/funnel?${query}`), undefined, headers);

describe('the report', () => {
  it('is of its own region alone', async () => {
    const campaign = await other.campaign();
    ok(
      await other.admin('PUT', other.path(`/activities/${campaign.id}/metrics`), [
        { metric: 'reach', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 100 },
      ]),
    );
    await other.lead({ createdOn: '2025-02-10', metAt: campaign });

    const report = ok(await funnel(`${YEAR}&by=activity&activity=${campaign.id}&compare=previous`));
    expect(report).toMatchObject({ cohort: { leads: 0 }, reach: { grossReach: null }, rows: [], previous: null });
    expect((await other.report('funnel', { from: '2025-01-01', to: '2026-01-01' })).cohort.leads).toBe(1);
    for (const report of ['funnel', 'funnel/leads']) {
      expect((await other.admin('GET', region.path(`/reports/${report}?${YEAR}`))).status).toBe(404);
      expect((await story.app.browser()('GET', region.path(`/reports/${report}?${YEAR}`))).status).toBe(401);
      for (const role of ['marketer', 'contact', 'manager']) {
        expect((await (await region.member([role])).browser('GET', region.path(`/reports/${report}?${YEAR}`))).status).toBe(200);
      }
    }
  });

  it.each([
    ['to=2026-01-01', 'from'],
    ['from=2025-01-01', 'to'],
    ['from=2025-02-30&to=2026-01-01', 'from'],
    ['from=1899-12-31&to=2026-01-01', 'from'],
    ['from=2025-01-01&to=9999-12-31', 'to'],
    ['from=2026-01-01&to=2026-01-01', 'to'],
    [`${YEAR}&windowDays=0`, 'windowDays'],
    [`${YEAR}&windowDays=1.5`, 'windowDays'],
    [`${YEAR}&by=weather`, 'by'],
    [`${YEAR}&model=markov`, 'model'],
    [`${YEAR}&municipality=999`, 'municipality.0'],
    [`${YEAR}&activity=1`, 'activity.0'],
    [`${YEAR}&compare=never`, 'compare'],
    [`${YEAR}&compareFrom=2024-01-01`, 'compareTo'],
    [`${YEAR}&compareFrom=2024-01-02&compareTo=2024-01-01`, 'compareTo'],
    [`${YEAR}&weather=fine`, 'weather'],
  ])('refuses %s at its field', async (query, path) => {
    const answer = await funnel(query);
    expect([answer.status, answer.headers.get('content-type'), answer.body.issues[0].path]).toEqual([
      400,
      expect.stringContaining('application/problem+json'),
      path,
    ]);
  });

  it('refuses a pipeline that is not there', async () => {
    const answer = await funnel(`${YEAR}&pipeline=nowhere`);
    expect([answer.status, answer.body.issues[0]]).toEqual([422, expect.objectContaining({ path: 'pipeline', code: 'unknown_pipeline' })]);
  });

  it('answers for any days there are', async () => {
    for (const days of ['from=1900-01-01&to=2200-01-01', 'from=1900-01-01&to=1900-01-02', 'from=2199-01-01&to=2199-01-02']) {
      for (const compare of ['previous', 'year-before']) expect((await funnel(`${days}&by=month&compare=${compare}`)).status).toBe(200);
    }
  });

  it('is described for programs', async () => {
    const { paths } = ok(await region.admin('GET', '/openapi.json'));
    const path = Object.keys(paths).find((one) => one.endsWith('/reports/funnel'));
    expect(Object.keys(paths[path!].get.responses['200'].content)).toContain('application/json');
  });

  it('names steps of several pipelines and rows in the language asked for', async () => {
    const labels = async (language: string) =>
      ok(await funnel(`${YEAR}&by=pipeline`, { 'accept-language': language })).steps.map(({ label }: { label: string }) => label);
    expect(await labels('sv-FI,sv;q=0.9,en;q=0.8')).toEqual(['Skapad', 'Besvarad', 'Lyckad']);
    expect(await labels('de, en;q=0.5')).toEqual(['Created', 'Responded', 'Won']);
    expect(await labels('de')).toEqual(['Luotu', 'Vastattu', 'Onnistunut']);
  });
});

describe('the file', () => {
  beforeAll(async () => {
    const campaign = await region.campaign({ title: '=HYPERLINK("http://evil.example";"x")' });
    ok(
      await region.admin('PUT', region.path(`/activities/${campaign.id}/metrics`), [
        { metric: 'reach', periodStart: '2025-01-01', periodEnd: '2025-01-31', value: 120_000 },
      ]),
    );
    await region.lead({ createdOn: '2025-02-10', metAt: campaign, language: 'uk' }).then((lead) => lead.reaches('contacted', '2025-02-12'));
    await region.lead({ createdOn: '2025-02-10', metAt: ['referral', campaign], language: 'fi' });
  });

  it('in CSV holds the whole report, its reach named gross', async () => {
    const { headers, text } = await funnel(`${YEAR}&by=channel&windowDays=30`, { accept: 'text/csv', 'accept-language': 'en' });
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="alue-1-funnel-2025-01-01.csv"');
    const lines = text.split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'Period,2025-01-01 – 2025-12-31',
        '"Window, days from the creation of a lead",30',
        'Gross reach (the same person may be counted several times),120000',
        'Impressions,',
        'instagram,instagram,1.5,1,0,0,0',
        'referral,Referral,0.5,0,0,0,0',
        'unattributed,Unknown,0,0,0,0,0',
      ]),
    );
    expect(lines.find((line) => line.startsWith('contacted'))).toContain('contacted,Yhteys saatu,1,0.5,');
    expect(text).not.toContain('EXAMPLE');
  });

  it('takes no title for a formula', async () => {
    const { text } = await funnel(`${YEAR}&by=activity`, { accept: 'text/csv' });
    expect(text).toContain(`,"'=HYPERLINK(""http://evil.example"";""x"")",`);
  });

  it('shows hidden counts as too small', async () => {
    const { text } = await funnel(`${YEAR}&language=uk&by=channel&compareFrom=2025-02-01&compareTo=2025-03-01`, {
      accept: 'text/csv',
      'accept-language': 'en',
    });
    expect(text).toContain('\r\nnew,Uusi,<5,,');
    expect(text).toContain('\r\nunattributed,Unknown,<5,<5,<5,<5,<5');
    expect(text).toContain('Filters,language: uk');
    expect(text).toContain('Steps (Compared with)');
  });

  it('in XLSX has a sheet for each part, with numbers as numbers and text as text', async () => {
    const address = `${story.app.origin}/api/v1${region.path(`/reports/funnel?${YEAR}&by=activity`)}`;
    const session = await story.app.browser()('POST', '/session', { email: 'admin@alue-1.example', password: 'Pohjoisen-revontulet-9' });
    const cookie = session.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const response = await fetch(address, { headers: { accept: `${XLSX}, application/json;q=0.1`, 'accept-language': 'en', cookie } });
    expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
      XLSX,
      'attachment; filename="alue-1-funnel-2025-01-01.xlsx"',
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Funnel', 'Reach', 'Steps', 'Lost', 'Still here', 'Breakdown']);
    expect(book.getWorksheet('Reach')!.getRow(2).values).toEqual([
      undefined,
      'Gross reach (the same person may be counted several times)',
      120_000,
    ]);
    const title = book.getWorksheet('Breakdown')!.getRow(2).getCell(2);
    expect([title.type, title.value]).toEqual([ExcelJS.ValueType.String, '=HYPERLINK("http://evil.example";"x")']);
  });

  it('of the demo says in every table that it is an example', async () => {
    await story.app.sql("update region set demo = true where slug = 'alue-1'");
    const { text, headers } = await funnel(`${YEAR}&by=channel`, { accept: 'text/csv', 'accept-language': 'en' });
    await story.app.sql("update region set demo = false where slug = 'alue-1'");
    expect(text.split('EXAMPLE').length - 1).toBe(6);
    expect(headers.get('content-disposition')).toContain('alue-1-example-funnel');
  });
});
