import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectFigures, readLines } from './figures.ts';
import type { ShownFigures } from './figures.ts';

/** A scrutineer with the own device: one card at a time. */
export class ScrutineerPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Makes the keys behind the invitation link. Answers what is on the printed sheet. */
  async enrol(link: string): Promise<{ code: string; keyCode: string }> {
    await this.page.goto(link);
    await this.#press('打开邀请');
    await this.#press('制作我的钥匙');
    const groups = await readLines(this.page.getByRole('list', { name: '凭证码（不要给任何人看，不要拍照）' }).getByRole('listitem'));
    const keyCode = (await this.page.locator('.key-code').innerText()).trim();
    await this.#press('纸上已有凭单，继续');
    const asked = this.page.getByRole('heading', { name: /填写第 \d 组的四个字符/ });
    const group = Number(/第 (\d) 组/.exec(await asked.innerText())?.[1]);
    await this.page.getByRole('textbox', { name: `第 ${group} 组` }).fill(groups[group - 1] ?? '');
    await this.#press('交出公钥，完成登记');
    await this.#card('登记完成');
    await this.page.getByText(`您的钥匙码是 ${keyCode}。`).waitFor();
    await this.page.getByRole('link', { name: '进入监票人页面' }).click();
    return { code: groups.join(' '), keyCode };
  }

  async signInWithSheet(origin: string, congressId: string, code: string): Promise<void> {
    await this.page.goto(`${origin}/scrutineer/${congressId}`);
    await this.page.getByRole('textbox', { name: '凭证码' }).fill(code);
    await this.#press('凭单登录');
  }

  /** In a rehearsal: one of the sheets that lie ready, by place in the list. */
  async useRehearsalSheet(origin: string, congressId: string, index: number): Promise<void> {
    await this.page.goto(`${origin}/scrutineer/${congressId}`);
    await this.page.getByRole('button', { name: /^使用这张凭单/ }).nth(index).click();
  }

  async waitsFor(title: string): Promise<void> {
    await this.#card(title);
  }

  /** Every check passes, the fingerprint is the one of the hall screen, then the signature. */
  async signsManifest(round: number, fingerprint: string): Promise<void> {
    await this.#card(`核对第 ${round} 轮公告单`);
    await this.#allGood('公告单的核对', 9);
    expect((await this.page.locator('.large-fingerprint code').innerText()).trim()).toBe(fingerprint);
    await this.#press('与大屏幕上的一致');
    await this.#press('核对无误，签字');
  }

  async countsHeads(heads: number): Promise<void> {
    await this.#card('请清点会场人数');
    await this.page.getByRole('textbox', { name: '清点人数' }).fill(String(heads));
    await this.#press('填报清点人数');
  }

  /** Reads the figures, has the box verified by this browser. */
  async verifiesBox(figures: ShownFigures): Promise<void> {
    await this.#card('第一道签字：清点报告和票箱封条');
    await expectFigures(this.page.locator('dl.figures'), figures);
    await this.#offers('清点报告');
    await this.#press('下载票箱并核验');
    await this.#allGood('票箱的核验', 10);
  }

  async signsGate1(figures: ShownFigures): Promise<void> {
    await this.verifiesBox(figures);
    await this.signsVerified();
  }

  /** After verifiesBox: both signatures in one act. */
  async signsVerified(): Promise<void> {
    await this.#press('核验通过，签清点报告和封条');
  }

  async releasesKey(): Promise<void> {
    await this.#card('交出本轮的钥匙');
    await this.#press('交出本轮钥匙');
  }

  async opensBox(figures: ShownFigures): Promise<void> {
    await this.#card('开箱');
    await this.#press('开始开箱');
    await this.#opened(figures);
    await this.#press('张贴开箱单并签字');
  }

  async opensAgain(figures: ShownFigures): Promise<void> {
    await this.#card('重新开箱，比对开箱单');
    await this.#press('重新开箱并比对');
    await this.#opened(figures);
    await this.page.getByText('✓ 与张贴的开箱单逐字相同').waitFor();
    await this.#press('开箱单相同，签字');
  }

  /** The outcome as this page computed it is what the report says, in these rows where they are known; then the signature. */
  async signsOutcome(figures: ShownFigures, rows?: readonly string[]): Promise<void> {
    await this.#card('第二道签字：计票结果报告单');
    await this.page.getByText('✓ 本页自己算出的结果与报告单逐字相同').waitFor();
    await expectFigures(this.page.locator('dl.figures'), figures);
    if (rows !== undefined) expect(await readLines(this.page.getByRole('table').getByRole('row'))).toEqual(rows);
    await this.#offers('计票结果报告单');
    await this.#press('结果属实，签字');
  }

  /** What is signed can be read and printed as a document first. */
  async #offers(title: string): Promise<void> {
    await this.page.getByRole('link', { name: `${title}：打印页` }).waitFor();
    await this.page.getByRole('button', { name: `${title}：PDF` }).waitFor();
  }

  async #opened(figures: ShownFigures): Promise<void> {
    await this.page.getByRole('heading', { name: '已全部打开' }).waitFor();
    await expectFigures(this.page.locator('dl.figures').last(), figures);
  }

  /** The one line that says so, unfolded: every check by its name. */
  async #allGood(list: string, atLeast: number): Promise<void> {
    await this.page.getByText(/^✓ \d+ 项检查全部通过$/).click();
    const checks = this.page.getByRole('list', { name: list }).getByRole('listitem');
    await checks.first().waitFor();
    const lines = await readLines(checks);
    expect(lines.filter((line) => !line.startsWith('✓ 通过'))).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(atLeast);
  }

  async #card(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
