-- Products, batches, holds, orders and the ledger. One script for H2 and PostgreSQL.
-- A constraint is named as the sentence it defends.

create table installation (
    id         varchar(40) primary key,
    created_at timestamp(6) with time zone not null
);

create table pharmacy_setting (
    name  varchar(100) primary key,
    setting varchar(2000) not null
);

create table api_key (
    id           bigint primary key,
    name         varchar(100) not null,
    prefix       varchar(12) not null,
    secret_hash  varchar(64) not null,
    scopes       varchar(200) not null,
    created_at   timestamp(6) with time zone not null,
    revoked_at   timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone,
    constraint api_key_name_is_unique unique (name),
    constraint api_key_prefix_is_unique unique (prefix)
);
create sequence api_key_seq start with 1 increment by 1;

create table product (
    id                    bigint primary key,
    sku                   varchar(64) not null,
    gtin                  varchar(14),
    name                  varchar(200) not null,
    generic_name          varchar(200),
    strength              varchar(100),
    form                  varchar(100),
    atc_code              varchar(20),
    category              varchar(100),
    supplier              varchar(200),
    shelf                 varchar(50),
    min_stock_level       integer not null default 0,
    reorder_quantity      integer,
    min_shelf_life_days   integer,
    price                 numeric(19, 4),
    controlled            boolean not null default false,
    expires               boolean not null default true,
    active                boolean not null default true,
    stock_quantity        integer not null default 0,
    reserved_quantity     integer not null default 0,
    low_stock_notified_at timestamp(6) with time zone,
    ledger_seq            bigint not null default 0,
    ledger_hash           varchar(64) not null default '0000000000000000000000000000000000000000000000000000000000000000',
    search_text           varchar(1000) not null,
    created_at            timestamp(6) with time zone not null,
    updated_at            timestamp(6) with time zone not null,
    constraint product_sku_is_unique unique (sku),
    constraint product_gtin_is_unique unique (gtin),
    constraint product_stock_not_negative check (stock_quantity >= 0),
    constraint product_reserved_not_negative check (reserved_quantity >= 0),
    constraint product_not_oversold check (reserved_quantity <= stock_quantity),
    constraint product_minimum_not_negative check (min_stock_level >= 0),
    constraint product_reorder_quantity_positive check (reorder_quantity > 0),
    constraint product_shelf_life_not_negative check (min_shelf_life_days >= 0),
    constraint product_price_not_negative check (price >= 0)
);
create sequence product_seq start with 1 increment by 1;

create table inventory_batch (
    id                   bigint primary key,
    product_id           bigint not null,
    batch_number         varchar(40) not null,
    expiry_date          date,
    received_at          timestamp(6) with time zone not null,
    quantity             integer not null,
    reserved_quantity    integer not null default 0,
    quarantined_quantity integer not null default 0,
    status               varchar(10) not null default 'AVAILABLE',
    unit_cost            numeric(19, 4),
    constraint batch_belongs_to_a_product foreign key (product_id) references product (id),
    constraint batch_is_unique unique (product_id, batch_number, expiry_date),
    constraint batch_quantity_not_negative check (quantity >= 0),
    constraint batch_reserved_not_negative check (reserved_quantity >= 0),
    constraint batch_quarantined_not_negative check (quarantined_quantity >= 0),
    constraint batch_not_oversold check (reserved_quantity + quarantined_quantity <= quantity),
    constraint batch_status_is_known check (status in ('AVAILABLE', 'RECALLED')),
    constraint batch_cost_not_negative check (unit_cost >= 0)
);
create sequence inventory_batch_seq start with 1 increment by 50;
create index inventory_batch_expiry_date on inventory_batch (expiry_date);

create table sales_order (
    id               bigint primary key,
    external_ref     varchar(100) not null,
    owner            varchar(80) not null,
    channel          varchar(10) not null,
    status           varchar(10) not null,
    token            varchar(40),
    customer         varchar(4000),
    promised_at      timestamp(6) with time zone,
    stock_updated_at timestamp(6) with time zone,
    created_at       timestamp(6) with time zone not null,
    updated_at       timestamp(6) with time zone not null,
    constraint order_reference_is_unique_per_owner unique (owner, external_ref),
    constraint order_channel_is_known check (channel in ('RETAIL', 'WHOLESALE', 'COUNTER')),
    constraint order_status_is_known check (status in
        ('PENDING', 'CONFIRMED', 'PICKING', 'PACKED', 'DISPATCHED', 'DELIVERED', 'CANCELLED', 'RETURNED'))
);
create sequence sales_order_seq start with 1 increment by 50;
create index sales_order_newest on sales_order (created_at, id);
create index sales_order_status on sales_order (status, created_at, id);

create table order_line (
    id         bigint primary key,
    order_id   bigint not null,
    line_no    integer not null,
    product_id bigint not null,
    quantity   integer not null,
    constraint order_line_belongs_to_an_order foreign key (order_id) references sales_order (id),
    constraint order_line_names_a_product foreign key (product_id) references product (id),
    constraint order_line_product_is_unique unique (order_id, product_id),
    constraint order_line_quantity_positive check (quantity > 0)
);
create sequence order_line_seq start with 1 increment by 50;
create index order_line_product on order_line (product_id);

-- A cart's hold as a whole; its lines are stock_reservation.
create table cart_hold (
    token           varchar(40) primary key,
    owner           varchar(80) not null,
    cart_id         varchar(100),
    live_cart       varchar(200),
    order_ref       varchar(100),
    order_id        bigint,
    status          varchar(10) not null,
    expires_at      timestamp(6) with time zone not null,
    created_at      timestamp(6) with time zone not null,
    closed_at       timestamp(6) with time zone,
    released_reason varchar(200),
    constraint hold_order_exists foreign key (order_id) references sales_order (id),
    constraint one_live_hold_per_cart unique (live_cart),
    constraint hold_status_is_known check (status in ('ACTIVE', 'EXPIRED', 'RELEASED', 'COMMITTED', 'FULFILLED'))
);
create index cart_hold_status on cart_hold (status, expires_at);
create index cart_hold_order_ref on cart_hold (order_ref);
create index cart_hold_order on cart_hold (order_id);

create table stock_reservation (
    id         bigint primary key,
    token      varchar(40) not null,
    order_id   bigint,
    product_id bigint not null,
    quantity   integer not null,
    expires_at timestamp(6) with time zone not null,
    status     varchar(10) not null,
    constraint reservation_belongs_to_a_hold foreign key (token) references cart_hold (token),
    constraint reservation_names_a_product foreign key (product_id) references product (id),
    constraint reservation_product_is_unique unique (token, product_id),
    constraint reservation_quantity_positive check (quantity > 0),
    constraint reservation_status_is_known
        check (status in ('ACTIVE', 'EXPIRED', 'RELEASED', 'COMMITTED', 'FULFILLED'))
);
create sequence stock_reservation_seq start with 1 increment by 50;
create index stock_reservation_product on stock_reservation (product_id, status, expires_at);

create table reservation_allocation (
    reservation_id bigint not null,
    batch_id       bigint not null,
    quantity       integer not null,
    fefo           varchar(8) not null default 'YES',
    primary key (reservation_id, batch_id),
    constraint allocation_belongs_to_a_reservation foreign key (reservation_id) references stock_reservation (id),
    constraint allocation_names_a_batch foreign key (batch_id) references inventory_batch (id),
    constraint allocation_quantity_positive check (quantity > 0),
    constraint allocation_fefo_is_known check (fefo in ('YES', 'OVERRIDE', 'NO'))
);
create index reservation_allocation_batch on reservation_allocation (batch_id);

-- What happened to a batch without moving units: set aside, given free, recalled. Append-only by habit.
create table batch_event (
    id          bigint primary key,
    batch_id    bigint not null,
    kind        varchar(10) not null,
    quantity    integer not null,
    note        varchar(500),
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    constraint event_names_a_batch foreign key (batch_id) references inventory_batch (id),
    constraint event_kind_is_known check (kind in ('HOLD', 'RELEASE', 'RECALL'))
);
create sequence batch_event_seq start with 1 increment by 50;
create index batch_event_batch on batch_event (batch_id);

-- Goods-in notes and write-off notes: a reference is booked once.
create table stock_document (
    id           bigint primary key,
    kind         varchar(10) not null,
    owner        varchar(80) not null,
    reference    varchar(100) not null,
    content_hash varchar(64) not null,
    supplier     varchar(200),
    created_at   timestamp(6) with time zone not null,
    constraint document_is_booked_once unique (owner, kind, reference),
    constraint document_kind_is_known check (kind in ('RECEIPT', 'WRITE_OFF'))
);
create sequence stock_document_seq start with 1 increment by 50;

-- The ledger. Append-only: triggers refuse update, delete and truncate.
create table inventory_movement (
    id            bigint primary key,
    product_id    bigint not null,
    batch_id      bigint not null,
    type          varchar(16) not null,
    quantity      integer not null,
    batch_number  varchar(40) not null,
    expiry_date   date,
    seq           bigint not null,
    prev_hash     varchar(64) not null,
    hash          varchar(64) not null,
    at            timestamp(6) with time zone not null,
    actor         varchar(120) not null,
    workstation   varchar(120) not null,
    reason        varchar(40),
    note          varchar(500),
    reference     varchar(200),
    document_id   bigint,
    order_line_id bigint,
    fefo          varchar(8),
    unit_cost     numeric(19, 4),
    reverses      bigint,
    constraint movement_names_a_product foreign key (product_id) references product (id),
    constraint movement_names_a_batch foreign key (batch_id) references inventory_batch (id),
    constraint movement_document_exists foreign key (document_id) references stock_document (id),
    constraint movement_order_line_exists foreign key (order_line_id) references order_line (id),
    constraint movement_reverses_a_movement foreign key (reverses) references inventory_movement (id),
    constraint movement_sequence_is_unique unique (product_id, seq),
    constraint movement_is_booked_once_per_line_and_batch unique (order_line_id, batch_id, type),
    constraint movement_type_is_known
        check (type in ('IN', 'OUT', 'ADJUSTMENT', 'WASTE', 'RETURN', 'SUPPLIER_RETURN')),
    constraint movement_fefo_is_known check (fefo in ('YES', 'OVERRIDE', 'NO')),
    constraint movement_moves_something check (quantity <> 0),
    constraint movement_in_adds check (type not in ('IN', 'RETURN') or reverses is not null or quantity > 0),
    constraint movement_out_takes
        check (type not in ('OUT', 'WASTE', 'SUPPLIER_RETURN') or reverses is not null or quantity < 0)
);
create sequence inventory_movement_seq start with 1 increment by 50;
create index inventory_movement_newest on inventory_movement (at, id);
create index inventory_movement_batch on inventory_movement (batch_id);
create index inventory_movement_document on inventory_movement (document_id);

-- When scheduled work last ran, and since when it has run without a gap.
create table job_mark (
    job         varchar(40) primary key,
    alive_since timestamp(6) with time zone not null,
    last_at     timestamp(6) with time zone not null,
    workstation varchar(120) not null
);

-- The first answer to a request that carried an Idempotency-Key; route and body are SHA-256 sums.
create table idempotency_answer (
    owner      varchar(80) not null,
    route      varchar(64) not null,
    idem_key   varchar(255) not null,
    body_hash  varchar(64) not null,
    status     integer,
    media_type varchar(100),
    answer     bytea,
    created_at timestamp(6) with time zone not null,
    primary key (owner, route, idem_key)
);
create index idempotency_answer_age on idempotency_answer (created_at);

-- The outbox of alerts.
create table notification (
    id          bigint primary key,
    channel     varchar(20) not null,
    recipient   varchar(200) not null,
    status      varchar(10) not null default 'PENDING',
    attempts    integer not null default 0,
    detected_at timestamp(6) with time zone not null,
    sent_at     timestamp(6) with time zone,
    constraint notification_status_is_known check (status in ('PENDING', 'SENT', 'DELIVERED', 'FAILED'))
);
create sequence notification_seq start with 1 increment by 50;
