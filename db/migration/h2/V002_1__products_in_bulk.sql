-- H2 keeps the number to give next, chosen by the old step: the block that ends there would begin below what is used.
alter sequence product_seq restart with (select coalesce(max(id), 0) + 50 from product);
