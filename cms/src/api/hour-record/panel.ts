import { defineResource } from '@xueshi/plugin-panel';
import { detailRecord, presentRecords } from './present-records';
import { ofHourRecords, recordExtra, recordFields, recordJoins } from './record-fields.sql';

const { r, rv, p, a, o, place } = recordJoins;
const carries = ['version', 'actions'];

const recordsOfSubtree = { by: 'path', expression: 'o.path', joins: ['o'] } as const;
const openToOffice = ['hour-record', 'hour-review', 'base-hour-review'] as const;

/** 申报记录 (D06, D17): a professional's own declarations; an office's, of the people of its subtree. */
export const hourRecords = defineResource({
  name: 'hour-records',
  label: '学时申报记录',
  modules: { bureau: openToOffice, authority: openToOffice, employer: openToOffice, professional: ['hour-record', 'hour-declare'] },
  base: { table: 'hour_records', alias: 'r', row: 'r.id' },
  joins: { rv, p, a, o },
  scopes: {
    bureau: recordsOfSubtree,
    authority: recordsOfSubtree,
    employer: recordsOfSubtree,
    professional: { by: 'professional', expression: 'r.professional_id' },
  },
  fields: recordFields('r'),
  extra: recordExtra('r'),
  carries,
  order: { field: 'submittedAt', direction: 'DESC' },
  counters: [
    {
      code: 'returned-records',
      label: '退回修改的申报',
      userTypes: ['professional'],
      module: 'hour-record',
      filter: { status: 'returned' },
    },
    { code: 'pending-records', label: '待审核的申报', userTypes: ['professional'], module: 'hour-record', filter: { status: 'pending' } },
  ],
  review: { subject: 'hour-record' },
  present: presentRecords,
  detail: detailRecord,
});

/** Records of the subtree, and those waiting at or decided last by the office though they lie outside of it (routes to another branch). */
const reviewsOfOffice = {
  by: 'any',
  of: [
    { by: 'path', expression: 'place.path', joins: ['place'] },
    { by: 'organization', expression: 'rv.organization_id' },
    { by: 'organization', expression: 'rv.last_organization_id' },
  ],
} as const;
// One range on the tree's index: with the alternatives above, a list of decided work would read every review there is.
const ofSubtree = { by: 'path', expression: 'place.path', joins: ['place'] } as const;
const decided = { bureau: ofSubtree, authority: ofSubtree, employer: ofSubtree };
const atOffice = { by: 'organization', expression: 'rv.organization_id' } as const;
const offices = ['bureau', 'authority', 'employer'] as const;

/** 学时（分）审核 (D18–D21): the queue of an office, and what became of the work of its subtree. */
export const hourReviews = defineResource({
  name: 'hour-reviews',
  label: '学时（分）审核',
  modules: {
    bureau: ['hour-review', 'base-hour-review'],
    authority: ['hour-review', 'base-hour-review'],
    employer: ['hour-review', 'base-hour-review'],
  },
  base: { table: 'reviews', alias: 'rv', row: 'rv.id', id: 'rv.subject_id', where: ofHourRecords },
  joins: { place, r, p, a, o },
  scopes: { bureau: reviewsOfOffice, authority: reviewsOfOffice, employer: reviewsOfOffice },
  fields: recordFields('rv'),
  extra: recordExtra('rv'),
  carries,
  order: { field: 'stepSince', direction: 'ASC' },
  tabs: {
    pending: { label: '待审核', where: { expression: "rv.status = 'pending'" }, scopes: { bureau: atOffice, authority: atOffice, employer: atOffice } },
    approved: { label: '审核通过', where: { expression: "rv.status = 'approved'" }, scopes: decided },
    rejected: { label: '审核不通过', where: { expression: "rv.status in ('rejected', 'revoked')" }, scopes: decided },
    filed: { label: '备案', where: { expression: 'r.filed_at is not null', joins: ['r'] }, scopes: decided },
    all: { label: '全部', scopes: decided },
  },
  defaultTab: 'pending',
  counters: [
    {
      code: 'hour-reviews',
      label: '待审核学时',
      userTypes: offices,
      module: 'hour-review',
      filter: { tab: 'pending', lane: 'standard', year: 'current-year' },
      year: 'year',
      overdue: 'overdue',
    },
    {
      code: 'base-hour-reviews',
      label: '继教基地待审核学时',
      userTypes: offices,
      module: 'base-hour-review',
      filter: { tab: 'pending', lane: 'base', year: 'current-year' },
      year: 'year',
      overdue: 'overdue',
    },
  ],
  review: { subject: 'hour-record' },
  present: presentRecords,
  detail: detailRecord,
});
