-- Alerts: when a product is low or out, which batches come near their expiry, and the messages about both.

-- A product below its minimum, from the moment it fell until it recovered. The nullable unique key allows one that is open.
create table alert_episode (
    id                 bigint primary key,
    product_id         bigint not null,
    open_product       bigint,
    severity           varchar(3) not null,
    good_units         integer not null,
    minimum            integer not null,
    opened_at          timestamp(6) with time zone not null,
    last_notified_at   timestamp(6) with time zone,
    period             integer not null default 0,
    out_period         integer,
    repeats            integer not null default 0,
    escalated_at       timestamp(6) with time zone,
    acknowledged_at    timestamp(6) with time zone,
    acknowledged_by    varchar(120),
    snoozed_until      date,
    snoozed_to_receipt boolean not null default false,
    resolved_at        timestamp(6) with time zone,
    constraint episode_is_about_a_product foreign key (product_id) references product (id),
    constraint one_open_episode_per_product unique (open_product),
    constraint episode_is_open_until_it_is_resolved check ((open_product is null) = (resolved_at is not null)),
    constraint episode_severity_is_known check (severity in ('LOW', 'OUT'))
);
create sequence alert_episode_seq start with 1 increment by 50;
create index alert_episode_product on alert_episode (product_id, resolved_at);
create index alert_episode_newest on alert_episode (opened_at, id);

-- Each time a product that had good units had none left, whatever its minimum.
create table stockout (
    id           bigint primary key,
    product_id   bigint not null,
    open_product bigint,
    began_at     timestamp(6) with time zone not null,
    ended_at     timestamp(6) with time zone,
    constraint stockout_is_of_a_product foreign key (product_id) references product (id),
    constraint one_open_stockout_per_product unique (open_product),
    constraint stockout_lasts_until_it_ends check ((open_product is null) = (ended_at is not null))
);
create sequence stockout_seq start with 1 increment by 50;
create index stockout_product on stockout (product_id);
create index stockout_began on stockout (began_at);

-- The nearest stage of its expiry that a batch was told of; it only ever comes nearer.
create table expiry_mark (
    batch_id   bigint primary key,
    stage      integer not null,
    entered_on date not null,
    constraint expiry_mark_is_of_a_batch foreign key (batch_id) references inventory_batch (id)
);

-- The outbox: detected in the transaction of what happened, sent by the agent.
alter table notification add column kind varchar(10) not null;
alter table notification add column stage integer;
alter table notification add column due_at timestamp(6) with time zone not null;
alter table notification add column next_at timestamp(6) with time zone not null;
alter table notification add column claimed_by varchar(120);
alter table notification add column claimed_until timestamp(6) with time zone;
alter table notification add column resent boolean default false not null;
alter table notification add column body varchar(4000);
alter table notification add column provider_id varchar(200);
alter table notification add column last_error varchar(500);
alter table notification add column finished_at timestamp(6) with time zone;
alter table notification add column delivered_at timestamp(6) with time zone;
alter table notification add constraint notification_kind_is_known
    check (kind in ('LOW_STOCK', 'STOCK_OUT', 'EXPIRY', 'ESCALATION', 'TEST'));
alter table notification add constraint notification_knows_when_it_was_sent
    check (status not in ('SENT', 'DELIVERED') or sent_at is not null);
create index notification_waiting on notification (status, channel, next_at);
create index notification_due on notification (due_at);
create index notification_newest on notification (detected_at, id);
create index notification_provider_id on notification (provider_id);

-- What a message is about: episodes, each once for a period ...
create table notification_episode (
    notification_id bigint not null,
    episode_id      bigint not null,
    period          integer not null,
    good_units      integer not null,
    minimum         integer not null,
    primary key (notification_id, episode_id),
    constraint mention_belongs_to_a_message foreign key (notification_id) references notification (id),
    constraint mention_is_of_an_episode foreign key (episode_id) references alert_episode (id)
);
create index notification_episode_episode on notification_episode (episode_id, period);

-- ... or batches.
create table notification_batch (
    notification_id bigint not null,
    batch_id        bigint not null,
    units           integer not null,
    primary key (notification_id, batch_id),
    constraint batch_mention_belongs_to_a_message foreign key (notification_id) references notification (id),
    constraint batch_mention_is_of_a_batch foreign key (batch_id) references inventory_batch (id)
);
create index notification_batch_batch on notification_batch (batch_id);

-- What a provider reported of a message before its own answer was recorded.
create table delivery_report (
    provider    varchar(20) not null,
    provider_id varchar(200) not null,
    status      varchar(10) not null,
    detail      varchar(500),
    at          timestamp(6) with time zone not null,
    primary key (provider, provider_id),
    constraint report_status_is_known check (status in ('SENT', 'DELIVERED', 'FAILED'))
);
create index delivery_report_age on delivery_report (at);
