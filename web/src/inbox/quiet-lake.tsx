/** A still lake under a low sun: what an empty inbox looks like. */
import classes from './quiet-lake.module.css';

export function QuietLake() {
  return (
    <svg viewBox="0 0 352 168" aria-hidden="true" className={classes.picture}>
      <circle cx="212" cy="82" r="30" className={classes.sun} />
      <path d="M0 92c38-16 62-30 96-22 30 8 44 20 78 14 40-8 58-28 96-20 34 6 54 20 82 24v10H0z" className={classes.far} />
      <path
        d="M14 98l7-30 7 30zm20 0l9-40 9 40zm24 0l6-24 6 24zm210 0l8-34 8 34zm22 0l7-26 7 26zm20 0l9-42 9 42z"
        className={classes.spruce}
      />
      <path d="M0 96h352v72H0z" className={classes.water} />
      <path d="M186 110h52M174 124h76M192 138h40M206 152h14" className={classes.glow} />
      <path d="M28 114h42M300 120h36M60 140h30M268 146h44" className={classes.ripple} />
      <path d="M104 128h52c-4 9-12 13-26 13s-22-4-26-13z" className={classes.boat} />
    </svg>
  );
}
