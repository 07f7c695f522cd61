/** The colours of the product in ten shades each, and the meaning each has in light and dark. */
import type { MantineColorsTuple } from '@mantine/core';

export const lake: MantineColorsTuple = [
  '#eff8f8',
  '#e3f1f1',
  '#cbe4e5',
  '#a9d0d2',
  '#7dbcc0',
  '#55a3a8',
  '#2f8086',
  '#1d727a',
  '#0d5c63',
  '#0a4a50',
];

export const warm: MantineColorsTuple = [
  '#fdefe6',
  '#fbe0cf',
  '#f7c9ab',
  '#f2ae82',
  '#ec935a',
  '#e37a36',
  '#d9661f',
  '#c4540f',
  '#b4460f',
  '#8f350a',
];

export const good: MantineColorsTuple = [
  '#e7f4ea',
  '#d3ead9',
  '#b2d9bd',
  '#8cc69d',
  '#67b27d',
  '#479d61',
  '#36874e',
  '#2c7745',
  '#256b3e',
  '#1b5230',
];

export const red: MantineColorsTuple = [
  '#fdeceb',
  '#fad8d6',
  '#f4b3af',
  '#ef9a94',
  '#e8736b',
  '#dd5048',
  '#c93a32',
  '#b62d26',
  '#a3241e',
  '#821a15',
];

export const gray: MantineColorsTuple = [
  '#f6f9f9',
  '#eef3f4',
  '#e6edee',
  '#dfe7e9',
  '#b9c8cb',
  '#8a9ca1',
  '#66797f',
  '#4a5f65',
  '#2c4046',
  '#12262b',
];

/** Mantine's scale for the dark scheme: 0 is the text, 9 the deepest ground; a calm green-blue, never black. */
export const dark: MantineColorsTuple = [
  '#e2edee',
  '#c3d3d5',
  '#a1b5b8',
  '#879da1',
  '#2f484d',
  '#22393e',
  '#1a3035',
  '#14272b',
  '#0e1e22',
  '#091619',
];

export interface Meaning {
  ink: string;
  'ink-2': string;
  'ink-3': string;
  line: string;
  field: string;
  ground: string;
  card: string;
  lake: string;
  'lake-2': string;
  'lake-3': string;
  'lake-4': string;
  'lake-ink': string;
  link: string;
  focus: string;
  warm: string;
  'warm-4': string;
  'warm-ink': string;
  good: string;
  'good-4': string;
  bad: string;
  'bad-4': string;
  dot: string;
}

export const light: Meaning = {
  ink: '#12262b',
  'ink-2': '#4a5f65',
  'ink-3': '#5f7278',
  line: '#dfe7e9',
  field: '#8a9ca1',
  ground: '#f6f9f9',
  card: '#ffffff',
  lake: '#0d5c63',
  'lake-2': '#2f8086',
  'lake-3': '#a9d0d2',
  'lake-4': '#e3f1f1',
  'lake-ink': '#0a4a50',
  link: '#0d5c63',
  focus: '#0d5c63',
  warm: '#b4460f',
  'warm-4': '#fdefe6',
  'warm-ink': '#8f350a',
  good: '#256b3e',
  'good-4': '#e7f4ea',
  bad: '#a3241e',
  'bad-4': '#fdeceb',
  dot: '#d9661f',
};

export const night: Meaning = {
  ink: '#e2edee',
  'ink-2': '#a8bbbe',
  'ink-3': '#93a8ac',
  line: '#294146',
  field: '#5f7b80',
  ground: '#0e1e22',
  card: '#14272b',
  lake: '#1d727a',
  'lake-2': '#2b8188',
  'lake-3': '#2f6268',
  'lake-4': '#19393e',
  'lake-ink': '#a6dade',
  link: '#7dc6cb',
  focus: '#8fd3d8',
  warm: '#c4540f',
  'warm-4': '#37281e',
  'warm-ink': '#f6b48b',
  good: '#8fd0a3',
  'good-4': '#183527',
  bad: '#f5a29b',
  'bad-4': '#3d2122',
  dot: '#ec8445',
};
