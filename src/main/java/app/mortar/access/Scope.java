package app.mortar.access;

import app.mortar.kernel.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an API key was made for; each opens some doors and no others. */
@SuppressWarnings("ImmutableEnumChecker") // the sets of permissions are copied and never change
public enum Scope {
    RESERVE("reserve", EnumSet.of(Permission.RESERVE)),
    ORDERS("orders", EnumSet.of(Permission.ORDER)),
    STOCK_READ("stock:read", EnumSet.of(Permission.SEE_STOCK)),
    /** Writing only: a scanner that books goods in need not be able to read the shelves. */
    STOCK_WRITE(
            "stock:write",
            EnumSet.of(
                    Permission.EDIT_PRODUCTS,
                    Permission.RECEIVE,
                    Permission.WRITE_OFF,
                    Permission.QUARANTINE,
                    Permission.RECALL)),
    METRICS("metrics", EnumSet.of(Permission.SEE_METRICS)),
    /** Everything, also what belongs to other keys. */
    ADMIN("admin", EnumSet.allOf(Permission.class));

    private final String word;
    private final Set<Permission> permissions;

    Scope(String word, Set<Permission> permissions) {
        this.word = word;
        this.permissions = Set.copyOf(permissions);
    }

    /** As it is written on the command line and in the API's reference. */
    public String word() {
        return word;
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public static Optional<Scope> named(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** As {@link #written} has written them; a word that is no scope any more opens nothing. */
    static Set<Scope> read(String words) {
        return Arrays.stream(words.split(",", -1))
                .flatMap(word -> named(word).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For the database: their words, commas between. */
    static String written(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(","));
    }
}
