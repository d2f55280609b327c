package org.einlass.server.report.badge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.einlass.contract.Wording;
import org.einlass.contract.id.CategoryId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.registration.BadgeLayoutSet;
import org.einlass.contract.wire.BadgeOrder;
import org.einlass.reports.Inks;
import org.einlass.reports.badge.BadgeFormat;
import org.einlass.reports.badge.BadgeLayout;
import org.einlass.reports.badge.BadgeLayouts;
import org.einlass.reports.badge.BadgeName;
import org.einlass.reports.badge.Finding;
import org.einlass.reports.badge.LayoutFault;
import org.einlass.reports.badge.LayoutJson;
import org.einlass.reports.badge.Logo;
import org.einlass.reports.badge.Place;
import org.einlass.server.audit.AuditAction;
import org.einlass.server.audit.AuditTrail;
import org.einlass.server.badge.BadgeLayoutTable;
import org.einlass.server.database.AwaitedWrite;
import org.einlass.server.database.Store;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.presence.Badges;
import org.einlass.server.registration.RegistrationQueries;
import org.einlass.server.rejection.Rejected;
import org.einlass.server.rejection.RejectionReason;
import org.einlass.server.report.UploadedPicture;
import org.jdbi.v3.core.Handle;

/**
 * How an event's badges look: layouts of the organiser, what they make of real names, and what devices are given.
 * Previews take their time: not for the threads that answer guests.
 */
public final class BadgeLayoutService {
    /** Pictures included. */
    static final int LONGEST_LAYOUT = 1_500_000;

    private static final double LOGO_WIDTH = 30;
    private static final double LOGO_HEIGHT = 12;
    private static final double LOGO_EDGE = 5;
    private static final int MOST_OF_AN_EVENT = 3_000_000;
    private static final int PREVIEW_DPI = 110;
    private static final int MOST_NAMES = 20_000;

    /** So many names too long for the badge are passed over before a preview has none. */
    private static final int MOST_TRIED = 200;

    private final Store store;
    private final Badges badges;
    private final BadgePages pages;
    private final Clock clock;

    public BadgeLayoutService(Store store, Badges badges, BadgePages pages, Clock clock) {
        this.store = store;
        this.badges = badges;
        this.pages = pages;
        this.clock = clock;
    }

    /** The layouts of an event: each format's, and those of categories. */
    public List<LayoutState> states(EventId event) {
        List<BadgeLayoutSet.Layout> own = own(event);
        List<LayoutState> states = new ArrayList<>();
        for (BadgeFormat format : BadgeFormat.values()) {
            boolean laidOut = own.stream()
                    .anyMatch(one ->
                            one.format().equals(format.word()) && one.category().isEmpty());
            states.add(new LayoutState(format.word(), "", laidOut));
        }
        own.stream()
                .filter(one -> !one.category().isEmpty())
                .forEach(one -> states.add(new LayoutState(one.format(), one.category(), true)));
        return states;
    }

    private List<BadgeLayoutSet.Layout> own(EventId event) {
        return store.read(handle -> {
            EventTable.checkKnown(handle, event);
            return BadgeLayoutTable.all(handle, event);
        });
    }

    /**
     * A layout as JSON: the organiser's for this category, else for all, else the one that comes with the program.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where it has no such category
     */
    public String layout(EventId event, BadgeFormat format, String category) {
        List<BadgeLayoutSet.Layout> own = store.read(handle -> {
            EventTable.checkKnown(handle, event);
            checkCategory(handle, event, category);
            return BadgeLayoutTable.all(handle, event);
        });
        return own.stream()
                .filter(one -> one.format().equals(format.word()))
                .filter(one -> one.category().equals(category) || one.category().isEmpty())
                .max(Comparator.comparing(BadgeLayoutSet.Layout::category))
                .map(BadgeLayoutSet.Layout::json)
                .orElseGet(() -> LayoutJson.write(BadgeLayouts.of(format)));
    }

    /**
     * From now on badges of this format look like this; of one category, or of all that have none of their own.
     *
     * @throws UnknownEventOrDoor where there is no such event
     * @throws Rejected where the layout cannot be used, with each fault's place
     */
    public void put(EventId event, BadgeFormat format, String category, String json) {
        BadgeLayout layout = checked(format, json);
        AuditTrail trail = AuditTrail.of(AuditAction.BADGE_LAYOUT_CHANGED, event.text());
        AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            checkCategory(transaction.handle(), event, category);
            BadgeLayoutSet.Layout row = new BadgeLayoutSet.Layout(format.word(), category, LayoutJson.write(layout));
            BadgeLayoutTable.put(transaction.handle(), event, row, clock.instant());
            long all = BadgeLayoutTable.all(transaction.handle(), event).stream()
                    .mapToLong(one -> one.json().length())
                    .sum();
            if (all > MOST_OF_AN_EVENT) {
                throw tooLarge();
            }
            trail.add(transaction, format.word() + " " + category, clock.instant());
            return row;
        });
    }

    private static void checkCategory(Handle handle, EventId event, String category) {
        boolean known = category.isEmpty()
                || EventTable.categories(handle, event).stream()
                        .anyMatch(one -> one.id().text().equals(category));
        if (!known) {
            throw Rejected.badValue(
                    new Wording("Diese Kategorie gibt es nicht.", "There is no such category."), "category");
        }
    }

    private static Rejected tooLarge() {
        return Rejected.because(RejectionReason.TOO_LARGE)
                .saying(
                        new Wording(
                                "Die Layouts dieser Veranstaltung wären zusammen größer als 3 MB.",
                                "The layouts of this event would be larger than 3 MB together."),
                        new Wording("Bitte kleinere Bilder nehmen.", "Take smaller pictures."));
    }

    private static BadgeLayout checked(BadgeFormat format, String json) {
        if (json.length() > LONGEST_LAYOUT) {
            throw Rejected.because(RejectionReason.TOO_LARGE);
        }
        LayoutJson.Reading reading = LayoutJson.read(json);
        List<LayoutFault> faults = reading.faults();
        BadgeLayout layout = reading.layout().orElseThrow(() -> {
            LayoutFault first = faults.get(0);
            return Rejected.badValue(new Wording(first.german(), first.english()), first.place());
        });
        if (layout.format() != format) {
            throw Rejected.badValue(
                    new Wording(
                            "Dieses Layout ist für ein anderes Format: "
                                    + layout.format().word() + ".",
                            "This layout is for another format: "
                                    + layout.format().word() + "."),
                    "format");
        }
        for (int i = 0; i < layout.pictures().size(); i++) {
            check(layout.pictures().get(i), "pictures[" + i + "].picture");
        }
        return layout;
    }

    /**
     * Puts a logo into the top right corner, 12 mm high and at most 30 mm wide.
     *
     * @param file PNG or JPEG, as {@link UploadedPicture#read} takes it
     * @throws Rejected where the file is no picture, or too large
     */
    public void logo(EventId event, BadgeFormat format, String category, byte[] file) {
        UploadedPicture.read(file, "logo");
        BadgeLayout layout = LayoutJson.read(layout(event, format, category))
                .layout()
                .orElseThrow(() -> Rejected.because(RejectionReason.CONFLICT));
        Place place = new Place(format.width() - LOGO_WIDTH - LOGO_EDGE, LOGO_EDGE, LOGO_WIDTH, LOGO_HEIGHT);
        Logo logo = new Logo(place, "Logo", Base64.getEncoder().encodeToString(file));
        put(event, format, category, LayoutJson.write(layout.with(logo)));
    }

    private static void check(Logo logo, String field) {
        byte[] file;
        try {
            file = Base64.getDecoder().decode(logo.picture());
        } catch (IllegalArgumentException notBase64) {
            throw Rejected.badValue(
                    new Wording("Dieses Bild ist nicht lesbar.", "This picture cannot be read."),
                    new Wording("Bitte PNG oder JPEG in Base64 nehmen.", "Take PNG or JPEG in Base64."),
                    field);
        }
        UploadedPicture.read(file, field);
    }

    /**
     * The format looks as it did before anybody laid it out.
     *
     * @throws UnknownEventOrDoor for an unknown event
     * @throws Rejected for a category that neither the event nor one of its layouts has
     */
    public void remove(EventId event, BadgeFormat format, String category) {
        AuditTrail trail = AuditTrail.of(AuditAction.BADGE_LAYOUT_CHANGED, event.text());
        AwaitedWrite.in(store, transaction -> {
            EventTable.checkKnown(transaction.handle(), event);
            if (BadgeLayoutTable.all(transaction.handle(), event).stream()
                    .noneMatch(one -> one.category().equals(category))) {
                checkCategory(transaction.handle(), event, category);
            }
            BadgeLayoutTable.remove(transaction.handle(), event, format.word(), category);
            trail.add(transaction, format.word() + " " + category, clock.instant());
            return format;
        });
    }

    /**
     * What devices print by.
     *
     * @param known digest of what the device has; empty for nothing
     */
    public BadgeLayoutSet set(EventId event, String known) {
        List<BadgeLayoutSet.Layout> own = own(event);
        String digest = own.isEmpty() ? "" : digest(own);
        return new BadgeLayoutSet(digest, digest.equals(known) ? null : own);
    }

    private static String digest(List<BadgeLayoutSet.Layout> layouts) {
        String text = layouts.stream()
                .map(one -> one.format() + "\0" + one.category() + "\0" + one.json())
                .collect(Collectors.joining("\0"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform lacks SHA-256.", e);
        }
    }

    /**
     * Pictures of the badge with the longest name that can be set, a typical and the shortest one of those who may
     * come, as PNG; of invented people where nobody is registered.
     */
    public List<byte[]> previews(EventId event, BadgeFormat format, String category) {
        BadgePages.EventBadges drawing = pages.of(event);
        Shown shown = shown(event, category);
        return Stream.of(shown.longest(), shown.typical(), shown.shortest())
                .flatMap(tried -> tried.stream()
                        .flatMap(order -> drawing.pages(order, format).stream())
                        .limit(1))
                .map(badge -> png(badge.raster(0, PREVIEW_DPI, Inks.COLOUR)))
                .toList();
    }

    /** Whose badges are shown: of each list the first whose name can be set. */
    private record Shown(List<BadgeOrder> longest, List<BadgeOrder> typical, List<BadgeOrder> shortest) {}

    private Shown shown(EventId event, String category) {
        return store.read(handle -> {
                    EventTable.checkKnown(handle, event);
                    checkCategory(handle, event, category);
                    int all = RegistrationQueries.countNamed(handle, event, category);
                    return all == 0
                            ? Optional.<Shown>empty()
                            : Optional.of(new Shown(
                                    byLength(handle, event, category, 0, MOST_TRIED),
                                    byLength(handle, event, category, all / 2, 1),
                                    byLength(handle, event, category, all - 1, 1)));
                })
                .orElseGet(() -> {
                    List<BadgeOrder> invented = invented(event, category);
                    return new Shown(invented.subList(0, 1), invented.subList(1, 2), invented.subList(2, 3));
                });
    }

    private List<BadgeOrder> byLength(Handle handle, EventId event, String category, int from, int most) {
        List<RegistrationId> ids = RegistrationQueries.longestNames(handle, event, category, from, most);
        Map<RegistrationId, BadgeOrder> orders = badges.of(handle, event, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(orders.get(id)).stream())
                .toList();
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private List<BadgeOrder> invented(EventId event, String category) {
        String shown = category.isEmpty()
                ? store.read(handle -> EventTable.categories(handle, event)).stream()
                        .map(one -> one.id().text())
                        .findFirst()
                        .orElse("none")
                : category;
        return List.of(
                invented(shown, "Prof. Dr.", "Anna-Maria", "von der", "Heide-Lüdenscheidt"),
                invented(shown, "", "Jürgen", "", "Müller"),
                invented(shown, "", "Bo", "", "Li"));
    }

    private static BadgeOrder invented(String category, String title, String given, String particle, String family) {
        return new BadgeOrder(
                new RegistrationId(new UUID(0, 0)),
                new Attendee("", title, given, particle, family, "", "Stadt Erfurt", "", "", ""),
                new CategoryId(category),
                List.of(),
                "MUSTER",
                false);
    }

    /** How the names of those who may come go onto a badge of this format: the first {@value #MOST_NAMES} of them. */
    public LayoutPreflight preflight(EventId event, BadgeFormat format) {
        List<BadgeOrder> all = store.read(handle -> {
                    EventTable.checkKnown(handle, event);
                    return ExpectedBadges.of(handle, event, badges);
                })
                .byName();
        List<BadgeOrder> orders = all.subList(0, Math.min(MOST_NAMES, all.size()));
        int small = 0;
        int desk = 0;
        List<LayoutPreflight.Found> found = new ArrayList<>();
        for (Finding finding : pages.of(event).preflight(orders, format)) {
            RegistrationId who = orders.get(finding.index()).registration();
            String name = BadgeName.of(orders.get(finding.index()).attendee()).text();
            if (finding.refusal().isPresent()) {
                desk++;
                found.add(new LayoutPreflight.Found(
                        who,
                        name,
                        true,
                        new Wording(
                                finding.refusal().get().german(),
                                finding.refusal().get().english())));
            } else if (finding.nameIsSmall()) {
                small++;
                String size = String.format(Locale.ROOT, "%.1f mm", finding.capHeight());
                found.add(new LayoutPreflight.Found(
                        who,
                        name,
                        false,
                        new Wording(
                                "Der Name steht kleiner da als gewünscht: " + size + ".",
                                "The name stands smaller than wanted: " + size + ".")));
            }
        }
        return new LayoutPreflight(
                orders.size(),
                all.size() - orders.size(),
                small,
                desk,
                found.stream().limit(LayoutPreflight.MOST).toList());
    }
}
