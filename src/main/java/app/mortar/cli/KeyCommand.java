package app.mortar.cli;

import app.mortar.access.ApiKey;
import app.mortar.access.ApiKeys;
import app.mortar.access.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortar key create}, {@code key list} and {@code key revoke}. */
@Command(
        name = "key",
        synopsisSubcommandLabel = "COMMAND",
        description = "API keys: what a shop, a scanner or a monitor shows to be let in.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class KeyCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Opened<ApiKeys>> keys;

    @Spec
    private CommandSpec spec;

    /**
     * The command.
     *
     * @param keys opens the desk for keys
     */
    public KeyCommand(Console console, Supplier<Opened<ApiKeys>> keys) {
        this.console = console;
        this.keys = keys;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(
            name = "create",
            description = {
                "Makes a key and prints it, alone and only this once; what is kept cannot be turned back into it.",
                "The name stays taken even when the key is revoked."
            })
    int create(
            @Parameters(paramLabel = "NAME", description = "Who will use it, e.g. web-shop.") String name,
            @Option(
                            names = "--scopes",
                            required = true,
                            paramLabel = "a,b",
                            description =
                                    "What it may do: reserve, orders, stock:read, stock:write, metrics, or admin for"
                                            + " all of it and for what belongs to other keys.")
                    String scopes) {
        Set<Scope> wanted = scopes(scopes);
        try (Opened<ApiKeys> opened = keys.get()) {
            return switch (opened.desk().create(opened.actor(), name, wanted)) {
                case ApiKeys.Creation.Created created -> {
                    console.print(created.text());
                    yield Exit.DONE;
                }
                case ApiKeys.Creation.NameTaken taken ->
                    throw Refused.input("There is a key named \"" + taken.name()
                            + "\" already; a name stays taken even when its key is revoked.");
            };
        }
    }

    @Command(
            name = "list",
            description = "Lists all keys, revoked ones too. The keys themselves are not kept anywhere.")
    int list() {
        try (Opened<ApiKeys> opened = keys.get()) {
            Stream<List<String>> rows =
                    opened.desk().list(opened.actor()).stream().map(KeyCommand::row);
            Table.print(
                    console,
                    Stream.concat(Stream.of(List.of("NAME", "KEY", "SCOPES", "CREATED", "LAST USED", "REVOKED")), rows)
                            .toList());
            return Exit.DONE;
        }
    }

    @Command(name = "revoke", description = "Makes a key worth nothing, from the next request on and for ever.")
    int revoke(@Parameters(paramLabel = "NAME", description = "The key's name, as in the list.") String name) {
        try (Opened<ApiKeys> opened = keys.get()) {
            return switch (opened.desk().revoke(opened.actor(), name)) {
                case REVOKED -> {
                    console.print("Revoked " + name);
                    yield Exit.DONE;
                }
                case REVOKED_BEFORE -> {
                    console.print("Revoked " + name + " (it was before)");
                    yield Exit.DONE;
                }
                case UNKNOWN -> throw Refused.input("There is no key named \"" + name + "\".");
            };
        }
    }

    private static Set<Scope> scopes(String words) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String word : words.split(",", -1)) {
            scopes.add(Scope.named(word.strip())
                    .orElseThrow(() -> Refused.usage("There is no scope \"" + word.strip() + "\"; there are "
                            + Arrays.stream(Scope.values()).map(Scope::word).collect(Collectors.joining(", ")) + ".")));
        }
        return scopes;
    }

    private static List<String> row(ApiKey key) {
        return List.of(
                key.name(),
                "mk_" + key.prefix() + "_…",
                key.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(",")),
                moment(Optional.of(key.createdAt())),
                moment(key.lastUsedAt()),
                moment(key.revokedAt()));
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(m -> m.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
    }
}
