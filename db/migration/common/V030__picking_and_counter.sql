-- At the shelf: what was checked, what was taken against the rule, what must be counted. At the counter: parked sales.

-- Units of an order that were scanned, or looked at, at the shelf. What counts is at most what the order is promised.
create table pick_check (
    order_id    bigint not null,
    batch_id    bigint not null,
    units       integer not null,
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    primary key (order_id, batch_id),
    constraint check_belongs_to_an_order foreign key (order_id) references sales_order (id),
    constraint check_names_a_batch foreign key (batch_id) references inventory_batch (id),
    constraint checked_units_positive check (units > 0)
);
create index pick_check_batch on pick_check (batch_id);

-- Another batch than the one that expires first was taken, for a reason. Append-only by habit.
create table fefo_override (
    id               bigint primary key,
    order_id         bigint not null,
    planned_batch_id bigint not null,
    taken_batch_id   bigint not null,
    quantity         integer not null,
    reason           varchar(200) not null,
    at               timestamp(6) with time zone not null,
    actor            varchar(120) not null,
    workstation      varchar(120) not null,
    constraint override_belongs_to_an_order foreign key (order_id) references sales_order (id),
    constraint override_names_the_planned_batch foreign key (planned_batch_id) references inventory_batch (id),
    constraint override_names_the_taken_batch foreign key (taken_batch_id) references inventory_batch (id),
    constraint override_takes_another_batch check (planned_batch_id <> taken_batch_id),
    constraint override_quantity_positive check (quantity > 0)
);
create sequence fefo_override_seq start with 1 increment by 50;
create index fefo_override_newest on fefo_override (at, id);
create index fefo_override_order on fefo_override (order_id);

-- A batch that somebody must count, because what was seen at the shelf is not what the books say.
create table count_task (
    id          bigint primary key,
    product_id  bigint not null,
    batch_id    bigint not null,
    order_id    bigint,
    quantity    integer not null,
    reason      varchar(20) not null,
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    done_at     timestamp(6) with time zone,
    constraint count_task_names_a_product foreign key (product_id) references product (id),
    constraint count_task_names_a_batch foreign key (batch_id) references inventory_batch (id),
    constraint count_task_order_exists foreign key (order_id) references sales_order (id),
    constraint count_task_quantity_positive check (quantity > 0),
    constraint count_task_reason_is_known check (reason in ('NOT_ON_SHELF'))
);
create sequence count_task_seq start with 1 increment by 50;
create index count_task_batch on count_task (batch_id, done_at);
create index count_task_open on count_task (done_at, at);

-- A sale at the counter whose units are held while nobody works on it: a telephone order, somebody who fetches money.
create table parked_sale (
    token       varchar(40) primary key,
    name        varchar(100) not null,
    note        varchar(500),
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    constraint parked_sale_has_a_hold foreign key (token) references cart_hold (token)
);

-- The number on the slip.
create sequence counter_sale_seq start with 1001 increment by 1;
create index sales_order_to_pick on sales_order (status, promised_at, created_at, id);
