type LargeNumber = { readonly label: string; readonly value: number; readonly unit: string };

/** A few numbers, each a sixth of the screen's height, readable from the last row. */
export function LargeNumbers({ numbers, stale }: { readonly numbers: readonly LargeNumber[]; readonly stale: boolean }) {
  const wide = numbers.some(({ value }) => value > 999);
  return (
    <dl className={`large-numbers${wide ? ' large-numbers-wide' : ''}${stale ? ' large-numbers-stale' : ''}`}>
      {numbers.map(({ label, value, unit }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {unit === '' ? null : <small> {unit}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
