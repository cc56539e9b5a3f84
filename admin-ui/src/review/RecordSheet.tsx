import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { formatHours } from '../formats/format';
import { StatusChip } from '../formats/StatusChip';
import { panelText } from '../messages/panel';
import { assessmentNames, sourceNames, subjectNames, reviewText as text } from '../messages/review';
import { tokens } from '../theme/tokens';
import type { Difference } from './differences';
import type { HourRecordDetail } from './hourRecord';
import { labelOf, showFieldValue, showSnapshotValue } from './recordLabels';
import { useDictionaryNames } from './useDictionaryNames';

interface RecordSheetProps {
  record: HourRecordDetail;
  /** What the latest correction changed. */
  changes: Difference[];
}

/** One declaration as data: what was declared under the form's own labels, the figures and how they came about, old values beside new ones. */
export function RecordSheet({ record, changes }: RecordSheetProps) {
  const dictionaries = useDictionaryNames(record.formDefinition);
  const changed = new Map(changes.map((change) => [change.path, change]));
  const marked = new Map(record.marks.map((mark) => [mark.field, mark.remark]));
  const row = (path: string, value: ReactNode, strong = false): ReactNode => {
    const change = changed.get(path);
    const bare = path.replace(/^values\./, '');
    const mark = marked.get(path) ?? marked.get(bare);
    return (
      <SheetRow
        key={path}
        label={labelOf(path, record.formDefinition)}
        strong={strong}
        former={change && showSnapshotValue(path, change.before, record.formDefinition, dictionaries)}
        mark={mark}
      >
        {value}
      </SheetRow>
    );
  };
  const figures = [
    ['declaredHours', record.declaredHours],
    ['computedHours', record.computedHours],
    ['confirmedHours', record.confirmedHours],
  ] as const;
  const shownPaths = new Set(['year', 'form', 'subject', 'source', 'title', 'startsOn', 'endsOn', 'assessment', 'certificateNumber']);
  const otherChanges = changes.filter(
    (change) =>
      !shownPaths.has(change.path) && !change.path.endsWith('Hours') && !record.formDefinition.fields.some((field) => `values.${field.name}` === change.path),
  );

  return (
    <Box>
      {changes.length > 0 && (
        <Alert severity="warning" icon={false} sx={{ mb: 0.5 }}>
          {text.changesTitle(record.round)}：
          {[...new Set(changes.filter((change) => !change.path.endsWith('Hours')).map((change) => labelOf(change.path, record.formDefinition)))].join('、')}
        </Alert>
      )}
      <Box component="dl" sx={{ m: 0 }}>
        <SheetRow label={text.applicant} strong>
          {record.professionalName}{' '}
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary', ml: 1 }}>
            {record.maskedIdNumber}
          </Box>
        </SheetRow>
        <SheetRow label={text.organization}>{record.organizationName}</SheetRow>
        {row('form', record.formName, true)}
        {row('title', record.title, true)}
        {row('year', record.year)}
        {row('subject', subjectNames[record.subject])}
        <SheetRow label={text.period} former={periodBefore(changed, record)}>
          {record.startsOn === record.endsOn ? record.startsOn : `${record.startsOn} — ${record.endsOn}`}
        </SheetRow>
        {record.formDefinition.fields
          .filter((field) => field.name !== 'subject' && (record.values[field.name] !== undefined || changed.has(`values.${field.name}`)))
          .map((field) => row(`values.${field.name}`, showFieldValue(field, record.values[field.name], dictionaries)))}
        {row('assessment', assessmentNames[record.assessment])}
        {(record.certificateNumber || changed.has('certificateNumber')) && row('certificateNumber', record.certificateNumber ?? panelText.none)}
        {row('source', sourceNames[record.source])}
        {otherChanges.map((change) => row(change.path, showSnapshotValue(change.path, change.after, record.formDefinition, dictionaries)))}
      </Box>
      <Box sx={{ mt: 1, p: 1, backgroundColor: tokens.accentSoft, borderRadius: 1 }}>
        <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap', alignItems: 'baseline' }}>
          {figures.map(([path, value]) =>
            value === null || value === undefined ? null : (
              <span key={path}>
                {labelOf(path, record.formDefinition)}{' '}
                <Box component="strong" sx={{ fontSize: path === 'computedHours' ? 18 : 14, color: 'secondary.main' }}>
                  {formatHours(value)}
                </Box>
                {changed.has(path) && <Former value={showSnapshotValue(path, changed.get(path)?.before, record.formDefinition, dictionaries)} />}
              </span>
            ),
          )}
          <span style={{ marginLeft: 'auto' }}>
            <StatusChip status={record.status} />
          </span>
        </Box>
        {record.explanation.length > 0 && (
          <Typography component="div" variant="caption" sx={{ mt: 0.5 }}>
            {text.explanation}：{record.explanation.join('；')}
          </Typography>
        )}
      </Box>
    </Box>
  );
}

function periodBefore(changed: Map<string, Difference>, record: HourRecordDetail): string | undefined {
  if (!changed.has('startsOn') && !changed.has('endsOn')) return undefined;
  const before = (path: 'startsOn' | 'endsOn'): string => String(changed.get(path)?.before ?? record[path]);
  return `${before('startsOn')} — ${before('endsOn')}`;
}

const Former = ({ value }: { value: string }) => (
  <Box component="span" sx={{ ml: 1, color: tokens.mute, fontWeight: 400 }}>
    （{text.changedFrom} <del>{value}</del>）
  </Box>
);

interface SheetRowProps {
  label: string;
  children: ReactNode;
  strong?: boolean;
  /** The value before the latest correction. */
  former?: string;
  /** The reviewer's remark, when this item is to be corrected. */
  mark?: string;
}

function SheetRow({ label, children, strong = false, former, mark }: SheetRowProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '96px 1fr',
        gap: 1,
        px: 1,
        py: '3px',
        borderBottom: `1px solid ${tokens.ground}`,
        backgroundColor: former === undefined ? undefined : tokens.warningSoft,
        borderLeft: former === undefined ? '3px solid transparent' : `3px solid ${tokens.focus}`,
      }}
    >
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontWeight: strong ? 600 : 400, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {children}
        {former !== undefined && <Former value={former} />}
        {mark !== undefined && (
          <Box component="span" sx={{ ml: 1, color: 'error.main', fontWeight: 500 }}>
            {text.returnedMark}
            {mark && `：${mark}`}
          </Box>
        )}
      </Box>
    </Box>
  );
}
