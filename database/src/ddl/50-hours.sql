-- needs: hour_records, attachments, annual_results, professionals, organizations, memberships, up_users
-- Declared hours, their documents and the yearly result.

select pg_temp.ensure_content_type('hour_records');
select pg_temp.ensure_values('hour_records', 'source', 'self', 'employer', 'authority', 'bureau', 'base', 'platform', 'import', 'makeup');
select pg_temp.ensure_values('hour_records', 'subject', 'general', 'specialty', 'both');
select pg_temp.ensure_values('hour_records', 'status', 'pending', 'returned', 'approved', 'rejected', 'withdrawn', 'revoked');
select pg_temp.ensure_values('hour_records', 'assessment', 'qualified', 'excellent', 'unassessed');
select pg_temp.ensure_default('hour_records', 'extra', '''{}''');
select pg_temp.ensure_default('hour_records', 'submitted_at', 'now()');
select pg_temp.ensure_check('hour_records', 'shapes', 'jsonb_typeof("values") = ''object'' and jsonb_typeof(explanation) = ''array'' and jsonb_typeof(extra) = ''object''');
select pg_temp.ensure_check('hour_records', 'year', 'year between 1990 and 2200');
select pg_temp.ensure_check('hour_records', 'days', 'starts_on <= ends_on');
select pg_temp.ensure_check('hour_records', 'hours',
  'declared_hours >= 0 and computed_hours >= 0 and confirmed_hours >= 0 and general_hours >= 0 and specialty_hours >= 0');
select pg_temp.ensure_not_null('hour_records', 'professional_id', 'organization_id', 'submitted_at');
select pg_temp.ensure_key('hour_records', 'professional_id', 'professionals');
select pg_temp.ensure_key('hour_records', 'organization_id', 'organizations');
select pg_temp.ensure_key('hour_records', 'created_by_membership_id', 'memberships');
-- The person's year (progress, sums, duplicates), the office's list and a whole branch's, the newest first. They replace Strapi's
-- one-column indexes. None holds the status: a decision then changes no index, only the row in its place (HOT), which needs room.
alter table hour_records set (fillfactor = 90);
create index if not exists hour_records_person_year on hour_records (professional_id, year);
create index if not exists hour_records_organization_year on hour_records (organization_id, year, submitted_at desc, id);
drop index if exists hour_records_professional_id_fk;
drop index if exists hour_records_organization_id_fk;
drop index if exists hour_records_year_submitted;
-- The list of a large office, in its order: the page is read off, the tree only tested.
create index if not exists hour_records_year on hour_records (year, submitted_at, id);
create index if not exists hour_records_submitted on hour_records (submitted_at, id);
create index if not exists hour_records_filed on hour_records (filed_at) where filed_at is not null;
create index if not exists hour_records_certificate_number on hour_records (certificate_number) where certificate_number is not null;

select pg_temp.ensure_content_type('attachments');
select pg_temp.ensure_key('attachments', 'account_id', 'up_users');
select pg_temp.ensure_key('attachments', 'hour_record_id', 'hour_records');
select pg_temp.ensure_not_null('attachments', 'account_id');
select pg_temp.ensure_check('attachments', 'size', 'size > 0');
select pg_temp.ensure_check('attachments', 'sha256', 'sha256 ~ ''^[0-9a-f]{64}$''');
create index if not exists attachments_sha256 on attachments (sha256);
create unique index if not exists attachments_file_key on attachments (file_key);

select pg_temp.ensure_content_type('annual_results');
select pg_temp.ensure_values('annual_results', 'band', 'junior', 'intermediate', 'senior');
select pg_temp.ensure_check('annual_results', 'year', 'year between 1990 and 2200');
select pg_temp.ensure_check('annual_results', 'hours', 'general_hours >= 0 and specialty_hours >= 0 and required_general >= 0 and required_specialty >= 0');
select pg_temp.ensure_check('annual_results', 'flags', 'jsonb_typeof(flags) = ''array''');
select pg_temp.ensure_default('annual_results', 'general_hours', '0');
select pg_temp.ensure_default('annual_results', 'specialty_hours', '0');
select pg_temp.ensure_default('annual_results', 'flags', '''[]''');
select pg_temp.ensure_default('annual_results', 'passed', 'false');
select pg_temp.ensure_default('annual_results', 'locked', 'false');
select pg_temp.ensure_not_null('annual_results', 'professional_id', 'organization_id', 'general_hours', 'specialty_hours', 'flags', 'passed', 'locked');
select pg_temp.ensure_key('annual_results', 'professional_id', 'professionals');
select pg_temp.ensure_key('annual_results', 'organization_id', 'organizations');
create unique index if not exists annual_results_professional_year on annual_results (professional_id, year);
create index if not exists annual_results_organization_year on annual_results (organization_id, year, passed);
-- The list of a whole branch in its order: the page is read off, the tree only tested.
create index if not exists annual_results_year on annual_results (year, id);
-- Few or none are locked, and every final decision asks for them: without this the planner reads every result (13 s at 10M records).
create index if not exists annual_results_locked on annual_results (professional_id, year) where locked;
drop index if exists annual_results_professional_id_fk;
drop index if exists annual_results_organization_id_fk;
