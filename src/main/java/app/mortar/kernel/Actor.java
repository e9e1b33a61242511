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
    private static final String PHARMACY = "pharmacy";

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

    /**
     * The same person, whose act belongs to the pharmacy and not to one person: what is parked at one counter can be
     * taken up at another, and a delivery note is booked once, whoever books it.
     */
    public Actor forThePharmacy() {
        return new Actor(name, PHARMACY, workstation, permissions);
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
}
