import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Block, pageStarts } from './page-starts.ts';

/** How large the rows of lists are set: as large as they fit on one page, else in pages at a middle size. */
const ONE_PAGE = ['grand', 'roomy', 'tight'] as const;
const IN_PAGES = 'middle';
export type Density = (typeof ONE_PAGE)[number] | typeof IN_PAGES;
/** The first row of every page, list by list. */
export type Starts = readonly (readonly number[])[];
export type Fit = { readonly density: Density; readonly starts: Starts };

/**
 * Measures the lists inside a box, each in a `.paged-box` of its own, and says how they fit: one size of rows for
 * all of them, and where the pages of each begin. Measured anew when the box changes its size or `content`
 * changes. The lists show all rows while `data-measuring` stands.
 */
export function useFit(content: string): { readonly box: RefObject<HTMLDivElement | null>; readonly fit: Fit } {
  const box = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ density: 'roomy', starts: [] });
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      const found = measured(element);
      setFit((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    });
    observer.observe(element);
    // The word about pages takes room from its list and nothing from the box.
    for (const list of listsIn(element)) observer.observe(list);
    return () => observer.disconnect();
  }, [content]);
  return { box, fit };
}

function measured(box: HTMLElement): Fit {
  const shown = box.dataset['density'] ?? 'roomy';
  box.dataset['measuring'] = '';
  try {
    for (const density of ONE_PAGE) {
      const starts = startsAt(box, density);
      if (listsIn(box).every((list, index) => starts[index]?.length === forcedPages(list))) return { density, starts };
    }
    return { density: IN_PAGES, starts: startsAt(box, IN_PAGES) };
  } finally {
    delete box.dataset['measuring'];
    box.dataset['density'] = shown;
  }
}

function listsIn(box: HTMLElement): readonly HTMLElement[] {
  return Array.from(box.querySelectorAll('.paged-box')).filter((list) => list instanceof HTMLElement);
}

function rowsOf(list: HTMLElement): readonly HTMLElement[] {
  return Array.from(list.firstElementChild?.children ?? []).filter((child) => child instanceof HTMLElement);
}

function forcedPages(list: HTMLElement): number {
  return Math.max(1, rowsOf(list).filter(({ dataset }, index) => index === 0 || dataset['newPage'] !== undefined).length);
}

function startsAt(box: HTMLElement, density: Density): Starts {
  box.dataset['density'] = density;
  return listsIn(box).map((list) => {
    const { gap, padding } = spacesOf(list.firstElementChild);
    const starts = pageStarts(rowsOf(list).map(blockOf), list.clientHeight - padding, gap);
    return starts.length === 0 ? [0] : starts;
  });
}

/** Pixels between the rows of a list, and above and below all of them. */
function spacesOf(rows: Element | null): { readonly gap: number; readonly padding: number } {
  if (rows === null) return { gap: 0, padding: 0 };
  const { rowGap, paddingTop, paddingBottom } = getComputedStyle(rows);
  const pixels = (value: string) => Number.parseFloat(value) || 0;
  return { gap: pixels(rowGap), padding: pixels(paddingTop) + pixels(paddingBottom) };
}

function blockOf(row: HTMLElement): Block {
  return { height: row.getBoundingClientRect().height, withPrevious: row.dataset['withPrevious'] !== undefined, newPage: row.dataset['newPage'] !== undefined };
}
