package app.mortar.desktop;

import app.mortar.access.ApiKeys;
import app.mortar.access.OwnAccount;
import app.mortar.access.SettingsDesk;
import app.mortar.access.StaffDesk;
import app.mortar.alert.TestMessage;
import app.mortar.books.Books;
import app.mortar.kernel.Actor;
import app.mortar.store.DatabaseFacts;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The desks of the room Settings.
 *
 * @param facts what there is to know about the database
 * @param home the folder of this machine, or of the demonstration
 */
public record Office(
        StaffDesk staff,
        OwnAccount account,
        ApiKeys keys,
        SettingsDesk settings,
        TestMessage messages,
        Books books,
        Function<Actor, DatabaseFacts> facts,
        Path home) {}
