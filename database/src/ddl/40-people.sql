-- needs: up_users, organizations, divisions, professionals, professional_titles, panel_roles, memberships
-- Accounts, professionals, memberships.

select pg_temp.ensure_check('up_users', 'id_number_digest', 'id_number_digest ~ ''^[0-9a-f]{64}$''');
select pg_temp.ensure_content_type('up_users');
select pg_temp.ensure_default('up_users', 'must_change_password', 'false');
select pg_temp.ensure_default('up_users', 'blocked', 'false');
select pg_temp.ensure_default('up_users', 'confirmed', 'true');
select pg_temp.ensure_default('up_users', 'provider', '''local''');
select pg_temp.ensure_not_null('up_users', 'username', 'email', 'name', 'password', 'id_number_cipher', 'id_number_mask', 'must_change_password');
create unique index if not exists up_users_username on up_users (username);
create unique index if not exists up_users_email on up_users (email);

select pg_temp.ensure_content_type('professionals');
select pg_temp.ensure_values('professionals', 'status', 'pending', 'active', 'transferring', 'deregistered', 'rejected');
select pg_temp.ensure_values('professionals', 'gender', 'male', 'female', 'unknown');
select pg_temp.ensure_default('professionals', 'status', '''pending''');
select pg_temp.ensure_default('professionals', 'extra', '''{}''');
select pg_temp.ensure_check('professionals', 'extra', 'jsonb_typeof(extra) = ''object''');
select pg_temp.ensure_key('professionals', 'account_id', 'up_users');
select pg_temp.ensure_key('professionals', 'organization_id', 'organizations');
select pg_temp.ensure_key('professionals', 'division_id', 'divisions', 'id', 'set null');
select pg_temp.ensure_not_null('professionals', 'account_id', 'organization_id');
create unique index if not exists professionals_account on professionals (account_id);
drop index if exists professionals_account_id_fk;
create index if not exists professionals_organization_name on professionals (organization_id, name, id);
alter table professionals add column if not exists name_grams text[] generated always as (name_grams(name::text)) stored;
create index if not exists professionals_name_grams on professionals using gin (name_grams);
-- Lists sorted by name, in Chinese order.
create index if not exists professionals_name_chinese on professionals (name collate "zh-Hans-CN-x-icu", id);

select pg_temp.ensure_content_type('professional_titles');
select pg_temp.ensure_key('professional_titles', 'professional_id', 'professionals');
select pg_temp.ensure_not_null('professional_titles', 'professional_id');
select pg_temp.ensure_default('professional_titles', 'primary', 'false');
create unique index if not exists professional_titles_primary on professional_titles (professional_id) where "primary";

select pg_temp.ensure_content_type('memberships');
select pg_temp.ensure_values('memberships', 'user_type', 'bureau', 'authority', 'employer', 'base', 'professional');
select pg_temp.ensure_values('memberships', 'status', 'pending', 'active', 'disabled', 'removed', 'rejected');
select pg_temp.ensure_default('memberships', 'status', '''pending''');
select pg_temp.ensure_default('memberships', 'super', 'false');
select pg_temp.ensure_not_null('memberships', 'account_id', 'super');
select pg_temp.ensure_key('memberships', 'account_id', 'up_users');
select pg_temp.ensure_key('memberships', 'organization_id', 'organizations');
select pg_temp.ensure_key('memberships', 'professional_id', 'professionals');
select pg_temp.ensure_key('memberships', 'panel_role_id', 'panel_roles');
select pg_temp.ensure_check('memberships', 'holder', 'case user_type when ''professional'' then professional_id is not null else organization_id is not null and professional_id is null end');
-- A rejection or removal frees the pair of person and role (decision 3).
create unique index if not exists memberships_live on memberships (account_id, user_type, coalesce(case when user_type <> 'professional' then organization_id end, 0))
  where status in ('pending', 'active', 'disabled');
create unique index if not exists memberships_super on memberships (organization_id, user_type) where super and status = 'active';
