-- What the lists of the screens ask for: open holds whatever the product, and what one product moved lately.
create index stock_reservation_open on stock_reservation (status, expires_at, id);
create index inventory_movement_product_at on inventory_movement (product_id, at);
create index sales_order_stock_updated on sales_order (stock_updated_at);
create index cart_hold_closed on cart_hold (closed_at);
create index batch_event_newest on batch_event (at, id);

-- When an order came to which status, and by whom.
create table order_step (
    id          bigint primary key,
    order_id    bigint not null,
    status      varchar(10) not null,
    at          timestamp(6) with time zone not null,
    actor       varchar(120) not null,
    workstation varchar(120) not null,
    constraint step_belongs_to_an_order foreign key (order_id) references sales_order (id),
    constraint step_status_is_known check (status in
        ('PENDING', 'CONFIRMED', 'PICKING', 'PACKED', 'DISPATCHED', 'DELIVERED', 'CANCELLED', 'RETURNED'))
);
create sequence order_step_seq start with 1 increment by 50;
create index order_step_order on order_step (order_id, at, id);
create index order_step_newest on order_step (at, id);
