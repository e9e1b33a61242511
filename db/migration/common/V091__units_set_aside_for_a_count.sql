-- What a task to count has taken from sale, so that the count can give it free again.
alter table count_task add column set_aside integer default 0 not null;
alter table count_task add constraint count_task_set_aside_not_negative check (set_aside >= 0);
