package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What the first run says about an address of a shared database. */
class SharedCheckTest {
    private static int port(Link link) {
        return Integer.parseInt(link.url().replaceAll(".*:([0-9]+)/.*", "$1"));
    }

    private static String database(Link link) {
        return link.url().replaceAll(".*/([^/?]+).*", "$1");
    }

    private static SharedCheck check(Link link) {
        return new SharedCheck("localhost", port(link), database(link));
    }

    @Test
    void an_empty_database_and_mortars_own_can_be_used() {
        Link empty = Db.POSTGRESQL.empty();
        Link ours = Db.POSTGRESQL.fresh();

        assertThat(check(empty).find(empty.user(), empty.password())).isEmpty();
        assertThat(check(ours).find(ours.user(), ours.password())).isEmpty();
    }

    @Test
    void a_machine_without_a_name_and_one_where_nothing_listens_are_told_apart() throws IOException {
        assertThat(new SharedCheck("no-such-machine.invalid", 5432, "mortar").find("mortar", ""))
                .hasValueSatisfying(no -> assertThat(no).contains("no machine called no-such-machine.invalid"));
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        assertThat(new SharedCheck("localhost", nobody, "mortar").find("mortar", ""))
                .hasValueSatisfying(no -> assertThat(no).contains("nothing listens on port " + nobody));
    }

    @Test
    void a_database_that_is_not_there_is_named_with_the_way_to_make_it() {
        Link link = Db.POSTGRESQL.fresh();

        assertThat(new SharedCheck("localhost", port(link), "nowhere").find(link.user(), link.password()))
                .hasValueSatisfying(no -> assertThat(no)
                        .contains("no database called nowhere", "create database nowhere owner " + link.user()));
    }

    @Test
    void another_programs_tables_and_a_login_that_may_not_make_any_are_refused() {
        Link others = Db.POSTGRESQL.empty();
        execute(others, "create table invoices (id bigint)");
        assertThat(check(others).find(others.user(), others.password()))
                .hasValueSatisfying(no -> assertThat(no).contains("another program"));

        Link empty = Db.POSTGRESQL.empty();
        String login = "guest_" + database(empty);
        execute(empty, "create role " + login + " login password 'guest'");
        assertThat(check(empty).find(login, "guest"))
                .hasValueSatisfying(no -> assertThat(no).contains("may not create tables", "grant create"));
    }

    private static void execute(Link link, String sql) {
        try (var connection = link.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
