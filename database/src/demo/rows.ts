import type { OrganizationKind, RecordSource, ReviewStatus, ReviewStep, Scalar, Subject, TitleBand, UserType } from '@xueshi/core';

/** Rows of the demo province as they go into the tables; names are columns. Days are YYYY-MM-DD, moments ISO 8601, hours numbers. */
export interface OrganizationRow {
  id: number;
  code: string;
  name: string;
  name_pinyin: string;
  kind: OrganizationKind;
  parent_id: number | null;
  region_code: string;
  nature: string;
  level: string;
  affiliation: string;
  address: string;
  contact: string;
  phone: string;
  status: 'active';
  created_at: string;
}

export interface AccountRow {
  id: number;
  name: string;
  id_number: string;
  mobile: string;
}

export interface MembershipRow {
  id: number;
  account_id: number;
  user_type: UserType;
  organization_id: number;
  professional_id: number | null;
  /** Code of the panel role; the table has its id. */
  role: string;
  super: boolean;
  status: 'active';
}

export interface ProfessionalRow {
  id: number;
  account_id: number;
  organization_id: number;
  name: string;
  name_pinyin: string;
  gender: 'male' | 'female';
  birth_date: string;
  education: string;
  degree: string;
  school: string;
  major: string;
  status: 'active' | 'deregistered';
}

export interface TitleRow {
  id: number;
  professional_id: number;
  series: string;
  level_code: string;
  name: string;
  obtained_on: string | null;
  certificate_number: string;
  primary: boolean;
}

export interface RecordRow {
  id: number;
  professional_id: number;
  organization_id: number;
  year: number;
  source: RecordSource;
  form: string;
  subject: Subject;
  title: string;
  starts_on: string;
  ends_on: string;
  assessment: 'qualified' | 'excellent' | 'unassessed';
  certificate_number: string | null;
  values: Record<string, Scalar>;
  explanation: string[];
  declared_hours: number;
  computed_hours: number;
  confirmed_hours: number | null;
  general_hours: number;
  specialty_hours: number;
  status: ReviewStatus;
  submitted_at: string;
  decided_at: string | null;
  /** On the province's file (rule 十三). */
  filed_at: string | null;
  created_by_membership_id: number;
}

export interface ReviewRow {
  id: number;
  subject: 'hour-record';
  subject_id: number;
  round: number;
  current: boolean;
  status: ReviewStatus;
  lane: string;
  year: number;
  route: ReviewStep[];
  step: number | null;
  organization_id: number | null;
  applicant_account_id: number;
  applicant_organization_id: number;
  owner_account_id: number;
  submitted_at: string;
  step_since: string | null;
  step_due: string | null;
  closed_at: string | null;
  last_organization_id: number | null;
  version: number;
}

export interface DecisionRow {
  review_id: number;
  subject: 'hour-record';
  subject_id: number;
  round: number;
  step: number | null;
  decision: 'submit' | 'correct' | 'approve' | 'reject' | 'return' | 'withdraw' | 'revoke';
  organization_id: number | null;
  organization_name: string | null;
  account_id: number;
  membership_id: number;
  actor_name: string;
  reason: string | null;
  marks: { field: string; remark: string }[] | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  created_at: string;
}

export interface ResultRow {
  id: number;
  professional_id: number;
  year: number;
  organization_id: number;
  region_code: string;
  band: TitleBand;
  general_hours: number;
  specialty_hours: number;
  required_general: number;
  required_specialty: number;
  passed: boolean;
  passed_at: string | null;
  flags: string[];
}

export interface CertificateRow {
  id: number;
  number: string;
  subject: 'annual-result';
  subject_id: number;
  holder_account_id: number;
  year: number;
  status: 'valid' | 'revoked';
  snapshot: Record<string, unknown>;
  verification_code: string;
  issued_at: string;
  revoked_at: string | null;
  revoke_reason: string | null;
  edition: number;
}

export interface AttachmentRow {
  account_id: number;
  hour_record_id: number;
  document: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  file_key: string;
}
