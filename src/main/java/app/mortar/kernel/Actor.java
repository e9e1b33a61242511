package app.mortar.kernel;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who acts: a person, an API key, the agent or somebody at the command line.
 *
 * @param name what the ledger shows as "by"
 * @param owner whom the actor's holds and orders belong to, e.g. {@code key:17}
 * @param workstation from where
 * @param permissions what the actor may do
 */
public record Actor(String name, String owner, String workstation, Set<Permission> permissions) {
    /**
     * Whom everything belongs to that is done at the pharmacy's own counters. Not each person's own: a cart that one
     * has parked must be handed over by another, and a delivery note that two people book must be booked once. Who it
     * was stands in the ledger by name.
     */
    public static final String STAFF = "staff";

    public Actor {
        permissions = Set.copyOf(permissions);
    }

    /** The scheduled work of a server. */
    public static Actor agent(String host) {
        return new Actor("agent@" + host, "agent", host, EnumSet.allOf(Permission.class));
    }

    /** Somebody who runs a command on the machine that holds the settings, and so may do everything. */
    public static Actor commandLine(String osUser, String host) {
        return new Actor("cli:" + osUser, "cli", host, EnumSet.allOf(Permission.class));
    }

    /** Somebody of the staff, at a workstation. */
    public static Actor staff(String name, String workstation, Set<Permission> permissions) {
        return new Actor(name, STAFF, workstation, permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The first line of every desk's act. */
    public void must(Permission permission) {
        if (!may(permission)) {
            throw new NotPermitted(name, permission);
        }
    }

    /** May this actor see and act on what {@code owner} owns? */
    public boolean sees(String otherOwner) {
        return owner.equals(otherOwner) || may(Permission.ACT_FOR_OTHERS);
    }

    /**
     * May this actor see an order of {@code owner} and carry it from the shelf to the door? Whoever picks does it for
     * all who sell, the shop as well. That is less than {@link #sees}: it does not confirm an order for its owner, or
     * cancel it, or touch anybody's hold.
     */
    public boolean picksFor(String otherOwner) {
        return sees(otherOwner) || may(Permission.PICK);
    }
}
