import type { LearningForm, RecordSource, ReviewStatus, RowAction, Subject } from '@xueshi/core';
import type { RaRecord } from 'react-admin';

/** Row of the resources `hour-records` and `hour-reviews` (docs/architecture.md, "Resources"). Hours are numbers, days `YYYY-MM-DD`, times ISO 8601. */
export interface HourRecordRow extends RaRecord<number> {
  version: number;
  actions: RowAction[];
  professionalId: number;
  professionalName: string;
  maskedIdNumber: string;
  organizationId: number;
  organizationName: string;
  year: number;
  source: RecordSource;
  form: string;
  formName: string;
  subject: Subject;
  title: string;
  startsOn: string;
  endsOn: string;
  assessment: 'qualified' | 'excellent' | 'unassessed';
  certificateNumber: string | null;
  declaredHours: number | null;
  computedHours: number | null;
  confirmedHours: number | null;
  hours: number;
  generalHours: number;
  specialtyHours: number;
  status: ReviewStatus;
  stepName: string | null;
  stepSince: string | null;
  stepDue: string | null;
  overdue: boolean;
  submittedAt: string;
  decidedAt: string | null;
  round: number;
  lane: string;
  attachmentCount: number;
}

export interface AttachmentSummary {
  id: number;
  name: string;
  mime: string;
  size: number;
  document: string;
}

/** What the single read adds. */
export interface HourRecordDetail extends HourRecordRow {
  values: Record<string, unknown>;
  explanation: string[];
  /** The office that sets 核定学时; null when the form has none. */
  confirmingOrganizationId: number | null;
  attachments: AttachmentSummary[];
  marks: { field: string; remark: string }[];
  reason: string | null;
  formDefinition: LearningForm;
  /** For an office only: other declarations that may be the same learning (X19). */
  suspects?: Suspect[];
}

/** Another live declaration with the same certificate number or file, or of the same person and form at overlapping dates. */
export interface Suspect {
  id: number;
  year: number;
  form: string;
  /** Null when it is somebody else's. */
  title: string | null;
  status: ReviewStatus;
  samePerson: boolean;
  because: ('certificate' | 'file' | 'dates')[];
}
