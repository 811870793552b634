type Figure = { readonly label: string; readonly value: number | string };

/** Numbers with their names, in the order in which the hall reads them out; what is words stands smaller. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value }) => (
        <div key={label} className={/^[\d /]+$/.test(String(value)) ? 'figure-number' : 'figure-words'}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
