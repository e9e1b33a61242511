package app.mortar.cli;

import app.mortar.access.AlertKind;
import app.mortar.access.Role;
import app.mortar.access.Secret;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffForm;
import app.mortar.access.StaffView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mortar user add}, {@code user list}, {@code user disable} and {@code user password}. */
@Command(
        name = "user",
        synopsisSubcommandLabel = "COMMAND",
        description = "Staff: who may sign in at the desktop, and who is told when stock runs low.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class UserCommand implements Callable<Integer> {
    private final Console console;
    private final PasswordPrompt prompt;
    private final Supplier<Opened<StaffDesk>> staff;

    @Spec
    private CommandSpec spec;

    /**
     * The command.
     *
     * @param staff opens the desk for staff
     */
    public UserCommand(Console console, PasswordPrompt prompt, Supplier<Opened<StaffDesk>> staff) {
        this.console = console;
        this.prompt = prompt;
        this.staff = staff;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(
            name = "add",
            description = {
                "Takes somebody on. The password is asked for on the terminal, or is the first line of standard input.",
                "The name stays taken even when the person is disabled: the ledger shows it."
            })
    int add(
            @Parameters(paramLabel = "NAME", description = "As the ledger shall show it, e.g. \"Ada Obi\".")
                    String name,
            @Option(
                            names = "--role",
                            required = true,
                            paramLabel = "ROLE",
                            description =
                                    "assistant, pharmacist, manager or admin; each may do what the one before may.")
                    String role,
            @Option(names = "--phone", paramLabel = "+234…", description = "For alerts by SMS and WhatsApp.") @Nullable
                    String phone,
            @Option(names = "--email", paramLabel = "ADDRESS", description = "For alerts by e-mail.") @Nullable
                    String email,
            @Option(
                            names = "--alerts",
                            paramLabel = "low-stock,expiry|none",
                            description =
                                    "What to be told about; managers and pharmacists both kinds, others none, unless said.")
                    @Nullable
                    String alerts) {
        StaffForm form = new StaffForm(
                role(role),
                Optional.ofNullable(phone),
                Optional.ofNullable(email),
                Optional.ofNullable(alerts).map(UserCommand::alerts));
        Secret password = new Secret(prompt.ask(name));
        try (Opened<StaffDesk> opened = staff.get()) {
            StaffView who = done(opened.desk().add(opened.actor(), name, form, password));
            console.print("Added " + who.name() + ", " + who.role().word());
            return Exit.DONE;
        }
    }

    @Command(name = "list", description = "Lists all staff, also who is disabled. Passwords are not kept anywhere.")
    int list() {
        try (Opened<StaffDesk> opened = staff.get()) {
            Stream<List<String>> rows =
                    opened.desk().list(opened.actor()).stream().map(UserCommand::row);
            Stream<List<String>> heading = Stream.of(
                    List.of("NAME", "ROLE", "PHONE", "E-MAIL", "ALERTS", "ADDED", "LAST SIGNED IN", "DISABLED"));
            Table.print(console, Stream.concat(heading, rows).toList());
            return Exit.DONE;
        }
    }

    @Command(name = "disable", description = "Lets somebody in no more, from now on. One admin always remains.")
    int disable(@Parameters(paramLabel = "NAME", description = "As in the list, in any letter case.") String name) {
        try (Opened<StaffDesk> opened = staff.get()) {
            switch (opened.desk().disable(opened.actor(), name)) {
                case StaffDesk.Outcome.AlreadySo so ->
                    console.print("Disabled " + so.who().name() + " (it was before)");
                case StaffDesk.Outcome outcome ->
                    console.print("Disabled " + done(outcome).name());
            }
            return Exit.DONE;
        }
    }

    @Command(
            name = "password",
            description = {
                "Gives somebody a new password, asked for on the terminal or read from the first line of standard input.",
                "The PIN goes with the old one, and a lock-out ends."
            })
    int password(@Parameters(paramLabel = "NAME", description = "As in the list, in any letter case.") String name) {
        Secret password = new Secret(prompt.ask(name));
        try (Opened<StaffDesk> opened = staff.get()) {
            StaffView who = done(opened.desk().newPassword(opened.actor(), name, password));
            console.print("New password for " + who.name());
            return Exit.DONE;
        }
    }

    private static StaffView done(StaffDesk.Outcome outcome) {
        return switch (outcome) {
            case StaffDesk.Outcome.Done done -> done.who();
            case StaffDesk.Outcome.NameTaken taken ->
                throw Refused.input("Somebody is called \"" + taken.name()
                        + "\" already; a name stays taken even when the person is disabled.");
            case StaffDesk.Outcome.Unknown unknown ->
                throw Refused.input("Nobody is called \"" + unknown.name() + "\".");
            case StaffDesk.Outcome.LastAdmin last ->
                throw Refused.input(last.name() + " is the last admin; make somebody else one first.");
            case StaffDesk.Outcome.AlreadySo _, StaffDesk.Outcome.ChangedMeanwhile _, StaffDesk.Outcome.NotTheFirst _ ->
                throw new IllegalStateException("Not an answer to this: " + outcome);
        };
    }

    private static Role role(String word) {
        return Role.named(word)
                .orElseThrow(() -> Refused.usage("There is no role \"" + word + "\"; there are "
                        + Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", ")) + "."));
    }

    private static Set<AlertKind> alerts(String words) {
        return AlertKind.read(words)
                .orElseThrow(() -> Refused.usage("--alerts " + words + " is not known; there are "
                        + Arrays.stream(AlertKind.values()).map(AlertKind::word).collect(Collectors.joining(", "))
                        + ", or none."));
    }

    private static List<String> row(StaffView who) {
        return List.of(
                who.name(),
                who.role().word(),
                who.phone().orElse("-"),
                who.email().orElse("-"),
                AlertKind.written(who.alerts()),
                moment(Optional.of(who.createdAt())),
                moment(who.lastSignedInAt()),
                moment(who.disabledAt()));
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(m -> m.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("-");
    }
}
