package app.mortar.cli;

import app.mortar.alert.Medium;
import app.mortar.alert.Sending;
import app.mortar.alert.TestMessage;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mortar notify test}. */
@Command(
        name = "notify",
        synopsisSubcommandLabel = "COMMAND",
        description = "Messages to people.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n")
public final class NotifyCommand implements Callable<Integer> {
    private final Console console;
    private final Supplier<Opened<TestMessage>> messages;

    @Spec
    private CommandSpec spec;

    /**
     * The command.
     *
     * @param messages opens the desk for test messages
     */
    public NotifyCommand(Console console, Supplier<Opened<TestMessage>> messages) {
        this.console = console;
        this.messages = messages;
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() {
        throw new CommandLineProgram.NoCommand(spec);
    }

    @Command(
            name = "test",
            description = {
                "Sends one test message at once and says what the provider answered.",
                "Exit code 1 when it was not taken."
            })
    int test(
            @Option(
                            names = "--channel",
                            required = true,
                            paramLabel = "C",
                            description = "sms, whatsapp, termii-whatsapp, email or log; it need not be switched on.")
                    String channel,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "ADDRESS",
                            description = "A number such as +2348031234567, or an e-mail address; any word for log.")
                    String to) {
        Medium medium = Medium.named(channel)
                .orElseThrow(() -> Refused.usage("There is no channel \"" + channel + "\"; there are "
                        + Arrays.stream(Medium.values()).map(Medium::word).collect(Collectors.joining(", ")) + "."));
        String address = medium == Medium.EMAIL ? to.strip() : to.replaceAll("[ ()-]", "");
        if (!TestMessage.fits(medium, address)) {
            throw Refused.usage("\"" + to + "\" is not "
                    + (medium == Medium.EMAIL
                            ? "an e-mail address."
                            : "a number in international form, e.g. +2348031234567."));
        }
        try (Opened<TestMessage> opened = messages.get()) {
            return switch (opened.desk().send(opened.actor(), medium, address)) {
                case Sending.Accepted accepted -> {
                    console.print("The message was taken"
                            + (accepted.id() == null ? "." : "; its provider calls it " + accepted.id() + "."));
                    yield Exit.DONE;
                }
                case Sending.Refused refused -> throw Refused.input("The message was refused: " + refused.why());
                case Sending.NotNow notNow -> throw Refused.input("The message was not taken now: " + notNow.why());
                case Sending.Unknown unknown ->
                    throw Refused.input("Nobody knows whether the message was taken: " + unknown.why());
            };
        }
    }
}
