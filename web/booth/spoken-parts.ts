/** One thing to be read, e.g. a project, and where it stands. */
export type SpokenPart = { readonly element: HTMLElement; readonly text: string };

const PARTS = 'h1, h2, p, li, summary, button, label, figcaption';
/** What a neighbour in the hall must not hear: marks, a code, a tracker, what the record says of the ballot. */
const UNSPOKEN = '[data-private], [aria-hidden="true"], textarea';

/** The parts of a sheet in their order: a list item is one part with all that it holds. */
export function spokenParts(sheet: HTMLElement): readonly SpokenPart[] {
  return [...sheet.querySelectorAll<HTMLElement>(PARTS)]
    .filter((element) => element.closest(UNSPOKEN) === null && element.parentElement?.closest(PARTS) == null)
    .map((element) => ({ element, text: textOf(element) }))
    .filter(({ text }) => text !== '');
}

/** Texts of an element with a pause between them. */
function textOf(element: Element): string {
  return [...element.childNodes]
    .map((node) => (node instanceof Element ? (node.matches(UNSPOKEN) ? '' : textOf(node)) : (node.textContent ?? '').trim()))
    .filter((text) => text !== '')
    .join('，');
}
