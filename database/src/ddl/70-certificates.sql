-- needs: certificates, up_users
select pg_temp.ensure_content_type('certificates');
select pg_temp.ensure_values('certificates', 'status', 'valid', 'revoked');
select pg_temp.ensure_default('certificates', 'status', '''valid''');
select pg_temp.ensure_default('certificates', 'edition', '1');
select pg_temp.ensure_default('certificates', 'issued_at', 'now()');
select pg_temp.ensure_check('certificates', 'edition', 'edition >= 1');
select pg_temp.ensure_check('certificates', 'snapshot', 'jsonb_typeof(snapshot) = ''object''');
select pg_temp.ensure_check('certificates', 'revoked', '(status = ''revoked'') = (revoked_at is not null)');
select pg_temp.ensure_not_null('certificates', 'number', 'subject', 'subject_id', 'holder_account_id', 'year', 'snapshot', 'verification_code', 'issued_at', 'edition');
select pg_temp.ensure_key('certificates', 'holder_account_id', 'up_users');
-- Strapi's own unique index on the number (`certificates_number_uq`) is enough.
drop index if exists certificates_number;
-- One valid certificate for one result; each edition once.
create unique index if not exists certificates_valid on certificates (subject, subject_id) where status = 'valid';
create unique index if not exists certificates_edition on certificates (subject, subject_id, edition);
create index if not exists certificates_holder on certificates (holder_account_id, year);
drop index if exists certificates_holder_account_id_fk;
