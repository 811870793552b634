import type { Page } from 'playwright-core';
import { expectLines } from './figures.ts';

/** The body that carries the projects out. */
export class OfficePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async signIn(origin: string, congressId: string, name: string, password: string): Promise<void> {
    await this.page.goto(`${origin}/office/${congressId}`);
    await this.page.getByRole('textbox', { name: '账号' }).fill(name);
    await this.page.getByLabel('密码').fill(password);
    await this.page.getByRole('button', { name: '登录', exact: true }).click();
  }

  async useRehearsalAccount(origin: string, congressId: string): Promise<void> {
    await this.page.goto(`${origin}/office/${congressId}`);
    await this.page.getByRole('button', { name: /^使用这个账号/ }).click();
  }

  async seesNothingYet(): Promise<void> {
    await this.page.getByRole('heading', { name: '结果还没有确定' }).waitFor();
  }

  /** A list by its title: number, project and votes with their base, row by row. */
  async seesList(title: string, rows: readonly (string | RegExp)[]): Promise<void> {
    await expectLines(this.page.getByRole('table', { name: title }).locator('tbody').getByRole('row'), rows);
  }

  /** A document that can be printed and taken as these files. */
  async isOffered(title: string, formats: readonly string[]): Promise<void> {
    await this.page.getByRole('link', { name: `${title}：打印页` }).waitFor();
    for (const format of formats) await this.page.getByRole('button', { name: `${title}：${format}` }).waitFor();
  }

  async seesRound(sentence: string): Promise<void> {
    await this.page.getByText(sentence).waitFor();
  }
}
