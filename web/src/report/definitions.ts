/** What the figures of the funnel mean, in the order in which they are explained; the words are `define.<key>` in the catalogue. */
export const DEFINITIONS = [
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
] as const;
export type DefinitionKey = (typeof DEFINITIONS)[number];

/** Those that a printed page carries as its footnote. */
export const FOOTNOTES: readonly DefinitionKey[] = ['reach', 'lead', 'step', 'window', 'rate', 'stillHere', 'credit', 'small'];
