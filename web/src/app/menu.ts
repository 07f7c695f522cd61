/** The menu as one table: what there is, who may see it, and in which order each role finds it. */
import {
  type Icon,
  IconAddressBook,
  IconClipboardText,
  IconFilter2,
  IconFolders,
  IconInbox,
  IconMailFast,
  IconLayoutKanban,
  IconSettings,
  IconSpeakerphone,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import type { UseQueryOptions } from '@tanstack/react-query';
import type { Action, Role } from '../../../src/access/permission.schema.ts';
import type { Inbox } from '../../../src/lead/inbox.schema.ts';
import { inboxQuery, waitingIn } from '../inbox/inbox-query.ts';
import type { CurrentRegion } from './region.tsx';

export interface MenuItem {
  /** The key of its words, `nav.<key>`. */
  key: string;
  /** Below /r/$region; a line whose page is not built is not shown. */
  path: string;
  icon: Icon;
  group: 'main' | 'reports' | 'region';
  action: Action;
  /** The place in each role's menu; the first one is her start page. */
  place: Record<Role, number>;
  /** A number that waits for her, shown beside the word. */
  count?: (region: CurrentRegion) => UseQueryOptions<Inbox, Error, number, readonly unknown[]>;
}

const place = (contact: number, marketer: number, manager: number, admin: number) => ({ contact, marketer, manager, admin });

export const menu: readonly MenuItem[] = [
  { key: 'funnel', path: '/funnel', icon: IconFilter2, group: 'main', action: 'report.read', place: place(6, 2, 1, 1) },
  { key: 'activities', path: '/activities', icon: IconSpeakerphone, group: 'main', action: 'activity.read', place: place(4, 1, 2, 2) },
  { key: 'leads', path: '/leads', icon: IconUsers, group: 'main', action: 'lead.read', place: place(2, 3, 3, 3) },
  {
    key: 'inbox',
    path: '/inbox',
    icon: IconInbox,
    group: 'main',
    action: 'lead.read',
    place: place(1, 4, 4, 4),
    count: ({ regionPath }) => ({ ...inboxQuery(regionPath('/inbox')), select: waitingIn }),
  },
  { key: 'board', path: '/leads/board', icon: IconLayoutKanban, group: 'main', action: 'lead.read', place: place(3, 5, 5, 5) },
  {
    key: 'contactPersons',
    path: '/contact-persons',
    icon: IconAddressBook,
    group: 'main',
    action: 'contact.read',
    place: place(5, 6, 6, 6),
  },
  { key: 'coverage', path: '/coverage', icon: IconUserCheck, group: 'reports', action: 'report.read', place: place(7, 7, 7, 7) },
  { key: 'forms', path: '/forms', icon: IconClipboardText, group: 'main', action: 'form.write', place: place(7, 7, 7, 7) },
  { key: 'programmes', path: '/programmes', icon: IconFolders, group: 'region', action: 'region.read', place: place(8, 8, 8, 8) },
  { key: 'outbox', path: '/outbox', icon: IconMailFast, group: 'region', action: 'mail.read', place: place(12, 12, 12, 12) },
  { key: 'settings', path: '/settings', icon: IconSettings, group: 'region', action: 'region.write', place: place(9, 9, 9, 9) },
];

/** The big round button on phones: what each may add, the first that is allowed and built. */
export const additions: readonly { key: string; path: string; action: Action }[] = [
  { key: 'newLead', path: '/leads/new', action: 'lead.write' },
  { key: 'newActivity', path: '/activities/new', action: 'activity.write' },
];

/** Whose order counts for one with several roles: an admin sees the whole first, then who meets people, then who reaches them. */
const order: readonly Role[] = ['admin', 'contact', 'marketer', 'manager'];

/** The lines a member sees, in her role's order. `built` tells whether a path has its page. */
export function menuFor(roles: readonly Role[], may: (action: Action) => boolean, built: (path: string) => boolean): readonly MenuItem[] {
  const role = order.find((one) => roles.includes(one)) ?? 'manager';
  return menu.filter((item) => may(item.action) && built(item.path)).sort((a, b) => a.place[role] - b.place[role]);
}
