/** Reminders: once a day, at the hour each chose, with counts and first names; nothing when nothing waits. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addDays, dayOf, startOfDay } from '../../src/platform/calendar.ts';
import { ReminderJob } from '../../src/lead/reminder.job.ts';
import { JobQueue } from '../../src/platform/job-queue.ts';
import { MailServer } from '../mail-server.ts';
import { ok, type RegionInStory, Story } from '../story.ts';

const ZONE = 'Europe/Helsinki';
const today = dayOf(new Date(), ZONE);
const at = (hour: number, day = today) => new Date(startOfDay(day, ZONE).getTime() + hour * 3_600_000);

let server: MailServer;
let story: Story;
let region: RegionInStory;
beforeAll(async () => {
  server = await MailServer.start();
  story = await Story.begin({ smtpUrl: server.url });
  await story.app.nest.get(JobQueue).work();
  region = await story.region();
});
afterAll(async () => {
  await story?.end();
  await server?.stop();
});

const remind = (when: Date) => story.app.nest.get(ReminderJob).remind(when);
let people = 0;
const contactPerson = async () => {
  people += 1;
  const email = `muistettava${people}@alue.example`;
  return { ...(await region.contactPerson({ email, name: `Muistettava ${people}` })), email };
};
const written = (email: string) => story.app.sql("select from mail where kind = 'reminder' and to_email = $1", [email]);

it('comes once a day at eight, with counts and first names, and leads to the inbox', async () => {
  const liisa = await contactPerson();
  await region.lead({ by: liisa, person: { name: 'Daria Kovalenko', email: 'd@example.org', languages: [] } });
  await region.lead({ by: liisa, person: { name: 'Salattu Nimi', email: 's@example.org', languages: [], protected: true } });
  await remind(at(7));
  expect(await written(liisa.email)).toEqual([]);
  await Promise.all([remind(at(8)), remind(at(8))]);
  await remind(at(9));
  await server.hasFor(liisa.email);
  const [{ mail }, ...more] = server.for(liisa.email) as [(typeof server.arrived)[number]];
  expect(more).toEqual([]);
  expect(mail.subject).toBe('2 asiaa odottaa sinua');
  expect(mail.text).toContain('2 odottaa ensimmäistä vastausta: Daria …');
  expect(mail.text).not.toMatch(/Kovalenko|Salattu/);
  expect(mail.text).toContain(`/r/${region.slug}/inbox`);

  await remind(at(8, addDays(today, 1)));
  expect(await written(liisa.email)).toHaveLength(2);
});

it('does not come when nothing waits at that hour, even if something comes later in the day', async () => {
  const own = await story.region();
  const email = 'tyhja@alue.example';
  const pekka = await own.contactPerson({ email });
  await remind(at(8));
  await own.lead({ by: pekka });
  await remind(at(9));
  expect(await written(email)).toEqual([]);
});

it('comes at the hour she chose, and not at all when she wants none', async () => {
  const late = await contactPerson();
  const never = await contactPerson();
  for (const by of [late, never]) await region.lead({ by });
  expect(ok(await late.browser('GET', region.path('/reminder')))).toEqual({ hour: 8 });
  ok(await late.browser('PUT', region.path('/reminder'), { hour: 15 }));
  ok(await never.browser('PUT', region.path('/reminder'), { hour: null }));
  await remind(at(14));
  expect(await written(late.email)).toEqual([]);
  await remind(at(15));
  expect([(await written(late.email)).length, (await written(never.email)).length]).toEqual([1, 0]);
  expect((await late.browser('PUT', region.path('/reminder'), { hour: 3 })).status).toBe(400);
  expect((await (await region.marketer())('GET', region.path('/reminder'))).status).toBe(403);
});

it('is caught up within two hours of hers, and does not come at another time of the day', async () => {
  const own = await story.region();
  const [caught, missed] = ['myohassa@alue.example', 'illalla@alue.example'] as const;
  await own.lead({ by: await own.contactPerson({ email: caught }) });
  await remind(at(10));
  expect(await written(caught)).toHaveLength(1);
  const evening = await own.contactPerson({ email: missed });
  await own.lead({ by: evening });
  for (const hour of [11, 15, 22]) await remind(at(hour));
  expect(await written(missed)).toEqual([]);
  await remind(at(8, addDays(today, 1)));
  expect(await written(missed)).toHaveLength(1);
});

it('goes to her substitute while she is away', async () => {
  const away = await contactPerson();
  const substitute = await contactPerson();
  await region.lead({ by: away, person: { name: 'Odottava Olli', email: 'o@example.org', languages: [] } });
  ok(
    await region.admin('PUT', region.path(`/contact-persons/${away.id}/away`), {
      from: today,
      to: addDays(today, 3),
      substituteId: substitute.id,
    }),
  );
  await remind(at(10));
  expect(await written(away.email)).toEqual([]);
  await server.hasFor(substitute.email);
  expect(server.for(substitute.email)[0]!.mail.text).toContain('Odottava');
});
