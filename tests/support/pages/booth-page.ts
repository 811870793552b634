import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectLines } from './figures.ts';

/** A delegate at the booth, on a device of their own. */
export class BoothPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the booth and types the code of the letter. */
  async enter(origin: string, congressId: string, code: string): Promise<void> {
    await this.page.goto(`${origin}/b/${congressId}`);
    await this.page.getByRole('textbox', { name: '凭证码' }).fill(code);
    await this.page.getByText('凭证码核对无误').waitFor();
    await this.page.getByRole('button', { name: '进入投票间' }).click();
  }

  /** In a rehearsal: one of the letters that lie ready. */
  async enterRehearsal(origin: string, congressId: string, number: string): Promise<void> {
    await this.page.goto(`${origin}/b/${congressId}`);
    await this.page.getByRole('button', { name: new RegExp(`^使用 ${number} 号 .* 的凭证$`) }).click();
  }

  async isAsked(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async fingerprint(): Promise<string> {
    return (await this.page.locator('.fingerprint code').first().innerText()).trim();
  }

  /** The fingerprint that the receipt gives to be compared. */
  async fingerprintOfReceipt(): Promise<string> {
    return (await this.page.getByRole('main').locator('.fingerprint code').innerText()).trim();
  }

  async saysNotInBox(): Promise<void> {
    await this.page.getByRole('main').locator('p').filter({ hasText: /^还没有投进票箱$/ }).waitFor();
  }

  /** What is chosen and the way on stand in the window, wherever the list is scrolled to. */
  async barIsInSight(): Promise<void> {
    for (const place of ['top', 'bottom']) {
      await this.page.evaluate((to) => {
        window.scrollTo(0, to === 'top' ? 0 : document.body.scrollHeight / 2);
      }, place);
      const box = await this.page.getByRole('button', { name: '选好了，去核对' }).boundingBox();
      const height = this.page.viewportSize()?.height ?? 0;
      expect((box?.y ?? height) + (box?.height ?? height)).toBeLessThanOrEqual(height);
    }
  }

  /** Nothing that stays in sight lies over what has the focus. */
  async focusIsInSight(): Promise<void> {
    const covered = await this.page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null || focused === document.body) return null;
      const { left, top, width, height } = focused.getBoundingClientRect();
      const seen = [0.1, 0.5, 0.9].some((part) => focused.contains(document.elementFromPoint(left + width / 2, top + height * part)));
      return seen ? null : focused.outerHTML.slice(0, 200);
    });
    expect(covered).toBeNull();
  }

  /** The projects on the ballot paper. */
  async offers(projects: readonly string[]): Promise<void> {
    const cards = this.page.getByRole('button', { pressed: false, name: / 号/ });
    await expectLines(cards, projects.map((project) => new RegExp(project.replace(' 号 ', ' 号.* '))));
  }

  /** Touches the cards of these projects. */
  async marks(numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await this.#card(number).click();
  }

  /** Which projects the cards show as marked. */
  async showsMarked(numbers: readonly number[]): Promise<void> {
    const marked = this.page.getByRole('button', { pressed: true, name: / 号/ });
    await expect.poll(() => marked.count()).toBe(numbers.length);
    for (const number of numbers) expect(await this.#card(number).getAttribute('aria-pressed')).toBe('true');
  }

  async goesToReview(): Promise<void> {
    await this.page.getByRole('button', { name: '选好了，去核对' }).click();
    await this.isAsked('请核对，现在还没有投出');
  }

  /** Both lists of the review, in official order. */
  async reviews(chosen: readonly string[], notChosen: readonly string[]): Promise<void> {
    await expectLines(this.page.getByRole('main').getByRole('listitem'), [
      ...chosen.map((title) => `✓ ${title} 已选`),
      ...notChosen.map((title) => `${title} 未选`),
    ]);
  }

  async casts(): Promise<void> {
    await this.page.getByRole('button', { name: '投出选票' }).click();
    await this.isAsked('已投进票箱');
  }

  async abstains(): Promise<void> {
    await this.page.getByRole('button', { name: '我要弃权' }).click();
    await this.isAsked('您要弃权，投一张空白票吗？');
    await this.page.getByRole('button', { name: '投出弃权票' }).click();
    await this.isAsked('已投进票箱');
  }

  /** The tracker, once the method lets it be shown. */
  async tracker(): Promise<string> {
    return (await this.page.locator('.tracker-code').innerText()).trim();
  }

  /** Looks the ballot up in the record and reads what the board says of it. */
  async findsBallot(): Promise<void> {
    await this.page.getByRole('button', { name: '查看我的票' }).click();
    await this.page.getByRole('heading', { name: '您的票在开箱单内' }).waitFor();
  }

  #card(number: number) {
    return this.page.getByRole('button', { name: new RegExp(`^${number} 号`) });
  }
}
