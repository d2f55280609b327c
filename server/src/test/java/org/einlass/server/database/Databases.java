package org.einlass.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The two kinds of database that every test of the store and of what stands on it runs on, each time a fresh
 * one.
 */
public enum Databases {
    SQLITE {
        @Override
        public String fresh(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("einlass-" + UUID.randomUUID() + ".db");
        }

        @Override
        public String furnished(Path folder) {
            Path file = folder.resolve("einlass-" + UUID.randomUUID() + ".db");
            try {
                Files.copy(Furnished.SQLITE_FILE, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return "jdbc:sqlite:" + file;
        }
    },
    POSTGRESQL {
        @Override
        public String fresh(Path folder) {
            return create("template0");
        }

        @Override
        public String furnished(Path folder) {
            return create(Furnished.POSTGRESQL_TEMPLATE);
        }

        private String create(String template) {
            String name = "einlass_" + UUID.randomUUID().toString().replace('-', '_');
            try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name + " template " + template);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Running.SERVER.getJdbcUrl("postgres", name);
        }
    };

    /** The address of an empty database. */
    public abstract String fresh(Path folder);

    /** The address of a database that has all its tables and no rows; saves the time to build them. */
    public abstract String furnished(Path folder);

    /** Databases with tables, built once. */
    private static final class Furnished {
        private static final Path SQLITE_FILE = buildSqlite();
        private static final String POSTGRESQL_TEMPLATE = buildPostgres();

        private static Path buildSqlite() {
            try {
                Path folder = Files.createTempDirectory("einlass-furnished");
                Path file = folder.resolve("furnished.db");
                Store.open("jdbc:sqlite:" + file).close();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder, file)));
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder, Path file) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String buildPostgres() {
            String url = POSTGRESQL.fresh(Path.of("."));
            Store.open(url).close();
            return url.replaceAll(".*/(einlass_[0-9a-f_]+).*", "$1");
        }
    }

    /** Opens a store whose connections go through {@code wiring}. */
    public static Store open(String url, UnaryOperator<Connection> wiring) {
        return Store.open(url, new Store.Tuning(2_048, Store.TOGETHER, wiring));
    }

    /**
     * Opens a store that commits at most {@code batch} requests together and lets at most {@code queue} wait.
     */
    public static Store open(String url, int queue, int batch) {
        return Store.open(url, queue, batch);
    }

    /** One PostgreSQL for all tests of the virtual machine, stopped at its end. */
    private static final class Running {
        /** On for benchmarks; tests of what is kept over a power cut run on SQLite. */
        private static final String DURABLE = System.getProperty("einlass.fsync", "off");

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("fsync", DURABLE)
                        .setServerConfig("synchronous_commit", DURABLE)
                        .setServerConfig("full_page_writes", DURABLE)
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start.", e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
