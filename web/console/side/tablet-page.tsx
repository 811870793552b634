import { Button } from 'antd';
import { useState } from 'react';
import { clearTablet } from '#web/booth/clear-tablet.ts';
import { rememberAppearance } from '#web/components/device-appearance.ts';
import { isTabletModeKept, tabletMode } from '#web/components/tablet-mode.ts';
import { tabletTexts } from '#web/text/console.tablet.ts';
import { useTexts } from '#web/text/language.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { useConsole } from '../console-context.ts';

/** Makes this device a voting tablet that delegates share, or ends that: the one switch that belongs to a device, not to the congress. */
export function TabletPage() {
  const texts = useTexts(tabletTexts);
  const { congressId } = useConsole();
  const on = tabletMode.use() === 'on';
  const [ended, setEnded] = useState(false);
  const [notKept, setNotKept] = useState(false);
  const booth = `/b/${congressId}`;
  const turnOff = () => {
    tabletMode.choose('off');
    setEnded(true);
  };
  return (
    <section className="panel">
      <h1>{texts.title}</h1>
      {on ? (
        <>
          <p role="status">{texts.isOn}</p>
          <div className="row">
            <Button href={booth}>{texts.openBooth}</Button>
            <Button type="primary" onClick={turnOff}>{texts.turnOff}</Button>
          </div>
        </>
      ) : (
        <>
          {ended ? <p role="status">{texts.isOff}</p> : null}
          <p>{texts.what}</p>
          <ul>{texts.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul>
          <p>{texts.advice}</p>
          {notKept ? <p className="notice" role="alert">{texts.notKept}</p> : null}
          <ConfirmedAct label={texts.turnOn} says={texts.turnOnSays} yes={texts.turnOnYes} onYes={async () => setNotKept(!(await turnOn(booth)))} />
        </>
      )}
    </section>
  );
}

/** False where the browser would forget the switch. The clerk is signed out, and no step back leads into the console. */
async function turnOn(booth: string): Promise<boolean> {
  tabletMode.choose('on');
  if (!isTabletModeKept()) {
    tabletMode.choose('off');
    return false;
  }
  rememberAppearance();
  await clearTablet();
  window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
  window.location.replace(booth);
  return true;
}
