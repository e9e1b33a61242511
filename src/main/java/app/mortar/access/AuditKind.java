package app.mortar.access;

/** What an audit row is about. */
public enum AuditKind {
    SIGNED_IN,
    /** A wrong password or PIN, or a name that nobody has. */
    SIGN_IN_REFUSED,
    /** Too many wrong ones; the detail says until when. */
    LOCKED_OUT,
    STAFF_ADDED,
    STAFF_CHANGED,
    STAFF_DISABLED,
    STAFF_ENABLED,
    PASSWORD_CHANGED,
    PIN_CHANGED,
    /** From now on a PIN is enough there. */
    WORKSTATION_KNOWN,
    KEY_CREATED,
    KEY_REVOKED,
    SETTING_CHANGED
}
