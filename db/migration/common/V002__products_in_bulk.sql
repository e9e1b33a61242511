-- A list of 20 000 products must not ask for 20 000 numbers one by one.
alter sequence product_seq increment by 50;
