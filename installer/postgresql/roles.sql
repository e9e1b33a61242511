-- Who may do what in Mortar's shared database. Run once by an administrator, as superuser, connected to the empty
-- database, before `mortar migrate`:
--
--     createdb mortar && psql -d mortar -f roles.sql
--
-- Then make one login for the migrations and one for each workstation and server:
--
--     create role mortar_migration login password '…' in role mortar_owner;
--     alter role mortar_migration in database mortar set role mortar_owner;
--     create role till_1 login password '…' in role mortar_app connection limit 10;
--     alter role till_1 set lock_timeout = '3s';
--     alter role till_1 set statement_timeout = '8s';
--     alter role till_1 set idle_in_transaction_session_timeout = '10s';
--
-- and name them in mortar.properties: db.owner-user and db.owner-password-file for the first, db.user and
-- db.password-file for the second. In pg_hba.conf let only these in, and only encrypted:
--
--     hostssl  mortar  +mortar_app  192.168.1.0/24  scram-sha-256

create role mortar_owner nologin;
create role mortar_app nologin;
create role mortar_report nologin;

-- Nobody else comes in or makes anything.
do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to mortar_owner, mortar_app, mortar_report', current_database());
end
$$;
revoke all on schema public from public;
grant usage, create on schema public to mortar_owner;
grant usage on schema public to mortar_app, mortar_report;

-- What the owner's migrations make, the program uses and reports read. The migrations themselves take back what makes
-- the ledger and the other histories append-only.
alter default privileges for role mortar_owner in schema public
    grant select, insert, update, delete on tables to mortar_app;
alter default privileges for role mortar_owner in schema public grant usage, select on sequences to mortar_app;
alter default privileges for role mortar_owner in schema public grant select on tables to mortar_report;
