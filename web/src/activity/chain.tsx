/** Figures that follow from each other, as arrows; the last one is the result. */
import classes from './chain.module.css';

export interface ChainStep {
  /** Formatted. */
  value: string;
  label: string;
  result?: boolean;
}

export function Chain({ steps }: { steps: readonly ChainStep[] }) {
  return (
    <ol className={classes.chain}>
      {steps.map(({ value, label, result }) => (
        <li key={label} className={classes.step} data-result={result || undefined}>
          <strong>{value}</strong> <span>{label}</span>
        </li>
      ))}
    </ol>
  );
}
