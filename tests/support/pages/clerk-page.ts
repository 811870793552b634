import type { Locator, Page } from 'playwright-core';
import type { Project } from '#shared/contract/congress.ts';
import { pictureOf } from '#tests/support/watched-browser.ts';
import { expectFigures, expectLines, readLines } from './figures.ts';
import type { ShownFigures } from './figures.ts';

export type Hands = { readonly for: number; readonly against: number; readonly abstain: number };

/** The clerk at the console: the rail of the day on the left, one step in hand. */
export class ClerkPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The one-time link of the terminal: a congress and the clerk's own account. Answers the congress id. */
  async setUp(link: string, congress: { title: string; place: string; year: number }, clerk: { name: string; password: string }): Promise<string> {
    await this.page.goto(link);
    await this.#fill('会议名称', congress.title);
    await this.#fill('地区', congress.place);
    await this.page.getByLabel('年度').fill(String(congress.year));
    await this.#fill('姓名（登录用）', clerk.name);
    await this.page.getByLabel(/^密码/).fill(clerk.password);
    await this.page.getByLabel('再输一次密码').fill(clerk.password);
    await this.#press('建立会议并登录');
    await this.page.waitForURL(/\/console\/[^/]+\/step\//);
    return /\/console\/([^/]+)\//.exec(this.page.url())?.[1] ?? '';
  }

  async useRehearsalAccount(origin: string, congressId: string): Promise<void> {
    await this.page.goto(`${origin}/console/${congressId}`);
    await this.page.getByRole('button', { name: /^使用这个账号/ }).click();
    await this.#press('登录控制台');
    await this.#rail().waitFor();
  }

  /** Goes to a step by the rail; steps of a round exist once for each. */
  async goTo(step: string, round?: number): Promise<void> {
    const rail = this.#rail();
    const group = round === undefined ? rail : rail.locator('section').filter({ has: this.page.getByRole('heading', { name: new RegExp(`^第 ${round} 轮`) }) });
    await group.getByRole('link', { name: new RegExp(`^${step.replace(/[()（）]/g, '.')}`) }).click();
    await this.page.getByRole('heading', { level: 1, name: step }).waitFor();
  }

  /** The rail's words beside a step, such as 已完成. */
  async stepIs(step: string, state: string): Promise<void> {
    await this.#rail().getByRole('link', { name: new RegExp(`^${step}.*${state}`) }).waitFor();
  }

  /** The figures of the hall at the head of the page. */
  async hallShows(figures: ShownFigures): Promise<void> {
    await expectFigures(this.page.locator('dl.figures'), figures);
  }

  async addProject(project: Omit<Project, 'id' | 'standing'>): Promise<void> {
    await this.goTo('会议与候选项目');
    await this.#press('添加候选项目');
    const form = this.page.getByRole('form', { name: '新的候选项目' });
    await form.getByLabel('序号').fill(String(project.number));
    await form.getByRole('textbox', { name: '项目名称' }).fill(project.title);
    await form.getByRole('textbox', { name: '主题' }).fill(project.theme ?? '');
    await form.getByRole('textbox', { name: '说明' }).fill(project.note ?? '');
    for (const [index, { what, atLeast, exactly, unit }] of project.targets.entries()) {
      await form.getByRole('button', { name: '添加一项目标' }).click();
      await form.getByRole('textbox', { name: '目标内容' }).nth(index).fill(what);
      await form.getByRole('combobox', { name: '口径' }).nth(index).selectOption({ label: exactly === undefined ? '不少于' : '正好' });
      await form.getByRole('spinbutton', { name: '数量' }).nth(index).fill(String(exactly ?? atLeast));
      await form.getByRole('textbox', { name: '单位', exact: true }).nth(index).fill(unit);
    }
    await form.getByRole('button', { name: '保存项目' }).click();
    await this.page.getByRole('cell', { name: project.title }).waitFor();
  }

  /** Chooses a roll file, CSV as text or .xlsx as bytes; the page looks it over and shows what it would do. */
  async choosesRoll(name: string, file: string | Uint8Array): Promise<void> {
    await this.goTo('代表名册');
    await this.#choosesTable('从表格导入名册', name, file);
  }

  async choosesProjects(name: string, file: Uint8Array): Promise<void> {
    await this.goTo('会议与候选项目');
    await this.#choosesTable('从表格导入候选项目', name, file);
  }

  /** Lets go of a file over the place where one is chosen. */
  async dropsProjects(name: string, file: string): Promise<void> {
    await this.goTo('会议与候选项目');
    await this.page.getByText('从表格导入候选项目').click();
    const dataTransfer = await this.page.evaluateHandle(([called, text]) => {
      const dragged = new DataTransfer();
      dragged.items.add(new File([text], called));
      return dragged;
    }, [name, file] as const);
    const place = this.page.locator('.file-drop');
    await place.dispatchEvent('dragover', { dataTransfer });
    await this.page.locator('.file-drop-over').waitFor();
    await place.dispatchEvent('drop', { dataTransfer });
    await this.page.getByRole('heading', { name: `核对结果：${name}` }).waitFor();
  }

  async #choosesTable(fold: string, name: string, file: string | Uint8Array): Promise<void> {
    const chooser = this.page.getByLabel('选择表格文件（.xlsx 或 CSV）');
    if (!(await chooser.isVisible())) await this.page.getByText(fold).click();
    await chooser.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(file) });
    await this.page.getByRole('heading', { name: `核对结果：${name}` }).waitFor();
  }

  /** The lines of the preview, problems first. */
  async previewIs(expected: readonly string[]): Promise<void> {
    await expectLines(this.page.getByRole('table', { name: '核对结果' }).locator('tbody tr.ant-table-row'), expected);
  }

  async importsProjects(plan: string, said: string): Promise<void> {
    await this.page.getByText(plan, { exact: true }).waitFor();
    await this.#press('导入这些候选项目');
    await this.page.getByRole('status').getByText(said, { exact: true }).waitFor();
  }

  async importsRoll(plan: string, said: string): Promise<void> {
    await this.page.getByText(plan, { exact: true }).waitFor();
    await this.#press('导入这份名册');
    await this.page.getByRole('status').getByText(said, { exact: true }).waitFor();
  }

  async says(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Names a delegate of the roll; answers the invitation link, which is shown once. */
  async nameScrutineer(number: string, name: string): Promise<string> {
    await this.goTo('监票人');
    const pick = this.page.getByRole('combobox', { name: '从名册里选代表' });
    await pick.fill(number);
    await pick.press('Enter');
    await this.#press('指定为监票人');
    const slip = this.page.getByRole('textbox', { name: `邀请链接（只显示这一次） ${name}` });
    const link = await slip.inputValue();
    await this.#press('我已交出链接，收起');
    return link;
  }

  /** Makes a delegation's letters, prints them and confirms the print. Answers the codes that stood on the paper, by number. */
  async makeLetters(delegation: string, count: number): Promise<ReadonlyMap<string, string>> {
    await this.goTo('投票凭证');
    await this.#press(`为${delegation}生成 ${count} 份凭证`);
    await this.page.getByText(`${delegation}：${count} 份凭证在本页内存里`).waitFor();
    await this.page.getByText(`${count} 份凭证，共 ${count} 页 A4。`).waitFor();
    const codes = await this.#printedCodes();
    await this.confirm('打印无误，登记这批凭证', '确认登记凭证');
    await this.page.getByText(`已登记 ${count} 份凭证，页面里的密码已清除。`).waitFor();
    return codes;
  }

  /** Secrets are on the paper only: hidden on the screen, there when printed. */
  async #printedCodes(): Promise<ReadonlyMap<string, string>> {
    const letters = this.page.locator('article.letter');
    const onScreen = await letters.first().isVisible();
    if (onScreen) throw new Error('A letter with its secret is shown on the screen.');
    await this.page.emulateMedia({ media: 'print' });
    await letters.first().waitFor();
    await pictureOf(letters.first(), 'letter');
    const names = await readLines(letters.getByText(/代表证号 \d+/));
    const secrets = await readLines(letters.locator('.letter-secret'));
    await this.page.emulateMedia({ media: null });
    return new Map(names.map((name, index) => [/代表证号 (\d+)/.exec(name)?.[1] ?? '', secrets[index] ?? '']));
  }

  /** The desk: types the number of the letter, Enter. */
  async checkIn(number: string, said: string): Promise<void> {
    const desk = this.page.getByRole('textbox', { name: '扫凭证外面的码，或输入代表证号后按回车' });
    await desk.fill(number);
    await desk.press('Enter');
    await this.page.getByText(said).waitFor();
  }

  async checkInDelegation(delegation: string, count: number): Promise<void> {
    const choice = this.page.getByRole('combobox', { name: '选择代表团' });
    if (!(await choice.isVisible())) await this.page.getByText('整团签到', { exact: true }).click();
    await choice.selectOption(delegation);
    await this.confirm(`为${delegation}未到的 ${count} 人签到`, '确认整团签到');
    await this.page.getByText(`本次签到 ${count} 人`).waitFor();
  }

  /** In the list of the desk. */
  async undoCheckIn(name: string): Promise<void> {
    await this.confirm(`撤销 ${name} 的签到`, '确认撤销签到');
    await this.page.getByRole('button', { name: `为 ${name} 签到` }).waitFor();
  }

  /** Found by the name, for the list has pages. */
  async recordLeave(name: string): Promise<void> {
    const search = this.page.getByRole('textbox', { name: '按姓名、证号、代表团查找' });
    await search.fill(name);
    await this.#press(`${name} 请假`);
    await this.page.getByRole('button', { name: `为 ${name} 销假` }).waitFor();
    await search.fill('');
  }

  async entersHands(step: '通过票选办法' | '通过监票人名单', hands: Hands): Promise<void> {
    await this.goTo(step);
    await this.page.getByRole('spinbutton', { name: '赞成' }).fill(String(hands.for));
    await this.page.getByRole('spinbutton', { name: '反对' }).fill(String(hands.against));
    await this.page.getByRole('spinbutton', { name: '弃权' }).fill(String(hands.abstain));
    const subject = step === '通过票选办法' ? '票选办法' : '监票人名单';
    await this.confirm(`录入${subject}的表决结果`, '确认录入表决结果');
    await this.stepIs(step, '已完成');
  }

  async preparesRound(round: number): Promise<void> {
    await this.goTo('备票', round);
    await this.confirm('准备本轮', '确认准备本轮');
    await this.confirm('生成公告单', '确认生成公告单');
    await this.page.getByText('请监票人在各自设备上核对公告单并签字。').waitFor();
  }

  async opensVoting(round: number): Promise<void> {
    await this.goTo('发票与开始投票', round);
    await this.page.getByText('已报，与签到一致').waitFor();
    await this.confirm('开始投票', '确认开始投票');
    await this.page.getByText('投票进行中。截止前，').waitFor();
  }

  /** Starts the countdown; a rehearsal may take the short one. */
  async closesVoting(round: number, notCast: number, short = false): Promise<void> {
    await this.goTo('投票与截止', round);
    if (short) await this.page.getByRole('checkbox', { name: '演练：倒计时缩短为 5 秒' }).check();
    await this.#press('开始截止倒计时');
    if (notCast > 0) await this.page.getByText(`还有 ${notCast} 张票没有投。`).waitFor();
    await this.#press('确认开始倒计时');
    await this.page.getByRole('timer').waitFor();
  }

  async countReportShows(round: number, figures: ShownFigures): Promise<void> {
    await this.goTo('清点报告（第一关）', round);
    await expectFigures(this.page.getByRole('table', { name: '清点报告' }), figures);
    await this.page.getByText('数字符合票选办法。').waitFor();
  }

  async freezes(round: number): Promise<void> {
    await this.goTo('封存票箱', round);
    await this.confirm('封存票箱', '确认封存票箱');
  }

  /** Project, votes and standing of every candidate in official order. */
  async tallyShows(round: number, rows: readonly string[], figures: string): Promise<void> {
    await this.goTo('异议与结果', round);
    await expectLines(this.page.locator('.ant-table-tbody').getByRole('row'), rows);
    await this.page.getByText(figures).waitFor();
  }

  async certifies(round: number): Promise<void> {
    await this.goTo('异议与结果', round);
    await this.confirm('计票人签字', '确认计票人签字');
  }

  async publishes(): Promise<void> {
    await this.goTo('公布结果');
    await this.confirm('公布结果', '确认公布结果');
    await this.page.getByText('结果已公布。').waitFor();
  }

  /** The archive as it is saved on the clerk's machine. */
  async downloadsArchive(): Promise<string> {
    await this.goTo('公布结果');
    const download = this.page.waitForEvent('download', { timeout: 180_000 });
    await this.#press('生成并下载归档');
    return (await download).path();
  }

  async addOffice(name: string, password: string): Promise<void> {
    await this.page.getByRole('link', { name: '账号', exact: true }).click();
    await this.#fill('账号姓名', name);
    await this.page.getByLabel(/^初始密码/).fill(password);
    await this.page.getByRole('combobox', { name: '身份' }).selectOption({ label: '办事处' });
    await this.#press('添加账号');
    await this.page.getByText(`已添加账号：${name}`).waitFor();
  }

  /** Simulated delegates of a rehearsal do the act that the step offers. */
  async simulates(wanted: { delegates?: number; abstain?: number; leaning?: string; wait?: boolean } = {}): Promise<void> {
    const panel = this.page.getByRole('region', { name: '模拟代表' });
    if (wanted.delegates !== undefined) await panel.getByRole('spinbutton', { name: '人数' }).fill(String(wanted.delegates));
    if (wanted.abstain !== undefined) await panel.getByRole('spinbutton', { name: '其中弃权' }).fill(String(wanted.abstain));
    if (wanted.leaning !== undefined) await panel.getByRole('combobox', { name: '投票倾向' }).selectOption({ label: wanted.leaning });
    await panel.getByRole('button', { name: '让模拟代表开始' }).click();
    await panel.getByText(/^已安排 \d+ 名模拟代表。$/).waitFor();
  }

  /** An act that is asked twice: the button, then the sentence, then its yes. */
  async confirm(label: string, yes: string): Promise<void> {
    await this.#press(label);
    await this.#press(yes);
  }

  #rail(): Locator {
    return this.page.getByRole('navigation', { name: '会议流程' });
  }

  async #fill(label: string, value: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }

  async #press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }
}
