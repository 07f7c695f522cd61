/** Parts follow their campaign where they had nothing of their own. */
import { describe, expect, it } from '@jest/globals';
import type { ActivityRow } from './activity.store.ts';
import { followed } from './part.ts';

const campaign: ActivityRow = {
  id: 'campaign',
  kind: 'campaign',
  title: 'Nupit',
  channel: 'instagram',
  audience: 'people',
  startsOn: '2025-01-01',
  endsOn: '2025-01-31',
  costCents: 100,
  programmeId: 'p',
  workPackageId: 'w',
  partnerId: 'x',
  parentId: null,
  municipalities: ['305'],
  languages: ['fi'],
  url: null,
  notes: null,
  details: {},
  archivedAt: null,
};
const part: ActivityRow = { ...campaign, id: 'part', channel: 'facebook', costCents: 40, parentId: 'campaign' };
const changed: ActivityRow = {
  ...campaign,
  title: 'Nupit Koilliseen',
  channel: 'radio',
  startsOn: '2025-02-01',
  endsOn: '2025-02-28',
  costCents: 7,
  programmeId: 'q',
  workPackageId: null,
  municipalities: ['305', '832'],
  languages: ['en'],
  url: 'https://a.example',
  archivedAt: new Date(0),
};

describe('a part of a campaign', () => {
  it('follows title, period, programme, places, languages and archiving; channel, cost and address are its own', () => {
    expect(followed(part, campaign, changed)).toEqual({
      ...changed,
      id: 'part',
      channel: 'facebook',
      costCents: 40,
      parentId: 'campaign',
      url: null,
    });
  });

  it('keeps what is its own', () => {
    const own = { ...part, title: 'Facebook-mainos', languages: ['uk'], archivedAt: new Date(1) };

    expect(followed(own, campaign, changed)).toMatchObject({
      title: 'Facebook-mainos',
      languages: ['uk'],
      archivedAt: new Date(1),
      municipalities: ['305', '832'],
    });
  });

  it('keeps its programme when its work package is another', () => {
    expect(followed({ ...part, workPackageId: 'v' }, campaign, changed)).toMatchObject({ programmeId: 'p', workPackageId: 'v' });
  });

  it('follows the end alone when the start is its own', () => {
    expect(followed({ ...part, startsOn: '2025-01-10' }, campaign, changed)).toMatchObject({
      startsOn: '2025-01-10',
      endsOn: '2025-02-28',
    });
  });

  it('keeps a period that would end before it starts', () => {
    const late = { ...part, startsOn: '2025-01-20' };

    expect(followed(late, campaign, { ...campaign, endsOn: '2025-01-10' })).toMatchObject({ startsOn: '2025-01-20', endsOn: '2025-01-31' });
    expect(followed(late, campaign, { ...campaign, endsOn: null })).toMatchObject({ startsOn: '2025-01-20', endsOn: null });
  });
});
