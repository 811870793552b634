import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectFigures, expectLines, readLines } from './figures.ts';
import type { ShownFigures } from './figures.ts';

/** The announcement and the recount, as anyone with the link reads them. */
export class PublicPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(origin: string, congressId: string): Promise<void> {
    await this.page.goto(`${origin}/p/${congressId}`);
  }

  async announces(selected: readonly string[], keyWork: readonly string[]): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: /公告|公布/ }).waitFor();
    await this.page.getByRole('link', { name: /^(公告|公布)：打印页$/ }).waitFor();
    await this.page.getByRole('button', { name: /^(公告|公布)：PDF$/ }).waitFor();
    await expectLines(this.page.locator('.public-selected > li'), selected);
    await expectLines(this.page.locator('.public-key-work > li'), keyWork);
  }

  async givesRound(title: string, figures: ShownFigures): Promise<void> {
    const round = this.page.locator('section').filter({ has: this.page.getByRole('heading', { level: 3, name: title, exact: true }) });
    await expectFigures(round, figures);
  }

  async goesToRecount(): Promise<void> {
    await this.page.getByRole('link', { name: '自己重新计票' }).click();
    await this.page.getByRole('heading', { level: 1, name: '重新计票' }).waitFor();
  }

  /** Downloads the record and recounts it in this browser: every check passes, the counts are these. */
  async recounts(rounds: Readonly<Record<string, readonly string[]>>): Promise<void> {
    await this.page.getByRole('button', { name: '下载并核验' }).click();
    await this.page.getByText(/^✓ 全部 \d+ 项核对通过$/).waitFor();
    for (const [title, rows] of Object.entries(rounds)) {
      const round = this.page.getByRole('region', { name: title });
      const checks = round.locator('[data-check]');
      expect(await checks.count()).toBeGreaterThan(20);
      expect(await round.locator('[data-check]:not(.check-passed)').count()).toBe(0);
      await expectLines(round.getByRole('table', { name: '重新计票的结果' }).getByRole('row'), rows);
    }
  }

  /** Without the right to read it the record is named, and nothing of it is given. */
  async keepsRecordForHall(): Promise<void> {
    await this.page.getByText('按票选办法，核验包只对参会人员开放。').waitFor();
    expect(await this.page.getByRole('button', { name: '下载核验包' }).count()).toBe(0);
  }

  /** What the board says of the ballot with this tracker. */
  async looksUp(tracker: string): Promise<readonly string[]> {
    await this.page.getByRole('textbox', { name: '查票码' }).fill(tracker);
    await this.page.getByRole('button', { name: '查找这张票' }).click();
    const found = this.page.getByRole('status').filter({ hasText: /第 \d 轮的开箱单上有这张票/ });
    await found.waitFor();
    return readLines(found.getByRole('listitem'));
  }
}
