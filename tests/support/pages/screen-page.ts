import type { Page } from 'playwright-core';
import { expectFigures, expectLines } from './figures.ts';
import type { ShownFigures } from './figures.ts';

/** The hall screen, which nobody touches. */
export class ScreenPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(origin: string, congressId: string): Promise<void> {
    await this.page.goto(`${origin}/screen/${congressId}`);
  }

  /** The screen comes to this scene by itself and shows these figures. */
  async shows(title: string, figures: ShownFigures = {}): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await expectFigures(this.page.locator('main'), figures);
  }

  /** The 16 characters of the manifest, in groups of four. */
  async fingerprint(): Promise<string> {
    return (await this.page.locator('.screen-fingerprint code').innerText()).trim();
  }

  /** Rank, project, votes and standing of every candidate, the cut-off line where it stands. */
  async showsResult(rows: readonly string[], figures: string): Promise<void> {
    await this.shows('计票结果');
    await expectLines(this.page.getByRole('list', { name: '计票结果' }).locator('> li:visible'), rows);
    await this.page.getByText(figures).waitFor();
  }

  async showsLists(lists: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.shows('结果公布');
    for (const [title, projects] of Object.entries(lists)) {
      const list = this.page.locator('section').filter({ has: this.page.getByRole('heading', { name: title }) });
      await expectLines(list.getByRole('listitem'), projects);
    }
  }
}
