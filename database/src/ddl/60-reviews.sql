-- needs: reviews, review_decisions, review_substitutions, organizations, memberships, up_users
-- The review engine: one row per round of a matter, its append-only history, substitutions.

select pg_temp.ensure_content_type('reviews');
select pg_temp.ensure_values('reviews', 'status', 'pending', 'returned', 'approved', 'rejected', 'withdrawn', 'revoked');
select pg_temp.ensure_check('reviews', 'numbers', 'round >= 1 and version >= 0 and step >= 0');
select pg_temp.ensure_check('reviews', 'route', 'jsonb_typeof(route) = ''array'' and jsonb_array_length(route) > 0');
-- While it waits, an office holds it; a closed or superseded round is held by nobody.
select pg_temp.ensure_check('reviews', 'holder', '(status = ''pending'') = (organization_id is not null)');
select pg_temp.ensure_default('reviews', 'version', '0');
select pg_temp.ensure_default('reviews', 'current', 'true');
select pg_temp.ensure_not_null('reviews', 'subject', 'subject_id', 'round', 'current', 'status', 'lane', 'route', 'version', 'submitted_at');
select pg_temp.ensure_key('reviews', 'organization_id', 'organizations');
select pg_temp.ensure_key('reviews', 'last_organization_id', 'organizations');
select pg_temp.ensure_key('reviews', 'applicant_organization_id', 'organizations');
select pg_temp.ensure_key('reviews', 'applicant_account_id', 'up_users');
select pg_temp.ensure_key('reviews', 'owner_account_id', 'up_users');
create unique index if not exists reviews_round on reviews (subject, subject_id, round);
create unique index if not exists reviews_current on reviews (subject, subject_id) where current;
-- The queue of an office: what has waited for it the longest, with the year and without it; or the oldest submission first.
create index if not exists reviews_waiting on reviews (organization_id, subject, step_since, id) where current and status = 'pending';
create index if not exists reviews_waiting_year on reviews (organization_id, subject, year, lane, step_since, id) where current and status = 'pending';
create index if not exists reviews_queue on reviews (organization_id, subject, submitted_at, id) where current and status = 'pending';
drop index if exists reviews_queue_year;
-- Decided work of a large office, in the order of its lists: the page is read off, the tree only tested.
create index if not exists reviews_year on reviews (subject, year, step_since, id) where current;
create index if not exists reviews_step on reviews (subject, step_since, id) where current;
create index if not exists reviews_due on reviews (step_due) where current and status = 'pending';
drop index if exists reviews_organization_id_fk;
-- The lists of what was approved and refused: without these they would read past everything that waits, which sorts before.
create index if not exists reviews_approved on reviews (subject, step_since, id) where current and status = 'approved';
create index if not exists reviews_approved_year on reviews (subject, year, step_since, id) where current and status = 'approved';
create index if not exists reviews_refused on reviews (subject, step_since, id) where current and status in ('rejected', 'revoked');
drop index if exists reviews_decided;
drop index if exists reviews_last_organization_id_fk;
-- Nobody looks at these two by Strapi's document id: the administration does not show them.
drop index if exists reviews_documents_idx;
drop index if exists review_decisions_documents_idx;

select pg_temp.ensure_content_type('review_decisions');
select pg_temp.ensure_values('review_decisions', 'decision', 'submit', 'correct', 'approve', 'reject', 'return', 'withdraw', 'revoke');
select pg_temp.ensure_check('review_decisions', 'reason', 'decision not in (''reject'', ''return'', ''revoke'') or length(trim(reason)) > 0');
select pg_temp.ensure_not_null('review_decisions', 'review_id', 'subject', 'subject_id', 'round', 'decision', 'actor_name', 'created_at');
select pg_temp.ensure_key('review_decisions', 'review_id', 'reviews');
select pg_temp.ensure_key('review_decisions', 'organization_id', 'organizations');
select pg_temp.ensure_key('review_decisions', 'account_id', 'up_users');
select pg_temp.ensure_key('review_decisions', 'membership_id', 'memberships');
create index if not exists review_decisions_subject on review_decisions (subject, subject_id, id);
create index if not exists review_decisions_review on review_decisions (review_id);
create index if not exists review_decisions_organization on review_decisions (organization_id, subject, created_at desc) where organization_id is not null;
drop index if exists review_decisions_review_id_fk;
drop index if exists review_decisions_organization_id_fk;
create or replace trigger append_only before update or delete on review_decisions for each row execute function refuse_change();
create or replace trigger append_only_truncate before truncate on review_decisions for each statement execute function refuse_change();

select pg_temp.ensure_content_type('review_substitutions');
select pg_temp.ensure_key('review_substitutions', 'absent_membership_id', 'memberships');
select pg_temp.ensure_key('review_substitutions', 'substitute_membership_id', 'memberships');
select pg_temp.ensure_not_null('review_substitutions', 'absent_membership_id', 'substitute_membership_id', 'from_day', 'to_day');
select pg_temp.ensure_check('review_substitutions', 'days', 'from_day <= to_day');
select pg_temp.ensure_check('review_substitutions', 'others', 'absent_membership_id <> substitute_membership_id');
create index if not exists review_substitutions_substitute on review_substitutions (substitute_membership_id, from_day, to_day);
