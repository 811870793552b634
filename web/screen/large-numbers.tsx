type LargeNumber = { readonly label: string; readonly value: number; readonly unit: string };

/** A few numbers, each a sixth of the screen's height or more, readable from the last row. */
export function LargeNumbers({ numbers, beside }: { readonly numbers: readonly LargeNumber[]; readonly beside: boolean }) {
  const wide = numbers.some(({ value }) => value > 999);
  return (
    <dl className={`large-numbers${beside ? ' large-numbers-beside' : ''}${wide ? ' large-numbers-wide' : ''}`}>
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
