/** A storm of messages and clicks on the real server, killed in its middle: every thanked person is there, once, and so is her mail. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type RegionInStory, Story } from '../story.ts';
import { changeForm, firstForm } from './forms.ts';
import { StormServer } from './storm-server.ts';
import { hiddenFields, Visitor } from './visitor.ts';
import { kept, type LinkInStory, linkOf, visit } from './visits.ts';

/** Bounded, whatever happens. */
const MESSAGES = 160;
const KILL_AFTER = 60;
const AT_ONCE = 12;
const CLICKERS = 4;

/** A filled-in page, ready to be sent; the same one however often it is. */
interface Message {
  readonly name: string;
  readonly body: URLSearchParams;
}

let story: Story;
let region: RegionInStory;
let server: StormServer;
let link: LinkInStory;
let messages: Message[];
const thanked = new Set<string>();
const clicks = { acknowledged: 0, sent: 0 };

beforeAll(async () => {
  story = await Story.begin();
  region = await story.region();
  const liisa = await region.contactPerson({ email: 'liisa@koillinen.example' });
  const form = await firstForm(region);
  await changeForm(region, form.id, { contactPersonId: liisa.id });
  link = await linkOf(region, await region.campaign());
  server = await StormServer.start(story);
  messages = await Promise.all(Array.from({ length: MESSAGES }, (_, at) => filledIn(at)));
}, 90_000);
afterAll(async () => {
  await server?.end();
  await story.end();
});

const path = () => `/c/${region.slug}?lang=fi&via=${link.code}`;

async function filledIn(at: number): Promise<Message> {
  const page = await new Visitor(server.app).open(path());
  const name = `Myrsky ${at}`;
  return { name, body: new URLSearchParams({ ...hiddenFields(page.text), name, contact: `myrsky${at}@example.org`, intent: 'move' }) };
}

const send = async ({ body }: Message): Promise<number | undefined> =>
  (await new Visitor(server.app).post(path(), body).catch(() => undefined))?.status;

/** Sends what is left, one after the other, until there is nothing or the server dies. */
async function writer(left: Message[]): Promise<void> {
  for (let message = left.shift(); message; message = left.shift()) {
    const status = await send(message);
    if (status === undefined) return;
    expect(status).toBe(303);
    thanked.add(message.name);
    if (thanked.size === KILL_AFTER) void server.kill();
  }
}

async function clicker(): Promise<void> {
  const there = { app: server.app } as Story;
  while (clicks.sent < 20 * MESSAGES) {
    clicks.sent += 1;
    const answer = await visit(there, link.code).catch(() => undefined);
    if (!answer) return;
    if (answer.status === 302) clicks.acknowledged += 1;
  }
}

interface Came {
  readonly [column: string]: unknown;
  readonly name: string;
  readonly leads: number;
  readonly touches: number;
  readonly receipts: number;
  readonly notices: number;
}

/** What there is of each who wrote. */
const came = (): Promise<Came[]> =>
  story.app.sql<Came>(`
    select p.name, count(distinct l.id)::int as leads,
      (select count(*)::int from touch t where t.lead_id = any(array_agg(l.id)) and t.how = 'form') as touches,
      (select count(*)::int from mail m where m.lead_id = any(array_agg(l.id)) and m.kind = 'receipt') as receipts,
      (select count(*)::int from mail m where m.lead_id = any(array_agg(l.id)) and m.kind = 'lead_notice') as notices
    from person p join lead l on l.region_id = p.region_id and l.person_id = p.id
    where p.name like 'Myrsky %' group by p.id, p.name`);

const once = { leads: 1, touches: 1, receipts: 1, notices: 1 };

it('has whom it thanked, whole and once, when it is killed in the middle', async () => {
  await new Promise((resolve) => setTimeout(resolve, 3_100)); // nobody writes quicker
  const left = [...messages];
  await Promise.all([...Array.from({ length: AT_ONCE }, () => writer(left)), ...Array.from({ length: CLICKERS }, clicker)]);
  await server.kill();
  expect(thanked.size).toBeGreaterThanOrEqual(KILL_AFTER);
  expect(left.length).toBeGreaterThan(0);

  const found = await came();
  for (const one of found) expect(one).toEqual({ name: one.name, ...once });
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining([...thanked]));
  const counted = (await kept(story, link)).length;
  expect(counted).toBeGreaterThanOrEqual(clicks.acknowledged);
  expect(counted).toBeLessThanOrEqual(clicks.sent);
}, 90_000);

it('makes no second one of what is sent once more after it came back, thanked or not', async () => {
  await server.restart();
  const statuses: (number | undefined)[] = [];
  for (const some of chunks(messages, AT_ONCE)) statuses.push(...(await Promise.all(some.map(send))));
  expect(new Set(statuses)).toEqual(new Set([303]));
  const found = await came();
  expect(found).toHaveLength(MESSAGES);
  for (const one of found) expect(one).toEqual({ name: one.name, ...once });
}, 90_000);

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
