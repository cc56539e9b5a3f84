-- needs: regions, organizations, panel_roles, requirements, learning_forms, review_routes, panel_views, dictionary_items, settings, notices
-- Configuration: what administrators edit. Every change is announced to the running processes.

do $$
declare
  relation text;
begin
  foreach relation in array array['regions', 'panel_roles', 'requirements', 'learning_forms', 'review_routes', 'panel_views', 'dictionary_items', 'settings'] loop
    perform pg_temp.ensure_content_type(relation);
    perform pg_temp.ensure_notice(relation);
  end loop;
  foreach relation in array array['requirements', 'learning_forms', 'review_routes', 'panel_views'] loop
    perform pg_temp.ensure_check(relation, 'definition', 'jsonb_typeof(definition) = ''object''');
  end loop;
  foreach relation in array array['requirements', 'learning_forms', 'review_routes', 'panel_views', 'dictionary_items'] loop
    perform pg_temp.ensure_default(relation, 'enabled', 'true');
    perform pg_temp.ensure_default(relation, 'sort', '0');
    perform pg_temp.ensure_not_null(relation, 'enabled');
  end loop;
end $$;

select pg_temp.ensure_check('regions', 'code', 'code ~ ''^[0-9]{6}$''');
select pg_temp.ensure_values('regions', 'level', 'province', 'city', 'county');
select pg_temp.ensure_default('regions', 'province_direct', 'false');
select pg_temp.ensure_not_null('regions', 'province_direct');
select pg_temp.ensure_check('regions', 'parent_code', '(parent_code is null) = (level = ''province'')');
select pg_temp.ensure_key('regions', 'parent_code', 'regions', 'code');
create index if not exists regions_parent on regions (parent_code);

select pg_temp.ensure_values('panel_roles', 'user_type', 'bureau', 'authority', 'employer', 'base', 'professional');
select pg_temp.ensure_check('panel_roles', 'modules', 'jsonb_typeof(modules) = ''array''');
select pg_temp.ensure_key('panel_roles', 'organization_id', 'organizations');

select pg_temp.ensure_values('panel_views', 'user_type', 'bureau', 'authority', 'employer', 'base', 'professional');
create unique index if not exists panel_views_resource_user_type on panel_views (resource, user_type);
create unique index if not exists dictionary_items_dictionary_code on dictionary_items (dictionary, code);

select pg_temp.ensure_content_type('notices');
select pg_temp.ensure_values('notices', 'kind', 'notice', 'policy', 'faq', 'download');
create index if not exists notices_published on notices (kind, published_on desc);
