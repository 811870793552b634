import { Table } from 'antd';
import { useState } from 'react';
import { delegate } from '#shared/contract/roll.ts';
import { deskTexts } from '#web/text/console.desk.ts';
import { useLanguage, useTexts } from '#web/text/language.ts';
import { useConsole } from '../console-context.ts';
import { ChoiceField, TextField } from '../fields.tsx';
import { findDelegates } from '../find-delegates.ts';
import { AttendanceActs } from './attendance-acts.tsx';

const PAGE = 20;
const FILTERS = ['all', ...delegate.shape.attendance.options] as const;

/** The roll with everyone's attendance, found by name, number or delegation. */
export function CheckInList() {
  const texts = useTexts(deskTexts).checkIn;
  const { language } = useLanguage();
  const { day } = useConsole();
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all');
  const rows = findDelegates(day.delegates, search).filter((one) => filter === 'all' || one.attendance === filter);
  const time = (instant: string | null) => (instant === null ? '' : new Date(instant).toLocaleTimeString(language));
  return (
    <section aria-label={texts.title}>
      <div className="form-grid">
        <TextField label={texts.search} value={search} onChange={setSearch} />
        <ChoiceField label={texts.filter} value={filter} choices={FILTERS} names={texts.filters} onChange={setFilter} />
      </div>
      <Table
        aria-label={texts.title}
        size="small"
        rowKey="id"
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: PAGE, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        columns={[
          { title: texts.columns.number, dataIndex: 'number' },
          { title: texts.columns.name, dataIndex: 'name', render: (_, one) => (one.scrutineer ? `${one.name}（${texts.scrutineer}）` : one.name) },
          { title: texts.columns.delegation, dataIndex: 'delegation' },
          { title: texts.columns.attendance, dataIndex: 'attendance', render: (_, one) => texts.attendance[one.attendance] },
          { title: texts.columns.at, dataIndex: 'checkedInAt', render: (_, one) => time(one.checkedInAt) },
          { title: texts.columns.acts, key: 'acts', render: (_, one) => <AttendanceActs delegate={one} /> },
        ]}
      />
    </section>
  );
}
