package app.mortar.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes: files in {@code log} in the home folder, and standard error where a person watches a server. */
public enum Log {
    /** A server: everything worth knowing, to a file of its own and to standard error. */
    SERVER("serve"),
    /** The windows: everything worth knowing, to a file only. */
    DESKTOP("desktop"),
    /** A short command: what is wrong, to a file only. */
    COMMAND("commands");

    /** One event is one line, whatever somebody put into a name; a stack trace follows indented. */
    private static final String LINE =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %logger{0} %replace(%msg){'[\\r\\n]+', ' '}%n%ex";

    private static final String HELD = "standard error";

    private final String file;

    Log(String file) {
        this.file = file;
    }

    /** Begins to log. */
    public void start(Path home) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(this == COMMAND ? Level.WARN : Level.INFO);
        root.addAppender(file(context, home.resolve("log")));
        if (this == SERVER) {
            ConsoleAppender<ILoggingEvent> watched = new ConsoleAppender<>();
            watched.setTarget("System.err");
            Held held = new Held(started(context, watched));
            held.setContext(context);
            held.setName(HELD);
            held.start();
            root.addAppender(held);
        }
        for (String library : List.of("org.flywaydb", "org.hibernate", "org.eclipse.jetty", "com.zaxxer")) {
            context.getLogger(library).setLevel(Level.WARN);
        }
        // JavaFX complains that it stands on the class path, where it works as well; of its sheets we want to hear
        context.getLogger("javafx").setLevel(Level.ERROR);
        context.getLogger("javafx.css").setLevel(Level.WARN);
        // what the database says about a statement is told once, by whoever asked for it
        context.getLogger("org.hibernate.orm.jdbc.error").setLevel(Level.OFF);
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }

    /**
     * From now on standard error shows the log, what was held back first. Until a server runs, standard error belongs
     * to the one line that says why it does not.
     */
    static void showOnStandardError() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender(HELD) instanceof Held held) {
            held.letGo();
        }
    }

    /** Keeps events until it is told to pass them on. */
    private static final class Held extends AppenderBase<ILoggingEvent> {
        private final Appender<ILoggingEvent> next;
        private final List<ILoggingEvent> kept = new ArrayList<>();
        private boolean open;

        Held(Appender<ILoggingEvent> next) {
            this.next = next;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (open) {
                next.doAppend(event);
            } else {
                event.prepareForDeferredProcessing();
                kept.add(event);
            }
        }

        synchronized void letGo() {
            open = true;
            kept.forEach(next::doAppend);
            kept.clear();
        }
    }

    private RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(folder.resolve(file + ".log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(
                folder.resolve(file + ".%d{yyyy-MM-dd,UTC}.%i.log").toString());
        rolling.setMaxFileSize(FileSize.valueOf("20MB"));
        rolling.setMaxHistory(30);
        rolling.setTotalSizeCap(FileSize.valueOf("500MB"));
        rolling.start();
        appender.setRollingPolicy(rolling);
        started(context, appender);
        return appender;
    }

    private static OutputStreamAppender<ILoggingEvent> started(
            LoggerContext context, OutputStreamAppender<ILoggingEvent> appender) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(LINE);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
