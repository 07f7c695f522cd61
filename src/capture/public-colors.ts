/** The colours that public pages take from a region's own: each kept readable where it stands, in light and in dark. */
import { channelsOf, contrast, READABLE } from '../platform/color.schema.ts';

/** What depends on the region's colour: links and buttons, words on buttons, grounds, and words on grounds. */
export interface PublicColors {
  readonly lake: string;
  readonly on: string;
  readonly tint: string;
  readonly deep: string;
  readonly mark: string;
}

export const LIGHT_PAGE = '#ffffff';
export const DARK_PAGE = '#0e1e22';

/** `share` (0–1) of one colour in another, in sRGB. */
function mix(color: string, share: number, ground: string): string {
  const under = channelsOf(ground);
  const mixed = channelsOf(color).map((channel, at) => Math.round(channel * share + under[at]! * (1 - share)));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour, moved towards `end` no further than it must be to be read on all grounds. */
function readable(color: string, end: string, grounds: readonly string[]): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const moved = mix(color, share, end);
    if (grounds.every((ground) => contrast(moved, ground) >= READABLE)) return moved;
  }
  return end;
}

/** For light pages. */
export function lightColors(color: string): PublicColors {
  const [tint, deep] = [mix(color, 0.1, LIGHT_PAGE), mix(color, 0.3, LIGHT_PAGE)];
  return {
    lake: readable(color, '#000000', [LIGHT_PAGE, tint]),
    on: '#ffffff',
    tint,
    deep,
    mark: readable(color, '#000000', [tint, deep]),
  };
}

/** For dark pages: on a ground tinted with it, the colour itself is lightened. */
export function darkColors(color: string): PublicColors {
  const [tint, deep] = [mix(color, 0.2, DARK_PAGE), mix(color, 0.35, DARK_PAGE)];
  const on = '#08161a';
  return { lake: readable(color, '#ffffff', [DARK_PAGE, tint, on]), on, tint, deep, mark: readable(color, '#ffffff', [tint, deep]) };
}
