/** The kinds of activities, apart from their contract: addresses of pages know them, too. */
export const KINDS = [
  'campaign',
  'influencer_video',
  'recruitment_event',
  'info_session',
  'guidance',
  'settlement_service',
  'workshop',
  'training',
  'community',
  'publication',
  'network_meeting',
] as const;
export type Kind = (typeof KINDS)[number];
