package org.einlass.server.console.badge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.einlass.contract.registration.Category;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditService;
import org.einlass.server.console.CurrentEvent;
import org.einlass.server.console.PageFiles;
import org.einlass.server.console.PageMessages;
import org.einlass.server.console.Reader;
import org.einlass.server.registration.RegistrationService;
import org.einlass.server.report.badge.BadgeLayoutService;
import org.einlass.server.report.badge.LayoutPreflight;
import org.jspecify.annotations.Nullable;

/** The page on which badges are looked at and laid out. */
@Named
@RequestScoped
public class BadgeLayoutPage {
    private static final int MOST_BYTES = 1_500_000;
    private static final int MOST_SHOWN = 100;

    @Inject
    private BadgeLayoutService layouts;

    @Inject
    private RegistrationService registrations;

    @Inject
    private AuditService audit;

    @Inject
    private CurrentEvent current;

    @Inject
    private PageMessages messages;

    @Inject
    private Reader reader;

    @Inject
    private PageFiles files;

    private String format = BadgeFormat.A6.word();
    private String category = "";
    private @Nullable Part layout;
    private @Nullable Part logo;
    private @Nullable List<String> pictures;
    private @Nullable LayoutPreflight preflight;
    private boolean tried;

    public String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = Objects.requireNonNullElse(format, this.format);
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(@Nullable String category) {
        this.category = Objects.requireNonNullElse(category, "");
    }

    public BadgeFormat[] getFormats() {
        return BadgeFormat.values();
    }

    public List<Category> getCategories() {
        return current.document().categories();
    }

    public @Nullable Part getLayout() {
        return layout;
    }

    public void setLayout(@Nullable Part layout) {
        this.layout = layout;
    }

    public @Nullable Part getLogo() {
        return logo;
    }

    public void setLogo(@Nullable Part logo) {
        this.logo = logo;
    }

    private BadgeFormat paper() {
        return BadgeFormat.named(format).orElse(BadgeFormat.A6);
    }

    /** The badge with the longest, a typical and the shortest name, as addresses of pictures. */
    public List<String> getPictures() {
        List<String> drawn = pictures;
        if (drawn == null) {
            audit.reads(AuditAction.REGISTRATIONS_READ, current.id().text(), "badge preview");
            drawn = layouts.previews(current.id(), paper(), category).stream()
                    .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                    .toList();
            pictures = drawn;
        }
        return drawn;
    }

    /** Whether all names are tried at once, without being asked: in a very large event that takes a while. */
    public boolean isTried() {
        return tried || registrations.count(current.id()) <= BadgePage.MOST_COUNTED_AT_ONCE;
    }

    public void tryAll() {
        tried = true;
        show();
    }

    private LayoutPreflight found() {
        LayoutPreflight found = preflight;
        if (found == null) {
            found = layouts.preflight(current.id(), paper());
            preflight = found;
        }
        return found;
    }

    /** "Of 500 names 6 are set smaller than wanted, 1 goes to the desk." */
    public String getPreflight() {
        LayoutPreflight found = found();
        String sentence = reader.say("layout.preflight", found.names(), found.small(), found.desk());
        return found.left() == 0 ? sentence : sentence + " " + reader.say("layout.preflight.left", found.left());
    }

    /** Whose badges a person may want to look at, those that go to the desk first. */
    public List<LayoutPreflight.Found> getFindings() {
        return found().findings().stream()
                .sorted(Comparator.comparing(LayoutPreflight.Found::goesToDesk).reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Why, in the reader's language. */
    public String reason(LayoutPreflight.Found found) {
        return found.sentence().in(reader.getLocale());
    }

    /** Shows what is chosen. */
    public void show() {
        pictures = null;
        preflight = null;
    }

    /** The layout as a file, to be changed and sent back. */
    public void download() {
        messages.done(() -> files.send(
                layouts.layout(current.id(), paper(), category).getBytes(UTF_8),
                "application/json",
                "badge-" + paper().word() + ".json"));
    }

    /** Takes a layout's file. */
    public void upload() {
        take(layout, file -> layouts.put(current.id(), paper(), category, new String(file, UTF_8)));
    }

    /** Takes a logo for the top right corner. */
    public void uploadLogo() {
        take(logo, file -> layouts.logo(current.id(), paper(), category, file));
    }

    private void take(@Nullable Part chosen, Consumer<byte[]> use) {
        Optional<byte[]> file = PageFiles.read(chosen, MOST_BYTES);
        if (file.isEmpty()) {
            messages.bad(reader.say("layout.nofile"));
            return;
        }
        messages.done(() -> {
            use.accept(file.get());
            messages.good(reader.say("layout.taken"));
            show();
        });
    }

    /** Badges look as they come with the program. */
    public void reset() {
        messages.done(() -> {
            layouts.remove(current.id(), paper(), category);
            messages.good(reader.say("layout.reset.done"));
            show();
        });
    }
}
