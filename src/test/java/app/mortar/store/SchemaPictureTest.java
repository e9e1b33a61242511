package app.mortar.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.mortar.testing.Db;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SchemaPictureTest {
    private static final Path PAGE = Path.of("db/erd.md");

    @Test
    void the_page_shows_the_tables_as_they_are() throws SQLException, IOException {
        String drawn = SchemaPicture.of(Db.POSTGRESQL.fresh());
        if ("write".equals(System.getProperty("mortar.pictures"))) {
            Files.writeString(PAGE, drawn);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(drawn);
    }

    @Test
    void both_databases_have_the_same_tables() throws SQLException {
        assertThat(SchemaPicture.of(Db.H2.fresh())).isEqualTo(SchemaPicture.of(Db.POSTGRESQL.fresh()));
    }
}
