/** A face: the photo, or the initials of a name; decoration, since the name stands beside it. */
import classes from './initials.module.css';

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

export function Initials({ name, photo, size = 48 }: { name: string; photo?: string | null; size?: number }) {
  const style = { width: `${size / 16}rem`, height: `${size / 16}rem`, fontSize: `${(size * 0.36) / 16}rem` };
  if (photo) return <img src={photo} alt="" className={classes.face} style={style} />;
  return (
    <span aria-hidden className={classes.face} style={style}>
      {initialsOf(name)}
    </span>
  );
}
