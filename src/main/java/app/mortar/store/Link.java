package app.mortar.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where a database is and who asks.
 *
 * @param url its JDBC address, complete
 */
public record Link(String url, String user, String password) {
    public Kind kind() {
        return Kind.of(url);
    }

    /** One connection, without a pool. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        return DriverManager.getConnection(url, properties);
    }

    /** A source of such connections. */
    DataSource source() {
        if (kind() == Kind.H2) {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
        }
        if (!password.isEmpty()) {
            source.setPassword(password);
        }
        return source;
    }

    /** Where it is, without anything secret. */
    String address() {
        return url.replaceAll("[?;].*", "").replaceAll("(jdbc:h2:tcp://[^/]*).*", "$1");
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return user + " at " + address();
    }
}
