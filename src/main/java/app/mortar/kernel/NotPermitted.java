package app.mortar.kernel;

/** An actor asked a desk for something that the actor may not do. Nothing was done. */
public final class NotPermitted extends RuntimeException {
    private final Permission permission;

    public NotPermitted(String actor, Permission permission) {
        super(actor + " may not do this: " + permission);
        this.permission = permission;
    }

    public Permission permission() {
        return permission;
    }
}
