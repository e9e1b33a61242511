package app.mortar.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.harawata.appdirs.AppDirsFactory;
import org.jspecify.annotations.Nullable;

/**
 * What one machine says: its environment over its file {@code mortar.properties}. Enough to open the database, which
 * keeps the pharmacy's share; {@link #with} then gives the whole.
 */
public final class MachineSettings {
    /** Variables that are not settings: the home folder, and what the launcher reads. */
    private static final Set<String> OTHER_VARIABLES = Set.of("MORTAR_HOME", "MORTAR_JAVA_OPTS");

    private final Path home;
    private final ZoneId systemZone;
    private final Map<Key, Said> said = new EnumMap<>(Key.class);
    private final List<String> warnings = new ArrayList<>();
    private final DatabaseSettings db;
    private final HttpSettings http;

    private MachineSettings(Map<String, String> environment, Path home, ZoneId systemZone) {
        this.home = home;
        this.systemZone = systemZone;
        SettingsFile file = new SettingsFile(home);
        List<String> mistakes = new ArrayList<>(file.mistakes());
        said.putAll(file.said());
        readEnvironment(environment);
        said.values().stream().filter(s -> !s.fits()).map(Said::mistake).forEach(mistakes::add);
        Map<Key, String> secrets = readFiles(mistakes);
        checkPairs(mistakes);
        if (!mistakes.isEmpty()) {
            throw new BadSettings(mistakes);
        }
        this.db = database(secrets);
        this.http = http(secrets);
    }

    /**
     * Reads the settings of this machine.
     *
     * @param environment the variables of the process
     * @param systemZone the pharmacy's zone as long as nobody has said another
     * @throws BadSettings naming every mistake
     */
    public static MachineSettings read(Map<String, String> environment, ZoneId systemZone) {
        return new MachineSettings(environment, homeOf(environment), systemZone);
    }

    /** The settings of a demonstration in a throw-away home: the environment counts, but never its database. */
    public static MachineSettings demo(Map<String, String> environment, Path home, ZoneId systemZone) {
        Map<String, String> rest = new HashMap<>(environment);
        rest.keySet().removeIf(name -> name.startsWith("MORTAR_DB_"));
        return new MachineSettings(rest, home, systemZone);
    }

    /** The home folder: {@code MORTAR_HOME}, else the operating system's place for application data. */
    public static Path homeOf(Map<String, String> environment) {
        String home = environment.get("MORTAR_HOME");
        try {
            return home == null || home.isBlank()
                    ? Path.of(AppDirsFactory.getInstance().getUserDataDir("mortar", null, null))
                            .toAbsolutePath()
                    : Path.of(home).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new BadSettings(List.of("MORTAR_HOME = " + home + " is not the name of a folder"));
        }
    }

    public Path home() {
        return home;
    }

    public DatabaseSettings db() {
        return db;
    }

    public HttpSettings http() {
        return http;
    }

    /** What is odd about this machine's settings, as sentences. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * What a database that was never used by a pharmacy is to keep: all that this machine says about the pharmacy, and
     * always its zone and currency, because what is in the books depends on them.
     */
    public Map<String, String> seed() {
        Map<String, String> seed = new TreeMap<>();
        seed.put(Key.PHARMACY_ZONE.text(), systemZone.getId());
        seed.put(Key.PHARMACY_CURRENCY.text(), "NGN");
        said.values().stream()
                .filter(s -> s.key().pharmacys())
                .forEach(s -> seed.put(s.key().text(), s.value()));
        return seed;
    }

    /**
     * The whole.
     *
     * @param kept what the pharmacy keeps in its database, by name
     * @throws BadSettings when a value kept there cannot be meant
     */
    public Settings with(Map<String, String> kept) {
        List<String> looks = new ArrayList<>(warnings);
        Map<Key, Said> all = inTheDatabase(kept);
        for (String name : new TreeSet<>(kept.keySet())) {
            if (Key.named(name).filter(Key::pharmacys).isEmpty()) {
                looks.add("The database keeps a setting that this version does not know: " + name);
            }
        }
        List<String> mistakes =
                all.values().stream().filter(s -> !s.fits()).map(Said::mistake).toList();
        if (!mistakes.isEmpty()) {
            throw new BadSettings(mistakes);
        }
        Values pharmacys = new Values(all);
        said.values().stream().filter(s -> s.key().pharmacys()).forEach(here -> {
            String there = pharmacys.given(here.key()).orElse(null);
            if (!here.value().equals(there)) {
                looks.add(differs(here, all.get(here.key()), there));
            }
        });
        Map<Key, Said> over = new EnumMap<>(all);
        over.putAll(said);
        return settings(new Values(over), looks);
    }

    /** The pharmacy's settings one by one, in the order of the guide, as a person may see them. */
    public List<SettingRow> rows(Map<String, String> kept) {
        Map<Key, Said> there = inTheDatabase(kept);
        return Arrays.stream(Key.values())
                .filter(Key::pharmacys)
                .map(key -> SettingRow.of(key, Optional.ofNullable(said.get(key)), Optional.ofNullable(there.get(key))))
                .toList();
    }

    private static Map<Key, Said> inTheDatabase(Map<String, String> kept) {
        Map<Key, Said> all = new EnumMap<>(Key.class);
        kept.forEach((name, value) -> Key.named(name)
                .filter(Key::pharmacys)
                .ifPresent(key -> all.put(key, new Said(key, value, "in the database"))));
        return all;
    }

    private static String differs(Said here, @Nullable Said kept, @Nullable String there) {
        return here.key().text() + " is " + here.shown() + " on this machine (" + here.where() + "), but "
                + (kept != null ? kept.shown() : there != null && !there.isEmpty() ? there : "not set")
                + " in the pharmacy's settings; this machine takes its own";
    }

    private void readEnvironment(Map<String, String> environment) {
        List<String> known = Arrays.stream(Key.values()).map(Key::variable).toList();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith("MORTAR_") && !OTHER_VARIABLES.contains(name)) {
                Key.ofVariable(name)
                        .ifPresentOrElse(
                                key -> said.put(key, new Said(key, value.strip(), name)),
                                () -> warnings.add(name + " is not a setting"
                                        + Spelling.nearest(name, known)
                                                .map(k -> "; did you mean " + k + "?")
                                                .orElse("; it is not used")));
            }
        });
    }

    /** The first line of every file that holds a password. */
    private Map<Key, String> readFiles(List<String> mistakes) {
        Map<Key, String> contents = new EnumMap<>(Key.class);
        for (Key key : List.of(Key.DB_PASSWORD_FILE, Key.DB_OWNER_PASSWORD_FILE, Key.HTTP_TLS_PASSWORD_FILE)) {
            Said file = said.get(key);
            if (file == null || !file.fits()) {
                continue;
            }
            try {
                contents.put(
                        key,
                        Files.readString(home.resolve(file.value()), StandardCharsets.UTF_8)
                                .lines()
                                .findFirst()
                                .orElse(""));
            } catch (IOException | InvalidPathException e) {
                mistakes.add(file.mistake("this file cannot be read"));
            }
        }
        Said keystore = said.get(Key.HTTP_TLS_KEYSTORE);
        if (keystore != null && keystore.fits() && !isReadable(keystore.value())) {
            mistakes.add(keystore.mistake("this file cannot be read"));
        }
        return contents;
    }

    private boolean isReadable(String file) {
        try {
            return Files.isReadable(home.resolve(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void checkPairs(List<String> mistakes) {
        Said password = said.get(Key.DB_PASSWORD);
        Said passwordFile = said.get(Key.DB_PASSWORD_FILE);
        if (password != null && passwordFile != null) {
            mistakes.add(password.mistake(
                    "db.password-file is set as well (" + passwordFile.where() + "); keep one of the two"));
        }
        belongsTo(Key.DB_OWNER_PASSWORD_FILE, Key.DB_OWNER_USER, mistakes);
        belongsTo(Key.HTTP_TLS_PASSWORD_FILE, Key.HTTP_TLS_KEYSTORE, mistakes);
        belongsTo(Key.HTTP_TLS_KEYSTORE, Key.HTTP_TLS_PASSWORD_FILE, mistakes);
        if (!said.containsKey(Key.DB_URL)) {
            for (Key key : List.of(Key.DB_USER, Key.DB_PASSWORD, Key.DB_PASSWORD_FILE, Key.DB_OWNER_USER)) {
                Said lonely = said.get(key);
                if (lonely != null) {
                    mistakes.add(lonely.mistake("belongs to a shared database, but db.url is not set"));
                }
            }
        }
    }

    private void belongsTo(Key key, Key other, List<String> mistakes) {
        Said here = said.get(key);
        if (here != null && !said.containsKey(other)) {
            mistakes.add(here.mistake("needs " + other.text() + " beside it"));
        }
    }

    private DatabaseSettings database(Map<Key, String> secrets) {
        Values here = new Values(said);
        return new DatabaseSettings(
                here.given(Key.DB_URL),
                here.given(Key.DB_USER),
                Optional.ofNullable(secrets.get(Key.DB_PASSWORD_FILE)).or(() -> here.given(Key.DB_PASSWORD)),
                here.flag(Key.DB_MIGRATE),
                here.given(Key.DB_OWNER_USER)
                        .map(user -> new DatabaseSettings.Owner(
                                user, secrets.getOrDefault(Key.DB_OWNER_PASSWORD_FILE, ""))));
    }

    private HttpSettings http(Map<Key, String> secrets) {
        Values here = new Values(said);
        return new HttpSettings(
                here.number(Key.HTTP_PORT),
                here.text(Key.HTTP_BIND),
                here.flag(Key.HTTP_ENABLED),
                here.given(Key.HTTP_TLS_KEYSTORE)
                        .map(file -> new HttpSettings.Tls(
                                home.resolve(file), secrets.getOrDefault(Key.HTTP_TLS_PASSWORD_FILE, ""))),
                Rate.parse(here.text(Key.HTTP_RATE_LIMIT)));
    }

    /** How large a workbook this machine reads. */
    public ImportSettings imports() {
        Values here = new Values(said);
        return new ImportSettings(here.number(Key.IMPORT_MAX_ROWS), here.number(Key.IMPORT_MAX_BYTES));
    }

    private Settings settings(Values all, List<String> looks) {
        return new Settings(
                home,
                db,
                http,
                PharmacySettings.from(all, systemZone),
                ReservationSettings.from(all),
                AlertSettings.from(all),
                looks);
    }
}
