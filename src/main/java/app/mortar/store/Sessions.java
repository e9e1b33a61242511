package app.mortar.store;

import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;

/** Hibernate over a pool that is handed to it: stateless sessions, no lazy loading, no hidden flush. */
public final class Sessions {
    private Sessions() {}

    /**
     * Builds the session factory.
     *
     * @param validate whether the mapping is compared with the schema (tests do; a start-up need not)
     */
    public static SessionFactory open(DataSource source, List<Class<?>> entities, boolean validate) {
        Configuration configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, source);
        configuration
                .setProperty(AvailableSettings.HBM2DDL_AUTO, validate ? "validate" : "none")
                .setProperty(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .setProperty(AvailableSettings.STATEMENT_BATCH_SIZE, 100)
                .setProperty(AvailableSettings.IN_CLAUSE_PARAMETER_PADDING, true)
                .setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
                .setProperty("hibernate.timezone.default_storage", "NORMALIZE_UTC");
        return configuration.buildSessionFactory();
    }
}
