-- needs: reviews, hour_records, organizations
-- Whose people a declaration under review belongs to: the record's unit, kept beside the review's status and year, so that the decided work
-- of a branch is counted in one index without reading a record. `subject_organization_id` is no attribute of the content type.

alter table reviews add column if not exists subject_organization_id int;
select pg_temp.ensure_key('reviews', 'subject_organization_id', 'organizations');

create or replace function place_hour_review() returns trigger language plpgsql as $$
begin
  if new.subject = 'hour-record' then
    select organization_id into new.subject_organization_id from hour_records where id = new.subject_id;
  end if;
  return new;
end $$;
create or replace trigger place_hour_review before insert on reviews for each row execute function place_hour_review();

create or replace function move_hour_review() returns trigger language plpgsql as $$
begin
  if new.organization_id is distinct from old.organization_id then
    update reviews set subject_organization_id = new.organization_id where subject = 'hour-record' and subject_id = new.id;
  end if;
  return null;
end $$;
-- No column is named here: Strapi alters columns when a schema changes, and PostgreSQL refuses that for a column a trigger names.
create or replace trigger move_hour_review after update on hour_records for each row execute function move_hour_review();

update reviews r set subject_organization_id = h.organization_id from hour_records h
 where r.subject = 'hour-record' and h.id = r.subject_id and r.subject_organization_id is distinct from h.organization_id;
create index if not exists reviews_place on reviews (subject, subject_organization_id, status, year) where current;
