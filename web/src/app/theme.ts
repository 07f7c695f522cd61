/** Mantine's theme: the product's tokens, fonts, sizes and the defaults of each component. */
import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from '@mantine/core';
import { dark, good, gray, lake, light, type Meaning, night, red, warm } from './palette.ts';

const font = "'Inter Variable', Inter, system-ui, sans-serif";

export const theme = createTheme({
  colors: { lake, warm, good, red, gray, dark },
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 7 },
  black: light.ink,
  white: '#ffffff',
  autoContrast: false,
  fontFamily: font,
  fontSizes: { xs: '0.78125rem', sm: '0.84375rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  fontWeights: { regular: '400', medium: '560', bold: '620' },
  headings: {
    fontFamily: font,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.2', fontWeight: '650' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '0.25rem', sm: '0.375rem', md: '0.5rem', lg: '0.625rem', xl: '1rem' },
  shadows: { md: '0 4px 18px rgb(9 35 40 / 10%)', lg: '0 10px 34px rgb(9 35 40 / 16%)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    if (input.variant === 'filled' && input.color === 'red') return { ...colors, background: 'var(--mantine-color-red-8)', color: '#fff' };
    return colors;
  },
  // Plain objects: `Component.extend` would bring every component named here into the first chunk.
  components: {
    Button: { classNames: { root: 'touch' }, styles: { label: { fontWeight: 600 } } },
    // What opens above the page lands in the section of App, so that it lies within a landmark.
    Portal: { defaultProps: { target: '#layers' } },
    Card: { defaultProps: { radius: 'lg', withBorder: true, padding: 22, bg: 'var(--card)' } },
    Paper: { defaultProps: { radius: 'lg' } },
    Table: { defaultProps: { verticalSpacing: 9, horizontalSpacing: 10, fz: '0.875rem' } },
    Badge: { defaultProps: { radius: 'sm', variant: 'light', tt: 'none', fw: 600 } },
    NavLink: { defaultProps: { color: 'lake' } },
    Anchor: { defaultProps: { underline: 'always', inherit: true } },
    Alert: { defaultProps: { radius: 'lg' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'lg', withInitialFocusPlaceholder: false } },
    Modal: {
      defaultProps: { radius: 'lg', centered: true, padding: 22, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
    },
    Drawer: { styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } } },
    Popover: { defaultProps: { shadow: 'md' } },
    // At its field's beginning: centred, a list that is not measured yet would reach beyond a phone's edge and widen the page.
    // Pressing what is chosen already keeps it; what may be empty has its own way to clear.
    Select: { defaultProps: { allowDeselect: false, comboboxProps: { position: 'bottom-start' } } },
    MultiSelect: { defaultProps: { comboboxProps: { position: 'bottom-start' } } },
    SegmentedControl: { defaultProps: { bg: 'var(--lake-4)' } },
    Tooltip: { defaultProps: { multiline: true, maw: 320, events: { hover: true, focus: true, touch: true } } },
    InputWrapper: {
      styles: {
        label: { fontWeight: 580, marginBottom: 6 },
        description: { color: 'var(--ink-2)', fontSize: '0.84375rem' },
        error: { fontSize: '0.84375rem' },
      },
    },
  },
});

/** Our own names for the colours, and Mantine's pointed at them. */
function variables(meaning: Meaning): Record<string, string> {
  const own = Object.fromEntries(Object.entries(meaning).map(([name, value]) => [`--${name}`, value]));
  return {
    ...own,
    '--mantine-color-text': meaning.ink,
    '--mantine-color-body': meaning.card,
    '--mantine-color-dimmed': meaning['ink-2'],
    '--mantine-color-placeholder': meaning['ink-3'],
    '--mantine-color-anchor': meaning.link,
    '--mantine-color-error': meaning.bad,
    '--mantine-color-default-border': meaning.line,
    '--mantine-color-lake-light': meaning['lake-4'],
    '--mantine-color-lake-light-color': meaning['lake-ink'],
    '--mantine-color-warm-light': meaning['warm-4'],
    '--mantine-color-warm-light-color': meaning['warm-ink'],
    '--mantine-color-good-light': meaning['good-4'],
    '--mantine-color-good-light-color': meaning.good,
    '--mantine-color-red-light': meaning['bad-4'],
    '--mantine-color-red-light-color': meaning.bad,
  };
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variables(light), '--mantine-color-default-color': light.link },
  dark: { ...variables(night), '--mantine-color-default-color': night.link, '--mantine-color-default': dark[6] },
});
