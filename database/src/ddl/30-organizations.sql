-- needs: organizations, divisions, regions
-- The tree of organizations, kept as a materialised path: a subtree is one range of an ordinary index.

select pg_temp.ensure_content_type('organizations');
select pg_temp.ensure_values('organizations', 'kind', 'bureau', 'authority', 'employer', 'base');
select pg_temp.ensure_values('organizations', 'status', 'pending', 'active', 'rejected', 'read-only', 'merged');
select pg_temp.ensure_default('organizations', 'status', '''pending''');
select pg_temp.ensure_default('organizations', 'extra', '''{}''');
select pg_temp.ensure_check('organizations', 'code', 'code ~ ''^[0-9A-Z]{9}([0-9A-Z]{9})?$''');
select pg_temp.ensure_check('organizations', 'extra', 'jsonb_typeof(extra) = ''object''');
select pg_temp.ensure_check('organizations', 'parent', 'parent_id <> id');
select pg_temp.ensure_key('organizations', 'parent_id', 'organizations');
select pg_temp.ensure_key('organizations', 'region_code', 'regions', 'code');
create index if not exists organizations_region on organizations (region_code, kind);
create index if not exists organizations_name on organizations (name);

do $$
begin
  if (select c.collname from pg_attribute a join pg_collation c on c.oid = a.attcollation
       where a.attrelid = 'organizations'::regclass and a.attname = 'path') <> 'C' then
    alter table organizations alter column path type text collate "C";
  end if;
end $$;

create or replace function place_organization() returns trigger language plpgsql as $$
declare
  above text := '';
begin
  if tg_op = 'UPDATE' and new.parent_id is not distinct from old.parent_id then
    -- Only a move of an organization above (one trigger deeper) may write a path.
    if pg_trigger_depth() = 1 then new.path := old.path; end if;
    return new;
  end if;
  if new.parent_id is not null then
    -- Locked: a move of the parent at the same time would leave this one behind.
    select path into above from organizations where id = new.parent_id for share;
    if above is null then
      raise exception 'organization %: parent % does not exist (insert parents first)', new.id, new.parent_id using errcode = 'foreign_key_violation';
    end if;
  end if;
  if tg_op = 'UPDATE' and above like old.path || '%' then
    raise exception 'organization % cannot be placed below itself', new.id using errcode = 'check_violation';
  end if;
  new.path := above || new.id || '.';
  return new;
end $$;
create or replace trigger place_organization before insert or update on organizations for each row execute function place_organization();

create or replace function move_branch() returns trigger language plpgsql as $$
begin
  -- Asked here and not in WHEN: Strapi cannot alter a column that a trigger's definition names.
  if new.path = old.path then return null; end if;
  update organizations set path = new.path || substr(path, length(old.path) + 1)
   where path > old.path and path < rtrim(old.path, '.') || '/' and id <> new.id;
  return null;
end $$;
create or replace trigger move_branch after update on organizations for each row when (pg_trigger_depth() = 0) execute function move_branch();

select pg_temp.ensure_not_null('organizations', 'path');
create unique index if not exists organizations_path on organizations (path);

alter table organizations add column if not exists name_grams text[] generated always as (name_grams(name::text)) stored;
create index if not exists organizations_name_grams on organizations using gin (name_grams);

select pg_temp.ensure_content_type('divisions');
select pg_temp.ensure_key('divisions', 'organization_id', 'organizations');
select pg_temp.ensure_key('divisions', 'parent_id', 'divisions');
select pg_temp.ensure_not_null('divisions', 'organization_id');
select pg_temp.ensure_default('divisions', 'enabled', 'true');
create unique index if not exists divisions_name on divisions (organization_id, coalesce(parent_id, 0), name);
