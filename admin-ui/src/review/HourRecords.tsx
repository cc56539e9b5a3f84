import { Box, Button, Paper } from '@mui/material';
import type { Decision } from '@xueshi/core';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link, Route, Routes, useParams } from 'react-router-dom';
import { PageHead } from '../layout/PageHead';
import { declarationText } from '../messages/professional';
import { decisionNames, reviewText as text } from '../messages/review';
import { ViewList } from '../views/ViewList';
import { BackButton, OneState } from '../views/ViewShow';
import { ReasonDialog } from './ReasonDialog';
import { RecordPanes } from './RecordPanes';
import { type DecisionExtras, useDecision, useRefreshAfterDecision } from './useDecision';
import { useHourRecord } from './useHourRecord';

/** 单位申报记录 and 申报进度查询: the records of the scope and one of them with its progress; no work of the queue here. */
export default function HourRecords() {
  return (
    <Routes>
      <Route path=":id/show" element={<HourRecordShow />} />
      <Route path="*" element={<ViewList resource="hour-records" />} />
    </Routes>
  );
}

/** What the record's own side may do to it: take it back before the first decision, or, as the last deciding office, revoke it (D07, decision 18). */
const ownDecisions = ['withdraw', 'revoke'] as const satisfies Decision[];
type OwnDecision = (typeof ownDecisions)[number];

/** One record with its data, proofs, progress and own decisions. */
export function HourRecordShow() {
  const { id } = useParams();
  const { data: record, error, isPending, refetch } = useHourRecord('hour-records', Number(id));
  const { decide, busy } = useDecision('hour-records');
  const refresh = useRefreshAfterDecision();
  const notify = useNotify();
  const [asking, setAsking] = useState<OwnDecision | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const submit = async (decision: OwnDecision, extras: DecisionExtras): Promise<void> => {
    if (!record) return;
    const result = await decide(record, decision, extras);
    if (!result.done && !result.moved) return setFailure(result.message);
    setAsking(null);
    notify(result.done ? text.decided(decision, record.title) : `${result.message} ${text.reloadNote}`, { type: result.done ? 'success' : 'warning' });
    await refresh();
  };

  return (
    <>
      <PageHead title={record ? `${record.formName} · ${record.title}` : ''}>
        {ownDecisions
          .filter((decision) => record?.actions.includes(decision))
          .map((decision) => (
            <Button
              key={decision}
              variant="outlined"
              color={decision === 'withdraw' ? 'warning' : 'error'}
              onClick={() => {
                setFailure(null);
                setAsking(decision);
              }}
            >
              {decisionNames[decision]}
            </Button>
          ))}
        {record?.actions.includes('correct') && (
          <Button variant="contained" component={Link} to={`/declare/${record.id}`}>
            {declarationText.correct}
          </Button>
        )}
        <BackButton to="/hour-records" />
      </PageHead>
      <OneState isPending={isPending} error={error} onRetry={() => void refetch()}>
        {record && (
          <Box sx={{ display: 'flex' }}>
            <Paper
              variant="outlined"
              sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, height: { md: 'calc(100vh - 110px)' }, minHeight: { md: 480 } }}
            >
              <RecordPanes resource="hour-records" record={record} />
            </Paper>
          </Box>
        )}
      </OneState>
      {asking && record && (
        <ReasonDialog
          decision={asking}
          name={record.title}
          failure={failure}
          busy={busy}
          onSubmit={(extras) => void submit(asking, extras)}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}
