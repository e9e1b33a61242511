-- Counts of what is really on the shelf, returns to the supplier, reversals, witnesses.

alter table inventory_movement add column witness varchar(120);
alter table inventory_movement add constraint movement_is_reversed_once unique (reverses);

alter table stock_document drop constraint document_kind_is_known;
alter table stock_document alter column kind set data type varchar(16);
alter table stock_document add constraint document_kind_is_known
    check (kind in ('RECEIPT', 'WRITE_OFF', 'SUPPLIER_RETURN'));

-- A round: what somebody decided to count.
create table count_round (
    id          bigint primary key,
    title       varchar(200) not null,
    scope       varchar(10) not null,
    status      varchar(10) not null default 'OPEN',
    started_at  timestamp(6) with time zone not null,
    started_by  varchar(120) not null,
    closed_at   timestamp(6) with time zone,
    closed_by   varchar(120),
    constraint round_scope_is_known check (scope in ('SHELF', 'CATEGORY', 'PRODUCTS', 'RISK')),
    constraint round_status_is_known check (status in ('OPEN', 'CLOSED', 'CANCELLED')),
    constraint round_says_who_closed_it check ((status = 'OPEN') = (closed_at is null))
);
create sequence count_round_seq start with 1 increment by 50;
create index count_round_newest on count_round (started_at, id);

-- The products of a round, in the order of the walk.
create table count_product (
    round_id   bigint not null,
    product_id bigint not null,
    place      integer not null,
    why        varchar(300),
    primary key (round_id, product_id),
    constraint counted_product_belongs_to_a_round foreign key (round_id) references count_round (id),
    constraint counted_product_exists foreign key (product_id) references product (id)
);
create index count_product_product on count_product (product_id);

-- What somebody counted of one batch, and what the books said at that very moment.
create table count_line (
    id           bigint primary key,
    round_id     bigint not null,
    product_id   bigint not null,
    batch_id     bigint,
    batch_number varchar(40) not null,
    expiry_date  date,
    expected     integer not null,
    counted      integer not null,
    attempt      integer not null,
    status       varchar(10) not null,
    unit_cost    numeric(19, 4),
    counted_at   timestamp(6) with time zone not null,
    counted_by   varchar(120) not null,
    workstation  varchar(120) not null,
    reason       varchar(40),
    note         varchar(500),
    decided_at   timestamp(6) with time zone,
    decided_by   varchar(120),
    movement_id  bigint,
    constraint count_line_belongs_to_a_round foreign key (round_id) references count_round (id),
    constraint count_line_names_a_product foreign key (product_id) references product (id),
    constraint count_line_batch_exists foreign key (batch_id) references inventory_batch (id),
    constraint count_line_movement_exists foreign key (movement_id) references inventory_movement (id),
    constraint count_line_status_is_known check (status in
        ('COUNTED', 'RECOUNT', 'REPLACED', 'APPROVED', 'REJECTED')),
    constraint counted_is_not_negative check (counted >= 0),
    constraint expected_is_not_negative check (expected >= 0),
    constraint count_line_attempt_is_unique unique (round_id, product_id, batch_number, expiry_date, attempt)
);
create sequence count_line_seq start with 1 increment by 50;
create index count_line_round on count_line (round_id, product_id);
create index count_line_when on count_line (counted_at, id);
create index count_line_product on count_line (product_id, counted_at);
