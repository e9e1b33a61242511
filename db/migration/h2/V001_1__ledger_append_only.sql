-- The ledger is append-only: a mistake is corrected by a reversing row.
-- TRUNCATE is refused by H2 itself, because the ledger refers to its own rows.
create trigger ledger_is_append_only
    before update, delete on inventory_movement
    for each statement call 'app.mortar.store.AppendOnly';
