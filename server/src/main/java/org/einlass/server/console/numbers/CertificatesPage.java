package org.einlass.server.console.numbers;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import org.einlass.contract.Wording;
import org.einlass.contract.certificate.AttendanceCertificate;
import org.einlass.reports.page.QrPhoto;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.report.certificate.AttendanceCertificateService;
import org.einlass.server.report.certificate.CertificateBatch;
import org.einlass.server.report.certificate.CertificateBatches;
import org.einlass.server.report.certificate.CertificateDesignService;
import org.einlass.server.report.certificate.CertificateDesignState;
import org.einlass.server.report.certificate.CertificateImageKind;
import org.einlass.server.report.certificate.CertificateSettings;
import org.jspecify.annotations.Nullable;

/** The page of an event's certificates of attendance: what stands on them, all of them as a file, and one verified. */
@Named
@ViewScoped
@SuppressWarnings("serial") // views stay in this server's memory
public class CertificatesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_PHOTO_BYTES = 1_900_000;

    @Inject
    private transient CertificateDesignService designs;

    @Inject
    private transient AttendanceCertificateService certificates;

    @Inject
    private transient CertificateBatches batches;

    @Inject
    private transient AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private PageFiles files;

    private @Nullable String german;
    private @Nullable String english;
    private @Nullable String signatory;
    private @Nullable Boolean sessions;
    private transient @Nullable Part logo;
    private transient @Nullable Part signature;
    private transient @Nullable Part photo;
    private String code = "";
    private @Nullable String verdict;
    private boolean genuine;

    /** What stands on the certificates now. */
    public CertificateDesignState getDesign() {
        return designs.current(current.id());
    }

    public String getGerman() {
        String typed = german;
        return typed == null ? getDesign().text().german() : typed;
    }

    public void setGerman(String german) {
        this.german = german;
    }

    public String getEnglish() {
        String typed = english;
        return typed == null ? getDesign().text().english() : typed;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public String getSignatory() {
        String typed = signatory;
        return typed == null ? getDesign().signatory() : typed;
    }

    public void setSignatory(String signatory) {
        this.signatory = signatory;
    }

    public boolean isSessions() {
        Boolean chosen = sessions;
        return chosen == null ? getDesign().sessions() : chosen;
    }

    public void setSessions(boolean sessions) {
        this.sessions = sessions;
    }

    public @Nullable Part getLogo() {
        return logo;
    }

    public void setLogo(@Nullable Part logo) {
        this.logo = logo;
    }

    public @Nullable Part getSignature() {
        return signature;
    }

    public void setSignature(@Nullable Part signature) {
        this.signature = signature;
    }

    public @Nullable Part getPhoto() {
        return photo;
    }

    public void setPhoto(@Nullable Part photo) {
        this.photo = photo;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** What came of the last verifying; nothing before one. */
    public @Nullable String getVerdict() {
        return verdict;
    }

    public boolean isGenuine() {
        return genuine;
    }

    /** Saves text, pictures and all; what is refused stays typed. */
    public void save() {
        boolean saved = messages.done(() -> {
            designs.save(
                    current.id(),
                    new CertificateSettings(new Wording(getGerman(), getEnglish()), getSignatory(), isSessions()));
            PageFiles.read(logo, MOST_BYTES)
                    .ifPresent(file -> designs.picture(current.id(), CertificateImageKind.LOGO, file));
            PageFiles.read(signature, MOST_BYTES)
                    .ifPresent(file -> designs.picture(current.id(), CertificateImageKind.SIGNATURE, file));
        });
        if (saved) {
            messages.good(reader.say("event.saved"));
        }
    }

    public void removeLogo() {
        messages.done(() -> designs.picture(current.id(), CertificateImageKind.LOGO, null));
    }

    public void removeSignature() {
        messages.done(() -> designs.picture(current.id(), CertificateImageKind.SIGNATURE, null));
    }

    /** How the certificates will look, as saved. */
    public void preview() {
        messages.done(() -> files.send(
                designs.preview(current.id(), reader.getLocale()), "application/pdf", "certificate-preview.pdf"));
    }

    /** Begins with all of them. */
    public void begin() {
        messages.done(() -> {
            audit.reads(AuditAction.EXPORTED, current.id().text(), "certificates.zip");
            batches.begin(current.id(), reader.getLocale());
        });
    }

    /** The newest batch; nothing where none was begun since the server's start. */
    public @Nullable CertificateBatch getBatch() {
        return batches.current(current.id()).orElse(null);
    }

    public boolean isRunning() {
        return is(CertificateBatch.State.RUNNING);
    }

    public boolean isDone() {
        return is(CertificateBatch.State.DONE);
    }

    private boolean is(CertificateBatch.State state) {
        CertificateBatch batch = getBatch();
        return batch != null && batch.state() == state;
    }

    /** How far the newest batch is, in words. */
    public String getProgress() {
        CertificateBatch batch = getBatch();
        return batch == null
                ? ""
                : reader.say(
                        "certificates.batch." + batch.state(),
                        batch.done(),
                        batch.all(),
                        reader.moment(batch.startedAt(), current.zone()));
    }

    /** The ZIP of the newest batch. */
    public void zip() {
        messages.done(() -> {
            CertificateBatch batch = getBatch();
            try (InputStream file = batches.file(current.id(), batch == null ? "" : batch.id())) {
                audit.reads(AuditAction.EXPORTED, current.id().text(), "certificates.zip");
                files.send(file, "application/zip", "certificates.zip");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The page that verifies certificates anywhere. */
    public void verifyingPage() {
        messages.done(() -> files.send(
                certificates.verifyingPage(current.id(), reader.getLocale()).getBytes(UTF_8),
                "text/html;charset=UTF-8",
                "verify.html"));
    }

    /** The key for the command. */
    public void key() {
        messages.done(() -> files.send(
                certificates.publicKey(current.id()).getBytes(UTF_8), "application/x-pem-file", "certificates.pem"));
    }

    /** Verifies what was pasted or photographed. */
    public void verify() {
        Optional<String> text = PageFiles.read(photo, MOST_PHOTO_BYTES)
                .map(file -> QrPhoto.code(file).orElse(""))
                .or(() -> Optional.of(code));
        Optional<AttendanceCertificate> facts =
                text.filter(one -> !one.isBlank()).flatMap(one -> certificates.verified(current.id(), one));
        genuine = facts.isPresent();
        verdict = text.filter(String::isBlank).isPresent()
                ? reader.say("certificates.unread")
                : facts.map(this::said).orElseGet(() -> reader.say("certificates.false"));
    }

    private String said(AttendanceCertificate facts) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(reader.getLocale());
        return reader.say(
                "certificates.true",
                facts.organisation().isEmpty() ? facts.name() : facts.name() + ", " + facts.organisation(),
                facts.event(),
                facts.days().stream().map(LocalDate::from).map(day::format).collect(Collectors.joining(" · ")));
    }
}
