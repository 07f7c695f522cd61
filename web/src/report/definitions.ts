/** What the figures of each report mean, in the order in which they are explained; the words are `define.<key>` in the catalogue. */
export const DEFINITIONS = {
  funnel: [
    'reach',
    'views',
    'clicks',
    'lead',
    'step',
    'window',
    'rate',
    'median',
    'mature',
    'comparison',
    'stillHere',
    'lost',
    'running',
    'answered',
    'breakdown',
    'credit',
    'filters',
    'small',
  ],
  coverage: [
    'covered',
    'active',
    'before',
    'spend',
    'reach',
    'clicks',
    'lead',
    'atTip',
    'firstResponse',
    'responseMedian',
    'heardFrom',
    'byOwner',
    'coverageComparison',
    'coverageFilters',
    'small',
  ],
} as const;
export type DefinitionKey = (typeof DEFINITIONS)[keyof typeof DEFINITIONS][number];

/** Those that a printed page carries as its footnote. */
export const FUNNEL_NOTES: readonly DefinitionKey[] = ['reach', 'lead', 'step', 'window', 'rate', 'stillHere', 'credit', 'small'];
export const COVERAGE_NOTES: readonly DefinitionKey[] = [
  'covered',
  'active',
  'before',
  'reach',
  'atTip',
  'firstResponse',
  'heardFrom',
  'small',
];
