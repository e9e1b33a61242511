-- What was done stays written.
create trigger audit_is_append_only
    before update, delete on audit_event
    for each statement call 'app.mortar.store.AppendOnly';
