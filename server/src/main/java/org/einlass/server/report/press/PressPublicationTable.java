package org.einlass.server.report.press;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.id.EventId;
import org.einlass.reports.statistics.PressFigures;
import org.jdbi.v3.core.Handle;

/** What was published for the press, as it was when it was published. */
final class PressPublicationTable {
    private PressPublicationTable() {}

    /** The newest of an event; empty where nothing was published. */
    static Optional<PressPublication> current(Handle handle, EventId event) {
        return handle.createQuery("""
                        select number, published_at, published_by, smallest_cell from press_publications
                        where event = :event order by number desc limit 1
                        """)
                .bind("event", event.text())
                .map((row, context) -> new PressPublication(
                        row.getInt("number"),
                        Instant.ofEpochMilli(row.getLong("published_at")),
                        row.getString("published_by"),
                        row.getInt("smallest_cell")))
                .findOne();
    }

    /** The newest publication's pages as a PDF. */
    static Optional<byte[]> pages(Handle handle, EventId event, boolean english) {
        return handle.createQuery("""
                        select german, english from press_publications
                        where event = :event order by number desc limit 1
                        """)
                .bind("event", event.text())
                .map((row, context) -> Base64.getDecoder().decode(row.getString(english ? "english" : "german")))
                .findOne();
    }

    /** What the newest publication says; nothing where there is none. */
    static PressFigures figures(Handle handle, EventId event, Locale language) {
        boolean english = language.getLanguage().equals("en");
        return handle.createQuery("""
                        select german_figures, english_figures from press_publications
                        where event = :event order by number desc limit 1
                        """)
                .bind("event", event.text())
                .map((row, context) ->
                        PressFiguresJson.read(row.getString(english ? "english_figures" : "german_figures")))
                .findOne()
                .orElse(PressFigures.NONE);
    }

    /** Adds a publication; those before it lose their pages. */
    static void add(Handle handle, EventId event, PressPublication publication, PressSheet german, PressSheet english) {
        handle.createUpdate("""
                        update press_publications set german = null, english = null, german_figures = null,
                            english_figures = null
                        where event = :event
                        """).bind("event", event.text()).execute();
        Base64.Encoder base64 = Base64.getEncoder();
        handle.createUpdate("""
                        insert into press_publications (event, number, published_at, published_by, smallest_cell,
                            german, english, german_figures, english_figures)
                        values (:event, :number, :at, :by, :smallest, :german, :english, :germanFigures,
                            :englishFigures)
                        """)
                .bind("event", event.text())
                .bind("number", publication.number())
                .bind("at", publication.publishedAt().toEpochMilli())
                .bind("by", publication.publishedBy())
                .bind("smallest", publication.smallestCell())
                .bind("german", base64.encodeToString(german.pages().pdf()))
                .bind("english", base64.encodeToString(english.pages().pdf()))
                .bind("germanFigures", PressFiguresJson.of(german.figures()))
                .bind("englishFigures", PressFiguresJson.of(english.figures()))
                .execute();
    }
}
