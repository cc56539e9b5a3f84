-- needs: panel_preferences, memberships
select pg_temp.ensure_content_type('panel_preferences');
select pg_temp.ensure_key('panel_preferences', 'membership_id', 'memberships', 'id', 'cascade');
select pg_temp.ensure_not_null('panel_preferences', 'membership_id', 'resource', 'columns');
select pg_temp.ensure_check('panel_preferences', 'columns', 'jsonb_typeof(columns) = ''array''');
