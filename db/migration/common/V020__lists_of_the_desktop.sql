-- What the lists of the screens ask for: open holds whatever the product, and what one product moved lately.
create index stock_reservation_open on stock_reservation (status, expires_at, id);
create index inventory_movement_product_at on inventory_movement (product_id, at);
