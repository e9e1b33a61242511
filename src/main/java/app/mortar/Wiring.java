package app.mortar;

import app.mortar.access.ApiKeys;
import app.mortar.access.KnownWorkstation;
import app.mortar.access.OwnAccount;
import app.mortar.access.Recipients;
import app.mortar.access.Scope;
import app.mortar.access.SecretHash;
import app.mortar.access.SettingsDesk;
import app.mortar.access.SignIn;
import app.mortar.access.StaffDesk;
import app.mortar.access.StaffMember;
import app.mortar.agent.JobMeters;
import app.mortar.agent.Jobs;
import app.mortar.agent.Runner;
import app.mortar.agent.Status;
import app.mortar.agent.Timetable;
import app.mortar.alert.Dispatch;
import app.mortar.alert.StaffAudience;
import app.mortar.alert.TestMessage;
import app.mortar.books.Books;
import app.mortar.catalogue.ProductList;
import app.mortar.demo.DemoPharmacy;
import app.mortar.desktop.Desks;
import app.mortar.desktop.Office;
import app.mortar.desktop.entry.Doorkeeper;
import app.mortar.fulfilment.OrderDesk;
import app.mortar.http.AlertRoutes;
import app.mortar.http.HttpLimits;
import app.mortar.http.HttpSettings;
import app.mortar.http.RateLimit;
import app.mortar.http.Route;
import app.mortar.http.Routes;
import app.mortar.http.Server;
import app.mortar.http.ShopApi;
import app.mortar.http.ShopKit;
import app.mortar.intake.ProductIntake;
import app.mortar.intake.ProductSheet;
import app.mortar.intake.StockIntake;
import app.mortar.intake.StockSheet;
import app.mortar.kernel.Actor;
import app.mortar.report.ClaimSheet;
import app.mortar.report.Reports;
import app.mortar.reservation.Checkout;
import app.mortar.reservation.CountedVerdicts;
import app.mortar.reservation.Limits;
import app.mortar.reservation.ReservationDesk;
import app.mortar.reservation.Tokens;
import app.mortar.settings.ImportSettings;
import app.mortar.settings.MachineSettings;
import app.mortar.settings.PharmacySettings;
import app.mortar.settings.Settings;
import app.mortar.stock.OpeningStock;
import app.mortar.store.Changes;
import app.mortar.store.Database;
import app.mortar.store.Idempotency;
import app.mortar.store.LiveSettings;
import app.mortar.store.Transactions;
import app.mortar.store.Use;
import app.mortar.workbook.WorkbookReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Builds every object once, in reading order, from the open database upwards. */
final class Wiring implements AutoCloseable {
    private static final Duration LONGEST_LOCK = Duration.ofSeconds(3);
    private static final Duration VERDICTS_GATHERED = Duration.ofSeconds(1);

    private final Database database;
    private final LiveSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final ExecutorService later = Executors.newVirtualThreadPerTaskExecutor();
    private final Actor agent;
    private final Alerting alerting;

    private Wiring(Database database, LiveSettings settings, String host) {
        this.database = database;
        this.settings = settings;
        this.agent = Actor.agent(host);
        this.alerting = new Alerting(this::settings, new StaffAudience(new Recipients()), agent, clock);
    }

    /**
     * Opens the database that this machine's settings name, and reads what the pharmacy keeps in it.
     *
     * @param warn takes what is odd about the settings, in sentences
     */
    static Wiring open(MachineSettings machine, String host, Use use, Consumer<String> warn) {
        Database database = Database.open(machine.db(), machine.home(), host, use);
        try {
            LiveSettings settings = new LiveSettings(machine, database.kept());
            settings.get().warnings().forEach(warn);
            return new Wiring(database, use.stays() ? settings.watched() : settings, host);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** As they hold now: ask again each time, for they are changed while the program runs. */
    Settings settings() {
        return settings.get();
    }

    /** The desk for API keys, which needs no entity and so opens fast. */
    ApiKeys keys() {
        return new ApiKeys(transactions(List.of()), clock, later);
    }

    /** Tells of what is changed, here and elsewhere. */
    Changes changes() {
        return database.changes();
    }

    /** The door of the windows on this machine. */
    Doorkeeper door(Served served, String host) {
        return new StaffDoor(staff(served), signIn(served, host), agent);
    }

    private StaffDesk staff(Served served) {
        return new StaffDesk(served.transactions(), SecretHash.standard(), () -> settings()
                .pharmacy()
                .currency());
    }

    private SignIn signIn(Served served, String host) {
        return new SignIn(
                served.transactions(),
                SecretHash.standard(),
                new KnownWorkstation(served.transactions(), settings().home(), host));
    }

    private Office office(Served served, String host) {
        return new Office(
                staff(served),
                new OwnAccount(served.transactions(), SecretHash.standard(), signIn(served, host)),
                served.keys,
                new SettingsDesk(served.transactions(), settings),
                alerting.testMessage(served.transactions()),
                new Books(served.transactions(), this::sweepInterval),
                database::facts,
                settings().home());
    }

    /** The desk for staff, which needs one entity and so opens fast. */
    StaffDesk staff() {
        return new StaffDesk(transactions(List.of(StaffMember.class)), SecretHash.standard(), () -> settings()
                .pharmacy()
                .currency());
    }

    /** Somebody at the command line of this machine. */
    static Actor commandLine(String osUser, String host) {
        return Actor.commandLine(osUser, host);
    }

    /** The check of the books. */
    Books books() {
        return new Books(transactions(Entities.ALL), this::sweepInterval);
    }

    /** How the agent does, wherever it runs. */
    Status agentStatus(Actor who) {
        return transactions(List.of()).read(who, Status::of);
    }

    /** The desk for test messages. */
    TestMessage testMessage() {
        return alerting.testMessage(transactions(Entities.ALL));
    }

    /** The managers' reports, which need no entity and so open fast. */
    Reports reports() {
        return new Reports(transactions(List.of()), () -> settings().pharmacy());
    }

    /** The desk for products lists. */
    ProductIntake productIntake(ImportSettings limits) {
        return new ProductIntake(transactions(Entities.ALL), new ProductSheet(workbooks(limits)), new ProductList());
    }

    /** The desk for opening stock lists. */
    StockIntake stockIntake(ImportSettings limits) {
        return new StockIntake(
                transactions(Entities.ALL), new StockSheet(workbooks(limits)), new OpeningStock(), new ProductList());
    }

    private static WorkbookReader workbooks(ImportSettings limits) {
        return new WorkbookReader(limits.maxBytes(), limits.maxRows());
    }

    /** Everything that answers the shop. */
    Served served() {
        return new Served(transactions(Entities.ALL));
    }

    /** What stands behind the shop's server, on one way to the database. */
    final class Served {
        private final Transactions transactions;
        private final Tokens tokens = new Tokens();
        private final CountedVerdicts verdicts;
        private final ReservationDesk reservations;
        private final OrderDesk orders = new OrderDesk(tokens);
        private final Idempotency idempotency;
        private final ApiKeys keys;
        private final Checkout checkout;
        private final Monitoring monitoring;

        private Served(Transactions transactions) {
            this.transactions = transactions;
            this.verdicts = new CountedVerdicts(transactions, agent, VERDICTS_GATHERED);
            this.reservations = new ReservationDesk(() -> limits(), tokens, verdicts);
            this.idempotency = new Idempotency(transactions, clock);
            this.keys = new ApiKeys(transactions, clock, later);
            this.checkout = new Checkout(transactions, reservations, idempotency, agent, LONGEST_LOCK);
            this.monitoring = new Monitoring(transactions, verdicts, agent);
            database.measure(monitoring.meters());
        }

        /**
         * Fills the empty database with the demonstration pharmacy.
         *
         * @return a key with all scopes, whose shop the demonstration's orders belong to
         */
        String fillWithDemo(Actor who) {
            if (keys.create(who, "demo", EnumSet.allOf(Scope.class)) instanceof ApiKeys.Creation.Created made) {
                Actor shop = keys.authenticate(made.text()).orElseThrow();
                new DemoPharmacy(transactions, settings().pharmacy().zone(), clock).fill(shop);
                return made.text();
            }
            throw new IllegalStateException("This database is in use already.");
        }

        /** @param demo whether this is a demonstration, which shows the shop kit working */
        Server server(Optional<Integer> port, Optional<String> bind, boolean demo) {
            return new Server(
                    listening(settings().http().at(port, bind)),
                    routes(demo),
                    keys::authenticate,
                    idempotency,
                    monitoring.meters());
        }

        private Routes routes(boolean demo) {
            List<Route> more = new ArrayList<>(monitoring.routes());
            more.addAll(new ShopKit(demo).routes());
            more.addAll(new AlertRoutes(alerting.messages(), () -> settings().alerts(), transactions, agent).routes());
            return ShopApi.routes(
                    transactions,
                    checkout,
                    reservations,
                    orders,
                    agent,
                    () -> settings().reservation().maxLines(),
                    more);
        }

        Transactions transactions() {
            return transactions;
        }

        Desks desks(String host) {
            Supplier<PharmacySettings> pharmacy = () -> settings().pharmacy();
            return new Desks(
                    reservations,
                    orders,
                    new Reports(transactions, pharmacy),
                    new ClaimSheet(pharmacy),
                    workbooks(settings.imports()),
                    office(this, host));
        }

        /** Lets the checkouts that wait be decided, and counts them. */
        void close() {
            checkout.close();
            verdicts.close();
        }

        /** The agent of this server, not at work yet. */
        Agent agent() {
            Dispatch dispatch = alerting.dispatch(transactions);
            Jobs jobs = new Jobs(
                    transactions,
                    agent,
                    Wiring.this::settings,
                    reservations,
                    idempotency,
                    alerting.lowStock(),
                    alerting.expiry(),
                    alerting.reminders(),
                    dispatch,
                    new Books(transactions, Wiring.this::sweepInterval));
            return new Agent(
                    new Timetable(
                            database.source(),
                            database.kind(),
                            new Runner(transactions, agent, new JobMeters(monitoring.meters(), System::nanoTime)),
                            alerting.name(),
                            jobs),
                    dispatch);
        }
    }

    private Duration sweepInterval() {
        return settings().reservation().sweepInterval();
    }

    private Limits limits() {
        var rules = settings().reservation();
        return new Limits(rules.ttl(), rules.maxQuantityPerCart(), rules.maxOpenPerKey(), rules.maxLifetime());
    }

    private static HttpSettings listening(app.mortar.settings.HttpSettings said) {
        return new HttpSettings(
                said.bind(),
                said.port(),
                said.tls()
                        .map(tls -> new HttpSettings.Tls(tls.keystore(), tls.password()))
                        .orElse(null),
                HttpLimits.standard(),
                said.rateLimit().isOff()
                        ? RateLimit.OFF
                        : new RateLimit(
                                said.rateLimit().requests(), said.rateLimit().per()));
    }

    private Transactions transactions(List<Class<?>> entities) {
        return alerting.watching(
                database.transactions(entities, () -> settings().pharmacy().zone()));
    }

    @Override
    public void close() {
        later.close();
        settings.close();
        database.close();
    }
}
