-- What the plan's rates are made of, besides the ledger.

-- Requests for units, by the minute and the process that decided them: no row is shared, so nobody waits for one.
create table reservation_minute (
    at      timestamp(6) with time zone not null,
    process varchar(40) not null,
    granted bigint not null,
    refused bigint not null,
    primary key (at, process),
    constraint reservation_minute_counts_up check (granted >= 0 and refused >= 0)
);

-- A promise that stock could not keep, and why. Append-only by habit.
create table oversell_incident (
    id          bigint primary key,
    cause       varchar(12) not null,
    token       varchar(40),
    order_id    bigint,
    product_id  bigint,
    units       integer not null,
    detail      varchar(500) not null,
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    constraint incident_order_exists foreign key (order_id) references sales_order (id),
    constraint incident_names_a_product foreign key (product_id) references product (id),
    constraint incident_cause_is_known check (cause in ('CONCURRENCY', 'DISPATCH', 'RECALL', 'EXPIRY', 'COUNT'))
);
create sequence oversell_incident_seq start with 1 increment by 50;
create index oversell_incident_at on oversell_incident (at);
create index oversell_incident_order on oversell_incident (order_id);
