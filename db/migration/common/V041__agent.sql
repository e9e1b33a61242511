-- The agent: its timetable, who keeps it, and how its jobs went.

-- db-scheduler's table, by its own names.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            bytea,
    execution_time       timestamp(6) with time zone,
    picked               boolean not null,
    picked_by            varchar(120),
    last_success         timestamp(6) with time zone,
    last_failure         timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp(6) with time zone,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- A program that keeps the timetable says so every few seconds.
create table agent_heartbeat (
    agent      varchar(120) primary key,
    started_at timestamp(6) with time zone not null,
    beat_at    timestamp(6) with time zone not null
);

-- last_at is the last time that a job was done; beside it, the last time that it failed.
alter table job_mark add column failed_at timestamp(6) with time zone;
alter table job_mark add column failed_on varchar(120);
alter table job_mark add column failure varchar(500);

-- What the nightly check of the books found.
create table books_check (
    id          bigint primary key,
    at          timestamp(6) with time zone not null,
    workstation varchar(120) not null,
    ok          boolean not null,
    violations  integer not null,
    findings    varchar(4000) not null
);
create sequence books_check_seq start with 1 increment by 50;
create index books_check_newest on books_check (at, id);
