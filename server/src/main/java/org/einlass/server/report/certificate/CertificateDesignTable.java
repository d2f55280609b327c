package org.einlass.server.report.certificate;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.einlass.contract.Wording;
import org.einlass.contract.id.EventId;
import org.einlass.reports.certificate.CertificateDesign;
import org.einlass.reports.page.Picture;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What organisers add to certificates of attendance. */
final class CertificateDesignTable {
    private CertificateDesignTable() {}

    /** A row as it is stored; pictures are PNG in base64. */
    record Row(
            CertificateSettings settings,
            @Nullable String logo,
            @Nullable String signature) {
        CertificateDesign in(Locale locale) {
            return new CertificateDesign(
                    settings.text().in(locale), settings.signatory(), picture(logo), picture(signature));
        }

        private static @Nullable Picture picture(@Nullable String base64) {
            return Optional.ofNullable(base64)
                    .map(Base64.getDecoder()::decode)
                    .flatMap(Picture::read)
                    .orElse(null);
        }
    }

    static Row of(Handle handle, EventId event) {
        return handle.createQuery("""
                        select german, english, signatory, sessions, logo, signature from certificate_designs
                        where event = :event
                        """)
                .bind("event", event.text())
                .map((row, context) -> new Row(
                        new CertificateSettings(
                                new Wording(row.getString("german"), row.getString("english")),
                                row.getString("signatory"),
                                row.getBoolean("sessions")),
                        row.getString("logo"),
                        row.getString("signature")))
                .findOne()
                .orElse(new Row(CertificateSettings.NONE, null, null));
    }

    static void save(Handle handle, EventId event, CertificateSettings settings, Instant now) {
        handle.createUpdate("""
                        insert into certificate_designs (event, german, english, signatory, sessions, changed_at)
                        values (:event, :german, :english, :signatory, :sessions, :now)
                        on conflict (event) do update set german = excluded.german, english = excluded.english,
                            signatory = excluded.signatory, sessions = excluded.sessions,
                            changed_at = excluded.changed_at
                        """)
                .bind("event", event.text())
                .bind("german", settings.text().german())
                .bind("english", settings.text().english())
                .bind("signatory", settings.signatory())
                .bind("sessions", settings.sessions())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** @param png absent to take the picture away */
    static void savePicture(
            Handle handle, EventId event, CertificateImageKind kind, byte @Nullable [] png, Instant now) {
        handle.createUpdate("""
                        insert into certificate_designs (event, changed_at) values (:event, :now)
                        on conflict (event) do update set changed_at = excluded.changed_at
                        """)
                .bind("event", event.text())
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate(
                        switch (kind) {
                            case LOGO -> "update certificate_designs set logo = :png where event = :event";
                            case SIGNATURE -> "update certificate_designs set signature = :png where event = :event";
                        })
                .bind("event", event.text())
                .bind("png", png == null ? null : Base64.getEncoder().encodeToString(png))
                .execute();
    }
}
