-- Temporary functions of the session: they say what should be, and change only what is not so.

create or replace function pg_temp.ensure_check(relation text, label text, expression text) returns void language plpgsql as $$
declare
  full_name text := relation || '_' || label || '_check';
  mark text := md5(expression);
  found_mark text;
begin
  select coalesce(obj_description(c.oid, 'pg_constraint'), '') into found_mark
    from pg_constraint c where c.conrelid = relation::regclass and c.conname = full_name;
  if found_mark = mark then return; end if;
  if found_mark is not null then execute format('alter table %I drop constraint %I', relation, full_name); end if;
  execute format('alter table %I add constraint %I check (%s)', relation, full_name, expression);
  execute format('comment on constraint %I on %I is %L', full_name, relation, mark);
end $$;

/* The column holds one of the values. */
create or replace function pg_temp.ensure_values(relation text, column_name text, variadic allowed text[]) returns void language sql as $$
  select pg_temp.ensure_check(relation, column_name, format('%I = any (%L::text[])', column_name, allowed));
$$;

/* A foreign key named as Strapi names it. Strapi makes ON DELETE SET NULL; a record must not lose its owner that way. */
create or replace function pg_temp.ensure_key(relation text, column_name text, target text, target_column text default 'id', on_delete text default 'no action')
returns void language plpgsql as $$
declare
  full_name text := relation || '_' || column_name || '_fk';
  action "char" := case on_delete when 'cascade' then 'c' when 'set null' then 'n' else 'a' end;
  found_action "char";
begin
  select c.confdeltype into found_action from pg_constraint c where c.conrelid = relation::regclass and c.conname = full_name;
  if found_action = action then return; end if;
  if found_action is not null then execute format('alter table %I drop constraint %I', relation, full_name); end if;
  execute format('alter table %I add constraint %I foreign key (%I) references %I (%I) on delete %s', relation, full_name, column_name, target, target_column, on_delete);
end $$;

create or replace function pg_temp.ensure_not_null(relation text, variadic columns text[]) returns void language plpgsql as $$
declare
  name text;
begin
  foreach name in array columns loop
    if not (select attnotnull from pg_attribute where attrelid = relation::regclass and attname = name) then
      execute format('alter table %I alter column %I set not null', relation, name);
    end if;
  end loop;
end $$;

create or replace function pg_temp.ensure_default(relation text, column_name text, expression text) returns void language plpgsql as $$
begin
  execute format('alter table %I alter column %I set default %s', relation, column_name, expression);
end $$;

/* Fills Strapi's own columns, so that a raw insert names only what it means. */
create or replace function fill_stock_columns() returns trigger language plpgsql as $$
begin
  new.document_id := coalesce(new.document_id, left(replace(gen_random_uuid()::text, '-', ''), 24));
  new.created_at := coalesce(new.created_at, now());
  new.updated_at := coalesce(new.updated_at, new.created_at);
  new.published_at := coalesce(new.published_at, new.created_at);
  return new;
end $$;

/*
 * What every content type of ours gets: times with time zone, and Strapi's own columns filled. By a trigger and not by defaults:
 * Strapi takes a default it did not make for a change of the column and would rewrite the table whenever its schema changes. The two
 * indexes on who edited a row in the administration only slow the writes down.
 */
create or replace function pg_temp.ensure_content_type(relation text) returns void language plpgsql as $$
declare
  name text;
begin
  foreach name in array array['created_at', 'updated_at', 'published_at'] loop
    if (select atttypid from pg_attribute where attrelid = relation::regclass and attname = name) <> 'timestamptz'::regtype then
      execute format('alter table %I alter column %I type timestamptz', relation, name);
    end if;
  end loop;
  execute format('create or replace trigger fill_stock_columns before insert on %I for each row execute function fill_stock_columns()', relation);
  execute format('drop index if exists %I', relation || '_created_by_id_fk');
  execute format('drop index if exists %I', relation || '_updated_by_id_fk');
end $$;

/* Refuses every change to rows once written. */
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

/* Tells every process to read the configuration again. */
create or replace function notify_policy_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('policy_changed', tg_table_name);
  return null;
end $$;

create or replace function pg_temp.ensure_notice(relation text) returns void language plpgsql as $$
begin
  execute format('create or replace trigger policy_changed after insert or update or delete or truncate on %I for each statement execute function notify_policy_changed()', relation);
end $$;

/* Pairs of neighbouring characters of a name: finds a person by any two of them through a GIN index (0.2 ms at a million). */
create or replace function name_grams(name text) returns text[] immutable parallel safe language sql
return array(select substr(lower(name), i, 2) from generate_series(1, char_length(name) - 1) i);
