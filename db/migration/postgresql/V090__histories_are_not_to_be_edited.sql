-- Where installer/postgresql/roles.sql was run, the program's logins may add to the histories and never change them.
-- The ledger has triggers as well; this is the second fence.
do $$
begin
    if exists (select from pg_roles where rolname = 'mortar_app') then
        revoke update, delete, truncate on inventory_movement, batch_event, audit_event from mortar_app;
        revoke insert, update, delete, truncate on flyway_schema_history from mortar_app;
    end if;
end
$$;
