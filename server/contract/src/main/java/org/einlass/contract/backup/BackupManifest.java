package org.einlass.contract.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * What a backup says of itself, as its first entry {@value #ENTRY}: a Java properties file in UTF-8.
 *
 * @param madeAt when its copy of the database was begun, by the server's clock
 * @param schema the number of the newest migration in the database
 * @param events how many events are in it
 * @param registrations how many registrations of all events are in it
 */
public record BackupManifest(Instant madeAt, int schema, long events, long registrations) {
    /** The name of the manifest among the entries. */
    public static final String ENTRY = "manifest.properties";

    /** The name of the database among the entries: a SQLite file, whatever the server's database is. */
    public static final String DATABASE = "einlass.db";

    /** What the name of a backup ends in. */
    public static final String ENDING = ".einlass-backup";

    /** The file in a data folder that says, until the server's next start, of which backup the folder was made. */
    public static final String RESTORED = "restored.properties";

    /** Beside backups, and in a folder made of one until its first start: who was erased since, sealed by the server. */
    public static final String ERASED = "einlass-erased.list";

    private static final String MADE_AT = "made-at";
    private static final String SCHEMA = "schema";
    private static final String EVENTS = "events";
    private static final String REGISTRATIONS = "registrations";

    /** Writes it; does not close {@code out}. */
    public void write(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(MADE_AT + "=" + madeAt + "\n" + SCHEMA + "=" + schema + "\n" + EVENTS + "=" + events + "\n"
                + REGISTRATIONS + "=" + registrations + "\n");
        text.flush();
    }

    /** Reads one. @throws BackupException where this is none */
    public static BackupManifest read(InputStream in) throws IOException {
        Properties said = new Properties();
        said.load(in);
        try {
            return new BackupManifest(
                    Instant.parse(said.getProperty(MADE_AT, "")),
                    Integer.parseInt(said.getProperty(SCHEMA, "")),
                    Long.parseLong(said.getProperty(EVENTS, "")),
                    Long.parseLong(said.getProperty(REGISTRATIONS, "")));
        } catch (DateTimeException | NumberFormatException e) {
            throw new BackupException(BackupFault.DAMAGED);
        }
    }
}
