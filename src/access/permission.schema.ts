/** Who may do what in a region: the whole answer, in one table. */
export const ROLES = ['admin', 'marketer', 'contact', 'manager'] as const;
export type Role = (typeof ROLES)[number];

const everyone: readonly Role[] = ROLES;

export const PERMISSIONS = {
  'region.read': everyone,
  'region.write': ['admin'],
  'member.read': ['admin'],
  'member.write': ['admin'],
  'partner.write': ['admin'],
  'programme.write': ['admin', 'marketer'],
  'contact.read': everyone,
  'contact.write': ['admin'],
  'contact.own': ['admin', 'contact'],
  'contact.away': ['admin', 'contact'],
  'contact.photo': ['admin', 'contact'],
  'contact.handOver': ['admin'],
  'organisation.read': everyone,
  'organisation.write': ['admin', 'marketer', 'contact'],
  'activity.read': everyone,
  'activity.write': ['admin', 'marketer'],
  'attendance.write': ['admin', 'marketer', 'contact'],
  'lead.read': ['admin', 'contact'],
  'lead.write': ['admin', 'contact'],
  'lead.count': everyone,
  'mail.read': ['admin'],
  'pipeline.write': ['admin'],
  'privacy.act': ['admin', 'contact'],
  'privacy.write': ['admin'],
  'form.read': everyone,
  'form.write': ['admin', 'marketer'],
  'report.read': everyone,
  'token.write': ['admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof PERMISSIONS;

/** Whether somebody with these roles may do this. */
export const may = (roles: readonly string[], action: Action): boolean =>
  roles.some((role) => (PERMISSIONS[action] as readonly string[]).includes(role));
