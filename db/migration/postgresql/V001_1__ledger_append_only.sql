-- The ledger is append-only: a mistake is corrected by a reversing row.
create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: % on inventory_movement is refused. Post a reversing movement.', tg_op
        using errcode = 'restrict_violation';
end
$$;

create trigger ledger_is_append_only
    before update or delete or truncate on inventory_movement
    for each statement execute function refuse_ledger_change();
