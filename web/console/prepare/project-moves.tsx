import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Project } from '#shared/contract/congress.ts';
import { prepareTexts } from '#web/text/console.prepare.ts';
import { useTexts } from '#web/text/language.ts';

type Props = { readonly project: Project; readonly projects: readonly Project[]; readonly onOrder: (projects: readonly Project[], moved: Project) => void };

/** Moves a project one place up or down in the official order. */
export function ProjectMoves({ project, projects, onOrder }: Props) {
  const texts = useTexts(prepareTexts).projects;
  const up = useRef<HTMLButtonElement>(null);
  const down = useRef<HTMLButtonElement>(null);
  const pressed = useRef<'up' | 'down' | null>(null);
  useEffect(() => {
    // The row has moved with its buttons; the keyboard stays on them, to move it further.
    const [button, other] = pressed.current === 'up' ? [up, down] : [down, up];
    if (pressed.current !== null) (button.current?.disabled === true ? other : button).current?.focus();
    pressed.current = null;
  }, [project.number]);
  const at = projects.findIndex(({ id }) => id === project.id);
  const move = (way: 'up' | 'down') => {
    pressed.current = way;
    const to = way === 'up' ? at - 1 : at + 1;
    const others = projects.filter(({ id }) => id !== project.id);
    onOrder([...others.slice(0, to), project, ...others.slice(to)], project);
  };
  return (
    <>
      <Button ref={up} aria-label={texts.up(project.number)} disabled={at <= 0} onClick={() => move('up')}>
        {texts.upShort}
      </Button>
      <Button ref={down} aria-label={texts.down(project.number)} disabled={at === projects.length - 1} onClick={() => move('down')}>
        {texts.downShort}
      </Button>
    </>
  );
}
