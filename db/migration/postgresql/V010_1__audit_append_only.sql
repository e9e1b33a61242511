-- What was done stays written.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'What was done stays written: % on audit_event is refused.', tg_op
        using errcode = 'restrict_violation';
end
$$;

create trigger audit_is_append_only
    before update or delete or truncate on audit_event
    for each statement execute function refuse_audit_change();
