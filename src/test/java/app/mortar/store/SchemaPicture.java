package app.mortar.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of a live database as an entity-relationship diagram in Mermaid's words, the same from either database. */
final class SchemaPicture {
    private static final String HEAD = """
            # The tables

            Drawn from the migrated schema by `SchemaPictureTest`, which fails when this page is out of date and writes it
            anew with `mvn test -Dtest=SchemaPictureTest -Dmortar.pictures=write`. PK is a primary key, FK a foreign one,
            UK a column that is unique, alone or with others.

            ```mermaid
            erDiagram
            """;

    private final Connection connection;
    private final DatabaseMetaData about;

    private SchemaPicture(Connection connection) throws SQLException {
        this.connection = connection;
        this.about = connection.getMetaData();
    }

    static String of(Link link) throws SQLException {
        try (Connection connection = DriverManager.getConnection(link.url(), link.user(), link.password())) {
            return new SchemaPicture(connection).drawn();
        }
    }

    private String drawn() throws SQLException {
        StringBuilder page = new StringBuilder(HEAD);
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows =
                about.getTables(connection.getCatalog(), "public", "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.remove("flyway_schema_history");
        Set<String> arrows = new TreeSet<>();
        for (String table : tables) {
            draw(table, page, arrows);
        }
        arrows.forEach(arrow -> page.append("    ").append(arrow).append('\n'));
        return page.append("```\n").toString();
    }

    private void draw(String table, StringBuilder page, Set<String> arrows) throws SQLException {
        Set<String> primary = columns(about.getPrimaryKeys(connection.getCatalog(), "public", table), "COLUMN_NAME");
        Set<String> foreign = new HashSet<>();
        try (ResultSet keys = about.getImportedKeys(connection.getCatalog(), "public", table)) {
            while (keys.next()) {
                String column = keys.getString("FKCOLUMN_NAME");
                foreign.add(column);
                arrows.add(keys.getString("PKTABLE_NAME") + " ||--o{ " + table + " : " + column);
            }
        }
        Set<String> unique = new HashSet<>();
        try (ResultSet indexes = about.getIndexInfo(connection.getCatalog(), "public", table, true, true)) {
            while (indexes.next()) {
                if (indexes.getString("COLUMN_NAME") != null) {
                    unique.add(indexes.getString("COLUMN_NAME"));
                }
            }
        }
        unique.removeAll(primary);
        page.append("    ").append(table).append(" {\n");
        try (ResultSet rows = about.getColumns(connection.getCatalog(), "public", table, "%")) {
            TreeMap<Integer, String> inOrder = new TreeMap<>();
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                Set<String> marks = new TreeSet<>();
                mark(marks, primary.contains(name), "PK");
                mark(marks, foreign.contains(name), "FK");
                mark(marks, unique.contains(name), "UK");
                String column = word(rows.getInt("DATA_TYPE")) + " " + name
                        + (marks.isEmpty() ? "" : " " + String.join(",", marks))
                        + (rows.getInt("NULLABLE") == DatabaseMetaData.columnNullable ? " \"may be empty\"" : "");
                inOrder.put(rows.getInt("ORDINAL_POSITION"), column);
            }
            inOrder.values()
                    .forEach(column -> page.append("        ").append(column).append('\n'));
        }
        page.append("    }\n");
    }

    private static Set<String> columns(ResultSet rows, String label) throws SQLException {
        Set<String> names = new HashSet<>();
        try (rows) {
            while (rows.next()) {
                names.add(rows.getString(label));
            }
        }
        return names;
    }

    private static void mark(Set<String> marks, boolean has, String word) {
        if (has) {
            marks.add(word);
        }
    }

    /** The two drivers give some types different numbers. */
    private static String word(int type) {
        return switch (type) {
            case Types.BIGINT -> "bigint";
            case Types.INTEGER, Types.SMALLINT -> "integer";
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> "text";
            case Types.NUMERIC, Types.DECIMAL -> "numeric";
            case Types.DOUBLE, Types.REAL, Types.FLOAT -> "double";
            case Types.BOOLEAN, Types.BIT -> "boolean";
            case Types.DATE -> "date";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> "moment";
            case Types.BINARY, Types.VARBINARY, Types.BLOB -> "bytes";
            default -> throw new IllegalStateException("A type without a word: " + type);
        };
    }
}
